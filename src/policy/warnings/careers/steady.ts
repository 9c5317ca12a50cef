import type { Condition } from "../../../adjustment/conditions/schema.js";
import type { CheckedInput } from "../../../adjustment/input.js";
import { proposalOf } from "../../../adjustment/move.js";
import type { Placement } from "../../../classification/classifier.js";
import { withinLimits } from "../../../classification/facts.js";
import { type NumberInput, readNumber } from "../../../kernel/number.js";
import { compare } from "../../../kernel/rational.js";
import { type Leaf, type Lists, type Said, saidBy, sign } from "./leaves.js";
import type { Person } from "./reviewer.js";
import type { Search } from "./search.js";

/** The conditions for people in some tiers, and what they are made of. */
export interface Judged {
  readonly list: Lists;
  readonly leaves: readonly Leaf[];
}

/** What is known of somebody whose evidence stays. */
interface Steady {
  readonly person: Person;
  readonly placement: Placement;
  readonly search: Search;
}

/** What the rules of one tier may do. */
export interface TierSaid {
  readonly up: boolean;
  readonly down: boolean;
  readonly signs: string;
}

/** What the rules of each tier may do to somebody, whose promotion score is one of these, or anything. */
export function saidOf(
  steady: Steady,
  scores: readonly NumberInput[],
  lists: readonly Judged[],
): readonly TierSaid[] {
  return lists.flatMap(({ list, leaves }) =>
    list.tiers.map((tier) => {
      const signs = new Map<Condition, Said>(
        leaves.map((leaf) => {
          const may =
            leaf.condition.kind === "promotion-score"
              ? scoresMeet(leaf.condition.atLeast, scores)
              : [mayBeMet(leaf, tier, steady)];
          return [leaf.condition, { met: may.includes(true), now: !may.includes(false) }];
        }),
      );
      const isMet = (one: Condition) => saidBy(one, tier, (leaf) => signs.get(leaf) as Said).met;
      return {
        up: list.up.some(isMet) && list.requires.every(isMet),
        down: list.down.some(isMet),
        signs: [...signs.values()].map(sign).join(""),
      };
    }),
  );
}

function scoresMeet(least: NumberInput, scores: readonly NumberInput[]): readonly boolean[] {
  return scores.length === 0
    ? [true, false]
    : scores.map((score) => compare(readNumber(score), readNumber(least)) >= 0);
}

/** Whether somebody whose evidence stays meets a condition in some review. */
function mayBeMet(
  { condition, purpose }: Leaf,
  tier: string,
  { person, placement, search: { reviewer, rules, first } }: Steady,
): boolean {
  switch (condition.kind) {
    case "at-least":
    case "below": {
      const reached = compare(readNumber(person.scores[condition.axis]), readNumber(condition.score)) >= 0;
      return reached === (condition.kind === "at-least");
    }
    case "rise":
    case "fall":
      return false;
    case "cell": {
      const standing = { tier, since: first };
      return (
        reviewer.looksAtTime.places ||
        proposalOf({ placement, standing } as unknown as CheckedInput, rules) === purpose
      );
    }
    case "placed":
      return Object.entries(condition.at).every(([axis, band]) => placement.cell.at[axis] === band);
    case "points":
      return true;
    case "certificate":
      return person.certificates.includes(condition.certificate);
    case "fact": {
      const value = readNumber(person.facts[condition.fact] ?? 0);
      return condition.fact === "months-in-tier" || withinLimits(value, condition);
    }
    default:
      return false;
  }
}
