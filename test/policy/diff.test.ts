import { describe, expect, test } from "vitest";
import {
  carryOver,
  compilePolicy,
  describePolicy,
  diffPolicies,
  explain,
  type Locale,
  type Policy,
  whatIf,
} from "../../src/index.js";
import { type AnySchema, jsonSchemaOf, schemaPart } from "../../src/kernel/schema.js";
import { en, zhCN, zhTW } from "../../src/locales/index.js";
import { choiceNamesZhCN } from "../../src/policy/choice-names-zh-cn.js";
import { choiceNamesZhTW } from "../../src/policy/choice-names-zh-tw.js";
import { policySchema } from "../../src/policy/policy.js";
import { propertyNamesZhCN } from "../../src/policy/property-names-zh-cn.js";
import { propertyNamesZhTW } from "../../src/policy/property-names-zh-tw.js";
import { reviewInput } from "../../src/policy/review-input.js";
import { keyAccountManagers } from "../../src/presets/index.js";
import { configJsonSchema } from "../../src/registry.js";
import { input, poor } from "./people.js";

type Draft = { [key: string]: Draft } & Draft[];
const draft = (change: (policy: Draft) => void): Policy => {
  const copy = JSON.parse(JSON.stringify(keyAccountManagers));
  change(copy);
  return copy;
};
const put = (holder: unknown, key: string | number, value: unknown) => {
  (holder as Record<string | number, unknown>)[key] = value;
};
const texts = (after: Policy, locale: Locale = en) =>
  diffPolicies(keyAccountManagers, after, { locale }).map(({ text }) => text);

/** Every enumeration below a schema, with the property that holds it. */
const choiceLists = (
  schema: AnySchema,
  property = "",
  above: readonly unknown[] = [],
): readonly { readonly property: string; readonly choices: readonly string[] }[] => {
  if (above.includes(schema)) return [];
  const inside = [...above, schema];
  const { def } = schema._zod as unknown as { def: Record<string, unknown> };
  if (Array.isArray(def.options)) {
    const options = (def.options as readonly AnySchema[]).map((option) =>
      choiceLists(option, property, inside),
    );
    return options.flat();
  }
  const one = def.innerType ?? def.element ?? def.valueType;
  if (one !== undefined) return choiceLists(one as AnySchema, property, inside);
  if (def.shape !== undefined)
    return Object.entries(def.shape as Record<string, AnySchema>).flatMap(([name, field]) =>
      choiceLists(field, name, inside),
    );
  const part = schemaPart(schema, undefined);
  const choices = (part.kind === "value" ? (part.choices ?? []) : []).filter(
    (choice) => typeof choice === "string",
  );
  return choices.length === 0 ? [] : [{ property, choices }];
};

