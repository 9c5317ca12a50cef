import type { IssueCode } from "./codes.js";
import { show } from "./show.js";

/** Where a problem is: property names and list positions (from 0), from the outside in. */
export type Path = readonly (string | number)[];

/** One problem in a config or an input. `code` is stable, `message` is for people, `params` holds names of some codes, such as the id or the tier. */
export interface Issue {
  readonly path: Path;
  readonly code: IssueCode;
  readonly message: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** How many problems an error lists at most; `issueCount` counts them all. */
export const MOST_ISSUES = 100;

/**
 * The one error that tierwise throws for a bad config (`code` `"invalid-config"`) or a bad input (`"invalid-input"`).
 *
 * It names every problem at once, at most 100 of them in `issues`; `issueCount` says how many there were.
 *
 * @example
 * ```ts
 * import { allocation, TierwiseError } from "tierwise";
 *
 * const problem = allocation({ currency: "USD" }).safe({ amount: "12,5", shares: [{ id: "a", share: 1 }] });
 * problem.ok; // => false
 * if (!problem.ok) {
 *   problem.error instanceof TierwiseError; // => true
 *   problem.error.code; // => "invalid-input"
 *   problem.error.issues[0]?.code; // => "number-invalid"
 *   problem.error.issues[0]?.path; // => ["amount"]
 * }
 * ```
 */
export class TierwiseError extends Error {
  override readonly name = "TierwiseError";
  readonly code: "invalid-config" | "invalid-input";
  readonly issues: readonly Issue[];
  readonly issueCount: number;

  constructor(
    code: TierwiseError["code"],
    subject: string,
    issues: readonly Issue[],
    issueCount = issues.length,
  ) {
    super(describeIssues(code, subject, issues, issueCount));
    this.code = code;
    this.issues = issues;
    this.issueCount = issueCount;
  }
}

/** `axes[0].indicators[2].weight`: a path as people write it. */
export function pathText(path: Path): string {
  const isPath =
    Array.isArray(path) && path.every((key) => typeof key === "string" || typeof key === "number");
  if (!isPath) {
    const message = `expected a list of property names and positions, got ${show(path)}`;
    throw new TierwiseError("invalid-input", "pathText", [
      { path: [], code: "wrong-type", message, params: {} },
    ]);
  }
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    if (!/^[\p{L}\p{N}_$-]{1,100}$/u.test(key)) return `${text}[${JSON.stringify(key.slice(0, 60))}]`;
    return text === "" ? key : `${text}.${key}`;
  }, "");
}

function describeIssues(code: string, subject: string, issues: readonly Issue[], count: number): string {
  const what = code === "invalid-config" ? "config" : "input";
  const lines = issues.map(
    ({ path, message }) => `- ${path.length === 0 ? message : `${pathText(path)}: ${message}`}`,
  );
  if (count > issues.length) lines.push(`- and ${count - issues.length} more`);
  return `${subject}: the ${what} has ${count} ${count === 1 ? "problem" : "problems"}\n${lines.join("\n")}`;
}
