import * as z from "zod/mini";
import { inWords, resultNumber } from "../../kernel/in-words.js";
import { labelText } from "../../kernel/label.js";
import { list } from "../../kernel/schema.js";
import { moneyText, noteTexts, type PayLocale } from "../explain.js";
import { paySentencesEn } from "../sentences.js";
import type { TraineePlan, TrainingPlan } from "./plan.js";
import { type TrainingSentences, trainingSentencesEn } from "./sentences.js";

/** The part of a locale that explains training plans. */
export interface TrainingLocale extends PayLocale {
  readonly training: TrainingSentences;
}

const ENGLISH: TrainingLocale = { languageTag: "en", pay: paySentencesEn, training: trainingSentencesEn };

/**
 * Says in sentences what a training plan spends, which courses each takes and why, and which are refused and why. Every number in them is in the result.
 *
 * @example
 * ```ts
 * import { explainTrainingPlan, trainingPlan } from "tierwise";
 *
 * const plan = trainingPlan({
 *   currency: "CNY",
 *   catalogue: [{ id: "complaints", cost: 800, hours: 6 }],
 *   needs: [{ id: "weak-service", weak: { indicator: "satisfaction", below: 70 }, courses: ["complaints"] }],
 * });
 * const sentences = explainTrainingPlan(plan({ period: "2026-Q3", people: [{ id: "ann", scores: { satisfaction: 65 } }] }));
 * sentences[1]; // => "ann: courses: 1, cost: 800.00 CNY, hours: 6."
 * sentences[2]; // => "complaints (800.00), for weak-service."
 * sentences[3]; // => "satisfaction is 65, below 70."
 * ```
 */
export function explainTrainingPlan(
  result: TrainingPlan,
  options: { readonly locale?: TrainingLocale } = {},
): readonly string[] {
  return sayTrainingPlan(result, options);
}

const sayTrainingPlan = /* @__PURE__ */ inWords({
  title: "explainTrainingPlan",
  result: () =>
    z.looseObject({
      kind: z.literal("training-plan"),
      period: z.string(),
      currency: z.string(),
      cost: resultNumber(),
      people: list(
        z.looseObject({
          id: z.string(),
          courses: list(z.looseObject({ course: z.string() })),
          refused: list(z.looseObject({ course: z.string() })),
          cost: resultNumber(),
          hours: resultNumber(),
        }),
      ),
    }),
  english: ENGLISH,
  say({ period, currency, cost, budget, left, people }: TrainingPlan, { locale }): readonly string[] {
    const money = (amount: TrainingPlan["budget"]) =>
      amount === undefined ? "" : moneyText(amount, currency);
    return [
      locale.training.plan({ period, currency, cost: money(cost), budget: money(budget), left: money(left) }),
      ...people.flatMap((person) => explainTrainee(person, currency, locale)),
    ];
  },
});

function explainTrainee(
  { id, courses, refused, cost, hours }: TraineePlan,
  currency: string,
  { training: words, pay, languageTag }: TrainingLocale,
): readonly string[] {
  return [
    words.person({
      person: id,
      courses: String(courses.length),
      cost: moneyText(cost, currency),
      hours: String(hours),
      currency,
    }),
    ...courses.flatMap(({ course, label, cost: price, need, requiredBy = "", because }) => [
      words.course({
        course: labelText(label, languageTag, course),
        cost: moneyText(price, currency),
        need,
        requiredBy,
      }),
      ...noteTexts(because, pay.notes, currency),
    ]),
    ...refused.flatMap(({ course, label, need, reasons }) => [
      words.refused({ course: labelText(label, languageTag, course), need }),
      ...noteTexts(reasons, pay.notes, currency),
    ]),
  ];
}
