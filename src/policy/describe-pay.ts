import { isFactor } from "../incentives/bonus/program.js";
import type { ProrationRule } from "../kernel/proration.js";
import type { OfUse } from "./incentives.js";
import type { Locale } from "./locale.js";
import type { PayRulesSentences, ProrationWords } from "./pay-rules-sentences.js";

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

/** What a performance bonus pays: targets, the curve, and what else makes the payout. */
export function describeBonus(
  incentive: OfUse<"performanceBonus">,
  name: string,
  axis: string,
  tierText: (tier: string) => string,
  { payRules: words }: Locale,
): readonly string[] {
  const { curve, above, payout, payoutDecimals, modifiers = [], floor, cap, proration } = incentive;
  const lines = [
    ...incentive.target.map(({ tier, amount, share }) =>
      amount === undefined
        ? words.bonusShare({ tier: tierText(tier), share: String(share) })
        : words.bonusTarget({ tier: tierText(tier), amount: String(amount) }),
    ),
    ...describeCurve({ above, payout }, words),
    ...(payoutDecimals === undefined ? [] : [words.payoutDecimals({ decimals: String(payoutDecimals) })]),
    ...describeMultipliers(incentive, words),
    ...modifiers.map(({ tier, factor }) => words.modifier({ tier: tierText(tier), factor: String(factor) })),
    ...(floor === undefined ? [] : [words.payoutFloor({ floor: String(floor) })]),
    ...(cap === undefined ? [] : [words.payoutCap({ cap: String(cap) })]),
    words.proration(prorationWords(proration)),
  ];
  return [words.performanceBonus({ name, axis, curve }), ...lines.map((line) => `  ${line}`)];
}

/** The points of a payout curve. */
export function describeCurve(
  { above, payout }: Pick<OfUse<"performanceBonus">, "above" | "payout">,
  words: PayRulesSentences,
): readonly string[] {
  return [
    ...payout.map(({ score, pays, below = "" }) =>
      words.bonusPoint({ score: String(score), pays: String(pays), below: String(below) }),
    ),
    ...(above === "extended" ? [words.curveExtended()] : []),
  ];
}

function describeMultipliers(
  { multipliers = [], combine, weight = "" }: OfUse<"performanceBonus">,
  words: PayRulesSentences,
): readonly string[] {
  if (multipliers.length === 0) return [];
  return [
    words.combine({ combine, weight: String(weight) }),
    ...multipliers.flatMap((one) => {
      const { id, curve, above, payout, byScore, required, weight: own = "" } = one;
      const rows = [
        ...(payout === undefined ? [] : describeCurve({ above, payout }, words)),
        ...(byScore === undefined ? [] : describeMatrix(byScore, above, words)),
      ];
      const read = isFactor(one) ? "factor" : curve;
      return [
        `  ${words.multiplier({ multiplier: id, weight: String(own), curve: read, required })}`,
        ...rows.map((line) => `    ${line}`),
      ];
    }),
  ];
}

/** The rows of a matrix, each with its curve. */
function describeMatrix(
  { curve, rows }: NonNullable<NonNullable<OfUse<"performanceBonus">["multipliers"]>[number]["byScore"]>,
  above: "level" | "extended",
  words: PayRulesSentences,
): readonly string[] {
  return [
    words.byScore({ curve }),
    ...rows.flatMap(({ score, payout }) => [
      `  ${words.matrixRow({ score: String(score) })}`,
      ...describeCurve({ above, payout }, words).map((line) => `    ${line}`),
    ]),
  ];
}

/** A rule of proration as the sentences take it. */
export function prorationWords(rule: ProrationRule): ProrationWords {
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
