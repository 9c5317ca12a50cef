import type { Path } from "./errors.js";
import { readRatio } from "./number.js";
import { compare } from "./rational.js";
import type { Report } from "./report.js";

/** A range from `from` on, up to where the next one begins. */
export interface Range {
  readonly from?: number | string | undefined;
  readonly to?: number | string | undefined;
}

/** Notes ranges that are not in rising order, overlap or leave a hole. The lowest may leave out `from`. */
export function checkRanges(
  ranges: readonly Range[],
  path: Path,
  report: Report,
  {
    code,
    singular,
    upperEnd,
  }: { readonly code: "bands" | "brackets"; readonly singular: string; readonly upperEnd: boolean },
): void {
  if (!report.readable(path)) return;
  for (const [index, { from, to }] of report.items(ranges, path)) {
    const here = [...path, index];
    if (!report.sound(here)) continue;
    if (index > 0 && from === undefined) {
      report.add(
        [...here, "from"],
        "missing",
        `every ${singular} but the lowest says from where on it holds`,
      );
      continue;
    }
    const nextFrom = ranges[index + 1]?.from;
    if (nextFrom === undefined || !report.sound([...path, index + 1])) continue;
    const next = readRatio(nextFrom);
    if (from !== undefined && compare(readRatio(from), next) >= 0) {
      const message = `expected the ${code} in rising order: ${nextFrom} is not above ${from}`;
      report.add([...path, index + 1, "from"], `${code}-unsorted`, message);
      continue;
    }
    if (to === undefined) continue;
    const gap = compare(readRatio(to), next);
    if (gap < 0)
      report.add([...here, "to"], `${code}-hole`, `no ${singular} holds from ${to} to ${nextFrom}`);
    if (gap > 0) report.add([...here, "to"], `${code}-overlap`, `two ${code} hold from ${nextFrom} to ${to}`);
  }
  const last = ranges.length - 1;
  const end = ranges[last];
  if (end?.to === undefined || !report.sound([...path, last])) return;
  if (!upperEnd)
    report.add(
      [...path, last, "to"],
      `${code}-hole`,
      `the highest ${singular} has no upper end: take "to" away`,
    );
  else if (compare(readRatio(end.from ?? 0), readRatio(end.to)) >= 0) {
    report.add(
      [...path, last, "to"],
      `${code}-unsorted`,
      `expected more than ${end.from ?? 0}, got ${end.to}`,
    );
  }
}
