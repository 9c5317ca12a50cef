import { expect, test } from "vitest";
import { checkPolicy, compilePolicy, type Policy, type Warning } from "../../src/index.js";
import { keyAccountManagers } from "../../src/presets/index.js";

const axis = (id: string, bands: Policy["axes"][number]["bands"]) => ({
  id,
  indicators: [{ id: `${id}-points`, weight: 1, measure: { kind: "points" as const } }],
  bands,
});
const halves = () => [{ id: "low" }, { id: "high", from: 60 }];
const cell = (x: string, y: string, move: "up" | "stay" | "down") => ({ at: { x, y }, move });

/** A policy in which there is nothing to find. */
const SOUND: Policy = {
  format: 1,
  id: "sound",
  effectiveFrom: "2026-01-01",
  axes: [axis("x", halves()), axis("y", halves())],
  tiers: [{ id: "one" }, { id: "two" }, { id: "three" }],
  matrix: {
    cells: [
      cell("low", "low", "down"),
      cell("low", "high", "stay"),
      cell("high", "low", "stay"),
      cell("high", "high", "up"),
    ],
  },
  adjustment: {
    cycle: "quarter",
    promote: { when: [{ kind: "cell", periods: 2 }] },
    demote: { when: [{ kind: "cell" }] },
    precedence: "demote",
  },
};

const changed = (change: (policy: Writable) => void): Policy => {
  const policy = structuredClone(SOUND) as unknown as Writable;
  change(policy);
  return policy as unknown as Policy;
};
// biome-ignore lint/suspicious/noExplicitAny: the tests plant all sorts of defects.
type Writable = any;

test("a sound policy gives no warning", () => {
  expect(checkPolicy(SOUND)).toEqual([]);
  expect(checkPolicy(keyAccountManagers)).toEqual([]);
});

test("a policy that is not valid is refused", () => {
  expect(() => checkPolicy({ ...SOUND, tiers: [] })).toThrow(/tiers/);
});

