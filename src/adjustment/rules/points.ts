import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber, id } from "../../kernel/fields.js";
import type { Report } from "../../kernel/report.js";
import { described, list, type Plain } from "../../kernel/schema.js";
import { checkCondition, type Names } from "../conditions/check.js";

/** The schema of points that are collected from review to review. */
export function pointsSchema() {
  return described(
    z.strictObject({
      awards: list(
        described(
          z.strictObject({
            at: described(z.record(z.string(), id()), "The band on each axis that matters."),
            points: configNumber(),
          }),
          "What a review gives to a person in these bands; the first that fits.",
        ),
        1,
      ),
      onPromotion: described(
        z._default(z.enum(["reset", "keep", "spend"]), "reset"),
        "reset: they begin at 0 again. keep: they stay. spend: those that the promotion asked for are taken away: the most of the conditions of points that are met, in the condition that promotes and among the requirements.",
      ),
      onDemotion: z._default(z.enum(["reset", "keep"]), "keep"),
    }),
    "Points that reviews give, and that conditions count.",
  );
}

/** Points, as the rules state them. */
export type PointsTerms = Plain<z.output<ReturnType<typeof pointsSchema>>>;

/** Notes bands of awards that are not there, and conditions on points where none are given. */
export function checkPoints(points: PointsTerms | undefined, names: Names, path: Path, report: Report): void {
  for (const [index, award] of report.items(points?.awards, [...path, "awards"])) {
    const at = { kind: "placed" as const, at: award.at, periods: 1 };
    if (report.sound([...path, "awards", index]))
      checkCondition(at, names, [...path, "awards", index], report);
  }
}
