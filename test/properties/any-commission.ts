import fc from "fast-check";
import { type CommissionConfig, type CommissionInput, commission, ROUNDING_MODES } from "../../src/index.js";
import { decimalText } from "./exact.js";

type Bracket = NonNullable<CommissionConfig["brackets"]>[number];
type Quantity = "amount" | "units" | "margin";

/** What brackets count and how they pay, from which brackets of its kind are made. */
export interface Terms
  extends Pick<CommissionConfig, "counts" | "quotaIn" | "paidOn" | "method" | "curve" | "boundary"> {
  readonly counts: NonNullable<CommissionConfig["counts"]>;
  readonly method: "marginal" | "each" | "whole";
  readonly curve: "steps" | "lines";
}

const quantity = fc.constantFrom<Quantity>("amount", "units", "margin");
const termsOf = (method: Terms["method"]): fc.Arbitrary<Terms> =>
  fc
    .record({
      counts: fc.constantFrom("amount", "amount", "units", "margin", "attainment", "margin-percent"),
      quotaIn: quantity,
      paidOn: fc.option(quantity, { nil: undefined }),
      curve: fc.constantFrom("steps", "steps", "lines"),
      boundary: fc.constantFrom("upper", "lower"),
    })
    .map(
      (one) =>
        ({
          ...one,
          quotaIn: one.counts === "attainment" ? one.quotaIn : undefined,
          method,
        }) as Terms,
    );

/** The quantity that the rates of such terms are a part of. */
export function paidOnOf({ counts, quotaIn, paidOn }: Terms): Quantity {
  if (paidOn !== undefined) return paidOn;
  if (counts === "attainment") return quotaIn ?? "amount";
  return counts === "margin-percent" ? "amount" : counts;
}

function brackets(one: Terms, mayPay: boolean): fc.Arbitrary<readonly Bracket[]> {
  const isRatio = one.counts === "attainment" || one.counts === "margin-percent";
  const at = (corner: number) => (isRatio ? `${corner / 10}%` : corner);
  const paysAmounts = mayPay && one.counts !== "margin-percent" ? fc.boolean() : fc.constant(false);
  const inLines = one.method === "each" || (one.curve === "lines" && one.method === "marginal");
  return fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), { maxLength: 3 }),
      fc.array(fc.constantFrom("0", "5%", "1/3", "12.5%", "0.0725", "40%"), { minLength: 4, maxLength: 4 }),
      inLines ? fc.constant(false) : paysAmounts,
      fc.boolean(),
    )
    .map(([list, rates, amounts, fromZero]) => {
      const corners = [fromZero ? 0 : 50, ...list.sort((a, b) => a - b).map((corner) => corner + 50)];
      return corners
        .map((from, index) => ({
          from: at(from),
          ...(amounts && index === corners.length - 1 && one.method === "marginal"
            ? { to: at(from + 3000) }
            : {}),
          ...(amounts
            ? { pays: 40 * index + 15 }
            : paidOnOf(one) === "units"
              ? { perUnit: rates[index] as string }
              : { rate: rates[index] as string }),
        }))
        .map((bracket) =>
          "perUnit" in bracket
            ? { ...bracket, perUnit: String(bracket.perUnit).endsWith("%") ? "2.5" : bracket.perUnit }
            : bracket,
        );
    });
}

const cap = fc.option(
  fc.record({ above: fc.integer({ min: 50, max: 400 }), share: fc.constantFrom(0, "50%", "1/3") }),
  { nil: undefined, freq: 2 },
);
function threshold({ counts }: Terms) {
  const isRatio = counts === "attainment" || counts === "margin-percent";
  const from = fc.constantFrom(...(isRatio ? ["20%", "75%"] : [100, 600]));
  return fc.option(fc.record({ from, pays: fc.constantFrom("all", "above") }), { nil: undefined, freq: 2 });
}

const floor = fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined, freq: 3 });

/** What a property may hold fixed. */
export interface Fixed {
  readonly per?: fc.Arbitrary<NonNullable<CommissionConfig["per"]>>;
  readonly method?: fc.Arbitrary<Terms["method"]>;
  readonly threshold?: fc.Arbitrary<undefined>;
  readonly cap?: fc.Arbitrary<undefined>;
  readonly floor?: fc.Arbitrary<undefined>;
  readonly perDeal?: fc.Arbitrary<undefined>;
}

/** Commissions that are good: every mode that is not held fixed, tables by attribute and by size of the deal, limits of all kinds. */
export function commissionOf(fixed: Fixed): fc.Arbitrary<CommissionConfig> {
  return (fixed.method ?? fc.constantFrom("marginal" as const, "each" as const, "whole" as const))
    .chain((method) => termsOf(method))
    .chain((one) =>
      fc.record({
        currency: fc.constantFrom("USD", "JPY", "KWD"),
        rounding: fc.constantFrom(...ROUNDING_MODES),
        terms: fc.constant(one),
        lists: fc.array(brackets(one, true), { minLength: 1, maxLength: 3 }),
        totals: fc.constantFrom("own", "shared"),
        per: fixed.per ?? fc.constantFrom("credit", "order", "period", "to-date"),
        threshold: fixed.threshold ?? threshold(one),
        cap: fixed.cap ?? cap,
        floor: fixed.floor ?? floor,
        perDeal: fixed.perDeal ?? perDeal,
      }),
    )
    .map(assembled)
    .filter((config) => commission.check(config).length === 0);
}

/** Any commission that is good. */
export const anyCommission = commissionOf({});

const perDeal = fc.option(
  fc.record({
    credited: fc.option(fc.record({ quantity, above: fc.constant(300), share: fc.constantFrom(0, "25%") }), {
      nil: undefined,
    }),
    cap,
    floor,
  }),
  { nil: undefined, freq: 2 },
);

interface Assembled {
  readonly terms: Terms;
  readonly lists: readonly (readonly Bracket[])[];
  readonly [name: string]: unknown;
}

function assembled({ terms: one, lists, ...others }: Assembled): CommissionConfig {
  const [first = []] = lists;
  const when = [[{ attribute: "product", is: ["cloud"] }], [{ deal: paidOnOf(one), atLeast: 250 }]];
  const tables = lists.map((own, index) => ({
    id: `table-${index}`,
    ...(index === lists.length - 1 ? {} : { when: when[index] }),
    brackets: own,
  }));
  return JSON.parse(
    JSON.stringify({ ...others, ...one, ...(lists.length === 1 ? { brackets: first } : { tables }) }),
  );
}

const number = (most: number) => decimalText({ min: -most, max: most, decimals: 2 });

/** Credits of any size and sign. */
export const anyCredits: fc.Arbitrary<CommissionInput["credits"]> = fc
  .array(
    fc.record({
      amount: number(900),
      units: number(600),
      margin: number(300),
      order: fc.constantFrom("o1", "o2", "o3"),
      attributes: fc.constantFrom({ product: "cloud" }, { product: "voice" }, {}),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((list) => list.map((one, index) => ({ id: `c${index}`, ...one })));

/** The quota that a plan asks for. */
export function quotaOf({ counts, threshold }: CommissionConfig): { quota?: number } {
  return counts === "attainment" || threshold?.counts === "attainment" ? { quota: 1000 } : {};
}
