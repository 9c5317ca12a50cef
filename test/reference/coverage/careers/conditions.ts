import type { ConditionInput, ConditionResult } from "../../../../src/index.js";
import { periodsAfter } from "../../../../src/kernel/calendar.js";
import type { Count } from "../coverage.js";
import type { Seen } from "./seen.js";

/** Counts what conditions, requirements, targets and the like came to. */
export function countConditions({ rules, standing, decision, count }: Seen): void {
  const { conditions, requirements, plans, trial, crossing } = decision;
  const lists = [conditions, requirements, ...plans.map(({ targets = [] }) => targets)];
  for (const result of [...lists, trial?.conditions ?? [], crossing?.requirements ?? []].flat())
    countResult(result, count);
  if (requirements.length > 0)
    count("requirement", requirements.every(({ met }) => met) ? "all met" : "some not met");
  if (decision.skipped) return;
  for (const written of [...(rules.promote?.when ?? []), ...(rules.demote?.when ?? [])])
    countTiers(written, standing.tier, count);
}

function countTiers(written: ConditionInput, tier: string, count: Count): void {
  const { tiers } = written;
  if (tiers !== undefined)
    count("condition for some tiers", tiers.includes(tier) ? "is there" : "is not there");
  if (!("of" in written) || tiers?.includes(tier) === false) return;
  const isThere = written.of.some((part) => part.tiers?.includes(tier) !== false);
  count("condition for some tiers", "joined of none", !isThere);
}

function countResult(result: ConditionResult, count: Count): void {
  const { kind, purpose, met, name, of = [] } = result;
  count(met ? "condition met" : "condition not met", `${kind} ${purpose}`);
  if (kind === "fact") count("fact", name ?? "");
  for (const part of of) {
    countResult(part, count);
    count("joined", "of joined ones", part.of !== undefined);
    count("joined", "of both kinds", part.of !== undefined && part.kind !== kind);
  }
  count("joined", "met by a part", kind === "any" && met && of.some((part) => !part.met));
  countRow(result, count);
  countCorner(result, count);
}

function countRow(result: ConditionResult, count: Count): void {
  const { kind, met, periods, outOf, over, against, value, now, evidence } = result;
  if (!["at-least", "below", "rise", "fall", "cell", "placed"].includes(kind)) return;
  const changes = kind === "rise" || kind === "fall";
  const inRow = ["", "one review", "two in a row", "three in a row"][periods] ?? "";
  count("row", periods === outOf ? inRow : "some of the last", met);
  count("row", "of the last, and not this one", met && !now);
  if (over !== undefined) count("row", value === undefined ? "a mean of too few" : "a mean of several");
  if (changes && value !== undefined)
    count("row", against === undefined ? "against the review before" : "against an earlier one");
  count("row", "against none", changes && value === undefined);
  count("row", "bands of earlier reviews", kind === "placed" && evidence.length > 1);
  const isApart = evidence.some(({ period }, index) => {
    const before = evidence[index - 1];
    return before !== undefined && periodsAfter(period, before.period) > 1;
  });
  count("row", "passes over what is protected", isApart && periods === outOf);
}

function countCorner({ kind, value, threshold, atMost, over }: ConditionResult, count: Count): void {
  const corner = {
    "at-least": over === undefined ? "level" : "mean",
    below: over === undefined ? "level" : "mean",
    rise: "rise or fall",
    fall: "rise or fall",
    points: "points",
    "promotion-score": "promotion score",
    fact: "atLeast",
  }[kind as string];
  if (corner === undefined || value === undefined) return;
  count("number exactly on", corner, threshold?.eq(value) === true);
  count("number exactly on", "atMost", atMost?.eq(value) === true);
}
