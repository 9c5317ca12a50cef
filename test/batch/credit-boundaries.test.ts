// Deals over columns attacked where they could break: sizes beside the bounds of tables, sums on ties and beyond 53 bits, lists across blocks.
import { describe, expect, test } from "vitest";
import { isValid } from "../../src/batch/columns/kinds.js";
import { batch, type InputColumn, type ItemColumn } from "../../src/batch/index.js";
import { ROUNDING_MODES } from "../../src/kernel/rounding.js";
import { credit, expectSame, lists, PERIOD, paid, policyOf } from "./deals.js";

const totals = ({ pay }: ReturnType<typeof paid>) => Array.from(pay?.total.units ?? []);

/** Deals of at least so much are paid in full, all others by half. */
const largeFrom = (limit: string) =>
  policyOf({
    tables: [
      { id: "large", when: [{ deal: "amount", atLeast: limit }], brackets: [{ rate: "100%" }] },
      { id: "other", brackets: [{ rate: "50%" }] },
    ],
  });

/** Deals of at most so much are paid in full, all others by half. */
const smallTo = (limit: string) =>
  policyOf({
    tables: [
      { id: "small", when: [{ deal: "amount", atMost: limit }], brackets: [{ rate: "100%" }] },
      { id: "other", brackets: [{ rate: "50%" }] },
    ],
  });

/** A decimal one unit of its last digit away. */
function beside(decimal: string, by: bigint): string {
  const [whole = "", rest = ""] = decimal.split(".");
  const units = String(BigInt(whole + rest) + by).padStart(rest.length + 1, "0");
  return rest === ""
    ? units
    : `${units.slice(0, units.length - rest.length)}.${units.slice(units.length - rest.length)}`;
}

describe("the size of a deal at the bound of a table, one unit below and above", () => {
  test.each([
    "100",
    "0.01",
    "39999.99",
    "1234567.890123",
    "0.1000000000000001",
    "12345678901234.567",
    "9007199254740992",
    "9007199254740993",
    "123456789012345678901234567890",
    "1.000000000000000000000000000001",
  ])("%s", (limit) => {
    const sizes = [-1n, 0n, 1n].map((by) => beside(limit, by));
    const returned = sizes.map((size) => `-${size}`);
    const parts = sizes.map((size) => [
      credit("a", size, { order: "o" }),
      credit("b", "-12.5", { order: "o" }),
      credit("c", "12.50", { order: "o" }),
    ]);
    const rows = lists(...[...sizes, ...returned].map((size) => [credit("a", size)]), ...parts);
    expectSame(largeFrom(limit), rows);
    expectSame(smallTo(limit), rows);
  });

  test("a bound that no decimal is, and floats that only print as one", () => {
    const rows = lists(
      ...["0.3333333333333333", "0.3333333333333334", "1/3", 1 / 3, 0.1 + 0.2, 0.3, "0.30"].map((size) => [
        credit("a", size),
        credit("b", size, { order: "o" }),
        credit("c", 0, { order: "o" }),
      ]),
    );
    for (const limit of ["1/3", "0.3", "0.30000000000000004"]) {
      expectSame(largeFrom(limit), rows);
      expectSame(smallTo(limit), rows);
    }
  });

  test("orders that cancel each other have the size 0, and no more", () => {
    const order = { order: "o" };
    const [nothing] = expectSame(
      smallTo("0"),
      lists(
        [credit("a", 700, order), credit("b", -700, order)],
        [credit("a", 700, order), credit("b", -700)],
        [credit("a", "90071992547409.91", order), credit("b", "-90071992547409.92", order)],
        [credit("a", "-0"), credit("b", -0), credit("c", "0.00")],
      ),
    ) as [ReturnType<typeof paid>];
    expect(totals(nothing)).toEqual([0, 0, -1, 0]);
  });

  test("a margin in percent of nothing, below nothing, and at a bound", () => {
    const byMargin = policyOf({
      tables: [
        { id: "loss", when: [{ deal: "margin-percent", atMost: "-25%" }], brackets: [{ rate: "1%" }] },
        { id: "good", when: [{ deal: "margin-percent", atLeast: "33.33%" }], brackets: [{ rate: "10%" }] },
        { id: "other", brackets: [{ rate: "5%" }] },
      ],
    });
    const deal = (amount: unknown, margin: unknown) => [
      credit("a", amount, { margin, order: "o" }),
      credit("b", 0, { margin: 0, order: "o" }),
    ];
    for (const { paths } of expectSame(
      byMargin,
      lists(
        deal(300, 100),
        deal(300, 99.99),
        deal(300, 99.98),
        deal(-300, -100),
        deal(100, -25),
        deal(100, -24.99),
        deal(-100, 25),
        deal(0, 5),
        deal(0, -5),
      ),
    ))
      expect(paths).toEqual({ columns: 9, exact: 0, person: 0, failed: 0 });
  });
});

