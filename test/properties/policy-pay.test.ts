// A policy pays exactly what its calculators pay when each is called alone.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type BenefitsConfig,
  benefits,
  compilePolicy,
  type DeductionsConfig,
  deductions,
  type PayInput,
  type Policy,
  statement,
  type YearEndBonusConfig,
  yearEndBonus,
} from "../../src/index.js";
import { asJson, decimalText } from "./exact.js";

const money = decimalText({ min: 0, max: 900, decimals: 3 });
const cents = decimalText({ min: 0, max: 900, decimals: 2 });
const tier = fc.constantFrom("junior", "senior");
const condition = fc.constantFrom<NonNullable<YearEndBonusConfig["eligibility"]>[number]>(
  { tier: ["senior"] },
  { attribute: "site", is: ["north coast"] },
  { fact: "sick-days", atMost: 3 },
  { fact: "quality", atLeast: 50 },
  { certificate: "c" },
  { employedOn: "period-end" },
  { monthsOfService: 12, on: "period-end" },
  { honours: ["star"], from: "2025-06-01" },
  { at: { quality: ["good"] } },
);
const eligibility = fc.option(fc.array(condition, { minLength: 1, maxLength: 2 }), { nil: undefined });
const proration = fc.constantFrom(
  { by: "calendar-days" as const },
  { by: "months" as const },
  { by: "none" as const },
);
const rounding = fc.constantFrom("half-up" as const, "down" as const);
const per = fc.constantFrom("month" as const, "quarter" as const, "half-year" as const, "year" as const);

const yearEnd = fc.record(
  {
    pays: fc
      .tuple(cents, fc.constantFrom("1", "1.5", "1/3"), fc.constantFrom("5%", "1/7"))
      .map(([amount, months, share]) => [
        { tier: "senior", months, basisMost: 700 },
        ...(Number(amount) > 450 ? [{ amount }] : [{ share }]),
      ]),
    eligibility,
    proration,
    rounding,
  },
  { requiredKeys: ["pays"] },
);

const items = fc
  .record({ eligibility, months: fc.subarray([1, 3, 6, 7, 12], { minLength: 1 }), money: cents, rounding })
  .map(
    ({ eligibility: who, months, money: amount, rounding: mode }): Omit<BenefitsConfig, "currency"> => ({
      rounding: mode,
      items: [
        { id: "phone", pays: { kind: "by-tier", amounts: [{ of: ["junior", "senior"], amount }] }, months },
        {
          id: "meals",
          category: "allowances",
          pays: { kind: "rate", fact: "sick-days", rate: "1/3", most: 9, over: 1 },
          ...(who === undefined ? {} : { eligibility: who }),
        },
        {
          id: "site",
          pays: {
            kind: "by-attribute",
            attribute: "place",
            amounts: [{ of: ["a"], amount: 7 }],
            per: "year",
          },
          proration: { by: "calendar-days" },
        },
      ],
    }),
  );

const deducted = fc
  .record({ share: fc.constantFrom("20%", "1/3"), leaves: cents, suspended: fc.constantFrom("50%", "1") })
  .map(
    ({ share, leaves, suspended }): Omit<DeductionsConfig, "currency"> => ({
      suspensions: [{ id: "no-bonus", for: ["grave"], categories: ["bonus"], share: suspended }],
      deductions: [
        {
          id: "fines",
          due: { kind: "fines", fines: [{ for: ["late"], amounts: [10, "25.5"] }] },
          rest: "dropped",
        },
        { id: "tax", due: { kind: "sum", share, of: "left" } },
        { id: "loan", due: { kind: "claims" }, most: [{ share: "25%", of: "gross" }] },
      ],
      leaves: { amount: leaves },
    }),
  );

