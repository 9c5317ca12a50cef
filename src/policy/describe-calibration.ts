import { labelText } from "../kernel/label.js";
import { boundWords } from "./describe-places.js";
import type { Locale } from "./locale.js";
import type { CheckedPolicy } from "./policy.js";

/** The lines of what a panel may change. */
export function describeCalibration(
  { axes }: CheckedPolicy,
  { mostSteps, mostPeople, quotas = [] }: NonNullable<CheckedPolicy["calibration"]>,
  { places: words, languageTag, policy }: Locale,
): readonly string[] {
  const where = (at: Readonly<Record<string, string>>) =>
    Object.entries(at).map(([id, band]) => {
      const axis = axes.find((one) => one.id === id);
      const bandText = labelText(axis?.bands.find((one) => one.id === band)?.label, languageTag, band);
      return `${labelText(axis?.label, languageTag, id)} ${bandText}`;
    });
  return [
    words.calibrationSteps({ most: String(mostSteps) }),
    ...(mostPeople === undefined ? [] : [words.calibrationPeople({ most: boundWords(mostPeople) })]),
    ...quotas.map(({ at, most, least }) =>
      words.calibrationQuota({
        where: where(at).join(policy.separator),
        ...(most === undefined ? {} : { most: boundWords(most) }),
        ...(least === undefined ? {} : { least: boundWords(least) }),
      }),
    ),
  ];
}
