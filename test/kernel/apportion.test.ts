import fc from "fast-check";
import { expect, test } from "vitest";
import { apportion, compareIds, roundTogether, roundToTotal } from "../../src/kernel/apportion.js";
import { readNumber } from "../../src/kernel/number.js";

const shares = (values: Record<string, string>) =>
  Object.entries(values).map(([id, share]) => ({ id, share: readNumber(share) }));

test("units left over go to the largest remainders", () => {
  expect(apportion(10n, shares({ a: "1", b: "2", c: "3" }))).toEqual([2n, 3n, 5n]);
  expect(apportion(0n, shares({ a: "1", b: "2" }))).toEqual([0n, 0n]);
});

test("equal remainders go by the id, whatever the order of rows", () => {
  expect(apportion(2n, shares({ c: "1", a: "1", b: "1" }))).toEqual([0n, 1n, 1n]);
});

test("ids are ordered by code point, not by UTF-16 unit or by a language", () => {
  const ordered = ["", "10", "9", "B", "a", "aa", "ä", "中", "\uFF5E", "😀"];
  expect([...ordered].reverse().sort(compareIds)).toEqual(ordered);
  expect(compareIds("a", "a")).toBe(0);
});

test("values of any sign are rounded so that they sum to their rounded sum", () => {
  expect(roundTogether(shares({ a: "1/3", b: "1/3", c: "1/3" }), 2)).toEqual([34n, 33n, 33n]);
  expect(roundTogether(shares({ a: "-1/3", b: "-1/3", c: "2/3" }), 0)).toEqual([0n, 0n, 0n]);
  expect(roundTogether(shares({ a: "0.4", b: "0.4" }), 0)).toEqual([1n, 0n]);
  expect(roundTogether(shares({ a: "0.4", b: "0.4" }), 0, "down")).toEqual([0n, 0n]);
  expect(roundTogether([], 2)).toEqual([]);
});

test("values are rounded to a total that was rounded elsewhere, each within one unit of itself", () => {
  const slices = shares({ a: "0.5021", b: "335.003277" });
  expect(roundToTotal(slices, 335n, 0)).toEqual([0n, 335n]);
  expect(roundToTotal(slices, 336n, 0)).toEqual([1n, 335n]);
  const whole = shares({ a: "0", b: "2", c: "1" });
  expect(roundToTotal(whole, 4n, 0)).toEqual([0n, 3n, 1n]);
  expect(roundToTotal(whole, 2n, 0)).toEqual([0n, 1n, 1n]);
});

test("ids are ordered by code point, also halves of one", () => {
  const letters = fc.constantFrom(
    "a",
    "b",
    "\u{1f600}",
    "\u{1f601}",
    "\ud83d",
    "\ude00",
    "\uffff",
    "\ue000",
    "é",
  );
  const text = fc.array(letters, { maxLength: 5 }).map((all) => all.join(""));
  const byPoint = (a: string, b: string) => {
    const [left, right] = [a, b].map((one) => Array.from(one, (letter) => letter.codePointAt(0) as number));
    const at = left?.findIndex((point, index) => point !== right?.[index]) ?? -1;
    if (at < 0) return Math.sign((left?.length ?? 0) - (right?.length ?? 0));
    return Math.sign((left?.[at] ?? 0) - (right?.[at] ?? -1));
  };
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(compareIds(a, b)).toBe(byPoint(a, b));
    }),
    { numRuns: 1000 },
  );
});
