import { defineFactory } from "../kernel/calculator.js";
import { spacedAsChinese } from "../kernel/han-spacing.js";
import { wordOptions } from "../kernel/in-words.js";
import { type Label, labelText } from "../kernel/label.js";
import { checkPolicyParts } from "./check.js";
import { describeAdjustment } from "./describe-adjustment.js";
import { describeBenefits, describeYearEnd } from "./describe-benefits.js";
import { describeBonusPool } from "./describe-bonus-pool.js";
import { describeCalibration } from "./describe-calibration.js";
import { describeCommission } from "./describe-commission.js";
import { describeDeductions } from "./describe-deductions.js";
import { describeEquity, describeTraining } from "./describe-grants.js";
import { describeHonours, describeSpiff } from "./describe-honours.js";
import { describeBands, describeMatrix, namedItems } from "./describe-matrix.js";
import { describeBasePay, describeBonus } from "./describe-pay.js";
import { describePlaces } from "./describe-places.js";
import { describePool } from "./describe-pool.js";
import { describeSchema } from "./describe-schema.js";
import { type CheckedIncentive, incentiveId } from "./incentives.js";
import { en, type Locale } from "./locale.js";
import { type CheckedAxis, type CheckedPolicy, type Policy, policySchema } from "./policy.js";

const readPolicy = /* @__PURE__ */ defineFactory({
  title: "describePolicy",
  config: policySchema,
  check: checkPolicyParts,
  compile: (policy) => policy,
});

const checkOptions = /* @__PURE__ */ wordOptions("describePolicy", en);

/**
 * Prints a policy as the rule book that it is, top to bottom, for a person who proof-reads it: one rule a line, numbers as the document has
 * them, and defaults said where the document leaves them out. A policy that is not valid throws, as `compilePolicy` does.
 *
 * @example
 * ```ts
 * import { describePolicy } from "tierwise";
 * import { zhTW } from "tierwise/locales";
 * import { keyAccountManagers } from "tierwise/presets";
 *
 * describePolicy(keyAccountManagers).split("\n")[0]; // => "Key account managers, in force from 2026-07-01"
 * describePolicy(keyAccountManagers, { locale: zhTW }).split("\n")[0]; // => "集團客戶經理（2026-07-01 起施行）"
 * ```
 */
export function describePolicy(policy: Policy, options: { readonly locale?: Locale } = {}): string {
  checkOptions(options);
  const { locale = en } = options;
  const checked = readPolicy(policy);
  const words = locale.policy;
  const text = textIn(locale);
  const lines = [
    words.title({ policy: text(checked.label, checked.id), effectiveFrom: checked.effectiveFrom }),
    ...(checked.effectiveTo === undefined ? [] : [words.effectiveTo({ date: checked.effectiveTo })]),
    ...(checked.recordedOn === undefined ? [] : [words.recordedOn({ date: checked.recordedOn })]),
    ...(checked.currency === undefined ? [] : [words.currency({ currency: checked.currency })]),
    ...checked.axes.flatMap((axis) => describeAxis(axis, locale)),
    ...(checked.comparedWithin === undefined
      ? []
      : ["", words.comparedWithin({ attribute: checked.comparedWithin })]),
    ...describeTiers(checked, locale),
    ...section(...describeMatrix(checked, locale)),
    ...(checked.calibration === undefined
      ? []
      : section(locale.places.calibration(), describeCalibration(checked, checked.calibration, locale))),
    ...(checked.promotionScore === undefined
      ? []
      : section(words.promotionScore(), describeSchema(checked.promotionScore, locale))),
    ...section(...describeAdjustment(checked, locale)),
    ...(checked.places === undefined
      ? []
      : section(locale.places.places(), describePlaces(checked, checked.places, locale))),
    ...describeIncentives(checked, locale),
    ...(checked.equity === undefined
      ? []
      : section(locale.payRules.equity(), describeEquity(checked.equity, checked, locale))),
    ...(checked.training === undefined
      ? []
      : section(locale.payRules.training(), describeTraining(checked.training, checked, locale))),
    ...describeTransition(checked, locale),
    ...describeNotes(checked, locale),
  ];
  return spacedAsChinese(lines, locale.languageTag, checked).join("\n");
}

type Text = (label: Label | undefined, fallback: string) => string;

function textIn(locale: Locale): Text {
  return (label, fallback) => labelText(label, locale.languageTag, fallback);
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return ["", heading, ...lines.map((line) => `  ${line}`)];
}

