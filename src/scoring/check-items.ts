import type { Path } from "../kernel/errors.js";
import type { Report } from "../kernel/report.js";
import { show } from "../kernel/show.js";
import { checkWeights } from "../weights/weights.js";
import { checkAggregation } from "./aggregation.js";
import type { CheckedItem, CheckedItems, CheckedMeasure, WeightSchemaItem } from "./items.js";
import { checkSimpleMeasure } from "./measures/index.js";
import { checkIndicatorRaters, type Raters } from "./raters.js";

/** What the entries of one schema share. */
interface Shared {
  readonly raters: Raters | undefined;
  /** Whether the raters can be looked at. */
  readonly ratersSound: boolean;
  /** The ids that are there already. */
  readonly ids: Set<string>;
}

/** Notes what the shape cannot say about a list of entries, and about all below it. */
export function checkItems(items: CheckedItems, path: Path, shared: Shared, report: Report): void {
  const at = [...path, "indicators"];
  for (const [index, item] of report.items(items.indicators, at))
    checkItem(item, [...at, index], shared, report);
  if (report.sound([...path, "outOf"]) && report.sound([...path, "normalise"]))
    checkWeights(items.indicators, items, at, report);
}

/** Notes an id that is there already; groups, indicators, parts of composites and extra points share one set of names. */
export function checkId(id: unknown, path: Path, ids: Set<string>, report: Report): void {
  if (typeof id !== "string" || !report.sound(path)) return;
  if (ids.has(id)) report.add(path, "duplicate-id", `${show(id)} is there twice`, { id });
  ids.add(id);
}

function checkItem(item: CheckedItem, path: Path, shared: Shared, report: Report): void {
  checkId(item.id, [...path, "id"], shared.ids, report);
  if (item.indicators !== undefined) {
    notWith(item, ["measure", "missing", "raters"], "a group holds its own indicators", path, report);
    checkItems(item as CheckedItems, path, shared, report);
    return;
  }
  if (item.measure === undefined) {
    const message = "expected a measure, which makes it an indicator, or indicators, which make it a group";
    if (report.readable([...path, "measure"]) && report.readable([...path, "indicators"]))
      report.add([...path, "measure"], "missing", message);
    return;
  }
  notWith(item, ["outOf", "normalise"], "an indicator has no weights of its own to sum", path, report);
  checkMeasure(item.measure, [...path, "measure"], shared, report);
  if (item.raters === undefined || !shared.ratersSound) return;
  if (!report.sound([...path, "raters"]) || !report.sound([...path, "measure"])) return;
  checkIndicatorRaters(item.raters, shared.raters, item.measure, [...path, "raters"], report);
}

function notWith(
  item: CheckedItem,
  fields: readonly (keyof CheckedItem)[],
  why: string,
  path: Path,
  report: Report,
): void {
  for (const field of fields.filter((one) => item[one] !== undefined))
    report.add([...path, field], "one-of", `${why}: take this away`);
}

function checkMeasure(measure: CheckedMeasure, path: Path, shared: Shared, report: Report): void {
  if (!report.readable(path)) return;
  if (measure.kind !== "composite") {
    if (report.sound(path)) checkSimpleMeasure(measure, path, report);
    return;
  }
  if (!report.readable([...path, "indicators"])) return;
  checkItems(measure, path, shared, report);
  if (report.sound([...path, "indicators"]))
    checkAggregation(measure.aggregation, namesIn(measure.indicators), [...path, "aggregation"], report);
}

/** The ids of a list's entries and of those in its groups; what a composite is made of is its own. */
export function namesIn(items: readonly CheckedItem[]): readonly string[] {
  return items.flatMap(({ id, indicators = [] }) => [id, ...namesIn(indicators)]);
}

/** The ids that a weight schema takes evidence for: its indicators, the parts of composites, extra points. */
export function evidenceNames(schema: {
  readonly indicators: readonly WeightSchemaItem[];
  readonly extras?: { readonly items: readonly { readonly id: string }[] } | undefined;
}): readonly string[] {
  return [...leafNames(schema.indicators), ...(schema.extras?.items ?? []).map(({ id }) => id)];
}

/** The ids that a weight schema takes earlier scores and a cohort's figures for: those with evidence, and composites. */
export function scoredNames(schema: Parameters<typeof evidenceNames>[0]): readonly string[] {
  return [...evidenceNames(schema), ...compositeNames(schema.indicators)];
}

function compositeNames(items: readonly WeightSchemaItem[]): readonly string[] {
  return items.flatMap(({ id, indicators, measure }) => {
    if (indicators !== undefined) return compositeNames(indicators);
    return measure?.kind === "composite" ? [id, ...compositeNames(measure.indicators)] : [];
  });
}

function leafNames(items: readonly WeightSchemaItem[]): readonly string[] {
  return items.flatMap(({ id, indicators, measure }) => {
    const inner = indicators ?? (measure?.kind === "composite" ? measure.indicators : undefined);
    return inner === undefined ? [id] : leafNames(inner);
  });
}
