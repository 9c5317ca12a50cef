// Amounts shared among many: the parts of the function of one group, to the last unit, whatever the order of the rows.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { batchAllocation, type InputColumn } from "../../src/batch/index.js";
import { allocation } from "../../src/index.js";
import { asJson } from "../properties/exact.js";

interface Row {
  readonly id: string;
  readonly group: string;
  readonly share: number | string;
  readonly least?: { readonly amount?: number | string; readonly share?: number | string };
  readonly most?: { readonly amount?: number | string; readonly share?: number | string };
}

const share = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.integer({ min: 0, max: 2 ** 50 }),
  fc.integer({ min: 0, max: 5000 }).map((units) => units / 100),
  fc.constantFrom("0", "1/3", "2/7", "0.1", "12.50", "1234567.123456789012345", 0.1 + 0.2, 1e-7),
);
const bound = fc.option(
  fc.oneof(
    fc.integer({ min: 0, max: 3000 }).map((units) => ({ amount: units / 100 })),
    fc.constantFrom(
      { amount: "1/3" },
      { amount: "0.005" },
      { share: "0.25" },
      { share: "1/3" },
      { share: 0 },
    ),
  ),
  { nil: undefined },
);
const ids = ["a", "b", "B", "10", "9", "é", "Ａ", "\u{1f600}", "\ud83d", "a\u{1f600}", "zz"];
const rowsOf = (name: string, bounded: boolean) =>
  fc.subarray(ids, { minLength: 1 }).chain((some) =>
    fc.tuple(
      ...some.map((id) =>
        fc.record({
          id: fc.constant(id),
          group: fc.constant(name),
          share,
          ...(bounded ? { least: bound, most: bound } : {}),
        }),
      ),
    ),
  );
const amount = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((units) => units / 100),
  fc.constantFrom(0, "0.01", "90071992547409.93", "-90071992547409.92", "123456789012345678901.25", 0.005),
);
const files = fc.boolean().chain((bounded) =>
  fc.record({
    amounts: fc.tuple(amount, amount),
    rows: fc.tuple(rowsOf("north", bounded), rowsOf("south", bounded)).map((all) => all.flat() as Row[]),
  }),
);

const orNull = <T>(values: readonly (T | undefined)[]) => values.map((value) => value ?? null);

function columnsOf(rows: readonly Row[]): Record<string, InputColumn> {
  return {
    id: rows.map(({ id }) => id),
    group: rows.map(({ group }) => group),
    share: rows.map(({ share: part }) => part),
    "least.amount": orNull(rows.map(({ least }) => least?.amount)),
    "least.share": orNull(rows.map(({ least }) => least?.share)),
    "most.amount": orNull(rows.map(({ most }) => most?.amount)),
    "most.share": orNull(rows.map(({ most }) => most?.share)),
  };
}

const shareAll = batchAllocation({ currency: "USD" });
const shareOne = allocation({ currency: "USD" });

/** A group as the function of one group shares it, by id; rows that it refuses are left out first. */
function alone(rows: readonly Row[], given: number | string) {
  const sound = rows.filter(({ group: _, ...one }) => {
    const outcome = shareOne.safe({ amount: given, shares: [{ id: "-", share: 1 }, one] } as never);
    return outcome.ok || !outcome.error.issues.some(({ path }) => path[0] === "shares" && path[1] === 1);
  });
  const shares = sound.map(({ group: _, ...one }) => one);
  return shareOne.safe({ amount: given, shares } as never);
}

