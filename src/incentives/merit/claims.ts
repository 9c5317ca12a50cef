import type { Path } from "../../kernel/errors.js";
import { checkIds } from "../../kernel/ids.js";
import { readNumber } from "../../kernel/number.js";
import { compileProration } from "../../kernel/proration.js";
import {
  compare,
  greater,
  lesser,
  multiply,
  type Rational,
  rationalText,
  subtract,
  ZERO,
} from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import type { Checked } from "../../kernel/schema.js";
import { show, showChoices } from "../../kernel/show.js";
import type { LineNote } from "../line.js";
import { checkPresence, paidPart, presenceNotes } from "../presence.js";
import { rowCheck } from "../row-keys.js";
import type { Claim } from "./award.js";
import type { meritIncreaseConfig, meritIncreaseInput } from "./fields.js";
import { bandOfScore, bandsByScore, compileMeritMatrix } from "./matrix.js";
import { compilePositions, type RangePosition } from "./positions.js";
import { compileRanges, type PayRange } from "./ranges.js";

export type CheckedMeritPlan = Checked<typeof meritIncreaseConfig>;
export type CheckedMeritInput = Checked<typeof meritIncreaseInput>;
type Person = CheckedMeritInput["people"][number];

/** What a person claims, and why. */
export interface MeritClaim {
  readonly person: Person;
  readonly range: PayRange;
  readonly place: RangePosition;
  readonly band: string;
  /** The increase that the matrix gives, or that was proposed. */
  readonly percent: Rational;
  /** Why it is for a part of the period alone. */
  readonly presence: readonly LineNote[];
  /** What that comes to, before the maximum of the range and the budget. */
  readonly wanted: Rational;
  readonly claim: Claim;
}

/** Makes the function that works out what people claim. What is wrong with them is noted, all at once, and the report stopped. */
export function compileClaims(config: CheckedMeritPlan) {
  const proration = compileProration(config.proration);
  const rangeOf = compileRanges(config, config.rounding);
  const place = compilePositions(config, config.rounding);
  const cellOf = compileMeritMatrix(config);
  const checkRow = rowCheck(config.ranges, "the ranges");

  const claimOf = (person: Person, { period }: CheckedMeritInput, path: Path, report: Report): MeritClaim => {
    const [salary, range] = [readNumber(person.salary), rangeOf(person)];
    const position = place(salary, range);
    const band = person.band ?? bandOfScore(config, readNumber(person.score));
    const cell = cellOf(band, position.position);
    const percent = person.percent === undefined ? cell.target : readNumber(person.percent);
    if (compare(percent, cell.least) < 0 || compare(percent, cell.most) > 0) {
      const allowed = `expected ${rationalText(cell.least)} to ${rationalText(cell.most)} for ${band}, ${position.position}`;
      report.add([...path, "percent"], "out-of-range", `${allowed}, got ${show(person.percent)}`);
    }
    const part = paidPart(period, person, proration, report);
    const wanted = multiply(multiply(salary, percent), part);
    const claim = { id: person.id, salary, ...limited(wanted, salary, range, config.aboveMaximum) };
    const presence = presenceNotes(period, part, person, proration);
    return { person, range, place: position, band, percent, presence, wanted, claim };
  };

  return (input: CheckedMeritInput, report: Report): readonly MeritClaim[] => {
    checkIds(input.people, ["people"], report);
    for (const [index, person] of input.people.entries()) {
      checkRow(person, ["people", index], report);
      checkBand(config, person, ["people", index], report);
      checkPresence(person, ["people", index], report);
    }
    report.stop();
    const claims = input.people.map((person, index) => claimOf(person, input, ["people", index], report));
    report.stop();
    return claims;
  };
}

/** An increase, of which what is above the maximum of the range is lost, paid once, or paid all the same. */
function limited(
  wanted: Rational,
  salary: Rational,
  { maximum }: PayRange,
  above: CheckedMeritPlan["aboveMaximum"],
): Pick<Claim, "raise" | "lump" | "most"> {
  if (above === "paid") return { raise: wanted, lump: ZERO };
  const raise = lesser(wanted, greater(ZERO, subtract(maximum, salary)));
  return { raise, lump: above === "lump-sum" ? subtract(wanted, raise) : ZERO, most: maximum };
}

/** A person comes with a score where the bands say their scores, and with a band where they do not. */
function checkBand(config: CheckedMeritPlan, { band, score }: Person, path: Path, report: Report): void {
  const [wanted, other] = bandsByScore(config) ? (["score", "band"] as const) : (["band", "score"] as const);
  const given = { band, score };
  if (given[wanted] === undefined)
    report.add([...path, wanted], "missing", `this is required: the ${wanted}`);
  if (given[other] !== undefined)
    report.add([...path, other], "one-of", `expected a ${wanted} alone: take this away`);
  const ids = config.bands.map(({ id }) => id);
  if (wanted === "band" && band !== undefined && !ids.includes(band))
    report.add(
      [...path, "band"],
      "unknown-band",
      `${show(band)} is not a band: expected ${showChoices(ids)}`,
    );
}
