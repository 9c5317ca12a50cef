import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { type Decimal, exactDecimal } from "../kernel/decimal.js";
import { configRatio, key } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { readRatio } from "../kernel/number.js";
import {
  add,
  divide,
  multiply,
  ONE,
  type Rational,
  rationalText,
  subtract,
  sum,
  ZERO,
} from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import {
  exactText,
  inputWeights,
  shownField,
  type WeightList,
  weightList,
  weightRuleFields,
} from "./list.js";
import { checkWeights, readWeights } from "./weights.js";

const overlayConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    changes: described(
      list(changeSchema(), 1),
      "What the overlay changes; each indicator at most once. Weights are parts of 1.",
    ),
    locked: z.optional(
      described(list(key()), "Indicators that keep their weight; all others that do not change rescale."),
    ),
    ...shownField(),
  }),
);

function changeSchema() {
  const part = () => configRatio({ least: 0, most: 1 });
  const step = {
    id: key(),
    by: configRatio({ least: 0 }),
    of: described(
      z._default(z.enum(["whole", "weight"]), "whole"),
      "whole: `by` is a part of 1. weight: `by` is a part of the weight itself.",
    ),
  };
  return z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("set"), id: key(), weight: part() }),
    z.strictObject({ kind: z.literal("raise"), ...step }),
    z.strictObject({ kind: z.literal("lower"), ...step }),
    z.strictObject({ kind: z.literal("add"), id: key(), weight: part() }),
    z.strictObject({ kind: z.literal("drop"), id: key() }),
  ]);
}

const overlayInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({ weights: inputWeights(), ...weightRuleFields() }),
);

/**
 * A strategy's changes to weights: the config of `overlayWeights`.
 *
 * @useDeclaredType
 */
export type OverlayWeightsConfig = Written<typeof overlayConfig>;

/**
 * The weights before the overlay, with the rule that a weight schema has for them.
 *
 * @useDeclaredType
 */
export type OverlayWeightsInput = Written<typeof overlayInput>;

type CheckedChange = Checked<typeof overlayConfig>["changes"][number];

/** What became of a weight. Exact parts of 1 as texts; `from` is absent for an added one, `to` for a dropped one. */
export interface WeightMove {
  readonly id: string;
  readonly why: "set" | "raise" | "lower" | "add" | "drop" | "rescale";
  readonly from?: string;
  readonly to?: string;
  /** `to` less `from`, exactly. */
  readonly difference: string;
  /** The difference, with 6 decimals where its decimal does not end. */
  readonly shown: Decimal;
}

/** The weights after an overlay, and what moved. */
export interface OverlaidWeights extends WeightList {
  readonly method: "overlayWeights";
  /** Every weight that moved, in the order of the weights, then of those that were added. */
  readonly moves: readonly WeightMove[];
}

/**
 * Puts a strategy's emphasis over weights (M8): sets, raises or lowers some, adds or drops an indicator, and lets the others make room.
 *
 * Changed and `locked` weights stand; the others share what is left in the proportions that they had: w'(j) = w(j) (1 - F) / R, where F is the sum of the weights
 * that stand and R that of the others before. All is exact, so an overlay that sets a weight, and one that sets it back under the same locks, leave the
 * weights as they were, as long as the others kept a weight above zero. Changes are parts of 1, whatever `outOf` of the weights is; `raise` and `lower` go `by` a part of the
 * whole (20 % and 5 % are 25 %) or, with `of: "weight"`, of the weight itself (20 % and a quarter of it are 25 %). The result's weights are exact texts that sum to 1.
 *
 * Errors of the config: an indicator that changes twice (`duplicate-id`), or that is to change and to be locked (`one-of`). Errors of the input: weights that do not sum to the
 * whole (`weights-sum`), a change or lock of an indicator that is not there (`unknown-indicator`), an added one that is there (`duplicate-id`), a weight lowered below zero (`out-of-range`), weights that
 * stand and sum to more than 1 (`weights-over`), or to less where no other weight above zero can take the rest (`weights-locked`).
 *
 * Source: row M8 of the method that this library serves; proportional rescaling as in one-way weight sensitivity analysis, E. Triantaphyllou, "Multi-Criteria Decision
 * Making Methods: A Comparative Study" (2000).
 *
 * @example
 * ```ts
 * import { overlayWeights } from "tierwise";
 *
 * const growth = overlayWeights({ changes: [{ kind: "raise", id: "sales", by: "10%" }], locked: ["compliance"] });
 * const { weights, moves } = growth({
 *   weights: [
 *     { id: "sales", weight: "30%" },
 *     { id: "service", weight: "40%" },
 *     { id: "team", weight: "20%" },
 *     { id: "compliance", weight: "10%" },
 *   ],
 * });
 * weights.map(({ weight }) => weight); // => ["0.4", "1/3", "1/6", "0.1"]
 * moves.map(({ id, why, difference }) => [id, why, difference]); // => [["sales", "raise", "0.1"], ["service", "rescale", "-1/15"], ["team", "rescale", "-1/30"]]
 * ```
 */
