import type { CheckedMatrix } from "../classification/matrix.js";
import type { CompiledPolicy } from "../policy/compile.js";
import type { CheckedPolicy } from "../policy/policy.js";
import type { BatchInput } from "./input.js";
import { type LeftoverCheck, leftoverChecks } from "./leftover.js";
import { type OpenInputs, openInputs } from "./open.js";
import type { PaidLine } from "./pay/part.js";
import { type Plan, planProgram } from "./plan.js";
import { type PolicyProgram, policyProgram } from "./policy-program.js";
import type { Reading } from "./sources.js";

/** How the rows of an input are worked out over columns. */
export interface Planned {
  readonly plan: Plan;
  readonly sources: readonly { from: number }[];
  /** Columns without which the one-person functions have to say what is missing. */
  readonly required: readonly string[];
  readonly checks: readonly LeftoverCheck[];
  /** The lines of pay; none where pay is not asked for. */
  readonly lines: readonly PaidLine[];
}

/** Why no row of an input is worked out over columns. */
export interface NotPlanned {
  readonly because: string;
  readonly what: string;
}

/** Compiles how a policy is planned over the columns of an input, or why that cannot be: what has no columns, or is not exact in 53 bits. */
export function compilePlanner(
  policy: CheckedPolicy,
  compiled: CompiledPolicy,
  matrix: CheckedMatrix,
): (input: BatchInput, rows: number) => Planned | NotPlanned {
  const programFor = compileProgramFor(policy, compiled, matrix);
  return (input, rows) => {
    const made = programFor(input);
    return "because" in made ? made : planFor(policy, made, input.columns, rows);
  };
}

/** Makes the program for the columns that an input has; the last one is kept, since chunks of one file have the same. */
function compileProgramFor(
  policy: CheckedPolicy,
  { parts }: CompiledPolicy,
  matrix: CheckedMatrix,
): (input: BatchInput) => PolicyProgram | NotPlanned {
  const varied = policy.axes.find(({ variants = [] }) => variants.length > 0);
  if (varied !== undefined) return () => ({ because: "variants", what: varied.id });
  let last: { key: string; bands: BatchInput["bands"]; made: PolicyProgram | NotPlanned } | undefined;
  return ({ period, bands, columns, pay = false }) => {
    const key = JSON.stringify([period, pay, Object.keys(columns)]);
    if (last?.key === key && last.bands === bands) return last.made;
    const has = (path: string) => Object.hasOwn(columns, path);
    const made = policyProgram(policy, parts, matrix, { period, bands, has, pays: pay });
    last = { key, bands, made };
    return made;
  };
}

function planFor(
  policy: CheckedPolicy,
  made: PolicyProgram,
  columns: BatchInput["columns"],
  rows: number,
): Planned | NotPlanned {
  const sampled = planOver(made, columns, { rows, sizes: "sampled" });
  const planned =
    "because" in sampled && sampled.because === "too-large"
      ? planOver(made, columns, { rows, sizes: "all" })
      : sampled;
  if ("because" in planned) return planned;
  const { plan, opened } = planned;
  const known = new Map(policy.axes.map(({ id, bands: own }) => [id, new Set(own.map((band) => band.id))]));
  return {
    plan,
    sources: opened.sources,
    required: made.required,
    checks: leftoverChecks(columns, opened.read, known),
    lines: made.lines ?? [],
  };
}

/** Opens the columns and plans the program over them; where numbers may be too large, it is worth looking at all of them. */
function planOver(
  made: PolicyProgram,
  columns: BatchInput["columns"],
  reading: Omit<Reading, "missing">,
): { readonly plan: Plan; readonly opened: OpenInputs } | NotPlanned {
  const opened = openInputs(made, columns, reading);
  if ("because" in opened) return opened;
  const plan = planProgram(made.program, opened.forms, [...new Set([...made.outputs, ...made.required])]);
  return "because" in plan ? { because: plan.because, what: plan.column } : { plan, opened };
}
