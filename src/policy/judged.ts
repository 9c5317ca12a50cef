import type { PlacementInput } from "../classification/placement-input.js";
import type { Decimal } from "../kernel/decimal.js";
import { createReport } from "../kernel/report.js";
import { show } from "../kernel/show.js";
import type { Score } from "../scoring/score.js";
import type { CheckedPolicy } from "./policy.js";

/** What a gate may look at: the score of an indicator or a group, or the points of an extra. */
interface Judged {
  readonly id: string;
  readonly score?: Decimal;
}

/** The scores of the indicators and groups that gates look at; a gate cannot judge one that has no score. */
export function judgedScores(
  gates: NonNullable<CheckedPolicy["matrix"]["gates"]>,
  scores: Readonly<Record<string, Score>>,
): Pick<PlacementInput, "indicators" | "groups"> {
  const report = createReport("invalid-input", "review");
  const judged = (kind: "indicator" | "group") => {
    const found = Object.values(scores).flatMap(({ groups, indicators, extras }): readonly Judged[] =>
      kind === "group" ? groups : [...indicators, ...extras.map(({ id, points }) => ({ id, score: points }))],
    );
    return gates.flatMap((gate): readonly (readonly [string, Decimal])[] => {
      const id = gate[kind];
      if (id === undefined) return [];
      const score = found.find((one) => one.id === id)?.score;
      if (score !== undefined) return [[id, score]];
      const message = `the gate ${show(gate.id)} needs the score of ${show(id)}, which has none: there is no evidence that counts for it, and its weight went to the others`;
      report.add(["evidence", id], "score-missing", message, { gate: gate.id, [kind]: id });
      return [];
    });
  };
  const [indicators, groups] = [judged("indicator"), judged("group")];
  report.stop();
  return { indicators: Object.fromEntries(indicators), groups: Object.fromEntries(groups) };
}
