import * as z from "zod/mini";
import { apportion } from "./apportion.js";
import { type CalculatorFactory, defineCalculator, defineFactory } from "./calculator.js";
import { currency, currencyDecimals } from "./currency.js";
import { type Decimal, unitsToDecimal } from "./decimal.js";
import { decimals, inputNumber, key } from "./fields.js";
import { checkIds } from "./ids.js";
import { readNumber } from "./number.js";
import { multiply, rational } from "./rational.js";
import { described, lazySchema, list, type Written } from "./schema.js";
import { show } from "./show.js";

const allocationConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    currency: z.optional(currency()),
    decimals: z.optional(described(decimals(), "Instead of a currency: the decimals of the smallest unit.")),
  }),
);

const allocationInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    amount: inputNumber(),
    shares: list(z.strictObject({ id: key(), share: inputNumber({ least: 0 }) }), 1),
  }),
);

/**
 * Into what unit an amount is shared: that of a `currency`, or 10^-`decimals`.
 *
 * @useDeclaredType
 */
export type AllocationConfig = Written<typeof allocationConfig>;

/**
 * The amount, a whole number of the smallest units, and each one's share, zero or more, in any proportion.
 *
 * @useDeclaredType
 */
export type AllocationInput = Written<typeof allocationInput>;

/** The parts in the order of the shares; they sum to the amount. */
export interface Allocation {
  readonly amount: Decimal;
  readonly parts: readonly { readonly id: string; readonly amount: Decimal }[];
}

/**
 * Shares an amount so that the parts sum to it exactly (M11): the method of the largest remainder (Hamilton's).
 *
 * Each part is its exact share rounded down to the smallest unit; the units left over go one each to the largest remainders, of
 * equal remainders to the id that comes first by code point, never to the row that comes first. A negative amount mirrors the
 * positive one.
 *
 * Errors: an amount with more decimals than the unit (`amount-too-fine`), a share below zero (`out-of-range`), shares that are
 * all zero (`shares-zero`), an id twice (`duplicate-id`).
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
    check(config, report) {
      if ((config.currency === undefined) === (config.decimals === undefined)) {
        report.add([], "one-of", "expected either a currency or decimals");
      }
    },
    compile(config) {
      const unitDecimals = config.decimals ?? currencyDecimals(config.currency ?? "");
      return defineCalculator({
        title: "allocation",
        input: allocationInput,
        run({ amount, shares }, report): Allocation {
          const units = multiply(readNumber(amount), rational(10n ** BigInt(unitDecimals)));
          if (units.d !== 1n) {
            const expected = `expected at most ${unitDecimals} decimals, got ${show(amount)}`;
            report.add(["amount"], "amount-too-fine", expected, { decimals: unitDecimals });
          }
          const exact = shares.map(({ id, share }) => ({ id, share: readNumber(share) }));
          if (exact.every(({ share }) => share.n === 0n)) {
            report.add(["shares"], "shares-zero", "expected at least one share above zero");
          }
          checkIds(shares, ["shares"], report);
          report.stop();
          const parts = apportion(units.n, exact);
          return {
            amount: unitsToDecimal(units.n, unitDecimals),
            parts: shares.map(({ id }, index) => ({
              id,
              amount: unitsToDecimal(parts[index] ?? 0n, unitDecimals),
            })),
          };
        },
      });
    },
  });
