import { describe, expect, test } from "vitest";
import {
  equityGrant,
  equityPayout,
  explain,
  explainEquityGrant,
  explainStatement,
  explainVesting,
  statement,
  type Vesting,
  type VestingConfig,
  type VestingInput,
  vesting,
} from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";
import { asJson } from "../properties/exact.js";

const LANGUAGES = [undefined, zhCN, zhTW];

/** The same sentences after JSON, whole ones, in which every number is in the result. */
function expectTrue(result: Parameters<typeof explain>[0]): void {
  const known = new Set(
    JSON.stringify(result)
      .match(/\d+(\.\d+)?/g)
      ?.map(Number),
  );
  for (const locale of LANGUAGES) {
    const options = locale === undefined ? {} : { locale };
    const sentences = explain(result, options);
    expect(explain(asJson(result), options)).toEqual(sentences);
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/undefined|NaN|\[object/);
      for (const number of sentence.match(/\d+(\.\d+)?/g) ?? []) expect(known).toContain(Number(number));
    }
  }
}

const terms: VestingConfig = {
  schedule: [
    { share: "50%", months: 1, times: 24 },
    { share: "50%", milestone: "listing" },
  ],
  cliff: { months: 12 },
  leave: { shifts: "months", leastDays: 30 },
  termination: [{ exercise: { days: 90 } }],
};
const events: VestingInput["events"] = [
  {
    kind: "grant",
    on: "2024-01-01",
    start: "2023-12-15",
    units: 1000,
    instrument: "options",
    exercisePrice: "1.25",
    expires: "2033-12-31",
  },
  { kind: "leave", on: "2024-02-01", to: "2024-02-10" },
  { kind: "leave", on: "2024-03-01", to: "2024-04-30" },
  { kind: "performance", on: "2024-12-31", factor: "1.1" },
  { kind: "exercise", on: "2025-06-01", units: 100 },
  { kind: "accelerate", on: "2025-06-01", share: "0.1" },
];

describe("vesting is explained by what happened and where the units are", () => {
  const vest = vesting(terms);
  const result: Vesting = vest({ events, at: "2025-07-01" });

  test("in English", () => {
    expect(explainVesting(result)).toEqual([
      "2024-01-01: 1000 options are granted, vesting from 2023-12-15, exercise price 1.25, to the end of 2033-12-31.",
      "2024-02-01: a leave to 2024-02-10 moves nothing.",
      "2024-03-01: a leave to 2024-04-30 moves what is not vested; months: 2.",
      "2024-12-31: the factor of performance is 1.1; 1000 units become 1100.",
      "2025-06-01: 100 options are exercised.",
      "2025-06-01: 75 units vest early.",
      "On 2025-07-01, of 1100 units: vested 438, not vested 662, forfeited 0.",
      "Of the vested options: exercised 100, exercisable 338 (to the end of 2033-12-31), lapsed 0.",
      "Next to vest: 20, on 2025-07-15.",
      "Waiting for listing: 495.",
    ]);
  });

  test("in Chinese, from what was stored as JSON", () => {
    expect(explain(asJson(result), { locale: zhCN }).slice(-4)).toEqual([
      "截至 2025-07-01，共 1100 份：已归属 438 份，未归属 662 份，已作废 0 份。",
      "已归属的期权中：已行权 100 份，可行权 338 份（至 2033-12-31 止），已失效 0 份。",
      "下一次归属：2025-07-15，20 份。",
      "待达成 listing 后归属：495 份。",
    ]);
    expect(explain(result, { locale: zhTW })[2]).toBe(
      "2024-03-01：休假至 2024-04-30，未既得部分順延 2 個月。",
    );
  });

  test("after a milestone and the end of service, too", () => {
    const left = vest({
      holding: result.holding,
      events: [
        { kind: "milestone", on: "2025-08-01", milestone: "listing" },
        { kind: "terminate", on: "2025-09-30", reason: "resigned" },
      ],
    });
    expect(explainVesting(left).slice(6)).toEqual([
      "2025-08-01: listing is reached.",
      "2025-09-30: the service ends (resigned); units forfeited: 105.",
      "On 2025-09-30, of 1100 units: vested 995, not vested 0, forfeited 105.",
      "Of the vested options: exercised 100, exercisable 895 (to the end of 2025-12-29), lapsed 0.",
    ]);
    expectTrue(result);
    expectTrue(left);
  });

  test("restricted units have nothing to exercise", () => {
    const units = vesting({ schedule: [{ days: 100 }], leave: { shifts: "days" } })({
      events: [
        { kind: "grant", on: "2026-01-01", units: 7 },
        { kind: "leave", on: "2026-02-01", to: "2026-02-03" },
      ],
    });
    expect(explainVesting(units)).toEqual([
      "2026-01-01: 7 restricted units are granted.",
      "2026-02-01: a leave to 2026-02-03 moves what is not vested; days: 3.",
      "On 2026-02-01, of 7 units: vested 0, not vested 7, forfeited 0.",
      "Next to vest: 7, on 2026-04-14.",
    ]);
    expectTrue(units);
  });
});

