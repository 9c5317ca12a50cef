import { currencyDecimals } from "../../kernel/currency.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { rationalText } from "../../kernel/rational.js";
import { writePiecewise } from "../../program/interpreter.js";
import type { Program, Step } from "../../program/program.js";
import { type PayoutCurve, payoutFunction } from "./curve.js";
import type { BonusRules } from "./fields.js";

type Multiplier = NonNullable<BonusRules["multipliers"]>[number];

/** The column of what the input says of a multiplier. */
export function multiplierColumn(name: string): string {
  return `multiplier.${name}`;
}

/** Whether the input says the factor itself. */
export function isFactor({ payout, byScore }: Multiplier): boolean {
  return payout === undefined && byScore === undefined;
}

/** The column of a multiplier's payout. */
export function payoutColumn(multiplier: Multiplier): string {
  return isFactor(multiplier) ? multiplierColumn(multiplier.id) : `payout.${multiplier.id}`;
}

/** The column of what the curve pays for the score: where nothing else makes the payout, it is that of the payout itself. */
export function scoreColumn({ multipliers = [], modifiers, floor, cap }: BonusRules): string {
  if (multipliers.length > 0 || modifiers !== undefined) return "payout.score";
  return floor === undefined && cap === undefined ? "payout" : "unbounded payout";
}

/** The program of a performance bonus: the target, the payout, the part of the period. */
export function bonusProgram(config: BonusRules & { readonly currency: string }): Program {
  const { target, multipliers = [], currency, rounding } = config;
  const ofSalary = target.some(({ share }) => share !== undefined);
  const numbers = [
    "score",
    ...(ofSalary ? ["salary"] : []),
    ...multipliers.map(({ id }) => multiplierColumn(id)),
  ];
  return {
    inputs: [
      { column: "tier", type: "label" },
      ...[...numbers, "part"].map((column) => ({ column, type: "number" as const })),
    ],
    steps: [
      ...payoutSteps(config),
      ...targetSteps(target, ofSalary),
      { step: "product", to: "paid", of: ["payout", "part"] },
      { step: "product", to: "unrounded", of: ["target", "paid"] },
      { step: "round", to: "amount", of: "unrounded", decimals: currencyDecimals(currency), mode: rounding },
    ],
  };
}

/** The steps that make the payout: the curve, the multipliers, the modifier of the tier, floor and cap. */
function payoutSteps(config: BonusRules): readonly Step[] {
  const { multipliers = [], modifiers, floor, cap } = config;
  const ofMultipliers = multipliers.flatMap((one) => multiplierSteps(one, config));
  const made = [
    ...curveSteps(config, "payout.score", "score", config),
    ...ofMultipliers,
    ...(multipliers.length === 0 ? [] : combineSteps(config, multipliers)),
  ];
  const modified = modifiers === undefined ? made : [...made, ...modifierSteps(modifiers, lastOf(made))];
  if (floor === undefined && cap === undefined) return calling(modified, "payout");
  const unbounded = calling(modified, "unbounded payout");
  return [...unbounded, boundStep(lastOf(unbounded), floor, cap)];
}

function lastOf(steps: readonly Step[]): string {
  return steps.at(-1)?.to ?? "";
}

/** The same steps, of which the last makes a column of this name. */
function calling(steps: readonly Step[], to: string): readonly Step[] {
  return steps.map((step, index) => (index === steps.length - 1 ? { ...step, to } : step));
}

function multiplierSteps(one: Multiplier, config: BonusRules): readonly Step[] {
  const { id, payout, byScore, ...curve } = one;
  if (byScore !== undefined) return matrixSteps(one, byScore, config);
  if (payout === undefined) return [];
  return curveSteps({ ...curve, payout }, `payout.${id}`, multiplierColumn(id), config);
}

/** The payout of a matrix: the curve of each row times how far the score is at that row, added. */
function matrixSteps(
  { id, curve, above }: Multiplier,
  { curve: between, rows }: NonNullable<Multiplier["byScore"]>,
  { payoutDecimals, rounding }: BonusRules,
): readonly Step[] {
  const [value, to] = [multiplierColumn(id), `payout.${id}`];
  const parts = rows.map((_, index) => `part.${id}.${index + 1}`);
  const steps = rows.flatMap(({ payout }, index): readonly Step[] => {
    const [weight, row] = [`weight.${id}.${index + 1}`, `row.${id}.${index + 1}`];
    const atRow = rows.map(({ score }, other) => ({ score, pays: other === index ? 1 : 0 }));
    return [
      readStep({ curve: between, above: "level", payout: atRow }, weight, "score"),
      readStep({ curve, above, payout }, row, value),
      { step: "product", to: parts[index] ?? "", of: [weight, row] },
    ];
  });
  const sum: Step = {
    step: "weighted-sum",
    to,
    of: parts.map((column) => ({ column, weight: "1" })),
  };
  if (payoutDecimals === undefined) return [...steps, sum];
  return [...steps, ...roundedSteps(sum, payoutDecimals, rounding)];
}

