import type { Decision } from "../adjustment/adjuster.js";
import type { AdjustmentInput } from "../adjustment/input.js";
import { type KnownFacts, knownFacts } from "../adjustment/known-facts.js";
import type { BandContext } from "../classification/band-context.js";
import type { Calibrated } from "../classification/calibration/calibrated.js";
import type { Classifier, Placement } from "../classification/classifier.js";
import type { PlacementInput } from "../classification/placement-input.js";
import type { EquityGrant } from "../incentives/equity/equity-grant.js";
import { type Calculator, defineCalculator } from "../kernel/calculator.js";
import type { Label } from "../kernel/label.js";
import { own, withoutAbsent } from "../kernel/plain.js";
import { createReport, type Report } from "../kernel/report.js";
import type { Checked } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import { explainScore } from "../scoring/explain.js";
import type { ScoreInput } from "../scoring/input.js";
import type { Score } from "../scoring/score.js";
import type { compileEquity } from "./grants.js";
import { checkInForce, type ReviewedPeriods } from "./in-force.js";
import { judgedScores } from "./judged.js";
import type { PolicyStatement } from "./pay.js";
import type { PayInput } from "./pay-input.js";
import type { CheckedPolicy } from "./policy.js";
import type { PromotionScorer } from "./promotion.js";
import { type ReviewInput, reviewInput } from "./review-input.js";
import { compileReviewPay, personOf } from "./review-pay.js";
import {
  type AxisChoices,
  amountsIn,
  type ChosenVariant,
  type Scores,
  valuesOf,
  variantsOf,
} from "./scores.js";
import { checkStanding, type PolicyStanding, type PolicyStandingInput, versionOf } from "./standing.js";

/** All that one review found, from the evidence to the pay, with everything that answers "why?". */
export interface Review {
  readonly kind: "review";
  readonly policy: { readonly id: string; readonly label?: Label; readonly effectiveFrom: string };
  readonly person: { readonly id: string; readonly label?: Label };
  readonly period: string;
  readonly scores: { readonly [axis: string]: Score };
  /** The variant by which an axis was scored, where that was not the axis's own weight schema. */
  readonly variants: { readonly [axis: string]: ChosenVariant };
  readonly placement: Placement;
  /** The weighted score of capability, performance, tenure and what else the policy names, where it has one. */
  readonly promotionScore?: Score;
  readonly decision: Decision;
  /** What the person is paid for the period, in the tier that they had in it; absent where the policy pays nothing. */
  readonly statement?: PolicyStatement;
  /** What the policy's rules of equity propose, one for each; only where the input names prices. */
  readonly grants?: readonly EquityGrant[];
  /** The standing that goes into the next review, and by which policy it is. */
  readonly standing: PolicyStanding;
}

/** The functions that a review runs in turn; each can be used alone. */
export interface PolicyFunctions {
  /** Evidence for all axes, and what else it depends on -> the score of each. */
  readonly score: Calculator<ScoreInput, Scores>;
  /** Scores -> the place in the matrix. */
  readonly classify: Classifier;
  /** Standing, placement and period -> the decision on the tier. */
  readonly adjust: Calculator<AdjustmentInput, Decision>;
  /** Tier, scores and amounts -> the statement; absent where the policy pays nothing. */
  readonly pay?: Calculator<PayInput, PolicyStatement>;
}

/** Runs the parts of a policy in turn for one person and one of the periods. */
export function compileReview(
  policy: CheckedPolicy,
  axes: readonly AxisChoices[],
  promotion: PromotionScorer | undefined,
  { score, classify, adjust, pay }: PolicyFunctions,
  grant: ReturnType<typeof compileEquity>,
  periods: ReviewedPeriods,
): Calculator<ReviewInput, Review> {
  const commissioned = new Set(
    policy.incentives?.flatMap((incentive) => (incentive.use === "commission" ? [incentive.on] : [])),
  );
  const payFor = compileReviewPay(policy, pay);
  const calculator = defineCalculator({
    title: "review",
    input: reviewInput,
    run(given, report): Review {
      const input = given as ReviewInput;
      const { person, period: reviewed } = input;
      const { standing } = input;
      if (periods === "in-force") checkInForce(policy, reviewed, report);
      const fits = checkStanding(standing, policy, reviewed, ["standing"], report);
      const attributes = attributesOf(input, report);
      const scores = report.within([], () => scoresOf(score(scoreInputOf(input, attributes))));
      const facts = scores && report.within([], () => factsIn(policy, given));
      const placement =
        scores && facts && report.within([], () => classify(placementInput(policy, given, scores, facts)));
      const promotionScore = scores && promotion?.(given, scores, report);
      const decision =
        placement &&
        fits &&
        (promotionScore !== undefined || promotion === undefined) &&
        report.within([], () => adjust(decisionInput(input, placement, promotionScore)));
      const paid = policy.tiers.some(({ id }) => id === standing.tier);
      const statement =
        scores && placement && facts && paid
          ? payFor(
              {
                input,
                known: given,
                attributes,
                facts,
                scores,
                placement,
                decision: decision || undefined,
                raw: amountsIn(input.evidence, commissioned, axes, attributes),
              },
              report,
            )
          : undefined;
      if (input.equity !== undefined && grant === undefined)
        report.add(["equity"], "unknown-property", "this policy grants no equity: take this away");
      const grants =
        scores && placement && facts && input.equity
          ? grant?.(
              personOf({ input, known: given, attributes, facts, scores, placement }),
              reviewed,
              input.equity,
              report,
            )
          : undefined;
      report.stop();
      const { id, label, effectiveFrom } = policy;
      return withoutAbsent<Review>({
        kind: "review",
        policy: withoutAbsent<Review["policy"]>({ id, label, effectiveFrom }),
        person: withoutAbsent<Review["person"]>({ id: person.id, label: person.label }),
        period: reviewed,
        scores: scores as Review["scores"],
        variants: variantsOf(axes, attributes),
        placement: placement as Placement,
        promotionScore: promotionScore || undefined,
        decision: decision as Decision,
        statement,
        grants,
        standing: Object.assign(
          {},
          (decision as Decision).standing,
          keptBands(policy, input.standing, placement as Placement, decision as Decision),
          { policy: versionOf(policy) },
        ),
      });
    },
  });
  return calculator as Calculator<ReviewInput, Review>;
}