function compare(rows: readonly Row[], amounts: readonly (number | string)[]) {
  const names = ["north", "south"];
  const groups = names.map((group, index) => ({ group, amount: amounts[index] ?? 0 }));
  const found = shareAll({ groups, columns: columnsOf(rows) });
  for (const [index, group] of names.entries()) {
    const members = rows.filter((row) => row.group === group);
    const one = alone(members, amounts[index] ?? 0);
    const made = found.groups.find((each) => each.group === group);
    const wrong = found.groupIssues.find((each) => each.group === group);
    expect(made === undefined).toBe(!one.ok);
    if (!one.ok) {
      const code = amounts[index] === 0.005 ? "amount-too-fine" : one.error.issues[0]?.code;
      expect(wrong?.issues.map((issue) => issue.code)).toEqual([code]);
      continue;
    }
    const { parts, undistributed } = one.value;
    expect(asJson(made?.undistributed)).toEqual(asJson(undistributed));
    for (const part of parts) {
      const row = rows.findIndex(({ id, group: of }) => id === part.id && of === group);
      const units = found.parts.units[row] as number;
      if (Number.isNaN(units)) {
        expect(Math.abs(Number(part.amount.times(100)))).toBeGreaterThanOrEqual(2 ** 53);
        expect(found.issues.find((issue) => issue.row === row)?.issues[0]?.code).toBe("too-large");
      } else expect(BigInt(units)).toBe(BigInt(part.amount.times(100).toFixed()));
      if (!Number.isNaN(units))
        expect(found.held.dictionary[found.held.codes[row] as number]).toBe(part.held);
    }
    for (const [row, { id, group: of }] of rows.entries())
      if (of === group && !parts.some((part) => part.id === id)) {
        expect(found.parts.units[row]).toBeNaN();
        expect(found.issues.some((issue) => issue.row === row)).toBe(true);
      }
  }
  const { columns, exact, failed } = found.paths;
  expect(columns + exact + failed).toBe(rows.length);
  return found;
}

test("every part is that of the function of one group", () => {
  const paths = { columns: 0, exact: 0, failed: 0 };
  fc.assert(
    fc.property(files, ({ rows, amounts }) => {
      const found = compare(rows, amounts);
      for (const path of ["columns", "exact", "failed"] as const) paths[path] += found.paths[path];
    }),
    { numRuns: 400 },
  );
  expect(Math.min(paths.columns, paths.exact, paths.failed)).toBeGreaterThan(50);
});

test("the order of rows changes nothing", () => {
  fc.assert(
    fc.property(
      files.chain((file) =>
        fc.record({
          file: fc.constant(file),
          places: fc.shuffledSubarray([...file.rows.keys()], { minLength: file.rows.length }),
        }),
      ),
      ({ file: { rows, amounts }, places }) => {
        const groups = ["north", "south"].map((group, index) => ({ group, amount: amounts[index] ?? 0 }));
        const found = shareAll({ groups, columns: columnsOf(rows) });
        const moved = shareAll({ groups, columns: columnsOf(places.map((place) => rows[place] as Row)) });
        expect(places.map((_, at) => moved.parts.units[at])).toEqual(
          places.map((place) => found.parts.units[place]),
        );
        expect(asJson(moved.groups)).toEqual(asJson(found.groups));
        expect(moved.paths).toEqual(found.paths);
      },
    ),
    { numRuns: 100 },
  );
});

