import { adjuster } from "../../adjustment/adjuster.js";
import { parts } from "../../adjustment/conditions/condition.js";
import type { Condition } from "../../adjustment/conditions/schema.js";
import type { AdjustmentInput } from "../../adjustment/input.js";
import { ladderOf } from "../../adjustment/ladder.js";
import { allConditions, type CheckedRules } from "../../adjustment/rules.js";
import type { StandingInput } from "../../adjustment/standing.js";
import { classifier, type Placement } from "../../classification/classifier.js";
import { type GateSubject, subjectOf } from "../../classification/gates.js";
import { nextPeriod, type PeriodUnit } from "../../kernel/calendar.js";
import { exactDecimal } from "../../kernel/decimal.js";
import { readNumber } from "../../kernel/number.js";
import { add, compare, type Rational, ZERO } from "../../kernel/rational.js";
import { adjustmentPart, matrixPart } from "../parts.js";
import type { CheckedPolicy } from "../policy.js";
import type { ScoreRange } from "./ranges.js";
import type { Warn } from "./warning.js";

/** How many kinds of people are tried at most. */
const MOST_PEOPLE = 150;
const LONGEST_CAREER = 40;

type Scores = Readonly<Record<string, string>>;

/** One kind of person: scores that stay, and where they stand in the matrix. */
interface Kind {
  readonly scores: Scores;
  readonly placement: Placement;
}

/** Warns of people whose tier goes to and fro though their scores stay, and of better scores that come to a worse tier. */
export function warnOfCareers(
  policy: CheckedPolicy,
  ranges: ReadonlyMap<string, ScoreRange>,
  warn: Warn,
): void {
  const rules = { ...policy.adjustment, tiers: policy.tiers } as CheckedRules;
  const decide = decider(policy, rules);
  const kinds = kindsOf(policy, rules, ranges);
  warnOfFlicker(policy, rules, kinds, decide, warn);
  warnOfWorse(policy, rules, kinds, decide, warn);
}

type Decide = (
  period: string,
  standing: StandingInput,
  kind: Kind,
) => ReturnType<ReturnType<typeof adjuster>>;

/** Decides on people who have all certificates, every fact as it is asked for, and a promotion score that is enough. */
function decider(policy: CheckedPolicy, rules: CheckedRules): Decide {
  const adjust = adjuster(adjustmentPart(policy));
  const conditions = allConditions(rules);
  const facts = conditions.flatMap((one) =>
    one.kind === "fact" ? [[one.fact, one.atLeast ?? one.atMost ?? 0] as const] : [],
  );
  const computed = ["months-in-tier", "violations", "violation-points"];
  const wanted = conditions.flatMap((one) =>
    one.kind === "promotion-score" ? [readNumber(one.atLeast)] : [],
  );
  const highest = wanted.reduce((a, b) => (compare(a, b) > 0 ? a : b), ZERO);
  return (period, standing, { placement }) =>
    adjust({
      period,
      standing,
      placement,
      facts: Object.fromEntries(facts.filter(([name]) => !computed.includes(name))),
      certificates: conditions.flatMap((one) => (one.kind === "certificate" ? [one.certificate] : [])),
      promotionScore: exactDecimal(highest),
    } as AdjustmentInput);
}

/** People at every score where something begins: bands, thresholds, and the least score. */
function kindsOf(
  policy: CheckedPolicy,
  rules: CheckedRules,
  ranges: ReadonlyMap<string, ScoreRange>,
): readonly Kind[] {
  const classify = classifier(matrixPart(policy));
  const passing = passingGates(policy.matrix.gates);
  const all = policy.axes.reduce<readonly Scores[]>(
    (kinds, axis) =>
      kinds.flatMap((scores) =>
        cornersOf(axis.id, policy, rules, ranges).map((score) => ({ ...scores, [axis.id]: score })),
      ),
    [{}],
  );
  const every = Math.ceil(all.length / MOST_PEOPLE);
  return all
    .filter((_, index) => index % every === 0)
    .flatMap((scores) => {
      const placed = classify.safe({ scores, ...passing });
      return placed.ok ? [{ scores, placement: placed.value }] : [];
    });
}

/** What passes every gate, but for those on an axis. */
function passingGates(gates: CheckedPolicy["matrix"]["gates"] = []) {
  const subjects = gates.map((gate) => ({ ...subjectOf(gate), enough: gate.atLeast ?? gate.atMost }));
  const enough = (kind: GateSubject["kind"]) =>
    Object.fromEntries(subjects.flatMap((one) => (one.kind === kind ? [[one.id, one.enough]] : [])));
  return {
    indicators: enough("indicator"),
    groups: enough("group"),
    facts: enough("fact"),
    certificates: subjects.flatMap(({ kind, id }) => (kind === "certificate" ? [id] : [])),
  };
}

/** The scores of an axis at which something begins, in rising order. */
function cornersOf(
  axis: string,
  { axes }: CheckedPolicy,
  rules: CheckedRules,
  ranges: ReadonlyMap<string, ScoreRange>,
): readonly string[] {
  const range = ranges.get(axis) ?? {};
  const bands = axes.find(({ id }) => id === axis)?.bands ?? [];
  const thresholds = allConditions(rules).flatMap((one) =>
    "score" in one && one.axis === axis ? [readNumber(one.score)] : [],
  );
  const changes = allConditions(rules).flatMap((one) =>
    "by" in one && one.axis === axis ? [readNumber(one.by)] : [],
  );
  const starts = [
    ...(range.lowest === undefined ? [] : [range.lowest]),
    ...bands.flatMap(({ from }) => (from === undefined ? [] : [readNumber(from)])),
    ...thresholds,
  ];
  const more = starts.flatMap((start) => changes.map((by) => add(start, by)));
  const within = [...(starts.length === 0 ? [ZERO] : starts), ...more].filter((score) =>
    inside(score, range),
  );
  const sorted = within.sort(compare);
  return sorted
    .filter((score, index) => index === 0 || compare(score, sorted[index - 1] as Rational) !== 0)
    .map((score) => String(exactDecimal(score)));
}

