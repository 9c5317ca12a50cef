import { expect, test } from "vitest";
import { didYouMean, nearest, notAmong } from "../../src/kernel/show.js";

const known = ["sales", "survey", "teamwork", "a", "销售额"];

test.each<[unknown, string]>([
  ["sale", "sales"],
  ["Sales", "sales"],
  ["slaes", "sales"],
  ["seals", "sales"],
  ["teamwrk", "teamwork"],
  ["team-wirk", "teamwork"],
  ["SURVEY", "survey"],
  ["A", "a"],
  ["销售量", "销售额"],
])("%s is nearly a name that is known", (name, meant) => {
  expect(didYouMean(name, known)).toBe(` (did you mean ${JSON.stringify(meant)}?)`);
});

test.each<[unknown]>([["b"], ["xy"], ["turnover"], ["tmwrk"], [""], [5], [undefined]])(
  "%s is not",
  (name) => {
    expect(didYouMean(name, known)).toBe("");
  },
);

test("the nearest is meant, and of several the first", () => {
  expect(didYouMean("sales2", ["sales12", "sales1"])).toBe(' (did you mean "sales12"?)');
  expect(didYouMean("sales13", ["sales", "sales12"])).toBe(' (did you mean "sales12"?)');
});

test.each<[string, string, number, string | undefined]>([
  ["saels", "sales", 1, "sales"],
  ["asles", "sales", 1, "sales"],
  ["salse", "sales", 1, "sales"],
  ["slaes2", "sales", 1, undefined],
  ["slaes2", "sales", 2, "sales"],
  ["lasse", "sales", 1, undefined],
  ["ab", "ba", 1, "ba"],
  ["ab", "ba", 0, undefined],
])("letters that are swapped are one change: %s, %s within %i", (name, known, most, meant) => {
  expect(nearest(name, [known], most)).toBe(meant);
});

test("an unknown name is told with the known ones", () => {
  expect(notAmong(["sales", "survey"], "an indicator", "sale")).toBe(
    '"sale" is not an indicator: expected "sales" or "survey" (did you mean "sales"?)',
  );
});