test.each<[string, Policy, Warning["code"], string, object]>([
  [
    "a band above the best score",
    changed((policy) => policy.axes[0].bands.push({ id: "dream", from: 101 }) && addCells(policy)),
    "band-unreachable",
    "axes,0,bands,2",
    { scores: { x: "100" } },
  ],
  [
    "a level above the best score",
    changed((policy) => policy.adjustment.promote.when.push({ kind: "at-least", axis: "x", score: 101 })),
    "condition-never-met",
    "adjustment,promote,when,1",
    { scores: { x: "100" } },
  ],
  [
    "a level below the least score",
    changed((policy) => policy.adjustment.demote.when.push({ kind: "below", axis: "x", score: 0 })),
    "condition-never-met",
    "adjustment,demote,when,1",
    { scores: { x: "0" } },
  ],
  [
    "a level that everybody reaches",
    changed((policy) => policy.adjustment.promote.when.push({ kind: "at-least", axis: "y", score: 0 })),
    "condition-always-met",
    "adjustment,promote,when,1",
    { scores: { y: "0" } },
  ],
  [
    "more rises in a row than the range has room for",
    changed((policy) => policy.adjustment.promote.when.push({ kind: "rise", axis: "x", by: 30, periods: 4 })),
    "condition-never-met",
    "adjustment,promote,when,1",
    { scores: { x: "100" } },
  ],
  [
    "a requirement above the best score",
    changed((policy) => {
      policy.adjustment.promote.requires = [{ kind: "at-least", axis: "y", score: 101 }];
    }),
    "requirement-never-met",
    "adjustment,promote,requires,0",
    { scores: { y: "100" } },
  ],
  [
    "a plan that nobody passes",
    changed((policy) => {
      policy.adjustment.demote.plan = {
        periods: 1,
        actions: ["coach"],
        targets: [{ kind: "at-least", axis: "x", score: 120 }],
      };
    }),
    "plan-never-passed",
    "adjustment,demote,plan,targets,0",
    { scores: { x: "100" } },
  ],
  [
    "a trial that nobody passes",
    changed((policy) => {
      policy.adjustment.trial = { months: 3, pass: [{ kind: "at-least", axis: "y", score: "100.01" }] };
    }),
    "trial-never-passed",
    "adjustment,trial,pass,0",
    { scores: { y: "100" } },
  ],
  [
    "a gate that nobody passes",
    changed((policy) => {
      policy.matrix.gates = [{ id: "g", indicator: "x-points", atLeast: 110, onFail: "block-promotion" }];
    }),
    "gate-never-passed",
    "matrix,gates,0",
    { scores: { "x-points": "100" } },
  ],
  [
    "a gate that nobody fails",
    changed((policy) => {
      policy.matrix.gates = [{ id: "g", indicator: "x-points", atLeast: 0, onFail: "block-promotion" }];
    }),
    "gate-never-fails",
    "matrix,gates,0",
    { scores: { "x-points": "0" } },
  ],
  [
    "a gate on an axis that nobody passes",
    changed((policy) => {
      policy.matrix.gates = [{ id: "g", axis: "x", atLeast: "100.01", onFail: "veto" }];
    }),
    "gate-never-passed",
    "matrix,gates,0",
    { scores: { x: "100" } },
  ],
  [
    "a gate on an axis that nobody fails",
    changed((policy) => {
      policy.matrix.gates = [{ id: "g", axis: "x", atLeast: 0, onFail: "block-promotion" }];
    }),
    "gate-never-fails",
    "matrix,gates,0",
    { scores: { x: "0" } },
  ],
  [
    "a consequence of points where no violation gives any",
    changed((policy) => {
      policy.adjustment.violations = {
        severities: [{ id: "minor", points: 0 }],
        consequences: [{ kind: "warning", atPoints: 1 }],
      };
    }),
    "consequence-unreachable",
    "adjustment,violations,consequences,0",
    {},
  ],
  [
    "a misspelt key of places",
    changed((policy) => {
      policy.axes[0].id = "performance";
      for (const cell of policy.matrix.cells) cell.at = { performance: cell.at.x, y: cell.at.y };
      policy.places = {
        quotas: [{ tier: "three", most: { count: 1 } }],
        keys: [{ key: "perfomance", order: "descending" }],
      };
    }),
    "name-misspelt",
    "places,keys,0,key",
    {},
  ],
  [
    "a misspelt fact inside a requirement, where another condition names the right one twice",
    changed((policy) => {
      policy.adjustment.promote.requires = [
        { kind: "fact", fact: "interview", atLeast: 3, tiers: ["one"] },
        { kind: "fact", id: "second", fact: "interview", atLeast: 4, tiers: ["two"] },
        { kind: "all", of: [{ kind: "fact", fact: "interveiw", atLeast: 5 }] },
      ];
    }),
    "name-misspelt",
    "adjustment,promote,requires,2,of,0,fact",
    {},
  ],
  [
    "a fact of a gate that is an indicator misspelt",
    changed((policy) => {
      policy.matrix.gates = [{ id: "g", fact: "x-point", atLeast: 50, onFail: "block-promotion" }];
    }),
    "name-misspelt",
    "matrix,gates,0,fact",
    {},
  ],
  [
    "a name of the time in the tier in other letters",
    changed((policy) => {
      policy.adjustment.promote.requires = [{ kind: "fact", fact: "Months-in-tier", atLeast: 12 }];
    }),
    "name-misspelt",
    "adjustment,promote,requires,0,fact",
    {},
  ],
  [
    "a ceiling below the highest tier",
    changed((policy) => {
      policy.adjustment.promote.ceiling = "two";
    }),
    "tier-unreachable",
    "tiers,2",
    { tier: "three" },
  ],
  [
    "a tier that the cells pass over",
    changed((policy) => {
      policy.matrix.cells = [
        { at: { x: "low", y: "low" }, tier: "one" },
        { at: { x: "low", y: "high" }, move: "stay" },
        { at: { x: "high", y: "low" }, move: "stay" },
        { at: { x: "high", y: "high" }, tier: "three" },
      ];
    }),
    "tier-unreachable",
    "tiers,1",
    { tier: "two" },
  ],
  [
    "a tier above a cell that nobody comes to",
    changed((policy) => {
      for (const axis of policy.axes) axis.bands[1].from = 101;
    }),
    "tier-unreachable",
    "tiers,2",
    { tier: "three" },
  ],
  [
    "a condition on bands that nobody is in",
    changed((policy) => {
      policy.axes[0].bands.push({ id: "dream", from: 101 });
      addCells(policy);
      policy.adjustment.promote.when.push({ kind: "placed", at: { x: "dream" } });
    }),
    "condition-never-met",
    "adjustment,promote,when,1",
    {},
  ],
  [
    "rules that only promote",
    changed((policy) => {
      delete policy.adjustment.demote;
      delete policy.adjustment.precedence;
    }),
    "tier-dead-end",
    "tiers,2",
    { tier: "three" },
  ],
  [
    "either axis promotes, either demotes",
    changed((policy) => {
      policy.adjustment.promote.when = [
        { kind: "at-least", axis: "x", score: 60 },
        { kind: "at-least", axis: "y", score: 60 },
      ];
      policy.adjustment.promote.minimumMonthsInTier = 0;
      policy.adjustment.demote.when = [
        { kind: "below", axis: "x", score: 60, periods: 2 },
        { kind: "below", axis: "y", score: 60, periods: 2 },
      ];
    }),
    "flicker",
    "adjustment",
    {},
  ],
  [
    "a better cell that proposes worse",
    changed((policy) => {
      policy.matrix.cells = [
        cell("low", "low", "stay"),
        cell("low", "high", "stay"),
        cell("high", "low", "down"),
        cell("high", "high", "up"),
      ];
      policy.adjustment.promote.when = [{ kind: "cell" }];
    }),
    "better-is-worse",
    "adjustment",
    { tiers: ["two", "one"] },
  ],
])("finds %s", (_, policy, code, path, witness) => {
  expect(compilePolicy.check(policy)).toEqual([]);
  const found = checkPolicy(policy).find((warning) => warning.code === code && warning.path.join() === path);
  expect(found?.message.length).toBeGreaterThan(10);
  expect(found?.witness).toMatchObject(witness);
});

