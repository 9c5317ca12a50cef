import fc from "fast-check";
import { expect, test } from "vitest";
import { explain, monitor } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";

const values = (list: readonly (number | string)[]) =>
  list.map((value, index) => ({ id: `d${index}`, value }));
const hundredths = fc.integer({ min: -10_000, max: 10_000 }).map((whole) => whole / 100);

test("the sums are those of whole numbers", () => {
  fc.assert(
    fc.property(fc.array(hundredths, { maxLength: 40 }), (list) => {
      const watch = monitor({ kind: "cusum", target: 5, deviation: 2, allowance: "1/4", threshold: 3 });
      let [high, low] = [0, 0];
      for (const { value, figures, flag } of watch({ values: values(list) }).values) {
        const distance = Math.round(Number(value) * 100) - 500;
        high = Math.max(0, high + distance - 50);
        low = Math.max(0, low - distance - 50);
        expect([Number(figures.high), Number(figures.low)]).toEqual([high / 100, low / 100]);
        expect(flag).toBe(high > 600 ? "up" : low > 600 ? "down" : undefined);
      }
    }),
  );
});

test("an average with the whole weight on the newest value is that value, and its limits do not change", () => {
  const watch = monitor({ kind: "ewma", target: 50, deviation: 2, weight: 1, width: 3 });
  const found = watch({ values: values([50, 56, "56.0001", 44, "43.9999"]) });
  expect(found.values.map(({ flag }) => flag)).toEqual([undefined, undefined, "up", undefined, "down"]);
  for (const { value, figures } of found.values) {
    expect(String(figures.average)).toBe(String(value));
    expect([String(figures.lower), String(figures.upper)]).toEqual(["44", "56"]);
  }
});

test("says what is marked, in all languages, from the data alone", () => {
  const watch = monitor({
    kind: "ewma",
    target: 10,
    deviation: 1,
    weight: "0.5",
    width: 1,
    earlyReview: true,
  });
  const found = watch({ values: values([10, 14]) });
  expect(explain(found)).toEqual([
    "d1: 14 is marked upwards (average 12; lower limit 9.441; upper limit 10.559).",
    "A review is asked for before it is due.",
  ]);
  expect(explain(watch({ values: values([10]) }))).toEqual(["No value is marked."]);
  for (const locale of [zhCN, zhTW]) {
    const said = explain(JSON.parse(JSON.stringify(found)), { locale });
    expect(said.join("")).toMatch(/d1：14 .*12.*9\.441/);
    expect(said.join("")).not.toMatch(/undefined|average/);
  }
});
