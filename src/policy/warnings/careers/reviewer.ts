import { type Decision, decisionsBy } from "../../../adjustment/adjuster.js";
import type { CheckedInput } from "../../../adjustment/input.js";
import { computedFacts } from "../../../adjustment/known-facts.js";
import type { CheckedRules } from "../../../adjustment/rules.js";
import { classifier, type Placement } from "../../../classification/classifier.js";
import { COMPUTED_FACTS } from "../../../classification/facts.js";
import { lossless } from "../../../kernel/decimal.js";
import { createReport } from "../../../kernel/report.js";
import type { Score } from "../../../scoring/score.js";
import { adjustmentPart, matrixPart, partsOf } from "../../parts.js";
import type { CheckedPolicy } from "../../policy.js";
import { compilePromotion, type PromotionScorer } from "../../promotion.js";
import type { PolicyStandingInput } from "../../standing.js";
import { type Circumstances, namesOfPromotion } from "./circumstances.js";

export type Scores = Readonly<Record<string, string>>;

/** Somebody at a review: the score on each axis, and what else is known. */
export interface Person extends Circumstances {
  readonly scores: Scores;
}

/** What a review comes to. */
export interface Reviewed {
  readonly placement: Placement;
  readonly decision: Decision;
  readonly standing: PolicyStandingInput;
}

/** The reviews of a policy from the scores of the axes on; absent where the policy does not know what to do with a person. */
export interface Reviewer {
  /** What changes with the time alone. */
  readonly looksAtTime: { readonly places: boolean; readonly promotion: boolean };
  /** The bands that the next review has to know, as a margin may keep them. */
  keptBands(placement: Placement): Pick<PolicyStandingInput, "bands">;
  place(period: string, standing: PolicyStandingInput, person: Person): Placement | undefined;
  promotionScore(period: string, standing: PolicyStandingInput, person: Person): Score | undefined;
  review(period: string, standing: PolicyStandingInput, person: Person): Reviewed | undefined;
}

/** Compiles the parts of a policy that people go through from their scores on. */
export function compileReviewer(policy: CheckedPolicy): Reviewer {
  const rules = adjustmentPart(policy) as CheckedRules;
  const decide = decisionsBy(rules);
  const classify = classifier(matrixPart(policy));
  const promotion = compilePromotion(partsOf(policy));
  const margined = policy.axes.flatMap(({ id, margin }) => (margin === undefined ? [] : [id]));
  const names = namesOfPromotion(policy.promotionScore);
  const looksAtTime = {
    places: COMPUTED_FACTS.some((name) => policy.matrix.gates?.some(({ fact }) => fact === name) ?? false),
    promotion: COMPUTED_FACTS.some((name) => names.includes(name)),
  };

  const placed = perPerson((period, standing, person) => {
    const { scores, indicators, groups, certificates, bands } = person;
    const computed = [...computedFacts(knownOf(period, standing, person), rules.violations)];
    const facts = {
      ...person.facts,
      ...Object.fromEntries(computed.map(([name, value]) => [name, lossless(value)])),
    };
    const previous = standing.bands ?? {};
    const cohort = bands === undefined ? {} : { cohort: bands };
    const outcome = classify.safe({ scores, indicators, groups, facts, certificates, previous, ...cohort });
    return outcome.ok ? outcome.value : undefined;
  }, looksAtTime.places);
  const scored = perPerson(
    (period, standing, person) => promotion && scoreFor(promotion, period, standing, person),
    looksAtTime.promotion,
  );

  const keptBands = ({ axes }: Placement) => {
    const bands = axes.flatMap(({ axis, band }) => (margined.includes(axis) ? [[axis, band] as const] : []));
    return bands.length === 0 ? {} : { bands: Object.fromEntries(bands) };
  };

  return {
    looksAtTime,
    keptBands,
    place: placed,
    promotionScore: scored,
    review(period, standing, person) {
      const placement = placed(period, standing, person);
      const score = scored(period, standing, person);
      if (placement === undefined || (promotion !== undefined && score === undefined)) return undefined;
      const decision = decide({
        ...knownOf(period, standing, person),
        placement,
        ...(score === undefined ? {} : { promotionScore: score.value }),
      } as unknown as CheckedInput);
      return {
        placement,
        decision,
        standing: { ...decision.standing, ...keptBands(placement) } as PolicyStandingInput,
      };
    },
  };
}

/** The same without working it out again: what is known of a person never changes, but for the time in the tier and the bands before. */
function perPerson<Found>(
  find: (period: string, standing: PolicyStandingInput, person: Person) => Found,
  looksAtTime: boolean,
): (period: string, standing: PolicyStandingInput, person: Person) => Found {
  const found = new WeakMap<Person, Map<string, Found>>();
  return (period, standing, person) => {
    const own = found.get(person) ?? new Map<string, Found>();
    found.set(person, own);
    const { bands, since } = standing;
    const key = `${bands === undefined ? "" : JSON.stringify(bands)}${looksAtTime ? since + period : ""}`;
    if (!own.has(key)) own.set(key, find(period, standing, person));
    return own.get(key) as Found;
  };
}

function knownOf(period: string, standing: PolicyStandingInput, { facts, certificates }: Person) {
  const { bands: _bands, ...own } = standing;
  return { period, standing: { history: [], ...own }, events: [], facts, certificates } as unknown as Pick<
    CheckedInput,
    "period" | "standing" | "events" | "facts" | "certificates"
  >;
}

function scoreFor(
  promotion: PromotionScorer,
  period: string,
  standing: PolicyStandingInput,
  person: Person,
): Score | undefined {
  const values = Object.fromEntries(Object.entries(person.scores).map(([axis, value]) => [axis, { value }]));
  const report = createReport("invalid-input", "checkPolicy");
  return promotion(
    knownOf(period, standing, person),
    values as unknown as Readonly<Record<string, Score>>,
    report,
  );
}
