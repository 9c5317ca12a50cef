import { described, judged } from "./schema.js";
import { show } from "./show.js";

const UNUSUAL_MINOR_UNITS: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

/**
 * How many decimals money of a currency has (ISO 4217): 2, except where the standard says otherwise.
 *
 * @example
 * ```ts
 * import { currencyDecimals } from "tierwise";
 * currencyDecimals("USD"); // => 2
 * currencyDecimals("JPY"); // => 0
 * currencyDecimals("KWD"); // => 3
 * ```
 */
export function currencyDecimals(currency: string): number {
  unusualDecimals ??= new Map(
    Object.entries(UNUSUAL_MINOR_UNITS).flatMap(([decimals, codes]) =>
      codes.split(" ").map((code) => [code, Number(decimals)]),
    ),
  );
  return unusualDecimals.get(currency) ?? 2;
}

let unusualDecimals: ReadonlyMap<string, number> | undefined;

/** Whether a value is written as a currency code. */
export function isCurrency(value: unknown): value is string {
  return typeof value === "string" && /^[A-Z]{3}$/.test(value);
}

/** The schema of a currency code. */
export function currency() {
  return described(
    judged<string>(
      (value) =>
        isCurrency(value)
          ? undefined
          : {
              code: value === undefined ? "missing" : "currency-invalid",
              message: `expected a currency code of three capital letters such as "CNY", got ${show(value)}`,
            },
      { type: "string", pattern: "^[A-Z]{3}$" },
    ),
    "The currency's code (ISO 4217). Money is rounded to its minor unit.",
  );
}
