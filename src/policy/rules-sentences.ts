/** The sentences that describe the rules of promotion and demotion. All values come as texts; empty ones are left out. */
export interface RulesSentences {
  /** "Reviews every {cycle}" */
  adjustment(value: { readonly cycle: "month" | "quarter" | "half-year" | "year" }): string;
  /** "A review is late this many days after its period: {days}." */
  late(value: { readonly days: string }): string;
  /** "Promotion, when any of these is met:" */
  promote(): string;
  /** "Demotion, when any of these is met:" */
  demote(): string;
  /** "Promotion requires all of these:" */
  requires(): string;
  /** "{condition}; needed: {needed}; not held back by: {exempt}; for {tiers}." */
  condition(value: {
    readonly condition: string;
    readonly needed: string;
    readonly exempt: string;
    readonly tiers: string;
  }): string;
  readonly exemptions: Readonly<Record<"minimum-time" | "cooling-off" | "step-limit" | "places", string>>;
  /** "Least time in the tier before, in months: {months}." */
  minimumMonths(value: { readonly months: string }): string;
  /** "Least time after a move the other way, in months: {months}." */
  coolingOff(value: { readonly months: string }): string;
  /** "Most tiers passed at once: {most}." */
  mostSteps(value: { readonly most: string }): string;
  /** "Highest tier: {tier}." */
  ceiling(value: { readonly tier: string }): string;
  /** "Lowest tier: {tier}." */
  floor(value: { readonly tier: string }): string;
  /** The improvement plan: when it begins, how long it is, and what it asks for. */
  plan(value: {
    readonly timing: "with-demotion" | "before-demotion";
    readonly periods: string;
    readonly list: string;
  }): string;
  /** "The plan is passed when all of these are met:" */
  planTargets(): string;
  /** "It may be extended {most} times, by {periods} periods each." */
  planExtensions(value: { readonly most: string; readonly periods: string }): string;
  readonly planFails: Readonly<Record<"demote" | "exit", string>>;
  /** "improvement plan": the state between a tier and a demotion. */
  planState(): string;
  /** "plan passed" */
  planPasses(): string;
  /** "plan failed" */
  planFailsState(): string;
  /** "trial failed" */
  trialFailsState(): string;
  /** "exit": the state after which there is no tier. */
  exitState(): string;
  /** Which of two contrary moves comes first. */
  precedence(value: { readonly precedence: "promote" | "demote" | "retain" }): string;
  /** "Trial period on entry: {months} months." */
  trial(value: { readonly months: string }): string;
  /** "The trial is passed when all of these are met:" */
  trialPass(): string;
  /** "It may go on {most} times, for {months} months each." */
  trialExtensions(value: { readonly most: string; readonly months: string }): string;
  /** "Points that reviews give:" */
  points(): string;
  /** "{bands}: {points}." */
  award(value: { readonly bands: string; readonly points: string }): string;
  readonly pointsOnPromotion: Readonly<Record<"reset" | "keep" | "spend", string>>;
  readonly pointsOnDemotion: Readonly<Record<"reset" | "keep", string>>;
  /** "Protection, {reason}: ..." */
  protection(value: {
    readonly reason: string;
    readonly holds: readonly ("promotion" | "demotion")[];
    readonly skipped: boolean;
  }): string;
  /** "Violations:" */
  violations(): string;
  /** "{severity}: points {points}, counted for {months} months." */
  severity(value: { readonly severity: string; readonly points: string; readonly months: string }): string;
  /** What follows so many points, or so many violations of a severity. */
  consequence(value: {
    readonly consequence: string;
    readonly points: string;
    readonly severity: string;
    readonly count: string;
    readonly steps: string;
  }): string;
  /** "Tracks:" */
  tracks(): string;
  /** "{track}: {tiers}." */
  track(value: { readonly track: string; readonly tiers: string }): string;
  /** A way between tracks, from tier to tier. */
  crossing(value: {
    readonly from: string;
    readonly to: string;
    readonly ways: readonly { readonly from: string; readonly to: string }[];
    readonly mode: "exclusive" | "concurrent";
  }): string;
  /** "Crossing requires all of these:" */
  crossingRequires(): string;
  /** "Where several sources move the tier, the first of these counts: {list}." */
  order(value: { readonly list: string }): string;
  readonly sources: Readonly<
    Record<"sanction" | "appeal" | "appointment" | "crossing" | "plan" | "condition", string>
  >;
}

