import { type Label, labelText } from "../kernel/label.js";
import { describeEligibility, tierTexts } from "./describe-eligibility.js";
import { keyText } from "./describe-honours.js";
import type { Locale } from "./locale.js";
import type { CheckedPolicy } from "./policy.js";

type Grant = NonNullable<CheckedPolicy["equity"]>[number];

/** Who is granted how much equity, and at which price and for how long. */
export function describeEquity(
  equity: NonNullable<CheckedPolicy["equity"]>,
  policy: CheckedPolicy,
  locale: Locale,
): readonly string[] {
  const { payRules: words, languageTag } = locale;
  return equity.flatMap((rule) => {
    const { id, label, instrument, rounding, multipleOf, exercisePrice, termMonths, eligibility } = rule;
    const lines = [
      ...describeSize(rule, policy, locale),
      words.grantRounding({ mode: rounding, multipleOf: String(multipleOf) }),
      ...(instrument === "options"
        ? [words.exercisePrice({ share: String(exercisePrice?.share ?? "100%") })]
        : []),
      ...(termMonths === undefined ? [] : [words.term({ months: String(termMonths) })]),
      ...describeEligibility(eligibility, policy, locale),
    ];
    const name = labelText(label, languageTag, id);
    return [words.grant({ name, instrument }), ...lines.map((line) => `  ${line}`)];
  });
}

function describeSize({ size: { rows } }: Grant, policy: CheckedPolicy, locale: Locale): readonly string[] {
  return rows.map((row) =>
    locale.payRules.grantSize({
      tier: row.tier === undefined ? "" : tierTexts([row.tier], policy, locale),
      isForAll: rows.length === 1,
      units: "units" in row ? String(row.units) : "",
      value: "value" in row ? String(row.value) : "",
      share: "share" in row ? String(row.share) : "",
    }),
  );
}

/** The courses, and who needs which of them. */
export function describeTraining(
  {
    catalogue,
    needs,
    by = [],
    mostCost = "",
    mostHours = "",
    whenShort,
  }: NonNullable<CheckedPolicy["training"]>,
  policy: CheckedPolicy,
  locale: Locale,
): readonly string[] {
  const { payRules: words, languageTag, policy: general } = locale;
  const text = ({ id, label }: { readonly id: string; readonly label?: Label | undefined }) =>
    labelText(label, languageTag, id);
  const courses = (ids: readonly string[]) =>
    ids.map((id) => text(catalogue.find((one) => one.id === id) ?? { id })).join(general.separator);
  const withConditions = (line: string, eligibility: (typeof needs)[number]["eligibility"]) => [
    line,
    ...describeEligibility(eligibility, policy, locale).map((one) => `  ${one}`),
  ];
  return [
    ...catalogue.flatMap((course) =>
      withConditions(
        words.course({
          course: text(course),
          cost: String(course.cost),
          hours: String(course.hours),
          requires: courses(course.requires ?? []),
          seats: String(course.seats ?? ""),
          months: String(course.validMonths ?? ""),
        }),
        course.eligibility,
      ),
    ),
    ...needs.flatMap((need) =>
      withConditions(
        words.need({
          need: text(need),
          courses: courses(need.courses),
          indicator: need.weak === undefined ? "" : keyText(need.weak.indicator, policy, locale),
          below: String(need.weak?.below ?? ""),
        }),
        need.eligibility,
      ),
    ),
    words.trainingOrder({ by: by.map(({ key, order }) => ({ key: keyText(key, policy, locale), order })) }),
    ...(mostCost === "" && mostHours === ""
      ? []
      : [words.trainingMost({ cost: String(mostCost), hours: String(mostHours) })]),
    ...(whenShort === "stop" ? [words.trainingStops] : []),
  ];
}