function listed(labels: readonly Label[], locale: Locale): string {
  return labels.map((label) => textIn(locale)(label, "")).join(locale.policy.separator);
}

function describeAxis(axis: CheckedAxis, locale: Locale): readonly string[] {
  const words = locale.policy;
  const text = textIn(locale);
  return section(words.axis({ axis: text(axis.label, axis.id) }), [
    ...describeSchema(axis, locale),
    ...describeBands(axis, locale),
    ...(axis.variants ?? []).flatMap((variant) => [
      words.variant({
        variant: text(variant.label, variant.id),
        when: variant.when.map(({ attribute, is }) => ({ attribute, is: is.join(words.separator) })),
      }),
      ...describeSchema(variant, locale).map((line) => `  ${line}`),
    ]),
  ]);
}

function describeTiers({ tiers }: CheckedPolicy, locale: Locale): readonly string[] {
  const words = locale.policy;
  const lines = tiers.flatMap(({ id, label, duties = [], qualifications = [], resources = [] }) => [
    words.tier({ tier: textIn(locale)(label, id) }),
    ...(duties.length === 0 ? [] : [`  ${words.duties({ list: listed(duties, locale) })}`]),
    ...(qualifications.length === 0
      ? []
      : [`  ${words.qualifications({ list: listed(qualifications, locale) })}`]),
    ...(resources.length === 0 ? [] : [`  ${words.resources({ list: listed(resources, locale) })}`]),
  ]);
  return section(words.tiers(), lines);
}

function describeIncentives(policy: CheckedPolicy, locale: Locale): readonly string[] {
  const { incentives = [] } = policy;
  if (incentives.length === 0) return [];
  const modes = [...new Set(incentives.flatMap((one) => ("rounding" in one ? [one.rounding] : [])))];
  return section(locale.policy.incentives(), [
    ...incentives.flatMap((incentive) => describeIncentive(incentive, policy, locale)),
    ...modes.map((mode) => locale.policy.money({ mode })),
  ]);
}

function describeIncentive(
  incentive: CheckedIncentive,
  policy: CheckedPolicy,
  locale: Locale,
): readonly string[] {
  const { axes, tiers } = policy;
  const text = textIn(locale);
  const name = text("label" in incentive ? incentive.label : undefined, incentiveId(incentive));
  const tierText = (id: string) => text(tiers.find((tier) => tier.id === id)?.label, id);
  switch (incentive.use) {
    case "basePay":
      return describeBasePay(incentive, name, tierText, locale);
    case "performanceBonus": {
      const axis = text(axes.find(({ id }) => id === incentive.axis)?.label, incentive.axis);
      return describeBonus(incentive, name, axis, tierText, locale);
    }
    case "commission": {
      const indicator = axes.flatMap(namedItems).find(({ id }) => id === incentive.on);
      return describeCommission(incentive, name, text(indicator?.label, incentive.on), locale);
    }
    case "yearEndBonus":
      return describeYearEnd(incentive, name, policy, locale);
    case "benefits":
      return describeBenefits(incentive, policy, locale);
    case "deductions":
      return describeDeductions(incentive, policy, locale);
    case "teamPool":
      return describePool(incentive, name, policy, locale);
    case "bonusPool": {
      const on = incentive.multiplier?.axis ?? "";
      const axis = text(axes.find(({ id }) => id === on)?.label, on);
      return describeBonusPool(incentive, name, axis, tierText, policy, locale);
    }
    case "spiff":
      return describeSpiff(incentive, name, policy, locale);
    case "honours":
      return describeHonours(incentive, policy, locale);
  }
}

function describeTransition({ transition, tiers }: CheckedPolicy, locale: Locale): readonly string[] {
  if (transition === undefined) return [];
  const words = locale.policy;
  const { counters, grandfather, tiers: mapped = [] } = transition;
  return section(words.transition(), [
    ...mapped.map(({ from, to }) =>
      words.transitionTier({ from, to: textIn(locale)(tiers.find(({ id }) => id === to)?.label, to) }),
    ),
    words.transitionCounters({ counters }),
    ...(grandfather === undefined ? [] : [words.grandfather({ months: String(grandfather.months) })]),
  ]);
}

function describeNotes({ notes = [] }: CheckedPolicy, locale: Locale): readonly string[] {
  if (notes.length === 0) return [];
  const lines = notes.map(({ source = "", text }) =>
    locale.policy.note({ source, text: textIn(locale)(text, "") }),
  );
  return section(locale.policy.notes(), lines);
}
