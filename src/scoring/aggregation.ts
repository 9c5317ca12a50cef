import * as z from "zod/mini";
import type { Path } from "../kernel/errors.js";
import { configNumber, id } from "../kernel/fields.js";
import { readNumber } from "../kernel/number.js";
import { rationalText } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import type { RoundingMode } from "../kernel/rounding.js";
import { described, list, type Plain } from "../kernel/schema.js";
import { notAmong } from "../kernel/show.js";
import type { Step, WeightedColumn } from "../program/program.js";

/** How the scores of a list become one. */
export function aggregation() {
  return described(
    z.discriminatedUnion("kind", [
      described(z.strictObject({ kind: z.literal("arithmetic") }), "The weighted mean, which is exact."),
      described(
        z.strictObject({
          kind: z.literal("geometric"),
          least: z.optional(
            described(
              configNumber({ least: 0 }),
              "A lower score counts as this; without it, a score of 0 makes the whole 0.",
            ),
          ),
        }),
        "The weighted geometric mean, in which a low score is harder to make up for.",
      ),
      described(
        z.strictObject({ kind: z.literal("minimum") }),
        "The least of the scores that have a weight.",
      ),
      described(
        z.strictObject({
          kind: z.literal("limited"),
          limits: list(
            z.strictObject({
              indicator: z.optional(
                described(id(), "The indicator or group that is looked at; without it, every indicator is."),
              ),
              below: described(configNumber(), "A score below this limits the whole."),
              most: described(configNumber(), "The most that the whole can be then."),
            }),
            1,
          ),
        }),
        "The weighted mean, which a low score of one indicator limits.",
      ),
    ]),
    "How the scores become one: their weighted arithmetic mean unless this says otherwise.",
  );
}

/**
 * A way to aggregate.
 *
 * @useDeclaredType
 */
export type Aggregation = Plain<z.output<ReturnType<typeof aggregation>>>;

/** Notes limits on what is not in the list. */
export function checkAggregation(
  config: Aggregation | undefined,
  names: readonly string[],
  path: Path,
  report: Report,
): void {
  if (config?.kind !== "limited" || !report.sound(path)) return;
  for (const [index, { indicator }] of config.limits.entries()) {
    if (indicator === undefined || names.includes(indicator)) continue;
    const message = notAmong(names, "an indicator or group here", indicator);
    report.add([...path, "limits", index, "indicator"], "unknown-indicator", message, { indicator });
  }
}

/** The columns that are aggregated. */
export interface Aggregated {
  readonly to: string;
  readonly items: readonly WeightedColumn[];
  /** Whether some of them may be missing for a person. */
  readonly mayBeMissing: boolean;
  /** The score columns of all indicators of the list, those in its groups too. */
  readonly indicators: readonly string[];
  readonly decimals: number;
  readonly mode: RoundingMode;
}

/** The steps that make one column of many. */
export function aggregationSteps(config: Aggregation, columns: Aggregated): readonly Step[] {
  const { to, items, mayBeMissing, decimals, mode } = columns;
  switch (config.kind) {
    case "arithmetic":
      return [{ step: mayBeMissing ? "weighted-mean" : "weighted-sum", to, of: items }];
    case "geometric":
      return [
        {
          step: "geometric-mean",
          to,
          of: items,
          ...(config.least === undefined ? {} : { least: rationalText(readNumber(config.least)) }),
          decimals,
          mode,
        },
      ];
    case "minimum":
      return [
        { step: "minimum", to, of: items.filter(({ weight }) => weight !== "0").map(({ column }) => column) },
      ];
    case "limited":
      return limitedSteps(config, columns);
  }
}

type Limited = Extract<Aggregation, { kind: "limited" }>;

/** The column of the mean that limits hold down; no id has a space, so that no indicator has a column of this name. */
export function meanColumn(to: string): string {
  return `${to} mean`;
}

/** The column of what a limit allows; there is a number where the limit holds. */
export function limitColumn(to: string, index: number): string {
  return `${to} limit-${index + 1}`;
}

function limitedSteps(config: Limited, columns: Aggregated): readonly Step[] {
  const { to, items, mayBeMissing } = columns;
  return [
    { step: mayBeMissing ? "weighted-mean" : "weighted-sum", to: meanColumn(to), of: items },
    ...limitSteps(config, columns),
  ];
}

/** The steps that limit the mean, which is there already. */
export function limitSteps(
  { limits }: Limited,
  { to, indicators }: Pick<Aggregated, "to" | "indicators">,
): readonly Step[] {
  const part = (name: string, index: number) => `${to} ${name}-${index + 1}`;
  return [
    ...limits.flatMap(({ indicator, below, most }, index): readonly Step[] => [
      {
        step: "minimum",
        to: part("least", index),
        of: indicator === undefined ? indicators : [`${indicator}.score`],
      },
      {
        step: "band",
        to: part("reach", index),
        of: part("least", index),
        bands: [{ label: "below" }, { label: "enough", from: rationalText(readNumber(below)) }],
      },
      {
        step: "look-up",
        to: limitColumn(to, index),
        by: [part("reach", index)],
        type: "number",
        rows: [{ labels: ["below"], value: rationalText(readNumber(most)) }],
      },
    ]),
    { step: "at-most", to, of: meanColumn(to), limits: limits.map((_, index) => limitColumn(to, index)) },
  ];
}
