import * as z from "zod/mini";
import { isDate, isPeriod } from "./calendar.js";
import { isDecimal, nearNumber } from "./decimal.js";
import {
  type ConfigNumber,
  type ConfigRatio,
  isNumberProblem,
  type NumberInput,
  parseNumber,
  parseRatio,
} from "./number.js";
import { isReservedName } from "./plain.js";
import { compare, type Rational, rational } from "./rational.js";
import { ROUNDING_MODES } from "./rounding.js";
import { described, judged, type Problem } from "./schema.js";
import { show } from "./show.js";

const DECIMAL_PATTERN = "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?";
const NUMBER_JSON = {
  anyOf: [{ type: "number" }, { type: "string", pattern: `^${DECIMAL_PATTERN}(/${DECIMAL_PATTERN})?$` }],
};
const RATIO_JSON = {
  anyOf: [{ type: "number" }, { type: "string", pattern: `^${DECIMAL_PATTERN}(/${DECIMAL_PATTERN})?%?$` }],
};

/** The least and most that a number may be. */
export interface Limits {
  readonly least?: number;
  readonly most?: number;
  readonly above?: number;
}

/** A number in a config. */
export function configNumber(limits: Limits = {}) {
  return judged<ConfigNumber>((value) => numberProblem(asConfig(value), parseNumber, limits), NUMBER_JSON);
}

/** A ratio in a config: `0.25`, `"25%"` or `"1/4"`. */
export function configRatio(limits: Limits = {}) {
  return judged<ConfigRatio>((value) => numberProblem(asConfig(value), parseRatio, limits), RATIO_JSON);
}

/** A number in an input. */
export function inputNumber(limits: Limits = {}) {
  return judged<NumberInput>((value) => numberProblem(value, parseNumber, limits), NUMBER_JSON);
}

/** The name of a thing that a config defines: letters, digits, `_` and `-`, at most 100 of them. */
export function id() {
  return judged<string>(idProblem, {
    type: "string",
    pattern: "^[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_-]{0,99}$",
  });
}

/** The key of a person or a row that comes from elsewhere: any text of at least 1 character. */
export function key(most = 200) {
  return judged<string>((value) => keyProblem(value, most), {
    type: "string",
    minLength: 1,
    maxLength: most,
  });
}

/** An ISO date, such as `"2026-07-01"`. */
export function date() {
  return judged<string>(
    (value) =>
      isDate(value)
        ? undefined
        : {
            code: "date-invalid",
            message: `expected a date of the calendar such as "2026-07-01", got ${show(value)}`,
          },
    { type: "string", pattern: "^[1-8]\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$" },
  );
}

/** A calendar period, such as `"2026-Q3"`. */
export function period() {
  return judged<string>(
    (value) =>
      isPeriod(value)
        ? undefined
        : {
            code: "period-invalid",
            message: `expected a period such as "2026", "2026-H1", "2026-Q3" or "2026-07", got ${show(value)}`,
          },
    { type: "string", pattern: "^[1-8]\\d{3}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$" },
  );
}

/** The name of a rounding mode. */
export function roundingMode() {
  return described(
    z.enum(ROUNDING_MODES),
    "How a value between two steps is rounded; half-up goes away from zero.",
  );
}

/** How many digits after the point are kept. */
export function decimals() {
  return wholeNumber(0, 20);
}

/** A whole number in a config. */
export function wholeNumber(least: number, most: number) {
  return judged<number>(
    (value) => {
      if (!Number.isInteger(value)) {
        return { code: "wrong-type", message: `expected a whole number, got ${show(value)}` };
      }
      const inside = (value as number) >= least && (value as number) <= most;
      return inside ? undefined : outOfRange(`${least} to ${most}`, value);
    },
    { type: "integer", minimum: least, maximum: most },
  );
}

/** Whether the JSON Schema of a value is that of a number or a ratio, which can be written in several ways. */
export function isNumberJson(json: object | undefined): boolean {
  return json === NUMBER_JSON || json === RATIO_JSON;
}

function asConfig(value: unknown): unknown {
  return typeof value === "number" || typeof value === "string" || value === null || value === undefined
    ? value
    : {};
}

function numberProblem(value: unknown, parse: typeof parseNumber, limits: Limits): Problem | undefined {
  if (isSurelyWithin(value, limits)) return undefined;
  const { least, most, above } = limits;
  const number = parse(value);
  if (isNumberProblem(number)) return number;
  const outside = (limit: number | undefined, wrong: (difference: number) => boolean) =>
    limit !== undefined && wrong(compare(number, wholeOrExact(limit)));
  if (outside(least, (difference) => difference < 0)) return outOfRange(`at least ${least}`, value);
  if (outside(above, (difference) => difference <= 0)) return outOfRange(`more than ${above}`, value);
  if (outside(most, (difference) => difference > 0)) return outOfRange(`at most ${most}`, value);
  return undefined;
}

/** Whether a value is a number within limits, as far as that can be told without reading it exactly: limits are whole, and lie on the same side of a JS number and of what it prints as. */
function isSurelyWithin(value: unknown, { least, most, above }: Limits): boolean {
  const near = typeof value === "number" ? value : isDecimal(value) ? nearNumber(value) : undefined;
  return (
    near !== undefined &&
    near >= (least ?? Number.MIN_SAFE_INTEGER) &&
    near > (above ?? Number.MIN_SAFE_INTEGER) &&
    near <= (most ?? Number.MAX_SAFE_INTEGER)
  );
}

function wholeOrExact(limit: number): Rational {
  return rational(BigInt(limit));
}

function outOfRange(expected: string, value: unknown): Problem {
  return { code: "out-of-range", message: `expected ${expected}, got ${show(value)}` };
}

function idProblem(value: unknown): Problem | undefined {
  if (typeof value === "string" && isReservedName(value))
    return { code: "id-invalid", message: `${show(value)} cannot be used as a name` };
  if (typeof value === "string" && /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]{0,99}$/u.test(value)) return undefined;
  const spaced =
    typeof value === "string" && /^[\p{L}\p{N}_ .-]{1,100}$/u.test(value)
      ? " (the label may have spaces and points)"
      : "";
  return {
    code: value === undefined ? "missing" : "id-invalid",
    message: `expected an id of letters, digits, "_" or "-", got ${show(value)}${spaced}`,
  };
}

/** Whether a value is an id. */
export function isId(value: unknown): value is string {
  return idProblem(value) === undefined;
}

/** Whether a value is a key of at most so many characters. */
export function isKey(value: unknown, most = 200): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= most && !isReservedName(value);
}

function keyProblem(value: unknown, most: number): Problem | undefined {
  if (isKey(value, most)) return undefined;
  const expected =
    typeof value === "string" && isReservedName(value)
      ? "a name that JavaScript does not keep for itself"
      : `a text of 1 to ${most} characters`;
  return {
    code: value === undefined ? "missing" : "key-invalid",
    message: `expected ${expected}, got ${show(value)}`,
  };
}
