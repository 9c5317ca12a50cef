import * as z from "zod/mini";
import type { Decision } from "../../adjustment/adjuster.js";
import { ladderOf } from "../../adjustment/ladder.js";
import type { CheckedRules } from "../../adjustment/rules.js";
import {
  type Calculator,
  type CalculatorFactory,
  defineCalculator,
  defineFactory,
} from "../../kernel/calculator.js";
import { exactDecimal } from "../../kernel/decimal.js";
import { id } from "../../kernel/fields.js";
import { readNumber } from "../../kernel/number.js";
import type { Rational } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { lazySchema } from "../../kernel/schema.js";
import { notAmong } from "../../kernel/show.js";
import type { Score } from "../../scoring/score.js";
import { checkPolicyParts } from "../check.js";
import { type CompiledPolicy, compile } from "../compile.js";
import { checkInForce } from "../in-force.js";
import { partsOf } from "../parts.js";
import { type CheckedPolicy, type Policy, policySchema } from "../policy.js";
import { compilePromotion } from "../promotion.js";
import { attributesOf, decisionInput, factsIn, placementInput, scoreInputOf, scoresOf } from "../review.js";
import { type ReviewInput, reviewInput } from "../review-input.js";
import { chosen, compileChoices } from "../scores.js";
import { checkStanding } from "../standing.js";
import { indicatorRange, scoreByIndicators } from "./by-indicators.js";
import { cornersOf } from "./corners.js";
import { compilePlacesNeeded, grantedIn } from "./places-needed.js";
import { type IndicatorStep, type PathStep, type PathTo, stepOf } from "./result.js";
import { leastThatReaches } from "./search.js";

const pathInput = /* @__PURE__ */ lazySchema(() => z.extend(reviewInput(), { to: id() }));

/** A person's review, and the tier that it should come to. */
export interface PathInput extends ReviewInput {
  readonly to: string;
}

/**
 * What a person would need for a tier at one review (M17): the least rise on each axis, and on each single indicator given all others, that comes to
 * the tier or a higher one, with gates and all rules. The scores are searched on the grid of their declared decimals: the value given is enough, one step of the
 * grid less is not. Where no single score is enough, `best` says what all of them at their best would come to, and what would still hold the move back,
 * as a minimum time or a second review in a row.
 *
 * Limited places: a review alone knows only of those in its input. `now` and `reached` are by them. What would be enough is searched as if no place were refused, since other scores are another
 * rank; which place it takes, `placesNeeded` says with it, and only `reviewGroup` says who gets one. Where the scores as they are would be enough but for a place that was refused, `onlyPlaceMissing` says so. The quotas
 * are those of the person's group, by `attributes`.
 *
 * Errors: those of a review, and a tier that is not on the person's ladder (`unknown-tier`).
 *
 * @example
 * ```ts
 * import { pathTo } from "tierwise";
 *
 * const points = { kind: "points" as const };
 * const path = pathTo({
 *   format: 1, id: "p", effectiveFrom: "2026-01-01",
 *   axes: [{
 *     id: "performance", bands: [{ id: "low" }, { id: "high", from: 80 }],
 *     indicators: [{ id: "sales", weight: "50%", measure: points }, { id: "service", weight: "50%", measure: points }],
 *   }],
 *   tiers: [{ id: "junior" }, { id: "senior" }],
 *   matrix: { cells: [{ at: { performance: "low" }, move: "stay" }, { at: { performance: "high" }, move: "up" }] },
 *   adjustment: { cycle: "quarter", promote: { when: [{ kind: "cell" }] } },
 * });
 * const found = path({
 *   person: { id: "k1" }, period: "2026-Q1", to: "senior",
 *   standing: { tier: "junior", since: "2025-01-01" }, evidence: { sales: 70, service: 50 },
 * });
 * found.axes; // => [{ id: "performance", score: "60", needed: "80", rise: "20", decimals: 2 }]
 * found.indicators.map(({ id, needed }) => [id, needed]); // => [["sales", undefined], ["service", "89.99"]]
 * ```
 */
export const pathTo: CalculatorFactory<Policy, PathInput, PathTo> = /* @__PURE__ */ defineFactory({
  title: "pathTo",
  config: policySchema,
  check: checkPolicyParts,
  compile: (policy) => compilePath(policy, compile(policy)),
});

type Scored = Readonly<Record<string, Score>>;

