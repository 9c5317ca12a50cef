import * as z from "zod/mini";
import type { Path } from "../kernel/errors.js";
import { configNumber, id } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { type Label, label } from "../kernel/label.js";
import { checkRanges } from "../kernel/ranges.js";
import type { Report } from "../kernel/report.js";
import { described, list } from "../kernel/schema.js";

/** A range of a score: from `from` on (a score of exactly `from` is in), up to where the next band begins. */
export interface Band {
  readonly id: string;
  readonly label?: Label | undefined;
  readonly from?: number | string | undefined;
  readonly to?: number | string | undefined;
}

/** The schema of the bands of one axis. */
export function bandsSchema() {
  return described(
    list(
      z.strictObject({
        id: id(),
        label: z.optional(label()),
        from: z.optional(
          described(configNumber(), "The least score in the band; the lowest band may leave it out."),
        ),
        to: z.optional(described(configNumber(), "Where the next band begins; it need not be said.")),
      }),
      1,
    ),
    "The bands of the score, from the lowest to the highest.",
  );
}

/** Notes bands that are not in rising order, overlap or leave a hole. */
export function checkBands(bands: readonly Band[], path: Path, report: Report): void {
  checkIds(bands, path, report);
  checkRanges(bands, path, report, { code: "bands", singular: "band", upperEnd: false });
}
