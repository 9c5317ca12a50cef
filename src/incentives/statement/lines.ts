import * as z from "zod/mini";
import { currency } from "../../kernel/currency.js";
import { type Decimal, exactDecimal } from "../../kernel/decimal.js";
import type { Path } from "../../kernel/errors.js";
import { inputNumber, key, period } from "../../kernel/fields.js";
import { label } from "../../kernel/label.js";
import { type NumberInput, readNumber } from "../../kernel/number.js";
import { compare, rationalText, sum } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, lazySchema } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import {
  type LineConfig,
  type LineNote,
  type LinePart,
  payLine,
  type RefusedPay,
  type StatementLine,
} from "../line.js";
import { checkMoney } from "../money.js";

/** A line is known by the incentive's id and the credit's key, and what corrects it by more. */
const LONGEST_ID = 500;

/** The schema of a line that may have been stored as JSON. */
export const lineSchema = /* @__PURE__ */ lazySchema(() => {
  const amounts = { basis: inputNumber(), rate: inputNumber(), amount: inputNumber() };
  return z.strictObject({
    id: key(LONGEST_ID),
    use: key(),
    category: z._default(key(), "other"),
    label: z.optional(label()),
    rule: z.optional(label()),
    period: z.optional(period()),
    corrects: z.optional(key(LONGEST_ID)),
    currency: currency(),
    ...amounts,
    rateAs: z.optional(z.literal("percent")),
    parts: z.optional(z.array(z.strictObject({ of: z.optional(key(LONGEST_ID)), ...amounts }))),
    notes: z.optional(notesSchema()),
    trace: z._default(z.array(z.strictObject({ column: z.string(), value: z.string() })), []),
  });
});

function notesSchema() {
  const value = z.union([z.string(), inputNumber()]);
  return z.array(z.strictObject({ kind: key(), values: z.record(z.string(), value) }));
}

/** The schema of what is not paid, and why; it may have been stored as JSON. */
export const refusedSchema = /* @__PURE__ */ lazySchema(() =>
  z.array(z.strictObject({ id: key(), label: z.optional(label()), reasons: notesSchema() })),
);

export type CheckedLine = Checked<typeof lineSchema>;
export type CheckedRefused = Checked<typeof refusedSchema>[number];

/** Notes a line in another currency, amounts that are finer than the currency, and parts that do not sum to their line. */
export function checkLine(
  line: Pick<CheckedLine, "currency" | "amount" | "parts">,
  currencyCode: string,
  path: Path,
  report: Report,
): void {
  if (line.currency !== currencyCode) {
    report.add(
      [...path, "currency"],
      "wrong-currency",
      `expected ${currencyCode}, got ${show(line.currency)}`,
    );
  }
  checkMoney(line.amount, currencyCode, [...path, "amount"], report);
  if (line.parts === undefined) return;
  for (const [index, { amount }] of line.parts.entries())
    checkMoney(amount, currencyCode, [...path, "parts", index, "amount"], report);
  const [stated, total] = [readNumber(line.amount), sum(line.parts.map(({ amount }) => readNumber(amount)))];
  if (compare(total, stated) === 0) return;
  const message = `expected parts that sum to the line's ${rationalText(stated)}, they sum to ${rationalText(total)}`;
  report.add([...path, "parts"], "parts-sum", message);
}

/** A line that may have been stored as JSON, with its decimals. */
export function readLine(line: CheckedLine): StatementLine {
  const { id, use, category, period: paid, corrects, rateAs, parts, notes, trace } = line;
  const { basis, rate, amount } = readAmounts(line);
  return payLine(use, category, line as LineConfig, {
    id,
    period: paid,
    corrects,
    rateAs,
    trace,
    basis,
    rate,
    amount,
    parts: parts?.map(readPart),
    notes: notes?.map(readNote),
  });
}

/** What is not paid, as a statement says it. */
export function readRefused({ id, label: name, reasons }: CheckedRefused): RefusedPay {
  return { id, ...(name === undefined ? {} : { label: name }), reasons: reasons.map(readNote) };
}

function readNote({ kind, values }: CheckedRefused["reasons"][number]): LineNote {
  const read: Record<string, Decimal | string> = {};
  for (const name of Object.keys(values)) {
    const value = values[name] as NumberInput;
    read[name] = typeof value === "string" ? value : exactDecimal(readNumber(value));
  }
  return { kind, values: read };
}

function readPart({ of, ...amounts }: NonNullable<CheckedLine["parts"]>[number]): LinePart {
  return { ...(of === undefined ? {} : { of }), ...readAmounts(amounts) };
}

type Amounts = Pick<LinePart, "basis" | "rate" | "amount">;

function readAmounts({ basis, rate, amount }: { readonly [Key in keyof Amounts]: NumberInput }): Amounts {
  return {
    basis: exactDecimal(readNumber(basis)),
    rate: exactDecimal(readNumber(rate)),
    amount: exactDecimal(readNumber(amount)),
  };
}
