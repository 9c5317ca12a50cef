import {
  type AdjustmentInput,
  type PlacementInput,
  type Standing,
  type StandingInput,
  shiftPeriod,
} from "../../../../src/index.js";
import { periodEnd, periodStart } from "../../../../src/kernel/calendar.js";
import { add, type Rational, subtract } from "../../../../src/kernel/rational.js";
import { fraction, write } from "../numbers.js";
import type { Random } from "../random.js";
import { CERTIFICATES, FACTS, near, somewhere } from "./aims.js";
import { planEvents } from "./events.js";
import type { RulesPlan } from "./rules.js";

/** One review, without the standing; without scores where a protection skips it. */
export interface GivenReview
  extends Pick<AdjustmentInput, "period" | "events" | "facts" | "certificates" | "promotionScore" | "places">,
    Pick<PlacementInput, "indicators" | "groups"> {
  readonly scores?: PlacementInput["scores"];
}

const FIRST_PERIODS = {
  month: ["2023-11", "2024-02", "2024-01"],
  quarter: ["2023-Q4", "2024-Q1", "2024-Q3"],
  "half-year": ["2023-H2", "2024-H1"],
  year: ["2023", "2024"],
} as const;

/** The periods that are reviewed; some between them are not. */
export function planPeriods(random: Random, { rules }: RulesPlan, count: number): readonly string[] {
  const periods: string[] = [random.pick<string>(FIRST_PERIODS[rules.cycle])];
  while (periods.length < count)
    periods.push(shiftPeriod(periods.at(-1) as string, random.pick([1, 1, 1, 1, 1, 1, 1, 1, 2, 3])));
  return periods;
}

/** What is given at a review; `memory` holds the scores of the one before, so that they rise and fall by what rules ask for. */
export function planReview(
  random: Random,
  plan: RulesPlan,
  standing: StandingInput,
  period: string,
  memory: Map<string, Rational>,
): GivenReview {
  const events = planEvents(random, plan, standing as Standing, period);
  const untold = random.chance(60) && isSkipped(plan, standing, events, period);
  const places = plan.places && random.chance(80) ? { places: planPlaces(random, plan) } : {};
  return {
    period,
    ...(untold ? {} : { scores: planScores(random, plan, memory) }),
    indicators: { quality: number(random, plan.aims.indicators.get("quality"), 10, 60) },
    groups: { conduct: number(random, plan.aims.groups.get("conduct"), 10, 60) },
    facts: Object.fromEntries(
      FACTS.map((fact) => [fact, number(random, plan.aims.facts.get(fact), 0, 5)] as const),
    ),
    certificates: random.some(CERTIFICATES, 0, 2),
    promotionScore: number(random, plan.aims.promotionScores, 20, 70),
    ...(events.length === 0 && random.chance(50) ? {} : { events }),
    ...places,
  };
}

/** A number near one of those that rules look for, or anywhere. */
function number(random: Random, aims: readonly Rational[] = [], from: number, to: number): number | string {
  const aimed = aims.length > 0 && random.chance(60);
  return write(random, aimed ? near(random, random.pick(aims)) : somewhere(random, from, to));
}

function planScores(random: Random, { matrix, aims }: RulesPlan, memory: Map<string, Rational>) {
  const scores = matrix.axes.map(({ id }) => {
    const before = memory.get(id);
    const levels = aims.levels.get(id) ?? [fraction(50)];
    const changes = before === undefined ? [] : (aims.changes.get(id) ?? []);
    const moved = changes.flatMap((by) => [add(before as Rational, by), subtract(before as Rational, by)]);
    const kept = before === undefined ? [] : [before, before];
    const score = near(
      random,
      random.pick([...levels, ...moved, ...kept, somewhere(random, 10, 95), somewhere(random, 10, 95)]),
    );
    memory.set(id, score);
    return [id, write(random, score)] as const;
  });
  return Object.fromEntries(scores);
}

function planPlaces(random: Random, { rules }: RulesPlan) {
  const tiers = rules.tiers.filter(() => random.chance(60));
  return Object.fromEntries(
    tiers.map(({ id }) => [
      id,
      {
        granted: random.chance(55),
        ...(random.chance(60) ? { rank: random.int(1, 9) } : {}),
        ...(random.chance(40) ? { waiting: random.int(1, 5) } : {}),
      },
    ]),
  );
}

/** Whether a protection that is known skips the review. */
function isSkipped(
  { rules }: RulesPlan,
  standing: StandingInput,
  events: NonNullable<AdjustmentInput["events"]>,
  period: string,
): boolean {
  const told = events.flatMap((event) => (event.kind === "protection" ? [event] : []));
  return [...(standing.protections ?? []), ...told].some(
    ({ reason, from, to }) =>
      from <= periodEnd(period) &&
      to >= periodStart(period) &&
      rules.protections?.some((one) => one.reason === reason && one.review === "is-skipped"),
  );
}
