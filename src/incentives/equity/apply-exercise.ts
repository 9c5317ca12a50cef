import { scaledText } from "../../kernel/rational.js";
import { show } from "../../kernel/show.js";
import { type Context, noted } from "./context.js";
import type { EventOf } from "./events.js";
import type { State } from "./holding.js";
import { readUnits } from "./holding-data.js";
import { openOptions } from "./vested.js";

/** Options that can be exercised on the day are exercised. */
export function applyExercise(
  state: State,
  { on, units: stated }: EventOf<"exercise">,
  context: Context,
): State {
  const { terms, path, report, decimals } = context;
  if (state.grant.instrument !== "options") {
    report.add(path, "event-not-allowed", "only options are exercised; these are restricted units");
    return state;
  }
  const units = readUnits(stated, decimals, [...path, "units"], report);
  const { exercisable } = openOptions(state, terms, on);
  if (units > exercisable) {
    const message = `expected at most the ${scaledText(exercisable, decimals)} that can be exercised on ${on}, got ${show(stated)}`;
    report.add([...path, "units"], "units-over", message);
  }
  if (!report.clean(path)) return state;
  return noted({ ...state, exercised: state.exercised + units }, on, "exercise", { units }, decimals);
}
