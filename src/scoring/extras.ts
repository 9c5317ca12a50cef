import * as z from "zod/mini";
import type { Path } from "../kernel/errors.js";
import { configNumber, id } from "../kernel/fields.js";
import { type Label, label } from "../kernel/label.js";
import { readNumber } from "../kernel/number.js";
import { evaluate, type Piece, type Piecewise } from "../kernel/piecewise.js";
import { compare, greater, lesser, ONE, type Rational, sum, ZERO } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { round } from "../kernel/rounding.js";
import { described, list } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import { writePiecewise } from "../program/interpreter.js";
import type { Step } from "../program/program.js";
import { scoreColumn } from "./branch.js";
import { checkId } from "./check-items.js";
import {
  checkSimpleMeasure,
  compileSimpleMeasure,
  type ScoreRounding,
  simpleMeasure,
} from "./measures/index.js";
import { measured, type Source } from "./source.js";

/** A range with one end or two. */
export interface Limits {
  readonly from?: number | string | undefined;
  readonly to?: number | string | undefined;
}

/** Points beside the weighted whole: additions and deductions, which have no weight (M15). */
export function extrasSchema() {
  return described(
    z.strictObject({
      items: described(
        list(
          z.strictObject({
            id: id(),
            label: z.optional(label()),
            measure: simpleMeasure(),
            missing: described(
              z._default(z.strictObject({ kind: z.enum(["error", "zero"]) }), { kind: "zero" }),
              "What counts where there is no evidence: an error, or 0 points.",
            ),
          }),
          1,
        ),
        "What adds or takes away points.",
      ),
      from: z.optional(
        described(configNumber(), "The least that all of them come to; a limit on deductions is negative."),
      ),
      to: z.optional(described(configNumber(), "The most that all of them come to.")),
    }),
    "Extra points beside the weighted whole: additions and deductions.",
  );
}

/** Extra points, with their defaults. */
export interface Extras extends Limits {
  readonly items: readonly {
    readonly id: string;
    readonly label?: Label | undefined;
    readonly measure: Parameters<typeof compileSimpleMeasure>[0];
    readonly missing: { readonly kind: "error" | "zero" };
  }[];
}

/** Notes what the shape cannot say about extra points. */
export function checkExtras(extras: Extras, path: Path, ids: Set<string>, report: Report): void {
  const at = [...path, "items"];
  for (const [index, item] of report.items(extras.items, at)) {
    checkId(item.id, [...at, index, "id"], ids, report);
    const measure = [...at, index, "measure"];
    if (report.sound(measure)) checkSimpleMeasure(item.measure, measure, report);
  }
  checkLimits(extras, path, report);
}

/** Notes a range whose ends are the wrong way around. */
export function checkLimits({ from, to }: Limits, path: Path, report: Report): void {
  if (from === undefined || to === undefined) return;
  if (!report.sound([...path, "from"]) || !report.sound([...path, "to"])) return;
  if (compare(readNumber(from), readNumber(to)) <= 0) return;
  const message = `expected at least from, which is ${show(from)}, got ${show(to)}`;
  report.add([...path, "to"], "range-empty", message);
}

/** One kind of extra points, compiled. */
export interface Extra {
  readonly id: string;
  readonly label?: Label;
  readonly measure: Extras["items"][number]["measure"]["kind"];
  readonly missing: Extras["items"][number]["missing"];
  readonly source: Source;
}

/** Compiles the kinds of extra points. */
export function compileExtras(extras: Extras | undefined, settings: ScoreRounding): readonly Extra[] {
  return (extras?.items ?? []).map(({ id: name, label: text, measure, missing }) => ({
    id: name,
    ...(text === undefined ? {} : { label: text }),
    measure: measure.kind,
    missing,
    source: measured(compileSimpleMeasure(measure, settings)),
  }));
}

/** The steps to the column `extras`: the points of each kind, their sum, and what the range leaves of it. */
export function extraSteps(
  extras: readonly Extra[],
  limits: Limits,
  { decimals, rounding }: ScoreRounding,
): readonly Step[] {
  return [
    ...extras.flatMap(({ id: name, source }): readonly Step[] => {
      const column = (part: string) => `${name}.${part}`;
      return [
        ...source.steps(column),
        { step: "round", to: column("rounded"), of: column("exact"), decimals, mode: rounding },
        { step: "first-present", to: scoreColumn(name), of: [column("rounded")], otherwise: "0" },
      ];
    }),
    {
      step: "weighted-sum",
      to: "extras-sum",
      of: extras.map(({ id: name }) => ({ column: scoreColumn(name), weight: "1" })),
    },
    { step: "piecewise", to: "extras", of: "extras-sum", function: writePiecewise(within(limits)) },
  ];
}

/** The function that keeps a number within limits. */
export function within({ from, to }: Limits): Piecewise {
  const [low, high] = [from, to].map((end) => (end === undefined ? undefined : readNumber(end)));
  const between: Piece = { includesFrom: true, coefficients: [ZERO, ONE] };
  const pieces: readonly Piece[] = [
    ...(low === undefined
      ? [between]
      : [
          { includesFrom: true, coefficients: [low] },
          { ...between, from: low },
        ]),
    ...(high === undefined ? [] : [{ from: high, includesFrom: true, coefficients: [high] }]),
  ];
  return { pieces };
}

/** One end of the points that all extras come to; undefined where there is no end. */
export function extrasEnd(
  extras: readonly Extra[],
  limits: Limits,
  side: "lowest" | "highest",
  { decimals, rounding }: ScoreRounding,
): Rational | undefined {
  const ends = extras.map(({ source }) => source[side]);
  if (!ends.every((end) => end !== undefined)) {
    const limit = side === "lowest" ? limits.from : limits.to;
    return limit === undefined ? undefined : readNumber(limit);
  }
  const reach = side === "lowest" ? lesser : greater;
  const total = sum(ends.map((end) => reach(ZERO, round(end, decimals, rounding))));
  return evaluate(within(limits), total);
}

/** Whether limits say anything. */
export function isLimited({ from, to }: Limits): boolean {
  return from !== undefined || to !== undefined;
}
