import { type CompiledPolicy, compilePolicy, type Policy, pathText } from "tierwise";
import { readText } from "./files.js";
import { Problem } from "./problem.js";

/** A policy document with the functions that it was compiled to. */
export interface LoadedPolicy {
  readonly document: Policy;
  readonly compiled: CompiledPolicy;
}

/** Compiles a policy of this program's own. */
export function loadPolicy(document: Policy): LoadedPolicy {
  return { document, compiled: compilePolicy(document) };
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
