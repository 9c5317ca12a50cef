import { apportion, compareIds } from "../kernel/apportion.js";
import { lossless } from "../kernel/decimal.js";
import type { Path } from "../kernel/errors.js";
import { headCountOfShare } from "../kernel/head-count.js";
import { fixedPoint, GUARD_DIGITS, roundIrrational } from "../kernel/irrational.js";
import { readNumber } from "../kernel/number.js";
import { seal } from "../kernel/plain.js";
import {
  add,
  divide,
  multiply,
  type Rational,
  rational,
  rationalText,
  subtract,
} from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { round } from "../kernel/rounding.js";
import { show } from "../kernel/show.js";
import type { GroupBand, GroupBands } from "./band-context.js";
import type { CheckedMatrix } from "./matrix.js";
import { quantile } from "./quantiles.js";
import { cutsOf, type Relative } from "./relative.js";

/** An axis whose bands are relative. */
export type RelativeAxis = CheckedMatrix["axes"][number] & { readonly relative: Relative };

/** The scores of a group on one axis by their places, the best first, from 0. */
export interface GroupScores {
  readonly count: number;
  at(place: number): Rational;
  /** The first place with the score of a place, and the one after the last of them. */
  first(place: number): number;
  end(place: number): number;
  /** Who is at the places from one to before another, all of one score. */
  ids(first: number, end: number): readonly string[];
  /** The sum of all scores, and of their squares. */
  moments(): { readonly total: Rational; readonly squares: Rational };
}

/** Where the bands of an axis begin for a group. */
export function bandsOfGroup(
  axis: RelativeAxis,
  scores: GroupScores,
  path: Path,
  report: Report,
): GroupBands {
  const { relative, bands } = axis;
  const { count } = scores;
  const above = bands.slice(1);
  const made =
    count < (relative.minimumGroup ?? 0)
      ? above.map(({ id: band, from }) => ({ band, from: lossless(readNumber(from)) }))
      : relativeBands(axis, scores, path, report);
  return seal({ count, bands: made });
}

function relativeBands(
  { id: axis, bands, relative }: RelativeAxis,
  scores: GroupScores,
  path: Path,
  report: Report,
): readonly GroupBand[] {
  const names = bands.map(({ id }) => id);
  const cuts = new Map(cutsOf(relative).map(({ band, value }) => [band, value]));
  const cutAt = (band: string) => cuts.get(band) as Rational;
  const rising = { count: scores.count, at: (place: number) => scores.at(scores.count - 1 - place) };
  switch (relative.kind) {
    case "quantile":
      return names.slice(1).map((band) => {
        const from = quantile(rising, cutAt(band), relative.definition);
        return { band, from: lossless(round(from, relative.decimals, "half-up")) };
      });
    case "mean-deviation":
      return deviationBands(axis, names, cutAt, relative, scores, path, report);
    default: {
      const counts = headCounts(names, cutAt, relative, scores.count);
      return names
        .slice(1)
        .map((band, index) => headCountBand(band, counts[index] as number, relative, scores));
    }
  }
}

/** How many people are in each band but the lowest or in a better one, in rising order of the bands. */
function headCounts(
  names: readonly string[],
  cutAt: (band: string) => Rational,
  relative: Extract<Relative, { readonly ties: unknown }>,
  size: number,
): readonly number[] {
  if (relative.kind === "forced") {
    const fromTop = [...names].reverse();
    const digits = String(names.length).length;
    const shares = fromTop.map((band, place) => ({
      id: String(place).padStart(digits, "0"),
      share: cutAt(band),
    }));
    const parts = apportion(BigInt(size), shares).map(Number);
    return names.slice(1).map((band) => {
      const place = fromTop.indexOf(band);
      return parts.slice(0, place + 1).reduce((all, part) => all + part, 0);
    });
  }
  return names.slice(1).map((band) => {
    if (relative.kind === "top-count") return Math.min(size, Number(cutAt(band).n));
    return headCountOfShare(cutAt(band), size, relative.rounding);
  });
}

/** Where a band begins that the first `places` people are to be in. */
function headCountBand(
  band: string,
  places: number,
  { ties }: Extract<Relative, { readonly ties: unknown }>,
  scores: GroupScores,
): GroupBand {
  const { count } = scores;
  const isSame = (place: number) => place > 0 && place < count && scores.first(place) < place;
  const inside =
    typeof ties !== "string" || !isSame(places)
      ? Math.min(Math.max(places, 0), count)
      : ties === "all-in"
        ? scores.end(places)
        : scores.first(places);
  if (inside === 0) return { band };
  const from = lossless(scores.at(inside - 1));
  if (!isSame(inside)) return { band, from };
  return { band, from, tied: [...scores.ids(scores.first(inside), inside)].sort(compareIds) };
}

function deviationBands(
  axis: string,
  names: readonly string[],
  deviationsOf: (band: string) => Rational,
  relative: Extract<Relative, { readonly kind: "mean-deviation" }>,
  scores: GroupScores,
  path: Path,
  report: Report,
): readonly GroupBand[] {
  const size = rational(BigInt(scores.count));
  const { total, squares: all } = scores.moments();
  const mean = divide(total, size);
  const squares = subtract(all, multiply(total, mean));
  if (squares.n === 0n) {
    const reached = relative.whenEqual === undefined ? -1 : names.indexOf(relative.whenEqual);
    if (reached < 0)
      report.add(
        path,
        "cohort-constant",
        `all scores on ${show(axis)} are ${rationalText(mean)}, so that nothing deviates: say in whenEqual in which band all are then`,
      );
    return names.slice(1).map((band, index) => (index < reached ? { band, from: lossless(mean) } : { band }));
  }
  const divisor = relative.deviation === "sample" ? subtract(size, rational(1n)) : size;
  const point = fixedPoint(relative.decimals + GUARD_DIGITS);
  const deviation = point.value(point.squareRoot(divide(squares, divisor)));
  return names.slice(1).map((band) => {
    const from = add(mean, multiply(deviationsOf(band), deviation));
    return { band, from: lossless(roundIrrational(from, relative.decimals)) };
  });
}
