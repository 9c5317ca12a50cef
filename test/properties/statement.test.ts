import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  compareStatements,
  type Ledger,
  type PayLedgerInput,
  payLedger,
  type StatementLine,
  statement,
} from "../../src/index.js";

const RUNS = { numRuns: 300 };

const cents = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((units) => (units / 100).toFixed(2));
const names = ["base", "bonus", "deals", "spiff"] as const;

interface Made {
  readonly basis: string;
  readonly rate: string;
  readonly hasNote: boolean;
}

/** Lines of pay of which each is basis times rate, rounded, or whatever a note says beside. */
const lines = fc
  .dictionary(
    fc.constantFrom(...names),
    fc.record({
      basis: cents,
      rate: fc.constantFrom("0", "0.05", "0.333333", "1", "1.5"),
      hasNote: fc.boolean(),
    }),
  )
  .map((made) => Object.entries(made).map(([id, one]) => lineOf(id, one)));

function lineOf(id: string, { basis, rate, hasNote }: Made): StatementLine {
  const earned = new Decimal(basis).times(rate);
  const amount = (hasNote ? Decimal.min(earned, 500) : earned).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  return {
    id,
    use: id,
    category: id,
    currency: "USD",
    basis: new Decimal(basis),
    rate: new Decimal(rate),
    amount,
    ...(hasNote ? { notes: [{ kind: "capped", values: { at: "500" } }] } : {}),
    trace: [],
  };
}

const total = (all: readonly { readonly amount: unknown }[]) =>
  all.reduce((sum, { amount }) => sum.plus(String(amount)), new Decimal(0)).toFixed(2);

it("the causes of a difference sum to it, to the cent", () => {
  const of = statement({ currency: "USD" });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const { difference, causes } = compareStatements(
        of({ period: "2026-07", lines: before }),
        of({ period: "2026-08", lines: after }),
      );
      expect(total(causes)).toBe(difference.toFixed(2));
      expect(difference.toFixed(2)).toBe(new Decimal(total(after)).minus(total(before)).toFixed(2));
      expect(
        causes.every(({ kind, line }) => kind !== "rules" || hasNotes([...before, ...after], line)),
      ).toBe(true);
    }),
    RUNS,
  );
});

function hasNotes(all: readonly StatementLine[], id: string): boolean {
  return all.some((line) => line.id === id && line.notes !== undefined);
}

const entry = { on: "2026-12-01", by: "payroll", reason: "found out later" };
const months = ["2026-07", "2026-08", "2026-09"];

/** Three months that are closed, each followed by recalculations and adjustments of what is closed by then; what a recalculation leaves out is due no more. */
const events = fc
  .tuple(...months.map(() => fc.tuple(lines, fc.array(fc.tuple(fc.nat(), lines, cents), { maxLength: 3 }))))
  .map((all) => {
    const known = all.map(([made]) => new Set(made.map(({ id }) => id)));
    return all.flatMap(([made, later], index): PayLedgerInput["events"][number][] => [
      { kind: "close", period: months[index] as string, lines: made },
      ...later.flatMap(([which, again, amount], place): PayLedgerInput["events"][number][] => {
        const month = which % (index + 1);
        const now = again.map(({ id }) => id);
        const without = [...(known[month] ?? [])].filter((id) => !now.includes(id));
        const posted = again.flatMap(({ id, amount }) => (amount.isZero() ? [] : [id]));
        known[month] = new Set([...(known[month] ?? []), ...posted]);
        const period = months[month] as string;
        return [
          { kind: "recalculate", id: `r${index}-${place}`, period, lines: again, without, ...entry },
          { kind: "adjust", id: `a${index}-${place}`, period, amount, ...entry },
        ];
      }),
    ]);
  });

it("a ledger pays what was recalculated last and what was adjusted, however its events are split", () => {
  const keep = payLedger({ currency: "USD" });
  fc.assert(
    fc.property(events, fc.nat(), (all, at) => {
      const ending: PayLedgerInput["events"] = [...all, { kind: "close", period: "2026-12", lines: [] }];
      const whole = keep({ events: ending });
      const cut = at % ending.length;
      const stored: Ledger = JSON.parse(JSON.stringify(keep({ events: ending.slice(0, cut) }).ledger));
      const split = keep({ ledger: stored, events: ending.slice(cut) });
      expect(JSON.stringify(split)).toBe(JSON.stringify(whole));

      const last = new Map<string, readonly { readonly amount: unknown }[]>();
      for (const event of all)
        if (event.kind === "close" || event.kind === "recalculate") last.set(event.period, event.lines);
      const adjusted = all.flatMap((event) => (event.kind === "adjust" ? [event] : []));
      expect(total(whole.statements.map((one) => ({ amount: one.total })))).toBe(
        total([...[...last.values()].flat(), ...adjusted]),
      );
      expect(whole.statements.at(-1)?.yearToDate.toFixed(2)).toBe(
        total(whole.statements.map((one) => ({ amount: one.total }))),
      );
    }),
    RUNS,
  );
});

it("nothing that is closed is ever edited", () => {
  const keep = payLedger({ currency: "USD" });
  fc.assert(
    fc.property(events, (all) => {
      let ledger: Ledger | undefined;
      for (const event of all) {
        const next = keep({ ...(ledger === undefined ? {} : { ledger }), events: [event] }).ledger;
        const before = ledger?.closed ?? [];
        expect(JSON.stringify(next.closed.slice(0, before.length))).toBe(JSON.stringify(before));
        ledger = next;
      }
    }),
    RUNS,
  );
});
