import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configRatio, decimals, id } from "../../kernel/fields.js";
import { checkIds } from "../../kernel/ids.js";
import { type Label, label } from "../../kernel/label.js";
import { readRatio } from "../../kernel/number.js";
import { compare, divide, type Rational, rational, subtract, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { type RoundingMode, round } from "../../kernel/rounding.js";
import { described, list } from "../../kernel/schema.js";
import type { PayRange } from "./ranges.js";

/** The positions where a policy names none: below the range, its quarters from the minimum up, and above it. */
export const QUARTERS = [
  "below",
  "first-quarter",
  "second-quarter",
  "third-quarter",
  "fourth-quarter",
  "above",
] as const;

/** The fields that name the positions in a range. */
export function positionFields() {
  return {
    positions: z.optional(
      described(
        z.strictObject({
          by: described(
            z.enum(["compa-ratio", "penetration"]),
            "compa-ratio: the salary over the midpoint. penetration: how far it is from the minimum to the maximum.",
          ),
          decimals: z.optional(
            described(
              decimals(),
              "To how many decimals the ratio is rounded before it is placed; without it, it is exact.",
            ),
          ),
          bands: list(
            z.strictObject({
              id: id(),
              label: z.optional(label()),
              from: z.optional(
                described(configRatio(), "The least ratio of the position; the lowest has none."),
              ),
            }),
            1,
          ),
        }),
        "The positions in a range, from the lowest. Without them: below, first-quarter to fourth-quarter, above.",
      ),
    ),
  };
}

/** Positions as the config has them. */
export interface PositionsConfig {
  readonly positions?:
    | {
        readonly by: "compa-ratio" | "penetration";
        readonly decimals?: number | undefined;
        readonly bands: readonly {
          readonly id: string;
          readonly label?: Label | undefined;
          readonly from?: number | string | undefined;
        }[];
      }
    | undefined;
}

/** Where a salary is in its range. */
export interface RangePosition {
  readonly compaRatio: Rational;
  readonly penetration: Rational;
  readonly position: string;
  readonly positionLabel?: Label;
}

/** Notes what the schema cannot see in positions. */
export function checkPositions({ positions }: PositionsConfig, path: Path, report: Report): void {
  const at = [...path, "positions", "bands"];
  if (positions === undefined || !report.sound(at)) return;
  checkIds(positions.bands, at, report);
  for (const [index, { from }] of positions.bands.entries()) {
    const here = [...at, index, "from"];
    const before = positions.bands[index - 1]?.from;
    if ((from === undefined) !== (index === 0)) {
      const message = "the lowest position holds from below, every other says from where on it holds";
      report.add(here, index === 0 ? "one-of" : "missing", message);
    } else if (
      from !== undefined &&
      before !== undefined &&
      compare(readRatio(before), readRatio(from)) >= 0
    ) {
      report.add(
        here,
        "bands-unsorted",
        `expected positions in rising order: ${from} is not above ${before}`,
      );
    }
  }
}

/** The ids of all positions, from the lowest. */
export function positionIds({ positions }: PositionsConfig): readonly string[] {
  return positions?.bands.map(({ id: name }) => name) ?? QUARTERS;
}

/** Makes the function that says where a salary is in its range. */
export function compilePositions(
  { positions }: PositionsConfig,
  rounding: RoundingMode,
): (salary: Rational, range: PayRange) => RangePosition {
  const bands = positions?.bands
    .map((band) => ({ ...band, least: band.from === undefined ? undefined : readRatio(band.from) }))
    .reverse();
  return (salary, { minimum, midpoint, maximum }) => {
    const compaRatio = divide(salary, midpoint);
    const penetration = divide(subtract(salary, minimum), subtract(maximum, minimum));
    if (bands === undefined) return { compaRatio, penetration, position: quarterOf(penetration) };
    const exact = positions?.by === "compa-ratio" ? compaRatio : penetration;
    const value = positions?.decimals === undefined ? exact : round(exact, positions.decimals, rounding);
    const band = bands.find(({ least }) => least === undefined || compare(value, least) >= 0);
    const { id: position = "", label: positionLabel } = band ?? {};
    return {
      compaRatio,
      penetration,
      position,
      ...(positionLabel === undefined ? {} : { positionLabel }),
    };
  };
}

/** The quarter of the range; exactly a corner is in the upper one, and the maximum in the last. */
function quarterOf(penetration: Rational): (typeof QUARTERS)[number] {
  if (compare(penetration, ZERO) < 0) return "below";
  if (compare(penetration, rational(1n, 4n)) < 0) return "first-quarter";
  if (compare(penetration, rational(1n, 2n)) < 0) return "second-quarter";
  if (compare(penetration, rational(3n, 4n)) < 0) return "third-quarter";
  return compare(penetration, rational(1n)) <= 0 ? "fourth-quarter" : "above";
}