test("the career that flickers is one", () => {
  const policy = changed((one) => {
    one.adjustment.promote.when = [{ kind: "at-least", axis: "x", score: 60 }];
    one.adjustment.demote.when = [{ kind: "below", axis: "y", score: 60, periods: 2 }];
  });
  const [warning] = checkPolicy(policy);
  expect(warning).toMatchObject({ code: "flicker", witness: { conditions: ["x-at-least", "y-below"] } });
  const { scores = {}, tiers = [] } = warning?.witness ?? {};
  const { classify, adjust } = compilePolicy(policy);
  const placement = classify({ scores });
  let standing: Parameters<typeof adjust>[0]["standing"] = { tier: tiers[0] as string, since: "2000-01-01" };
  const quarters = tiers.slice(1).map((_, index) => `${3000 + Math.floor(index / 4)}-Q${(index % 4) + 1}`);
  const seen = quarters.map((period) => {
    const decision = adjust({ period, standing, placement });
    standing = decision.standing;
    return decision.to;
  });
  expect(seen).toEqual(tiers.slice(1));
});

function addCells(policy: Writable): boolean {
  policy.matrix.cells.push(cell("dream", "low", "stay"), cell("dream", "high", "up"));
  return true;
}

test("a panel, or a veto, may put people into bands that no score reaches", () => {
  const dream = (change: (policy: Writable) => void) =>
    changed((policy) => {
      policy.axes[0].bands.push({ id: "dream", from: 101 });
      addCells(policy);
      policy.adjustment.promote.when = [{ kind: "placed", at: { x: "dream" } }];
      change(policy);
    });
  const codes = (policy: Policy) => checkPolicy(policy).map(({ code }) => code);
  expect(codes(dream(() => undefined))).toContain("condition-never-met");
  expect(
    codes(
      dream((policy) => {
        policy.calibration = {};
      }),
    ),
  ).not.toContain("condition-never-met");
  const vetoed = changed((policy) => {
    for (const axis of policy.axes) axis.bands = [{ id: "low" }, { id: "high", from: 0 }];
    policy.matrix.gates = [{ id: "g", indicator: "x-points", atLeast: 10, onFail: "veto" }];
    policy.adjustment.demote.when = [{ kind: "placed", at: { x: "low" } }];
  });
  expect(codes(vetoed)).not.toContain("condition-never-met");
});