describe("sums over credits", () => {
  test("of more than 53 bits on the way, or at the end", () => {
    const half = 4_503_599_627_370_496;
    for (const { paths } of expectSame(
      policyOf({ brackets: [{ rate: "1%" }, { from: "9007199254740993", rate: "50%" }] }),
      lists(
        [credit("a", half), credit("b", half)],
        [credit("a", half), credit("b", half), credit("c", 1)],
        [credit("a", half), credit("b", half), credit("c", 2), credit("d", `-${half}`)],
        Array.from({ length: 40 }, (_, at) => credit(`d${at}`, (at % 2 === 0 ? 1 : -1) * (half - at))),
      ),
    ))
      expect(paths.person).toBe(0);
  });

  test.each([...ROUNDING_MODES])("of many credits on a tie, one unit below and above: %s", (rounding) => {
    const policy = policyOf({ rounding, brackets: [{ rate: "50%" }] });
    const rows = [-3, -2, -1, 0, 1, 2, 3].map((cents) => [
      ...Array.from({ length: 50 }, (_, at) => credit(`d${at}`, `${at % 2 === 0 ? "" : "-"}0.37`)),
      credit("last", cents / 100),
      credit("long", "0.00000000000000000000"),
    ]);
    for (const { paths } of expectSame(policy, lists(...rows)))
      expect(paths).toEqual({ columns: 7, exact: 0, person: 0, failed: 0 });
    const beyond = rows.map((row) => [...row, credit("more", "0.000000000000000000001")]);
    expectSame(policy, lists(...beyond));
  });

  test("of long numbers are added up once, however many tables ask for them", () => {
    const readsOf = (count: number) => {
      const tables = Array.from({ length: count }, (_, at) => ({
        id: `t${at}`,
        ...(at === count - 1 ? {} : { when: [{ attribute: "customer", is: [`c${at}`] }] }),
        brackets: [{ rate: "1%" }],
      }));
      let reads = 0;
      const amount = new Proxy(Array(30).fill("0.1234567890123456789"), {
        get: (list, name) => {
          if (name === "7") reads += 1;
          return Reflect.get(list, name);
        },
      });
      const id = amount.map((_, at) => `d${at}`);
      const { paths } = paid(
        policyOf({ tables }),
        { "credits.sales": { offsets: Int32Array.of(0, 30), columns: { id, amount } } },
        1,
      );
      expect(paths.exact).toBe(1);
      return reads;
    };
    expect(readsOf(12)).toBe(readsOf(2));
  });
});

