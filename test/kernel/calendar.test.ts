import { describe, expect, test } from "vitest";
import {
  comparePeriods,
  isDate,
  isPeriod,
  monthsBetween,
  nextPeriod,
  periodContains,
  periodEnd,
  periodMonths,
  periodStart,
  periodUnit,
  previousPeriod,
  shiftPeriod,
  TierwiseError,
} from "../../src/index.js";

test.each(["2026-01-01", "2024-02-29", "2000-02-29", "2026-04-30", "2026-12-31", "1000-01-01", "8999-12-31"])(
  "%s is a date",
  (date) => {
    expect(isDate(date)).toBe(true);
  },
);

test.each([
  "2026-02-29",
  "1900-02-29",
  "2100-02-29",
  "2026-02-30",
  "2026-04-31",
  "2026-00-10",
  "2026-13-01",
  "2026-01-00",
  "2026-01-32",
  "2026-1-1",
  "26-01-01",
  "2026/01/01",
  "2026-01-01T00:00:00Z",
  " 2026-01-01",
  "2026-01-01\n",
  "0999-12-31",
  "9000-01-01",
  "",
  20260101,
  new Date(0),
  null,
  undefined,
])("%s is no date", (date) => {
  expect(isDate(date)).toBe(false);
});

test.each<[string, string, number, string, string, string, string]>([
  ["2026-07", "month", 1, "2026-07-01", "2026-07-31", "2026-08", "2026-06"],
  ["2026-12", "month", 1, "2026-12-01", "2026-12-31", "2027-01", "2026-11"],
  ["2024-02", "month", 1, "2024-02-01", "2024-02-29", "2024-03", "2024-01"],
  ["2026-02", "month", 1, "2026-02-01", "2026-02-28", "2026-03", "2026-01"],
  ["2026-09", "month", 1, "2026-09-01", "2026-09-30", "2026-10", "2026-08"],
  ["2026-Q1", "quarter", 3, "2026-01-01", "2026-03-31", "2026-Q2", "2025-Q4"],
  ["2026-Q3", "quarter", 3, "2026-07-01", "2026-09-30", "2026-Q4", "2026-Q2"],
  ["2026-Q4", "quarter", 3, "2026-10-01", "2026-12-31", "2027-Q1", "2026-Q3"],
  ["2026-H1", "half-year", 6, "2026-01-01", "2026-06-30", "2026-H2", "2025-H2"],
  ["2026-H2", "half-year", 6, "2026-07-01", "2026-12-31", "2027-H1", "2026-H1"],
  ["2026", "year", 12, "2026-01-01", "2026-12-31", "2027", "2025"],
])("the period %s", (period, unit, months, start, end, next, previous) => {
  expect(isPeriod(period)).toBe(true);
  expect(periodUnit(period)).toBe(unit);
  expect(periodMonths(period)).toBe(months);
  expect([periodStart(period), periodEnd(period)]).toEqual([start, end]);
  expect([nextPeriod(period), previousPeriod(period)]).toEqual([next, previous]);
});

test.each([
  "2026-Q0",
  "2026-Q5",
  "2026-H3",
  "2026-H0",
  "2026-00",
  "2026-13",
  "2026-7",
  "26",
  "2026-q1",
  "2026Q1",
  "9000",
  "0999",
  "2026-Q1 ",
  "",
  2026,
  null,
])("%s is no period", (period) => {
  expect(isPeriod(period)).toBe(false);
  expect(() => periodStart(period as string)).toThrow(TierwiseError);
});

test("periods are shifted by any count, over years", () => {
  expect(shiftPeriod("2026-07", 18)).toBe("2028-01");
  expect(shiftPeriod("2026-Q1", -5)).toBe("2024-Q4");
  expect(shiftPeriod("2026-H2", 3)).toBe("2028-H1");
  expect(shiftPeriod("2026", -26)).toBe("2000");
  expect(shiftPeriod("2026-Q3", 0)).toBe("2026-Q3");
});

test.each<[string, number]>([
  ["8999-Q4", 1],
  ["1000", -1],
  ["2026-01", 1e9],
  ["2026-01", -1e9],
  ["2026-01", 0.5],
  ["2026-01", Number.NaN],
])("%s is not shifted by %s", (period, count) => {
  expect(() => shiftPeriod(period, count)).toThrow(TierwiseError);
});

test("periods are ordered by their first day, the longer first", () => {
  const ordered = [
    "2025-12",
    "2026",
    "2026-H1",
    "2026-Q1",
    "2026-01",
    "2026-02",
    "2026-Q2",
    "2026-H2",
    "2026-Q3",
    "2027",
  ];
  expect([...ordered].reverse().sort(comparePeriods)).toEqual(ordered);
  expect(comparePeriods("2026-Q1", "2026-Q1")).toBe(0);
});

test("a period contains its days and the periods that lie in it", () => {
  expect(periodContains("2026-Q1", "2026-01-01")).toBe(true);
  expect(periodContains("2026-Q1", "2026-03-31")).toBe(true);
  expect(periodContains("2026-Q1", "2026-04-01")).toBe(false);
  expect(periodContains("2026-Q1", "2025-12-31")).toBe(false);
  expect(periodContains("2026", "2026-H2")).toBe(true);
  expect(periodContains("2026-Q1", "2026-Q1")).toBe(true);
  expect(periodContains("2026-Q1", "2026-H1")).toBe(false);
  expect(() => periodContains("2026-Q1", "2026-02-30")).toThrow(TierwiseError);
});

describe("whole months between dates", () => {
  test.each<[string, string, number]>([
    ["2026-01-15", "2026-01-15", 0],
    ["2026-01-15", "2026-02-14", 0],
    ["2026-01-15", "2026-02-15", 1],
    ["2026-01-31", "2026-02-27", 0],
    ["2026-01-31", "2026-02-28", 1],
    ["2024-01-31", "2024-02-28", 0],
    ["2024-01-31", "2024-02-29", 1],
    ["2026-01-31", "2026-03-30", 1],
    ["2026-01-31", "2026-03-31", 2],
    ["2024-02-29", "2025-02-28", 12],
    ["2024-02-29", "2028-02-28", 47],
    ["2024-02-29", "2028-02-29", 48],
    ["2025-12-31", "2026-01-01", 0],
    ["2026-07-01", "2026-01-01", -6],
    ["2026-02-14", "2026-01-15", 0],
  ])("%s to %s: %i", (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });

  test("not of what is no date", () => {
    expect(() => monthsBetween("2026-02-30", "2026-03-01")).toThrow(TierwiseError);
    expect(() => monthsBetween("2026-02-01", "March")).toThrow(TierwiseError);
  });
});
