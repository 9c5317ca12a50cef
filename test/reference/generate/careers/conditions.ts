import type { ConditionFields, ConditionInput } from "../../../../src/index.js";
import { fraction } from "../numbers.js";
import { names, type Random } from "../random.js";
import { type Aims, aim, CERTIFICATES, COMPUTED, FACTS, somewhere, written } from "./aims.js";

/** What conditions may name, and what they are for. */
export interface Known {
  readonly axes: readonly { readonly id: string; readonly bands: readonly { readonly id: string }[] }[];
  readonly tiers: readonly string[];
  readonly aims: Aims;
}

export type For = "up" | "down" | "requirement";

const EXEMPTIONS = ["minimum-time", "cooling-off", "step-limit", "places"] as const;
/** What conditions are mostly made of; now and then they are of any kind. */
const KINDS = {
  up: [
    "at-least",
    "at-least",
    "rise",
    "cell",
    "cell",
    "placed",
    "points",
    "promotion-score",
    "fact",
    "all",
    "any",
  ],
  down: ["below", "below", "fall", "cell", "cell", "placed", "fact", "place-lost", "all", "any"],
  requirement: [
    "cell",
    "at-least",
    "rise",
    "placed",
    "points",
    "promotion-score",
    "fact",
    "certificate",
    "all",
    "any",
  ],
} as const;
const ODD = [
  "at-least",
  "below",
  "rise",
  "fall",
  "cell",
  "placed",
  "points",
  "promotion-score",
  "certificate",
  "fact",
  "place-lost",
] as const;

/** Conditions of a list; each has another id. */
export function planConditions(
  random: Random,
  known: Known,
  purpose: For,
  most: number,
  depth = 0,
): readonly ConditionInput[] {
  return names(`${purpose}-`, random.int(1, most)).map((id) => {
    const kinds = random.chance(15) ? ODD : KINDS[purpose];
    const joins = depth < 2;
    const kind = random.pick(kinds.filter((one) => joins || (one !== "all" && one !== "any")));
    return planCondition(
      random,
      known,
      purpose,
      { id, ...planHead(random, known, purpose, depth) },
      kind,
      depth,
    );
  });
}

function planHead(random: Random, { tiers }: Known, purpose: For, depth: number): ConditionFields {
  const exempt = depth === 0 && purpose !== "requirement" && random.chance(35);
  return {
    ...(random.chance(20) ? { label: random.pick(["a condition", { en: "a rule", "zh-TW": "規則" }]) } : {}),
    ...(exempt ? { exempt: random.some(EXEMPTIONS, 1, 3) } : {}),
    ...(random.chance(15) ? { tiers: random.some(tiers, 1, tiers.length) } : {}),
  };
}

function planCondition(
  random: Random,
  known: Known,
  purpose: For,
  head: ConditionFields,
  kind: ConditionInput["kind"],
  depth: number,
): ConditionInput {
  const { axes, aims } = known;
  const axis = random.pick(axes);
  switch (kind) {
    case "at-least":
    case "below": {
      const score = written(random, aim(aims.levels, axis.id, somewhere(random, 30, 70)));
      return { ...head, kind, axis: axis.id, score, ...maybe(random, "over"), ...planRow(random) };
    }
    case "rise":
    case "fall": {
      const by = written(random, aim(aims.changes, axis.id, somewhere(random, 2, 15)));
      return { ...head, kind, axis: axis.id, by, ...maybe(random, "against"), ...planRow(random) };
    }
    case "cell":
      return { ...head, kind, ...planRow(random) };
    case "placed": {
      const named = random.some(axes, 1, axes.length);
      const at = Object.fromEntries(named.map(({ id, bands }) => [id, random.pick(bands).id]));
      return { ...head, kind, at, ...planRow(random) };
    }
    case "points":
      return { ...head, kind, atLeast: written(random, somewhere(random, 2, 12)) };
    case "promotion-score": {
      const atLeast = somewhere(random, 30, 60);
      aims.promotionScores.push(atLeast);
      return { ...head, kind, atLeast: written(random, atLeast) };
    }
    case "fact":
      return { ...head, kind, ...planFact(random, aims) };
    case "certificate":
      return { ...head, kind, certificate: random.pick(CERTIFICATES) };
    case "place-lost":
      return { ...head, kind };
    case "all":
    case "any":
      return { ...head, kind, of: planConditions(random, known, purpose, 3, depth + 1) };
  }
}

/** Limits on a fact that the input states, or on one that is worked out. */
export function planFact(random: Random, aims: Aims) {
  const fact = random.pick([...FACTS, ...COMPUTED]);
  const least = somewhere(random, 0, fact === "months-in-tier" ? 24 : 3);
  const most = fraction(Number(least.n / least.d) + random.int(1, 4));
  const limits = random.pick(["atLeast", "atLeast", "atMost", "both"] as const);
  aim(aims.facts, fact, least);
  aim(aims.facts, fact, most);
  return {
    fact,
    ...(limits === "atMost" ? {} : { atLeast: written(random, least) }),
    ...(limits === "atLeast" ? {} : { atMost: written(random, most) }),
  };
}

function maybe<Name extends string>(random: Random, name: Name): { readonly [Key in Name]?: number } {
  return random.chance(45) ? ({ [name]: random.pick([1, 2, 2, 3]) } as { [Key in Name]: number }) : {};
}

function planRow(random: Random): { readonly periods?: number; readonly outOf?: number } {
  if (random.chance(40)) return {};
  const periods = random.pick([1, 2, 2, 3]);
  return random.chance(55) ? { periods } : { periods, outOf: periods + random.int(0, 2) };
}
