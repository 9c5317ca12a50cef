import * as z from "zod/mini";
import type { Path } from "../kernel/errors.js";
import { id, wholeNumber } from "../kernel/fields.js";
import type { Report } from "../kernel/report.js";
import { described } from "../kernel/schema.js";
import { show, showChoices } from "../kernel/show.js";

/** The schema of how standings of an earlier version come over (M8). */
export function transition() {
  return described(
    z.strictObject({
      tiers: z.optional(
        described(
          z.array(z.strictObject({ from: id(), to: id() })),
          "Where people of tiers that are no more, or mean something else, go.",
        ),
      ),
      counters: described(
        z.enum(["keep", "reset"]),
        "Whether the reviews that conditions count go on counting, or begin anew.",
      ),
      grandfather: z.optional(
        described(
          z.strictObject({ months: wholeNumber(1, 1200) }),
          "Who has a tier keeps it for so many months after the version begins, or until the next promotion.",
        ),
      ),
    }),
    "How standings of an earlier version come over.",
  );
}

interface Transition {
  readonly tiers?: readonly { readonly from: string; readonly to: string }[] | undefined;
}

/** Notes a tier that goes two ways, or to nowhere. */
export function checkTransition(
  transition: Transition | undefined,
  tiers: readonly { readonly id: string }[] | undefined,
  path: Path,
  report: Report,
): void {
  if (transition === undefined || !report.readable(path)) return;
  const list = [...path, "tiers"];
  const seen = new Set<string>();
  for (const [index, { from, to }] of report.items(transition.tiers, list)) {
    const here = [...list, index];
    if (report.sound([...here, "from"]) && seen.has(from))
      report.add([...here, "from"], "row-twice", `the tier ${show(from)} is there twice`, { tier: from });
    seen.add(from);
    if (tiers === undefined || !report.sound([...here, "to"]) || tiers.some((tier) => tier.id === to))
      continue;
    const known = showChoices(tiers.map((tier) => tier.id));
    report.add(
      [...here, "to"],
      "unknown-tier",
      `${show(to)} is not a tier of this policy: expected ${known}`,
      {
        tier: to,
      },
    );
  }
}
