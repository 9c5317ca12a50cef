import { stepsGivenBack } from "./appeals.js";
import type { ConditionResult, Situation } from "./conditions/result.js";
import { type CrossingResult, ofCrossing } from "./crossing.js";
import { heldUntilHolds } from "./held-until.js";
import { type Hold, protectionHolds } from "./holds.js";
import type { CheckedInput } from "./input.js";
import { nearer, stepFrom, stepsBetween, towards, trackOf } from "./ladder.js";
import { moveByConditions } from "./move.js";
import { judgeOpenPlan, newPlan, type PlanResult } from "./plans.js";
import type { CheckedRules } from "./rules.js";
import { type Because, because, inOrder, type Proposal } from "./sources.js";
import type { Sanction } from "./standing.js";
import type { TrialResult } from "./trial.js";
import type { Violations } from "./violations.js";

/** The conditions of a review, judged. */
export interface Judged {
  readonly conditions: readonly ConditionResult[];
  readonly requirements: readonly ConditionResult[];
}

/** What happened beside the review itself. */
export interface Happened {
  readonly violations: Violations;
  readonly crossing: CrossingResult | undefined;
  readonly trial: TrialResult | undefined;
  readonly skipped: boolean;
}

/** The tier that everything comes to. */
export interface Settled {
  readonly to: string;
  /** What decided on the tier; absent where nothing did, and the person stays. */
  readonly because?: Because;
  /** The demotion for violations that is in it, as an appeal would undo it. */
  readonly demotion?: Sanction;
  readonly holds: readonly Hold[];
  readonly plans: readonly PlanResult[];
  /** Whether a failed plan proposes an exit. */
  readonly planExit: boolean;
}

/** Puts together all that may move the tier, lets the first source of the order decide, and sees to the improvement plans. */
export function settle(
  input: CheckedInput,
  rules: CheckedRules,
  judged: Judged,
  situation: Situation,
  { violations, crossing, trial, skipped }: Happened,
): Settled {
  const { standing, period } = input;
  const terms = rules.demote?.plan;
  const held = [...protectionHolds(input, rules, "down"), ...heldUntilHolds(standing.heldUntil, period)];
  const waits = skipped || held.length > 0;
  const open = judgeOpenPlan(input, rules, judged.conditions, situation, waits);
  const move = moveByConditions(input, rules, { violations, trial, ...judged });
  const planFirst = move.direction === "down" && move.to !== undefined && terms?.timing === "before-demotion";
  const failed =
    open?.status === "failed"
      ? (terms?.onFail ?? (terms?.timing === "before-demotion" ? "demote" : undefined))
      : undefined;

  const proposals = [
    ...(move.to === undefined || planFirst ? [] : [{ because: because("condition", move.by), to: move.to }]),
    ...(failed === "demote" ? ofFailedPlan(input, rules) : []),
    ...ofAppointment(input),
    ...ofCrossing(crossing),
    ...ofViolations(input, rules, violations),
  ];
  const [winner, ...others] = inOrder(proposals, rules.order);
  const to = winner?.to ?? standing.tier;
  const moved = to !== standing.tier;
  const fresh =
    terms !== undefined && !moved && planFirst && open === undefined ? newPlan(period, terms) : undefined;
  const opened =
    terms !== undefined &&
    terms.timing === "with-demotion" &&
    (winner?.because.source === "condition" || winner?.because.source === "plan") &&
    towards(rules, standing.tier, to) === "down"
      ? newPlan(period, terms)
      : fresh;
  const inPlace = planFirst && failed !== "demote" ? (open ?? fresh) : undefined;
  const outranked = [
    ...(planFirst && winner !== undefined && moved && open === undefined ? [because("condition")] : []),
    ...others.map((other) => other.because),
  ];
  return {
    to,
    ...(winner === undefined ? {} : { because: winner.because }),
    ...(winner?.demotion === undefined ? {} : { demotion: winner.demotion }),
    holds: [
      ...move.holds,
      ...(inPlace === undefined
        ? []
        : [{ code: "plan", direction: "down", deadline: inPlace.deadline } as const]),
      ...(crossing === undefined || crossing.possible
        ? []
        : [{ code: "crossing", track: crossing.to } as const]),
      ...outranked.map(
        ({ source }) =>
          ({ code: "outranked", because: source, by: (winner as Proposal).because.source }) as const,
      ),
    ],
    plans: [
      ...(open === undefined ? [] : [moved ? closed(open, rules, standing.tier, to) : open]),
      ...(opened === undefined ? [] : [opened]),
    ],
    planExit: failed === "exit" && !moved,
  };
}

/** A move closes an open plan: a demotion as failed, any other as passed. */
function closed(plan: PlanResult, rules: CheckedRules, from: string, to: string): PlanResult {
  return { ...plan, status: towards(rules, from, to) === "down" ? "failed" : "passed" };
}

/** One tier down, where there is one above the floor. */
function ofFailedPlan({ standing }: CheckedInput, rules: CheckedRules): readonly Proposal[] {
  const below = stepFrom(rules, standing.tier, "down", 1);
  const { floor } = rules.demote ?? {};
  const to = floor === undefined ? below : nearer(rules, floor, below, "down");
  return towards(rules, standing.tier, to) === "down" ? [{ because: because("plan"), to }] : [];
}

/** What an appeal undoes, and then the demotion that violations bring about: told at one review, they count one after the other. */
function ofViolations(
  { standing }: CheckedInput,
  rules: CheckedRules,
  { sanctions, undone }: Violations,
): readonly Proposal[] {
  const [gravest] = sanctions
    .filter(({ kind }) => kind === "demotion")
    .sort((one, other) => (other.steps ?? 0) - (one.steps ?? 0));
  const steps = stepsGivenBack(undone, rules, standing.tier);
  const restored = steps === 0 ? standing.tier : stepFrom(rules, standing.tier, "up", steps);
  if (gravest === undefined) return steps === 0 ? [] : [{ because: because("appeal"), to: restored }];
  const to = stepFrom(rules, restored, "down", gravest.steps ?? 0);
  const track = trackOf(rules, restored)?.id;
  const demotion = {
    consequence: gravest.id,
    violations: gravest.violations,
    steps: stepsBetween(rules, restored, to),
    ...(track === undefined ? {} : { track }),
  };
  const goesUp = towards(rules, standing.tier, to) === "up";
  return [
    {
      because: goesUp ? because("appeal") : because("sanction", gravest),
      to,
      ...(to === restored ? {} : { demotion }),
    },
  ];
}

/** The latest appointment. */
function ofAppointment({ events }: CheckedInput): readonly Proposal[] {
  const last = events.flatMap((event) => (event.kind === "appointment" ? [event] : [])).at(-1);
  return last === undefined
    ? []
    : [{ because: because("appointment", { by: last.by, note: last.note }), to: last.to }];
}
