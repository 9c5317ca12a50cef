import { expect, it } from "vitest";
import { randomOf } from "../reference/generate/random.js";
import { expectAgreement } from "./agreement.js";
import { planBoundary } from "./generate/boundary.js";

/** BOUNDARY_POLICIES=200 BOUNDARY_PEOPLE=500 compares a hundred thousand people. */
const { REFERENCE_SEED = "20261128", BOUNDARY_POLICIES = "12", BOUNDARY_PEOPLE = "40" } = process.env;

it("on ties and beside them, at thresholds and at sizes that nothing expects, columns and one-person functions agree", () => {
  const plans = { policies: Number(BOUNDARY_POLICIES), people: Number(BOUNDARY_PEOPLE) };
  const { paths } = expectAgreement(randomOf(Number(REFERENCE_SEED)), plans, planBoundary);
  console.info(`Boundaries, seed ${REFERENCE_SEED}: ${JSON.stringify(paths)} rows by their paths.`);
  expect(paths.columns).toBeGreaterThan(paths.failed);
  expect(paths.exact).toBeGreaterThan(0);
}, 600_000);
