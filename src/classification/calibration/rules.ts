import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { id, wholeNumber } from "../../kernel/fields.js";
import { checkHeadCountBound, headCountBound } from "../../kernel/head-count.js";
import { checkIds } from "../../kernel/ids.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { notAmong } from "../../kernel/show.js";

/** The fields of the limits of a calibration; a policy's `calibration` has them too. */
export function calibrationFields() {
  return {
    mostSteps: described(
      z._default(wholeNumber(0, 1000), 1),
      "How many bands a person may be moved on each axis at most.",
    ),
    mostPeople: z.optional(headCountBound("How many people may be moved at most; without it all may be.")),
    quotas: z.optional(
      described(
        list(
          z.strictObject({
            at: described(
              z.record(z.string(), id()),
              "The bands that are meant: one on each axis for a cell, or a band of one axis.",
            ),
            most: z.optional(headCountBound("How many people may be there afterwards at most.")),
            least: z.optional(headCountBound("How many people are to be there afterwards at least.")),
          }),
          1,
        ),
        "How many people may be where after the calibration.",
      ),
    ),
  };
}

/** The schema of a calibration. */
export const calibrationConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    axes: described(
      list(z.object({ id: id(), bands: list(z.object({ id: id() }), 1) }), 1),
      "The axes with their bands, from the lowest to the highest; what else an axis of a matrix has is passed over.",
    ),
    ...calibrationFields(),
  }),
);

/**
 * The limits of a calibration: the config of `calibration`.
 *
 * @useDeclaredType
 */
export type CalibrationConfig = Written<typeof calibrationConfig>;

/** The same after the check, with defaults filled in. */
export type CheckedCalibration = Checked<typeof calibrationConfig>;

/** Notes what the schema cannot see in a calibration: quotas of bands that are not there, or that say nothing. */
export function checkCalibration(config: CheckedCalibration, path: Path, report: Report): void {
  checkIds(config.axes, [...path, "axes"], report);
  checkHeadCountBound(config.mostPeople, [...path, "mostPeople"], report);
  const axes = report.sound([...path, "axes"]) ? config.axes : undefined;
  for (const [index, { at, most, least }] of report.items(config.quotas, [...path, "quotas"])) {
    const here = [...path, "quotas", index];
    checkHeadCountBound(most, [...here, "most"], report);
    checkHeadCountBound(least, [...here, "least"], report);
    if (!report.sound(here)) continue;
    if (most === undefined && least === undefined)
      report.add(here, "one-of", "expected the most or the least, or both");
    if (Object.keys(at).length === 0)
      report.add([...here, "at"], "missing", "expected the band of an axis at least");
    if (axes !== undefined) checkBandsAt(at, axes, [...here, "at"], report);
  }
}

/** Notes axes and bands that are not there. */
export function checkBandsAt(
  at: Readonly<Record<string, string>>,
  axes: CheckedCalibration["axes"],
  path: Path,
  report: Report,
): void {
  const known = axes.map(({ id: axis }) => axis);
  for (const [axis, band] of Object.entries(at)) {
    const bands = axes.find((one) => one.id === axis)?.bands.map((one) => one.id);
    if (bands === undefined)
      report.add([...path, axis], "unknown-axis", notAmong(known, "an axis", axis), { axis });
    else if (!bands.includes(band))
      report.add([...path, axis], "unknown-band", notAmong(bands, `a band of ${axis}`, band), { band });
  }
}
