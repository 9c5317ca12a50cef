// What functions that say something in words are asked for: wrong results and wrong options are errors that say what was expected.
import { describe, expect, test } from "vitest";
import { explainCorrection } from "../../src/audit/index.js";
import * as tierwise from "../../src/index.js";
import { en, zhTW } from "../../src/locales/index.js";
import { keyAccountManagers } from "../../src/presets/index.js";
import { damaged, mutations } from "../errors/mutations.js";
import { input } from "../policy/people.js";

const { compilePolicy, explain, TierwiseError } = tierwise;
type Asked = (...given: readonly unknown[]) => unknown;

const curve = tierwise.payoutCurve({
  use: "commission",
  plan: { currency: "USD", brackets: [{ rate: "5%" }] },
})({ from: 0, to: 1000 });

/** What stands before the options, where that is no result. */
const before: Readonly<Record<string, readonly unknown[]>> = {
  describePolicy: [keyAccountManagers],
  diffPolicies: [keyAccountManagers, keyAccountManagers],
  stateDiagram: [keyAccountManagers],
  payoutAt: [curve, 100],
  breakEven: [curve, 5],
};
const saying = Object.entries({ ...tierwise, explainCorrection })
  .filter(([name]) => /^(explain|describe|diff)|Diagram$|Rows$|Table$|^(payoutAt|breakEven)$/.test(name))
  .map(([name, work]) => [name, work as Asked, before[name] ?? [{}]] as const);
const ofResults = saying.filter(([name]) => !Object.hasOwn(before, name));

/** The lines of the error that a call comes to. */
function lines(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof TierwiseError) return error.message.split("\n");
    throw error;
  }
  throw new Error("no error came");
}

const review = compilePolicy(keyAccountManagers).review(input());

test("every function that takes options is here", () => {
  expect(saying.map(([name]) => name)).toContain("explainPlacement");
  expect(saying.length).toBeGreaterThanOrEqual(30);
});

describe.each(saying)("%s", (name, work, given) => {
  test("an option that it does not have is named, with the one that was perhaps meant", () => {
    const option =
      name === "payoutAt" || name === "breakEven" ? ["roundign", "rounding"] : ["local", "locale"];
    const [wrong = "", right] = option;
    expect(lines(() => work(...given, { [wrong]: 1 }))[1]).toBe(
      `- options.${wrong}: "${wrong}" is not a property here (did you mean "${right}"?)`,
    );
  });

  test.each([
    [null, "null"],
    ["zh-TW", '"zh-TW"'],
    [[], "a list"],
  ])("options of %j", (options, shown) => {
    expect(lines(() => work(...given, options))[1]).toBe(`- options: expected an object, got ${shown}`);
  });
});

describe.each(saying.filter(([name]) => !["payoutAt", "breakEven"].includes(name)))(
  "%s",
  (_, work, given) => {
    test("a text in place of a locale", () => {
      expect(lines(() => work(...given, { locale: "zh-TW" }))[1]).toBe(
        '- options.locale: expected a locale, which is an object, got "zh-TW" (write import { zhTW } from "tierwise/locales" and { locale: zhTW })',
      );
      expect(lines(() => work(...given, { locale: "fr" }))[1]).toBe(
        '- options.locale: expected a locale, which is an object, got "fr" (import en, zhCN, zhTW from "tierwise/locales", or leave it out for English)',
      );
    });

    test("a locale in place of options, and half a locale", () => {
      expect(lines(() => work(...given, zhTW))[1]).toBe(
        "- options: expected options, got a locale: write { locale: ... } around it",
      );
      expect(lines(() => work(...given, { locale: { languageTag: "fr" } }))[1]).toMatch(
        /^- options\.locale: expected a locale, which is an object with all of ".*, got one without /,
      );
    });
  },
);

describe.each(ofResults)("%s", (_, work) => {
  test.each([
    [null, "null"],
    [undefined, undefined],
    ["x", '"x"'],
    [[], "a list"],
  ])("a result of %j", (result, shown) => {
    expect(lines(() => work(result))[1]).toBe(
      shown === undefined ? "- this is required: expected an object" : `- expected an object, got ${shown}`,
    );
  });

  test("a result without anything", () => {
    expect(lines(() => work({}))[1]).toMatch(/^- \w+: this is required: expected /);
  });
});

test("a kind of result that is not known", () => {
  expect(lines(() => explain({ kind: "reviews" } as never))[1]).toMatch(
    /^- kind: expected "score", .*, got "reviews" \(did you mean "review"\?\)$/,
  );
});

test("all that a review lacks is named at once", () => {
  expect(lines(() => explain({ kind: "review" } as never))).toEqual([
    "explain: the input has 7 problems",
    "- policy: this is required: expected an object",
    "- person: this is required: expected an object",
    "- period: this is required: expected a text",
    "- scores: this is required: expected an object",
    "- variants: this is required: expected an object",
    "- placement: this is required: expected an object",
    "- decision: this is required: expected an object",
  ]);
});

test.each([
  ["placement", "axes", 0, "band"],
  ["placement", "cell", "at"],
  ["decision", "holds"],
  ["decision", "conditions", 0, "evidence"],
  ["scores", "capability", "indicators", 0, "weight"],
  ["statement", "lines", 0, "amount"],
])("a review that lacks %s.%s.%s.%s", (...path) => {
  const cut = damaged(
    JSON.parse(JSON.stringify(review)),
    path.filter((key) => key !== undefined),
    "deleted",
  );
  expect(lines(() => explain(cut as never))[1]).toMatch(
    new RegExp(`^- ${tierwise.pathText(path).replace(/[[\]]/g, "\\$&")}: this is required: expected `),
  );
});

test("what is missing deeper inside, and a sentence needs, is named as well", () => {
  const stored = JSON.parse(JSON.stringify(review));
  stored.placement.axes[0].calibrated = null;
  expect(lines(() => explain(stored))[1]).toBe(
    "- placement.axes[0].calibrated: this is required: a sentence needs it",
  );
  const half = JSON.parse(JSON.stringify(review));
  delete half.scores.capability.indicators[0].score;
  expect(lines(() => explain(half))[1]).toBe(
    "- scores.capability.indicators[0].score: this is required: a sentence needs it",
  );
});

test("whatever of a review is damaged, what comes is sentences or an error of the input", () => {
  let [said, refused] = [0, 0];
  for (const { document } of mutations(review, 7)) {
    try {
      expect(explain(document as never).length).toBeGreaterThan(5);
      said += 1;
    } catch (error) {
      if (!(error instanceof TierwiseError)) throw error;
      refused += 1;
    }
  }
  expect(said).toBeGreaterThan(50);
  expect(refused).toBeGreaterThan(50);
});

test("options that are right, or left out, are taken", () => {
  expect(explain(review, { locale: en })).toEqual(explain(review));
  expect(explain(review, {})).toEqual(explain(review));
  expect(tierwise.stateDiagram(keyAccountManagers, { format: "dot" })).toContain("digraph");
  expect(lines(() => tierwise.stateDiagram(keyAccountManagers, { format: "svg" } as never))[1]).toBe(
    '- options.format: expected "mermaid" or "dot", got "svg"',
  );
  expect(lines(() => tierwise.stateDiagram(keyAccountManagers, { fromat: "dot" } as never))[1]).toBe(
    '- options.fromat: "fromat" is not a property here (did you mean "format"?)',
  );
});
