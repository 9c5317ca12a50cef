import { readFileSync } from "node:fs";
import {
  type BandContext,
  type BandGroup,
  bandContext,
  type CompiledPolicy,
  type Label,
  type Policy,
  type Review,
  type ReviewInput,
} from "tierwise";

/** One review of a career: what goes in beside the standing, and what must come out of the decision. */
export interface CareerReview extends Omit<ReviewInput, "person" | "standing" | "bands"> {
  /** The group that the person is compared with, where bands depend on it. */
  readonly group?: string;
  readonly expect: {
    readonly outcome: string;
    readonly from: string;
    readonly to: string;
    readonly [property: string]: unknown;
  };
}

/** A person, or a club, over the periods. */
export interface Career {
  readonly id: string;
  readonly label: Label;
  /** Made up by us; else it happened. */
  readonly invented: boolean;
  readonly standing: ReviewInput["standing"];
  readonly reviews: readonly CareerReview[];
}

/** A rule book of this folder: its policy and its careers. */
export interface RuleBook {
  readonly policy: Policy;
  readonly groups: { readonly [group: string]: BandGroup };
  readonly careers: readonly Career[];
}

export const RULE_BOOKS = [
  "bank-account-managers",
  "police-ranks",
  "civil-service-appraisal",
  "airline-tiers",
  "league-promotion",
] as const;

/** Reads a rule book of this folder. */
export function readBook(name: (typeof RULE_BOOKS)[number]): RuleBook {
  return { groups: {}, ...read(`${name}/careers.json`), policy: read(`${name}/policy.json`) };
}

function read(file: string) {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
}

/** Reviews a career from its first period to its last; each standing goes into the next review. */
export function runCareer(policy: CompiledPolicy, { groups }: RuleBook, career: Career): readonly Review[] {
  let standing = career.standing;
  return career.reviews.map(({ expect: _expected, group, ...input }) => {
    const bands = group === undefined ? {} : { bands: bandsOf(policy, groups[group]) };
    const review = policy.review({ person: { id: career.id }, ...input, ...bands, standing });
    standing = review.standing;
    return review;
  });
}

function bandsOf({ parts }: CompiledPolicy, group: BandGroup | undefined): BandContext {
  return bandContext(parts.matrix)(group ?? { people: [] });
}
