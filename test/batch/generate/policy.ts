import type { CohortContext, Policy } from "../../../src/index.js";
import type { Random } from "../../reference/generate/random.js";
import { type AxisPlan, planAxis } from "./axis.js";
import { type Details, figure } from "./figures.js";
import { earlierScores, presence } from "./history.js";
import { planPay } from "./pay.js";

type Axis = Policy["axes"][number];
type Gate = NonNullable<Policy["matrix"]["gates"]>[number];
type Item = Axis["indicators"][number];

/** A random policy that people's figures of few decimals are scored by, and a function that makes such people, many of them at its boundaries. */
export interface BatchPlan {
  readonly policy: Policy;
  /** What the people are compared with. */
  readonly cohort: CohortContext;
  /** A person of a tier. */
  person(tier: string): Person;
}

/** What a row says: the evidence, and what all else depends on by the name of the column. */
export interface Person {
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly details: Details;
}

export function planBatch(random: Random, index: number): BatchPlan {
  const plans = ["a", "b"].slice(0, random.int(1, 2)).map((id) => planAxis(random, id));
  const axes = plans.map(({ axis }) => axis);
  const sure = plans.flatMap((plan) => plan.always.flatMap(({ id, mayMiss }) => (mayMiss ? [] : [id])));
  const top = axes.flatMap((axis) => inAllSchemas(axis, (items) => items.map(({ id }) => id)));
  const gated = sure.filter((id) => top.includes(id));
  const tiers = [{ id: "t1" }, { id: "t2" }, { id: "t3" }];
  const onScores = gated.map((indicator) => ({ indicator, atLeast: random.pick([50, 20, "79.5"]) }));
  const subjects = [...onScores, { certificate: "license" }];
  const gates = random.some<Omit<Gate, "id" | "onFail">>(subjects, 0, 2).map((subject, place) => ({
    id: `g${place}`,
    ...subject,
    ...random.pick([
      { onFail: "block-promotion" as const },
      { onFail: "veto" as const },
      { onFail: "cap-tier" as const, tier: "t2" },
    ]),
  }));
  const pay = planPay(
    random,
    axes.map(({ id }) => id),
    axes.flatMap((axis) => inAllSchemas(axis, numbersIn)),
  );
  const scored = plans.flatMap((plan) => plan.scored);
  const isDated = random.chance(70);
  const isTimed = random.chance(60);
  return {
    cohort: { kind: "cohort", indicators: cohortOf(random, plans) },
    policy: {
      format: 1,
      id: `policy-${index}`,
      effectiveFrom: "2026-01-01",
      axes,
      tiers,
      matrix: gates.length === 0 ? {} : { gates },
      adjustment: { cycle: "quarter" },
      currency: pay.currency,
      incentives: pay.incentives,
    },
    person(tier) {
      const line = random.pick(["field", "office", null]);
      const evidence = Object.fromEntries(plans.flatMap((plan) => evidenceOf(random, plan, { tier, line })));
      const license = random.pick([true, false, 1, 0, null]);
      return {
        evidence,
        details: {
          ...pay.person(),
          ...(isDated ? earlierScores(random, scored) : {}),
          ...(isTimed ? presence(random) : {}),
          "attributes.line": line,
          "certificates.license": license,
        },
      };
    },
  };
}

/** What is known of the others: values of those that compare people, and medians of some. */
function cohortOf(random: Random, plans: readonly AxisPlan[]): CohortContext["indicators"] {
  const leaves = plans.flatMap(({ all }) => all);
  const median = () => figure(random, [40, 80], 5);
  return Object.fromEntries([
    ...leaves.map(({ id, plan }) => [
      id,
      { ...plan.cohort, ...(random.chance(60) ? { medianScore: median() } : {}) },
    ]),
  ]);
}

/** Evidence for the indicators that are for a person; of one in a hundred also for others. */
function evidenceOf(random: Random, { leavesFor, all }: AxisPlan, who: Parameters<AxisPlan["leavesFor"]>[0]) {
  const leaves = random.chance(1) ? all : leavesFor(who);
  return leaves.flatMap(({ id, plan, mayMiss }) =>
    mayMiss && random.chance(30) ? [] : [[id, plan.evidence()] as const],
  );
}

/** What the schema of an axis and those of its variants have in common. */
function inAllSchemas(
  { indicators, variants = [] }: Policy["axes"][number],
  idsOf: (items: readonly Item[]) => readonly string[],
): readonly string[] {
  return idsOf(indicators).filter((id) => variants.every((one) => idsOf(one.indicators).includes(id)));
}

/** The indicators that are one number, so that commission can be paid on it. */
function numbersIn(items: readonly Item[]): readonly string[] {
  return items.flatMap((item) => {
    const { id, indicators, measure } = item;
    if (indicators !== undefined) return numbersIn(indicators);
    return "raters" in item || NO_NUMBER.has(measure?.kind ?? "") ? [] : [id];
  });
}

const NO_NUMBER: ReadonlySet<string> = new Set([
  "choice",
  "yes-no",
  "events",
  "composite",
  "goal-attainment",
]);
