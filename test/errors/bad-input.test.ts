import { describe, expect, test } from "vitest";
import {
  adjuster,
  allocation,
  type Calculator,
  classifier,
  commission,
  compilePolicy,
  MOST_ISSUES,
  type Path,
  pathText,
  scorer,
  TierwiseError,
} from "../../src/index.js";
import { keyAccountManagers } from "../../src/presets/index.js";

const points = { kind: "points" } as const;
const share = allocation({ decimals: 2 });
const score = scorer({ indicators: [{ id: "a", weight: 1, measure: points }] });
const one = [{ id: "a", share: 1 }];
const boom = () => {
  throw new Error("boom");
};

/** The places and codes of what is wrong with an input. */
function wrong(calculator: Calculator<never, unknown>, input: unknown): readonly string[] {
  const outcome = calculator.safe(input);
  if (outcome.ok) throw new Error(`no problem was found: ${JSON.stringify(outcome.value)}`);
  expect(outcome.error).toBeInstanceOf(TierwiseError);
  expect(outcome.error.code).toBe("invalid-input");
  expect(() => calculator(input as never)).toThrow(TierwiseError);
  return outcome.error.issues.map(({ path, code }) => `${pathText(path)} ${code}`);
}

/** The places and codes of what is wrong with a config. */
function wrongConfig(
  factory: { check(config: unknown): readonly { path: Path; code: string }[] },
  config: unknown,
) {
  return factory.check(config).map(({ path, code }) => `${pathText(path)} ${code}`);
}

function timed<T>(work: () => T): { readonly value: T; readonly milliseconds: number } {
  const start = performance.now();
  return { value: work(), milliseconds: performance.now() - start };
}

describe("values that JSON does not have", () => {
  const cycle: Record<string, unknown> = { a: 1 };
  cycle.self = cycle;
  class Person {
    readonly id = "a";
  }
  test.each<[string, unknown, string]>([
    ["a bigint", 5n, "amount not-plain-data"],
    ["a function", boom, "amount not-plain-data"],
    ["a symbol", Symbol("x"), "amount not-plain-data"],
    ["a date", new Date(0), "amount not-plain-data"],
    ["a map", new Map(), "amount not-plain-data"],
    ["a boxed number", Object(5), "amount not-plain-data"],
    ["an instance of a class", new Person(), "amount not-plain-data"],
    ["NaN", Number.NaN, "amount number-not-finite"],
    ["Infinity", Number.POSITIVE_INFINITY, "amount number-not-finite"],
    ["a cycle", cycle, "amount.self cycle"],
    ["a text of 1 MB", "1".repeat(1_000_000), "amount text-too-long"],
    [
      "a getter",
      Object.defineProperty({}, "x", { get: () => 1, enumerable: true }),
      "amount.x not-plain-data",
    ],
    [
      "a getter that throws",
      Object.defineProperty({}, "x", { get: boom, enumerable: true }),
      "amount.x not-plain-data",
    ],
    [
      "a Proxy that throws",
      new Proxy({}, { getPrototypeOf: boom, ownKeys: boom, get: boom }),
      "amount not-plain-data",
    ],
    ["a hole in a list", new Array(1), "amount[0] not-plain-data"],
    ["constructor as a key", { constructor: 1 }, "amount.constructor key-not-allowed"],
    ["__proto__ as a key", JSON.parse('{"__proto__":{"n":1}}'), "amount.__proto__ key-not-allowed"],
    ["a key of 1 MB", { ["k".repeat(1_000_000)]: 1 }, `amount["${"k".repeat(60)}"] key-not-allowed`],
  ])("%s", (_, amount, first) => {
    expect(wrong(share, { amount, shares: one })[0]).toBe(first);
  });

  test.each<[string, ProxyHandler<object>]>([
    ["ownKeys", { ownKeys: boom }],
    ["getOwnPropertyDescriptor", { getOwnPropertyDescriptor: boom }],
    ["getPrototypeOf", { getPrototypeOf: boom }],
    ["get", { get: boom }],
    ["has", { has: boom }],
  ])("a whole input whose Proxy throws in %s is never a crash", (_, handler) => {
    for (const target of [{ amount: 1, shares: one }, [1, 2]]) {
      const proxy = new Proxy(target, handler);
      for (const calculator of [share, score]) {
        const outcome = (calculator as Calculator<never, unknown>).safe(proxy);
        if (!outcome.ok) expect(outcome.error).toBeInstanceOf(TierwiseError);
      }
      expect(allocation.check(proxy).length).toBeGreaterThan(0);
      expect(() => allocation(proxy as never)).toThrow(TierwiseError);
    }
  });

  test("a revoked Proxy", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(wrong(share, proxy)).toEqual([" not-plain-data"]);
    expect(wrong(share, { amount: proxy, shares: one })[0]).toBe("amount not-plain-data");
  });

  test("the same object at two places is no cycle", () => {
    const shares = [{ id: "a", share: "1/3" }];
    expect(share({ amount: 1, shares, ...{} }).parts).toHaveLength(1);
    const bands = [{ id: "low" }, { id: "high", from: 80 }];
    const axes = [
      { id: "x", bands },
      { id: "y", bands },
    ];
    const cells = ["low", "high"].flatMap((x) =>
      ["low", "high"].map((y) => ({ at: { x, y }, move: "stay" as const })),
    );
    expect(classifier.check({ axes, cells })).toEqual([]);
  });

  test("properties that are undefined are as if they were not there", () => {
    expect(allocation.check({ currency: undefined, decimals: 2 })).toEqual([]);
    expect(wrong(share, { amount: undefined, shares: one })).toEqual(["amount missing"]);
  });

  test.each([undefined, null, 5, "text", true, [], 5n, Symbol("x"), boom])(
    "%s is no config and no input",
    (value) => {
      expect(wrongConfig(scorer, value)).toHaveLength(1);
      expect(() => scorer(value as never)).toThrow(TierwiseError);
      expect(wrong(share, value)).toHaveLength(1);
    },
  );
});

