import * as z from "zod/mini";
import { exactDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import type { Path } from "../../kernel/errors.js";
import { date, id, inputNumber, key, wholeNumber } from "../../kernel/fields.js";
import { type NumberInput, readNumber } from "../../kernel/number.js";
import { multiply, rational, rationalText, readRationalText } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, judged, lazySchema, list } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import type { Grant, Holding, Row, State } from "./holding.js";

const WHOLE = /^\d+(\.\d+|\/\d+)?$/;

/** The schema of a holding that comes back in. */
export const holdingSchema = /* @__PURE__ */ lazySchema(() => {
  const days = { months: wholeNumber(0, 100_000), days: wholeNumber(0, 3_000_000) };
  const exact = judged<string>(
    (value) =>
      typeof value === "string" && WHOLE.test(value) && !/\/0+$/.test(value)
        ? undefined
        : { code: "number-invalid", message: `expected an exact number as text, got ${show(value)}` },
    { type: "string", pattern: WHOLE.source },
  );
  return z.strictObject({
    grant: z.strictObject({ ...grantFields(), start: date() }),
    through: date(),
    tranches: list(
      z.strictObject({
        tranche: wholeNumber(1, 10_000),
        units: inputNumber({ least: 0 }),
        share: exact,
        from: z.optional(date()),
        ...days,
        milestone: z.optional(id()),
        accelerated: z.optional(date()),
        forfeited: z.optional(date()),
      }),
      1,
    ),
    milestones: z.record(z.string(), date()),
    exercised: inputNumber({ least: 0 }),
    leaveUntil: z.optional(date()),
    ended: z.optional(z.strictObject({ on: date(), reason: id(), exercisableUntil: z.optional(date()) })),
    happened: z.array(
      z.strictObject({
        on: date(),
        kind: key(),
        values: z.record(z.string(), z.union([z.string(), inputNumber()])),
      }),
    ),
  });
});

/** The fields of a grant, in a holding and in the event that makes it. */
export function grantFields() {
  return {
    id: z.optional(key()),
    instrument: z._default(z.enum(["restricted-units", "options"]), "restricted-units"),
    on: date(),
    units: inputNumber({ above: 0 }),
    exercisePrice: z.optional(inputNumber({ least: 0 })),
    expires: z.optional(date()),
  };
}

type CheckedHolding = Checked<typeof holdingSchema>;

/** Units in the smallest ones; noted where there are finer ones. */
export function readUnits(units: NumberInput, decimals: number, path: Path, report: Report): bigint {
  const { n, d } = multiply(readNumber(units), rational(10n ** BigInt(decimals)));
  if (d === 1n) return n;
  report.add(path, "amount-too-fine", `expected units of at most ${decimals} decimals, got ${show(units)}`);
  return 0n;
}

/** A grant with its numbers as decimals. */
export function readGrant({
  id: name,
  instrument,
  on,
  start,
  units,
  exercisePrice,
  expires,
}: CheckedHolding["grant"]): Grant {
  return {
    ...(name === undefined ? {} : { id: name }),
    instrument,
    on,
    start,
    units: exactDecimal(readNumber(units)),
    ...(exercisePrice === undefined ? {} : { exercisePrice: exactDecimal(readNumber(exercisePrice)) }),
    ...(expires === undefined ? {} : { expires }),
  };
}

/** A holding that may have been stored as JSON. */
export function readHolding(holding: CheckedHolding, decimals: number, path: Path, report: Report): State {
  const { grant, tranches, exercised, ...rest } = holding;
  return {
    ...(rest as Pick<State, "through" | "milestones" | "leaveUntil" | "ended" | "happened">),
    grant: readGrant(grant),
    rows: tranches.map(({ units, share, ...row }, index) => ({
      ...(row as Omit<Row, "units" | "share">),
      units: readUnits(units, decimals, [...path, "tranches", index, "units"], report),
      share: readRationalText(share),
    })),
    exercised: readUnits(exercised, decimals, [...path, "exercised"], report),
  };
}

/** A holding as plain data. */
export function writeHolding({ rows, exercised, ...rest }: State, decimals: number): Holding {
  return {
    ...rest,
    tranches: rows.map(({ units, share, ...row }) => ({
      ...row,
      units: unitsToDecimal(units, decimals),
      share: rationalText(share),
    })),
    exercised: unitsToDecimal(exercised, decimals),
  };
}
