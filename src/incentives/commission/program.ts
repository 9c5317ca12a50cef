import type { Piecewise } from "../../kernel/piecewise.js";
import { writePiecewise } from "../../program/interpreter.js";
import type { Program, Step } from "../../program/program.js";
import { directFunction, type RateTable } from "../rate-table/compile.js";
import type { Count } from "../rate-table/terms.js";
import { capFunction, dealFloorFunction, floorFunction, gateFunction } from "./limits.js";
import { mirrored } from "./mirror.js";
import { asksForQuota, type CommissionPlan, type PlanTable } from "./plan.js";

/** The name of a column: what is counted together, the table, and what the column has. */
export function column(...names: readonly (string | undefined)[]): string {
  return names.filter((name) => name !== undefined && name !== "").join(".");
}

/** Columns that come in, and steps that make more of them. */
interface Part {
  readonly inputs: readonly string[];
  readonly steps: readonly Step[];
}

/** What credits that are counted together earn: one line's arithmetic. `decimals` are those of the currency. */
export function groupProgram(plan: CommissionPlan, decimals: number): Program {
  const { config } = plan;
  const perDeal = config.per === "credit" || config.per === "order";
  const earned = earnedPart(plan, undefined);
  const limits = perDeal
    ? dealLimits(config.perDeal, undefined, "qualified")
    : limitSteps(config, undefined, "qualified");
  return programOf(plan, [
    earned,
    { inputs: [], steps: limits.steps },
    { inputs: [], steps: [rounded("amount", limits.last, plan, decimals)] },
  ]);
}

/** What all credits to date earn, less what was paid for those before. */
export function toDateProgram(plan: CommissionPlan, decimals: number): Program {
  const parts = ["to-date", "earlier"].map((name): Part => {
    const earned = earnedPart(plan, name);
    const limits = limitSteps(plan.config, name, column(name, "qualified"));
    return {
      inputs: earned.inputs,
      steps: [...earned.steps, ...limits.steps, rounded(column(name, "amount"), limits.last, plan, decimals)],
    };
  });
  const less: readonly Step[] = [
    { step: "first-present", to: "less", of: ["paid", "earlier.amount"] },
    {
      step: "weighted-sum",
      to: "amount",
      of: [
        { column: "to-date.amount", weight: "1" },
        { column: "less", weight: "-1" },
      ],
    },
  ];
  return programOf(plan, [...parts, { inputs: ["paid"], steps: less }]);
}

/** A cap and a floor on the sum of lines that each stand alone. */
export function totalProgram(plan: CommissionPlan, decimals: number): Program {
  const { steps, last } = limitSteps(plan.config, undefined, "earned");
  return {
    inputs: [{ column: "earned", type: "number" }],
    steps: [...steps, rounded("amount", last, plan, decimals)],
  };
}

function programOf(plan: CommissionPlan, parts: readonly Part[]): Program {
  const names = [...parts.flatMap(({ inputs }) => inputs), ...(asksForQuota(plan) ? ["quota"] : [])];
  return {
    inputs: names.map((name) => ({ column: name, type: "number" })),
    steps: parts.flatMap(({ steps }) => steps),
  };
}

/** What the tables earn together, and nothing where a threshold is not reached: the column `qualified`. */
function earnedPart(plan: CommissionPlan, name: string | undefined): Part {
  const { tables, shared, kind } = plan;
  const last = totalColumn(plan, name);
  const earned = tables.map((table) => earnedColumn(plan, table, name));
  const common = shared && kind === "reached" ? countPart(plan.counts, column(name, "counted")) : undefined;
  const own = tables.map((table, index) =>
    tablePart(plan, table, (what) => column(name, table.id, what), earned[index] as string, common?.count),
  );
  const gate = gatePart(plan, name);
  return {
    inputs: [...(common?.inputs ?? []), ...own.flatMap(({ inputs }) => inputs), ...gate.inputs],
    steps: [
      ...(common?.steps ?? []),
      ...own.flatMap(({ steps }) => steps),
      ...(tables.length === 1 ? [] : [sumOf(last, earned)]),
      ...gate.steps,
    ],
  };
}

/** The column of what a table earns. */
export function earnedColumn(plan: CommissionPlan, { id }: PlanTable, name: string | undefined): string {
  return plan.tables.length === 1 ? totalColumn(plan, name) : column(name, id, "earned");
}

function totalColumn({ threshold }: CommissionPlan, name: string | undefined): string {
  return column(name, threshold?.all === true ? "earned" : "qualified");
}

type Name = (what: string) => string;

