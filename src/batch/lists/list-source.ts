import type { Summary } from "../../scoring/measures/measure.js";
import { countsFor, hasOwnWeights, type ReducerConfig } from "../../scoring/reducers.js";
import type { InputColumn } from "../columns/columns.js";
import type { MadeSource, Reading } from "../sources/sources.js";
import { itemSource } from "./item-sources.js";
import { itemReader, type ReadItems } from "./items.js";
import { hasLists, type ItemParts, type Listed, listedOf } from "./listed.js";
import { longestOf, type OpenLists, type PlacesReader, reduceLists } from "./reduced.js";
import { summarySource } from "./summary-source.js";
import { weightsOf } from "./weights.js";
import { type ItemBounds, wholeReducer } from "./whole-reducers.js";

/** Whether a column is read as lists. */
export function readsLists({ orNumber }: Summary, column: InputColumn): boolean {
  return orNumber !== true || hasLists(column);
}

/** The whole numbers of a column of lists, each list summarised; undefined where no whole numbers fit most of them. */
export function listSource(
  summary: Summary,
  column: InputColumn,
  { rows, missing, sizes }: Reading,
): MadeSource | undefined {
  const open = openList(summary, column, { rows, sizes });
  const reduced = open && reduceLists(open, rows, sizes);
  if (open === undefined || reduced === undefined) return undefined;
  const { has } = open;
  return {
    den: open.den * reduced.multiple,
    source: summarySource(reduced, open.read, (row) => (has?.(row) === false ? missing : undefined)),
    mayMiss: has !== undefined && missing === "stays",
  };
}

/** The lists of a column; undefined where no whole numbers fit most of their items. */
export function openList(
  summary: Summary,
  column: InputColumn,
  { rows, sizes }: Pick<Reading, "rows" | "sizes">,
): (OpenLists & Pick<Listed, "has"> & { readonly read: ReadItems }) | undefined {
  const listed = listedOf(column, rows, partsOf(summary));
  const weights = listed && weightsOf(summary, listed, sizes);
  if (listed === undefined || weights === undefined) return undefined;
  const [least, most] = summary.within ?? [];
  const reading = { sizes, count: listed.count, missing: "set-aside" as const };
  const values = itemSource(listed.values, reading, {
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
  });
  if (values === undefined) return undefined;
  const read = itemReader(listed, { values: values.source, weights: weights.rules, leavesOut: false });
  const reducer = wholeReducer(summary.by);
  const { source } = values;
  const bounds = {
    least: source.least,
    most: source.most,
    weight: weights.most,
    count: longestOf(listed, rows),
  };
  const [ofItems, ofWeights] = reducer.powers;
  return {
    places: placesReader(listed, read, bounds),
    reducers: [reducer],
    den: values.den ** BigInt(ofItems) * weights.den ** BigInt(ofWeights),
    read,
    ...(listed.has === undefined ? {} : { has: listed.has }),
  };
}

function partsOf({ by, item, orNumber }: Summary): ItemParts {
  const weighs = item === "level" || hasOwnWeights(by as ReducerConfig);
  return {
    ...(weighs ? { parts: [item, "weight"] } : {}),
    ...(orNumber === true && keepsOne(by as ReducerConfig) ? { orNumber } : {}),
  };
}

/** Whether the summary of one number is that number. */
function keepsOne(config: ReducerConfig): boolean {
  return config.kind !== "change" && countsFor(config)[0] === 1;
}

function placesReader({ has }: Listed, read: ReadItems, bounds: ItemBounds): PlacesReader {
  let items: ReturnType<ReadItems> | undefined;
  let first = 0;
  return {
    bounds,
    read(from, aside, count) {
      first = from;
      items = read(from, aside, count);
    },
    at(row) {
      if (items === undefined || has?.(first + row) === false) return "none";
      return { items, from: items.starts[row] as number, to: items.starts[row + 1] as number, by: 0 };
    },
  };
}
