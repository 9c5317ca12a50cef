import type { Policy } from "../../../src/index.js";
import { add, type Rational } from "../../../src/kernel/rational.js";
import type { AxisPlan } from "./axes.js";
import { fraction, write } from "./numbers.js";
import { names, type Random } from "./random.js";

type Trigger = NonNullable<Policy["adjustment"]["promote"]>["when"][number];
type Cell = NonNullable<Policy["matrix"]["cells"]>[number];
type Gate = NonNullable<Policy["matrix"]["gates"]>[number];

/** A gate's indicator and minimum. */
export interface GateAim {
  readonly indicator: string;
  readonly atLeast: Rational;
}

/** What conditions compare the score of an axis with. */
export interface TriggerAims {
  readonly axis: string;
  readonly kind: "level" | "change";
  readonly by: Rational;
}

const MOVES = ["up", "stay", "down"] as const;

export function planCells(
  random: Random,
  axes: readonly AxisPlan[],
  tiers: readonly string[],
): readonly Cell[] {
  const positions = axes.reduce<readonly Cell["at"][]>(
    (all, { config }) => all.flatMap((at) => config.bands.map((band) => ({ ...at, [config.id]: band.id }))),
    [{}],
  );
  return positions.map((at) => {
    const says = random.pick(["tier", "move", "both"] as const);
    return {
      at,
      ...(says === "move" ? {} : { tier: random.pick(tiers) }),
      ...(says === "tier" ? {} : { move: random.pick(MOVES) }),
      ...(random.chance(50) ? {} : { actions: random.some(["coaching", "training", "stretch"], 0, 2) }),
    };
  });
}

export function planGates(random: Random, axes: readonly AxisPlan[]) {
  const indicators = axes.flatMap((axis) => axis.indicators.map(({ id }) => id));
  const count = random.pick([0, 1, 2, 3]);
  const aims = names("gate", count).map((): GateAim => {
    const least = random.pick([
      fraction(random.int(5, 55)),
      fraction(random.int(50, 550), 10),
      fraction(100, 3),
    ]);
    return { indicator: random.pick(indicators), atLeast: least };
  });
  const gates = aims.map(
    ({ indicator, atLeast }, index): Gate => ({
      id: `gate${index + 1}`,
      indicator,
      atLeast: write(random, atLeast),
      onFail: random.chance(65) ? "block-promotion" : "veto",
    }),
  );
  return { gates, aims };
}

export function planAdjustment(random: Random, axes: readonly AxisPlan[]) {
  const aims: TriggerAims[] = [];
  const when = (direction: "up" | "down") =>
    names(direction, random.int(1, 3)).map((id) => planTrigger(random, id, direction, axes, aims));
  const sides = random.pick(["both", "both", "both", "both", "promote", "demote"] as const);
  const plan = { periods: random.int(1, 3), actions: random.some(["mentor", "course", "talks"], 1, 3) };
  const adjustment: Policy["adjustment"] = {
    cycle: random.pick(["month", "quarter", "half-year", "year"] as const),
    ...(sides === "demote" ? {} : { promote: { when: when("up"), ...minimumMonths(random) } }),
    ...(sides === "promote"
      ? {}
      : { demote: { when: when("down"), ...minimumMonths(random), ...(random.chance(60) ? { plan } : {}) } }),
    ...(sides === "both" || random.chance(30)
      ? { precedence: random.pick(["promote", "demote", "retain"] as const) }
      : {}),
  };
  return { adjustment, aims };
}

function minimumMonths(random: Random) {
  return random.chance(45) ? { minimumMonthsInTier: random.pick([0, 1, 3, 6, 7, 12, 18]) } : {};
}

function planTrigger(
  random: Random,
  id: string,
  direction: "up" | "down",
  axes: readonly AxisPlan[],
  aims: TriggerAims[],
): Trigger {
  const level =
    direction === "up"
      ? (["at-least", "at-least", "below"] as const)
      : (["below", "below", "at-least"] as const);
  const kind = random.pick(["cell", "rise", "fall", ...level] as const);
  const periods = random.pick([undefined, 1, 1, 2, 2, 3]);
  const shared = { id, ...(periods === undefined ? {} : { periods }) };
  if (kind === "cell") return { ...shared, kind };
  const { config, unit } = random.pick(axes);
  if (kind === "rise" || kind === "fall") {
    const by = add(fraction(random.int(1, 12)), random.pick([fraction(0), unit, fraction(1, 3)]));
    aims.push({ axis: config.id, kind: "change", by });
    return { ...shared, kind, axis: config.id, by: write(random, by) };
  }
  const by = add(fraction(random.int(30, 70)), random.pick([fraction(0), unit, fraction(2, 3)]));
  aims.push({ axis: config.id, kind: "level", by });
  return { ...shared, kind, axis: config.id, score: write(random, by) };
}
