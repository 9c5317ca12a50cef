import type { Path } from "../../kernel/errors.js";
import type { PolicyStandingInput } from "../standing.js";
import type { Circumstances } from "./careers/circumstances.js";

/** What a warning is about. */
export type WarningCode =
  | "band-unreachable"
  | "condition-never-met"
  | "condition-always-met"
  | "gate-never-passed"
  | "gate-never-fails"
  | "plan-never-passed"
  | "trial-never-passed"
  | "requirement-never-met"
  | "consequence-unreachable"
  | "name-misspelt"
  | "tier-unreachable"
  | "tier-dead-end"
  | "flicker"
  | "better-is-worse";

/** What can be said against a policy that is valid: where, what, and somebody who shows it. */
export interface Warning {
  readonly path: Path;
  readonly code: WarningCode;
  readonly message: string;
  /** A person or a career that shows it: scores by axis, and what comes of them. */
  readonly witness: {
    readonly tier?: string;
    /** The scores of the person, or the best or worst that there can be. */
    readonly scores?: { readonly [axis: string]: string };
    /** Other scores, better than the first. */
    readonly better?: { readonly [axis: string]: string };
    /** The tiers that the person comes to, review by review, or with the one scores and the others. */
    readonly tiers?: readonly string[];
    /** The conditions that moved the tier, or the conditions and gates that one of the two meets and the other does not. */
    readonly conditions?: readonly string[];
    /** What else is known of the person: facts, certificates, and scores of indicators and groups that gates look at. */
    readonly known?: Circumstances;
    /** The same of the person with better evidence, where that is just enough for a gate. */
    readonly betterKnown?: Circumstances;
    /** Where the person stands before the first review that shows it, and its period; evidence stays from then on. */
    readonly standing?: PolicyStandingInput;
    readonly period?: string;
  };
}

/** Takes warnings in the order in which they are found. */
export type Warn = (warning: Warning) => void;