/** What one table earns, in the column `to`. */
function tablePart(
  plan: CommissionPlan,
  { rates }: PlanTable,
  at: Name,
  to: string,
  shared: string | undefined,
): Part {
  if (plan.kind === "spread") return { inputs: [to], steps: [] };
  const own =
    shared === undefined ? countPart(plan.counts, at("counted")) : { inputs: [], steps: [], count: shared };
  if (plan.kind === "direct") {
    const earned =
      plan.counts === "attainment"
        ? ofQuota(rates, own.count, at, to)
        : [piecewise(to, own.count, mirrored(directFunction(rates)))];
    return { inputs: own.inputs, steps: [...own.steps, ...earned] };
  }
  // A table without credits may end below what all tables count; the others have been checked.
  const rate = shared === undefined ? rates.rate : { pieces: rates.rate.pieces };
  return {
    inputs: [...own.inputs, at("paid-on")],
    steps: [
      ...own.steps,
      piecewise(at("rate"), own.count, rate),
      { step: "product", to, of: [at("rate"), at("paid-on")] },
    ],
  };
}

/** What an attainment earns: rates are a part of the quota, amounts are not. */
function ofQuota({ earns, pays }: RateTable, count: string, at: Name, to: string): readonly Step[] {
  const rates = pays === undefined ? to : at("by-rates");
  return [
    piecewise(at("part-of-quota"), count, mirrored(earns)),
    { step: "product", to: rates, of: [at("part-of-quota"), "quota"] },
    ...(pays === undefined
      ? []
      : [piecewise(at("by-amounts"), count, mirrored(pays)), sumOf(to, [rates, at("by-amounts")])]),
  ];
}

function sumOf(to: string, of: readonly string[]): Step {
  return { step: "weighted-sum", to, of: of.map((one) => ({ column: one, weight: "1" })) };
}

/** The column of a count, and what makes it of sums. */
function countPart(counts: Count, counted: string): Part & { readonly count: string } {
  const beside = (what: string) => `${counted.slice(0, -"counted".length)}${what}`;
  if (counts === "attainment") {
    const count = beside("attainment");
    return { inputs: [counted], steps: [{ step: "ratio", to: count, of: counted, by: "quota" }], count };
  }
  if (counts === "margin-percent") {
    const [margin, amount, count] = [beside("margin"), beside("amount-of-margin"), beside("margin-percent")];
    return {
      inputs: [margin, amount],
      steps: [{ step: "ratio", to: count, of: margin, by: amount, whenZero: "0" }],
      count,
    };
  }
  return { inputs: [counted], steps: [], count: counted };
}

/** The threshold, where nothing is paid until it is reached. */
function gatePart({ threshold }: CommissionPlan, name: string | undefined): Part {
  if (threshold?.all !== true) return { inputs: [], steps: [] };
  const { inputs, steps, count } = countPart(threshold.counts, column(name, "threshold-counted"));
  const gate = gateFunction(threshold.from, threshold.counts !== "margin-percent");
  return {
    inputs,
    steps: [
      ...steps,
      piecewise(column(name, "reached"), count, gate),
      {
        step: "product",
        to: column(name, "qualified"),
        of: [column(name, "earned"), column(name, "reached")],
      },
    ],
  };
}

interface Limits {
  readonly steps: readonly Step[];
  /** The column of what is left. */
  readonly last: string;
}

/** The cap and the floor of the commission of a period or to date. */
function limitSteps({ cap, floor }: CommissionPlan["config"], name: string | undefined, of: string): Limits {
  return inTurn(of, [
    ...(cap === undefined ? [] : [[column(name, "capped"), capFunction(cap)] as const]),
    ...(floor === undefined ? [] : [[column(name, "floored"), floorFunction(floor)] as const]),
  ]);
}

/** The cap and the floor of one deal's commission. */
function dealLimits(
  perDeal: CommissionPlan["config"]["perDeal"],
  name: string | undefined,
  of: string,
): Limits {
  return inTurn(of, [
    ...(perDeal?.cap === undefined ? [] : [[column(name, "capped"), capFunction(perDeal.cap)] as const]),
    ...(perDeal?.floor === undefined
      ? []
      : [[column(name, "floored"), dealFloorFunction(perDeal.floor)] as const]),
  ]);
}

function inTurn(of: string, functions: readonly (readonly [string, Piecewise])[]): Limits {
  let last = of;
  const steps = functions.map(([to, made]) => {
    const step = piecewise(to, last, made);
    last = to;
    return step;
  });
  return { steps, last };
}

function piecewise(to: string, of: string, made: Piecewise): Step {
  return { step: "piecewise", to, of, function: writePiecewise(made) };
}

function rounded(to: string, of: string, { config }: CommissionPlan, decimals: number): Step {
  return { step: "round", to, of, decimals, mode: config.rounding };
}
