import type { Figures } from "../incentives/team-pool/figures.js";
import { describeBrackets } from "./describe-commission.js";
import { describeEligibility, factText, tierTexts } from "./describe-eligibility.js";
import { prorationWords } from "./describe-pay.js";
import type { OfUse } from "./incentives.js";
import type { Locale } from "./locale.js";
import type { CheckedPolicy } from "./policy.js";
import type { FigureWords } from "./pool-rule-sentences.js";

type Pool = OfUse<"teamPool">;

/** What funds a pool, what its team's score does to it, and by what its members share. */
export function describePool(
  pool: Pool,
  name: string,
  policy: CheckedPolicy,
  locale: Locale,
): readonly string[] {
  const { payRules: words } = locale;
  const { within = "", least, most, reserve, eligibility, joiners, leavers, whenShort } = pool;
  const lines = [
    ...pool.fund.flatMap((rule) => describeFund(rule, locale)),
    ...describeScore(pool, locale),
    ...(least === undefined ? [] : [words.poolBound({ bound: "least", figures: least.map(figureWords) })]),
    ...(most === undefined ? [] : [words.poolBound({ bound: "most", figures: most.map(figureWords) })]),
    ...(reserve === undefined ? [] : [words.poolReserve({ share: String(reserve) })]),
    ...describeShares(pool, policy, locale),
    ...describeBounds(pool, policy, locale),
    ...(whenShort === "reduce" ? [words.whenShort] : []),
    ...(joiners === "excluded" ? [words.joinersExcluded] : []),
    ...(leavers === "excluded" ? [words.leaversExcluded] : []),
    ...describeEligibility(eligibility, policy, locale),
  ];
  return [words.teamPool({ name, within }), ...lines.map((line) => `  ${line}`)];
}

function figureWords({ figure = "", times = "", amount = "" }: Figures[number]): FigureWords {
  return { figure, times: String(times), amount: String(amount) };
}

function describeFund(rule: Pool["fund"][number], { payRules: words }: Locale): readonly string[] {
  const said = words.poolFund({
    kind: rule.kind,
    amount: "amount" in rule ? String(rule.amount) : "",
    share: "share" in rule ? String(rule.share) : "",
    of: "of" in rule ? rule.of.map(figureWords) : [],
    over: "over" in rule ? rule.over.map(figureWords) : [],
    method: rule.kind === "brackets" ? rule.method : "marginal",
  });
  if (rule.kind !== "brackets") return [said];
  const brackets = describeBrackets(rule.brackets, rule.method === "whole", words);
  const more = [
    ...(rule.curve === "lines" ? [words.rateLines()] : []),
    ...(rule.method === "whole" ? [words.boundary(rule)] : []),
  ];
  return [said, ...[...brackets, ...more].map((line) => `  ${line}`)];
}

function describeScore({ score }: Pool, { payRules: words }: Locale): readonly string[] {
  if (score === undefined) return [];
  const { least, curve, factors = [] } = score;
  return [
    ...(least === undefined ? [] : [words.poolGate({ least: String(least) })]),
    ...factors.map((one) =>
      words.poolFactor({
        score: String(one.score),
        factor: String(one.factor),
        isLine: curve === "lines" && factors.length > 1,
      }),
    ),
  ];
}

function factorText(factor: Pool["sharedBy"][number], policy: CheckedPolicy, locale: Locale): string {
  const { factors: words } = locale.payRules;
  switch (factor.by) {
    case "equal":
    case "days":
      return words[factor.by];
    case "tier":
      return words.points({ name: words.tier });
    case "attribute":
      return words.points({ name: factor.attribute });
    case "fact": {
      const { fact, steps = [] } = factor;
      const told = steps.map(({ from, counts }) => ({ from: String(from), counts: String(counts) }));
      return words.fact({ fact: factText(fact, policy, locale), steps: told });
    }
  }
}

/** What members share by, and the points of tiers and attributes below it. */
function describeShares({ sharedBy }: Pool, policy: CheckedPolicy, locale: Locale): readonly string[] {
  const { payRules: words } = locale;
  const names = sharedBy.map((factor) => factorText(factor, policy, locale));
  const points = sharedBy.flatMap((factor) => {
    if (factor.by === "days")
      return factor.proration === undefined ? [] : [words.proration(prorationWords(factor.proration))];
    if (!("points" in factor)) return [];
    return factor.points.map(({ of, counts }) =>
      words.memberPoints({
        of: factor.by === "tier" ? tierTexts(of, policy, locale) : of.join(locale.policy.separator),
        counts: String(counts),
      }),
    );
  });
  return [words.sharedBy({ factors: names }), ...points.map((line) => `  ${line}`)];
}

function describeBounds(
  { memberLeast, memberMost }: Pool,
  policy: CheckedPolicy,
  locale: Locale,
): readonly string[] {
  const said = (bound: "least" | "most", one: typeof memberLeast) => {
    if (one === undefined) return [];
    const { amount = "", share = "", fact = "", times = "" } = one;
    return [
      locale.payRules.memberBound({
        bound,
        amount: String(amount),
        share: String(share),
        fact: fact && factText(fact, policy, locale),
        times: String(times),
      }),
    ];
  };
  return [...said("least", memberLeast), ...said("most", memberMost)];
}
