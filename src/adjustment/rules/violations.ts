import * as z from "zod/mini";
import { namedFields } from "../../classification/facts.js";
import type { Path } from "../../kernel/errors.js";
import { configNumber, id, wholeNumber } from "../../kernel/fields.js";
import { checkIds } from "../../kernel/ids.js";
import { label } from "../../kernel/label.js";
import type { Report } from "../../kernel/report.js";
import { described, list, type Plain } from "../../kernel/schema.js";
import { notAmong, show } from "../../kernel/show.js";

/** The schema of violations and what follows them (M15). */
export function violationsSchema() {
  return described(
    z.strictObject({
      severities: described(
        list(
          z.strictObject({
            id: id(),
            label: z.optional(label()),
            points: described(configNumber({ least: 0 }), "What one such violation counts."),
            expiresMonths: z.optional(
              described(wholeNumber(1, 1200), "After how many months it counts no more; without it, never."),
            ),
          }),
          1,
        ),
        "How grave violations can be.",
      ),
      consequences: described(
        list(
          z.strictObject({
            ...namedFields(),
            kind: described(
              z.enum(["warning", "fine", "block-promotion", "demotion", "dismissal"]),
              "block-promotion lasts as long as the violations count; the others happen when a new violation brings them about. dismissal proposes an exit.",
            ),
            atPoints: z.optional(
              described(
                configNumber({ above: 0 }),
                "Follows when the points of all violations that count are at least this.",
              ),
            ),
            severity: z.optional(
              described(id(), "In place of points: follows `count` violations of this severity."),
            ),
            count: z.optional(wholeNumber(1, 1000)),
            steps: z.optional(
              described(wholeNumber(1, 100), "How many tiers a demotion goes down; 1 where it is not said."),
            ),
          }),
          1,
        ),
        "What follows violations; repetition leads to graver ones.",
      ),
    }),
    "Violations, how long they count, and what follows.",
  );
}

/** Violations and consequences, as the rules state them. */
export type ViolationTerms = Plain<z.output<ReturnType<typeof violationsSchema>>>;

/** One consequence. */
export type ConsequenceTerms = ViolationTerms["consequences"][number];

/** The id that a consequence is known by: its own, or its kind and place. */
export function consequenceId(terms: ViolationTerms, consequence: ConsequenceTerms): string {
  return consequence.id ?? `${consequence.kind}-${terms.consequences.indexOf(consequence) + 1}`;
}

/** Notes severities that are there twice or unknown, and consequences that do not say what they follow. */
export function checkViolations(terms: ViolationTerms | undefined, path: Path, report: Report): void {
  if (terms === undefined || !report.readable(path)) return;
  const severities = [...path, "severities"];
  checkIds(terms.severities, severities, report);
  const known = report.sound(severities) ? terms.severities.map((one) => one.id) : undefined;
  const seen = new Set<string>();
  for (const [index, consequence] of report.items(terms.consequences, [...path, "consequences"])) {
    const here = [...path, "consequences", index];
    if (!report.sound(here)) continue;
    const name = consequenceId(terms, consequence);
    if (seen.has(name))
      report.add([...here, "id"], "duplicate-id", `${show(name)} is there twice`, { id: name });
    seen.add(name);
    const { atPoints, severity, count, steps, kind } = consequence;
    if (
      (atPoints === undefined) === (severity === undefined) ||
      (severity === undefined) !== (count === undefined)
    )
      report.add(here, "one-of", "expected either atPoints, or severity and count");
    if (steps !== undefined && kind !== "demotion")
      report.add([...here, "steps"], "unknown-property", "only a demotion has steps");
    if (severity !== undefined && known !== undefined && !known.includes(severity))
      report.add(
        [...here, "severity"],
        "unknown-severity",
        notAmong(known, "a severity of the rules", severity),
      );
  }
}
