import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber } from "../../kernel/fields.js";
import { readNumber } from "../../kernel/number.js";
import { compare } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { described } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import type { Measure } from "./measure.js";
import { outOfRange, point, scaleMeasure } from "./scale.js";

/** Direct points: the value is the score (M4). */
export function pointsSchema() {
  return described(
    z.strictObject({
      kind: z.literal("points"),
      from: z._default(configNumber(), 0),
      to: z._default(configNumber(), 100),
      outOfRange: outOfRange(),
    }),
    "Direct points: the value, from `from` to `to`, is the score.",
  );
}

export type PointsMeasure = z.output<ReturnType<typeof pointsSchema>>;

export function checkPoints({ from = 0, to = 100 }: PointsMeasure, path: Path, report: Report): void {
  if (compare(readNumber(from), readNumber(to)) < 0) return;
  report.add(
    [...path, "to"],
    "range-empty",
    `expected more than from, which is ${show(from)}, got ${show(to)}`,
  );
}

export function compilePoints({ from, to, outOfRange: rule }: PointsMeasure): Measure {
  const [low, high] = [readNumber(from), readNumber(to)];
  return scaleMeasure([point(low, low), point(high, high)], rule);
}