export const rulesSentencesEn: RulesSentences = {
  adjustment: ({ cycle }) => `Reviews every ${cycle}`,
  late: ({ days }) => `A review is late this many days after its period: ${days}.`,
  promote: () => "Promotion, when any of these is met:",
  demote: () => "Demotion, when any of these is met:",
  requires: () => "Promotion requires all of these:",
  condition: ({ condition, needed, exempt, tiers }) =>
    `${condition}${needed === "" ? "" : `; needed: ${needed}`}${exempt === "" ? "" : `; not held back by ${exempt}`}${tiers === "" ? "" : `; for ${tiers}`}.`,
  exemptions: {
    "minimum-time": "the least time in the tier",
    "cooling-off": "the cooling-off",
    "step-limit": "the limit of steps",
    places: "limited places",
  },
  minimumMonths: ({ months }) => `Least time in the tier before, in months: ${months}.`,
  coolingOff: ({ months }) => `Least time after a move the other way, in months: ${months}.`,
  mostSteps: ({ most }) => `Most tiers passed at once: ${most}.`,
  ceiling: ({ tier }) => `Highest tier by conditions: ${tier}.`,
  floor: ({ tier }) => `Lowest tier by conditions: ${tier}.`,
  plan: ({ timing, periods, list }) =>
    `${timing === "with-demotion" ? "A demotion opens" : "In place of a demotion begins"} an improvement plan over ${periods} further reviews: ${list}.`,
  planTargets: () => "The plan is passed when all of these are met:",
  planExtensions: ({ most, periods }) =>
    `Extensions of the plan: at most ${most}, each by this many periods: ${periods}.`,
  planFails: {
    demote: "A failed plan demotes by one tier.",
    exit: "A failed plan proposes an exit.",
  },
  planState: () => "improvement plan",
  planPasses: () => "plan passed",
  planFailsState: () => "plan failed",
  trialFailsState: () => "trial failed",
  exitState: () => "exit",
  precedence: ({ precedence }) =>
    `Where conditions of both are met, the ${{ promote: "promotion comes first", demote: "demotion comes first", retain: "person stays" }[precedence]}.`,
  trial: ({ months }) => `Trial period on entry, in months: ${months}.`,
  trialPass: () => "The trial is passed when all of these are met:",
  trialExtensions: ({ most, months }) =>
    `Extensions of the trial: at most ${most}, each by this many months: ${months}.`,
  points: () => "Points that a review gives, the first that fits:",
  award: ({ bands, points }) => `${bands}: ${points}.`,
  pointsOnPromotion: {
    reset: "A promotion sets the points to 0.",
    keep: "A promotion keeps the points.",
    spend: "A promotion takes away the points that it asked for.",
  },
  pointsOnDemotion: { reset: "A demotion sets the points to 0.", keep: "A demotion keeps the points." },
  protection: ({ reason, holds, skipped }) =>
    `Protection, ${reason}: holds back ${holds.length === 0 ? "nothing" : holds.join(" and ")} by conditions${skipped ? "; the review is skipped" : ""}.`,
  violations: () => "Violations:",
  severity: ({ severity, points, months }) =>
    `${severity}: points ${points}, ${months === "" ? "counted for good" : `counted for this many months: ${months}`}.`,
  consequence: ({ consequence, points, severity, count, steps }) =>
    `${points === "" ? `${count} of ${severity}` : `At ${points} points`}: ${consequence}${steps === "" ? "" : `, tiers down ${steps}`}.`,
  tracks: () => "Tracks, each from the lowest tier to the highest:",
  track: ({ track, tiers }) => `${track}: ${tiers}.`,
  crossing: ({ from, to, ways, mode }) =>
    `From ${from} to ${to}: ${ways.map((way) => `${way.from} to ${way.to}`).join(", ")}${mode === "concurrent" ? "; the tier that is left is kept beside" : ""}.`,
  crossingRequires: () => "Crossing requires all of these:",
  order: ({ list }) => `Where several sources move the tier, the first of these counts: ${list}.`,
  sources: {
    sanction: "sanction",
    appeal: "appeal",
    appointment: "appointment",
    crossing: "crossing",
    plan: "failed improvement plan",
    condition: "conditions",
  },
};