function compilePath(
  policy: CheckedPolicy,
  { score, classify, adjust }: CompiledPolicy,
): Calculator<PathInput, PathTo> {
  const parts = partsOf(policy);
  const choices = compileChoices(policy, parts);
  const promotion = compilePromotion(parts);
  const placesFor = compilePlacesNeeded(policy);
  const rules = { ...policy.adjustment, tiers: policy.tiers } as CheckedRules;
  const labelOf = (tier: string) => {
    const label = policy.tiers.find((one) => one.id === tier)?.label;
    return label === undefined ? {} : { toLabel: label };
  };
  const calculator = defineCalculator({
    title: "pathTo",
    input: pathInput,
    run({ to, ...given }, report): PathTo {
      const input = given as ReviewInput;
      const ladder = ladderOf(rules, given.standing.tier);
      if (!ladder.includes(to))
        report.add(["to"], "unknown-tier", notAmong(ladder, "a tier of the person's ladder", to), {
          tier: to,
        });
      checkInForce(policy, input.period, report);
      checkStanding(input.standing, policy, input.period, ["standing"], report);
      const attributes = attributesOf(input, report);
      const scores = report.within([], () => scoresOf(score(scoreInputOf(input, attributes)))) as Scored;
      report.stop();
      const granted = grantedIn(input);
      const facts = factsIn(policy, given);
      const decide = (changed: Scored, places: ReviewInput["places"] = granted) => {
        const placement = classify(placementInput(policy, given, changed, facts));
        const promotionScore = promotion?.(given, changed, report);
        report.stop();
        const known = { ...input, ...(places === undefined ? {} : { places }) };
        return { placement, decision: adjust(decisionInput(known, placement, promotionScore)) };
      };
      const { placement, decision } =
        report.within([], () => decide(scores, input.places)) ?? stopped(report);
      const isThere = ({ to: tier }: Decision) => ladder.indexOf(tier) >= ladder.indexOf(to);
      const reached = isThere(decision);
      const isEnough = reached || isThere(decide(scores).decision);
      const reaches = (axis: string, changed: Score | undefined) =>
        changed !== undefined && isThere(decide({ ...scores, [axis]: changed }).decision);
      const placesWith = (changed: Scored, isMeant = isThere, known = granted) =>
        placesFor(
          { attributes, places: input.places },
          known,
          (places) => decide(changed, places).decision,
          isMeant,
        );
      const wayBy = (axis: string, score: Score | undefined) =>
        score === undefined ? {} : placesWith({ ...scores, [axis]: score });

      const dimensions = policy.axes.map((axis, index) => {
        const { schema, score: own } = chosen(choices[index] as (typeof choices)[number], attributes);
        const { highest } = own.range;
        return { axis, schema, found: scores[axis.id] as Score, highest: highest && readNumber(highest) };
      });
      const axes = dimensions.map(({ axis, schema, found, highest }): PathStep => {
        const { scoreDecimals = 2 } = schema;
        const present = readNumber(found.value);
        const changedTo = (value: Rational) => ({ ...found, value: exactDecimal(value) });
        const needed = isEnough
          ? undefined
          : leastThatReaches((value) => reaches(axis.id, changedTo(value)), {
              from: present,
              highest,
              corners: cornersOf(axis, rules, present),
              decimals: scoreDecimals,
            });
        return {
          ...stepOf(axis, present, needed, scoreDecimals),
          ...(needed === undefined ? {} : wayBy(axis.id, changedTo(needed))),
        };
      });
      const indicators = dimensions.flatMap(({ axis, schema, found }) => {
        const scoreBy = scoreByIndicators(schema, found, input.evidence);
        const { decimals = 4 } = schema;
        return found.indicators.flatMap((indicator): readonly IndicatorStep[] => {
          if (indicator.score === undefined) return [];
          const present = readNumber(indicator.score);
          const highest = indicatorRange(schema, indicator.id)?.highest;
          const needed = isEnough
            ? undefined
            : leastThatReaches((value) => reaches(axis.id, scoreBy(indicator.id, value)), {
                from: present,
                highest,
                corners: [],
                decimals,
              });
          const step = stepOf(indicator, present, needed, decimals);
          return [
            {
              ...step,
              axis: axis.id,
              ...(needed === undefined ? {} : wayBy(axis.id, scoreBy(indicator.id, needed))),
            },
          ];
        });
      });
      const atBest: Scored = Object.fromEntries(
        dimensions.map(({ axis, found, highest }) => [
          axis.id,
          highest === undefined ? found : { ...found, value: exactDecimal(highest) },
        ]),
      );
      const best = decide(atBest).decision;
      return {
        kind: "path",
        from: given.standing.tier,
        to,
        ...labelOf(to),
        now: decision.to,
        reached,
        ...(isEnough && !reached ? { onlyPlaceMissing: true } : {}),
        ...(isEnough ? placesWith(scores, isThere, reached ? input.places : granted) : {}),
        axes,
        indicators,
        gates: placement.gates.filter(({ passed }) => !passed),
        best: {
          to: best.to,
          ...labelOf(best.to),
          holds: best.holds,
          ...(isThere(best) ? {} : unmetOf(best)),
          ...placesWith(atBest, ({ to: tier }) => tier === best.to),
        },
      };
    },
  });
  return calculator as Calculator<PathInput, PathTo>;
}

/** What of promotion a decision does not meet: its requirements, and its conditions where none of them is met. */
function unmetOf({ conditions, requirements }: Decision): Pick<PathTo["best"], "unmet"> {
  const up = conditions.filter(({ purpose }) => purpose === "up");
  const unmet = [...(up.some(({ met }) => met) ? [] : up), ...requirements].filter(({ met }) => !met);
  return unmet.length === 0 ? {} : { unmet };
}

function stopped(report: Report): never {
  report.stop();
  throw new Error("a report without problems did not stop");
}
