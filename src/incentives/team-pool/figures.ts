import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber, configRatio, id } from "../../kernel/fields.js";
import { type NumberInput, readNumber, readRatio } from "../../kernel/number.js";
import { multiply, type Rational, sum, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { described, list } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";

/** The schema of a sum of figures, such as 40 % of the value added, less the payroll. */
export function figuresSchema(description: string) {
  return described(
    list(
      z.strictObject({
        figure: z.optional(described(id(), "The name of a figure of the input.")),
        times: z.optional(
          described(configRatio(), "What part of the figure counts; all of it, if not said."),
        ),
        amount: z.optional(
          described(configNumber(), "In place of a figure: an amount that is always the same."),
        ),
      }),
      1,
    ),
    description,
  );
}

/** A sum of figures and amounts. */
export type Figures = readonly {
  readonly figure?: string | undefined;
  readonly times?: number | string | undefined;
  readonly amount?: number | string | undefined;
}[];

/** Notes terms that are not either a figure or an amount. */
export function checkFigures(figures: Figures | undefined, path: Path, report: Report): void {
  for (const [index, { figure, times, amount }] of report.items(figures, path)) {
    const here = [...path, index];
    if (!report.sound(here)) continue;
    if ((figure === undefined) === (amount === undefined))
      report.add(here, "one-of", "expected either a figure or an amount");
    else if (amount !== undefined && times !== undefined)
      report.add([...here, "times"], "one-of", "an amount is what it is: take this away");
  }
}

/** The sum of figures, of those that are given; notes the ones that are not. */
export function sumFigures(
  figures: Figures,
  given: Readonly<Record<string, NumberInput>>,
  report: Report,
): Rational {
  return sum(
    figures.map(({ figure, times = 1, amount = 0 }) => {
      if (figure === undefined) return readNumber(amount);
      if (Object.hasOwn(given, figure)) return multiply(readRatio(times), readNumber(given[figure] ?? 0));
      const here = ["figures", figure];
      if (report.clean(here)) report.add(here, "missing", `the pool needs the figure ${show(figure)}`);
      return ZERO;
    }),
  );
}
