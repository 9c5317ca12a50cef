import * as z from "zod/mini";
import { inWords, resultNumber } from "../../kernel/in-words.js";
import { list } from "../../kernel/schema.js";
import type { Stored } from "../../kernel/stored.js";
import { type PlanSentences, planSentencesEn } from "./sentences.js";
import type { PaidResult, PlanWarning } from "./warning.js";

/** The part of a locale that explains warnings of a plan. */
export interface PlanLocale {
  readonly languageTag: string;
  readonly plan: PlanSentences;
}

const ENGLISH: PlanLocale = { languageTag: "en", plan: planSentencesEn };

/**
 * Says in a sentence what a warning of `checkPlan` shows. Every number in it is in the warning's witness and values.
 *
 * @example
 * ```ts
 * import { checkPlan, explainPlanWarning } from "tierwise";
 * import { zhCN } from "tierwise/locales";
 *
 * const plan = { currency: "USD", method: "whole" as const, brackets: [{ rate: "5%" }, { from: 1000, rate: "4%" }] };
 * const warnings = checkPlan({ use: "commission", plan })({ from: 0, to: 2000 });
 * warnings.slice(0, 1).map((warning) => explainPlanWarning(warning, { locale: zhCN })); // => ["业绩 1000 兑现 40，少于业绩 999.99 的 50"]
 * ```
 */
export function explainPlanWarning(
  warning: PlanWarning | Stored<PlanWarning>,
  options: { readonly locale?: PlanLocale } = {},
): string {
  return say(warning, options);
}

const say = /* @__PURE__ */ inWords({
  title: "explainPlanWarning",
  result: () =>
    z.looseObject({
      code: z.string(),
      witness: list(z.looseObject({ result: resultNumber(), pay: resultNumber() })),
      values: z.record(z.string(), z.string()),
    }),
  english: ENGLISH,
  say: (warning: PlanWarning, { locale }): string => sayPlanWarning(warning, locale.plan),
});

/** The same, of a warning that is known to be whole. */
export function sayPlanWarning(
  { code, witness, values }: Pick<PlanWarning, "code" | "witness" | "values">,
  words: PlanSentences,
): string {
  const [first = "", second = ""] = witness.map(({ result, attainment }) =>
    attained(String(result), attainment, words),
  );
  const [firstPay = "", secondPay = ""] = witness.map(({ pay }) => String(pay));
  const two = { first, second, firstPay, secondPay };
  const { by = "", begins = "", attainment, counts = "", moved = "", paid = "", wouldPay = "" } = values;
  switch (code) {
    case "pay-falls":
      return words.falls(two);
    case "pay-jumps":
      return words.jumps({ ...two, by });
    case "nothing-paid":
      return words.nothing(two);
    case "bracket-unreachable":
      return words.unreachable({ begins: attained(begins, attainment, words), ends: first, counts });
    case "table-unreachable":
      return words.hidden({ by });
    case "holding-back-pays":
      return words.moved({ first, second, moved, paid, wouldPay });
    default:
      return words.flat(two);
  }
}

function attained(
  result: string,
  attainment: PaidResult["attainment"] | string,
  words: PlanSentences,
): string {
  return attainment === undefined ? result : words.attained({ result, attainment: String(attainment) });
}
