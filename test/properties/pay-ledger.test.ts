import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Ledger, type PayLedgerInput, payLedger, shiftPeriod } from "../../src/index.js";

type Event = PayLedgerInput["events"][number];

const RUNS = { numRuns: 150 };
const entry = { on: "2026-12-01", by: "payroll", reason: "found out later" };
const names = ["base", "bonus", "deals", "spiff"] as const;
const units = ["JPY", "USD", "KWD"] as const;
const DECIMALS = { JPY: 0, USD: 2, KWD: 3 } as const;

interface Line {
  readonly id: string;
  readonly use: string;
  readonly category: string;
  readonly currency: string;
  readonly basis: string;
  readonly rate: number;
  readonly amount: string;
}

/** Lines of some of the names; amounts are from the currency's unit up to a quadrillion, above and below zero. */
function linesIn(currency: (typeof units)[number]): fc.Arbitrary<readonly Line[]> {
  const small = fc.bigInt({ min: -5000n, max: 5000n });
  const large = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
  const amount = fc
    .oneof(small, large)
    .map((minor) => new Decimal(String(minor)).div(10 ** DECIMALS[currency]));
  return fc
    .dictionary(fc.constantFrom(...names), fc.tuple(amount, fc.constantFrom("fixed", "variable")))
    .map((made) =>
      Object.entries(made).map(([id, [money, category]]) => {
        const text = money.toFixed(DECIMALS[currency]);
        return { id, use: id, category, currency, basis: text, rate: 1, amount: text };
      }),
    );
}

const exact = Decimal.clone({ precision: 60 });
const total = (all: readonly { readonly amount: unknown }[]) =>
  all.reduce((sum, { amount }) => sum.plus(String(amount)), new exact(0));

interface History {
  readonly currency: (typeof units)[number];
  readonly yearStarts: number;
  readonly first: string;
  readonly months: readonly (readonly Line[])[];
  /** After which month, of which, the lines as they should have been. */
  readonly later: readonly (readonly [number, number, readonly Line[]])[];
}

const histories: fc.Arbitrary<History> = fc.constantFrom(...units).chain((currency) =>
  fc.record({
    currency: fc.constant(currency),
    yearStarts: fc.integer({ min: 1, max: 12 }),
    first: fc.integer({ min: 0, max: 11 }).map((count) => shiftPeriod("2026-01", count)),
    months: fc.array(linesIn(currency), { minLength: 1, maxLength: 5 }),
    later: fc.array(fc.tuple(fc.nat(), fc.nat(), linesIn(currency)), { maxLength: 6 }),
  }),
);

/** Months that are closed one after another, each followed by the recalculations that come after it; what these leave out is due no more. */
function eventsOf({ first, months, later }: History): readonly Event[] {
  const known = months.map((lines) => new Set(lines.map(({ id }) => id)));
  return months.flatMap((lines, index): readonly Event[] => [
    { kind: "close", period: shiftPeriod(first, index), lines: [...lines] },
    ...later.flatMap(([after, which, again], place): readonly Event[] => {
      if (after % months.length !== index) return [];
      const month = which % (index + 1);
      const now = again.map(({ id }) => id);
      const without = [...(known[month] ?? [])].filter((id) => !now.includes(id));
      const paid = again.flatMap(({ id, amount }) => (Number(amount) === 0 ? [] : [id]));
      known[month] = new Set([...(known[month] ?? []), ...paid]);
      const period = shiftPeriod(first, month);
      return [{ kind: "recalculate", id: `r${place}`, period, lines: [...again], without, ...entry }];
    }),
  ]);
}

const keepOf = ({ currency, yearStarts }: History) => payLedger({ currency, yearStarts });

it("closing any period twice changes nothing, whenever it is, also through JSON", () => {
  fc.assert(
    fc.property(histories, fc.nat(), (history, at) => {
      const [keep, events] = [keepOf(history), eventsOf(history)];
      const before = events.slice(0, (at % events.length) + 1);
      const again = before.filter(({ kind }) => kind === "close");
      const { ledger } = keep({ events: before });
      const stored: Ledger = JSON.parse(JSON.stringify(ledger));
      for (const one of again) {
        expect(JSON.stringify(keep({ ledger: stored, events: [one] }).ledger)).toBe(JSON.stringify(ledger));
      }
      expect(JSON.stringify(keep({ events: [...before, ...again] }).ledger)).toBe(JSON.stringify(ledger));
    }),
    RUNS,
  );
});

it("the corrections of a line sum to its last recalculation less what was paid first, in any order", () => {
  fc.assert(
    fc.property(histories, (history) => {
      const events = eventsOf(history);
      const { closed, waiting } = keepOf(history)({ events }).ledger;
      const corrections = [...closed.flatMap(({ lines }) => lines), ...waiting].filter(
        ({ use }) => use === "correction",
      );
      for (const { period } of closed) {
        const said = events.flatMap((event) =>
          "lines" in event && event.period === period ? [event.lines as readonly Line[]] : [],
        );
        for (const id of names) {
          const amountIn = (lines: readonly Line[] = []) => total(lines.filter((line) => line.id === id));
          const found = corrections.filter((line) => line.period === period && line.corrects === id);
          expect(String(total(found))).toBe(String(amountIn(said.at(-1)).minus(amountIn(said[0]))));
        }
      }
    }),
    RUNS,
  );
});

it("figures of the year so far are the exact sums of its statements, in each category and in all", () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { statements } = keepOf(history)({ events: [...eventsOf(history)] });
      const yearOf = (period: string) =>
        Number(period.slice(0, 4)) - (Number(period.slice(5)) < history.yearStarts ? 1 : 0);
      for (const [index, { period, categories, yearToDate }] of statements.entries()) {
        const year = statements.slice(0, index + 1).filter((one) => yearOf(one.period) === yearOf(period));
        const lines = year.flatMap((one) => one.lines);
        expect(String(yearToDate)).toBe(String(total(lines)));
        for (const one of categories)
          expect(String(one.yearToDate)).toBe(
            String(total(lines.filter(({ category }) => category === one.category))),
          );
        expect(new Set(categories.map(({ category }) => category))).toEqual(
          new Set(lines.map(({ category }) => category)),
        );
      }
    }),
    RUNS,
  );
});
