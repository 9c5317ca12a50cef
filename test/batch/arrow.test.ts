// Credits of a real Arrow table: a list of structs in each row, with dictionaries, texts, floats and decimals, taken apart as the docs say.
import {
  type Data,
  DataType,
  Decimal,
  Dictionary,
  Field,
  Float64,
  Int8,
  List,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  Utf8,
  Vector,
  vectorFromArray,
} from "apache-arrow";
import { expect, test } from "vitest";
import { batch, type ItemColumn, type RecordsColumn } from "../../src/batch/index.js";
import type { Policy } from "../../src/index.js";
import { type Random, randomOf } from "../reference/generate/random.js";
import { onePerson, rowOf } from "./one-person.js";

const PERIOD = "2026-Q3";
const policy = {
  format: 1,
  id: "deals",
  effectiveFrom: "2026-01-01",
  currency: "USD",
  axes: [
    {
      id: "results",
      bands: [{ id: "any" }],
      indicators: [{ id: "sales", weight: 1, measure: { kind: "attainment", target: 100_000 } }],
    },
  ],
  tiers: [{ id: "t" }],
  matrix: {},
  adjustment: { cycle: "quarter" },
  incentives: [
    {
      use: "commission",
      on: "sales",
      tables: [
        { id: "large", when: [{ deal: "amount", atLeast: "1000.01" }], brackets: [{ rate: "3%" }] },
        { id: "new", when: [{ attribute: "customer", is: ["new"] }], brackets: [{ rate: "1/30" }] },
        { id: "small", when: [{ deal: "units", atMost: 2 }], brackets: [{ rate: "1%" }] },
        { id: "other", brackets: [{ rate: "2%" }, { from: 500, rate: "2.5%" }] },
      ],
    },
  ],
} as unknown as Policy;

interface Deal {
  readonly id: string;
  readonly order: string | null;
  /** In cents. */
  readonly amount: bigint;
  readonly units: number | null;
  readonly customer: string | null;
}

const SCALE = 2;
const nullable = (name: string, type: DataType) => new Field(name, type, true);
const CREDITS = new List(
  nullable(
    "item",
    new Struct([
      nullable("id", new Dictionary(new Utf8(), new Int8())),
      nullable("order", new Utf8()),
      nullable("amount", new Decimal(SCALE, 18)),
      nullable("units", new Float64()),
      nullable("attributes", new Struct([nullable("customer", new Dictionary(new Utf8(), new Int8()))])),
    ]),
  ),
);

function dealsOf(random: Random): readonly Deal[] | null {
  if (random.chance(10)) return null;
  return Array.from({ length: random.int(0, 5) }, (_, at) => ({
    id: `d${at}`,
    order: random.pick([null, "o1", "o2"]),
    amount: BigInt(random.pick([100_001, 100_000, 50_000, -50_000, random.int(-200_000, 200_000)])),
    units: random.pick([1, 2, 2.5, 0]),
    customer: random.pick([null, "new", "old"]),
  }));
}

/** A decimal as Arrow stores it: four words of 32 bits, the lowest first. */
function wordsOf(units: bigint): Uint32Array {
  const all = BigInt.asUintN(128, units);
  return Uint32Array.of(...[0n, 32n, 64n, 96n].map((shift) => Number((all >> shift) & 0xffff_ffffn)));
}

function arrowTable(rows: readonly (readonly Deal[] | null)[]): Table {
  const cells = rows.map(
    (deals) =>
      deals?.map(({ amount, customer, ...own }) => ({
        ...own,
        amount: wordsOf(amount),
        attributes: customer === null ? null : { customer },
      })) ?? null,
  );
  return new Table({ credits: vectorFromArray(cells as never, CREDITS as never) as Vector });
}

/** The items of a field: labels of a dictionary, whole units of decimals, texts, or numbers. */
function itemsOf(data: Data, count: number): ItemColumn {
  const { type, values, nullBitmap, nullCount, dictionary } = data;
  const valid = nullCount > 0 ? { valid: nullBitmap as Uint8Array } : {};
  if (dictionary !== undefined)
    return { codes: values.subarray(0, count), dictionary: [...dictionary], ...valid };
  if (DataType.isDecimal(type)) {
    const halves = new BigInt64Array(values.buffer, values.byteOffset, 2 * count);
    return { units: halves.filter((_, at) => at % 2 === 0), scale: type.scale, ...valid };
  }
  return DataType.isUtf8(type) ? [...new Vector([data])] : { values: values.subarray(0, count), ...valid };
}

/** The fields of structs by name, those of a struct in it as its parts. */
function fieldsOf({ type, children }: Data, count: number, before = ""): RecordsColumn["columns"] {
  const fields = (type as Struct).children.map(({ name }, at) => {
    const data = children[at] as Data;
    return DataType.isStruct(data.type)
      ? fieldsOf(data, count, `${before}${name}.`)
      : { [`${before}${name}`]: itemsOf(data, count) };
  });
  return Object.assign({}, ...fields);
}

function creditsOf({ valueOffsets, nullBitmap, nullCount, children, length }: Data): RecordsColumn {
  const offsets = valueOffsets.subarray(0, length + 1);
  return {
    offsets,
    columns: fieldsOf(children[0] as Data, offsets[length] as number),
    ...(nullCount > 0 ? { valid: nullBitmap as Uint8Array } : {}),
  };
}

/** What the one-person functions take. */
function creditsAlone(deals: readonly Deal[] | null) {
  return (
    deals?.map(({ id, order, amount, units, customer }) => ({
      id,
      amount: `${amount}/${10 ** SCALE}`,
      units: units ?? 0,
      ...(order === null ? {} : { order }),
      ...(customer === null ? {} : { attributes: { customer } }),
    })) ?? null
  );
}

test.each<[string, (table: Table) => Table]>([
  ["as it is made", (table) => table],
  ["that was written and read", (table) => tableFromIPC(tableToIPC(table))],
  ["of which some rows were written and read", (table) => tableFromIPC(tableToIPC(table.slice(13, 250)))],
  [
    "of several record batches",
    (table) => tableFromIPC(tableToIPC(table.slice(0, 90).concat(table.slice(90)))),
  ],
])("credits of a table %s", (what, made) => {
  const random = randomOf(20261129);
  const rows = Array.from({ length: 300 }, () => dealsOf(random));
  const table = made(arrowTable(rows));
  const own = what.includes("some rows") ? rows.slice(13, 250) : rows;
  const alone = onePerson(policy, PERIOD);
  let from = 0;
  for (const part of table.batches) {
    const count = part.numRows;
    const found = batch(policy)({
      period: PERIOD,
      pay: true,
      columns: {
        tier: Array(count).fill("t"),
        "evidence.sales": new Float64Array(count).fill(700),
        "credits.sales": creditsOf(part.data.children[0] as Data),
      },
    });
    const without = own.slice(from, from + count).filter((deals) => deals === null).length;
    expect(found.paths).toEqual({ columns: count - without, exact: 0, person: 0, failed: without });
    for (let row = 0; row < count; row += 1)
      expect(rowOf(found, row)).toEqual(
        alone({ sales: 700 }, "t", { "credits.sales": creditsAlone(own[from + row] ?? null) }),
      );
    from += count;
  }
  expect(from).toBe(own.length);
});
