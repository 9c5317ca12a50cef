import * as z from "zod/mini";
import type { Path } from "../kernel/errors.js";
import { configNumber, configRatio, decimals, roundingMode } from "../kernel/fields.js";
import { compare, ZERO } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { type Checked, described, lazySchema, type WrittenFields } from "../kernel/schema.js";
import { weightRuleFields } from "../weights/list.js";
import { type Aggregation, aggregation, checkAggregation } from "./aggregation.js";
import { compileBranch, type Settings } from "./branch.js";
import { checkItems, namesIn } from "./check-items.js";
import { branchEnd } from "./ends.js";
import { checkExtras, checkLimits, type Extras, extrasSchema } from "./extras.js";
import { type CheckedItem, type CheckedItems, itemList } from "./items.js";
import { missingRule } from "./missing.js";
import { checkRaters, type Raters, ratersSchema } from "./raters.js";

/** The fields of a weight schema; a policy's axis has them too. */
export function weightSchemaFields() {
  const { outOf, normalise } = weightRuleFields();
  return {
    /** What is assessed, how much each counts, and how its raw value becomes a score; a group holds entries of its own. */
    indicators: itemList(),
    /** What the weights sum to; 1 where this is not said. */
    outOf,
    /** Scale weights with another sum, instead of refusing them. */
    normalise,
    /** How the scores become one: their weighted arithmetic mean unless this says otherwise. */
    aggregation: z.optional(aggregation()),
    /** Who rates, and how much each kind of rater counts. */
    raters: z.optional(ratersSchema()),
    /** What counts where there is no evidence: an error, zero, a fixed score, the score of an earlier period, the cohort's median score, or that the others share the weight. */
    missing: z.optional(missingRule()),
    /** The least part of the weight that must have evidence; below it there is no score. */
    minimumCoverage: z.optional(
      described(
        configRatio({ least: 0, most: 1 }),
        "The least part of the weight that must have evidence; below it there is no score.",
      ),
    ),
    /** The least part of the period in which the person must have been present; below it there is no score. */
    minimumPresence: z.optional(
      described(
        configRatio({ least: 0, most: 1 }),
        "The least part of the period in which the person must have been present; below it there is no score.",
      ),
    ),
    /** Extra points beside the weighted whole: additions and deductions. */
    extras: z.optional(extrasSchema()),
    /** The range within which the whole is kept, extra points included. */
    scoreRange: z.optional(
      described(
        z.strictObject({ from: z.optional(configNumber()), to: z.optional(configNumber()) }),
        "The range within which the whole is kept, extra points included.",
      ),
    ),
    /** The decimals of an indicator's score. Default: `4`. */
    decimals: described(z._default(decimals(), 4), "The decimals of an indicator's score."),
    /** The decimals of the whole score, with which bands are compared. Default: `2`. */
    scoreDecimals: described(
      z._default(decimals(), 2),
      "The decimals of the whole score, with which bands are compared.",
    ),
    /** How scores are rounded where they lie between two decimals. Default: `"half-up"`, away from zero on a tie. */
    rounding: z._default(roundingMode(), "half-up"),
  };
}

export const weightSchema = /* @__PURE__ */ lazySchema(() => z.strictObject(weightSchemaFields()));

/**
 * A weight schema: the config of `scorer`.
 *
 * @useDeclaredType
 */
export type WeightSchema = WrittenFields<typeof weightSchemaFields>;

export type CheckedWeightSchema = Checked<typeof weightSchema>;

/** Notes what the shape cannot say about a weight schema. */
export function checkWeightSchema(config: CheckedWeightSchema, path: Path, report: Report): void {
  const raters = config.raters as Raters | undefined;
  const ids = new Set<string>();
  if (raters !== undefined && report.readable([...path, "raters"]))
    checkRaters(raters, [...path, "raters"], report);
  const shared = { raters, ratersSound: report.sound([...path, "raters"]), ids };
  checkItems(config as CheckedItems, path, shared, report);
  if (report.sound([...path, "indicators"]))
    checkAggregation(
      config.aggregation as Aggregation | undefined,
      namesIn(config.indicators as readonly CheckedItem[]),
      [...path, "aggregation"],
      report,
    );
  if (config.extras !== undefined && report.readable([...path, "extras"]))
    checkExtras(config.extras as Extras, [...path, "extras"], ids, report);
  if (config.scoreRange !== undefined && report.readable([...path, "scoreRange"]))
    checkLimits(config.scoreRange, [...path, "scoreRange"], report);
  checkNotNegative(config, path, report);
}

/**
 * Notes a geometric mean of scores that may be negative, in a schema that has no other problem. Inner lists come first: what an outer one can
 * score is only worked out where those inside it are sound.
 */
function checkNotNegative(config: CheckedWeightSchema, path: Path, report: Report): void {
  if (!report.sound([]) || !report.clean(path)) return;
  const settings = settingsOf(config);
  for (const [list, aggregated, at] of [...aggregatedLists(config, path)].reverse()) {
    if (aggregated?.kind !== "geometric" || !report.clean(at)) continue;
    for (const [index, item] of list.indicators.entries()) {
      const only = { indicators: [{ ...item, weight: 1 }] };
      const lowest = branchEnd(
        compileBranch(only, { decimals: settings.decimals }, settings),
        "lowest",
        settings,
      );
      if (lowest !== undefined && compare(lowest, ZERO) >= 0) continue;
      const message = "a geometric mean wants scores of zero or more, and this one may be negative";
      report.add([...at, "indicators", index], "score-negative", message, { id: item.id });
    }
  }
}

/** A schema and all composites in it, each with its aggregation and its path. */
function aggregatedLists(
  config: CheckedWeightSchema,
  path: Path,
): readonly (readonly [CheckedItems, Aggregation | undefined, Path])[] {
  const inside = (list: CheckedItems, at: Path): ReturnType<typeof aggregatedLists> =>
    list.indicators.flatMap((item, index) => {
      const here = [...at, "indicators", index];
      if (item.indicators !== undefined) return inside(item as CheckedItems, here);
      if (item.measure?.kind !== "composite") return [];
      const own = [...here, "measure"];
      return [[item.measure, item.measure.aggregation, own] as const, ...inside(item.measure, own)];
    });
  const whole = config as CheckedItems;
  return [[whole, config.aggregation as Aggregation | undefined, path], ...inside(whole, path)];
}

/** What all entries of a schema share. */
export function settingsOf(config: CheckedWeightSchema): Settings {
  return {
    decimals: config.decimals,
    rounding: config.rounding,
    missing: config.missing ?? { kind: "error" },
    raters: config.raters as Raters | undefined,
  };
}