/** The attributes of a person, of which the tier is that of the standing. */
export function attributesOf(
  { attributes = {}, standing }: ReviewInput,
  report: Report,
): Record<string, string> {
  if (Object.hasOwn(attributes, "tier") && attributes.tier !== standing.tier) {
    const message = `the tier is that of the standing, ${show(standing.tier)}: take this away`;
    report.add(["attributes", "tier"], "one-of", message);
  }
  return { ...attributes, tier: standing.tier };
}

/** What the scorers take of a review's input. */
export function scoreInputOf(input: ReviewInput, attributes: Readonly<Record<string, string>>): ScoreInput {
  const { evidence, period: reviewed, presence, previous, cohort } = input;
  return withoutAbsent<ScoreInput>({ evidence, attributes, period: reviewed, presence, previous, cohort });
}

/** The scores of all axes; without evidence enough for each, there is nothing to decide on. */
export function scoresOf(scores: Scores): Review["scores"] {
  const report = createReport("invalid-input", "review");
  for (const [axis, score] of Object.entries(scores)) {
    if (score.kind === "score") continue;
    const [reason] = explainScore(score, { axis });
    report.add(["evidence"], "insufficient-evidence", reason ?? "", { axis, because: score.because });
  }
  report.stop();
  return scores as Review["scores"];
}

/** The facts that a review's input states, and those that are worked out. */
export function factsIn({ adjustment }: CheckedPolicy, input: Checked<typeof reviewInput>): KnownFacts {
  return knownFacts(input.facts, input, adjustment.violations);
}

/** The scores of all axes, and what else the matrix looks at; a gate cannot judge an indicator or a group that has no score. */
export function placementInput(
  { axes, matrix: { gates = [] } }: CheckedPolicy,
  { person, standing, certificates, bands, calibrated }: Checked<typeof reviewInput>,
  scores: Review["scores"],
  facts: KnownFacts,
): PlacementInput {
  const previous: Record<string, string> = {};
  for (const axis of axes) {
    const band = own(standing.bands, axis.id);
    if (band !== undefined && axis.bands.some(({ id }) => id === band)) previous[axis.id] = band;
  }
  const { indicators, groups } = judgedScores(gates, scores);
  return withoutAbsent<PlacementInput>({
    scores: valuesOf(scores),
    indicators,
    groups,
    facts,
    certificates,
    cohort: bands as BandContext | undefined,
    person: person.id,
    calibrated: calibrated as Record<string, Calibrated> | undefined,
    previous,
  });
}

/** The bands that the next review has to know, as a margin may keep them; a review that is skipped leaves them as they were. */
function keptBands(
  { axes }: CheckedPolicy,
  { bands: before = {} }: PolicyStandingInput,
  { axes: placed }: Placement,
  { skipped }: Decision,
): Pick<PolicyStanding, "bands"> {
  const bands: Record<string, string> = {};
  for (const { id, margin } of axes) {
    if (margin === undefined) continue;
    const { band, calibrated } = placed.find(({ axis }) => axis === id) ?? {};
    const now = skipped ? own(before, id) : (calibrated?.band ?? band);
    if (now !== undefined) bands[id] = now;
  }
  return Object.keys(bands).length === 0 ? {} : { bands };
}

/** What the adjuster takes of a review's input. */
export function decisionInput(
  { period: reviewed, standing: given, events, facts, certificates, places }: ReviewInput,
  placement: Placement,
  promotionScore: Score | undefined,
): AdjustmentInput {
  const { policy: _source, bands: _bands, ...standing } = given;
  return withoutAbsent<AdjustmentInput>({
    period: reviewed,
    standing,
    placement,
    events,
    facts,
    certificates,
    places,
    promotionScore: promotionScore?.value,
  });
}
