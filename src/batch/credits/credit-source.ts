import { holdsAll } from "../balls/read.js";
import type { InputColumn } from "../columns/columns.js";
import { isRecords, isValid } from "../columns/kinds.js";
import type { ValueAt } from "../columns/rows.js";
import type { Source } from "../forms/forms.js";
import type { ListReading } from "../lists/input-lists.js";
import type { CreditSum, CreditsInput } from "../sources/credits-input.js";
import type { NumberInput } from "../sources/inputs.js";
import { nothingSource } from "../sources/known-sources.js";
import type { MadeSource } from "../sources/sources.js";
import { type ExactCreditsAt, exactCreditsAt } from "./exact-credits.js";
import { type OpenCredits, openCredits } from "./sums.js";

type Columns = Readonly<Record<string, InputColumn>>;
type Credits = NonNullable<NumberInput["credits"]>;

/** How the credits of an input are read. */
export interface CreditReading extends ListReading {
  readonly missing: "stays" | "set-aside";
  /** Credits that have been opened, for all of their sums. */
  readonly credits?: Map<CreditsInput, OpenCredits | undefined>;
  /** The same as exact numbers. */
  readonly exactCredits?: Map<CreditsInput, ExactCreditsAt>;
}

/** The whole numbers of a sum over each row's credits; undefined where no whole numbers hold most of them. */
export function creditSource(
  { input, sum }: Credits,
  columns: Columns,
  reading: CreditReading,
): MadeSource | undefined {
  const column = columnOf(input, columns);
  if (column === undefined) return nothingSource(reading.missing);
  const open = openOnce(input, column, reading);
  if (open === undefined) return undefined;
  const { den, least, most, write } = open.sumOf(sum);
  const { missing, rows } = reading;
  const valid = isRecords(column) ? column.valid : undefined;
  const source: Source = {
    from: 0,
    least,
    most,
    read(n, aside, count) {
      const [low, high] = [Number(this.least), Number(this.most)];
      const block = open.read(this.from, count);
      write(n, block);
      for (let row = 0; row < count; row += 1) {
        if (!isValid(valid, this.from + row)) {
          n[row] = Number.NaN;
          if (missing === "set-aside") aside[row] = 1;
        } else if (block.aside[row] === 1 || !((n[row] as number) >= low && (n[row] as number) <= high))
          aside[row] = 1;
      }
    },
  };
  const isHeld =
    reading.whole !== "each-row" || holdsAll(source, exactSum(input, sum, column, reading), rows);
  return isHeld ? { den, source, mayMiss: valid !== undefined && missing === "stays" } : undefined;
}

/** The exact sums over each row's credits, where the caller has any. */
export function exactCredits(
  { input, sum }: Credits,
  columns: Columns,
  reading: Pick<CreditReading, "exactCredits">,
): ValueAt | undefined {
  const column = columnOf(input, columns);
  return column && exactSum(input, sum, column, reading);
}

/** Sums as texts, by the one-person function; what is no number where something is wrong with a credit. */
function exactSum(
  input: CreditsInput,
  sum: CreditSum,
  column: InputColumn,
  { exactCredits: known }: Pick<CreditReading, "exactCredits">,
): ValueAt {
  const creditsAt = known?.get(input) ?? exactCreditsAt(input.plan, column);
  known?.set(input, creditsAt);
  return (row) => {
    const credits = creditsAt(row);
    if (credits === "none") return null;
    if (credits === "wrong") return Number.NaN;
    return sum === "number" ? credits.number : credits.sums.get(sum.column);
  };
}

function columnOf({ path }: CreditsInput, columns: Columns): InputColumn | undefined {
  return Object.hasOwn(columns, path) ? columns[path] : undefined;
}

function openOnce(input: CreditsInput, column: InputColumn, reading: CreditReading): OpenCredits | undefined {
  if (reading.credits?.has(input)) return reading.credits.get(input);
  const open = isRecords(column) ? openCredits(input.plan, column, reading) : undefined;
  reading.credits?.set(input, open);
  return open;
}