describe("all problems at once", () => {
  test("of the shape and of what fields say of each other, each at its path", () => {
    const config = {
      axes: [
        {
          id: "c",
          bands: [
            { id: "low", from: 0, to: 50 },
            { id: "high", from: 60 },
          ],
          indicators: [{ id: "x", weight: "50%", measure: points }],
        },
        {
          id: "p",
          bands: [{ id: "low", from: "sixty" }],
          indicators: [{ id: "x", weight: 1, measure: { kind: "rating", from: 1, to: 1 } }],
        },
      ],
      format: 1,
      id: "policy of ours",
      effectiveFrom: "2026-02-30",
      tiers: [{ id: "a" }, { id: "a" }],
      matrix: { cells: [{ at: { c: "low", p: "low" } }] },
      adjustment: { cycle: "week", promote: { when: [] } },
      incentives: [{ use: "basePay", table: [{ tier: "a", fromYears: 1, amount: -1 }] }],
      extra: true,
    };
    expect(wrongConfig(compilePolicy, config).sort()).toEqual(
      [
        "adjustment.cycle not-a-choice",
        "adjustment.promote.when too-small",
        "axes[0].bands[0].to bands-hole",
        "axes[0].indicators weights-sum",
        "axes[1].bands[0].from number-invalid",
        "axes[1].indicators[0].id duplicate-id",
        "axes[1].indicators[0].measure.to range-empty",
        "currency missing",
        "effectiveFrom date-invalid",
        "extra unknown-property",
        "id id-invalid",
        "incentives[0].table[0].amount out-of-range",
        "tiers[1].id duplicate-id",
      ].sort(),
    );
  });

  test("a wrong sum of weights hides no problem of the matrix, the rules and the pay", () => {
    const config = JSON.parse(JSON.stringify(keyAccountManagers));
    config.axes[0].indicators[0].weight = "26%";
    config.matrix.cells.pop();
    config.matrix.gates[0].indicator = "sevrice";
    config.adjustment.promote.when[1].axis = "perfomance";
    config.incentives[2].on = "slaes";
    expect(wrongConfig(compilePolicy, config).sort()).toEqual([
      "adjustment.promote.when[1].axis unknown-axis",
      "axes[0].indicators weights-sum",
      "incentives[2].on unknown-indicator",
      "matrix.cells cell-missing",
      "matrix.gates[0].indicator unknown-indicator",
    ]);
  });

  test.each([[{}], [["gold"]], [[null]], [5]])(
    "tiers that are %j are no crash of the check of cells",
    (tiers) => {
      const axes = [{ id: "x", bands: [{ id: "low" }] }];
      const codes = classifier
        .check({ axes, tiers, cells: [{ at: { x: "low" }, tier: "gold" }] })
        .map(({ code }) => code);
      expect(codes).toContain("wrong-type");
    },
  );

  test("the message names every problem with its path", () => {
    const message = (() => {
      try {
        scorer({ indicators: [{ id: "a b", weight: "x", measure: points }] });
      } catch (error) {
        return (error as Error).message;
      }
      return "";
    })();
    expect(message).toMatch(
      /^scorer: the config has 2 problems\n- indicators\[0\]\.id: .*\n- indicators\[0\]\.weight: /,
    );
  });

  test("weights that do not sum say by how much, with a hint", () => {
    const [issue] = scorer.check({
      indicators: [
        { id: "a", weight: "1/3", measure: points },
        { id: "b", weight: 0.5, measure: points },
      ],
    });
    expect(issue?.message).toBe(
      'the weights sum to 5/6, which is 1/6 less than 1 (correct a weight, or say "normalise": true to scale them)',
    );
    expect(issue?.params).toEqual({ sum: "5/6", expected: "1", difference: "-1/6" });
  });

  test.each([99, 100, 101, 150, 5_000])(
    "%i problems: at most a hundred are listed, and all are counted",
    (count) => {
      const credits = Array.from({ length: count }, () => ({ id: "a", amount: "x" }));
      const outcome = commission({ currency: "USD", brackets: [{ rate: 0 }] }).safe({ credits });
      if (outcome.ok) throw new Error("no problem was found");
      expect(outcome.error.issues).toHaveLength(Math.min(count, MOST_ISSUES));
      expect(outcome.error.issueCount).toBe(count);
      expect(outcome.error.message.includes(`- and ${count - MOST_ISSUES} more`)).toBe(count > MOST_ISSUES);
    },
  );

  test("more problems of pay than are listed are counted too", () => {
    const { pay } = compilePolicy(keyAccountManagers);
    const multipliers = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`m${index}`, 1]));
    const scores = { capability: 80, performance: 90 };
    const outcome = pay?.safe({ period: "2026-Q3", tier: "senior", scores, multipliers });
    if (outcome === undefined || outcome.ok) throw new Error("no problem was found");
    expect(outcome.error.issues).toHaveLength(MOST_ISSUES);
    expect(outcome.error.issueCount).toBeGreaterThanOrEqual(150);
  });

  test.each([99, 100, 101, 150])(
    "a config with %i problems, and more behind them, is never a crash",
    (count) => {
      const bad = [null, 5, "x", [], {}, { id: 3, weight: null, measure: null }];
      const indicators = Array.from({ length: count }, (_, index) => ({
        id: `i${index}`,
        weight: "x",
        measure: points,
      }));
      const bands = Array.from({ length: count }, (_, index) => ({ id: `b${index}`, from: "x" }));
      const rows = Array.from({ length: count }, () => ({ tier: "a", amount: "x" }));
      const when = Array.from({ length: count }, () => ({ kind: "at-least", axis: "a", score: "x" }));
      const brackets = Array.from({ length: count }, () => ({ from: "x", rate: "y" }));
      const tiers = Array.from({ length: count }, () => ({ id: "" }));
      const axis = { id: "a", indicators: [...indicators, ...bad], bands: [...bands, ...bad] };
      const { format, id, effectiveFrom } = keyAccountManagers;
      const lists = [
        { axes: [axis, ...bad] },
        { axes: [axis], tiers: [...tiers, ...bad] },
        { matrix: { cells: [...bad, ...bad], gates: bad } },
        { adjustment: { cycle: "year", promote: { when: [...when, ...bad] }, demote: { when: bad } } },
        {
          incentives: [
            { use: "basePay", table: [...rows, ...bad] },
            { use: "performanceBonus", target: [...rows, ...bad], payout: bad },
            { use: "commission", brackets: [...brackets, ...bad] },
            ...bad,
          ],
        },
      ];
      for (const list of lists) {
        for (const base of [keyAccountManagers, { format, id, effectiveFrom }]) {
          expect(compilePolicy.check({ ...base, ...list }).length).toBeGreaterThan(0);
          expect(() => compilePolicy({ ...base, ...list } as never)).toThrow(TierwiseError);
        }
      }
    },
  );
});

