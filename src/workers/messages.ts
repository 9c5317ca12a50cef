import type { Batch, BatchInput } from "../batch/index.js";
import type { Issue } from "../kernel/errors.js";
import type { Policy } from "../policy/policy.js";

/** What a pool asks of a worker: to review rows, by a policy that the worker was given before or is given now. */
export interface Task {
  readonly id: number;
  readonly policyId: number;
  /** Only in the first task by this policy. */
  readonly policy?: Policy;
  readonly input: BatchInput;
}

/** What a worker answers. */
export type Answer =
  | { readonly id: number; readonly batch: Batch }
  | { readonly id: number; readonly problem: Problem };

/** An error as plain data, since a class does not survive the way between threads. */
export interface Problem {
  readonly message: string;
  /** The parts of a `TierwiseError`. */
  readonly tierwise?: {
    readonly code: "invalid-config" | "invalid-input";
    readonly subject: string;
    readonly issues: readonly Issue[];
    readonly issueCount: number;
  };
}

/** The plain data of a value: numbers that are objects become their texts. */
export function asPlain<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}
