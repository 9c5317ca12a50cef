import * as z from "zod/mini";
import { apportion, compareIds } from "../kernel/apportion.js";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { lossless } from "../kernel/decimal.js";
import { inputNumber, key } from "../kernel/fields.js";
import { headCount, headCountOfShare } from "../kernel/head-count.js";
import { checkIds } from "../kernel/ids.js";
import { fixedPoint, GUARD_DIGITS, roundIrrational } from "../kernel/irrational.js";
import { readNumber } from "../kernel/number.js";
import { compareByKeys, readOrderKeys } from "../kernel/order-keys.js";
import { seal } from "../kernel/plain.js";
import {
  add,
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  rationalText,
  subtract,
  sum,
} from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { round } from "../kernel/rounding.js";
import { type Checked, lazySchema, list, type Written } from "../kernel/schema.js";
import { notAmong, show } from "../kernel/show.js";
import type { BandContext, GroupBand, GroupBands } from "./band-context.js";
import { type CheckedMatrix, checkMatrix, type Matrix, matrixSchema } from "./matrix.js";
import { quantile } from "./quantiles.js";
import { cutsOf, type Relative, tieKeys } from "./relative.js";

const groupInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    people: list(
      z.strictObject({
        id: key(),
        scores: z.record(z.string(), inputNumber()),
        keys: z.optional(z.record(z.string(), inputNumber())),
      }),
      1,
    ),
  }),
);

/**
 * The people of a group: the score of each on every axis whose bands are relative, and the numbers that tell people of the same score apart.
 *
 * @useDeclaredType
 */
export type BandGroup = Written<typeof groupInput>;

/**
 * Works out where relative bands begin for a group: the context with which each of its people can be placed alone (M5, M17).
 *
 * Its config is the matrix itself; axes whose bands are fixed are left out. Head-counts (`top-share`, `top-count`, `forced`) are counted from the best score; a band begins
 * at the score of the last one who is in it. Where people of the same score stand on both sides, `ties` decides: all of them are in, none is, or the first by further keys and then by id (by code
 * point), who are named in `tied`. More places than people take all of them. Quantiles, means and deviations are rounded to `decimals`, half-up. A group below `minimumGroup` has the fixed
 * beginnings of the bands. The result does not depend on the order of the people.
 *
 * Errors of the config: those of `classifier`. Errors of the input: nobody at all (`too-small`), a person twice (`duplicate-id`), a score or a key missing (`score-missing`, `missing`), means and
 * deviations of scores that are all the same, without `whenEqual` (`cohort-constant`).
 *
 * @example
 * ```ts
 * import { bandContext, classifier } from "tierwise";
 *
 * const matrix = {
 *   axes: [{
 *     id: "performance",
 *     bands: [{ id: "others" }, { id: "best" }],
 *     relative: { kind: "top-share", cuts: [{ band: "best", share: "20%" }], ties: "all-in" },
 *   }],
 * } as const;
 * const scores = [71, 84, 93, 65, 88];
 * const people = scores.map((performance, index) => ({ id: `p${index}`, scores: { performance } }));
 * const cohort = bandContext(matrix)({ people });
 * cohort.axes.performance; // => { count: 5, bands: [{ band: "best", from: "93" }] }
 * classifier(matrix)({ scores: { performance: 93 }, cohort }).axes[0]?.band; // => "best"
 * ```
 */
export const bandContext: CalculatorFactory<Matrix, BandGroup, BandContext> = /* @__PURE__ */ defineFactory({
  title: "bandContext",
  config: matrixSchema,
  check: (config, report) => checkMatrix(config, [], report),
  compile: (matrix) =>
    defineCalculator({
      title: "bandContext",
      input: groupInput,
      run: (input, report) => makeContext(matrix, input, report),
    }),
});

type CheckedGroup = Checked<typeof groupInput>;
type RelativeAxis = CheckedMatrix["axes"][number] & { readonly relative: Relative };

