import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import type { Checked } from "../../kernel/schema.js";
import { ledgerInput, type PayLedgerInput } from "./ledger-schema.js";
import { type Ledger, readLedger } from "./ledger-state.js";
import { post } from "./postings.js";
import { makeStatement, type Statement, type StatementConfig, statementConfig } from "./statement.js";
import { checkLedger } from "./stored-ledger.js";

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
 * - `close`: the lines of a period, and all that wait, become its statement, which says what is `refused` too. Closing it again with the same lines changes nothing; with others it is an error.
 * - `recalculate`: all lines of a closed period as they should have been; for each line that differs from what has been posted for it so far (itself and its
 *   corrections, also those that wait) a difference line waits, with both amounts as its parts. Lines that are due no more are named in `without`, and taken back; one that is left out without it is an error. They come in the order of the period's lines, then of those that earlier recalculations added, then of new ones. Recalculating to the same again adds nothing.
 * - `adjust`: an amount by hand, for a period, with reason, author and day. Its period may be of any length, closed or not. One for a later period than the next that is closed
 *   waits on: it goes into the first closed period that does not end before its own begins.
 * - `dispute` and `settle`: a line is doubted, and the doubt answered: with 0 the line stands, any other amount corrects it; either waits as an adjustment, so that a statement says the answer.
 *
 * The order of events decides what is posted where. Days are kept as they are said, and may be before the period that an entry is for, since periods may be those of a fiscal calendar;
 * only no dispute is settled before the day on which it was raised.
 *
 * Errors, in events and in the stored ledger alike: a period closed again with other lines or others refused (`period-closed`), one that is not after the last closed one (`period-not-after`) or is longer or shorter
 * than those are (`wrong-cycle`); a recalculation or dispute of a period that is not closed (`period-not-closed`); a line that the period does not have (`unknown-line`), or that a recalculation leaves out (`line-missing`); a dispute that is not there (`unknown-dispute`), is
 * settled (`dispute-settled`), or is settled before it was raised (`dates-unsorted`); an id twice, be it of lines, recalculations, adjustments or disputes (`duplicate-id`); a line that calls itself a correction or an
 * adjustment though no entry made it (`key-not-allowed`); money in another currency (`wrong-currency`) or finer than the currency (`amount-too-fine`), also in the parts of a line and the answer to a dispute; parts that do not
 * sum to their line (`parts-sum`). A stored ledger that no events can have led to: a line that waits and is no correction or adjustment (`not-a-choice`), or says no period (`missing`). A call with an error changes nothing.
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

function statementsOf({ closed }: Ledger, config: Config): readonly Statement[] {
  const statements: Statement[] = [];
  for (const period of closed) statements.push(makeStatement(period, statements.at(-1), config));
  return statements;
}