describe("rows that something is wrong with", () => {
  const groups = [{ group: "north", amount: 9 }];
  test("have no part, and the others share as if they were not there", () => {
    const { parts, issues, paths } = shareAll({
      groups,
      columns: {
        id: ["ann", "ben", "ben", null, "eve", "fay", "gus", "hal"],
        group: ["north", "north", "north", "north", null, "north", "north", "north"],
        share: [1, 1, 1, 1, 1, "much", 2, null],
      },
    });
    expect([...parts.units]).toEqual([300, NaN, NaN, NaN, NaN, NaN, 600, NaN]);
    expect(issues.map(({ row, issues: [issue] }) => [row, issue?.path.join("."), issue?.code])).toEqual([
      [1, "id", "duplicate-id"],
      [2, "id", "duplicate-id"],
      [3, "id", "missing"],
      [4, "group", "missing"],
      [5, "share", "number-invalid"],
      [7, "share", "missing"],
    ]);
    expect(paths).toEqual({ columns: 2, exact: 0, failed: 6 });
  });

  test("a bound that leaves no room, or is of two kinds, is of its row", () => {
    const { parts, issues } = shareAll({
      groups: [{ amount: 10 }],
      columns: {
        id: ["ann", "ben", "cho"],
        share: [1, 1, 1],
        "least.amount": [null, 6, 1],
        "least.share": [null, null, 0.5],
        "most.amount": [4, 5, null],
      },
    });
    expect([...parts.units]).toEqual([400, NaN, NaN]);
    expect(issues.map(({ row, issues: [issue] }) => [row, issue?.path.join("."), issue?.code])).toEqual([
      [1, "least", "range-empty"],
      [2, "least", "one-of"],
    ]);
  });

  test("what is wrong with a group is said once", () => {
    const { groupIssues, parts, paths } = shareAll({
      groups: [
        { group: "fine", amount: "0.001" },
        { group: "none", amount: 5 },
        { group: "zero", amount: 5 },
        { group: "more", amount: 5 },
      ],
      columns: {
        id: ["a", "b", "c", "d"],
        group: { codes: Uint8Array.of(0, 1, 2, 3), dictionary: ["fine", "zero", "unsaid", "more"] },
        share: Float64Array.of(1, 0, 1, 1),
        "least.amount": [null, null, null, 6],
      },
    });
    expect(groupIssues.map(({ group, issues: [issue] }) => [group, issue?.code])).toEqual([
      ["fine", "amount-too-fine"],
      ["more", "minimums-over"],
      ["none", "too-small"],
      ["unsaid", "amount-missing"],
      ["zero", "shares-zero"],
    ]);
    expect([...parts.units]).toEqual([NaN, NaN, NaN, NaN]);
    expect(paths).toEqual({ columns: 0, exact: 0, failed: 4 });
  });
});

describe("an input as a whole", () => {
  const columns = { id: ["a"], share: [1] };
  test.each([
    [{ groups: [{ amount: 1 }], columns: { ...columns, shares: [1] } }, "columns.shares unknown-column"],
    [{ groups: [{ amount: 1 }], columns: { id: ["a"], share: [1, 2] } }, "columns.share column-length"],
    [{ groups: [{ group: "x", amount: 1 }], columns }, "groups.0.group one-of"],
    [{ groups: [{ amount: 1 }], columns: { ...columns, group: ["x"] } }, "groups.0.group missing"],
    [{ groups: [{ amount: 1 }, { amount: 2 }], columns }, "groups.1.group duplicate-id"],
    [{ groups: [{ amount: "much" }], columns }, "groups.0.amount number-invalid"],
    [{ groups: [{ amount: 1 }] }, "columns wrong-type"],
    [null, " wrong-type"],
  ])("%j is refused", (input, problem) => {
    const found = (() => {
      try {
        shareAll(input as never);
        return [];
      } catch (error) {
        return (error as { issues: { path: readonly string[]; code: string }[] }).issues;
      }
    })();
    expect(found.map(({ path, code }) => `${path.join(".")} ${code}`)).toEqual([problem]);
  });
});

test("columns of all kinds say the same", () => {
  const groups = [{ amount: 100 }];
  const id = { codes: Int8Array.of(2, 0, 1), dictionary: ["b", "c", "a"] };
  const expected = [1429, 2857, 5714];
  for (const share of [
    Float64Array.of(1.25, 2.5, 5),
    { values: Float32Array.of(1.25, 2.5, 5) },
    { units: Int32Array.of(125, 250, 500), scale: 2 },
    { units: BigInt64Array.of(125n, 250n, 500n), scale: 2 },
    ["1.25", 2.5, "5.0"],
  ]) {
    const { parts, paths } = shareAll({ groups, columns: { id, share } });
    expect([...parts.units]).toEqual(expected);
    expect(paths.columns).toBe(3);
  }
});