describe("in a bounded time", () => {
  const nested = (levels: number, wrap: (inner: unknown) => unknown) => {
    let made: unknown = 1;
    for (let level = 0; level < levels; level += 1) made = wrap(made);
    return made;
  };
  const lines = (width: number, levels: number): unknown =>
    levels === 0 ? 1 : Array.from({ length: width }, () => null).map(() => 1);
  const doubled = nested(60, (inner) => [inner, inner]);
  test.each<[string, () => unknown, string]>([
    ["objects nested 10,000 deep", () => nested(10_000, (inner) => ({ a: inner })), "too-deep"],
    ["lists nested 10,000 deep", () => nested(10_000, (inner) => [inner]), "too-deep"],
    ["lists that double sixty times", () => doubled, "too-large"],
    ["an id of 1 MB", () => [{ id: "x".repeat(1_000_000), weight: 1, measure: points }], "text-too-long"],
    ["a sparse list of four thousand million", () => new Array(4_000_000_000), "too-large"],
    ["a sparse list of 900,000", () => new Array(900_000), "not-plain-data"],
    ["a list of 900,000 nulls", () => new Array(900_000).fill(null), "wrong-type"],
    ["a list of 200,000 broken indicators", () => new Array(200_000).fill({ id: 1 }), "id-invalid"],
    ["a list of two million numbers", () => new Array(2_000_000).fill(1), "too-large"],
    ["a list of 1,000 long texts", () => lines(1_000, 1), "wrong-type"],
    [
      "an object of 300,000 keys",
      () => [Object.fromEntries(Array.from({ length: 300_000 }, (_, index) => [`k${index}`, 1]))],
      "unknown-property",
    ],
  ])("%s", (_, make, code) => {
    const indicators = make();
    const { value, milliseconds } = timed(() => scorer.check({ indicators }));
    expect(value.map((issue) => issue.code)).toContain(code);
    expect(value.length).toBeLessThanOrEqual(MOST_ISSUES);
    expect(milliseconds).toBeLessThan(10_000);
    expect(() => scorer({ indicators } as never)).toThrow(TierwiseError);
  });

  test("evidence for 300,000 indicators that are not there", () => {
    const evidence = Object.fromEntries(Array.from({ length: 300_000 }, (_, index) => [`k${index}`, 1]));
    const { value, milliseconds } = timed(() => wrong(score, evidence));
    expect(value).toHaveLength(MOST_ISSUES);
    expect(milliseconds).toBeLessThan(10_000);
  });

  test("an input of 300,000 wrong credits", () => {
    const credits = new Array(300_000).fill({ id: "", amount: "x" });
    const { value, milliseconds } = timed(() =>
      wrong(commission({ currency: "USD", brackets: [{ rate: 0 }] }), { credits }),
    );
    expect(value).toHaveLength(MOST_ISSUES);
    expect(milliseconds).toBeLessThan(10_000);
  });

  test("a message is short, however long the values are", () => {
    const indicators = Array.from({ length: 200 }, () => ({
      id: `${"x".repeat(9_000)} `,
      weight: 1,
      measure: points,
    }));
    try {
      scorer({ indicators });
    } catch (error) {
      expect((error as Error).message.length).toBeLessThan(50_000);
      return;
    }
    throw new Error("no problem was found");
  });
});