function inside(score: Rational, { lowest, highest }: ScoreRange): boolean {
  return (
    (lowest === undefined || compare(score, lowest) >= 0) &&
    (highest === undefined || compare(score, highest) <= 0)
  );
}

const FIRST: Readonly<Record<PeriodUnit, string>> = {
  month: "3000-01",
  quarter: "3000-Q1",
  "half-year": "3000-H1",
  year: "3000",
};

/** Somebody who has been in a tier for long. */
function longIn(tier: string): StandingInput {
  return { tier, since: "2000-01-01" };
}

function warnOfFlicker(
  policy: CheckedPolicy,
  rules: CheckedRules,
  kinds: readonly Kind[],
  decide: Decide,
  warn: Warn,
): void {
  const length = Math.min(
    LONGEST_CAREER,
    6 + 4 * Math.max(1, ...allConditions(rules).map(reviewsOf)) + waits(rules),
  );
  for (const { id } of policy.tiers) {
    for (const kind of kinds) {
      const career = careerOf(kind, longIn(id), FIRST[rules.cycle], length, decide);
      const ways = new Set(career.flatMap(({ outcome }) => (outcome === "retained" ? [] : [outcome])));
      if (!ways.has("promoted") || !ways.has("demoted")) continue;
      const conditions = career.flatMap(({ outcome, conditions: all }) =>
        all.flatMap(({ met, purpose, id: name }) =>
          met && outcome === (purpose === "up" ? "promoted" : "demoted") ? [name] : [],
        ),
      );
      const named = [...new Set(conditions)];
      warn({
        path: ["adjustment"],
        code: "flicker",
        message: `scores that stay move the tier to and fro, by the conditions ${named.join(", ")}`,
        witness: {
          scores: kind.scores,
          tiers: [id, ...career.map(({ to }) => to)],
          conditions: named,
        },
      });
      return;
    }
  }
}

function reviewsOf(condition: Condition): number {
  return Math.max(1, ...parts(condition).map((one) => ("periods" in one ? (one.outOf ?? one.periods) : 1)));
}

/** How many reviews pass while rules make a move wait. */
function waits({ promote, demote, cycle }: CheckedRules): number {
  const months = [promote, demote].flatMap((one) => [
    one?.minimumMonthsInTier ?? 0,
    one?.coolingOffMonths ?? 0,
  ]);
  const unit = { month: 1, quarter: 3, "half-year": 6, year: 12 }[cycle];
  return Math.ceil(Math.max(0, ...months) / unit) * 2 + (demote?.plan?.periods ?? 0);
}

function careerOf(kind: Kind, start: StandingInput, first: string, length: number, decide: Decide) {
  const career: ReturnType<Decide>[] = [];
  let [period, standing] = [first, start];
  for (let index = 0; index < length; index += 1) {
    const decision = decide(period, standing, kind);
    career.push(decision);
    [period, standing] = [nextPeriod(period), decision.standing as StandingInput];
    if (seesBothWays(career)) break;
  }
  return career;
}

function seesBothWays(career: readonly ReturnType<Decide>[]): boolean {
  return ["promoted", "demoted"].every((way) => career.some(({ outcome }) => outcome === way));
}

/** Compares, from one standing, the decisions on two people of whom one has a better score on one axis. */
function warnOfWorse(
  policy: CheckedPolicy,
  rules: CheckedRules,
  kinds: readonly Kind[],
  decide: Decide,
  warn: Warn,
): void {
  const needed = Math.max(0, ...allConditions(rules).map(reviewsOf)) - 1;
  for (const { id } of policy.tiers) {
    const ladder = ladderOf(rules, id);
    for (const past of [undefined, ...kinds]) {
      const before = past === undefined ? [] : careerOf(past, longIn(id), FIRST[rules.cycle], needed, decide);
      if (before.some(({ to }) => to !== id) || (past !== undefined && before.length === 0)) continue;
      const last = before.at(-1);
      const [period, standing] =
        last === undefined
          ? [FIRST[rules.cycle], longIn(id)]
          : [nextPeriod(last.period), last.standing as StandingInput];
      const tiers = new Map(kinds.map((kind) => [kind, decide(period, standing, kind).to]));
      for (const [worse, better] of neighbours(kinds, policy)) {
        const [one, other] = [tiers.get(worse) ?? id, tiers.get(better) ?? id];
        if (ladder.indexOf(other) >= ladder.indexOf(one)) continue;
        warn({
          path: ["adjustment"],
          code: "better-is-worse",
          message: `from the tier ${id}, better scores come to the tier ${other} where worse ones come to ${one}`,
          witness: { tier: id, scores: worse.scores, better: better.scores, tiers: [one, other] },
        });
        return;
      }
    }
  }
}

/** Pairs of people who differ on one axis alone, by one step. */
function neighbours(kinds: readonly Kind[], { axes }: CheckedPolicy): readonly (readonly [Kind, Kind])[] {
  return axes.flatMap(({ id }) => {
    const others = ({ scores }: Kind) => JSON.stringify({ ...scores, [id]: "" });
    const groups = new Map<string, Kind[]>();
    for (const kind of kinds) groups.set(others(kind), [...(groups.get(others(kind)) ?? []), kind]);
    return [...groups.values()].flatMap((group) =>
      group.slice(1).map((better, index) => [group[index] as Kind, better] as const),
    );
  });
}
