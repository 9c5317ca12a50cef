import type { Policy } from "../../../src/index.js";
import type { Random } from "../../reference/generate/random.js";
import { planCredits } from "./credits.js";
import type { Details } from "./figures.js";

/** A policy that pays commissions on credits, and a function that makes people with credits. */
export interface CreditPolicy {
  readonly policy: Policy;
  person(): { readonly evidence: Readonly<Record<string, number>>; readonly details: Details };
}

export function planCreditPolicy(random: Random, index: number): CreditPolicy {
  const ids = ["s0", "s1"].slice(0, random.int(1, 2));
  const plans = ids.map((on, place) =>
    planCredits(random, { id: `i${place}`, currency: "USD", axes: ["a"], indicators: [on] }),
  );
  const indicators = ids.map((id) => ({
    id,
    weight: 1,
    measure: { kind: "attainment", target: 100_000 },
  }));
  return {
    policy: {
      format: 1,
      id: `credits-${index}`,
      effectiveFrom: "2026-01-01",
      currency: "USD",
      axes: [{ id: "a", bands: [{ id: "low" }, { id: "high", from: 80 }], normalise: true, indicators }],
      tiers: [{ id: "t1" }, { id: "t2" }, { id: "t3" }],
      matrix: {},
      adjustment: { cycle: "quarter" },
      incentives: plans.map(({ incentive }) => incentive),
    } as unknown as Policy,
    person: () => ({
      evidence: Object.fromEntries(ids.map((id) => [id, random.pick([1, 50_000.5, 100_000])])),
      details: Object.assign({}, ...plans.map(({ person }) => person())),
    }),
  };
}