describe("ids that all objects have", () => {
  const ids = ["toString", "valueOf", "hasOwnProperty", "then", "length", "__defineGetter__"];

  test("are ids like any others", () => {
    const made = scorer({
      normalise: true,
      indicators: ids.map((id) => ({ id, weight: 1, measure: points })),
    });
    const evidence = Object.fromEntries(ids.map((id) => [id, 60]));
    expect(made({ evidence }).value?.toFixed()).toBe("60");
    expect(wrong(made, { evidence: {} })).toEqual(ids.map((id) => `evidence.${id} evidence-missing`));
  });

  test("are not there where they are not given", () => {
    expect(wrong(score, { evidence: { a: 1, toString: 2 } })).toEqual([
      "evidence.toString unknown-indicator",
    ]);
    const bands = [{ id: "toString" }];
    expect(
      wrongConfig(classifier, { axes: [{ id: "valueOf", bands }], cells: [{ at: {}, move: "stay" }] }),
    ).toEqual(["cells[0].at.valueOf missing"]);
  });

  test("but for the three that could change an object", () => {
    for (const id of ["__proto__", "constructor", "prototype"]) {
      expect(wrongConfig(scorer, { indicators: [{ id, weight: 1, measure: points }] })).toEqual([
        "indicators[0].id id-invalid",
      ]);
    }
  });
});

