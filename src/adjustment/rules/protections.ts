import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { id } from "../../kernel/fields.js";
import { label } from "../../kernel/label.js";
import type { Report } from "../../kernel/report.js";
import { described, list, type Plain } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";

/** The schema of the reasons that protect a person for a time. */
export function protectionsSchema() {
  return described(
    list(
      z.strictObject({
        reason: described(id(), "The reason, such as parental-leave or transfer."),
        label: z.optional(label()),
        holds: described(
          z._default(z.array(z.enum(["promotion", "demotion"])), ["demotion"]),
          "The moves by conditions that are held back.",
        ),
        review: described(
          z._default(z.enum(["counts", "is-skipped"]), "counts"),
          "is-skipped: the review is written down and not counted; rows pass over it.",
        ),
      }),
      1,
    ),
    "What protects a person for a time, such as leave or a transfer.",
  );
}

/** The reasons that protect a person, as the rules state them. */
export type ProtectionTerms = Plain<z.output<ReturnType<typeof protectionsSchema>>>;

/** Notes a reason that is there twice. */
export function checkProtections(protections: ProtectionTerms | undefined, path: Path, report: Report): void {
  const seen = new Set<string>();
  for (const [index, { reason }] of report.items(protections, path)) {
    if (seen.has(reason))
      report.add([...path, index, "reason"], "duplicate-id", `${show(reason)} is there twice`, {
        id: reason,
      });
    seen.add(reason);
  }
}
