import { type GroupReviewInput, type Policy, periodContains, periodEnd, type Review } from "tierwise";
import type { EvidenceRow } from "./evidence.js";
import type { Figures } from "./generate/figures.js";
import type { LoadedPolicy } from "./policy.js";
import type { Person } from "./standings.js";

type GroupPay = Required<Pick<GroupReviewInput, "pools" | "honours">>;

/** One of the people of a period. */
export interface GroupRow {
  readonly row: EvidenceRow;
  readonly person: Person;
  /** The reviews before. */
  readonly past: readonly Review[];
}

/** What the pools and honours of a period are worked out from: sums of the teams' evidence, figures of months, and means of the year. */
export function groupPayOf(
  policy: LoadedPolicy,
  period: string,
  rows: readonly GroupRow[],
  figures: Figures,
): GroupPay {
  const scored = rows.flatMap((row): readonly Scored[] => {
    const { input } = row.row;
    const attributes = { ...row.person.attributes, tier: row.person.standing.tier };
    const scores = policy.compiled.score.safe({ evidence: input.evidence, attributes });
    if (!scores.ok) return [];
    const values = Object.entries(scores.value).flatMap(([axis, score]) =>
      score.kind === "score" ? [[axis, Number(score.value)] as const] : [],
    );
    return [{ ...row, scores: Object.fromEntries(values) }];
  });
  return {
    pools: poolsOf(policy.document, scored),
    honours: honoursOf(policy.document, period, scored, figures),
  };
}

interface Scored extends GroupRow {
  readonly scores: Readonly<Record<string, number>>;
}

/** For each team: what it reached and was to reach, by indicator, and its members' mean on the last axis. */
function poolsOf({ incentives = [], axes }: Policy, rows: readonly Scored[]): GroupPay["pools"] {
  const last = axes.at(-1)?.id ?? "";
  const pools = incentives.flatMap((incentive) => {
    if (incentive.use !== "teamPool" || incentive.within === undefined) return [];
    const { within } = incentive;
    const teams = [...new Set(rows.flatMap(({ person }) => person.attributes[within] ?? []))].sort();
    const entries = teams.map((team) => {
      const members = rows.filter(({ person }) => person.attributes[within] === team);
      const score = mean(members.map(({ scores }) => scores[last] ?? 0)).toFixed(2);
      return { team, figures: sumsOf(members), ...(incentive.score === undefined ? {} : { score }) };
    });
    return [[incentive.id ?? incentive.use, entries] as const];
  });
  return Object.fromEntries(pools);
}

/** Of each indicator with a target the sum of what was reached, and of the targets. */
function sumsOf(members: readonly Scored[]): Readonly<Record<string, string>> {
  const sums = new Map<string, number>();
  const add = (name: string, value: unknown) => sums.set(name, (sums.get(name) ?? 0) + Number(value));
  for (const { row } of members) {
    for (const [indicator, given] of Object.entries(row.input.evidence)) {
      if (typeof given !== "object" || given === null || !("actual" in given && "target" in given)) continue;
      add(indicator, given.actual);
      add(`${indicator}-target`, given.target);
    }
  }
  return Object.fromEntries([...sums].map(([name, sum]) => [name, sum.toFixed(2)]));
}

/** Rewards for recruits, the months that have figures, and the year that the period closes, by the means of its scores. */
function honoursOf(
  { incentives = [] }: Policy,
  period: string,
  rows: readonly Scored[],
  { months, referrals }: Figures,
): GroupPay["honours"] {
  const rules = incentives.flatMap((one) => (one.use === "honours" ? one.honours : []));
  const given = new Set(rules.map(({ per }) => per));
  const known = new Set(rows.map(({ person }) => person.id));
  const own = months.filter((one) => periodContains(period, one.period) && known.has(one.person));
  const year = periodEnd(period).slice(0, 4);
  const closes = given.has("year") && periodEnd(year) === periodEnd(period);
  const rewarded = rules.some(({ id, events }) => id === "referral" && events !== undefined)
    ? referrals.filter(({ person, date }) => known.has(person) && periodContains(period, date))
    : [];
  return [
    ...(rewarded.length > 0
      ? [{ period, events: rewarded.map((one) => ({ ...one, honour: "referral" })) }]
      : []),
    ...(given.has("month") ? [...new Set(own.map((one) => one.period))] : []).map((month) => ({
      period: month,
      facts: Object.fromEntries(
        own.filter((one) => one.period === month).map(({ person, facts }) => [person, facts]),
      ),
    })),
    ...(closes ? [{ period: year, facts: yearFacts(rows, year) }] : []),
  ];
}

function yearFacts(rows: readonly Scored[], year: string) {
  const facts = rows.map(({ person, past, scores }) => {
    const reviews = past.filter((review) => periodContains(year, review.period));
    const means = Object.entries(scores).map(([axis, now]) => {
      const before = reviews.flatMap((review) => Number(review.scores[axis]?.value ?? []));
      return [axis, mean([...before, now]).toFixed(2)] as const;
    });
    return [person.id, Object.fromEntries(means)] as const;
  });
  return Object.fromEntries(facts);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}
