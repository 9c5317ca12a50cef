import type { IssueCode } from "./codes.js";
import { type Issue, MOST_ISSUES, type Path, TierwiseError } from "./errors.js";

/** Collects the problems of one config or input, so that all of them are reported at once. */
export interface Report {
  /** Notes one problem. */
  add(path: Path, code: IssueCode, message: string, params?: Readonly<Record<string, unknown>>): void;
  /** Runs `work` and notes the problems of any `TierwiseError` that it throws, with `path` before theirs. */
  within<T>(path: Path, work: () => T): T | undefined;
  /** Whether no problem so far lies at `path`, above it or below it. Past `MOST_ISSUES` problems nothing is. */
  clean(path: Path): boolean;
  /** Whether the shape at `path` and below it is right, whatever else is wrong: `endOfShape` says what belongs to the shape. */
  sound(path: Path): boolean;
  /** Whether the value at `path` can be read, though parts of it may have the wrong shape. */
  readable(path: Path): boolean;
  /** The items of a list that can be read, each with its position; none where the list itself cannot be. */
  items<T>(list: readonly T[] | undefined, path: Path): readonly (readonly [number, T])[];
  /** Ends the checks of shape: what is noted from here on is about what the values say. */
  endOfShape(): void;
  /** How many problems there are. */
  count(): number;
  /** The first `MOST_ISSUES` of them. */
  issues(): readonly Issue[];
  /** Throws them all, if there are any. */
  stop(): void;
}

export function createReport(code: TierwiseError["code"], subject: string): Report {
  const issues: Issue[] = [];
  let count = 0;
  const take = (issue: Issue) => {
    count += 1;
    if (issues.length < MOST_ISSUES) issues.push(issue);
  };
  let shapeCount: number | undefined;
  const known = () => count <= MOST_ISSUES;
  const ofShape = () => issues.slice(0, shapeCount);
  const around = (some: readonly Issue[], path: Path) =>
    some.some((issue) => startsWith(issue.path, path) || startsWith(path, issue.path));
  const readable = (path: Path) => known() && !ofShape().some((issue) => startsWith(path, issue.path));
  return {
    add: (path, issueCode, message, params = {}) => take({ path, code: issueCode, message, params }),
    within(path, work) {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof TierwiseError)) throw error;
        for (const issue of error.issues) take({ ...issue, path: [...path, ...issue.path] });
        count += error.issueCount - error.issues.length;
        return undefined;
      }
    },
    clean: (path) => known() && !around(issues, path),
    sound: (path) => known() && !around(ofShape(), path),
    readable,
    items: (list, path) =>
      list === undefined || !readable(path)
        ? []
        : [...list.entries()].filter(([index]) => readable([...path, index])),
    endOfShape() {
      shapeCount = issues.length;
    },
    count: () => count,
    issues: () => issues,
    stop() {
      if (count > 0) throw new TierwiseError(code, subject, issues, count);
    },
  };
}

/** Whether `path` is `beginning` or lies below it. */
export function startsWith(path: Path, beginning: Path): boolean {
  return beginning.length <= path.length && beginning.every((key, index) => path[index] === key);
}