function curveSteps(
  curve: PayoutCurve,
  to: string,
  of: string,
  { payoutDecimals, rounding }: BonusRules,
): readonly Step[] {
  const read = readStep(curve, to, of);
  return payoutDecimals === undefined ? [read] : roundedSteps(read, payoutDecimals, rounding);
}

function readStep(curve: PayoutCurve, to: string, of: string): Step {
  return { step: "piecewise", to, of, function: writePiecewise(payoutFunction(curve)) };
}

/** A step, and one that rounds what it makes. */
function roundedSteps(step: Step, decimals: number, mode: BonusRules["rounding"]): readonly Step[] {
  const exact = `exact ${step.to}`;
  return [
    { ...step, to: exact },
    { step: "round", to: step.to, of: exact, decimals, mode },
  ];
}

function combineSteps(
  { combine, weight = 1 }: BonusRules,
  multipliers: readonly Multiplier[],
): readonly Step[] {
  const columns = ["payout.score", ...multipliers.map(payoutColumn)];
  if (combine === "multiply") return [{ step: "product", to: "combined payout", of: columns }];
  const weights = [weight, ...multipliers.map((one) => one.weight ?? 1)];
  const of = columns.map((column, index) => ({ column, weight: rationalText(readRatio(weights[index])) }));
  const required = multipliers.filter((one) => one.required);
  const gates = required.map(
    (one): Step => ({
      step: "piecewise",
      to: `gate.${one.id}`,
      of: payoutColumn(one),
      function: {
        pieces: [{ coefficients: ["0"] }, { from: "0", includesFrom: false, coefficients: ["1"] }],
      },
    }),
  );
  const sum: Step = { step: "weighted-sum", to: "added payout", of };
  if (gates.length === 0) return [sum];
  const gated = ["added payout", ...gates.map(({ to }) => to)];
  return [sum, ...gates, { step: "product", to: "gated payout", of: gated }];
}

function modifierSteps(modifiers: NonNullable<BonusRules["modifiers"]>, of: string): readonly Step[] {
  const rows = modifiers.map(({ tier, factor }) => ({
    labels: [tier],
    value: rationalText(readNumber(factor)),
  }));
  return [
    { step: "look-up", to: "stated modifier", by: ["tier"], type: "number", rows },
    { step: "first-present", to: "modifier", of: ["stated modifier"], otherwise: "1" },
    { step: "product", to: "modified payout", of: [of, "modifier"] },
  ];
}

/** The payout, but no less than the floor and no more than the cap. */
function boundStep(of: string, floor: BonusRules["floor"], cap: BonusRules["cap"]): Step {
  const ends = [floor, cap].map((end) => (end === undefined ? undefined : rationalText(readRatio(end))));
  const [low, high] = ends;
  const pieces = [
    ...(low === undefined ? [{ coefficients: ["0", "1"] }] : [{ coefficients: [low] }]),
    ...(low === undefined || low === high ? [] : [{ from: low, coefficients: ["0", "1"] }]),
    ...(high === undefined ? [] : [{ from: high, coefficients: [high] }]),
  ];
  return { step: "piecewise", to: "payout", of, function: { pieces } };
}

function targetSteps(target: BonusRules["target"], ofSalary: boolean): readonly Step[] {
  const look = (to: string, key: "amount" | "share"): Step => ({
    step: "look-up",
    to,
    by: ["tier"],
    type: "number",
    rows: target.flatMap(({ tier, [key]: value }) =>
      value === undefined ? [] : [{ labels: [tier], value: rationalText(readRatio(value)) }],
    ),
  });
  if (!ofSalary) return [look("target", "amount")];
  return [
    look("target amount", "amount"),
    look("target share", "share"),
    { step: "product", to: "target of salary", of: ["target share", "salary"] },
    { step: "first-present", to: "target", of: ["target amount", "target of salary"] },
  ];
}
