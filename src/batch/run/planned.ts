import type { CheckedMatrix } from "../../classification/matrix.js";
import type { PolicyParts } from "../../policy/parts.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import { withRecords } from "../credits/records.js";
import { creditChecks } from "../input/credit-checks.js";
import { earlierChecks } from "../input/earlier.js";
import type { BatchInput } from "../input/input.js";
import { type LeftoverCheck, leftoverChecks } from "../input/leftover.js";
import type { Compared } from "../input/own-groups.js";
import type { NotOverColumns } from "../outcome/result.js";
import type { PaidLine } from "../pay/part.js";
import { type Plan, planProgram, planProgramAnyway } from "../plan/plan.js";
import { type PolicyProgram, policyProgram } from "../policy-program/policy-program.js";
import { type OpenInputs, openInputs } from "./open.js";
import type { Opening } from "./open-numbers.js";

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

/** An input of one group, or of several whose rows are worked out together, each with what its rows are compared with. */
export interface GroupedInput extends BatchInput {
  readonly together?: readonly Compared[];
}

/** Plans a policy over the columns of an input. */
export interface Planner {
  /** How most rows are worked out, or why that cannot be: what has no columns. */
  plan(input: GroupedInput, rows: number): Planned | NotOverColumns;
  /** How those rows are worked out that this sets aside: each number in whole numbers or in balls. */
  planRest(input: GroupedInput, rows: number): Planned | NotOverColumns;
}

export function compilePlanner(policy: CheckedPolicy, parts: PolicyParts, matrix: CheckedMatrix): Planner {
  const programFor = compileProgramFor(policy, parts, matrix);
  const planBy = (over: typeof planMost) => (input: GroupedInput, rows: number) => {
    const made = programFor(input);
    if ("because" in made) return made;
    const columns = withRecords(input.columns);
    return withChecks(policy, made, columns, over(made, columns, rows));
  };
  return { plan: planBy(planMost), planRest: planBy(planEach) };
}

/** Makes the program for the columns that an input has; the last one is kept, since chunks of one file have the same. */
function compileProgramFor(
  policy: CheckedPolicy,
  parts: PolicyParts,
  matrix: CheckedMatrix,
): (input: GroupedInput) => PolicyProgram | NotOverColumns {
  let last:
    | {
        input: Pick<GroupedInput, "cohort" | "bands" | "together">;
        key: string;
        made: PolicyProgram | NotOverColumns;
      }
    | undefined;
  return ({ period, cohort, bands, together, columns, pay = false }) => {
    const key = JSON.stringify([period, pay, Object.keys(columns)]);
    const isSame = (name: "cohort" | "bands" | "together", value: unknown) => last?.input[name] === value;
    if (
      last?.key === key &&
      isSame("cohort", cohort) &&
      isSame("bands", bands) &&
      isSame("together", together)
    )
      return last.made;
    const has = (path: string) => Object.hasOwn(columns, path);
    const input = { ...(cohort && { cohort }), ...(bands && { bands }), ...(together && { together }) };
    const made = policyProgram(policy, parts, matrix, {
      period,
      groups: together ?? [input],
      has,
      pays: pay,
    });
    last = { key, made, input };
    return made;
  };
}

type PlanOver = ReturnType<typeof planOver>;

/** Where numbers may be too large, it is worth looking at all of them; where they are, it is balls that hold them. */
function planMost(made: PolicyProgram, columns: BatchInput["columns"], rows: number): PlanOver {
  const sampled = planOver(made, columns, { rows, sizes: "sampled", whole: "each-column" });
  if (!("because" in sampled)) return sampled;
  if (sampled.because !== "too-large")
    return planOver(made, columns, { rows, sizes: "sampled", whole: "most-rows" });
  const sized = planOver(made, columns, { rows, sizes: "all", whole: "each-column" });
  return "because" in sized ? planOver(made, columns, { rows, sizes: "all", whole: "most-rows" }) : sized;
}

function planEach(made: PolicyProgram, columns: BatchInput["columns"], rows: number): PlanOver {
  return planOver(made, columns, { rows, sizes: "every", whole: "each-row" });
}

function withChecks(
  policy: CheckedPolicy,
  made: PolicyProgram,
  columns: BatchInput["columns"],
  planned: PlanOver,
): Planned | NotOverColumns {
  if ("because" in planned) return planned;
  const { plan, opened } = planned;
  const known = new Map(policy.axes.map(({ id, bands: own }) => [id, new Set(own.map((band) => band.id))]));
  return {
    plan,
    sources: opened.sources,
    required: made.required,
    checks: [
      ...leftoverChecks(columns, opened.read, known),
      ...earlierChecks(columns),
      ...creditChecks(columns),
    ],
    lines: made.lines ?? [],
  };
}

/** Opens the columns and plans the program over them. */
function planOver(
  made: PolicyProgram,
  columns: BatchInput["columns"],
  opening: Opening,
): { readonly plan: Plan; readonly opened: OpenInputs } | NotOverColumns {
  const opened = openInputs(made, columns, opening);
  if ("because" in opened) return opened;
  const { outputs } = made;
  if (opening.whole !== "each-column")
    return { plan: planProgramAnyway(made.program, opened.forms, outputs), opened };
  const plan = planProgram(made.program, opened.forms, outputs);
  return "because" in plan ? { because: plan.because, what: plan.column } : { plan, opened };
}