describe("a grant is explained by its size, or by why there is none", () => {
  const grant = equityGrant({
    currency: "USD",
    label: { en: "Refresh grant", "zh-CN": "年度授予", "zh-TW": "年度授予" },
    rule: "3.2",
    instrument: "options",
    eligibility: [{ tier: ["senior"] }],
    size: { by: "salary", rows: [{ share: "50%" }] },
    termMonths: 120,
  });
  const given = grant({ on: "2026-01-01", tier: "senior", salary: 60_000, price: "12.34" });

  test("in three languages", () => {
    expect(explainEquityGrant(given)).toEqual([
      "Refresh grant (3.2)",
      "60000.00 x 0.5 = 30000.00 USD, at 12.34 a unit: 2431.118314 units, rounded down to a multiple of 1: 2431. They are worth 29998.54 USD; remainder: 1.46.",
      "2026-01-01: 2431 options are granted, exercise price 12.34 USD, to the end of 2035-12-31.",
    ]);
    expect(explain(given, { locale: zhCN })[2]).toBe(
      "2026-01-01：授予股票期权 2431 份，行权价 12.34 USD，有效期至 2035-12-31 止。",
    );
    expectTrue(given);
  });

  test("who is not eligible is told why", () => {
    const none = grant({ on: "2026-01-01", tier: "junior" });
    expect(explainEquityGrant(none)).toEqual([
      "Refresh grant (3.2)",
      "Nothing is granted.",
      "Not eligible: the tier is junior, not one of: senior.",
    ]);
    expectTrue(none);
  });

  test("a value that buys no unit", () => {
    const small = equityGrant({ currency: "USD", size: { by: "value", rows: [{ value: 5 }] } });
    expect(explainEquityGrant(small({ on: "2026-01-01", price: 12 })).at(-1)).toBe("Nothing is granted.");
    const units = equityGrant({ currency: "USD", size: { by: "units", rows: [{ units: 5 }] } });
    expect(explainEquityGrant(units({ on: "2026-01-01" }))).toEqual([
      "By the plan: 5 units, rounded down to a multiple of 1: 5.",
      "2026-01-01: 5 restricted units are granted.",
    ]);
  });
});

test("a line of equity that is paid in cash says what held it down", () => {
  const pay = equityPayout({ currency: "USD", pays: "appreciation", mostPerUnit: 20 });
  const said = (input: Parameters<typeof pay>[0], locale = zhCN) =>
    explainStatement(statement({ currency: "USD" })({ period: "2026-12", lines: [pay(input)] }), { locale });
  expect(
    explainStatement(
      statement({ currency: "USD" })({
        period: "2026-12",
        lines: [pay({ units: 3, price: 35, basePrice: 10 })],
      }),
    ).slice(1),
  ).toEqual([
    "equityPayout: 3 x 20 = 60.00 USD.",
    "At a price of 35.00, a unit pays the most that it may: 20.00.",
  ]);
  expect(said({ units: 3, price: 9, basePrice: 10 }).at(-1)).toBe(
    "股价 9.00 未高于授予时的 10.00，不予支付。",
  );
  expect(said({ units: 3, price: 35, basePrice: 10 }, zhTW).at(-1)).toBe(
    "股價為 35.00，每單位按上限 20.00 支付。",
  );
});

test("each condition of eligibility that fails has its words in every language", () => {
  const grant = equityGrant({
    currency: "USD",
    size: { by: "units", rows: [{ units: 5 }] },
    eligibility: [
      { tier: ["senior", "lead"] },
      { attribute: "region", is: ["north"] },
      { fact: "score", atLeast: 80, atMost: 90 },
      { certificate: "funds" },
      { employedOn: "2026-12-31" },
      { employedOn: "2026-01-01", through: "2026-12-31" },
      { monthsOfService: 12, on: "2026-06-30" },
      { honours: ["star"], from: "2026-01-01" },
      { honours: ["star"] },
      { at: { performance: ["high"] } },
    ],
  });
  const none = grant({
    on: "2026-12-31",
    tier: "junior",
    attributes: { region: "south" },
    facts: { score: 70 },
    employment: { from: "2026-02-01", to: "2026-11-30" },
    at: { performance: "low" },
  });
  expect(explain(none)).toEqual([
    "Nothing is granted.",
    "Not eligible: the tier is junior, not one of: senior, lead.",
    "Not eligible: region is south, not one of: north.",
    "Not eligible: score is 70, at least 80, at most 90 is needed.",
    "Not eligible: the certificate funds is not held.",
    "Not eligible: not employed on 2026-12-31.",
    "Not eligible: not employed on every day from 2026-01-01 through 2026-12-31.",
    "Not eligible: whole months of service on 2026-06-30: 4; 12 are needed.",
    "Not eligible: honours of star won since 2026-01-01: 0; at least 1 needed.",
    "Not eligible: honours of star won: 0; at least 1 needed.",
    "Not eligible: the band on performance is low, not one of: high.",
  ]);
  for (const locale of [zhCN, zhTW]) {
    const sentences = explain(none, { locale }).slice(1);
    expect(sentences).toHaveLength(10);
    for (const sentence of sentences) expect(sentence).toMatch(/^不符合[资資]格：.+。$/);
  }
  expectTrue(none);
});