describe("diffPolicies", () => {
  const higher = draft((policy) => put(policy.axes?.[1]?.bands?.[2], "from", 85));

  test("names a place by ids and labels, not by positions", () => {
    expect(diffPolicies(keyAccountManagers, higher)).toEqual([
      {
        path: ["axes", "performance", "bands", "high", "from"],
        kind: "changed",
        before: 80,
        after: 85,
        text: 'Axis "Performance", band "high", from: 80 becomes 85.',
      },
    ]);
    expect(texts(higher, zhCN)).toEqual(["维度“绩效”，分档“高”，起点：由 80 改为 85。"]);
    expect(texts(higher, zhTW)).toEqual(["維度「績效」，級距「高」，起點：由 80 改為 85。"]);
  });

  test("finds items in another order, and says that the order is another", () => {
    const turned = draft((policy) => void policy.tiers?.unshift(...policy.tiers.splice(3)));
    expect(texts(turned)).toEqual([
      "Tiers: the order junior; intermediate; senior; team-manager; department-manager becomes team-manager; department-manager; junior; intermediate; senior.",
    ]);
  });

  test("says what was added and what was removed, whole", () => {
    const other = draft((policy) => {
      put(policy.matrix?.cells?.[0], "actions", ["a new task"]);
      policy.incentives?.splice(2, 1);
    });
    const found = texts(other);
    expect(found[0]).toMatch(/^Matrix, cell "star", actions: removed, it was .+\.$/);
    expect(found[1]).toBe('Matrix, cell "star", actions: added, a new task.');
    expect(found[2]).toMatch(/^Incentive ".+": removed, it was use commission; .*brackets from 0/);
    expect(found).toHaveLength(3);
  });

  test("shows a text of another language, where the one that is read is the same", () => {
    const other = draft((policy) => put(policy.tiers?.[0]?.label, "zh-TW", "新人"));
    expect(texts(other)[0]).toContain("新人");
    expect(texts(other, zhTW)).toEqual(["層級「初級客戶經理」，名稱：由初級客戶經理改為新人。"]);
  });

  test("says a rule of another kind as a whole", () => {
    const other = draft((policy) => put(policy.axes?.[1]?.indicators?.[2], "measure", { kind: "yes-no" }));
    expect(texts(other)[0]).toMatch(/measure: kind points.* becomes kind yes-no/);
  });

  test("says choices in words, and leaves names as they are", () => {
    const before: Policy = {
      format: 1,
      id: "desk",
      effectiveFrom: "2026-01-01",
      axes: [
        {
          id: "quality",
          indicators: [{ id: "audits", weight: 1, measure: { kind: "points" } }],
          bands: [{ id: "low" }, { id: "good", from: 80 }],
        },
      ],
      tiers: [{ id: "reset" }, { id: "up" }],
      matrix: {
        cells: [
          { at: { quality: "low" }, move: "down" },
          { at: { quality: "good" }, move: "stay" },
        ],
      },
      adjustment: {
        cycle: "month",
        promote: { when: [{ kind: "at-least", axis: "quality", score: 90 }] },
        demote: { when: [{ kind: "below", axis: "quality", score: 20 }] },
        precedence: "demote",
      },
    };
    const after: Policy = {
      ...before,
      currency: "USD",
      axes: [{ ...before.axes[0], rounding: "up" }] as Policy["axes"],
      matrix: {
        cells: [
          { at: { quality: "low" }, tier: "reset" },
          { at: { quality: "good" }, move: "up" },
        ],
      },
      adjustment: {
        ...before.adjustment,
        promote: { when: [{ kind: "cell" }], ceiling: "up" },
        order: ["appeal", "sanction"],
      },
      incentives: [
        {
          use: "basePay",
          table: [
            { tier: "reset", amount: 1 },
            { tier: "up", amount: 2 },
          ],
        },
      ],
    };
    const said = (locale: Locale) => diffPolicies(before, after, { locale }).map(({ text }) => text);
    expect(said(zhTW)).toEqual([
      "幣別：新增，USD。",
      "維度「quality」，捨入方式：由四捨五入改為遠離零取整。",
      "矩陣，格「quality low」，層級：新增，reset。",
      "矩陣，格「quality low」，調整：取消，原為下調。",
      "矩陣，格「quality good」，調整：由不變改為上調。",
      "調整規則，晉升，條件：取消，原為類型：達到；維度：quality；得分：90；平均次數：1；次數：1。",
      "調整規則，晉升，條件：新增，類型：所在格；次數：1。",
      "調整規則，晉升，上限層級：新增，up。",
      "調整規則，次序：新增，申訴；處分。",
      "薪酬項目：新增，計算方法：基本薪資；捨入方式：四捨五入；週期：每月；薪資表：層級：reset；起始年資：0；金額：1；層級：up；起始年資：0；金額：2；未滿整期的計付：依據：日曆日。",
    ]);
    expect(said(zhCN)[1]).toBe("维度“quality”，舍入方式：由四舍五入改为远离零取整。");
  });

  test.each([
    ["zh-CN", choiceNamesZhCN, zhCN],
    ["zh-TW", choiceNamesZhTW, zhTW],
  ] as const)("has words for every choice of a policy and of an input, %s", (_, names, { change }) => {
    const lists = [...choiceLists(policySchema()), ...choiceLists(reviewInput())];
    expect(lists.length).toBeGreaterThan(80);
    for (const { property, choices } of lists) {
      const said = choices.map((choice) => change.choice({ property, choice }));
      expect(said.filter((text) => /[A-Za-z]/.test(text))).toEqual([]);
    }
    for (const property of new Set(lists.map((one) => one.property))) {
      const own = lists.filter((one) => one.property === property).flatMap(({ choices }) => choices);
      const choices = [...new Set(own)];
      const said = new Set(choices.map((choice) => change.choice({ property, choice })));
      expect([property, said.size]).toEqual([property, choices.length]);
    }
    const keys = new Set(
      lists.flatMap(({ property, choices }) => choices.flatMap((one) => [one, `${property} ${one}`])),
    );
    expect(Object.keys(names).filter((name) => !keys.has(name))).toEqual([]);
  });

  test("has Chinese words for every property that a policy can have", () => {
    const names = new Set<string>();
    const collect = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      if ("properties" in value) for (const name of Object.keys(value.properties as object)) names.add(name);
      for (const inner of Object.values(value)) collect(inner);
    };
    collect(configJsonSchema("compilePolicy"));
    collect(jsonSchemaOf(reviewInput(), "review"));
    expect(names.size).toBeGreaterThan(100);
    for (const words of [propertyNamesZhCN, propertyNamesZhTW])
      expect([...names].filter((name) => !Object.hasOwn(words, name))).toEqual([]);
    expect(Object.keys(propertyNamesZhTW)).toEqual(Object.keys(propertyNamesZhCN));
  });
});

