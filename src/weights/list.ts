import * as z from "zod/mini";
import { apportion } from "../kernel/apportion.js";
import { type Decimal, SHOWN_DECIMALS, unitsToDecimal } from "../kernel/decimal.js";
import type { Path } from "../kernel/errors.js";
import { configNumber, decimals, key } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { isNumberProblem, type NumberInput, parseRatio, readRatio } from "../kernel/number.js";
import { divide, type Rational, rationalText, sum } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { described, judged, list } from "../kernel/schema.js";
import { show } from "../kernel/show.js";

/** The JSON Schema of a weight in an input. */
const WEIGHT_JSON = { type: ["number", "string", "object"] };

/** One weight: exact, and as it is shown. */
export interface ExactWeight {
  readonly id: string;
  /** The exact part of 1, as a decimal or fraction text that a weight schema accepts: `"0.25"`, `"11/18"`. */
  readonly weight: string;
  /** The part of 1, rounded to be shown; the weights shown sum to 1. */
  readonly shown: Decimal;
}

/** Weights that sum to 1 exactly, in the order of the input, and the method that made them. */
export interface WeightList {
  readonly kind: "weights";
  readonly method: string;
  readonly weights: readonly ExactWeight[];
}

/** The one field that the config of every method has. */
export function shownField() {
  return {
    shownDecimals: described(
      z._default(decimals(), SHOWN_DECIMALS),
      "The decimals of the weights that are shown; the exact ones are not rounded.",
    ),
  };
}

/** A weight in an input, zero or more: a number, a decimal, fraction or percent text, or a `Decimal`. */
export function inputWeight() {
  return judged<NumberInput>((value) => {
    const read = parseRatio(value);
    if (isNumberProblem(read)) return read;
    return read.n < 0n
      ? { code: "out-of-range", message: `expected at least 0, got ${show(value)}` }
      : undefined;
  }, WEIGHT_JSON);
}

/** Weights by id. Other properties are let be, so that a schema's indicators and a method's result can be given as they are. */
export function inputWeights() {
  return list(z.object({ id: key(), weight: inputWeight() }), 1);
}

/** The rule of the weights that a method starts from: the fields of a weight schema. */
export function weightRuleFields() {
  return {
    outOf: z.optional(
      described(configNumber({ above: 0 }), "What the weights sum to; 1 where this is not said."),
    ),
    normalise: z.optional(
      described(z.boolean(), "Scale weights with another sum, instead of refusing them."),
    ),
  };
}

/** Reads weights by id and scales them to 1; notes ids that are there twice and weights that are all zero. */
export function readProportions(
  items: readonly { readonly id: string; readonly weight: NumberInput }[],
  path: Path,
  report: Report,
): readonly Rational[] {
  checkIds(items, path, report);
  return proportions(
    items.map((item) => readRatio(item.weight)),
    path,
    report,
  );
}

/** Scales values of zero or more to 1; notes those that are all zero. */
export function proportions(values: readonly Rational[], path: Path, report: Report): readonly Rational[] {
  const total = sum(values);
  if (total.n !== 0n) return values.map((value) => divide(value, total));
  report.add(path, "weights-zero", "expected at least one above zero: all of them are zero");
  return values;
}

/** Writes weights that sum to 1. Call it after `report.stop()`: it notes those that are too long for a weight schema to read. */
export function weightList(
  method: string,
  ids: readonly { readonly id: string }[],
  weights: readonly Rational[],
  shownDecimals: number,
  report: Report,
): WeightList {
  const shares = ids.map(({ id }, index) => ({ id, share: weights[index] as Rational }));
  const shown = apportion(10n ** BigInt(shownDecimals), shares);
  return {
    kind: "weights",
    method,
    weights: shares.map(({ id, share }, index) => ({
      id,
      weight: exactText(share, id, report),
      shown: unitsToDecimal(shown[index] ?? 0n, shownDecimals),
    })),
  };
}

/** The text of an exact weight; notes, once, one that has more digits than a config may have. */
export function exactText(weight: Rational, id: string, report: Report): string {
  const texts = [rationalText(weight), `${weight.n}/${weight.d}`];
  const readable = texts.find((text) => !isNumberProblem(parseRatio(text)));
  if (readable !== undefined) return readable;
  if (report.count() === 0) {
    const message = `the exact weight of ${show(id)} has too many digits for a weight schema: give fewer or rounder numbers`;
    report.add([], "number-out-of-range", message, { id });
  }
  return "0";
}
