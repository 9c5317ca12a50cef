import type { Band } from "../../classification/bands.js";
import { checkFactLimits } from "../../classification/facts.js";
import type { Path } from "../../kernel/errors.js";
import type { Report } from "../../kernel/report.js";
import { notAmong, show, showChoices } from "../../kernel/show.js";
import { conditionId, parts } from "./condition.js";
import type { Condition } from "./schema.js";

/** An axis that conditions may name, with its bands where they are known. */
export interface NamedAxis {
  readonly id: string;
  readonly bands?: readonly Pick<Band, "id">[] | undefined;
}

/** What conditions may name, where it is known. */
export interface Names {
  readonly axes?: readonly NamedAxis[] | undefined;
  readonly tiers?: readonly string[] | undefined;
}

/** Notes ids that are there twice, axes and bands that are not known where they can be, and counts that cannot be. */
export function checkConditions(
  conditions: readonly Condition[] | undefined,
  names: Names,
  path: Path,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const [index, condition] of report.items(conditions, path)) {
    const here = [...path, index];
    if (!report.sound(here)) continue;
    const name = conditionId(condition);
    if (seen.has(name))
      report.add([...here, "id"], "duplicate-id", `${show(name)} is there twice: give each condition an id`);
    seen.add(name);
    checkCondition(condition, names, here, report);
    if ("of" in condition) checkConditions(condition.of, names, [...here, "of"], report);
  }
}

/** Notes what is wrong with one condition by itself. */
export function checkCondition(condition: Condition, names: Names, path: Path, report: Report): void {
  const { axes, tiers } = names;
  for (const [index, tier] of (condition.tiers ?? []).entries()) {
    if (tiers !== undefined && !tiers.includes(tier))
      report.add([...path, "tiers", index], "unknown-tier", notAmong(tiers, "a tier", tier), { tier });
  }
  if ("axis" in condition) axisOf(condition.axis, axes, [...path, "axis"], report);
  if ("at" in condition) {
    for (const [name, band] of Object.entries(condition.at)) {
      const bands = axisOf(name, axes, [...path, "at", name], report)?.bands;
      if (bands === undefined || bands.some(({ id }) => id === band)) continue;
      const expected = `expected a band of ${show(name)}: ${showChoices(bands.map(({ id }) => id))}`;
      report.add([...path, "at", name], "unknown-band", `${expected}, got ${show(band)}`);
    }
  }
  if ("periods" in condition && condition.outOf !== undefined && condition.outOf < condition.periods) {
    const message = `expected at least the ${condition.periods} that must meet the condition, got ${condition.outOf}`;
    report.add([...path, "outOf"], "out-of-range", message);
  }
  if (condition.kind === "fact") checkFactLimits(condition, path, report);
  if ("at" in condition && Object.keys(condition.at).length === 0)
    report.add([...path, "at"], "too-small", "expected the band on at least one axis");
}

function axisOf(
  name: string,
  axes: readonly NamedAxis[] | undefined,
  path: Path,
  report: Report,
): NamedAxis | undefined {
  const axis = axes?.find(({ id }) => id === name);
  if (axes !== undefined && axis === undefined) {
    const expected = showChoices(axes.map(({ id }) => id));
    report.add(path, "unknown-axis", `${show(name)} is not an axis: expected ${expected}`);
  }
  return axis;
}

/** The axes of whose scores conditions ask. */
export function axesOf(conditions: readonly Condition[]): ReadonlySet<string> {
  return new Set(
    conditions.flatMap((one) => parts(one)).flatMap((part) => ("axis" in part ? [part.axis] : [])),
  );
}
