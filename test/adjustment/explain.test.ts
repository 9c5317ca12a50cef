import { describe, expect, test } from "vitest";
import { type AdjustmentInput, type AdjustmentRules, adjuster, explainDecision } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";

const rules: AdjustmentRules = {
  tiers: [{ id: "junior" }, { id: "senior", label: "Senior" }],
  cycle: "year",
  precedence: "retain",
  promote: {
    when: [
      { kind: "at-least", axis: "p", score: 90 },
      { kind: "rise", axis: "p", by: "1/3", periods: 2 },
      { kind: "cell", label: { en: "the committee", "zh-CN": "委员会", "zh-TW": "委員會" }, id: "committee" },
    ],
    minimumMonthsInTier: 30,
  },
  demote: {
    when: [
      { kind: "below", axis: "q", score: 10 },
      { kind: "fall", axis: "q", by: 5 },
    ],
    plan: { periods: 1, actions: ["coach", { en: "train" }] },
  },
};
const plan = { opened: "2025", deadline: "2026-12-31", actions: ["coach"] };
const input = (
  p: number,
  q: number,
  tier: string,
  more: object = {},
  placement: object = {},
): AdjustmentInput => ({
  period: "2026",
  standing: { tier, since: "2024-01-01", ...more },
  placement: { scores: { p, q }, ...placement },
});
const gates = [{ id: "service", passed: false }];
const decide = adjuster(rules);

