import { expect, test } from "vitest";
import { explainQuota, quota } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";

const result = quota({ currency: "USD", amount: 1200, ramp: { shares: ["50%"] } })({
  period: "2026",
  from: "2026-05-01",
  absences: [{ from: "2026-12-01", to: "2026-12-31" }],
  achieved: [{ period: "2026-Q3", amount: 330 }],
});

test("the quota in all and in each period, with what lowers it", () => {
  expect(explainQuota(result)).toEqual([
    "Quota for 2026: 650.00 USD, of 1200.00 for all of it.",
    "2026-Q1, from 2026-01-01 to 2026-03-31: of 300.00 the part 0, so 0.00.",
    "2026-Q2, from 2026-04-01 to 2026-06-30: of 300.00 the part 2/3, after the ramp 0.5, so 150.00.",
    "2026-Q3, from 2026-07-01 to 2026-09-30: 300.00.",
    "2026-Q3: attainment 1.1.",
    "2026-Q4, from 2026-10-01 to 2026-12-31: of 300.00 the part 2/3, so 200.00.",
  ]);
});

test("a quota of units has no currency", () => {
  expect(
    explainQuota(quota({ decimals: 0, per: "month", unit: "month" })({ period: "2026-01", amount: 12 })),
  ).toEqual(["Quota for 2026-01: 12, of 12 for all of it.", "2026-01, from 2026-01-01 to 2026-01-31: 12."]);
});

test.each([undefined, zhCN, zhTW])(
  "whole sentences, after JSON too, and every number is in the result",
  (locale) => {
    const options = locale === undefined ? {} : { locale };
    const sentences = explainQuota(result, options);
    expect(explainQuota(JSON.parse(JSON.stringify(result)), options)).toEqual(sentences);
    const known = new Set(
      JSON.stringify(result)
        .match(/\d+(\.\d+)?/g)
        ?.map(Number),
    );
    for (const sentence of sentences) {
      expect(sentence).toMatch(/[.。]$/);
      expect(sentence).not.toMatch(/undefined|NaN|\[object/);
      for (const number of sentence.match(/\d+(\.\d+)?/g) ?? []) expect(known).toContain(Number(number));
    }
  },
);
