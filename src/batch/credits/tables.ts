import { tableOf } from "../../incentives/commission/deals.js";
import type { CommissionPlan, Quantities } from "../../incentives/commission/plan.js";
import { ZERO } from "../../kernel/rational.js";
import type { RecordsColumn } from "../columns/columns.js";
import { BLOCK } from "../forms/forms.js";
import { type Combinations, combinationsOf } from "../sources/combinations.js";
import type { CreditBlock, CreditBlocks } from "./blocks.js";
import { type DealSizes, dealReader, dealSizes } from "./deal-sizes.js";
import { attributeField, fieldOf } from "./records.js";

/** Finds the table of each credit of a block, by its position in the plan, in rows that are not set aside; what was found before is overwritten. */
export type FindTables = (block: CreditBlock) => Int32Array;

/** Compiles which table pays a credit: the one-person function says it, once for all credits that are alike. Undefined where too many may differ. */
export function tableFinder(
  plan: CommissionPlan,
  records: RecordsColumn,
  { quantities }: Pick<CreditBlocks, "quantities">,
): FindTables | undefined {
  const combinations = combinationsOf(
    attributesIn(plan),
    (attribute) => fieldOf(records, attributeField(attribute)).values,
  );
  const sizes = dealSizes(plan, quantities);
  if (!Number.isSafeInteger(combinations.count * (sizes?.classes ?? 1))) return undefined;
  const tableFor = (combination: number, deal: Quantities) =>
    tableOf(plan, attributesOf(combinations, combination), deal);
  const place =
    sizes === undefined
      ? byAttributes(tableFor)
      : bySize(tableFor, sizes, dealReader(records, [...quantities.keys()]));
  let [tables, combined] = [new Int32Array(), new Float64Array()];
  return (block) => {
    const total = block.starts[block.rows] as number;
    if (total > tables.length) [tables, combined] = [new Int32Array(2 * total), new Float64Array(2 * total)];
    for (let at = 0; at < total; at += BLOCK) {
      const count = Math.min(BLOCK, total - at);
      combined.set(combinations.read(block.first + at, count).subarray(0, count), at);
    }
    place(tables, combined, block);
    return tables;
  };
}

type TableFor = (combination: number, deal: Quantities) => number;

/** Puts the table of each credit of a block, whose attributes are read. */
type Place = (tables: Int32Array, combined: Float64Array, block: CreditBlock) => void;

function byAttributes(tableFor: TableFor): Place {
  const known: number[] = [];
  return (tables, combined, { starts, rows }) => {
    const total = starts[rows] as number;
    for (let at = 0; at < total; at += 1) {
      const combination = combined[at] as number;
      const table = known[combination] ?? tableFor(combination, NOTHING);
      known[combination] = table;
      tables[at] = table;
    }
  };
}

function bySize(tableFor: TableFor, sizes: DealSizes, dealsOf: ReturnType<typeof dealReader>): Place {
  const known: number[] = [];
  const { classes, classOf, quantitiesOf } = sizes;
  return (tables, combined, block) => {
    const { starts, rows } = block;
    for (let row = 0; row < rows; row += 1) {
      if (!block.isRead(row)) continue;
      const from = starts[row] as number;
      const { dealAt, sums } = dealsOf(block, row);
      for (let at = from; at < (starts[row + 1] as number); at += 1) {
        const combination = combined[at] as number;
        const deal = dealAt[at - from] as number;
        const key = classes === undefined ? undefined : combination * classes + classOf(sums, deal);
        const table =
          (key === undefined ? undefined : known[key]) ?? tableFor(combination, quantitiesOf(sums, deal));
        if (key !== undefined) known[key] = table;
        tables[at] = table;
      }
    }
  };
}

const NOTHING: Quantities = { amount: ZERO, units: ZERO, margin: ZERO };

/** The values of attributes that some table asks for. */
function attributesIn({ tables }: CommissionPlan): ReadonlyMap<string, readonly string[]> {
  const asked = new Map<string, readonly string[]>();
  for (const one of tables.flatMap(({ when }) => when))
    if ("attribute" in one)
      asked.set(one.attribute, [...new Set([...(asked.get(one.attribute) ?? []), ...one.is])]);
  return asked;
}

function attributesOf(combinations: Combinations, combination: number): Record<string, string> {
  const labels = [...combinations.labelsOf(combination)];
  return Object.fromEntries(labels.filter((one): one is [string, string] => one[1] !== undefined));
}
