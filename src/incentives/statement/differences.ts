import { toDecimal } from "../../kernel/decimal.js";
import { readNumber } from "../../kernel/number.js";
import { type Rational, rational, subtract, sum, ZERO } from "../../kernel/rational.js";
import { payLine, type StatementLine } from "../line.js";

/** What ledger entries are called in the lines that they make. */
export const CORRECTION = "correction";
export const ADJUSTMENT = "adjustment";

/** Lines that have been posted, each in the statement of a period. */
export interface Posted {
  readonly period: string;
  readonly line: StatementLine;
}

/** The lines that calculators made for a period: those of its statement that no entry of a ledger made. */
export function originalLines(posted: readonly Posted[], period: string): readonly StatementLine[] {
  return posted.flatMap(({ period: paid, line }) =>
    paid === period && line.use !== CORRECTION && line.use !== ADJUSTMENT ? [line] : [],
  );
}

/** The lines of a period by what they are called: those that calculators made for it, and those that recalculations added. */
export function linesKnown(posted: readonly Posted[], period: string): ReadonlyMap<string, StatementLine> {
  const corrected = posted.flatMap(({ line }) =>
    line.use === CORRECTION && line.period === period ? [line] : [],
  );
  return new Map([...originalLines(posted, period), ...corrected].map((line) => [nameOf(line), line]));
}

/** What has been posted for a line of a period: itself and all that corrects it. */
export function postedFor(posted: readonly Posted[], period: string, id: string): Rational {
  return sum(
    posted.flatMap(({ period: paid, line }) => {
      const isOwn = paid === period && line.id === id && line.use !== CORRECTION && line.use !== ADJUSTMENT;
      const corrects = line.period === period && line.corrects === id;
      return isOwn || corrects ? [readNumber(line.amount)] : [];
    }),
  );
}

/** The line that a line is, or corrects. A line of a calculator may correct one of an earlier period, and is one of its own. */
function nameOf({ use, id, corrects }: StatementLine): string {
  return use === CORRECTION ? (corrects ?? id) : id;
}

/** The lines by which a period's posted lines become those that were recalculated; none where nothing differs. */
export function differenceLines(
  posted: readonly Posted[],
  period: string,
  recalculated: readonly StatementLine[],
  entry: { readonly id: string; readonly reason: string; readonly on: string; readonly by: string },
  decimals: number,
): readonly StatementLine[] {
  const known = linesKnown(posted, period);
  const now = new Map(recalculated.map((line) => [line.id, line]));
  return [...new Set([...known.keys(), ...now.keys()])].flatMap((id) => {
    const [before, after] = [postedFor(posted, period, id), readNumber(now.get(id)?.amount ?? 0)];
    const difference = subtract(after, before);
    if (difference.n === 0n) return [];
    const like = now.get(id) ?? (known.get(id) as StatementLine);
    const money = (value: Rational) => toDecimal(value, decimals);
    const one = toDecimal(rational(1n), 0);
    const minusOne = toDecimal(rational(-1n), 0);
    const part = (of: string, basis: Rational, sign: 1 | -1) => ({
      of,
      basis: money(basis),
      rate: sign === 1 ? one : minusOne,
      amount: money(sign === 1 ? basis : subtract(ZERO, basis)),
    });
    return [
      payLine(CORRECTION, like.category, like, {
        id: `${id}.${entry.id}`,
        period,
        corrects: id,
        basis: money(difference),
        rate: one,
        amount: money(difference),
        parts: [part("recalculated", after, 1), part("posted", before, -1)],
        notes: [
          {
            kind: "recalculated",
            values: {
              period,
              from: money(before),
              to: money(after),
              reason: entry.reason,
              on: entry.on,
              by: entry.by,
            },
          },
        ],
      }),
    ];
  });
}
