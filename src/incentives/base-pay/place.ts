import { periodMonths } from "../../kernel/calendar.js";
import { exactDecimal } from "../../kernel/decimal.js";
import { type NumberInput, readNumber } from "../../kernel/number.js";
import { compare, type Rational, rational, sum } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { show, showChoices } from "../../kernel/show.js";
import type { compileProgram, Run, Value } from "../../program/interpreter.js";
import type { LineNote } from "../line.js";
import type { ExactPart } from "../line-of-parts.js";
import type { Stretch } from "../presence.js";
import { type RowKeys, rowCheck } from "../row-keys.js";
import { MONTHS_PER } from "./fields.js";
import type { PayTable } from "./table.js";

/** What holds in a stretch of a period: the row of the table, experience and the share of full time. */
export interface Place extends RowKeys {
  readonly experienceYears: NumberInput;
  readonly share: NumberInput;
}

/** Makes the check that the table has a row for what holds in a stretch. */
export function placeCheck({
  table,
  locations,
}: PayTable): (stretch: Stretch<Place>, report: Report) => void {
  const checkRow = rowCheck(table, "the pay table");
  const places = locations?.map(({ location }) => location);
  return ({ values, path }, report) => {
    checkRow(values, path, report);
    const { location } = values;
    if (places === undefined || (location !== undefined && places.includes(location))) return;
    if (location === undefined) {
      report.add([...path, "location"], "missing", "this is required: the pay table has factors of places");
      return;
    }
    const message = `${show(location)} is not a location of the pay table: expected ${showChoices(places)}`;
    report.add([...path, "location"], "unknown-row", message);
  };
}

/** Runs the program for one stretch. */
export function runStretch(
  run: ReturnType<typeof compileProgram>,
  { values, part }: Stretch<Place>,
  months: Rational,
): Run {
  const { tier, grade = null, step, location = null, experienceYears, share } = values;
  const inputs: readonly (readonly [string, Value])[] = [
    ["tier", tier],
    ["grade", grade],
    ["step", step === undefined ? null : String(step)],
    ["location", location],
    ["years", readNumber(experienceYears)],
    ["periods", months],
    ["share", readNumber(share)],
    ["part", part],
  ];
  return run(inputs);
}

/** A part of the line: the amount of the table, and how often it is paid. */
export function exactPart({ from, to }: Stretch<Place>, result: Run): ExactPart {
  return { of: `${from}/${to}`, basis: result.number("rate"), rate: result.number("paid") };
}

/** How many months the amount and the period have, where they are not the same and the rate is not how often the one is in the other. */
export function periodNotes(
  period: string,
  { per }: { readonly per: keyof typeof MONTHS_PER },
  results: readonly Run[],
): readonly LineNote[] {
  const [months, ofMonths] = [periodMonths(period), MONTHS_PER[per]];
  const paid = sum(results.map((one) => one.number("paid")));
  if (
    months === ofMonths ||
    (paid.d === 1n && compare(paid, rational(BigInt(months), BigInt(ofMonths))) === 0)
  )
    return [];
  return [{ kind: "pay-period", values: { months: String(months), ofMonths: String(ofMonths) } }];
}

/** What else than the table and the days made the pay of a stretch; with its days, where there are several. */
export function placeNotes(
  { values, from, to }: Stretch<Place>,
  result: Run,
  { locations }: PayTable,
  several: boolean,
): readonly LineNote[] {
  const days: LineNote["values"] = several ? { days: `${from}/${to}` } : {};
  const { location = "", share: written } = values;
  const share = readNumber(written);
  const factor = () => exactDecimal(result.number("factor"));
  return [
    ...(locations === undefined
      ? []
      : [{ kind: "location", values: { location, factor: factor(), ...days } }]),
    ...(share.n === share.d ? [] : [{ kind: "part-time", values: { share: exactDecimal(share), ...days } }]),
  ];
}
