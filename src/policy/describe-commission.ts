import { paidQuantity } from "../incentives/rate-table/terms.js";
import { labelText } from "../kernel/label.js";
import type {
  CommissionLimitWords,
  CommissionSentences,
  TableConditionWords,
} from "./commission-sentences.js";
import type { CheckedIncentive } from "./incentives.js";
import type { Locale } from "./locale.js";

type Commission = Extract<CheckedIncentive, { readonly use: "commission" }>;
type Brackets = NonNullable<Commission["brackets"]>;
type Condition = NonNullable<NonNullable<Commission["tables"]>[number]["when"]>[number];

/** What a commission counts and pays: its tables, and what limits it. */
export function describeCommission(
  incentive: Commission,
  name: string,
  indicator: string,
  { payRules: words, languageTag, policy: { separator } }: Locale,
): readonly string[] {
  const {
    method,
    per,
    boundary,
    curve,
    counts,
    quotaIn = "amount",
    brackets,
    tables = [],
    totals,
  } = incentive;
  const paidOn = paidQuantity(incentive);
  const lines = [
    ...(counts === "amount" && paidOn === "amount" ? [] : [words.counted({ counts, quotaIn, paidOn })]),
    ...describeBrackets(brackets ?? [], method === "whole", words),
    ...tables.flatMap(({ id, label, when = [], brackets: own }) => [
      words.rateTable({
        table: labelText(label, languageTag, id),
        when: when.map((one) => conditionWords(one, separator)),
      }),
      ...describeBrackets(own, method === "whole", words).map((line) => `  ${line}`),
    ]),
    ...(tables.length > 1 && totals === "shared" ? [words.sharedTotals()] : []),
    ...(curve === "lines" ? [words.rateLines()] : []),
    ...(method === "marginal" ? [] : [words.boundary({ boundary })]),
    ...describeLimits(incentive, words),
  ];
  return [words.commission({ name, indicator, method, per }), ...lines.map((line) => `  ${line}`)];
}

/** Brackets, one a line. */
export function describeBrackets(
  brackets: Brackets,
  isForAll: boolean,
  words: CommissionSentences,
): readonly string[] {
  return brackets.map(({ from, to, rate, perUnit, pays }, index) =>
    words.bracket({
      from: String(from),
      to: String(brackets[index + 1]?.from ?? to ?? ""),
      rate: String(rate ?? ""),
      perUnit: String(perUnit ?? ""),
      pays: String(pays ?? ""),
      isForAll,
    }),
  );
}

function conditionWords(condition: Condition, separator: string): TableConditionWords {
  const none = { attribute: "", is: "", deal: "amount", atLeast: "", atMost: "" } as const;
  if ("attribute" in condition)
    return { ...none, attribute: condition.attribute, is: condition.is.join(separator) };
  const { deal, atLeast = "", atMost = "" } = condition;
  return { ...none, deal, atLeast: String(atLeast), atMost: String(atMost) };
}

function describeLimits(
  { counts, threshold, perDeal, cap, floor }: Commission,
  words: CommissionSentences,
): readonly string[] {
  const limit = ({ above, share }: NonNullable<Commission["cap"]>): CommissionLimitWords => ({
    above: String(above),
    share: share === 0 ? "" : String(share),
  });
  return [
    ...(threshold === undefined
      ? []
      : [
          words.threshold({
            counts: threshold.counts ?? counts,
            from: String(threshold.from),
            pays: threshold.pays,
          }),
        ]),
    ...(perDeal?.credited === undefined
      ? []
      : [words.dealCredited({ ...limit(perDeal.credited), quantity: perDeal.credited.quantity })]),
    ...(perDeal?.cap === undefined ? [] : [words.commissionCap({ ...limit(perDeal.cap), of: "deal" })]),
    ...(perDeal?.floor === undefined
      ? []
      : [words.commissionFloor({ floor: String(perDeal.floor), of: "deal" })]),
    ...(cap === undefined ? [] : [words.commissionCap({ ...limit(cap), of: "all" })]),
    ...(floor === undefined ? [] : [words.commissionFloor({ floor: String(floor), of: "all" })]),
  ];
}
