import * as z from "zod/mini";
import { id } from "../kernel/fields.js";
import { type Label, label } from "../kernel/label.js";
import { type AnySchema, described, lazySchema, list } from "../kernel/schema.js";
import { weightRuleFields } from "../weights/list.js";
import { weight } from "../weights/weights.js";
import { type Aggregation, aggregation } from "./aggregation.js";
import { type SimpleMeasure, simpleMeasure, type WrittenMeasure } from "./measures/index.js";
import { type MissingRule, missingRule, type WrittenMissingRule } from "./missing.js";
import { type IndicatorRaters, indicatorRaters } from "./raters.js";

/** The rule of a list of weights, and what a list is made of. */
export interface ItemList<Item> {
  /** What is assessed, how much each counts, and how its raw value becomes a score; a group holds entries of its own. */
  readonly indicators: readonly Item[];
  /** What the weights of the list sum to. Default: `1`. */
  readonly outOf?: number | string | undefined;
  /** Scale the weights so that they sum to 1, whatever they sum to. Default: `false`. */
  readonly normalise?: boolean | undefined;
}

/** An indicator that is made of others, and rounded as an indicator of its own. */
export interface Composite<Item> extends ItemList<Item> {
  /** An indicator that is made of others, and rounded as an indicator of its own. */
  readonly kind: "composite";
  /** How the scores become one: their weighted arithmetic mean unless this says otherwise. */
  readonly aggregation?: Aggregation | undefined;
}

interface WrittenEntry {
  /** The name by which evidence, results and other parts of the config know it; unique in the schema. */
  readonly id: string;
  /** What people read: one text, or one for each language tag. */
  readonly label?: Label | undefined;
  /** How much it counts within its list: a ratio, or points where `outOf` says so. */
  readonly weight: number | string;
}

/** An indicator: what is assessed, and how its raw value becomes a score. */
export interface IndicatorItem extends WrittenEntry {
  /** How a raw value becomes the indicator's score. */
  readonly measure: MeasureConfig;
  /** What counts without evidence, where it is not the schema's rule. */
  readonly missing?: WrittenMissingRule | undefined;
  /** The indicator is rated; its evidence is a list of ratings. */
  readonly raters?: IndicatorRaters | undefined;
  /** Only a group has them. */
  readonly indicators?: undefined;
}

/** A group of entries that share its weight. Its score is their weighted mean and is not rounded. */
export interface GroupItem extends WrittenEntry, ItemList<WeightSchemaItem> {
  /** Only an indicator has one. */
  readonly measure?: undefined;
}

/** An entry of a weight schema. */
export type WeightSchemaItem = IndicatorItem | GroupItem;

/** How a raw value becomes an indicator's score. */
export type MeasureConfig = WrittenMeasure | Composite<WeightSchemaItem>;

/** An entry with its defaults. */
export interface CheckedItem {
  readonly id: string;
  readonly label?: Label | undefined;
  readonly weight: number | string;
  readonly measure?: CheckedMeasure | undefined;
  readonly missing?: MissingRule | undefined;
  readonly raters?: IndicatorRaters | undefined;
  readonly indicators?: readonly CheckedItem[] | undefined;
  readonly outOf?: number | string | undefined;
  readonly normalise?: boolean | undefined;
}

/** A measure with its defaults. */
export type CheckedMeasure = SimpleMeasure | Composite<CheckedItem>;

/** A list of entries: a schema, a group or a composite. */
export type CheckedItems = ItemList<CheckedItem>;

type ItemSchema = z.ZodMiniType<CheckedItem, WeightSchemaItem>;

/** One schema for all entries, which holds itself; zod makes no further object schema when it follows the getters. */
const itemSchema: () => AnySchema = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    id: id(),
    label: z.optional(label()),
    weight: weight(),
    measure: z.optional(z.discriminatedUnion("kind", [simpleMeasure(), composite()])),
    missing: z.optional(missingRule()),
    raters: z.optional(indicatorRaters()),
    get indicators(): AnySchema {
      return z.optional(described(itemList(), "A group: the entries that share its weight."));
    },
    ...weightRuleFields(),
  }),
);

function composite() {
  return described(
    z.strictObject({
      kind: z.literal("composite"),
      get indicators(): AnySchema {
        return itemList();
      },
      ...weightRuleFields(),
      aggregation: z.optional(aggregation()),
    }),
    "An indicator that is made of others, and rounded as an indicator of its own.",
  );
}

/** The entries of a weight schema, of a group or of a composite. */
export function itemList() {
  return described(
    list(itemSchema() as ItemSchema, 1),
    "What is assessed, how much each counts, and how its raw value becomes a score; a group holds entries of its own.",
  );
}
