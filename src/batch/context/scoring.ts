import { defineFactory, type Factory } from "../../kernel/calculator.js";
import { checkPolicyParts } from "../../policy/check.js";
import { type CheckedPolicy, type Policy, policySchema } from "../../policy/policy.js";
import type { WeightSchema } from "../../scoring/schema.js";
import type { InputColumn } from "../columns/columns.js";
import { compileBatch } from "../run/run.js";

export type Columns = Readonly<Record<string, InputColumn>>;

/** An axis and what scores it. */
export interface ScoredAxis {
  readonly id: string;
  readonly schema: object;
}

/** Scores all rows but those that are refused. */
export type Scoring = ReturnType<typeof compileBatch>;

const scoring: Factory<Policy, Scoring> = /* @__PURE__ */ defineFactory({
  title: "batch",
  config: policySchema,
  check: checkPolicyParts,
  compile: compileBatch,
});

/** A policy that scores and does nothing else: all scores are of one band. */
export function scoringOf(
  { format, id, effectiveFrom, tiers, comparedWithin, adjustment }: CheckedPolicy,
  axes: readonly ScoredAxis[],
): Scoring {
  const scored = axes.map((axis) => ({
    ...(axis.schema as WeightSchema),
    id: axis.id,
    bands: [{ id: "all" }],
  }));
  return scoring({
    ...{ format, id, effectiveFrom, tiers },
    axes: scored as Policy["axes"],
    ...(comparedWithin === undefined ? {} : { comparedWithin }),
    matrix: {},
    adjustment: { cycle: adjustment.cycle },
  } as Policy);
}

/** The axes of a policy as they are scored. */
export function scoredAxes({ axes }: CheckedPolicy): readonly ScoredAxis[] {
  return axes.map(
    ({ id, label: _label, bands: _bands, relative: _relative, margin: _margin, ...schema }) => ({
      id,
      schema,
    }),
  );
}

const SCORING = new Set(["tier", "attributes", "presence", "evidence", "previous"]);

/** The columns that scores depend on; `ids`, where they are given, are the only ones that have evidence or earlier scores. */
export function scoringColumns(columns: Columns, ids?: ReadonlySet<string>): Columns {
  return Object.fromEntries(
    Object.entries(columns).filter(([name]) => {
      const [first = "", id = ""] = name.split(".");
      const isOfOne = first === "evidence" || first === "previous";
      return SCORING.has(first) && (ids === undefined || !isOfOne || ids.has(id));
    }),
  );
}