function makeContext({ axes }: CheckedMatrix, { people }: CheckedGroup, report: Report): BandContext {
  checkIds(people, ["people"], report);
  const relative = axes.filter((axis): axis is RelativeAxis => axis.relative !== undefined);
  for (const [index, { scores }] of people.entries()) {
    for (const axis of Object.keys(scores).filter((name) => !axes.some(({ id }) => id === name))) {
      const known = axes.map(({ id }) => id);
      report.add(
        ["people", index, "scores", axis],
        "unknown-axis",
        notAmong(known, "an axis of the matrix", axis),
      );
    }
  }
  const groups = relative.map((axis) => [axis, readMembers(axis, people, report)] as const);
  report.stop();
  const made = groups.map(([axis, members]) => [axis.id, bandsFor(axis, members, report)] as const);
  report.stop();
  return { kind: "bands", axes: Object.fromEntries(made) };
}

/** One of the people: the score on one axis, and the keys in the order in which they count. */
interface Member {
  readonly id: string;
  readonly score: Rational;
  readonly keys: readonly Rational[];
}

/** The people, the best first. */
function readMembers(
  { id: axis, relative }: RelativeAxis,
  people: CheckedGroup["people"],
  report: Report,
): readonly Member[] {
  const order = tieKeys(relative);
  const members = people.map(({ id, scores, keys }, index) => {
    const score = Object.hasOwn(scores, axis) ? scores[axis] : undefined;
    if (score === undefined)
      report.add(
        ["people", index, "scores", axis],
        "score-missing",
        `the axis ${show(axis)} has no score for ${show(id)}`,
      );
    const given = readOrderKeys(
      order,
      keys,
      ["people", index, "keys"],
      (key) =>
        `people of the same score on ${show(axis)} are told apart by ${show(key)}, which ${show(id)} has not`,
      report,
    );
    return { id, score: readNumber(score ?? 0), keys: given };
  });
  return members.sort(
    (a, b) => compare(b.score, a.score) || compareByKeys(order, a.keys, b.keys) || compareIds(a.id, b.id),
  );
}

function bandsFor(axis: RelativeAxis, members: readonly Member[], report: Report): GroupBands {
  const { relative, bands } = axis;
  const count = members.length;
  const above = bands.slice(1);
  const made =
    count < (relative.minimumGroup ?? 0)
      ? above.map(({ id: band, from }) => ({ band, from: lossless(readNumber(from)) }))
      : relativeBands(axis, members, report);
  return seal({ count, bands: made });
}

function relativeBands(
  { id: axis, bands, relative }: RelativeAxis,
  members: readonly Member[],
  report: Report,
): readonly GroupBand[] {
  const names = bands.map(({ id }) => id);
  const cuts = new Map(cutsOf(relative).map(({ band, value }) => [band, value]));
  const cutAt = (band: string) => cuts.get(band) as Rational;
  const scores = members.map(({ score }) => score).reverse();
  switch (relative.kind) {
    case "quantile":
      return names.slice(1).map((band) => {
        const from = quantile(scores, cutAt(band), relative.definition);
        return { band, from: lossless(round(from, relative.decimals, "half-up")) };
      });
    case "mean-deviation":
      return deviationBands(axis, names, cutAt, relative, scores, report);
    default: {
      const counts = headCounts(names, cutAt, relative, members.length);
      return names
        .slice(1)
        .map((band, index) => headCountBand(band, counts[index] as number, relative, members));
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
  members: readonly Member[],
): GroupBand {
  const same = (a: Member, b: Member) => compare(a.score, b.score) === 0;
  const inside = headCount(members, places, same, typeof ties === "string" ? ties : "in-order");
  const [last, next] = [members[inside - 1], members[inside]];
  if (last === undefined) return { band };
  if (next === undefined || !same(last, next)) return { band, from: lossless(last.score) };
  const tied = members.slice(0, inside).filter((member) => same(member, last));
  return { band, from: lossless(last.score), tied: tied.map(({ id }) => id).sort(compareIds) };
}

function deviationBands(
  axis: string,
  names: readonly string[],
  deviationsOf: (band: string) => Rational,
  relative: Extract<Relative, { readonly kind: "mean-deviation" }>,
  scores: readonly Rational[],
  report: Report,
): readonly GroupBand[] {
  const size = rational(BigInt(scores.length));
  const mean = divide(sum(scores), size);
  const squares = sum(scores.map((score) => multiply(subtract(score, mean), subtract(score, mean))));
  if (squares.n === 0n) {
    const reached = relative.whenEqual === undefined ? -1 : names.indexOf(relative.whenEqual);
    if (reached < 0)
      report.add(
        ["people"],
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
