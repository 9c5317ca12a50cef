import { conditionId } from "../adjustment/conditions/condition.js";
import { type ConditionNames, conditionClause } from "../adjustment/conditions/explain.js";
import type { Condition } from "../adjustment/conditions/schema.js";
import { type Label, labelText } from "../kernel/label.js";
import type { Locale } from "./locale.js";
import type { CheckedPolicy } from "./policy.js";

type Rules = CheckedPolicy["adjustment"];

/** The heading of the rules of promotion and demotion, and their lines. */
export function describeAdjustment(
  policy: CheckedPolicy,
  locale: Locale,
): readonly [string, readonly string[]] {
  const { adjustment: rules } = policy;
  const words = locale.rules;
  const names = namesOf(policy, locale);
  const tier = (id: string) => text(policy.tiers.find((one) => one.id === id)?.label, id, locale);
  const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`);
  const conditions = (list: unknown) =>
    indent((list as readonly Condition[]).map((one) => describeCondition(one, names, tier, locale)));
  const move = ({ minimumMonthsInTier, coolingOffMonths, mostSteps }: NonNullable<Rules["promote"]>) => [
    ...maybe(minimumMonthsInTier, (months) => words.minimumMonths({ months })),
    ...maybe(coolingOffMonths, (months) => words.coolingOff({ months })),
    ...maybe(mostSteps, (most) => words.mostSteps({ most })),
  ];
  const { promote, demote } = rules;
  const up =
    promote === undefined
      ? []
      : [
          words.promote(),
          ...conditions(promote.when),
          ...(promote.requires === undefined ? [] : [words.requires(), ...conditions(promote.requires)]),
          ...indent([...move(promote), ...maybe(promote.ceiling, (id) => words.ceiling({ tier: tier(id) }))]),
        ];
  const down =
    demote === undefined
      ? []
      : [
          words.demote(),
          ...conditions(demote.when),
          ...indent([...move(demote), ...maybe(demote.floor, (id) => words.floor({ tier: tier(id) }))]),
          ...indent(describePlan(demote.plan, conditions, locale)),
        ];
  return [
    words.adjustment({ cycle: rules.cycle }),
    [
      ...maybe(rules.lateAfterDays, (days) => words.late({ days })),
      ...up,
      ...down,
      ...(rules.precedence === undefined ? [] : [words.precedence({ precedence: rules.precedence })]),
      ...describeTrial(rules.trial, conditions, locale),
      ...describePoints(rules.points, names, locale),
      ...describeProtections(rules.protections, locale),
      ...describeViolations(rules.violations, locale),
      ...describeTracks(rules, conditions, tier, locale),
      ...(rules.order === undefined
        ? []
        : [
            words.order({
              list: rules.order.map((source) => words.sources[source]).join(locale.policy.separator),
            }),
          ]),
    ],
  ];
}

function maybe(value: number | string | undefined, say: (value: string) => string): readonly string[] {
  return value === undefined ? [] : [say(String(value))];
}

function text(label: Label | undefined, fallback: string, { languageTag }: Locale): string {
  return labelText(label, languageTag, fallback);
}

/** What conditions are named by, in a policy and a language. */
export function namesOf({ axes }: CheckedPolicy, locale: Locale): ConditionNames {
  const find = (id: string) => axes.find((axis) => axis.id === id);
  return {
    words: locale.decision.conditions,
    languageTag: locale.languageTag,
    separator: locale.policy.separator,
    axis: (id) => text(find(id)?.label, id, locale),
    band: (axis, id) => text(find(axis)?.bands.find((band) => band.id === id)?.label, id, locale),
  };
}

/** A condition as the sentences about conditions take it. */
function asked(condition: Condition): Parameters<typeof conditionClause>[0] {
  const { label } = condition;
  const all: { readonly [field: string]: unknown } = { ...condition };
  const { fact, certificate, over, against } = all;
  return {
    id: conditionId(condition),
    kind: condition.kind,
    ...(label === undefined ? {} : { label }),
    ...("axis" in condition ? { axis: condition.axis } : {}),
    ...("at" in condition ? { at: condition.at } : {}),
    name: String(fact ?? certificate ?? ""),
    threshold: all.score ?? all.by ?? all.atLeast,
    atMost: all.atMost,
    ...(typeof over === "number" && over > 1 ? { over } : {}),
    ...(typeof against === "number" && against > 1 ? { against } : {}),
    ...("of" in condition ? { of: condition.of.map(asked) as never } : {}),
  };
}

/** A condition in words. */
export function describeCondition(
  condition: Condition,
  names: ConditionNames,
  tier: (id: string) => string,
  locale: Locale,
): string {
  const words = locale.rules;
  const row = "periods" in condition ? condition : { periods: 1, outOf: undefined };
  const { periods, outOf = periods } = row;
  const needed = { periods: String(periods), outOf: outOf === periods ? "" : String(outOf) };
  return words.condition({
    condition: conditionClause(asked(condition), names),
    needed: outOf === 1 ? "" : names.words.needed(needed),
    tiers: (condition.tiers ?? []).map(tier).join(locale.policy.separator),
    exempt: (condition.exempt ?? []).map((one) => words.exemptions[one]).join(locale.policy.separator),
  });
}

function describePlan(
  plan: NonNullable<Rules["demote"]>["plan"],
  conditions: (list: unknown) => readonly string[],
  locale: Locale,
): readonly string[] {
  if (plan === undefined) return [];
  const words = locale.rules;
  const { timing, periods, actions, targets, extensions } = plan;
  const onFail = plan.onFail ?? (timing === "before-demotion" ? "demote" : undefined);
  const list = actions.map((action) => text(action, "", locale)).join(locale.policy.separator);
  return [
    words.plan({ timing, periods: String(periods), list }),
    ...(targets === undefined ? [] : [words.planTargets(), ...conditions(targets)]),
    ...(extensions === undefined
      ? []
      : [words.planExtensions({ most: String(extensions.most), periods: String(extensions.periods) })]),
    ...(onFail === undefined ? [] : [words.planFails[onFail]]),
  ];
}

function describeTrial(
  trial: Rules["trial"],
  conditions: (list: unknown) => readonly string[],
  { rules: words }: Locale,
): readonly string[] {
  if (trial === undefined) return [];
  const { months, pass, extensions } = trial;
  return [
    words.trial({ months: String(months) }),
    ...(pass === undefined ? [] : [words.trialPass(), ...conditions(pass)]),
    ...(extensions === undefined
      ? []
      : [words.trialExtensions({ most: String(extensions.most), months: String(extensions.months) })]),
  ];
}

function describePoints(points: Rules["points"], names: ConditionNames, locale: Locale): readonly string[] {
  if (points === undefined) return [];
  const words = locale.rules;
  const awards = points.awards.map(({ at, points: given }) => {
    const bands = conditionClause({ id: "", kind: "placed", at }, names);
    return `  ${words.award({ bands, points: String(given) })}`;
  });
  return [
    words.points(),
    ...awards,
    words.pointsOnPromotion[points.onPromotion],
    words.pointsOnDemotion[points.onDemotion],
  ];
}

function describeProtections(protections: Rules["protections"], locale: Locale): readonly string[] {
  return (protections ?? []).map(({ reason, label, holds, review }) =>
    locale.rules.protection({ reason: text(label, reason, locale), holds, skipped: review === "is-skipped" }),
  );
}

function describeViolations(violations: Rules["violations"], locale: Locale): readonly string[] {
  if (violations === undefined) return [];
  const words = locale.rules;
  const severityText = (id: string) =>
    text(violations.severities.find((one) => one.id === id)?.label, id, locale);
  const severities = violations.severities.map(({ id, points, expiresMonths }) =>
    words.severity({
      severity: severityText(id),
      points: String(points),
      months: expiresMonths === undefined ? "" : String(expiresMonths),
    }),
  );
  const consequences = violations.consequences.map(({ label, kind, atPoints, severity, count, steps }) =>
    words.consequence({
      consequence: text(label, locale.decision.sanctions[kind], locale),
      points: atPoints === undefined ? "" : String(atPoints),
      severity: severity === undefined ? "" : severityText(severity),
      count: count === undefined ? "" : String(count),
      steps: kind === "demotion" ? String(steps ?? 1) : "",
    }),
  );
  return [words.violations(), ...[...severities, ...consequences].map((line) => `  ${line}`)];
}

function describeTracks(
  { tracks, crossings = [] }: Rules,
  conditions: (list: unknown) => readonly string[],
  tier: (id: string) => string,
  locale: Locale,
): readonly string[] {
  if (tracks === undefined) return [];
  const words = locale.rules;
  const name = (id: string) => text(tracks.find((track) => track.id === id)?.label, id, locale);
  const ladders = tracks.map(({ id, tiers }) =>
    words.track({ track: name(id), tiers: tiers.map(tier).join(locale.policy.separator) }),
  );
  const ways = crossings.flatMap(({ from, to, map, mode, requires }) => [
    words.crossing({
      from: name(from),
      to: name(to),
      ways: map.map((step) => ({ from: tier(step.from), to: tier(step.to) })),
      mode,
    }),
    ...(requires === undefined ? [] : [words.crossingRequires(), ...conditions(requires)]),
  ]);
  return [words.tracks(), ...[...ladders, ...ways].map((line) => `  ${line}`)];
}
