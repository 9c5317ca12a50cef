import type { NumberInput } from "../../../../src/index.js";
import { readNumber } from "../../../../src/kernel/number.js";
import { compare } from "../../../../src/kernel/rational.js";
import { ladderOf, type Seen } from "./seen.js";

/** Counts where the person was placed, and what the cell says. */
export function countPlacement(seen: Seen): void {
  const { matrix, placement, decision, given, count } = seen;
  for (const { due, owner, dueOn } of decision.actions) {
    count("action", "a label");
    count("action", "an owner", owner !== undefined);
    if (due !== undefined) count("action", "days" in due ? "in days" : "in months", dueOn !== undefined);
  }
  count(
    "action",
    "of a plan",
    decision.plans.some(({ status }) => status === "opened"),
  );
  if (placement === undefined) return;
  for (const { axis, band, from, keptFrom } of placement.axes) {
    const score = readNumber(given.scores?.[axis] as NumberInput);
    const isOn = (start: NumberInput | undefined) =>
      start !== undefined && compare(score, readNumber(start)) === 0;
    count("band", "lowest", from === undefined);
    count("band", "exactly at its beginning", isOn(from));
    count("band", "kept by a margin", keptFrom !== undefined);
    count("band", "kept exactly at the margin", keptFrom !== undefined && isOn(keptFrom));
    count("band", "kept below that of before", keptFrom !== undefined && seen.bands[axis] !== band);
  }
  countGates(seen);
  countCell(seen);
  if (matrix.cells === undefined) count("cell", "no cells");
}

function countGates({ placement, decision, count }: Seen): void {
  const gates = placement?.gates ?? [];
  for (const { of, passed, onFail } of gates) {
    count("gate", `${of.kind} ${passed ? "passed" : "failed"}`);
    if (!passed) count("gate", `${onFail} failed`);
  }
  count(
    "gate",
    "several caps",
    gates.filter(({ passed, onFail }) => !passed && onFail === "cap-tier").length > 1,
  );
  const isUp = decision.conditions.some(({ purpose, met }) => purpose === "up" && met);
  count("gate", "keeps the cell from promoting", !isUp && decision.holds.some(({ code }) => code === "gate"));
}

function countCell({ matrix, rules, standing, placement, count }: Seen): void {
  const { tier, move } = placement?.cell ?? {};
  if (matrix.cells === undefined) return;
  if (tier === undefined) {
    count("cell", move === undefined ? "neither" : "move");
    return;
  }
  const ladder = ladderOf(rules, standing.tier);
  const distance = ladder.indexOf(tier) - ladder.indexOf(standing.tier);
  const isElsewhere = !ladder.includes(tier);
  count("cell", "a tier of another track", isElsewhere);
  const way = isElsewhere || distance === 0 ? "stay" : distance > 0 ? "up" : "down";
  if (move === undefined) count("cell", "tier");
  else count("cell", way === move ? "both agree" : "both do not agree");
}
