import {
  adjuster,
  classifier,
  type Decision,
  type Placement,
  type StandingInput,
} from "../../../../src/index.js";
import { plain } from "../../compared.js";
import type { Random } from "../random.js";
import { type GivenReview, planPeriods, planReview } from "./reviews.js";
import type { RulesPlan } from "./rules.js";
import { planStanding } from "./standing.js";

type Review = ReturnType<typeof reviewer>;

export interface Career {
  readonly rules: string;
  readonly standing: StandingInput;
  readonly reviews: readonly GivenReview[];
  readonly ours: readonly unknown[];
}

/** Places a person, keeping bands by their margins, and decides. */
export function reviewer({ matrix, rules }: RulesPlan) {
  const classify = classifier(matrix);
  const adjust = adjuster(rules);
  return (given: GivenReview, standing: StandingInput, previous: Readonly<Record<string, string>>) => {
    const { scores, indicators = {}, groups = {}, ...rest } = given;
    const { facts = {}, certificates = [] } = rest;
    const placement = scores && classify({ scores, indicators, groups, facts, certificates, previous });
    const decision = adjust({
      ...rest,
      standing,
      ...(placement === undefined ? {} : { placement: { ...placement, scores } }),
    } as never);
    return { placement, decision };
  };
}

/** Reviews one after the other, each with the standing and the bands that the one before left. */
export function planCareer(random: Random, plan: RulesPlan, review: Review, periodCount: number): Career {
  const periods = planPeriods(random, plan, periodCount);
  const start = planStanding(random, plan, periods[0] as string);
  const memory = { scores: new Map() };
  const isStored = random.chance(50);
  let standing = start;
  let bands: Readonly<Record<string, string>> = {};
  const reviews: GivenReview[] = [];
  const ours = periods.map((period) => {
    const given = planReview(random, plan, standing, period, memory);
    reviews.push(given);
    const { placement, decision } = review(given, standing, bands);
    if (placement !== undefined && !decision.skipped)
      bands = Object.fromEntries(placement.axes.map(({ axis, band }) => [axis, band]));
    standing = (isStored ? plain(decision.standing) : decision.standing) as StandingInput;
    return compared(placement, decision);
  });
  return { rules: plan.id, standing: start, reviews, ours };
}

function compared(placement: Placement | undefined, decision: Decision): unknown {
  if (placement === undefined) return plain({ placement: null, decision });
  const { kind: _kind, scores: _scores, trace: _trace, ...placed } = placement;
  return plain({ placement: placed, decision });
}