describe("lists of credits across blocks of rows", () => {
  const policy = policyOf({
    rounding: "half-up",
    tables: [
      { id: "large", when: [{ deal: "amount", atLeast: 100 }], brackets: [{ rate: "100%" }] },
      { id: "key", when: [{ attribute: "customer", is: ["key"] }], brackets: [{ rate: "50%" }] },
      { id: "other", brackets: [{ rate: "25%" }] },
    ],
  });
  const ROWS = 4100;
  /** Most rows have few deals, those about the borders of blocks thousands. */
  const lengths = Int32Array.from({ length: ROWS }, (_, row) =>
    [0, 2047, 2048, 4095, 4096].includes(row) ? 3000 : row % 4,
  );
  const offsets = new Int32Array(ROWS + 1);
  for (const [row, length] of lengths.entries()) offsets[row + 1] = (offsets[row] as number) + length;
  const count = offsets[ROWS] as number;
  const amounts = Float64Array.from({ length: count }, (_, at) => (((at * 7919) % 20_001) - 5000) / 100);
  const ids = Array.from({ length: count }, (_, at) => `d${at}`);
  const orders = Array.from({ length: count }, (_, at) => (at % 3 === 0 ? null : `o${at % 7}`));
  const customers = Int8Array.from({ length: count }, (_, at) => at % 4);
  const credits = {
    offsets,
    columns: {
      id: ids,
      order: orders,
      amount: amounts,
      "attributes.customer": { codes: customers, dictionary: ["other", "key", "none", "key"] },
    } as Record<string, ItemColumn>,
  };

  /** What is paid, by plain loops over whole cents. */
  const expected = Array.from({ length: ROWS }, (_, row) => {
    const own = Array.from({ length: lengths[row] as number }, (_, at) => (offsets[row] as number) + at);
    const cents = (at: number) => Math.round((amounts[at] as number) * 100);
    const sizes = new Map<string, number>();
    for (const at of own) {
      const order = orders[at];
      if (order != null) sizes.set(order, (sizes.get(order) ?? 0) + cents(at));
    }
    const sums = [0, 0, 0];
    for (const at of own) {
      const order = orders[at];
      const size = Math.abs(order == null ? cents(at) : (sizes.get(order) as number));
      const isKey = (customers[at] as number) % 2 === 1;
      const table = size >= 10_000 ? 0 : isKey ? 1 : 2;
      sums[table] = (sums[table] as number) + cents(at);
    }
    const quarters = (sums[0] as number) * 4 + (sums[1] as number) * 2 + (sums[2] as number);
    return Math.sign(quarters) * Math.floor((Math.abs(quarters) * 2 + 4) / 8) + 0;
  });

  test("thousands of deals in rows at the borders", () => {
    const found = paid(policy, { "credits.sales": credits }, ROWS);
    expect(found.paths).toEqual({ columns: ROWS, exact: 0, person: 0, failed: 0 });
    expect(totals(found)).toEqual(expected);
  });

  test.each([1, 7, 2049])("in chunks of %i rows, which share their items", (size) => {
    const review = batch(policy);
    const some = size === 1 ? [2045, 2046, 2047, 2048, 2049] : size === 7 ? [0, 2044, 4089] : [0, 2049];
    for (const from of some) {
      const to = Math.min(from + size, ROWS);
      const found = review({
        period: PERIOD,
        pay: true,
        columns: {
          tier: Array(to - from).fill("t"),
          "evidence.sales": Array(to - from).fill(1),
          "credits.sales": { ...credits, offsets: offsets.subarray(from, to + 1) },
        } as Record<string, InputColumn>,
      });
      expect(totals(found)).toEqual(expected.slice(from, to));
    }
  });

  test("one wrong credit of thousands fails its row, and no other", () => {
    const wrong = amounts.slice();
    wrong[(offsets[2048] as number) + 2999] = Number.NaN;
    const found = paid(
      policy,
      { "credits.sales": { offsets, columns: { ...credits.columns, amount: wrong } } },
      ROWS,
    );
    expect(found.paths).toEqual({ columns: ROWS - 1, exact: 0, person: 0, failed: 1 });
    expect(found.issues[0]).toMatchObject({
      row: 2048,
      issues: [{ path: ["credits", "sales", 2999, "amount"], code: "number-not-finite" }],
    });
    expect(totals(found).filter((_, row) => row !== 2048)).toEqual(expected.filter((_, row) => row !== 2048));
  });
});

test("the validity of items beyond 2^31 is that of their own bits", () => {
  const valid = new Uint8Array(2 ** 28 + 1);
  valid[2 ** 28] = 0b10;
  expect([0, 1, 2].map((bit) => isValid(valid, 2 ** 31 + bit))).toEqual([false, true, false]);
});
