import { LIMITS_LINE } from "../../incentives/commission/line.js";
import type { Statement } from "../../incentives/statement/statement.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { readNumber } from "../../kernel/number.js";
import { multiply, type Rational, rational, sum } from "../../kernel/rational.js";
import { type CheckedIncentive, incentiveId } from "../../policy/incentives.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import { unitsOf } from "../forms/forms.js";
import { isYearEnd } from "./year-end.js";

/** Money of a result: each number means units / 10^scale of the currency; NaN where there is none. */
export interface MoneyColumn {
  readonly units: Float64Array;
  readonly scale: number;
}

/** The amounts of one line of pay; NaN in rows that have no such line. */
export interface PayLineColumn extends MoneyColumn {
  /** The public name of the calculator that makes the line. */
  readonly use: string;
  /** What kind of pay it is. */
  readonly category: string;
}

/** What everybody is paid for the period. */
export interface PayColumns {
  readonly currency: string;
  /** By the id of the line, in the order of the policy; where each deal has a line, by the id of the incentive what they come to. */
  readonly lines: { readonly [line: string]: PayLineColumn };
  /** What all lines come to. */
  readonly total: MoneyColumn;
}

/** Columns of pay in which no row is written yet. */
export function emptyPay(
  { incentives = [], currency = "" }: CheckedPolicy,
  period: string,
  rows: number,
): PayColumns {
  const scale = currencyDecimals(currency);
  const column = () => ({ units: new Float64Array(rows), scale });
  const lines = incentives.flatMap((incentive) => linesOf(incentive, period));
  return {
    currency,
    lines: Object.fromEntries(lines.map(({ id, use, category }) => [id, { ...column(), use, category }])),
    total: column(),
  };
}

interface Line {
  readonly id: string;
  readonly use: string;
  readonly category: string;
}

/** The lines that an incentive may make for a person. */
function linesOf(incentive: CheckedIncentive, period: string): readonly Line[] {
  const { use } = incentive;
  const own = "category" in incentive ? incentive.category : undefined;
  const line = (usual: string, id = incentiveId(incentive), category = own): Line => ({
    id,
    use,
    category: category ?? usual,
  });
  switch (incentive.use) {
    case "basePay":
      return [line("base-pay")];
    case "performanceBonus":
      return [line("bonus")];
    case "yearEndBonus":
      return isYearEnd(incentive, period) ? [line("bonus")] : [];
    case "commission": {
      const { per, cap, floor } = incentive;
      const isOfDeals = per === "credit" || per === "order";
      const hasLimits = isOfDeals && (cap !== undefined || floor !== undefined);
      const limits = hasLimits ? [line("commission", `${incentiveId(incentive)}.${LIMITS_LINE}`)] : [];
      return [line("commission"), ...limits];
    }
    case "benefits":
      return incentive.items.map((item) => line("benefits", item.id, item.category ?? own));
    case "deductions":
      return incentive.deductions
        .filter(({ due }) => due.kind === "sum" || due.kind === "brackets")
        .map((rule) => line("deductions", rule.id, rule.category));
    default:
      return [];
  }
}

/** Writes the statement of one person; false where a column cannot hold it. */
export function writeStatement(pay: PayColumns, row: number, statement: Statement): boolean {
  const amounts = new Map<MoneyColumn, Rational[]>([[pay.total, [readNumber(statement.total)]]]);
  for (const { id, amount } of statement.lines) {
    const column = columnOf(pay, id);
    amounts.set(column, [...(amounts.get(column) ?? []), readNumber(amount)]);
  }
  const found = [...amounts].map(([column, own]) => {
    const { n } = multiply(sum(own), rational(10n ** BigInt(column.scale)));
    return [column, unitsOf(n)] as const;
  });
  if (found.some(([, units]) => Number.isNaN(units))) return false;
  for (const [column, units] of found) column.units[row] = units;
  return true;
}

/** The column of a line: its own, or where each deal has a line, that of the incentive, which has their sum. */
function columnOf({ lines }: PayColumns, id: string): MoneyColumn {
  const [incentive = ""] = id.split(".");
  const column = lines[id] ?? lines[incentive];
  if (column === undefined) throw new Error(`there is no column of the line ${id}`);
  return column;
}

/** Takes away what is written for a row. */
export function clearPay({ lines, total }: PayColumns, row: number): void {
  for (const { units } of [...Object.values(lines), total]) units[row] = Number.NaN;
}
