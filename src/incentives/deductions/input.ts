import * as z from "zod/mini";
import { periodEnd } from "../../kernel/calendar.js";
import type { Path } from "../../kernel/errors.js";
import { date, id, inputNumber, key, period } from "../../kernel/fields.js";
import { checkIds } from "../../kernel/ids.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, described, lazySchema, list, orInstead, type Written } from "../../kernel/schema.js";
import { notAmong } from "../../kernel/show.js";
import { checkAfter } from "../balance-period.js";
import { checkMoney } from "../money.js";
import type { CheckedDeductions } from "./rules.js";

/** The fields of what deductions alone depend on; a policy's input of pay has them too. */
export function deductionsInputFields() {
  return {
    statutory: z._default(
      described(inputNumber({ least: 0 }), "What the law takes: taxes and contributions."),
      0,
    ),
    events: z._default(
      described(
        list(z.strictObject({ id: key(), kind: id(), date: date() })),
        "What happened in the period: violations, fines of a decision, warnings.",
      ),
      [],
    ),
    claims: z._default(
      described(
        list(z.strictObject({ id: key(), deduction: id(), date: date(), amount: inputNumber({ above: 0 }) })),
        "New claims, each on the deduction that takes them.",
      ),
      [],
    ),
    balance: z.optional(
      z.strictObject({
        period: period(),
        deductions: list(
          z.strictObject({
            id: id(),
            dues: list(z.strictObject({ id: key(), date: date(), amount: inputNumber({ above: 0 }) })),
            shortfall: z.optional(inputNumber({ least: 0 })),
          }),
        ),
      }),
    ),
  };
}

/** The schema of what deductions are made from, and of what is due. */
export const deductionsInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    pay: described(
      list(
        orInstead(z.strictObject({ id: z.optional(key()), category: id(), amount: inputNumber() }), {
          use: "give a line of a statement as { id, category, amount }",
        }),
      ),
      "The pay of the period by category, as its lines have it.",
    ),
    ...deductionsInputFields(),
    facts: z._default(z.record(z.string(), inputNumber()), {}),
  }),
);

/**
 * The pay of a period, what the law takes of it, events, claims, facts, and the balance that the period before left.
 *
 * @useDeclaredType
 */
export type DeductionsInput = Written<typeof deductionsInput>;

/** The same after the check. */
export type CheckedDeductionsInput = Checked<typeof deductionsInput>;

/** Notes what the schema cannot see in an input of deductions. */
export function checkDeductionsInput(
  config: CheckedDeductions,
  input: CheckedDeductionsInput,
  report: Report,
): void {
  const { period: now, pay, statutory, events, claims, balance } = input;
  for (const [index, { amount }] of pay.entries())
    checkMoney(amount, config.currency, ["pay", index, "amount"], report);
  checkMoney(statutory, config.currency, ["statutory"], report);
  checkIds(events, ["events"], report);
  checkIds(claims, ["claims"], report);
  checkEvents(config, input, report);
  const ofClaims = config.deductions.flatMap(({ id: name, due }) => (due.kind === "claims" ? [name] : []));
  for (const [index, { deduction, date: on }] of claims.entries()) {
    if (!ofClaims.includes(deduction))
      report.add(
        ["claims", index, "deduction"],
        "unknown-deduction",
        notAmong(ofClaims, "a deduction that takes claims", deduction),
      );
    checkDay(on, now, ["claims", index, "date"], report);
  }
  if (balance !== undefined) checkBalance(config, balance, now, report);
}

function checkEvents(
  { deductions, suspensions = [] }: CheckedDeductions,
  { events, period: now }: CheckedDeductionsInput,
  report: Report,
): void {
  const known = [
    ...deductions.flatMap(({ due }) => (due.kind === "fines" ? due.fines.flatMap((fine) => fine.for) : [])),
    ...suspensions.flatMap((one) => one.for),
  ];
  for (const [index, { kind, date: on }] of events.entries()) {
    if (!known.includes(kind))
      report.add(
        ["events", index, "kind"],
        "unknown-event",
        notAmong(known, "an event that the rules know", kind),
      );
    checkDay(on, now, ["events", index, "date"], report);
  }
}

/** Notes a day after the period; what happened before it may have become known in it. */
function checkDay(on: string, now: string, path: Path, report: Report): void {
  if (on <= periodEnd(now)) return;
  report.add(path, "event-in-future", `expected a day that is not after the period ${now}, got ${on}`);
}

function checkBalance(
  { deductions, currency }: CheckedDeductions,
  { period: before, deductions: carried }: NonNullable<CheckedDeductionsInput["balance"]>,
  now: string,
  report: Report,
): void {
  const known = deductions.map(({ id: name }) => name);
  checkAfter(now, before, ["balance", "period"], report);
  checkIds(carried, ["balance", "deductions"], report);
  for (const [index, { id: name, dues, shortfall = 0 }] of carried.entries()) {
    const here = ["balance", "deductions", index];
    if (!known.includes(name))
      report.add([...here, "id"], "unknown-deduction", notAmong(known, "a deduction of the rules", name));
    for (const [position, { amount }] of dues.entries())
      checkMoney(amount, currency, [...here, "dues", position, "amount"], report);
    checkMoney(shortfall, currency, [...here, "shortfall"], report);
  }
}
