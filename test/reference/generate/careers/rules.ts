import type { AdjustmentRules, ConditionInput, Matrix } from "../../../../src/index.js";
import { fraction } from "../numbers.js";
import { names, type Random } from "../random.js";
import { type Aims, noAims, somewhere, written } from "./aims.js";
import { type Known, planConditions } from "./conditions.js";
import { planLabel, planMatrix } from "./matrix.js";
import { planCrossings, planTracks } from "./tracks.js";
import { planViolations } from "./violations.js";

/** A matrix and the rules of adjustment that go with it, and what is needed to aim people at their corners. */
export interface RulesPlan {
  readonly id: string;
  readonly matrix: Matrix;
  readonly rules: AdjustmentRules;
  readonly aims: Aims;
  /** Whether people compete for places. */
  readonly places: boolean;
}

const SOURCES = ["sanction", "appeal", "appointment", "crossing", "plan", "condition"] as const;

export function planRules(random: Random, id: string): RulesPlan {
  const aims = noAims();
  const matrix = planMatrix(random, aims);
  const { axes } = matrix;
  const tiers = (matrix.tiers ?? []).map((tier) => tier.id);
  const known: Known = { axes, tiers, aims };
  const tracks = random.chance(40) && tiers.length > 2 ? planTracks(random, tiers) : undefined;
  const sides = random.pick(["both", "both", "both", "both", "both", "promote", "demote"] as const);
  const rules: AdjustmentRules = {
    tiers: matrix.tiers ?? [],
    axes: axes.map(({ margin: _margin, relative: _relative, ...axis }) => axis),
    cycle: random.pick(["month", "quarter", "half-year", "year"] as const),
    ...(random.chance(50) ? { trial: planTrial(random, known) } : {}),
    ...(sides === "demote" ? {} : { promote: planPromote(random, known) }),
    ...(sides === "promote" ? {} : { demote: planDemote(random, known) }),
    ...(sides === "both" || random.chance(20)
      ? { precedence: random.pick(["promote", "demote", "retain"] as const) }
      : {}),
    points: planPoints(random, known),
    ...(random.chance(55) ? { protections: planProtections(random) } : {}),
    ...(random.chance(60) ? { violations: planViolations(random) } : {}),
    ...(tracks === undefined ? {} : { tracks, crossings: planCrossings(random, known, tracks) }),
    ...(random.chance(40) ? { order: shuffled(random, random.some(SOURCES, 1, 6)) } : {}),
  };
  return { id, matrix, rules: withoutUnused(random, rules), aims, places: random.chance(60) };
}

/** The same without points where no condition counts them; there are to be rules without any. */
function withoutUnused(random: Random, { points, ...rules }: AdjustmentRules): AdjustmentRules {
  const counted = JSON.stringify(rules).includes('"kind":"points"');
  return points === undefined || (!counted && random.chance(80)) ? rules : { ...rules, points };
}

function planMoves(random: Random, when: readonly ConditionInput[]) {
  if (random.chance(15)) return planUrgent(random, when);
  return {
    when,
    ...(random.chance(35) ? { minimumMonthsInTier: random.pick([0, 1, 3, 6, 7, 12, 18]) } : {}),
    ...(random.chance(35) ? { coolingOffMonths: random.pick([1, 3, 6, 12, 18, 24]) } : {}),
    ...(random.chance(35) ? { mostSteps: random.pick([1, 1, 2]) } : {}),
  };
}

/** The first condition twice: held back by the time in the tier, and exempt from it, so that the move is by the other. */
function planUrgent(random: Random, [first, ...others]: readonly ConditionInput[]) {
  const { exempt: _exempt, ...plain } = first as ConditionInput;
  const urgent = { ...plain, id: "urgent", exempt: ["minimum-time", "cooling-off"] as const };
  return {
    when: [plain, urgent, ...others] as readonly ConditionInput[],
    minimumMonthsInTier: random.pick([12, 18, 24]),
    mostSteps: 1,
  };
}

function planPromote(random: Random, known: Known): NonNullable<AdjustmentRules["promote"]> {
  return {
    ...planMoves(random, planConditions(random, known, "up", 4)),
    ...(random.chance(30) ? { requires: planConditions(random, known, "requirement", 2) } : {}),
    ...(random.chance(25) ? { ceiling: random.pick(known.tiers) } : {}),
  };
}

function planDemote(random: Random, known: Known): NonNullable<AdjustmentRules["demote"]> {
  return {
    ...planMoves(random, planConditions(random, known, "down", 3)),
    ...(random.chance(25) ? { floor: random.pick(known.tiers) } : {}),
    ...(random.chance(70) ? { plan: planPlan(random, known) } : {}),
  };
}

function planPlan(random: Random, known: Known): NonNullable<NonNullable<AdjustmentRules["demote"]>["plan"]> {
  return {
    ...random.pick([
      {},
      { timing: "with-demotion" },
      { timing: "before-demotion" },
      { timing: "before-demotion" },
    ]),
    periods: random.int(1, 3),
    actions: random.some(["mentor", { en: "course", "zh-CN": "课程" }, "talks"], 1, 3),
    ...(random.chance(50) ? { targets: planConditions(random, known, "requirement", 2) } : {}),
    ...(random.chance(60) ? { extensions: { most: random.int(1, 3), periods: random.int(1, 2) } } : {}),
    ...random.pick([{}, { onFail: "demote" as const }, { onFail: "exit" as const }]),
  };
}

function planTrial(random: Random, known: Known): NonNullable<AdjustmentRules["trial"]> {
  return {
    months: random.int(1, 12),
    ...(random.chance(50) ? { pass: planConditions(random, known, "requirement", 2) } : {}),
    ...(random.chance(60) ? { extensions: { most: random.int(1, 2), months: random.int(1, 9) } } : {}),
  };
}

function planPoints(random: Random, { axes }: Known): NonNullable<AdjustmentRules["points"]> {
  const awards = names("", random.int(1, 4)).map(() => {
    const named = random.some(axes, 1, axes.length);
    return {
      at: Object.fromEntries(named.map(({ id, bands }) => [id, random.pick(bands).id])),
      points: written(random, random.pick([somewhere(random, 0, 5), somewhere(random, 0, 5), fraction(-1)])),
    };
  });
  return {
    awards,
    ...random.pick([
      {},
      { onPromotion: "reset" },
      { onPromotion: "keep" },
      { onPromotion: "spend" },
      { onPromotion: "spend" },
    ] as const),
    ...random.pick([{}, { onDemotion: "keep" }, { onDemotion: "reset" }] as const),
  };
}

function planProtections(random: Random): NonNullable<AdjustmentRules["protections"]> {
  return names("reason", random.int(1, 3)).map((reason) => ({
    reason,
    ...planLabel(random),
    ...(random.chance(60) ? { holds: random.some(["promotion", "demotion"] as const, 0, 2) } : {}),
    ...(random.chance(50) ? { review: random.pick(["counts", "is-skipped", "is-skipped"] as const) } : {}),
  }));
}

export function shuffled<T>(random: Random, list: readonly T[]): readonly T[] {
  const left = [...list];
  return list.map(() => left.splice(random.int(0, left.length - 1), 1)[0] as T);
}
