import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber, configRatio, decimals } from "../../kernel/fields.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { type Corner, linesWithJumps, type Piecewise } from "../../kernel/piecewise.js";
import { compare, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { described, list, type Plain } from "../../kernel/schema.js";

/** How a payout curve goes on, from point to point and after the last. */
export function curveFields() {
  return {
    curve: described(
      z._default(z.enum(["steps", "lines"]), "lines"),
      "steps: the payout of the last point that the score reaches. lines: straight lines from point to point.",
    ),
    above: described(
      z._default(z.enum(["level", "extended"]), "level"),
      "Above the last point: level, its payout; extended, the last line goes on.",
    ),
  };
}

/** The points of a payout curve. */
export function payoutPoints() {
  return described(
    list(
      z.strictObject({
        score: configNumber(),
        pays: configRatio({ least: 0 }),
        below: z.optional(
          described(
            configRatio({ least: 0 }),
            "Where a line jumps: the payout that it comes to from below; from the point on `pays` holds.",
          ),
        ),
      }),
      1,
    ),
    "The points of the payout curve. Below the first nothing is paid, above the last its payout.",
  );
}

/** To how many decimals a payout is rounded when it is read off a curve. */
export function payoutDecimals() {
  return z.optional(
    described(
      decimals(),
      "To how many decimals a payout that is read off a curve is rounded (4: to a hundredth of a percent); without it, it is exact.",
    ),
  );
}

/** A payout curve that has been checked. */
export interface PayoutCurve {
  readonly curve: "steps" | "lines";
  readonly above: "level" | "extended";
  readonly payout: Plain<z.output<ReturnType<typeof payoutPoints>>>;
}

/** Notes points out of order, and jumps and ends that the curve cannot have. */
export function checkCurve({ curve, above, payout }: PayoutCurve, path: Path, report: Report): void {
  const at = [...path, "payout"];
  if (!report.sound(at)) return;
  for (const [index, { score, below }] of payout.entries()) {
    const before = payout[index - 1];
    if (before !== undefined && compare(readNumber(before.score), readNumber(score)) >= 0) {
      const message = `expected scores in rising order: ${score} is not above ${before.score}`;
      report.add([...at, index, "score"], "points-unsorted", message);
    }
    if (below === undefined || (curve !== "steps" && index > 0)) continue;
    const message = index === 0 ? "nothing is paid below the first point" : "steps always jump";
    report.add([...at, index, "below"], "one-of", `${message}: take this away`);
  }
  if (above !== "extended" || !report.clean(path)) return;
  const [last, before] = [payout.at(-1), payout.at(-2)];
  if (curve === "steps" || before === undefined || last?.below !== undefined) {
    report.add(
      [...path, "above"],
      "one-of",
      "a line goes on only from two points on, without a jump at the last",
    );
  } else if (compare(readRatio(last?.pays), readRatio(before.pays)) < 0) {
    report.add([...path, "above"], "points-falling", "a line that falls cannot go on without end");
  }
}

/** The payout as a function of the score. */
export function payoutFunction({ curve, above, payout }: PayoutCurve): Piecewise {
  const nothing = { includesFrom: false, coefficients: [ZERO] };
  const corners = payout.map(({ score, pays, below }): Corner => {
    const corner = { x: readNumber(score), y: readRatio(pays) };
    return below === undefined ? corner : { ...corner, below: readRatio(below) };
  });
  const steps = corners.map(({ x, y }) => ({ from: x, includesFrom: true, coefficients: [y] }));
  if (curve === "steps") return { pieces: [nothing, ...steps] };
  const lines = linesWithJumps(corners).pieces.slice(0, corners.length - 1);
  return { pieces: [nothing, ...lines, ...(above === "extended" ? [] : steps.slice(-1))] };
}
