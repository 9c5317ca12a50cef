import {
  type AdjustmentInput,
  adjuster,
  classifier,
  type Decision,
  type Placement,
  type StandingInput,
} from "../../../../src/index.js";
import { plain } from "../../compared.js";
import { countReview, countStart } from "../../coverage/careers/review.js";
import type { Count } from "../../coverage/coverage.js";
import type { Random } from "../random.js";
import { type GivenReview, planPeriods, planReview } from "./reviews.js";
import type { RulesPlan } from "./rules.js";
import { planStanding } from "./standing.js";

const PERIODS = 12;

/** A person's career by some rules: what was given, and what came of it. */
export interface Career {
  readonly standing: StandingInput;
  readonly reviews: readonly GivenReview[];
  readonly ours: readonly unknown[];
}

type Bands = Readonly<Record<string, string>>;

/** Makes careers by the rules of a plan: each review looks at the standing and the bands that the one before left. */
export function careerMaker(random: Random, plan: RulesPlan, count: Count): () => Career {
  const review = reviewer(plan);
  return () => {
    const periods = planPeriods(random, plan, PERIODS);
    const start = planStanding(random, plan, periods[0] as string);
    const isStored = random.chance(50);
    countStart(start, isStored, plan.matrix, count);
    const scores = new Map();
    let standing = start;
    let bands: Bands = {};
    const reviews: GivenReview[] = [];
    const ours = periods.map((period) => {
      const given = planReview(random, plan, standing, period, scores);
      reviews.push(given);
      const { placement, decision } = review(given, standing, bands);
      countReview({ ...plan, given, standing, bands, placement, decision, count });
      bands = bandsAfter(bands, placement, decision);
      standing = isStored ? (plain(decision.standing) as StandingInput) : decision.standing;
      return compared(placement, decision);
    });
    return { standing: start, reviews, ours };
  };
}

/** Places a person, keeping bands by their margins, and decides. */
function reviewer({ matrix, rules }: RulesPlan) {
  const classify = classifier(matrix);
  const adjust = adjuster(rules);
  return (
    { scores, indicators, groups, ...given }: GivenReview,
    standing: StandingInput,
    previous: Bands,
  ) => {
    const { facts, certificates } = given;
    const known = { indicators, groups, facts, certificates, previous };
    const placement = scores === undefined ? undefined : classify({ scores, ...known });
    const input = { ...given, standing, ...(placement && { placement: { ...placement, scores } }) };
    return { placement, decision: adjust(input as AdjustmentInput) };
  };
}

/** The bands of this review; one that is skipped leaves them as they were. */
function bandsAfter(before: Bands, placement: Placement | undefined, { skipped }: Decision): Bands {
  if (placement === undefined || skipped) return before;
  return Object.fromEntries(placement.axes.map(({ axis, band }) => [axis, band]));
}

/** What is compared: all but the trace of a placement, and its scores, which stand by its axes too. */
function compared(placement: Placement | undefined, decision: Decision): unknown {
  if (placement === undefined) return plain({ placement: null, decision });
  const { kind: _kind, scores: _scores, trace: _trace, ...placed } = placement;
  return plain({ placement: placed, decision });
}
