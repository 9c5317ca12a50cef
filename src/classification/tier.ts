import * as z from "zod/mini";
import { id } from "../kernel/fields.js";
import { type Label, label, labels } from "../kernel/label.js";
import { described, list } from "../kernel/schema.js";

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
