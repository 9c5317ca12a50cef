import { type CompiledPolicy, compilePolicy, type Policy, pathText, periodStart, policyAt } from "tierwise";
import { readText } from "./files.js";
import { Problem } from "./problem.js";

/** A policy document with the functions that it was compiled to. */
export interface LoadedPolicy {
  readonly document: Policy;
  readonly compiled: CompiledPolicy;
}

/** The versions of one policy. */
export interface Policies {
  /** The oldest first. */
  readonly versions: readonly [LoadedPolicy, ...LoadedPolicy[]];
  readonly latest: LoadedPolicy;
  /** The version in force on the first day of a period; before the first of them it is the first. */
  at(period: string): LoadedPolicy;
}

/** Compiles a policy of this program's own. */
export function loadPolicy(document: Policy): LoadedPolicy {
  return { document, compiled: compilePolicy(document) };
}

/** Puts the versions of a policy in order; those that are not of one policy, or overlap, are refused. */
export function policiesOf(loaded: readonly [LoadedPolicy, ...LoadedPolicy[]]): Policies {
  const documents = loaded.map(({ document }) => document);
  const issues = policyAt.check({ policies: documents });
  if (issues.length > 0) throw new Problem(issues.map(({ message }) => `--policy: ${message}`).join("\n"));
  const inForce = policyAt({ policies: documents });
  const versions = [...loaded].sort((a, b) =>
    a.document.effectiveFrom.localeCompare(b.document.effectiveFrom),
  ) as unknown as Policies["versions"];
  const [first] = versions;
  return {
    versions,
    latest: versions.at(-1) ?? first,
    at(period) {
      const found = inForce.safe({ on: periodStart(period) });
      const from = found.ok ? found.value.effectiveFrom : undefined;
      return versions.find(({ document }) => document.effectiveFrom === from) ?? first;
    },
  };
}

/** Reads and compiles a policy file; everything that is wrong with it is said at once. */
export function readPolicy(path: string): LoadedPolicy {
  const document = parseJson(readText(path, "--policy"), path);
  const issues = compilePolicy.check(document);
  if (issues.length > 0) {
    const lines = issues.map((issue) => `  ${pathText(issue.path) || "policy"}: ${issue.message}`);
    throw new Problem([`--policy: ${path}: this is not a valid policy`, ...lines].join("\n"));
  }
  return loadPolicy(document as Policy);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem(`--policy: ${path}: this is not JSON: ${(error as Error).message}`);
  }
}
