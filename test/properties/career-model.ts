// Careers as fast-check commands: what happens to one person, a model that keeps only what the rules talk of, and the library.
import fc from "fast-check";
import { expect } from "vitest";
import {
  type CompiledPolicy,
  carryOver,
  compilePolicy,
  type Decision,
  explain,
  type Policy,
  type PolicyStandingInput,
  type Review,
  type ReviewInput,
} from "../../src/index.js";
import { en, zhCN, zhTW } from "../../src/locales/index.js";
import { anyKnown, type Known, ladderOf } from "./any-policy.js";
import { asJson } from "./exact.js";

type Event = NonNullable<ReviewInput["events"]>[number];

const MONTHS = { month: 1, quarter: 3, "half-year": 6, year: 12 };

/** A month as a count of months. */
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const firstDay = (month: number) =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;

/** The period of a cycle that begins with a month. */
function periodFrom(month: number, cycle: Policy["adjustment"]["cycle"]): string {
  const [year, at] = [Math.floor(month / 12), (month % 12) / MONTHS[cycle] + 1];
  if (cycle === "month") return `${year}-${String(at).padStart(2, "0")}`;
  return cycle === "year" ? String(year) : `${year}-${cycle === "quarter" ? "Q" : "H"}${at}`;
}

/** Whole months between two days. */
const monthsFrom = (from: string, to: string) =>
  monthOf(to) - monthOf(from) - (to.slice(8) < from.slice(8) ? 1 : 0);

/** All that the model knows of the person. */
export interface Model {
  /** Which of the two versions of the policy holds. */
  version: 0 | 1;
  tier: string;
  since: string;
  /** The first month that no review has looked at. */
  next: number;
  /** The last promotion or demotion. */
  lastChange?: { direction: "up" | "down"; on: string };
  trial?: string;
  heldUntil?: string;
  /** How often the open improvement plan can still be extended. */
  extensionsLeft: number;
  protections: { reason: string; from: string; to: string }[];
  violations: { id: string; severity: string; date: string }[];
  /** What is told at the next review. */
  pending: Event[];
  events: number;
}

/** One step of a career, so that it can be run again. */
export type Step =
  | {
      readonly kind: "review";
      readonly version: 0 | 1;
      readonly input: Omit<ReviewInput, "standing">;
      readonly review: Review;
    }
  | { readonly kind: "carry-over"; readonly standing: PolicyStandingInput };

/** The library: two versions of a policy, the standing, and what was done. */
export interface Real {
  readonly policies: readonly [Policy, Policy];
  readonly compiled: readonly [CompiledPolicy, CompiledPolicy];
  standing: PolicyStandingInput;
  readonly steps: Step[];
  readonly seen: Record<string, number>;
}

export function realOf(
  policies: readonly [Policy, Policy],
  standing: PolicyStandingInput,
  seen: Record<string, number>,
): Real {
  return {
    policies,
    compiled: [compilePolicy(policies[0]), compilePolicy(policies[1])],
    standing,
    steps: [],
    seen,
  };
}

export function modelOf(standing: PolicyStandingInput): Model {
  return {
    version: 0,
    tier: standing.tier,
    since: standing.since,
    next: monthOf("2026-01-01"),
    ...(standing.trial === undefined ? {} : { trial: standing.trial.until }),
    extensionsLeft: 0,
    protections: [],
    violations: [],
    pending: [],
    events: 0,
  };
}

