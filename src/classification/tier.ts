import * as z from "zod/mini";
import type { Path } from "../kernel/errors.js";
import { id } from "../kernel/fields.js";
import { type Label, label, labels } from "../kernel/label.js";
import type { Report } from "../kernel/report.js";
import { described, list } from "../kernel/schema.js";
import { show } from "../kernel/show.js";

/** A person's grade, with what it asks for and gives (M5). */
export interface Tier {
  readonly id: string;
  readonly label?: Label | undefined;
  readonly duties?: readonly Label[] | undefined;
  readonly qualifications?: readonly Label[] | undefined;
  readonly resources?: readonly Label[] | undefined;
}

/** The schema of the tiers, from the lowest to the highest. */
export function tiersSchema() {
  return described(
    list(
      z.strictObject({
        id: id(),
        label: z.optional(label()),
        duties: z.optional(labels()),
        qualifications: z.optional(labels()),
        resources: z.optional(labels()),
      }),
      1,
    ),
    "The tiers, from the lowest to the highest.",
  );
}

/** Notes ids that are there twice. */
export function checkIds(
  items: readonly { readonly id?: string | undefined }[] | undefined,
  path: Path,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const [index, { id: name }] of report.items(items, path)) {
    const here = [...path, index, "id"];
    if (name === undefined || !report.sound(here)) continue;
    if (seen.has(name)) report.add(here, "duplicate-id", `${show(name)} is there twice`, { id: name });
    seen.add(name);
  }
}
