// checkPolicy against people: whoever flickers or is harmed by better evidence was warned of, and each warning's witness shows it.
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { checkPolicy, compilePolicy, type Policy, type Warning } from "../../src/index.js";
import { shown } from "../witness.js";
import { anyPolicy } from "./any-policy.js";
import { anyPerson, evidenceOf, flickersBy, isHarmed, type Person } from "./checked-people.js";

vi.setConfig({ testTimeout: 300_000 });

const RUNS = { numRuns: 20 };
const anyPeople = fc.array(anyPerson, { minLength: 25, maxLength: 25 });
/** Only so many people go through whole careers. */
const CAREERS = 8;

const seen: Record<string, number> = {};

function check(policy: Policy, people: readonly Person[]): void {
  const context = { policy, review: compilePolicy(policy).review };
  const warnings = checkPolicy(policy);
  const flickers = warnings.filter(({ code }) => code === "flicker");
  const harms = warnings.filter(({ code }) => code === "better-is-worse");

  const moved = people.slice(0, CAREERS).map((person) => flickersBy(context, person));
  const fro = moved.filter((conditions) => conditions.length > 0);
  for (const conditions of fro) expect(flickers.some((warning) => isFor(conditions, warning))).toBe(true);
  note("flicker", fro.length > 0, flickers);

  const isHarmful = people.some((person) => isHarmed(context, person));
  if (isHarmful) expect(harms).not.toEqual([]);
  note("better-is-worse", isHarmful, harms);

  for (const warning of [...flickers, ...harms]) {
    expect(shown(policy, warning, evidenceOf)).toEqual({ tiers: warning.witness.tiers, shows: true });
    expect(warning.witness.conditions).not.toEqual([]);
  }
}

/** Whether a warning names none but these conditions. */
function isFor(conditions: readonly string[], { witness }: Warning): boolean {
  return (witness.conditions ?? []).every((id) => conditions.includes(id));
}

function note(code: string, isSeen: boolean, warnings: readonly Warning[]): void {
  const what = `${code} ${isSeen ? "seen" : "not seen"}, ${warnings.length > 0 ? "warned of" : "not warned of"}`;
  seen[what] = (seen[what] ?? 0) + 1;
}

test.each([
  ["that reward better evidence", false],
  ["that may punish it", true],
])("rules %s: whoever flickers or is harmed was warned of, and each warning shows it", (_, odd) => {
  fc.assert(fc.property(anyPolicy({ odd }), anyPeople, check), RUNS);
});

test("both sides occurred", () => {
  console.log("check-policy", seen);
  for (const code of ["flicker", "better-is-worse"]) {
    expect(seen[`${code} seen, warned of`]).toBeGreaterThan(0);
    expect(seen[`${code} not seen, warned of`]).toBeGreaterThan(0);
    expect(seen[`${code} not seen, not warned of`]).toBeGreaterThan(0);
  }
});