const next: Policy = {
  ...keyAccountManagers,
  effectiveFrom: "2027-01-01",
  effectiveTo: "2027-12-31",
  recordedOn: "2026-11-20",
  transition: {
    tiers: [{ from: "trainee", to: "junior" }],
    counters: "reset",
    grandfather: { months: 6 },
  },
};
const policy = { id: keyAccountManagers.id, effectiveFrom: keyAccountManagers.effectiveFrom };
const history = [{ period: "2026-Q4", scores: { capability: 85, performance: 90 }, proposal: "up" as const }];

describe("a policy in time is said in three languages", () => {
  test.each<[string, Locale, readonly string[]]>([
    [
      "en",
      en,
      [
        "In force until 2027-12-31.",
        "Recorded on 2026-11-20.",
        "Standings of an earlier version",
        "  The tier trainee becomes junior manager.",
        "  Reviews before count no more.",
        "  Who has a tier keeps it for at least so many months: 6.",
      ],
    ],
    [
      "zh-CN",
      zhCN,
      [
        "施行至 2027-12-31。",
        "2026-11-20 登记。",
        "原有层级的过渡",
        "  层级 trainee 改为初级客户经理。",
        "  此前的考核不再计入。",
        "  原有层级至少保留 6 个月。",
      ],
    ],
    [
      "zh-TW",
      zhTW,
      [
        "施行至 2027-12-31。",
        "2026-11-20 登記。",
        "原有層級的過渡",
        "  層級 trainee 改為初級客戶經理。",
        "  此前的考核不再計入。",
        "  原有層級至少保留 6 個月。",
      ],
    ],
  ])("describePolicy, %s", (_, locale, lines) => {
    const described = describePolicy(next, { locale }).split("\n");
    for (const line of lines) expect(described).toContain(line);
  });

  test.each<[string, Locale, readonly string[]]>([
    [
      "en",
      en,
      [
        "Carried over to the policy Key account managers of 2027-01-01.",
        "The tier trainee becomes junior manager.",
        "Counting begins anew; these reviews count no more: 2026-Q4.",
        "The tier is kept at least until 2027-07-01.",
      ],
    ],
    [
      "zh-CN",
      zhCN,
      [
        "转入 2027-01-01 起施行的“集团客户经理”。",
        "层级由 trainee 改为初级客户经理。",
        "累计次数重新计算，以下考核不再计入：2026-Q4。",
        "原层级至少保留至 2027-07-01。",
      ],
    ],
    [
      "zh-TW",
      zhTW,
      [
        "轉入 2027-01-01 起施行的「集團客戶經理」。",
        "層級由 trainee 改為初級客戶經理。",
        "累計次數重新計算，以下考核不再計入：2026-Q4。",
        "原層級至少保留至 2027-07-01。",
      ],
    ],
  ])("a standing that came over, %s", (_, locale, sentences) => {
    const carried = carryOver(next)({ tier: "trainee", since: "2025-01-01", history, policy });
    expect(explain(carried, { locale })).toEqual(sentences);
    expect(explain(JSON.parse(JSON.stringify(carried)), { locale })).toEqual(sentences);
  });

  test("a tier that cannot be held beside any more", () => {
    const also = [{ tier: "junior", since: "2024-01-01" }];
    const carried = carryOver(next)({ tier: "trainee", since: "2025-01-01", also, policy });
    expect(explain(carried)).toContain(
      "junior manager is held beside no longer: a standing has one tier of each track.",
    );
    expect(explain(carried, { locale: zhCN })).toContain("不再保留初级客户经理：每个序列只保留一个层级。");
    expect(explain(carried, { locale: zhTW })).toContain("不再保留初級客戶經理：每個序列只保留一個層級。");
  });

  test("a standing in which nothing changes", () => {
    const carried = carryOver({ ...keyAccountManagers, effectiveFrom: "2027-01-01" })({
      tier: "junior",
      since: "2025-01-01",
      policy,
    });
    for (const [locale, sentence] of [
      [en, "Nothing changes."],
      [zhCN, "没有变化。"],
      [zhTW, "沒有變化。"],
    ] as const)
      expect(explain(carried, { locale })[1]).toBe(sentence);
  });

  test("a demotion that is held back", () => {
    const longer: Policy = { ...next, transition: { counters: "reset", grandfather: { months: 12 } } };
    const { standing } = carryOver(longer)({ tier: "senior", since: "2025-01-01", policy });
    const { review: decide } = compilePolicy(longer);
    const first = decide(input({ period: "2027-Q1", standing, evidence: poor }));
    const review = decide(input({ period: "2027-Q2", standing: first.standing, evidence: poor }));
    expect(review.decision.outcome).toBe("retained");
    for (const [locale, sentence] of [
      [en, "The demotion is held back until 2028-01-01: the tier was held when the policy changed."],
      [zhCN, "暂缓降级至 2028-01-01：制度变更时已任该层级。"],
      [zhTW, "暫緩降級至 2028-01-01：制度變更時已任該層級。"],
    ] as const)
      expect(explain(review, { locale })).toContain(sentence);
  });

  test("a policy that is tried on past reviews", () => {
    const outcome = (to: string) => ({ decision: { outcome: "promoted" as const, from: "junior", to } });
    const tried = whatIf(keyAccountManagers)({
      reviews: [
        { input: input(), result: outcome("intermediate") },
        { input: input({ person: { id: "k18" } }), result: outcome("senior") },
        { input: input({ person: { id: "k19" }, evidence: {} }), result: outcome("senior") },
      ],
    });
    expect(explain(tried)).toEqual([
      "Reviews with the same tier: 1; with another: 1; that cannot be decided: 1.",
      "k18, 2026-Q3: intermediate manager instead of senior.",
      "k19, 2026-Q3: senior, and by this policy no decision is possible.",
    ]);
    expect(explain(tried, { locale: zhCN })).toEqual([
      "层级相同：1；层级不同：1；无法决定：1。",
      "k18，2026-Q3：由 senior 变为中级客户经理。",
      "k19，2026-Q3：原为 senior，按此制度无法决定。",
    ]);
    expect(explain(tried, { locale: zhTW })).toEqual([
      "層級相同：1；層級不同：1；無法決定：1。",
      "k18，2026-Q3：由 senior 變為中級客戶經理。",
      "k19，2026-Q3：原為 senior，按此制度無法決定。",
    ]);
  });
});
