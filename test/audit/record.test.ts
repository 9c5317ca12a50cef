import { describe, expect, test } from "vitest";
import {
  type AuditRecord,
  auditRecord,
  correction,
  explainCorrection,
  policyHash,
  redact,
  replay,
} from "../../src/audit/index.js";
import { withPseudonyms } from "../../src/audit/personal.js";
import { compilePolicy, explain, type Policy, type ReviewInput, whatIf } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";
import { keyAccountManagers } from "../../src/presets/index.js";
import { issuesOf } from "../issues-of.js";
import { evidence, input } from "../policy/people.js";

const salt = "5b1f0c7a9e2d4483";
const record = auditRecord(keyAccountManagers)({ salt, input: input() });
const json = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const codes = (work: () => unknown) => issuesOf(work).map((one) => one.join(" "));

const rated: Policy = {
  format: 1,
  id: "rated",
  effectiveFrom: "2026-01-01",
  axes: [
    {
      id: "conduct",
      raters: {
        kinds: [
          { id: "peer", weight: "40%" },
          { id: "chief", weight: "60%" },
        ],
      },
      indicators: [{ id: "help", weight: 1, measure: { kind: "rating", from: 1, to: 5 }, raters: {} }],
      bands: [{ id: "all" }],
    },
  ],
  tiers: [{ id: "first" }],
  matrix: { cells: [{ at: { conduct: "all" }, move: "stay" }] },
  adjustment: { cycle: "quarter" },
};
const ratedInput: ReviewInput = {
  person: { id: "ann-17", label: { en: "Ann Li", "zh-TW": "李安" } },
  period: "2026-Q2",
  standing: { tier: "first", since: "2025-01-01" },
  evidence: {
    help: [
      { kind: "peer", value: 4, rater: "ben-22" },
      { kind: "peer", value: 5, rater: "cho-31" },
      { kind: "chief", value: 3, rater: "dee-05" },
    ],
  },
};

describe("a record", () => {
  test("is plain JSON, holds the whole review, and is explained like it", () => {
    expect(json(record)).toEqual(record);
    const review = compilePolicy(keyAccountManagers).review(input());
    expect(record.result).toEqual(json(review));
    for (const locale of [zhCN, zhTW]) {
      expect(explain(record.result, { locale })).toEqual(explain(review, { locale }));
    }
  });

  test("is a past review that a policy can be tried on", () => {
    expect(whatIf(keyAccountManagers)({ reviews: [record] }).counts).toEqual({
      same: 1,
      other: 0,
      refused: 0,
    });
  });

  test("has the document as it was written, whose hash it names", () => {
    expect(record.policy.document).toEqual(json(keyAccountManagers));
    expect(record.policy.hash).toBe(policyHash(record.policy.document as Policy));
  });

  test("has the same hash with the document and without", () => {
    const { document, ...policy } = record.policy;
    const slim: AuditRecord = { ...record, policy };
    expect(replay(slim, document).same).toBe(true);
    expect(replay(slim, document).document).toBeUndefined();
    expect(codes(() => replay(slim))).toEqual(["policy.document policy-missing"]);
  });
});

