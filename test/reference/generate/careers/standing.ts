import { type AdjustmentRules, periodEnd, type StandingInput, shiftPeriod } from "../../../../src/index.js";
import { monthsAfter } from "../../../../src/kernel/calendar.js";
import { write } from "../numbers.js";
import { names, type Random } from "../random.js";
import { somewhere } from "./aims.js";
import type { RulesPlan } from "./rules.js";

/** Where a person stands before the first period: often with a past. */
export function planStanding(random: Random, plan: RulesPlan, first: string): StandingInput {
  const { rules } = plan;
  const { id: tier } = random.pick(rules.tiers);
  const before = periodEnd(shiftPeriod(first, -1));
  const { history, reviewed } = planHistory(random, plan, first);
  const last = reviewed ?? history.at(-1)?.period;
  const since = random.pick(["2019-08-31", "2021-05-31", monthsAfter(before, -random.int(0, 20)), before]);
  const other = rules.tracks?.find(({ tiers }) => !tiers.includes(tier));
  return {
    tier,
    since,
    ...(history.length === 0 ? {} : { history }),
    ...(reviewed === undefined ? {} : { reviewed }),
    ...(random.chance(30)
      ? { lastChange: { direction: random.pick(["up", "down"] as const), on: since } }
      : {}),
    ...(random.chance(40) ? { points: write(random, somewhere(random, 0, 9)) } : {}),
    ...(random.chance(25) ? { plan: planOpenPlan(random, rules, first) } : {}),
    ...(random.chance(18) ? { trial: planOpenTrial(random, rules, first) } : {}),
    ...planViolationsBefore(random, rules, last === undefined ? before : periodEnd(last)),
    ...(other !== undefined && random.chance(35)
      ? { also: [{ tier: random.pick(other.tiers), since }] }
      : {}),
    ...planProtected(random, rules, before),
    ...(random.chance(15)
      ? { heldUntil: { date: monthsAfter(before, random.int(0, 18)), because: "transition" as const } }
      : {}),
  };
}

function planHistory(random: Random, { matrix, rules }: RulesPlan, first: string) {
  const gap = random.chance(15) ? 1 : 0;
  const history = names("", random.pick([0, 0, 1, 2, 3, 4])).map((_, back) => ({
    period: shiftPeriod(first, -1 - gap - back),
    scores: Object.fromEntries(
      matrix.axes
        .filter(() => random.chance(92))
        .map(({ id }) => [id, write(random, somewhere(random, 20, 90))] as const),
    ),
    proposal: random.pick(["up", "stay", "down"] as const),
    ...(random.chance(85)
      ? { at: Object.fromEntries(matrix.axes.map(({ id, bands }) => [id, random.pick(bands).id])) }
      : {}),
    ...(random.chance(8) ? { skipped: true as const } : {}),
  }));
  return {
    history: history.reverse(),
    reviewed: random.chance(30) && rules.cycle !== "year" ? shiftPeriod(first, -1) : undefined,
  };
}

function planOpenPlan(random: Random, { demote }: AdjustmentRules, first: string) {
  const most = demote?.plan?.extensions?.most ?? 0;
  return {
    opened: shiftPeriod(first, -random.int(1, 2)),
    deadline: periodEnd(shiftPeriod(first, random.int(0, 2))),
    actions: ["an earlier plan"],
    ...(most > 0 && random.chance(40) ? { extensions: random.int(1, most) } : {}),
  };
}

function planOpenTrial(random: Random, { trial }: AdjustmentRules, first: string) {
  const most = trial?.extensions?.most ?? 0;
  const until = random.pick([
    periodEnd(shiftPeriod(first, random.int(0, 3))),
    monthsAfter(`${periodEnd(first).slice(0, 8)}15`, random.int(0, 9)),
  ]);
  return { until, ...(most > 0 && random.chance(30) ? { extensions: random.int(1, most) } : {}) };
}

function planViolationsBefore(random: Random, { violations, tracks }: AdjustmentRules, before: string) {
  if (violations === undefined || random.chance(60)) return {};
  const past = names("old-", random.int(1, 3)).map((id) => ({
    id,
    severity: random.pick(violations.severities).id,
    date: monthsAfter(before, -random.int(0, 9)),
  }));
  const demotion = violations.consequences.findIndex(({ kind }) => kind === "demotion");
  const { id = `demotion-${demotion + 1}` } = violations.consequences[demotion] ?? {};
  const sanction = {
    consequence: id,
    violations: random.some(past, 1, 3).map((one) => one.id),
    steps: random.int(1, 2),
    ...(tracks === undefined || random.chance(30) ? {} : { track: random.pick(tracks).id }),
  };
  const inOrder = [...past].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1,
  );
  return { violations: inOrder, ...(demotion >= 0 && random.chance(50) ? { sanctions: [sanction] } : {}) };
}

function planProtected(random: Random, { protections }: AdjustmentRules, before: string) {
  if (protections === undefined || random.chance(75)) return {};
  const to = monthsAfter(before, random.int(1, 6));
  return { protections: [{ reason: random.pick(protections).reason, from: monthsAfter(before, -2), to }] };
}
