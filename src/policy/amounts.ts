import { rationalText } from "../kernel/rational.js";
import { createReport } from "../kernel/report.js";
import { isAbsent, isObject } from "../scoring/evidence.js";
import type { CheckedItem, CheckedMeasure } from "../scoring/items.js";
import type { SimpleMeasure } from "../scoring/measures/index.js";
import { readReduced } from "../scoring/reducers.js";

/** A measure whose evidence is one number, or several that it summarises. */
type NumberMeasure = Exclude<
  SimpleMeasure,
  { readonly kind: "choice" | "yes-no" | "events" | "goal-attainment" }
>;

/** Reads the raw amount of an indicator from evidence that has been scored: a text that reads back exactly, or nothing. */
export type ReadAmount = (evidence: unknown) => string | undefined;

/** The indicators of a weight schema, each with the way to read its amount; undefined where it has no single one. */
export function amountsOf(
  items: readonly CheckedItem[],
): readonly (readonly [string, ReadAmount | undefined])[] {
  return items.flatMap(({ id, indicators, measure, raters }) =>
    indicators === undefined
      ? [[id, raters === undefined && isNumberMeasure(measure) ? readAmount(measure) : undefined] as const]
      : amountsOf(indicators),
  );
}

function isNumberMeasure(measure: CheckedMeasure | undefined): measure is NumberMeasure {
  switch (measure?.kind) {
    case undefined:
    case "composite":
    case "choice":
    case "yes-no":
    case "events":
    case "goal-attainment":
      return false;
    default:
      return true;
  }
}

/** What was reached counts, not the target or the base; of several values the measure's own summary. */
function readAmount({ kind, over }: NumberMeasure): ReadAmount {
  const hasParts = kind === "attainment" || kind === "growth";
  return (evidence) => {
    const given = hasParts && isObject(evidence) ? evidence.actual : evidence;
    if (isAbsent(given)) return undefined;
    const amount = readReduced(given, over, [], createReport("invalid-input", "review"));
    return amount === undefined ? undefined : rationalText(amount);
  };
}