/** One step of a career on the library alone. */
export function again(
  step: Step,
  standing: PolicyStandingInput,
  { policies, compiled }: Real,
): PolicyStandingInput {
  if (step.kind === "carry-over") return carryOver(policies[1])(standing).standing;
  const review = compiled[step.version].review({ ...step.input, standing });
  expect(asJson(review)).toEqual(asJson(step.review));
  return review.standing;
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

type Command = fc.Command<Model, Real>;

/** A command that says itself when a career fails. */
abstract class Named {
  toString(): string {
    return `${this.constructor.name}(${JSON.stringify({ ...this })})`;
  }
}

/** A review, perhaps late: some periods before it are not reviewed. */
class ReviewNow extends Named implements Command {
  constructor(
    readonly known: Known,
    readonly left: number,
  ) {
    super();
  }
  check = () => true;
  run(model: Model, real: Real): void {
    const policy = real.policies[model.version];
    const { cycle } = policy.adjustment;
    const [length, begin] = [MONTHS[cycle], Math.ceil(model.next / MONTHS[cycle]) * MONTHS[cycle]];
    const month = begin + this.left * length;
    const [from, to] = [firstDay(month), firstDay(month + length)];
    const period = periodFrom(month, cycle);
    const events = model.pending.map((event) => ({ ...event, date: firstDay(month) }));
    for (const event of events) {
      if (event.kind === "protection")
        model.protections.push({ reason: event.reason, from: event.from, to: event.to });
      if (event.kind === "violation")
        model.violations.push({ id: event.id, severity: event.severity, date: event.date });
      if (event.kind === "reversal") model.violations = model.violations.filter(({ id }) => id !== event.of);
    }
    model.violations = model.violations.filter(
      ({ severity, date }) => severity === "major" || monthsFrom(date, lastDayBefore(to)) < 12,
    );
    const input = { person: { id: "p" }, period, ...this.known, events };
    const before = JSON.stringify(real.standing);
    const review = real.compiled[model.version].review(frozen({ ...input, standing: real.standing }));
    expect(JSON.stringify(real.standing)).toBe(before);
    real.steps.push({ kind: "review", version: model.version, input, review });
    const { decision } = review;
    const { outcome, because, skipped } = decision;
    for (const kind of [
      outcome,
      ...(because === undefined ? [] : [`by ${because.source}`]),
      ...(skipped ? ["skipped"] : []),
    ])
      count(real, kind);

    const active = model.protections.filter((one) => one.from < to && one.to >= from);
    expect(decision.skipped).toBe(active.some(({ reason }) => reason === "leave"));
    const touched = (start: number) =>
      model.protections.some(
        (one) => one.reason === "leave" && one.from < firstDay(start + length) && one.to >= firstDay(start),
      );
    const missed = Array.from({ length: this.left }, (_, index) => begin + index * length).filter(
      (start) => !touched(start),
    );
    if (real.standing.reviewed !== undefined && sameCycle(real.standing.reviewed, period))
      expect(decision.missed).toEqual(missed.map((start) => periodFrom(start, cycle)));
    expect(decision.from).toBe(model.tier);
    expect(decision.effectiveFrom).toBe(to);
    expect(review.standing.tier).toBe(decision.to);
    expectWithinRules(
      model,
      review,
      policy,
      active.map(({ reason }) => reason),
    );
    expectOwnLimits(decision, policy);
    expectExplained(review, policy);

    const moved = decision.to !== decision.from;
    expect(review.standing.since).toBe(moved ? to : model.since);
    const ladder = ladderOf(policy, decision.from);
    if (moved) {
      model.since = to;
      delete model.heldUntil;
      if (ladder.includes(decision.to))
        model.lastChange = {
          direction: ladder.indexOf(decision.to) > ladder.indexOf(decision.from) ? "up" : "down",
          on: to,
        };
    }
    model.tier = decision.to;
    if (model.heldUntil !== undefined && to >= model.heldUntil) delete model.heldUntil;
    const { trial } = review.standing;
    if (trial === undefined) delete model.trial;
    else model.trial = trial.until;
    model.extensionsLeft = extensionsLeft(review.standing, policy);
    model.next = month + length;
    model.pending = [];
    real.standing = review.standing;
  }
}

const lastDayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
const sameCycle = (one: string, other: string) => one.length === other.length && one[5] === other[5];

/** Notes that something happened, so that a test can say what it has seen. */
function count({ seen }: Real, kind: string): void {
  seen[kind] = (seen[kind] ?? 0) + 1;
}

function extensionsLeft({ plan }: PolicyStandingInput, { adjustment }: Policy): number {
  return plan === undefined ? 0 : (adjustment.demote?.plan?.extensions?.most ?? 0) - (plan.extensions ?? 0);
}

/** What holds a move by its end is on the ladder of the person; a limit of another track says nothing. */
function expectOwnLimits({ from, holds }: Decision, policy: Policy): void {
  for (const hold of holds)
    if (["ceiling", "floor", "cap"].includes(hold.code) && "tier" in hold)
      expect(ladderOf(policy, from)).toContain(hold.tier);
}

/** A move by conditions is inside every limit of the rules, read from the document. */
function expectWithinRules(
  model: Model,
  { decision, placement }: Review,
  policy: Policy,
  protectedBy: readonly string[],
): void {
  if (decision.because?.source !== "condition" || decision.to === decision.from) return;
  const ladder = ladderOf(policy, decision.from);
  const steps = ladder.indexOf(decision.to) - ladder.indexOf(decision.from);
  const direction = steps > 0 ? "up" : "down";
  const { promote, demote, precedence, protections = [] } = policy.adjustment;
  const rule = direction === "up" ? promote : demote;
  const exempt = rule?.when.find(({ id }) => id === decision.because?.id)?.exempt ?? [];
  expect(ladder).toContain(decision.to);
  if (!exempt.includes("step-limit") && rule?.mostSteps !== undefined)
    expect(Math.abs(steps)).toBeLessThanOrEqual(rule.mostSteps);
  if (placement.cell.tier === undefined) expect(Math.abs(steps)).toBe(1);
  if (!exempt.includes("minimum-time"))
    expect(monthsFrom(model.since, decision.effectiveFrom)).toBeGreaterThanOrEqual(
      rule?.minimumMonthsInTier ?? 0,
    );
  const contrary = model.lastChange !== undefined && model.lastChange.direction !== direction;
  if (contrary && !exempt.includes("cooling-off"))
    expect(monthsFrom(model.lastChange?.on ?? "", decision.effectiveFrom)).toBeGreaterThanOrEqual(
      rule?.coolingOffMonths ?? 0,
    );
  const limit = (tier: string | undefined, end: number) =>
    tier === undefined || !ladder.includes(tier) ? end : ladder.indexOf(tier);
  const at = ladder.indexOf(decision.to);
  if (direction === "up")
    expect(at).toBeLessThanOrEqual(
      Math.min(limit(promote?.ceiling, ladder.length), limit(placement.capTier, ladder.length)),
    );
  else expect(at).toBeGreaterThanOrEqual(limit(demote?.floor, 0));
  const held = direction === "up" ? ("promotion" as const) : ("demotion" as const);
  for (const reason of protectedBy)
    expect(protections.find((one) => one.reason === reason)?.holds ?? ["demotion"]).not.toContain(held);
  expect(decision.trial?.status ?? "passed").toBe("passed");
  expect(model.trial !== undefined && decision.trial === undefined).toBe(false);
  const met = (way: string) => decision.conditions.some((one) => one.met && one.purpose === way);
  expect(met(direction)).toBe(true);
  if (met("up") && met("down")) expect(precedence).toBe(direction === "up" ? "promote" : "demote");
  if (direction === "down") {
    expect(model.heldUntil === undefined || decision.effectiveFrom >= model.heldUntil).toBe(true);
    return;
  }
  expect(decision.requirements.every((one) => one.met)).toBe(true);
  expect(placement.gates.every(({ passed, onFail }) => passed || onFail === "cap-tier")).toBe(true);
  const points = model.violations.reduce((sum, { severity }) => sum + (severity === "major" ? 2.5 : 1), 0);
  expect(points).toBeLessThan(2);
}

/** A decision says itself in three languages, and whence and whither. */
function expectExplained({ decision }: Review, { tiers }: Policy): void {
  for (const locale of [en, zhCN, zhTW]) {
    const text = explain(decision, { locale }).join("\n");
    for (const tier of [decision.from, decision.to]) {
      const label = tiers.find(({ id }) => id === tier)?.label as Readonly<Record<string, string>>;
      expect(text).toContain(label[locale.languageTag]);
    }
    expect(text).not.toMatch(/undefined|NaN|\[object|null/);
  }
}

/** A review of a period that is over is refused, and so is one of another cycle; nothing is changed. */
class ReviewTooEarly extends Named implements Command {
  constructor(
    readonly known: Known,
    readonly otherCycle: boolean,
  ) {
    super();
  }
  check = (_: Readonly<Model>) => true;
  run(model: Model, real: Real): void {
    const { cycle } = real.policies[model.version].adjustment;
    const other = cycle === "month" ? "quarter" : "month";
    const reviewed = real.standing.reviewed;
    if (reviewed === undefined && !this.otherCycle) return;
    const last = Math.ceil(model.next / MONTHS[cycle]) * MONTHS[cycle] - MONTHS[cycle];
    const period = this.otherCycle
      ? periodFrom(Math.ceil(model.next / 3) * 3, other)
      : periodFrom(last, cycle);
    const before = JSON.stringify(real.standing);
    const outcome = real.compiled[model.version].review.safe({
      person: { id: "p" },
      period,
      ...this.known,
      standing: frozen(real.standing),
    });
    expect(outcome.ok ? "reviewed" : outcome.error.issues.map(({ code }) => code)).toContain(
      this.otherCycle ? "wrong-cycle" : "period-not-after",
    );
    expect(JSON.stringify(real.standing)).toBe(before);
    count(real, "refused");
  }
}

/** Something happens that is told at the next review. */
abstract class Happening extends Named implements Command {
  abstract event(model: Readonly<Model>): Partial<Event> | undefined;
  check = (model: Readonly<Model>) => this.event(model) !== undefined;
  run(model: Model, real: Real): void {
    const event = this.event(model) as Event;
    model.events += 1;
    model.pending.push({ ...event, id: `e${model.events}` });
    count(real, event.kind);
  }
}

class Protected extends Happening {
  constructor(
    readonly reason: string,
    readonly after: number,
    readonly months: number,
  ) {
    super();
  }
  event({ next }: Readonly<Model>): Partial<Event> {
    const from = firstDay(next + this.after);
    return {
      kind: "protection",
      reason: this.reason,
      from,
      to: lastDayBefore(firstDay(next + this.after + this.months)),
    };
  }
}

class Appointed extends Happening {
  constructor(readonly to: string) {
    super();
  }
  event(): Partial<Event> {
    return { kind: "appointment", to: this.to, by: { en: "the panel", "zh-TW": "委員會" } };
  }
}

class Violated extends Happening {
  constructor(readonly severity: string) {
    super();
  }
  event(): Partial<Event> {
    return { kind: "violation", severity: this.severity, source: "external" };
  }
}

/** An appeal against one of the violations that count has success. */
class Appealed extends Happening {
  constructor(readonly which: number) {
    super();
  }
  event({ violations, pending }: Readonly<Model>): Partial<Event> | undefined {
    const open = violations.filter(
      ({ id }) => !pending.some((event) => event.kind === "reversal" && event.of === id),
    );
    const one = open[this.which % Math.max(1, open.length)];
    return one === undefined ? undefined : { kind: "reversal", of: one.id };
  }
}

class WishesToCross extends Happening {
  event({ tier }: Readonly<Model>): Partial<Event> {
    return { kind: "crossing", to: ["m", "n"].includes(tier) ? "main" : "side" };
  }
}

class PlanExtended extends Happening {
  event({ extensionsLeft: left, pending }: Readonly<Model>): Partial<Event> | undefined {
    const told = pending.some(({ kind }) => kind === "plan-extended");
    return left > 0 && !told ? { kind: "plan-extended" } : undefined;
  }
}

/** The second version of the policy comes into force; it refuses a period that is over before it begins. */
class PolicyChanges extends Named implements Command {
  check = ({ version, pending }: Readonly<Model>) =>
    version === 0 && pending.every(({ kind }) => kind !== "plan-extended");
  run(model: Model, real: Real): void {
    const [, next] = real.policies;
    const length = MONTHS[next.adjustment.cycle];
    const month = Math.ceil(model.next / length) * length;
    const before = JSON.stringify(real.standing);
    if (month + length <= monthOf(next.effectiveFrom)) {
      const period = periodFrom(month, next.adjustment.cycle);
      const input = { person: { id: "p" }, period, evidence: {}, standing: frozen(real.standing) };
      const outcome = real.compiled[1].review.safe(input);
      expect(outcome.ok || outcome.error.issues.map(({ code }) => code)).toContain("policy-not-in-force");
      expect(JSON.stringify(real.standing)).toBe(before);
      count(real, "not in force");
      return;
    }
    const carried = carryOver(next)(frozen(real.standing));
    expect(JSON.stringify(real.standing)).toBe(before);
    for (const locale of [en, zhCN, zhTW])
      expect(explain(carried, { locale }).join()).not.toMatch(/undefined|NaN|\[object/);
    real.steps.push({ kind: "carry-over", standing: carried.standing });
    real.standing = carried.standing;
    count(real, "carry-over");
    model.version = 1;
    model.extensionsLeft = extensionsLeft(carried.standing, next);
    const { tiers = [], grandfather } = next.transition ?? {};
    model.tier = tiers.find(({ from }) => from === model.tier)?.to ?? model.tier;
    expect(carried.standing.tier).toBe(model.tier);
    if (grandfather !== undefined)
      model.heldUntil = firstDay(monthOf(next.effectiveFrom) + grandfather.months);
  }
}

/** What happens in a career; reviews most of all. */
export function careerCommands(withTracks: boolean) {
  const months = fc.integer({ min: 1, max: 12 });
  const review = fc
    .tuple(anyKnown, fc.constantFrom(0, 0, 0, 0, 0, 1, 2))
    .map(([known, left]) => new ReviewNow(known, left));
  const tiers = ["a", "b", "c", "d", ...(withTracks ? ["m", "n"] : [])];
  return [
    review,
    review,
    review,
    review,
    review,
    fc.tuple(anyKnown, fc.boolean()).map(([known, other]) => new ReviewTooEarly(known, other)),
    fc
      .tuple(fc.constantFrom("leave", "transfer", "freeze"), fc.integer({ min: 0, max: 3 }), months)
      .map(([reason, after, length]) => new Protected(reason, after, length)),
    fc.constantFrom(...tiers).map((tier) => new Appointed(tier)),
    fc.constantFrom("minor", "minor", "major").map((severity) => new Violated(severity)),
    fc.nat({ max: 9 }).map((which) => new Appealed(which)),
    ...(withTracks ? [fc.constant(new WishesToCross())] : []),
    fc.constant(new PlanExtended()),
    fc.constant(new PolicyChanges()),
  ];
}
