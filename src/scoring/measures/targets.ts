import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber, key } from "../../kernel/fields.js";
import type { Report } from "../../kernel/report.js";
import { described, list } from "../../kernel/schema.js";
import { show, showChoices } from "../../kernel/show.js";
import type { MeasureContext } from "./measure.js";
import type { TargetSource, TargetTable } from "./target-source.js";

/** Targets by an attribute of the person, such as the tier, or by the period. */
export function targetTable() {
  return described(
    z.strictObject({
      by: described(key(), 'The attribute that decides, such as "tier" or "region", or "period".'),
      rows: list(z.strictObject({ is: key(), target: configNumber({ above: 0 }) }), 1),
    }),
    "The target by an attribute of the person, or by the period.",
  );
}

/** Notes two rows for one value. */
export function checkTargets({ targets }: TargetSource, path: Path, report: Report): void {
  const seen = new Set<string>();
  for (const [index, { is }] of (targets?.rows ?? []).entries()) {
    const at = [...path, "targets", "rows", index, "is"];
    if (seen.has(is)) report.add(at, "row-twice", `${show(is)} has a row already`, { is });
    seen.add(is);
  }
}

/** The target that the config has for a person, with the row that it stands in, or a note of why there is none. */
export function configuredTarget(
  { target, targets }: TargetSource,
  context: MeasureContext,
  path: Path,
  report: Report,
): { readonly target: number | string; readonly row?: string } | undefined {
  const value = targets === undefined ? undefined : attributeOf(targets.by, context);
  const row = targets?.rows.find(({ is }) => is === value);
  if (row !== undefined) return { target: row.target, row: row.is };
  if (target !== undefined) return { target };
  report.add([...path, "target"], "target-missing", whyMissing(targets, value), {
    ...(targets === undefined ? {} : { by: targets.by }),
  });
  return undefined;
}

function attributeOf(by: string, { attributes, period }: MeasureContext): string | undefined {
  if (by === "period") return period;
  return Object.hasOwn(attributes, by) ? attributes[by] : undefined;
}

function whyMissing(targets: TargetTable | undefined, value: string | undefined): string {
  if (targets === undefined) return "expected a target beside what was reached, as the measure states none";
  const known = showChoices(targets.rows.map(({ is }) => is));
  if (value === undefined)
    return `the target depends on ${show(targets.by)}, which is not known: expected ${known}`;
  return `there is no target for the ${targets.by} ${show(value)}: expected ${known}`;
}