test("a move ends at the limit of its steps, at a ceiling or at a cap, and so comes to tiers that no cell names", () => {
  const passing = (change: (policy: Writable) => void) =>
    checkPolicy(
      changed((policy) => {
        policy.matrix.cells = [
          { at: { x: "low", y: "low" }, tier: "one" },
          { at: { x: "low", y: "high" }, move: "stay" },
          { at: { x: "high", y: "low" }, move: "stay" },
          { at: { x: "high", y: "high" }, tier: "three" },
        ];
        change(policy);
      }),
    )
      .filter(({ code }) => code === "tier-unreachable")
      .map(({ witness }) => witness.tier);
  expect(passing(() => undefined)).toEqual(["two"]);
  expect(
    passing((policy) => {
      policy.adjustment.promote.mostSteps = 1;
    }),
  ).toEqual([]);
  expect(
    passing((policy) => {
      policy.adjustment.promote.ceiling = "two";
    }),
  ).toEqual(["three"]);
  expect(
    passing((policy) => {
      policy.matrix.gates = [
        { id: "g", indicator: "x-points", atLeast: 90, onFail: "cap-tier", tier: "two" },
      ];
    }),
  ).toEqual([]);
  expect(
    passing((policy) => {
      policy.adjustment.promote.when.push({ kind: "at-least", axis: "y", score: 90 });
    }),
  ).toEqual([]);
});

test("names that are numbered, short, far from each other, or used twice are no misspelt ones", () => {
  const facts = (...names: readonly string[]) =>
    changed((policy) => {
      policy.adjustment.promote.requires = names.map((fact, index) => ({
        ...{ kind: "fact", id: `fact-${index}`, fact, atLeast: 0, atMost: 5 },
      }));
    });
  const misspelt = (policy: Policy) => checkPolicy(policy).filter(({ code }) => code === "name-misspelt");
  expect(misspelt(facts("exam-1", "exam-2", "exam-10"))).toEqual([]);
  expect(misspelt(facts("cpa", "cfa", "oral", "exam"))).toEqual([]);
  expect(misspelt(facts("interview", "references", "languages"))).toEqual([]);
  expect(misspelt(facts("courses", "courses", "course", "course"))).toEqual([]);
  expect(misspelt(facts("interview", "interviews")).map(({ message }) => message)).toEqual([
    '"interviews" is named nowhere else, so it has to be given as a fact: did you mean "interview"?',
  ]);
});

test("a trial that one review fails by itself names the condition, though it asks for two in a row", () => {
  const policy = changed(({ matrix, adjustment }) => {
    matrix.cells[1].move = "down";
    matrix.cells[0].move = "stay";
    adjustment.demote.when = [{ kind: "cell", id: "poor", periods: 2 }];
    adjustment.trial = { months: 6 };
  });
  const harms = checkPolicy(policy).filter(({ code }) => code === "better-is-worse");
  expect(harms.length).toBeGreaterThan(0);
  for (const { witness } of harms) expect(witness.conditions).toContain("poor");
});
