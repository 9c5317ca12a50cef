import * as z from "zod/mini";
import { compareIds } from "../kernel/apportion.js";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { inputNumber, key } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { readNumber } from "../kernel/number.js";
import { compareByKeys, readOrderKeys } from "../kernel/order-keys.js";
import { compare, multiply, type Rational, sum } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { type Checked, lazySchema, list, type Written } from "../kernel/schema.js";
import { notAmong, show } from "../kernel/show.js";
import type { BandContext } from "./band-context.js";
import { type CheckedMatrix, checkMatrix, type Matrix, matrixSchema } from "./matrix.js";
import { tieKeys } from "./relative.js";
import { bandsOfGroup, type GroupScores, type RelativeAxis } from "./relative-bands.js";

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
  const made = groups.map(
    ([axis, members]) => [axis.id, bandsOfGroup(axis, scoresOf(members), ["people"], report)] as const,
  );
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

function scoresOf(members: readonly Member[]): GroupScores {
  const at = (place: number) => (members[place] as Member).score;
  const same = (place: number) => (member: Member) => compare(member.score, at(place)) === 0;
  return {
    count: members.length,
    at,
    first: (place) => members.findIndex(same(place)),
    end: (place) => members.findIndex(same(place)) + members.filter(same(place)).length,
    ids: (first, end) => members.slice(first, end).map(({ id }) => id),
    moments() {
      const all = members.map(({ score }) => score);
      return { total: sum(all), squares: sum(all.map((score) => multiply(score, score))) };
    },
  };
}
