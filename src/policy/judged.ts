import type { PlacementInput } from "../classification/placement-input.js";
import type { Decimal } from "../kernel/decimal.js";
import { createReport } from "../kernel/report.js";
import { show } from "../kernel/show.js";
import type { Score } from "../scoring/score.js";
import type { CheckedPolicy } from "./policy.js";

/** The scores of the indicators and groups that gates look at; a gate cannot judge one that has no score. */
export function judgedScores(
  gates: NonNullable<CheckedPolicy["matrix"]["gates"]>,
  scores: Readonly<Record<string, Score>>,
): Pick<PlacementInput, "indicators" | "groups"> {
  const report = createReport("invalid-input", "review");
  const judged = (kind: "indicator" | "group") => {
    const found: Record<string, Decimal> = {};
    for (const gate of gates) {
      const id = gate[kind];
      if (id === undefined) continue;
      const score = scoreOf(kind, id, scores);
      if (score !== undefined) {
        found[id] = score;
        continue;
      }
      const message = `the gate ${show(gate.id)} needs the score of ${show(id)}, which has none: there is no evidence that counts for it, and its weight went to the others`;
      report.add(["evidence", id], "score-missing", message, { gate: gate.id, [kind]: id });
    }
    return found;
  };
  const [indicators, groups] = [judged("indicator"), judged("group")];
  report.stop();
  return { indicators, groups };
}

/** The score of an indicator or a group, or the points of an extra. */
function scoreOf(
  kind: "indicator" | "group",
  id: string,
  scores: Readonly<Record<string, Score>>,
): Decimal | undefined {
  for (const { groups, indicators, extras } of Object.values(scores)) {
    const scored = (kind === "group" ? groups : indicators).find((one) => one.id === id);
    if (scored !== undefined) return scored.score;
    const extra = kind === "group" ? undefined : extras.find((one) => one.id === id);
    if (extra !== undefined) return extra.points;
  }
  return undefined;
}
