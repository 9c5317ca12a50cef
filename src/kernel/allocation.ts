import * as z from "zod/mini";
import { apportionWithin, type BoundedShare } from "./bounded-apportion.js";
import { type CalculatorFactory, defineCalculator, defineFactory } from "./calculator.js";
import { currency, currencyDecimals } from "./currency.js";
import { type Decimal, unitsToDecimal } from "./decimal.js";
import type { Path } from "./errors.js";
import { decimals, inputNumber, key } from "./fields.js";
import { checkIds } from "./ids.js";
import { type NumberInput, readNumber } from "./number.js";
import { absolute, compare, multiply, type Rational, rational } from "./rational.js";
import type { Report } from "./report.js";
import { type Checked, described, lazySchema, list, type Written } from "./schema.js";
import { show } from "./show.js";

/** The schema of how an amount is shared. */
export const allocationConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    currency: z.optional(currency()),
    decimals: z.optional(described(decimals(), "Instead of a currency: the decimals of the smallest unit.")),
  }),
);

const allocationInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    amount: inputNumber(),
    shares: list(shareFields(), 1),
  }),
);

/** The schema of one share. */
export const allocationShare = /* @__PURE__ */ lazySchema(shareFields);

function shareFields() {
  return z.strictObject({
    id: key(),
    share: inputNumber({ least: 0 }),
    least: z.optional(bound("The least that the part may be: an amount, or a part of the whole.")),
    most: z.optional(bound("The most that the part may be: an amount, or a part of the whole.")),
  });
}

function bound(description: string) {
  const field = () => z.optional(inputNumber({ least: 0 }));
  return described(z.strictObject({ amount: field(), share: field() }), description);
}

/**
 * Into what unit an amount is shared: that of a `currency`, or 10^-`decimals`.
 *
 * @useDeclaredType
 */
export type AllocationConfig = Written<typeof allocationConfig>;

/**
 * The amount, a whole number of the smallest units, and each one's share, zero or more, in any proportion; where there are bounds, the least and the most
 * of a part. Those of a negative amount are of its size.
 *
 * @useDeclaredType
 */
export type AllocationInput = Written<typeof allocationInput>;

/** The parts in the order of the shares; they and what is undistributed sum to the amount. */
export interface Allocation {
  readonly amount: Decimal;
  readonly parts: readonly AllocatedPart[];
  /** What goes to nobody, as all have the most that they may. */
  readonly undistributed: Decimal;
}

/** What one share comes to. */
export interface AllocatedPart {
  readonly id: string;
  readonly amount: Decimal;
  /** The bound that decided on it, if one did. */
  readonly held?: "least" | "most";
}

/**
 * Shares an amount so that the parts sum to it exactly (M11): the method of the largest remainder (Hamilton's).
 *
 * Each part is its exact share rounded down to the smallest unit; the units left over go one each to the largest remainders, of
 * equal remainders to the id that comes first by code point, never to the row that comes first. A negative amount mirrors the
 * positive one.
 *
 * A part may have a `least` and a `most`. What they cut off goes to the others by their shares, until every part is within its bounds: there is one number L for which each
 * part is L times its share, or else the bound that this would break. A least is rounded up to the unit and a most down, so that they hold exactly; where no whole units keep them all (a third at
 * least for each of three), they hold before the parts are rounded. A share of zero gets its least. What nobody may take is `undistributed`, which is zero where no part has a most.
 *
 * Errors: an amount with more decimals than the unit (`amount-too-fine`), a share below zero (`out-of-range`), shares that are
 * all zero (`shares-zero`), an id twice (`duplicate-id`), a bound that is not either an amount or a share (`one-of`), a least above the most (`range-empty`), least parts that sum to more
 * than the amount (`minimums-over`).
 *
 * Source: A. Hamilton's method of apportionment (1792), as in M. Balinski and H. P. Young, "Fair Representation" (1982).
 *
 * @example
 * ```ts
 * import { allocation } from "tierwise";
 *
 * const share = allocation({ currency: "USD" });
 * const { parts } = share({
 *   amount: "8.00",
 *   shares: [{ id: "ann", share: 1 }, { id: "ben", share: 1 }, { id: "cho", share: 1 }],
 * });
 * parts; // => [{ id: "ann", amount: "2.67" }, { id: "ben", amount: "2.67" }, { id: "cho", amount: "2.66" }]
 * ```
 */
