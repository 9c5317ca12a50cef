import * as z from "zod/mini";
import { explainDecision } from "../adjustment/explain.js";
import { explainPlaces } from "../adjustment/places/explain.js";
import { decisionParts, tierPlacesParts } from "../adjustment/result-parts.js";
import { explainPlacement } from "../classification/explain.js";
import { placementParts } from "../classification/result-parts.js";
import { explainEquityGrant } from "../incentives/equity/explain.js";
import { explainStatement } from "../incentives/explain.js";
import { statementParts } from "../incentives/result-parts.js";
import { type Issue, type Path, pathText } from "../kernel/errors.js";
import { inWords, resultNumber, sayPart } from "../kernel/in-words.js";
import { labelText } from "../kernel/label.js";
import { list } from "../kernel/schema.js";
import { explainScore } from "../scoring/explain.js";
import { scoreParts } from "../scoring/result-parts.js";
import type { GroupReview } from "./group/review-group.js";
import { en, type Locale } from "./locale.js";
import type { Review } from "./review.js";
import type { ChosenVariant } from "./scores.js";

/** Says one review: the scores, the place in the matrix, the decision and the pay. */
export const sayReview = /* @__PURE__ */ inWords({
  title: "explain",
  result: () =>
    z.looseObject({
      policy: z.looseObject({ id: z.string(), effectiveFrom: z.string() }),
      person: z.looseObject({ id: z.string() }),
      period: z.string(),
      scores: z.record(z.string(), scoreParts()),
      variants: z.record(z.string(), z.looseObject({ id: z.string() })),
      placement: placementParts(),
      promotionScore: z.optional(scoreParts()),
      decision: decisionParts(),
      statement: z.optional(statementParts()),
    }),
  english: en,
  say: explainReview,
});

function explainReview(
  {
    policy,
    person,
    period,
    scores,
    variants,
    placement,
    promotionScore,
    decision,
    statement,
    grants = [],
  }: Review,
  { locale }: { readonly locale: Locale },
): readonly string[] {
  const tag = locale.languageTag;
  const heading = locale.policy.review({
    person: labelText(person.label, tag, person.id),
    period,
    policy: labelText(policy.label, tag, policy.id),
    effectiveFrom: policy.effectiveFrom,
  });
  const say = (path: Path, words: () => readonly string[]) => sayPart("explain", path, words);
  const scoreSentences = placement.axes.flatMap(({ axis, label }) => {
    const score = scores[axis];
    const name = labelText(label, tag, axis);
    const variant = variants[axis];
    return [
      ...(variant === undefined ? [] : [explainVariant(name, variant, locale)]),
      ...(score === undefined
        ? []
        : say(["scores", axis], () => explainScore(score, { locale, axis: name }))),
    ];
  });
  return [
    heading,
    ...scoreSentences,
    ...say(["placement"], () => explainPlacement(placement, { locale })),
    ...(promotionScore === undefined
      ? []
      : say(["promotionScore"], () =>
          explainScore(promotionScore, { locale, axis: locale.policy.promotionScore() }),
        )),
    ...say(["decision"], () => explainDecision(decision, { locale })),
    ...(statement === undefined ? [] : say(["statement"], () => explainStatement(statement, { locale }))),
    ...grants.flatMap((grant, index) => say(["grants", index], () => explainEquityGrant(grant, { locale }))),
  ];
}

function issueParts() {
  return z.looseObject({ path: list(z.union([z.string(), z.number()])), message: z.string() });
}

/** Says what is of all people: how many were reviewed, the rows that were not, and the places. Each review explains itself. */
export const sayGroupReview = /* @__PURE__ */ inWords({
  title: "explain",
  result: () =>
    z.looseObject({
      period: z.string(),
      counts: z.looseObject({ reviewed: resultNumber(), rejected: resultNumber() }),
      rejected: list(z.looseObject({ index: resultNumber(), issues: list(issueParts()) })),
      places: tierPlacesParts(),
    }),
  english: en,
  say: explainGroupReview,
});

function explainGroupReview(
  { period, counts, rejected, places, emptyGroups }: GroupReview,
  { locale }: { readonly locale: Locale },
): readonly string[] {
  const words = locale.policy;
  return [
    words.groupReview({ period, people: String(counts.reviewed), rejected: String(counts.rejected) }),
    ...rejected.map(({ index, issues }) =>
      words.rejectedRow({ row: String(index), issues: issues.map(inRow).join("; ") }),
    ),
    ...explainPlaces({ tiers: places, ...(emptyGroups && { emptyGroups }) }, { locale }),
  ];
}

/** A problem of a row, by its place in the row. */
function inRow({ path, message }: Issue): string {
  const place = pathText(path[0] === "people" ? path.slice(2) : path);
  return place === "" ? message : `${place}: ${message}`;
}

function explainVariant(axis: string, { id, label, because }: ChosenVariant, locale: Locale): string {
  return locale.policy.chosenVariant({ axis, variant: labelText(label, locale.languageTag, id), because });
}