test.each<[string, AdjustmentInput, string, string]>([
  [
    "both conditions",
    input(95, 5, "senior"),
    "Conditions of promotion and of demotion are both met",
    "retained",
  ],
  [
    "the minimum time",
    input(95, 50, "junior", { since: "2025-01-01" }),
    "24 of the 30 months that it takes",
    "retained",
  ],
  ["a gate", input(95, 50, "junior", {}, { gates }), "failed gate: service", "retained"],
  ["the highest tier", input(95, 50, "senior"), "this is the highest tier", "retained"],
  ["the lowest tier", input(50, 5, "junior"), "this is the lowest tier", "retained"],
  [
    "a demotion with a plan",
    input(50, 5, "senior"),
    "An improvement plan begins, due on 2027-12-31: coach; train.",
    "demoted",
  ],
  [
    "an open plan",
    input(50, 50, "junior", { plan: { ...plan, deadline: "2027-12-31" } }),
    "The improvement plan of 2025 goes on until 2027-12-31",
    "retained",
  ],
  [
    "a plan that is passed",
    input(50, 50, "junior", { plan }),
    "The improvement plan of 2025, due on 2026-12-31, is passed: by itself this review meets no condition of demotion.",
    "retained",
  ],
  [
    "a plan that failed",
    input(50, 5, "junior", { plan }),
    "The improvement plan of 2025, due on 2026-12-31, is failed: by itself this review meets a condition of demotion (q below 10).",
    "retained",
  ],
  [
    "a condition with a label",
    input(50, 50, "junior", {}, { cell: { move: "up", actions: ["party"] } }),
    "condition of promotion: the committee",
    "promoted",
  ],
])("%s", (_, given, sentence, outcome) => {
  const decision = decide(given);
  expect(decision.outcome).toBe(outcome);
  expect(explainDecision(decision).join("\n")).toContain(sentence);
  for (const locale of [undefined, zhCN, zhTW]) {
    const options = locale === undefined ? {} : { locale };
    const said = explainDecision(decision, options);
    expect(said.join("\n")).not.toMatch(/undefined|\[object|NaN|null/);
    expect(explainDecision(JSON.parse(JSON.stringify(decision)), options)).toEqual(said);
  }
});

test("a fraction is compared exactly in later reviews too", () => {
  const decide = adjuster({
    tiers: [{ id: "a" }, { id: "b" }],
    cycle: "quarter",
    promote: { when: [{ kind: "at-least", axis: "p", score: "250/3", periods: 2 }] },
  });
  const placement = { scores: { p: "250/3" } };
  const first = decide({ period: "2026-Q1", standing: { tier: "a", since: "2025-01-01" }, placement });
  expect(decide({ period: "2026-Q2", standing: first.standing, placement }).outcome).toBe("promoted");
});

test.each([1, 2])("a period is never reviewed twice, where conditions look at %i reviews", (periods) => {
  const decide = adjuster({
    tiers: [{ id: "a" }, { id: "b" }],
    cycle: "quarter",
    promote: { when: [{ kind: "at-least", axis: "p", score: 90, periods }] },
  });
  const placement = { scores: { p: 50 } };
  const { standing } = decide({ period: "2026-Q2", standing: { tier: "a", since: "2025-01-01" }, placement });
  for (const period of ["2026-Q2", "2026-Q1"]) {
    const again = decide.safe({ period, standing, placement });
    expect(!again.ok && again.error.issues[0]?.code).toBe("period-not-after");
  }
});

test("without conditions everybody stays", () => {
  const stay = adjuster({ tiers: [{ id: "a" }], cycle: "month" });
  const decision = stay({
    period: "2026-12",
    standing: { tier: "a", since: "2026-12-31" },
    placement: { scores: {} },
  });
  expect([decision.outcome, decision.conditions, decision.effectiveFrom]).toEqual([
    "retained",
    [],
    "2027-01-01",
  ]);
});

test("tiers, tracks and bands are said by their labels in each language", () => {
  const label = (en: string, cn: string, tw: string) => ({ en, "zh-CN": cn, "zh-TW": tw });
  const decide = adjuster({
    tiers: [
      { id: "a", label: label("Adviser", "顾问", "顧問") },
      { id: "b", label: label("Partner", "合伙人", "合夥人") },
      { id: "c", label: label("Head", "主管", "主管級") },
    ],
    axes: [
      {
        id: "p",
        label: label("Results", "绩效", "績效"),
        bands: [{ id: "low" }, { id: "high", from: 80, label: label("strong", "优", "優") }],
      },
    ],
    cycle: "year",
    promote: { when: [{ kind: "placed", at: { p: "high" } }] },
    tracks: [
      { id: "business", tiers: ["a", "b"] },
      { id: "management", label: label("Management", "管理序列", "管理職系"), tiers: ["c"] },
    ],
  });
  const decision = decide({
    period: "2026",
    standing: { tier: "a", since: "2024-01-01" },
    placement: { scores: { p: 90 }, cell: { at: { p: "high" } } },
    places: { b: { granted: false, rank: 2 } },
    events: [{ kind: "crossing", id: "w", date: "2026-05-01", to: "management" }],
  });
  expect(explainDecision(decision).slice(1)).toEqual([
    "Met, condition of promotion: Results in the band strong (2026).",
    "The promotion is held back: there is no place in Partner, rank 2.",
    "Crossing to the track Management is not possible now: no way leads there from Adviser.",
  ]);
  expect(explainDecision(decision, { locale: zhCN }).slice(1)).toEqual([
    "已满足晋升条件：绩效属于“优”档（2026）。",
    "暂缓晋升：合伙人无名额，排名 2。",
    "目前无法转入“管理序列”：由顾问没有转入该序列的途径。",
  ]);
  expect(explainDecision(decision, { locale: zhTW }).slice(2)).toEqual([
    "暫緩晉升：合夥人無名額，排名 2。",
    "目前無法轉入「管理職系」：由顧問沒有轉入該序列的途徑。",
  ]);
});

test("who decided, and what the order of the rules puts behind", () => {
  const decide = adjuster({
    tiers: [{ id: "a" }, { id: "b" }],
    cycle: "year",
    demote: { when: [{ kind: "below", axis: "p", score: 50 }] },
  });
  const decision = decide({
    period: "2026",
    standing: { tier: "b", since: "2024-01-01" },
    placement: { scores: { p: 40 } },
    events: [
      { kind: "appointment", id: "e", date: "2026-05-01", to: "b", by: "the board", note: "new region" },
    ],
  });
  const said = explainDecision(decision);
  expect(said[1]).toBe("Decided by an appointment (the board; new region).");
  expect(said.at(-1)).toBe(
    "The rules put an appointment before conditions: what would have come of the latter is set aside.",
  );
  expect(explainDecision(decision, { locale: zhCN })[1]).toBe("依据任命决定（the board；new region）。");
  expect(explainDecision(decision, { locale: zhTW }).at(-1)).toBe("依規定任命優先於升降條件，後者不予採用。");
});

test("a trial without conditions of its own says what the review meets by itself", () => {
  const decide = adjuster({
    tiers: [{ id: "a" }, { id: "b" }],
    cycle: "quarter",
    demote: { when: [{ kind: "below", axis: "p", score: 50, periods: 2 }] },
    trial: { months: 3, extensions: { most: 1, months: 3 } },
  });
  const standing = { tier: "b", since: "2026-01-01", trial: { until: "2026-03-31" } };
  const trialOf = (p: number, locale = {}) =>
    explainDecision(decide({ period: "2026-Q1", standing, placement: { scores: { p } } }), locale).at(-1);
  expect(trialOf(60)).toBe(
    "The trial period, which ended on 2026-03-31, is passed: by itself this review meets no condition of demotion.",
  );
  expect(trialOf(40)).toBe(
    "The trial period is extended to 2026-06-30: by itself this review meets a condition of demotion (p below 50).",
  );
  expect(trialOf(40, { locale: zhCN })).toBe(
    "试用期延长至 2026-06-30：仅就本次考核，已满足降级条件（p 低于 50）。",
  );
  expect(trialOf(60, { locale: zhTW })).toBe(
    "至 2026-03-31 的試用期已通過：僅就本次考核，不符合任何降級條件。",
  );
});

test("a plan that a move closes is not said to be judged", () => {
  const decide = adjuster({
    tiers: [{ id: "a" }, { id: "b" }],
    cycle: "year",
    demote: { when: [{ kind: "below", axis: "p", score: 50 }], plan: { periods: 1, actions: ["coach"] } },
  });
  const standing = {
    tier: "b",
    since: "2024-01-01",
    plan: { opened: "2025", deadline: "2026-12-31", actions: ["coach"] },
  };
  const said = explainDecision(decide({ period: "2026", standing, placement: { scores: { p: 40 } } }));
  expect(said).toContain("The improvement plan of 2025, due on 2026-12-31, is failed.");
});

describe("why nobody can cross", () => {
  const decide = adjuster({
    tiers: [{ id: "a" }, { id: "b" }],
    cycle: "year",
    tracks: [
      { id: "business", tiers: ["a"] },
      { id: "management", tiers: ["b"] },
    ],
    protections: [{ reason: "leave", review: "is-skipped" }],
    crossings: [
      {
        from: "business",
        to: "management",
        map: [{ from: "a", to: "b" }],
        requires: [{ kind: "certificate", certificate: "leadership" }],
      },
    ],
  });
  const leave = { kind: "protection", id: "l", date: "2026-01-01", reason: "leave" } as const;
  const said = (tier: string, to: string, events: readonly object[] = []) => {
    const wish = { kind: "crossing", id: "w", date: "2026-05-01", to };
    const decision = decide({
      period: "2026",
      standing: { tier, since: "2024-01-01" },
      placement: { scores: {} },
      events: [wish, ...events] as never,
    });
    return [undefined, zhCN, zhTW].map((locale) =>
      explainDecision(decision, locale && { locale }).find((one) => /Crossing|转入“|轉入「/.test(one)),
    );
  };

  test("it is the own track", () => {
    expect(said("a", "business")).toEqual([
      "Crossing to the track business is not possible now: it is the person's own track.",
      "目前无法转入“business”：本人已在该序列。",
      "目前無法轉入「business」：本人已在該序列。",
    ]);
  });

  test("no way leads there", () => {
    expect(said("b", "business")[0]).toBe(
      "Crossing to the track business is not possible now: no way leads there from b.",
    );
  });

  test("what it requires is not met", () => {
    expect(said("a", "management")).toEqual([
      "Crossing to the track management is not possible now: not met: the certificate leadership.",
      "目前无法转入“management”：未满足：持有证书 leadership。",
      "目前無法轉入「management」：未滿足：持有證書 leadership。",
    ]);
  });

  test("the review is skipped", () => {
    const away = { ...leave, from: "2026-01-01", to: "2026-12-31" };
    expect(said("a", "management", [away])[0]).toBe(
      "Crossing to the track management is not possible now: it requires something, and this review is skipped.",
    );
  });
});

describe("what an appeal gives back in another track", () => {
  const decide = adjuster({
    tiers: [{ id: "a", label: { en: "assistant" } }, { id: "b" }, { id: "m" }],
    cycle: "year",
    tracks: [
      { id: "business", label: { en: "Business" }, tiers: ["a", "b"] },
      { id: "management", tiers: ["m"] },
    ],
    violations: {
      severities: [{ id: "grave", points: 6 }],
      consequences: [{ kind: "demotion", atPoints: 6 }],
    },
  });
  const said = (also: readonly { readonly tier: string; readonly since: string }[]) => {
    const decision = decide({
      period: "2026",
      standing: {
        tier: "m",
        since: "2024-01-01",
        reviewed: "2025",
        violations: [{ id: "v", severity: "grave", date: "2023-05-01" }],
        sanctions: [{ consequence: "demotion-1", violations: ["v"], steps: 1, track: "business" }],
        also: [...also],
      },
      placement: { scores: {} },
      events: [{ id: "r", kind: "reversal", of: "v", date: "2026-02-01" }],
    });
    return [undefined, zhCN, zhTW].map((locale) => explainDecision(decision, locale && { locale })[1]);
  };

  test("the tier that is held there", () => {
    expect(said([{ tier: "a", since: "2023-01-01" }])).toEqual([
      "A demotion in the track Business is undone: the tier held there is b instead of assistant.",
      "“Business”序列的降级已撤销：在该序列保留的层级由 assistant 恢复为 b。",
      "「Business」序列的降級已撤銷：在該序列保留的層級由 assistant 恢復為 b。",
    ]);
  });

  test("nothing, where none is held", () => {
    expect(said([])).toEqual([
      "A demotion in the track Business is undone; nothing is given back, as the person holds no tier there any more.",
      "“Business”序列的降级已撤销；本人在该序列已无层级，不作恢复。",
      "「Business」序列的降級已撤銷；本人在該序列已無層級，不予恢復。",
    ]);
  });
});