export const overlayWeights: CalculatorFactory<OverlayWeightsConfig, OverlayWeightsInput, OverlaidWeights> =
  /* @__PURE__ */ defineFactory({
    title: "overlayWeights",
    config: overlayConfig,
    check({ changes, locked }, report) {
      checkIds(changes, ["changes"], report);
      const changed = new Set(report.items(changes, ["changes"]).map(([, { id }]) => id));
      for (const [index, id] of report.items(locked, ["locked"])) {
        if (!changed.has(id)) continue;
        report.add(["locked", index], "one-of", `${show(id)} is to change: take its lock away`, { id });
      }
    },
    compile: ({ changes, locked = [], shownDecimals }) =>
      defineCalculator({
        title: "overlayWeights",
        input: overlayInput,
        run(input, report): OverlaidWeights {
          checkIds(input.weights, ["weights"], report);
          const items = input.weights as readonly { id: string; weight: string }[];
          checkWeights(items, input, ["weights"], report);
          checkNames(changes, locked, new Set(items.map(({ id }) => id)), report);
          report.stop();
          const before = new Map(
            readWeights(items, input).map((one, index) => [items[index]?.id ?? "", one]),
          );
          const standing = standingWeights(before, changes, locked, report);
          report.stop();
          const after = rescale(before, standing, report);
          report.stop();
          const ids = [...after.keys()].map((id) => ({ id }));
          const overlaid = weightList("overlayWeights", ids, [...after.values()], shownDecimals, report);
          const why = new Map(changes.map(({ id, kind }) => [id, kind]));
          return { ...overlaid, method: "overlayWeights", moves: movesBetween(before, after, why, report) };
        },
      }),
  });

function checkNames(
  changes: readonly CheckedChange[],
  locked: readonly string[],
  known: ReadonlySet<string>,
  report: Report,
): void {
  for (const { kind, id } of changes) {
    if (kind === "add" && known.has(id)) {
      report.add(["weights"], "duplicate-id", `the overlay adds ${show(id)}, which is there already`, { id });
    }
  }
  const wanted = [...changes.filter(({ kind }) => kind !== "add").map(({ id }) => id), ...locked];
  for (const id of wanted.filter((name) => !known.has(name))) {
    const message = `the overlay names ${show(id)}, which is not there`;
    report.add(["weights"], "unknown-indicator", message, { indicator: id });
  }
}

/** The weights that stand: changed ones at their new weight (none for a dropped one), locked ones at their own. */
function standingWeights(
  before: ReadonlyMap<string, Rational>,
  changes: readonly CheckedChange[],
  locked: readonly string[],
  report: Report,
): ReadonlyMap<string, Rational | undefined> {
  const standing = new Map<string, Rational | undefined>(locked.map((id) => [id, before.get(id)]));
  for (const change of changes) {
    const weight = changedWeight(change, before.get(change.id) ?? ZERO);
    if (weight !== undefined && weight.n < 0n) {
      const message = `the overlay lowers ${show(change.id)} to ${rationalText(weight)}, which is below zero`;
      report.add(["weights"], "out-of-range", message, { id: change.id });
    }
    standing.set(change.id, weight);
  }
  return standing;
}

function changedWeight(change: CheckedChange, weight: Rational): Rational | undefined {
  if (change.kind === "drop") return undefined;
  if (change.kind === "set" || change.kind === "add") return readRatio(change.weight);
  const by = change.of === "whole" ? readRatio(change.by) : multiply(readRatio(change.by), weight);
  return change.kind === "raise" ? add(weight, by) : subtract(weight, by);
}

/** All weights after the overlay: those that do not stand share what is left, in the proportions that they had. */
function rescale(
  before: ReadonlyMap<string, Rational>,
  standing: ReadonlyMap<string, Rational | undefined>,
  report: Report,
): ReadonlyMap<string, Rational> {
  const fixed = sum([...standing.values()].filter((weight) => weight !== undefined));
  const left = subtract(ONE, fixed);
  const room = sum([...before].filter(([id]) => !standing.has(id)).map(([, weight]) => weight));
  if (left.n < 0n) {
    const message = `the weights that the overlay sets and locks sum to ${rationalText(fixed)}, which is more than 1`;
    report.add(["weights"], "weights-over", message, { sum: rationalText(fixed) });
  } else if (room.n === 0n && left.n > 0n) {
    const message = `no weight above zero is left to take the other ${rationalText(left)}: set or unlock another`;
    report.add(["weights"], "weights-locked", message, { left: rationalText(left) });
  }
  const factor = room.n === 0n ? ZERO : divide(left, room);
  const after = new Map<string, Rational>();
  for (const [id, weight] of before) {
    const now = standing.has(id) ? standing.get(id) : multiply(weight, factor);
    if (now !== undefined) after.set(id, now);
  }
  for (const [id, weight] of standing) {
    if (weight !== undefined) after.set(id, weight);
  }
  return after;
}

function movesBetween(
  before: ReadonlyMap<string, Rational>,
  after: ReadonlyMap<string, Rational>,
  why: ReadonlyMap<string, WeightMove["why"]>,
  report: Report,
): readonly WeightMove[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id): readonly WeightMove[] => {
    const [from, to] = [before.get(id), after.get(id)];
    const difference = subtract(to ?? ZERO, from ?? ZERO);
    if (difference.n === 0n && from !== undefined && to !== undefined) return [];
    return [
      {
        id,
        why: why.get(id) ?? "rescale",
        ...(from === undefined ? {} : { from: exactText(from, id, report) }),
        ...(to === undefined ? {} : { to: exactText(to, id, report) }),
        difference: exactText(difference, id, report),
        shown: exactDecimal(difference),
      },
    ];
  });
}
