import * as z from "zod/mini";
import type { Path } from "../kernel/errors.js";
import { configNumber, id } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { type Label, label } from "../kernel/label.js";
import { checkRanges } from "../kernel/ranges.js";
import type { Report } from "../kernel/report.js";
import { described, list } from "../kernel/schema.js";
import { checkRelative, type Relative } from "./relative.js";

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
          described(
            configNumber(),
            "The least score in the band; the lowest band may leave it out, and so do bands that depend on a group.",
          ),
        ),
        to: z.optional(described(configNumber(), "Where the next band begins; it need not be said.")),
      }),
      1,
    ),
    "The bands of the score, from the lowest to the highest.",
  );
}

/** An axis and its bands. */
export interface BandedAxis {
  readonly id: string;
  readonly bands: readonly Band[];
  readonly relative?: Relative | undefined;
}

/** Notes bands that are not in rising order, overlap or leave a hole, and what is wrong where they depend on a group. */
export function checkBands({ bands, relative }: BandedAxis, path: Path, report: Report): void {
  const at = [...path, "bands"];
  checkIds(bands, at, report);
  if (relative === undefined) checkRanges(bands, at, report, RANGES);
  else {
    if (report.sound(at)) checkRelative(relative, bands, [...path, "relative"], report);
    if (!report.sound([...path, "relative"])) return;
    if (relative.minimumGroup !== undefined) checkRanges(bands, at, report, RANGES);
    else noteUnused(bands, path, report);
  }
}

const RANGES = { code: "bands", singular: "band", upperEnd: false } as const;

/** Notes where fixed beginnings could never count. */
function noteUnused(bands: readonly Band[], path: Path, report: Report): void {
  if (!report.sound([...path, "bands"])) return;
  if (bands.every(({ from, to }) => from === undefined && to === undefined)) return;
  const message =
    "this is required where bands say where they begin, as that counts in a small group only: say how small, or take it away from the bands";
  report.add([...path, "relative", "minimumGroup"], "missing", message);
}
