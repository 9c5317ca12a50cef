import { add, compare, type Rational } from "../../kernel/rational.js";
import type { StatementLine } from "../line.js";
import { type ComparedPart, comparedParts, compareNames } from "./compared-parts.js";

/** A part of the one line and its like in the other; one of them may be missing. */
export interface PartPair {
  readonly of?: string | undefined;
  /** The rate by which it is known among those of its name. */
  readonly rate?: Rational;
  readonly before?: ComparedPart | undefined;
  readonly after?: ComparedPart | undefined;
}

/**
 * Pairs the parts of two lines, name by name in their order. A part that is alone with its name in both lines is one thing with one rate. Of several, those at one rate are the
 * same, and where both lines have equally many, those at the same position, whose rate has changed.
 */
export function pairParts(before: StatementLine, after: StatementLine): readonly PartPair[] {
  const [old = [], now = []] = comparedParts(before, after);
  const names = [...new Set([...old, ...now].map(({ of }) => of))].sort(compareNames);
  return names.flatMap((of) => {
    const own = (parts: readonly ComparedPart[]) => oneForEachRate(parts.filter((part) => part.of === of));
    return pairsOf(own(old), own(now)).map((pair) => ({ ...pair, of }));
  });
}

function pairsOf(old: readonly ComparedPart[], now: readonly ComparedPart[]): readonly PartPair[] {
  if (old.length < 2 && now.length < 2) return [{ before: old[0], after: now[0] }];
  const same = (parts: readonly ComparedPart[], part: ComparedPart | undefined) =>
    parts.find((one) => part !== undefined && compare(one.rate, part.rate) === 0);
  const moved = (index: number) =>
    old.length === now.length && same(now, old[index]) === undefined && same(old, now[index]) === undefined;
  const kept = old.map((part, index) => ({
    rate: part.rate,
    before: part,
    after: moved(index) ? now[index] : same(now, part),
  }));
  const added = now.filter((part, index) => same(old, part) === undefined && !moved(index));
  return [...kept, ...added.map((part) => ({ rate: part.rate, after: part }))];
}

/** Parts of one name at the same rate are one. */
function oneForEachRate(parts: readonly ComparedPart[]): readonly ComparedPart[] {
  const found: ComparedPart[] = [];
  for (const part of parts) {
    const index = found.findIndex(({ rate }) => compare(rate, part.rate) === 0);
    const like = found[index];
    if (like === undefined) found.push(part);
    else {
      const [basis, amount] = [add(like.basis, part.basis), add(like.amount, part.amount)];
      found[index] = { ...like, basis, amount };
    }
  }
  return found;
}
