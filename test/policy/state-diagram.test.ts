import { expect, test } from "vitest";
import { type Policy, stateDiagram } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";
import { keyAccountManagers } from "../../src/presets/index.js";

/** The states and arrows that a Mermaid text says. */
function read(text: string) {
  const lines = text.split("\n");
  const states = lines.flatMap((line) => /^\s*state "([^"]*)" as (\w+)( \{)?$/.exec(line)?.slice(1, 3) ?? []);
  const arrows = lines.flatMap((line) => {
    const found = /^ {2}(\w+) --> (\w+)(?: : (.*))?$/.exec(line);
    return found === null ? [] : [[found[1], found[2], found[3] ?? ""]];
  });
  return { states, arrows };
}

const { tracks, crossings, violations, trial, ...rules } = keyAccountManagers.adjustment;
const { places, equity, training, ...policy } = keyAccountManagers;
const { requires, ...promote } = rules.promote ?? { when: [] };
const { periods = 2, actions = [] } = rules.demote?.plan ?? {};

/** The preset's business track, without what follows violations, trials and failed plans. */
const plain: Policy = {
  ...policy,
  tiers: keyAccountManagers.tiers.slice(0, 3),
  adjustment: { ...rules, promote, demote: { when: [], ...rules.demote, plan: { periods, actions } } },
  incentives: [],
};

const ends = (policy: Policy) => read(stateDiagram(policy)).arrows.map(([from, to]) => `${from} ${to}`);
const changed = (adjustment: Partial<Policy["adjustment"]>): Policy => ({
  ...plain,
  adjustment: { ...plain.adjustment, ...adjustment },
});

test("every tier has its arrows, with the conditions in words", () => {
  expect(ends(plain)).toEqual(["tier_0 tier_1", "tier_1 tier_2", "tier_1 tier_0", "tier_2 tier_1"]);
  const [first] = read(stateDiagram(plain)).arrows;
  expect(first?.[2]).toContain("Performance of at least 100");
  expect(first?.[2]).toContain("2 reviews in a row");
});

test("a plan before the demotion, a trial, violations and a ceiling are in it", () => {
  const { demote, promote } = plain.adjustment;
  const policy = changed({
    promote: { ...promote, when: promote?.when ?? [], ceiling: "intermediate" },
    demote: {
      ...demote,
      when: demote?.when ?? [],
      plan: { timing: "before-demotion", periods: 1, actions: ["coach"] },
    },
    trial: { months: 6 },
    violations: {
      severities: [{ id: "grave", points: 3 }],
      consequences: [
        { kind: "demotion", atPoints: 3 },
        { kind: "dismissal", atPoints: 6 },
      ],
    },
  });
  expect(ends(policy)).toEqual([
    "tier_0 tier_1",
    "tier_0 exit",
    "tier_0 exit",
    "tier_1 plan_tier_1",
    "plan_tier_1 tier_1",
    "plan_tier_1 tier_0",
    "tier_1 tier_0",
    "tier_1 exit",
    "tier_2 plan_tier_2",
    "plan_tier_2 tier_2",
    "plan_tier_2 tier_1",
    "tier_2 tier_1",
    "tier_2 exit",
  ]);
});

test("tracks are groups, and crossings lead between them", () => {
  const policy = changed({
    tracks: [
      { id: "business", tiers: ["junior", "intermediate"] },
      { id: "management", label: "Management", tiers: ["senior"] },
    ],
    crossings: [{ from: "business", to: "management", map: [{ from: "intermediate", to: "senior" }] }],
  });
  const { states, arrows } = read(stateDiagram(policy));
  expect(states).toContain("Management");
  expect(arrows).toContainEqual(["tier_1", "tier_2", ""]);
  expect(stateDiagram(policy, { format: "dot" })).toContain('label="Management"');
});

test("hostile labels break neither text", () => {
  const [junior, ...others] = plain.tiers;
  const tiers = [{ ...junior, id: "junior", label: 'x" as y\n  evil --> exit : \\"' }, ...others];
  const mermaid = stateDiagram({ ...plain, tiers });
  expect(mermaid.split("\n").length).toBe(stateDiagram(plain).split("\n").length);
  expect(read(mermaid).arrows.length).toBe(4);
  const dot = stateDiagram({ ...plain, tiers }, { format: "dot" });
  expect(dot.split("\n").length).toBe(stateDiagram(plain, { format: "dot" }).split("\n").length);
  for (const line of dot.split("\n"))
    expect((line.replace(/\\\\/g, "").replace(/\\"/g, "").match(/"/g) ?? []).length % 2).toBe(0);
});

test("the diagram speaks all languages", () => {
  for (const locale of [zhCN, zhTW]) {
    const text = stateDiagram(keyAccountManagers, { locale });
    expect(text).toMatch(/[\u4e00-\u9fff]/);
    expect(text).not.toMatch(/undefined|junior/);
  }
});

test("an arrow does not say for whom its conditions are, as it is theirs", () => {
  const promote = {
    when: [
      { kind: "cell" as const },
      { kind: "at-least" as const, axis: "performance", score: 110, tiers: ["junior"] },
    ],
  };
  const lines = read(stateDiagram(changed({ promote }))).arrows.map((one) => one[2] ?? "");
  expect(lines[0]).toContain("Performance of at least 110");
  expect(lines[1]).not.toContain("110");
  expect(lines.join("\n")).not.toContain("for junior manager");
});

test("the least time in the tier, a cooling-off and limits of places stand at the arrows", () => {
  const { promote, demote } = plain.adjustment;
  const policy: Policy = {
    ...changed({
      promote: { ...promote, when: promote?.when ?? [], minimumMonthsInTier: 7 },
      demote: { ...demote, when: demote?.when ?? [], coolingOffMonths: 5 },
    }),
    places: {
      quotas: [{ tier: "senior", most: { count: 3 } }],
      keys: [{ key: "performance", order: "descending" }],
    },
  };
  const said = (from: string, to: string, locale = {}) =>
    read(stateDiagram(policy, locale)).arrows.find((one) => one[0] === from && one[1] === to)?.[2];
  expect(said("tier_0", "tier_1")).toContain("<br/>+ Least time in the tier before, in months#58; 7.");
  expect(said("tier_0", "tier_1")).not.toContain("at most");
  expect(said("tier_1", "tier_2")).toMatch(/\+ senior manager#58; at most 3\.$/i);
  expect(said("tier_1", "tier_0")).toContain("+ Least time after a move the other way, in months#58; 5.");
  expect(said("tier_1", "tier_2", { locale: zhTW })).toContain("至多 3 人");
  expect(stateDiagram(policy, { format: "dot" })).toContain(
    "\\n+ Least time in the tier before, in months: 7.",
  );
});
