import { allConditions, type CheckedRules } from "../../../adjustment/rules.js";
import { nextPeriod, periodOf, periodStart } from "../../../kernel/calendar.js";
import { type Rational, rationalText } from "../../../kernel/rational.js";
import { adjustmentPart } from "../../parts.js";
import type { CheckedPolicy } from "../../policy.js";
import type { ScoreRange } from "../ranges.js";
import type { Warn } from "../warning.js";
import { type AxisScores, scoresOn } from "./axis-scores.js";
import { settingsOf } from "./circumstances.js";
import { groupBands } from "./group-bands.js";
import { memo } from "./memo.js";
import type { PlaceOn } from "./moment-lists.js";
import { type Context, type People, peopleOf } from "./people.js";
import { promotionStarts } from "./promotion-starts.js";
import { compileReviewer, type Reviewer } from "./reviewer.js";
import { rangesBySubjects, subjectsOf } from "./subjects.js";

/** What careers are looked for with. */
export interface Search {
  readonly policy: CheckedPolicy;
  readonly rules: CheckedRules;
  readonly axes: readonly AxisScores[];
  readonly people: People;
  readonly reviewer: Reviewer;
  /** The first whole period of the policy. */
  readonly first: string;
  /** Whether some condition asks for a promotion score. */
  readonly asksForPromotion: boolean;
  /** By axis: where scores are placed. */
  readonly places: ReadonlyMap<string, PlaceOn>;
  /** By axis: what scores can be for each range of its subjects. */
  readonly ranges: ReadonlyMap<string, readonly ScoreRange[]>;
}

export function searchOf(policy: CheckedPolicy, ranges: ReadonlyMap<string, ScoreRange>): Search {
  const rules = adjustmentPart(policy) as CheckedRules;
  const settings = settingsOf(policy, rules);
  const starts = promotionStarts(policy, rules, settings, ranges);
  const subjects = subjectsOf(policy);
  const bySubjects = new Map(policy.axes.map((axis) => [axis.id, rangesBySubjects(axis, subjects)]));
  const axes = policy.axes.map((axis) =>
    scoresOn(axis, policy, rules, ranges.get(axis.id) ?? {}, [
      ...(starts.get(axis.id) ?? []),
      ...(bySubjects.get(axis.id) ?? []).flatMap(({ lowest }) => lowest ?? []),
    ]),
  );
  const people = peopleOf(policy, subjects, settings, groupBands(policy, ranges));
  const reviewer = compileReviewer(policy);
  const first = firstPeriod(policy, rules);
  return {
    policy,
    rules,
    axes,
    people,
    reviewer,
    first,
    places: new Map(axes.map(({ axis }) => [axis, placeOn(axis, axes, people, reviewer, first)])),
    ranges: bySubjects,
    asksForPromotion: allConditions(rules).some(({ kind }) => kind === "promotion-score"),
  };
}

/** Warns of the same rules, or of some with others beside, once only. */
export function oncePerRules(warn: Warn): Warn {
  const told: (readonly string[])[] = [];
  return (warning) => {
    const conditions = warning.witness.conditions ?? [];
    if (told.some((one) => one.every((id) => conditions.includes(id)))) return;
    told.push(conditions);
    warn(warning);
  };
}

/** The first whole period of a policy; where the calendar would end soon before or after, one in the year 3000. */
function firstPeriod({ effectiveFrom }: CheckedPolicy, { cycle }: CheckedRules): string {
  const isFar = effectiveFrom < "1200" || effectiveFrom > "8800";
  return nextPeriod(periodOf(isFar ? "2999-12-31" : effectiveFrom, cycle));
}

function placeOn(
  axis: string,
  axes: readonly AxisScores[],
  people: People,
  reviewer: Reviewer,
  period: string,
): PlaceOn {
  const place = memo((score: Rational, before: string | undefined): ReturnType<PlaceOn> => {
    const scores = axes.map((one) => (one.axis === axis ? score : one.lowest));
    const bands = before === undefined ? {} : { bands: { [axis]: before } };
    const standing = { tier: "", since: periodStart(period), ...bands };
    const placement = reviewer.place(period, standing, people.person(people.contexts[0] as Context, scores));
    const band = placement?.axes.find((one) => one.axis === axis)?.band ?? "";
    const gates = (placement?.gates ?? []).filter(({ of }) => of.kind === "axis" && of.id === axis);
    return { band, sign: [band, ...gates.map(({ passed }) => passed)].join("=") };
  });
  return (score, before) => place(`${rationalText(score)} ${before}`, score, before);
}
