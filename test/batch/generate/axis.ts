import type { Policy } from "../../../src/index.js";
import type { Random } from "../../reference/generate/random.js";
import { type LeafPlan, planSchema } from "./schema.js";

type Axis = Policy["axes"][number];
type Variant = NonNullable<Axis["variants"]>[number];

/** What variants are for. */
interface Who {
  readonly tier: string;
  readonly line: string | null;
}

/** A random axis, with variants or without, and the indicators that are for a person. */
export interface AxisPlan {
  readonly axis: Axis;
  leavesFor(who: Who): readonly LeafPlan[];
  /** Those of the axis's own schema and of its variants, each once. */
  readonly all: readonly LeafPlan[];
  /** What has earlier scores in any of the schemas, composites too. */
  readonly scored: readonly string[];
  /** Those that are for everybody. */
  readonly always: readonly LeafPlan[];
}

export function planAxis(random: Random, id: string): AxisPlan {
  const own = planSchema(random, id);
  const variants = planVariants(random).map(({ name, when }) => {
    const { schema, leaves, scored } = planSchema(random, `${id}-${name}`, own.leaves);
    return { variant: { id: name, when, ...schema } as Variant, when, leaves, scored };
  });
  const lists = [...variants.map(({ leaves }) => leaves), own.leaves];
  const all = new Map(lists.flat().map((leaf) => [leaf.id, leaf] as const));
  return {
    axis: {
      id,
      ...own.schema,
      bands: [
        { id: "low" },
        { id: "middle", from: random.pick([40, 60, "59.5"]) },
        { id: "high", from: random.pick([80, "79.995", "82.25"]) },
      ],
      ...(random.chance(30) ? { margin: random.pick([2, "0.5"]) } : {}),
      ...(variants.length === 0 ? {} : { variants: variants.map(({ variant }) => variant) }),
    },
    leavesFor: (who) =>
      variants.find(({ when }) =>
        when.every(({ attribute, is }) => is.includes((attribute === "tier" ? who.tier : who.line) ?? "")),
      )?.leaves ?? own.leaves,
    all: [...all.values()],
    scored: [...new Set([own, ...variants].flatMap(({ scored }) => scored))],
    always: own.leaves
      .filter(({ id: name }) => lists.every((leaves) => leaves.some((leaf) => leaf.id === name)))
      .map((leaf) => ({
        ...leaf,
        mayMiss: lists.flat().some(({ id: name, mayMiss }) => name === leaf.id && mayMiss),
      })),
  };
}

function planVariants(random: Random): readonly { name: string; when: Variant["when"] }[] {
  if (random.chance(65)) return [];
  const byTier = { attribute: "tier", is: random.some(["t1", "t2", "t3", "t4"], 1, 2) };
  const byLine = { attribute: "line", is: [random.pick(["field", "office"])] };
  const choices = [[byTier], [byLine], [byTier, byLine]].map((when, place) => ({ name: `v${place}`, when }));
  return random.some(choices, 1, 2) as readonly { name: string; when: Variant["when"] }[];
}