describe("a replay", () => {
  test("names the place where a forged result differs, and that the record was changed", () => {
    const forged = json(record) as { result: { decision: { to: string } } };
    forged.result.decision.to = "senior";
    const found = replay(forged as unknown as AuditRecord);
    expect(found.same).toBe(false);
    expect(found.record.same).toBe(false);
    expect(found.policy.same).toBe(true);
    expect(found.differences).toEqual([
      { path: ["decision", "to"], recorded: "senior", replayed: "intermediate" },
    ]);
  });

  test("says that a policy is another, and where it decides otherwise", () => {
    const other = json(keyAccountManagers) as unknown as { axes: { indicators: { weight: string }[] }[] };
    const [first, second] = other.axes[0]?.indicators ?? [];
    if (first !== undefined) first.weight = "30%";
    if (second !== undefined) second.weight = "15%";
    const found = replay(record, other as unknown as Policy);
    expect([found.same, found.record.same, found.policy.same, found.document?.same]).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect(found.policy.recorded).toBe(record.policy.hash);
    expect(found.differences.map(({ path }) => path.join("."))).toContain("scores.capability.value");
  });

  test("takes a version that begins after the period: it says what that would have decided", () => {
    const next = { ...keyAccountManagers, effectiveFrom: "2027-01-01" };
    const found = replay(record, next);
    expect(found.issues).toEqual([]);
    expect(found.differences.map(({ path }) => path.join("."))).toEqual([
      "policy.effectiveFrom",
      "standing.policy.effectiveFrom",
    ]);
    expect(codes(() => auditRecord(next)({ input: input(), salt: "0123456789abcdef" }))).toEqual([
      "input.period policy-not-in-force",
    ]);
  });

  test("finds a document that was changed, though the decision is the same, and though the right policy is given", () => {
    const forged = json(record) as unknown as { policy: { document: { label: string } } };
    forged.policy.document.label = "x";
    const found = replay(forged as unknown as AuditRecord, keyAccountManagers);
    expect([found.same, found.record.same, found.policy.same, found.document?.same]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("says why a review cannot be run again", () => {
    const { teamwork: _, ...less } = evidence;
    const refused = replay({ ...record, input: { ...record.input, evidence: less } } as AuditRecord);
    expect([refused.same, refused.issues.map(({ code }) => code)]).toEqual([false, ["evidence-missing"]]);
    const broken = replay(record, { ...keyAccountManagers, tiers: [] });
    expect(broken.same).toBe(false);
    expect(broken.issues.length).toBeGreaterThan(0);
  });

  test("shows what is there on one side only", () => {
    const { variants: _, ...less } = record.result;
    const found = replay({ ...record, result: { ...less, more: 1 } } as unknown as AuditRecord);
    expect(found.differences).toEqual([
      { path: ["more"], recorded: 1 },
      { path: ["variants"], replayed: {} },
    ]);
  });

  test.each([[{}], [null], [5], [[]], [{ ...record, extra: 1 }], [{ ...record, hash: "abc" }]])(
    "of what is no record is an error: %#",
    (given) => {
      expect(codes(() => replay(given as never)).length).toBeGreaterThan(0);
    },
  );
});

test.each([5, "x", "", true, null, [], () => 0])("%j is no policy, to replay or to hash", (given) => {
  const wrong = given as unknown as Policy;
  expect(codes(() => replay(record, wrong))).toEqual(["policy wrong-type"]);
  expect(codes(() => policyHash(wrong))).toEqual([" wrong-type"]);
});

test("a policy that is given for a replay is plain data", () => {
  const wrong = { ...keyAccountManagers, weight: Number.NaN } as Policy;
  expect(codes(() => replay(record, wrong))).toEqual(["policy.weight number-not-finite"]);
});

describe("redacting", () => {
  const whole = auditRecord(rated)({ salt, input: ratedInput });
  const redacted = redact(json(whole));

  test("leaves out the person, the labels, the raters and the salt", () => {
    const text = JSON.stringify(redacted);
    for (const name of ["ann-17", "Ann", "李", "ben-22", "cho-31", "dee-05", salt])
      expect(text).not.toContain(name);
    expect(redacted.salt).toBeUndefined();
  });

  test("keeps what decides, the hash, and the replay", () => {
    expect(redacted.hash).toBe(whole.hash);
    expect(replay(json(redacted)).same).toBe(true);
    expect(redacted.result.decision).toEqual(whole.result.decision);
    expect(redacted.result.scores).toEqual(whole.result.scores);
  });

  test("of a redacted record changes nothing", () => {
    expect(redact(redacted)).toEqual(redacted);
  });

  test("gives one person one pseudonym under one salt, and another under another", () => {
    const other = auditRecord(rated)({ salt, input: { ...ratedInput, period: "2026-Q3" } });
    expect(redact(other).input.person.id).toBe(redacted.input.person.id);
    const apart = auditRecord(rated)({ salt: `${salt}x`, input: ratedInput });
    expect(redact(apart).input.person.id).not.toBe(redacted.input.person.id);
  });

  test("of a record that was changed is refused, as is one whose salt was", () => {
    expect(codes(() => redact({ ...whole, salt: `${salt}x` }))).toEqual(["hash record-changed"]);
    const person = { ...whole.input.person, label: "Ann Lo" };
    expect(codes(() => redact({ ...whole, input: { ...whole.input, person } }))).toEqual([
      "hash record-changed",
    ]);
  });

  test("finds a change of a redacted record too", () => {
    const forged = { ...redacted, input: { ...redacted.input, period: "2026-Q3" } };
    expect(replay(forged as AuditRecord).record.same).toBe(false);
    expect(codes(() => redact(forged as AuditRecord))).toEqual(["hash record-changed"]);
  });

  test("replaces whom events name and what they say, alike where it is alike", () => {
    const [violation, reversal] = withPseudonyms(
      {
        input: {
          events: [
            {
              id: "case-7",
              kind: "violation",
              severity: "minor",
              date: "2026-05-02",
              by: "Dee",
              note: "late",
            },
            { id: "case-8", kind: "reversal", of: "case-7", date: "2026-06-02" },
          ],
        },
      },
      salt,
    ).input.events as { id: string; of?: string; severity?: string; date: string }[];
    expect(JSON.stringify([violation, reversal])).not.toMatch(/case-|Dee|late/);
    expect(reversal?.of).toBe(violation?.id);
    expect([violation?.severity, violation?.date]).toEqual(["minor", "2026-05-02"]);
  });
});

describe("a correction", () => {
  const better = { ...evidence, sales: { actual: 1_200_000, target: 1_000_000 }, satisfaction: 92 };
  const difference = correction(keyAccountManagers)({ record, input: input({ evidence: better }) });

  test("changes nothing in the record, and names it", () => {
    const before = json(record);
    correction(keyAccountManagers)({ record, input: input({ evidence: better }) });
    expect(record).toEqual(before);
    expect(difference.of).toBe(record.hash);
    expect(difference.decision.recorded).toEqual(record.result.decision);
  });

  test("is the review on the corrected input, with the difference in pay", () => {
    const review = compilePolicy(keyAccountManagers).review(input({ evidence: better }));
    expect(json(difference.review)).toEqual(json(review));
    expect(json(difference.standing)).toEqual(json(review.standing));
    const [old, now] = [Number(record.result.statement?.total), Number(review.statement?.total)];
    expect(Number(difference.pay?.difference)).toBeCloseTo(now - old, 6);
  });

  test("says so in three languages, every number being in the result", () => {
    const numbers = new Set(JSON.stringify(difference).match(/\d+(\.\d+)?/g));
    for (const locale of [undefined, zhCN, zhTW]) {
      const sentences = explainCorrection(difference, locale === undefined ? {} : { locale });
      expect(sentences.length).toBeGreaterThanOrEqual(7);
      expect(new Set(sentences).size).toBe(sentences.length);
      for (const number of sentences.join(" ").match(/\d+(\.\d+)?/g) ?? []) expect(numbers).toContain(number);
    }
    expect(explainCorrection(difference)[1]).toBe(
      "Input evidence.sales.actual: 1080000 is corrected to 1200000.",
    );
  });

  test("says events in words", () => {
    const events: ReviewInput["events"] = [
      { kind: "appointment", id: "a1", date: "2026-09-01", to: "senior", by: "the panel" },
    ];
    const told = correction(keyAccountManagers)({ record, input: input({ events }) });
    expect(explainCorrection(told)[1]).toBe(
      "Input events: nothing is corrected to kind appointment; id a1; date 2026-09-01; to senior; by the panel.",
    );
    expect(explainCorrection(told, { locale: zhTW })[1]).toBe(
      "輸入 events：由無更正為類型：任命；識別碼：a1；日期：2026-09-01；新層級：senior；決定者：the panel。",
    );
    const withEvents = auditRecord(keyAccountManagers)({ salt, input: input({ events }) });
    const other = correction(keyAccountManagers)({
      record: withEvents,
      input: input({ events: [{ kind: "crossing", id: "a1", date: "2026-09-01", to: "management" }] }),
    });
    expect(explainCorrection(other, { locale: zhCN }).slice(1, 4)).toEqual([
      "输入 events[0].kind：由任命更正为跨序列转换。",
      "输入 events[0].to：由 senior 更正为 management。",
      "输入 events[0].by：由 the panel 更正为无。",
    ]);
  });

  test("of nothing finds nothing", () => {
    const none = correction(keyAccountManagers)({ record, input: record.input });
    expect([none.input, none.scores, none.differs, none.pay?.difference.toFixed()]).toEqual([
      [],
      [],
      false,
      "0",
    ]);
    expect(explainCorrection(none)).toContain("The decision on the tier stays as it was.");
  });

  test("takes a redacted record", () => {
    const redacted = redact(record);
    expect(correction(keyAccountManagers)({ record: redacted, input: redacted.input }).of).toBe(record.hash);
  });
});

describe("the hash of a policy", () => {
  test("does not depend on white space or the order of properties", () => {
    const turned = Object.fromEntries(Object.entries(json(keyAccountManagers)).reverse());
    expect(policyHash(turned as unknown as Policy)).toBe(policyHash(keyAccountManagers));
  });

  test("refuses what JSON cannot say", () => {
    expect(codes(() => policyHash({ ...keyAccountManagers, weight: Number.NaN } as Policy))).toEqual([
      "weight number-not-finite",
    ]);
    expect(codes(() => policyHash({ ...keyAccountManagers, label: "\udc00" }))).toEqual([
      "label text-not-unicode",
    ]);
  });
});

test.each([
  ["", "an empty text"],
  ["s", "a text of 1"],
  ["secret-of-15-ch", "a text of 15"],
  [42, "no text"],
])("a salt %j says how long it is, and is not shown", (wrong, got) => {
  const made = auditRecord(keyAccountManagers).safe({ salt: wrong, input: input() });
  const issues = made.ok ? [] : made.error.issues;
  expect(issues.map(({ path, message }) => [...path, message])).toEqual([
    ["salt", `expected a salt, a text of at least 16 random characters, got ${got}`],
  ]);
});

test("a salt that is missing is asked for", () => {
  const made = auditRecord(keyAccountManagers).safe({ input: input() });
  expect(made.ok ? [] : made.error.issues.map(({ message }) => message)).toEqual([
    "this is required: expected a salt, a text of at least 16 random characters",
  ]);
});
