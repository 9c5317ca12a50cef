import type { Label } from "../kernel/label.js";
import { conditionsFor, judgeConditions } from "./conditions/condition.js";
import type { ConditionResult, Situation } from "./conditions/result.js";
import type { Condition } from "./conditions/schema.js";
import type { CheckedInput } from "./input.js";
import { trackOf } from "./ladder.js";
import type { CheckedRules } from "./rules.js";
import { type Because, because, type Proposal } from "./sources.js";
import type { HeldTier } from "./standing.js";

/** What came of the wish to cross to another track. */
export interface CrossingResult {
  /** The id of the way, where it has one. */
  readonly id?: string;
  readonly from: string;
  readonly to: string;
  readonly label?: Label;
  readonly mode: "exclusive" | "concurrent";
  /** The tier of the other track; absent where no way leads there from the present one. */
  readonly tier?: string;
  /** What crossing requires, met or not. */
  readonly requirements: readonly ConditionResult[];
  readonly possible: boolean;
}

/** Judges the last wish to cross, where there is one. Where the review is `skipped`, no condition is looked at, so a way that requires something is not open. */
export function judgeCrossing(
  { events, standing }: CheckedInput,
  rules: CheckedRules,
  situation: Situation,
  skipped: boolean,
): CrossingResult | undefined {
  const wish = events.flatMap((event) => (event.kind === "crossing" ? [event] : [])).at(-1);
  const from = trackOf(rules, standing.tier);
  if (wish === undefined || from === undefined) return undefined;
  const way = rules.crossings?.find((one) => one.from === from.id && one.to === wish.to);
  const { id, label, mode = "exclusive", map = [], requires = [] } = way ?? {};
  const held = tierHeldIn(wish.to, standing.also, rules);
  const tier =
    way === undefined ? undefined : (held?.tier ?? map.find((step) => step.from === standing.tier)?.to);
  const requirements = skipped ? [] : judgeConditions(requires, "requirement", situation);
  const waits = skipped && conditionsFor(requires as readonly Condition[], standing.tier).length > 0;
  return {
    ...(id === undefined ? {} : { id }),
    from: from.id,
    to: wish.to,
    ...(label === undefined ? {} : { label }),
    mode,
    ...(tier === undefined ? {} : { tier }),
    requirements,
    possible: tier !== undefined && !waits && requirements.every(({ met }) => met),
  };
}

/** The tier of a track that the person holds beside the present one. */
function tierHeldIn(
  track: string,
  also: CheckedInput["standing"]["also"],
  rules: CheckedRules,
): HeldTier | undefined {
  return also?.find(({ tier }) => trackOf(rules, tier)?.id === track);
}

/** The move that a crossing proposes. */
export function ofCrossing(crossing: CrossingResult | undefined): readonly Proposal[] {
  return crossing?.possible && crossing.tier !== undefined
    ? [{ because: because("crossing", crossing), to: crossing.tier }]
    : [];
}

/** The tier that everything comes to, and what decided on it. */
interface Outcome {
  readonly to: string;
  readonly because?: Because;
  readonly crossing: CrossingResult | undefined;
}

/** The tiers that are held beside the one that a decision comes to. */
export function heldBeside(
  { standing }: CheckedInput,
  rules: CheckedRules,
  { to, because: by, crossing }: Outcome,
): readonly HeldTier[] {
  const others = (standing.also ?? []).filter(
    ({ tier }) => trackOf(rules, tier)?.id !== trackOf(rules, to)?.id,
  );
  const keeps = by?.source === "crossing" && crossing?.mode === "concurrent";
  return keeps ? [...others, { tier: standing.tier, since: standing.since }] : others;
}