export const allocation: CalculatorFactory<AllocationConfig, AllocationInput, Allocation> =
  /* @__PURE__ */ defineFactory({
    title: "allocation",
    config: allocationConfig,
    check: checkAllocation,
    compile(config) {
      const unitDecimals = unitDecimalsOf(config);
      return defineCalculator({
        title: "allocation",
        input: allocationInput,
        run({ amount, shares }, report): Allocation {
          const units = amountInUnits(amount, unitDecimals, ["amount"], report);
          checkIds(shares, ["shares"], report);
          const bounded = readShares(shares, units, unitDecimals, report);
          report.stop();
          const filling = apportionWithin(units.n, bounded);
          if (filling === undefined) {
            report.add(["shares"], "minimums-over", "the least parts sum to more than the amount");
            report.stop();
          }
          const { parts = [], left = 0n } = filling ?? {};
          return {
            amount: unitsToDecimal(units.n, unitDecimals),
            parts: parts.map((part, index) => ({
              ...part,
              id: shares[index]?.id ?? "",
              amount: unitsToDecimal(part.amount, unitDecimals),
            })),
            undistributed: unitsToDecimal(left, unitDecimals),
          };
        },
      });
    },
  });

/** Notes a config that is not either a currency or decimals. */
export function checkAllocation(config: AllocationConfig, report: Report): void {
  if ((config.currency === undefined) === (config.decimals === undefined))
    report.add([], "one-of", "expected either a currency or decimals");
}

/** The decimals of the unit that amounts are shared in. */
export function unitDecimalsOf({ currency: code = "", decimals: stated }: AllocationConfig): number {
  return stated ?? currencyDecimals(code);
}

/** An amount in units; notes one that is finer. */
export function amountInUnits(
  amount: NumberInput,
  unitDecimals: number,
  path: Path,
  report: Report,
): Rational {
  const units = multiply(readNumber(amount), rational(10n ** BigInt(unitDecimals)));
  if (units.d !== 1n) {
    const expected = `expected at most ${unitDecimals} decimals, got ${show(amount)}`;
    report.add(path, "amount-too-fine", expected, { decimals: unitDecimals });
  }
  return units;
}

/** What shares an amount after its schema. */
export type CheckedShare = Checked<typeof allocationShare>;

/** The shares with their bounds in units. */
function readShares(
  shares: readonly CheckedShare[],
  units: Rational,
  unitDecimals: number,
  report: Report,
): readonly BoundedShare[] {
  const read = shares.map((share, index) => readShare(share, units, unitDecimals, ["shares", index], report));
  if (read.every(({ share }) => share.n === 0n))
    report.add(["shares"], "shares-zero", "expected at least one share above zero");
  return read;
}

/** One share with its bounds in units; notes below `path` bounds that are not either an amount or a share, or that leave no room. */
export function readShare(
  { id, share, ...given }: CheckedShare,
  units: Rational,
  unitDecimals: number,
  path: Path,
  report: Report,
): BoundedShare {
  const scale = rational(10n ** BigInt(unitDecimals));
  const inUnits = (one: CheckedShare["least"], name: "least" | "most") => {
    if (one === undefined) return undefined;
    const { amount, share: part } = one;
    if ((amount === undefined) === (part === undefined))
      report.add([...path, name], "one-of", "expected either an amount or a share");
    return amount === undefined
      ? multiply(readNumber(part ?? 0), absolute(units))
      : multiply(readNumber(amount), scale);
  };
  const bounds = { least: inUnits(given.least, "least"), most: inUnits(given.most, "most") };
  if (bounds.least && bounds.most && compare(bounds.least, bounds.most) > 0)
    report.add([...path, "least"], "range-empty", "expected at most the most that the part may be");
  return { id, share: readNumber(share), ...bounds };
}
