// Careers with something wrong about them: checkPolicy finds people who show it, and they come to what it says.
import { expect, test } from "vitest";
import { checkPolicy, compilePolicy, type Policy, type Warning } from "../../src/index.js";
import { shown } from "../witness.js";

const axis = (id: string, more: Partial<Policy["axes"][number]> = {}): Policy["axes"][number] => ({
  id,
  indicators: [{ id: `${id}-points`, weight: 1, measure: { kind: "points" } }],
  bands: [{ id: "low" }, { id: "high", from: 60 }],
  ...more,
});
const withHelp = (more: Partial<Policy["axes"][number]> = {}) =>
  axis("x", {
    indicators: [
      { id: "x-points", weight: "60%", measure: { kind: "points" } },
      { id: "x-help", weight: "40%", measure: { kind: "points" } },
    ],
    ...more,
  });
const cells = (...moves: readonly ("up" | "stay" | "down")[]) =>
  ["low low", "low high", "high low", "high high"].map((place, index) => {
    const [x = "", y = ""] = place.split(" ");
    return { at: { x, y }, move: moves[index] ?? ("stay" as const) };
  });
const byCell = { when: [{ kind: "cell" as const }] };
const level = (kind: "at-least" | "below", on: string, score: number, periods = 1) => ({
  kind,
  axis: on,
  score,
  periods,
});

function policyOf(
  adjustment: Omit<Policy["adjustment"], "cycle">,
  matrix: Policy["matrix"] = { cells: cells("down", "stay", "stay", "up") },
  axes = [axis("x"), axis("y")],
): Policy {
  return {
    format: 1,
    id: "planted",
    effectiveFrom: "2026-01-01",
    axes,
    tiers: [{ id: "one" }, { id: "two" }, { id: "three" }],
    matrix,
    adjustment: { cycle: "quarter", precedence: "demote", ...adjustment },
  };
}

test.each<[string, Policy, Warning["code"], object]>([
  [
    "only with a certificate, up by it and down by a level",
    policyOf({
      promote: { when: [{ kind: "certificate", certificate: "diploma" }] },
      demote: { when: [level("below", "x", 40, 2)] },
    }),
    "flicker",
    { known: { certificates: ["diploma"] }, conditions: ["diploma", "x-below"] },
  ],
  [
    "up for points that are kept, and down again",
    policyOf({
      promote: { when: [{ kind: "points", atLeast: 4 }] },
      demote: { when: [level("below", "y", 50, 2)] },
      points: { awards: [{ at: { y: "high" }, points: 1 }], onPromotion: "keep", onDemotion: "keep" },
    }),
    "flicker",
    { standing: { points: "4" }, conditions: ["points", "y-below"] },
  ],
  [
    "only whose indicator passes a gate that keeps others from rising",
    policyOf(
      { promote: { when: [level("at-least", "y", 50)] }, demote: { when: [level("below", "x", 50, 2)] } },
      {
        cells: cells(),
        gates: [{ id: "help", indicator: "x-help", atLeast: 80, onFail: "block-promotion" }],
      },
      [withHelp(), axis("y")],
    ),
    "flicker",
    { known: { indicators: { "x-help": "80" } } },
  ],
  [
    "just enough for a gate, and no longer in a cell that keeps the tier",
    policyOf(
      { promote: byCell, demote: byCell },
      {
        cells: [
          { at: { x: "low" }, move: "stay" },
          { at: { x: "high" }, move: "down" },
        ],
        gates: [{ id: "help", indicator: "x-help", atLeast: 80, onFail: "veto" }],
      },
      [withHelp({ bands: [{ id: "low" }, { id: "high", from: 30 }] })],
    ),
    "better-is-worse",
    {
      known: { indicators: { "x-help": "79.9999" } },
      betterKnown: { indicators: { "x-help": "80" } },
      conditions: ["cell", "help"],
    },
  ],
  [
    "a trial that is passed, after which a level demotes",
    policyOf({
      promote: byCell,
      demote: { when: [level("below", "y", 40)] },
      trial: { months: 6, pass: [level("at-least", "x", 70)], extensions: { most: 1, months: 3 } },
    }),
    "better-is-worse",
    { standing: { trial: { extensions: 0 } }, conditions: ["x-at-least"] },
  ],
  [
    "an exit for a failed plan, from which a demotion saves",
    policyOf({
      promote: byCell,
      demote: {
        when: [level("below", "y", 40)],
        plan: { periods: 2, actions: ["coach"], targets: [level("at-least", "x", 80)], onFail: "exit" },
      },
    }),
    "better-is-worse",
    { tiers: ["one", "two"], standing: { plan: {} }, conditions: ["y-below"] },
  ],
  [
    "a fall of a mean that promotes",
    policyOf({
      promote: { when: [{ kind: "fall", axis: "x", by: 15, periods: 2, outOf: 3 }] },
      demote: byCell,
    }),
    "better-is-worse",
    { conditions: ["x-fall"] },
  ],
  [
    "a worse cell beyond a margin",
    policyOf({ promote: byCell, demote: byCell }, { cells: cells("up", "up", "stay", "stay") }, [
      axis("x", { margin: 5 }),
      axis("y"),
    ]),
    "better-is-worse",
    {},
  ],
  [
    "bands of a group of which the better one is the worse",
    policyOf(
      {
        promote: { when: [{ kind: "placed", at: { x: "low" } }] },
        demote: { when: [{ kind: "placed", at: { x: "high" } }] },
      },
      {},
      [
        axis("x", {
          bands: [{ id: "low" }, { id: "high" }],
          relative: { kind: "top-share", cuts: [{ band: "high", share: "50%" }], ties: "all-in" },
        } as Partial<Policy["axes"][number]>),
        axis("y"),
      ],
    ),
    "better-is-worse",
    { known: { bands: { axes: { x: { bands: [{ band: "high", from: "50" }] } } } } },
  ],
])("finds %s", (_, policy, code, witness) => {
  expect(compilePolicy.check(policy)).toEqual([]);
  const warnings = checkPolicy(policy).filter((warning) => warning.code === code);
  const witnesses = warnings.map((warning) => JSON.parse(JSON.stringify(warning.witness)));
  expect(witnesses.find((one) => matches(one, witness)) ?? witnesses).toMatchObject(witness);
  for (const warning of warnings)
    expect(shown(policy, warning, evidenceOf)).toEqual({ tiers: warning.witness.tiers, shows: true });
});

/** An axis has one indicator, or `x-help` beside, which counts 40 %. */
function evidenceOf(scores: Readonly<Record<string, string>>, indicators: Readonly<Record<string, string>>) {
  const help = indicators["x-help"];
  return Object.fromEntries(
    Object.entries(scores).flatMap(([id, score]) =>
      id === "x" && help !== undefined
        ? [
            ["x-help", help],
            ["x-points", ((Number(score) - 0.4 * Number(help)) / 0.6).toFixed(6)],
          ]
        : [[`${id}-points`, indicators[`${id}-points`] ?? score]],
    ),
  );
}

function matches(value: unknown, wanted: unknown): boolean {
  try {
    expect(value).toMatchObject(wanted as object);
    return true;
  } catch {
    return false;
  }
}
