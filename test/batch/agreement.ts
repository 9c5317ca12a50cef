import { expect } from "vitest";
import { type Batch, type BatchPaths, batch, type InputColumn } from "../../src/batch/index.js";
import type { Policy } from "../../src/index.js";
import type { Random } from "../reference/generate/random.js";
import { detailColumns, evidenceColumns } from "./columns.js";
import { onePerson, rowOf } from "./one-person.js";

const PERIOD = "2026-Q3";
const PATHS = ["columns", "exact", "person", "failed"] as const;

/** A policy, and how people under it come about. */
interface Plan {
  readonly policy: Policy;
  readonly person: () => {
    readonly evidence: Parameters<typeof evidenceColumns>[0][number];
    readonly details: Parameters<typeof detailColumns>[0][number];
  };
}

/** Expects columns and one-person functions to agree on every person of some policies; how many rows took which path, and each result. */
export function expectAgreement(
  random: Random,
  plans: { readonly policies: number; readonly people: number },
  plan: (random: Random, index: number) => Plan,
): { readonly paths: BatchPaths; readonly found: readonly Batch[] } {
  const paths = { columns: 0, exact: 0, person: 0, failed: 0 };
  const found = Array.from({ length: plans.policies }, (_, index) => {
    const { policy, person } = plan(random, index);
    const people = Array.from({ length: plans.people }, person);
    const tiers = people.map(() => random.pick(["t1", "t2", "t3"]));
    const columns = {
      ...evidenceColumns(people.map(({ evidence }) => evidence)),
      ...detailColumns(people.map(({ details }) => details)),
      tier: tiers,
    };
    const result = batch(policy)({
      period: PERIOD,
      pay: true,
      columns: columns as Record<string, InputColumn>,
    });
    const alone = onePerson(policy, PERIOD);
    for (const [row, { evidence, details }] of people.entries())
      expect(rowOf(result, row), `${policy.id}, row ${row}`).toEqual(
        alone(evidence, tiers[row] as string, details),
      );
    for (const path of PATHS) paths[path] += result.paths[path];
    return result;
  });
  return { paths, found };
}
