import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import type { Checked } from "../../kernel/schema.js";
import { checkLedger } from "./ledger-checks.js";
import { type CheckedLedger, ledgerInput, type PayLedgerInput } from "./ledger-schema.js";
import { readLine } from "./lines.js";
import { type Ledger, moneyOf, post } from "./postings.js";
import { makeStatement, type Statement, type StatementConfig, statementConfig } from "./statement.js";

/** A ledger after some events, and the statements of all its closed periods. */
export interface PayLedger {
  readonly kind: "pay-ledger";
  readonly ledger: Ledger;
  readonly statements: readonly Statement[];
}

type Config = Checked<typeof statementConfig>;

/**
 * Keeps the statements of one person over time (M10, M17): a closed period is never edited; whatever is found out later comes as new lines into
 * the next period that is closed. A reducer: `ledger` goes in, and the next one comes out, so a year is a fold over its events, which can be split anywhere.
 *
 * - `close`: the lines of a period, and all that wait, become its statement. Closing it again with the same lines changes nothing; with others it is an error.
 * - `recalculate`: all lines of a closed period as they should have been; for each line that differs from what has been posted for it so far (itself and its
 *   corrections, also those that wait) a difference line waits, with both amounts as its parts. Recalculating to the same again adds nothing.
 * - `adjust`: an amount by hand, for a period, with reason, author and day.
 * - `dispute` and `settle`: a line is doubted, and the doubt answered: with 0 the line stands, any other amount waits as an adjustment that corrects the line.
 *
 * Errors: a period closed again with other lines (`period-closed`), or before one that is closed already (`period-not-after`); a recalculation or dispute of a period that is not closed
 * (`period-not-closed`); a line that the period does not have (`unknown-line`); a dispute that is not there (`unknown-dispute`) or is settled (`dispute-settled`), one settled before it was raised (`dates-unsorted`); an id twice (`duplicate-id`); money
 * in another currency (`wrong-currency`) or finer than the currency (`amount-too-fine`), also in the parts of a line; parts that do not sum to their line (`parts-sum`). A call with an error changes nothing.
 *
 * @example
 * ```ts
 * import { basePay, payLedger } from "tierwise";
 *
 * const base = basePay({ currency: "EUR", table: [{ tier: "junior", amount: 3000 }] });
 * const raised = basePay({ currency: "EUR", table: [{ tier: "junior", amount: 3100 }] });
 * const keep = payLedger({ currency: "EUR" });
 *
 * const july = keep({ events: [{ kind: "close", period: "2026-07", lines: [base({ tier: "junior", period: "2026-07" })] }] });
 * const august = keep({
 *   ledger: july.ledger,
 *   events: [
 *     { kind: "recalculate", id: "raise", period: "2026-07", lines: [raised({ tier: "junior", period: "2026-07" })], on: "2026-08-05", by: "payroll", reason: "raise from July on" },
 *     { kind: "close", period: "2026-08", lines: [raised({ tier: "junior", period: "2026-08" })] },
 *   ],
 * });
 * august.statements.map(({ total }) => String(total)); // => ["3000", "3200"]
 * august.ledger.closed[1]?.lines[1]?.corrects; // => "basePay"
 * ```
 */
export const payLedger: CalculatorFactory<StatementConfig, PayLedgerInput, PayLedger> =
  /* @__PURE__ */ defineFactory({
    title: "payLedger",
    config: statementConfig,
    compile: (config) => {
      const calculator = defineCalculator({
        title: "payLedger",
        input: ledgerInput,
        run({ ledger = { closed: [], waiting: [], disputes: [] }, events }, report): PayLedger {
          checkLedger(ledger, config.currency, report);
          report.stop();
          let state = readLedger(ledger);
          for (const [index, event] of events.entries()) {
            if (report.clean(["events"])) state = post(state, event, config, ["events", index], report);
          }
          report.stop();
          return { kind: "pay-ledger", ledger: state, statements: statementsOf(state, config) };
        },
      });
      return calculator as typeof calculator & ((input: PayLedgerInput) => PayLedger);
    },
  });

function readLedger({ closed, waiting, disputes }: CheckedLedger): Ledger {
  return {
    closed: closed.map(({ period, lines }) => ({ period, lines: lines.map(readLine) })),
    waiting: waiting.map(readLine),
    disputes: disputes.map(({ settled, ...dispute }) => ({
      ...dispute,
      ...(settled === undefined ? {} : { settled: { ...settled, amount: moneyOf(settled.amount) } }),
    })),
  };
}

function statementsOf({ closed }: Ledger, config: Config): readonly Statement[] {
  const statements: Statement[] = [];
  for (const { period, lines } of closed) {
    statements.push(makeStatement(period, lines, statements.at(-1), config));
  }
  return statements;
}
