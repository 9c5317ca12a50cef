import type { ProrationRule } from "../kernel/proration.js";
import type { Locale } from "./locale.js";
import type { ProrationWords } from "./pay-rules-sentences.js";
import type { CheckedIncentive } from "./policy.js";

type OfUse<Use extends CheckedIncentive["use"]> = Extract<CheckedIncentive, { readonly use: Use }>;

/** What base pay a policy has: its rows, the factors of places, and how a part of a period is paid. */
export function describeBasePay(
  { per, table, locations = [], rateDecimals, proration }: OfUse<"basePay">,
  name: string,
  tierText: (tier: string) => string,
  { payRules: words }: Locale,
): readonly string[] {
  const lines = [
    ...table.map(({ tier, grade = "", step, location = "", fromYears, amount }) =>
      words.basePayRow({
        row: words.payRow({ tier: tierText(tier), grade, step: String(step ?? ""), location }),
        fromYears: String(fromYears),
        amount: String(amount),
      }),
    ),
    ...locations.map(({ location, factor }) => words.locationFactor({ location, factor: String(factor) })),
    ...(rateDecimals === undefined ? [] : [words.rateDecimals({ decimals: String(rateDecimals) })]),
    words.proration(prorationWords(proration)),
  ];
  return [words.basePay({ name, per }), ...lines.map((line) => `  ${line}`)];
}

function prorationWords(rule: ProrationRule): ProrationWords {
  const { by } = rule;
  const none = {
    fromDays: "",
    days: "",
    of: "month",
    counts: "worked",
    week: [],
    holidays: [],
    workdays: [],
  } as const;
  if (by === "months") return { ...none, by, fromDays: String(rule.fromDays ?? "") };
  if (by === "working-days") return { ...none, ...rule };
  return by === "fixed-days" ? { ...none, ...rule, days: String(rule.days) } : { ...none, by };
}
