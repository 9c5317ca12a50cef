import { factsOf, type Known } from "../adjustment/known-facts.js";
import type { ViolationTerms } from "../adjustment/rules/violations.js";
import { lossless } from "../kernel/decimal.js";
import type { Report } from "../kernel/report.js";
import { show } from "../kernel/show.js";
import { evidenceNames } from "../scoring/check-items.js";
import type { Score } from "../scoring/score.js";
import { scorer } from "../scoring/scorer.js";
import type { PolicyParts } from "./parts.js";

/** The promotion score of a person, from the scores of the axes and from facts. */
export type PromotionScorer = (
  known: Known,
  scores: Readonly<Record<string, Score>>,
  report: Report,
) => Score | undefined;

/** Compiles the promotion score (M9): each of its indicators is an axis of the policy or a fact. */
export function compilePromotion({
  promotionScore: schema,
  adjustment,
}: PolicyParts): PromotionScorer | undefined {
  if (schema === undefined) return undefined;
  const score = scorer(schema);
  const names = evidenceNames(schema);
  const violations = adjustment.violations as ViolationTerms | undefined;
  return (known, scores, report) => {
    const { numbers } = factsOf(known, violations);
    const evidence = names.flatMap((name) => {
      const fact = numbers.get(name);
      const value = Object.hasOwn(scores, name) ? scores[name]?.value : fact && lossless(fact);
      return value === undefined ? [] : [[name, value] as const];
    });
    for (const name of names.filter((one) => !evidence.some(([found]) => found === one)))
      report.add(["facts", name], "fact-missing", `the promotion score needs the fact ${show(name)}`, {
        fact: name,
      });
    if (evidence.length < names.length) return undefined;
    const made = report.within(["facts"], () => score({ evidence: Object.fromEntries(evidence) }));
    return made?.kind === "score" ? made : undefined;
  };
}
