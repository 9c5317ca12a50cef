import * as z from "zod/mini";
import { configNumber } from "../../kernel/fields.js";
import { described, type Plain } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { optionMeasure } from "./choice.js";
import type { Measure } from "./measure.js";

/** The fields of the measure. */
export function yesNoFields() {
  return {
    /** True or false, each with its score. */
    kind: z.literal("yes-no"),
    /** The score of yes. Default: `100`. */
    yes: z._default(configNumber(), 100),
    /** The score of no. Default: `0`. */
    no: z._default(configNumber(), 0),
  };
}

/** Something that is so or not, such as a certificate (M4). */
export function yesNoSchema() {
  return described(z.strictObject(yesNoFields()), "True or false, each with its score.");
}

export type YesNoMeasure = Plain<z.output<ReturnType<typeof yesNoSchema>>>;

export function compileYesNo({ yes, no }: YesNoMeasure): Measure {
  return optionMeasure(
    [
      { label: "yes", evidence: true, score: yes },
      { label: "no", evidence: false, score: no },
    ],
    (evidence, path, report) => {
      if (evidence === true || evidence === false) return evidence ? "yes" : "no";
      report.add(path, "wrong-type", `expected true or false, got ${show(evidence)}`);
      return undefined;
    },
  );
}
