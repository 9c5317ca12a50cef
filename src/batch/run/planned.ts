import type { CheckedMatrix } from "../../classification/matrix.js";
import type { PolicyParts } from "../../policy/parts.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import { withRecords } from "../credits/records.js";
import { creditChecks } from "../input/credit-checks.js";
import { earlierChecks } from "../input/earlier.js";
import type { BatchInput } from "../input/input.js";
import { lastMade } from "../input/last-made.js";
import { type LeftoverCheck, leftoverChecks } from "../input/leftover.js";
import type { Compared } from "../input/own-groups.js";
import type { NotOverColumns } from "../outcome/result.js";
import type { PaidLine } from "../pay/part.js";
import { type Plan, planProgram, planProgramAnyway } from "../plan/plan.js";
import { knownOf, type Slots, slotsFor } from "../plan/slots.js";
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
  /** Lets go of the columns, when the rows are worked out. */
  release(): void;
}

/** An input of one group, or of several whose rows are worked out together, each with what its rows are compared with. */
export interface GroupedInput extends BatchInput {
  readonly together?: readonly Compared[];
}

/** Plans a policy over the columns of an input. */
export interface Planner {
  /** Until the next call, how most rows are worked out, or why that cannot be: what has no columns. */
  plan(input: GroupedInput, rows: number): Planned | NotOverColumns;
  /** How those rows are worked out that this sets aside: each number in whole numbers or in balls. */
  planRest(input: GroupedInput, rows: number): Planned | NotOverColumns;
}

export function compilePlanner(policy: CheckedPolicy, parts: PolicyParts, matrix: CheckedMatrix): Planner {
  const programFor = compileProgramFor(policy, parts, matrix);
  const planBy = (over: PlanOver) => (input: GroupedInput, rows: number) => {
    const made = programFor(input);
    if ("because" in made) return made;
    const columns = withRecords(input.columns);
    return withChecks(policy, made, columns, over(made, columns, rows));
  };
  return { plan: planBy(compilePlanMost()), planRest: planBy(planEach) };
}

/** Makes the program for the columns that an input has; the last one is kept for as long as what it compares with is, since chunks of one file have the same. */
function compileProgramFor(
  policy: CheckedPolicy,
  parts: PolicyParts,
  matrix: CheckedMatrix,
): (input: GroupedInput) => PolicyProgram | NotOverColumns {
  const last = lastMade<PolicyProgram | NotOverColumns>();
  return ({ period, cohort, bands, together, columns, pay = false }) => {
    const key = JSON.stringify([period, pay, Object.keys(columns)]);
    const known = last.of([key, cohort, bands, together]);
    if (known !== undefined) return known;
    const has = (path: string) => Object.hasOwn(columns, path);
    const input = { ...(cohort && { cohort }), ...(bands && { bands }), ...(together && { together }) };
    const made = policyProgram(policy, parts, matrix, {
      period,
      groups: together ?? [input],
      has,
      pays: pay,
    });
    last.keep([key, cohort, bands, together], made);
    return made;
  };
}

/** A plan and the columns that it is of; `read` are the names of the caller's. */
interface Opened extends Pick<Planned, "plan" | "sources" | "release">, Pick<OpenInputs, "read"> {}

/** Opens the columns of a program and plans it over them. */
type PlanOver = (
  made: PolicyProgram,
  columns: BatchInput["columns"],
  rows: number,
) => Opened | NotOverColumns;

/** Where numbers may be too large, it is worth looking at all of them; where they are, it is balls that hold them. */
function compilePlanMost(): PlanOver {
  const planWhole = compilePlanWhole();
  return (made, columns, rows) => {
    const whole = (sizes: Opening["sizes"]) =>
      planWhole(made, columns, { rows, sizes, whole: "each-column" });
    const mostRows = (sizes: Opening["sizes"]) =>
      planAnyway(made, columns, { rows, sizes, whole: "most-rows" });
    const sampled = whole("sampled");
    if (!("because" in sampled)) return sampled;
    if (sampled.because !== "too-large") return mostRows("sampled");
    const sized = whole("all");
    return "because" in sized ? mostRows("all") : sized;
  };
}

function planEach(...[made, columns, rows]: Parameters<PlanOver>): ReturnType<PlanOver> {
  return planAnyway(made, columns, { rows, sizes: "every", whole: "each-row" });
}

function withChecks(
  policy: CheckedPolicy,
  made: PolicyProgram,
  columns: BatchInput["columns"],
  opened: Opened | NotOverColumns,
): Planned | NotOverColumns {
  if ("because" in opened) return opened;
  const { plan, sources, read, release } = opened;
  const known = new Map(policy.axes.map(({ id, bands: own }) => [id, new Set(own.map((band) => band.id))]));
  return {
    plan,
    sources,
    required: made.required,
    checks: [...leftoverChecks(columns, read, known), ...earlierChecks(columns), ...creditChecks(columns)],
    lines: made.lines ?? [],
    release,
  };
}

type PlanOpening = (
  made: PolicyProgram,
  columns: BatchInput["columns"],
  opening: Opening,
) => Opened | NotOverColumns;

/** In whole numbers alone. The last plan of a program is kept as long as that is: it serves again for columns of which the same is known, such as the next chunk of a file. */
function compilePlanWhole(): PlanOpening {
  const kept = new WeakMap<PolicyProgram, { readonly slots: Slots; readonly plan: Plan }>();
  return (made, columns, opening) => {
    const opened = openInputs(made, columns, opening);
    if ("because" in opened) return opened;
    const { forms, read } = opened;
    let last = kept.get(made);
    if (last?.slots.known !== knownOf(forms)) {
      const slots = slotsFor(forms);
      const plan = planProgram(made.program, slots.forms, made.outputs);
      if ("because" in plan) return { because: plan.because, what: plan.column };
      last = { slots, plan };
      kept.set(made, last);
    }
    const { plan, slots } = last;
    slots.put(forms);
    return { plan, sources: slots.sources, read, release: slots.clear };
  };
}

/** In balls too, where whole numbers do not hold what comes up. */
function planAnyway(...[made, columns, opening]: Parameters<PlanOpening>): ReturnType<PlanOpening> {
  const opened = openInputs(made, columns, opening);
  if ("because" in opened) return opened;
  const { forms, sources, read } = opened;
  const plan = planProgramAnyway(made.program, forms, made.outputs);
  return { plan, sources, read, release: () => undefined };
}
