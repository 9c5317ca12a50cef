import { type Decision, explain, explainDecision, type Locale } from "tierwise";
import type { Happening, Kind } from "./happenings.js";

const NOTHING = {
  ...{ missed: [], conditions: [], requirements: [], holds: [] },
  ...{ actions: [], plans: [], sanctions: [] },
} as const;

/** The sentences of a review's explanation that say why something happened; where a tier changed, first the change itself. */
export function whyOf({ kind, review, carriedOver }: Happening, locale: Locale): readonly string[] {
  if (carriedOver !== undefined) return explain(carriedOver, { locale });
  const say = (decision: Decision) => explainDecision(decision, { locale });
  const { crossing: _crossing, trial: _trial, exit: _exit, ...decision } = review.decision;
  const own = { ...decision, ...NOTHING, ...partOf(kind, review.decision) };
  switch (kind) {
    case "promoted":
    case "demoted":
    case "crossed":
      return say(own);
    case "plan-passed":
    case "plan-failed": {
      const others = say({ ...own, plans: [] });
      return say(own).filter((sentence) => !others.includes(sentence));
    }
    default:
      return say(own).slice(say({ ...own, ...NOTHING }).length);
  }
}

/** What in a decision made one thing happen. */
function partOf(kind: Kind, decision: Decision): Partial<Decision> {
  const { because, conditions, holds, plans, sanctions, crossing } = decision;
  switch (kind) {
    case "no-place":
      return {
        conditions: conditions.filter(({ met, purpose }) => met && purpose === "up"),
        holds: holds.filter(({ code }) => code === "no-place"),
      };
    case "plan-passed":
      return { conditions, plans: plans.filter(({ status }) => status === "passed") };
    case "plan-failed":
      return { conditions, plans: plans.filter(({ status }) => status === "failed") };
    case "violation":
      return { sanctions };
    default:
      return {
        conditions: because?.source === "condition" ? conditions.filter((one) => decides(one, decision)) : [],
        sanctions: because?.source === "sanction" ? sanctions : [],
        plans: because?.source === "plan" ? plans.filter(({ status }) => status === "failed") : [],
        ...(crossing === undefined || because?.source !== "crossing" ? {} : { crossing }),
      };
  }
}

function decides(
  { id, met, purpose }: Decision["conditions"][number],
  { because, outcome }: Decision,
): boolean {
  return met && id === because?.id && purpose === (outcome === "promoted" ? "up" : "down");
}
