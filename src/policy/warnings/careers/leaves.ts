import { conditionsFor, parts } from "../../../adjustment/conditions/condition.js";
import type { Purpose } from "../../../adjustment/conditions/result.js";
import type { Condition, PlainCondition, RowCondition } from "../../../adjustment/conditions/schema.js";
import type { CheckedRules } from "../../../adjustment/rules.js";

/** What one condition says at a review: whether it is met, and whether the review alone meets it. */
export interface Said {
  readonly met: boolean;
  readonly now: boolean;
}

/** A condition that is not made of others, and what it is for. */
export interface Leaf {
  readonly condition: RowCondition | PlainCondition;
  readonly purpose: Purpose;
}

/** The conditions for people in some tiers, which are the same for all of these. */
export interface Lists {
  readonly tiers: readonly string[];
  readonly up: readonly Condition[];
  readonly requires: readonly Condition[];
  readonly down: readonly Condition[];
  readonly targets: readonly Condition[];
  readonly pass: readonly Condition[];
}

/** The conditions tier by tier; tiers of which they are the same are put together. */
export function listsOf(rules: CheckedRules): readonly Lists[] {
  const { promote, demote, trial } = rules;
  const written = [promote?.when, promote?.requires, demote?.when, demote?.plan?.targets, trial?.pass];
  const all = written.map((list) => (list ?? []) as readonly Condition[]);
  const everything = all.flatMap((list) => list.flatMap((one) => parts(one)));
  const groups = new Map<string, string[]>();
  for (const { id } of rules.tiers) {
    const own = all.flatMap((list) => list.flatMap((one) => parts(one, id)));
    const key = own.map((one) => everything.indexOf(one)).join();
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  return [...groups.values()].map((tiers) => {
    const [up = [], requires = [], down = [], targets = [], pass = []] = all.map((list) =>
      conditionsFor(list, tiers[0] as string),
    );
    return { tiers, up, requires, down, targets, pass };
  });
}

/** What the conditions of some tiers are made of. */
export function leavesOf({ tiers, up, requires, down, targets, pass }: Lists): readonly Leaf[] {
  const of = (list: readonly Condition[], purpose: Purpose) =>
    list
      .flatMap((one) => parts(one, tiers[0]))
      .flatMap((condition) => ("of" in condition ? [] : [{ condition, purpose }]));
  return [
    ...of(up, "up"),
    ...of(down, "down"),
    ...[requires, targets, pass].flatMap((list) => of(list, "requirement")),
  ];
}

/** What a condition says, where it is known of all that it is made of. */
export function saidBy(condition: Condition, tier: string, of: (leaf: Leaf["condition"]) => Said): Said {
  if (!("of" in condition)) return of(condition);
  const inside = conditionsFor(condition.of, tier).map((one) => saidBy(one, tier, of));
  const over = (holds: (one: Said) => boolean) =>
    condition.kind === "all" ? inside.every(holds) : inside.some(holds);
  return { met: over(({ met }) => met), now: over(({ now }) => now) };
}

/** One sign for what a condition says. */
export function sign({ met, now }: Said): string {
  return met ? (now ? "!" : "+") : now ? "~" : "-";
}

export function ofSign(text: string | undefined): Said {
  return { met: text === "!" || text === "+", now: text === "!" || text === "~" };
}