describe("what the caller owns", () => {
  const deepFreeze = <T>(value: T): T => {
    if (typeof value === "object" && value !== null) {
      Object.freeze(value);
      for (const inner of Object.values(value)) deepFreeze(inner);
    }
    return value;
  };
  const evidence = {
    communication: 4.5,
    relationships: 4,
    "market-development": 4,
    "business-knowledge": 4,
    adaptability: 4,
    teamwork: 5,
    sales: { actual: 1_080_000, target: 1_000_000 },
    customers: { actual: 42, target: 40 },
    satisfaction: 88,
    growth: { actual: 9, target: 10 },
    delivery: 91,
  };
  const input = {
    person: { id: "k17" },
    period: "2026-Q3",
    standing: { tier: "junior", since: "2025-01-01" },
    evidence,
  };

  test("may be frozen, and is as it was", () => {
    const [config, given] = [structuredClone(keyAccountManagers), structuredClone(input)];
    const review = compilePolicy(deepFreeze(config)).review(deepFreeze(given));
    expect(config).toEqual(keyAccountManagers);
    expect(given).toEqual(input);
    const next = compilePolicy(config).review(
      deepFreeze({ ...given, period: "2026-Q4", standing: review.standing }),
    );
    expect(next.decision.outcome).toBe("promoted");
  });

  test("is copied: a config that changes after the call changes nothing", () => {
    const config = JSON.parse(JSON.stringify(keyAccountManagers));
    const policy = compilePolicy(config);
    const before = JSON.stringify([policy.review(input), policy.parts]);
    const destroy = (value: unknown) => {
      if (typeof value !== "object" || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        destroy(inner);
        delete (value as Record<string, unknown>)[key];
      }
    };
    destroy(config);
    expect(JSON.stringify([policy.review(input), policy.parts])).toBe(before);
  });

  test("is not in the result: changing a result changes no later one", () => {
    const policy = compilePolicy(keyAccountManagers);
    const before = JSON.stringify(policy.review(input));
    const spoil = (value: unknown) => {
      if (typeof value !== "object" || value === null || "toFixed" in value) return;
      for (const [key, inner] of Object.entries(value)) {
        spoil(inner);
        if (typeof inner === "string") Reflect.set(value, key, "spoilt");
      }
    };
    spoil(policy.review(input));
    expect(JSON.stringify(policy.review(input))).toBe(before);
  });
});

describe("numbers out of all proportion", () => {
  test("what is read is printed so that it can be read again", () => {
    const paid = commission({ currency: "USD", brackets: [{ rate: 1 }] })({
      credits: [
        { id: "a", amount: "9e307" },
        { id: "b", amount: "9e307" },
      ],
    });
    expect(share.safe({ amount: JSON.parse(JSON.stringify(paid)).amount, shares: one }).ok).toBe(true);
  });

  test("1e400 and 1/0 are refused wherever a number stands", () => {
    for (const bad of ["1e400", "1/0", "", "12,5", null]) {
      expect(wrong(score, { evidence: { a: bad } })).toHaveLength(1);
      expect(
        wrong(adjuster({ tiers: [{ id: "x" }], cycle: "year" }), {
          period: "2026",
          standing: { tier: "x", since: "2025-01-01" },
          placement: { scores: { a: bad } },
        }),
      ).toHaveLength(1);
      expect(scorer.check({ indicators: [{ id: "a", weight: bad, measure: points }] })).toHaveLength(1);
    }
  });
});

test.each([
  [{ indicators: [] }, "indicators", "expected a list of at least 1, got an empty list"],
  [
    {
      indicators: [
        { id: "a", weight: 1, measure: { kind: "choice", options: [{ id: "b", label: "B", score: 1 }] } },
      ],
    },
    "indicators[0].measure.options",
    "expected a list of at least 2, got a list of 1",
  ],
  [
    { indicators: [{ id: "a", weigth: 1, measure: { kind: "points" } }] },
    "indicators[0].weigth",
    '"weigth" is not a property here (did you mean "weight"?)',
  ],
  [
    { indicators: [{ id: "a", weight: 1, measure: { kind: "attainment", caps: "120%" } }] },
    "indicators[0].measure.caps",
    '"caps" is not a property here (did you mean "cap"?)',
  ],
  [
    { indicators: [{ id: "a", weight: 1, measure: { kind: "points" } }], other: 1 },
    "other",
    '"other" is not a property here',
  ],
])("a weight schema %j", (config, place, message) => {
  expect(scorer.check(config).map((issue) => [pathText(issue.path), issue.message])).toContainEqual([
    place,
    message,
  ]);
});