const input = fc
  .record({
    period: fc.constantFrom("2026-03", "2026-06", "2026-12", "2026-11"),
    tier,
    salary: money,
    earned: money,
    sickDays: fc.integer({ min: 0, max: 9 }),
    quality: decimalText({ min: 0, max: 100, decimals: 2 }),
    certificates: fc.subarray(["c", "d"]),
    site: fc.constantFrom("north coast", "south"),
    from: fc.constantFrom("2020-01-01", "2026-02-10", "2026-12-30"),
    to: fc.constantFrom(undefined, "2026-12-31"),
    absent: fc.boolean(),
    won: fc.boolean(),
    events: fc.array(fc.constantFrom("late", "grave"), { maxLength: 3 }),
    claim: fc.option(decimalText({ min: 1, max: 400, decimals: 2 }), { nil: undefined }),
    extra: decimalText({ min: -50, max: 90, decimals: 2 }),
  })
  .map(
    (one): PayInput => ({
      period: one.period,
      tier: one.tier,
      scores: { quality: one.quality },
      facts: { "sick-days": one.sickDays },
      attributes: { site: one.site, place: "a" },
      certificates: one.certificates,
      honours: one.won ? [{ honour: "star", on: "2026-01-31" }] : [],
      at: { quality: Number(one.quality) >= 80 ? "good" : "low" },
      employment: { from: one.from, ...(one.to === undefined ? {} : { to: one.to }) },
      absences: one.absent ? [{ from: "2026-06-10", to: "2026-06-20", pays: "0.5" }] : [],
      yearEnd: { salary: one.salary, earned: one.earned, factor: "1.1" },
      events: one.events.map((kind, index) => ({ id: `e${index}`, kind, date: "2026-03-02" })),
      claims:
        one.claim === undefined
          ? []
          : [{ id: "c", deduction: "loan", date: "2026-02-01", amount: one.claim }],
      statutory: 5,
      lines: [
        {
          id: "pool",
          use: "teamPool",
          category: "bonus",
          currency: "EUR",
          basis: one.extra,
          rate: 1,
          amount: one.extra,
        },
      ],
    }),
  );

const policyOf = (incentives: Policy["incentives"]): Policy => ({
  format: 1,
  id: "desk",
  effectiveFrom: "2026-01-01",
  currency: "EUR",
  axes: [
    {
      id: "quality",
      indicators: [{ id: "audits", weight: 1, measure: { kind: "points" } }],
      bands: [{ id: "low" }, { id: "good", from: 80 }],
    },
  ],
  tiers: [{ id: "junior" }, { id: "senior" }],
  matrix: { cells: [{ at: { quality: "low" } }, { at: { quality: "good" } }] },
  adjustment: { cycle: "month", promote: { when: [{ kind: "at-least", axis: "quality", score: 80 }] } },
  incentives,
});

const ends: Readonly<Record<string, string>> = {
  "2026-03 month": "2026-03",
  "2026-03 quarter": "2026-Q1",
  "2026-06 month": "2026-06",
  "2026-06 quarter": "2026-Q2",
  "2026-06 half-year": "2026-H1",
  "2026-11 month": "2026-11",
  "2026-12 month": "2026-12",
  "2026-12 quarter": "2026-Q4",
  "2026-12 half-year": "2026-H2",
  "2026-12 year": "2026",
};

test("the lines of a policy's statement are those that its calculators make alone", () => {
  fc.assert(
    fc.property(yearEnd, per, items, deducted, input, (bonus, time, list, taken, given) => {
      const made = compilePolicy(
        policyOf([
          { use: "deductions", ...taken },
          { use: "yearEndBonus", id: "end", per: time, ...bonus },
          { use: "benefits", ...list },
        ]),
      );
      const { period, scores, absences = [], yearEnd: of = {}, lines = [], ...rest } = given;
      const { tier: held, facts, attributes, certificates, honours, at, employment } = rest;
      const person = { tier: held, attributes, certificates, honours, at, employment };
      const known = { ...person, facts: { ...facts, ...scores } } as object;
      const end = ends[`${period} ${time}`];
      const config = { ...bonus, id: "end", currency: "EUR" };
      const first =
        end === undefined ? [] : [yearEndBonus(config)({ period: end, ...of, ...known, absences })];
      const { lines: others, refused } = benefits({ ...list, currency: "EUR" })({
        period,
        ...known,
        absences: absences.map(({ from, to }) => ({ from, to })),
      });
      const before = asJson([...first, ...others, ...lines.map((line) => ({ ...line, trace: [] }))]);
      const { events = [], claims = [], statutory = 0 } = rest;
      const deduct = deductions({ ...taken, currency: "EUR" });
      const pay = before.map(({ id, category = "other", amount }) => ({ id, category, amount }));
      const last = deduct({ period, pay, events, claims, statutory, facts: facts ?? {} });
      const total = statement({ currency: "EUR" })({ period, lines: [...before, ...last.lines] as never });
      expect(asJson(made.pay?.(given))).toEqual(
        asJson({ ...total, ...(refused.length === 0 ? {} : { refused }), balance: last.balance }),
      );
    }),
    { numRuns: 150 },
  );
});
