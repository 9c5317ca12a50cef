// The published vectors of RFC 8785 (JSON Canonicalization Scheme) and of FIPS 180 (SHA-256).
import { describe, expect, test } from "vitest";
import { canonicalHash, canonicalJson, plainJson, sha256Hex } from "../../src/audit/canonical.js";
import { type IssueCode, pathText, TierwiseError } from "../../src/index.js";
import { createReport } from "../../src/kernel/report.js";

const plain = (value: unknown) => plainJson(value, createReport("invalid-input", "test"));
const problems = (value: unknown): readonly (readonly [string, IssueCode])[] => {
  try {
    plain(value);
  } catch (error) {
    if (error instanceof TierwiseError) return error.issues.map(({ path, code }) => [pathText(path), code]);
    throw error;
  }
  return [];
};

describe("RFC 8785", () => {
  test("section 3.2: white space, literals, texts and numbers", () => {
    const sample = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    expect(canonicalJson(plain(JSON.parse(sample)))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test("section 3.2.3: names in the order of their UTF-16 units", () => {
    const sample = String.raw`{
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis"
    }`;
    const names = [...canonicalJson(plain(JSON.parse(sample))).matchAll(/:"([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  test.each([
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555554", "333333333.33333325"],
    ["41b3de4355555555", "333333333.3333333"],
    ["41b3de4355555556", "333333333.3333334"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ])("appendix B: the double %s is %s", (bits, text) => {
    expect(canonicalJson(plain(double(bits)))).toBe(text);
  });

  test.each([
    ["7fffffffffffffff", "NaN"],
    ["7ff0000000000000", "infinity"],
  ])("appendix B: the double %s, which is %s, is refused", (bits) => {
    expect(problems({ a: [double(bits)] })).toEqual([["a[0]", "number-not-finite"]]);
  });

  test("half of a surrogate pair is refused, in a text and in a name; a whole pair is not", () => {
    expect(problems({ a: "\ud83d", b: ["x\ude00\ud83d"], "\udead": 1, c: "\ud83d\ude00" })).toEqual([
      ["a", "text-not-unicode"],
      ["b[0]", "text-not-unicode"],
      [String.raw`["\udead"]`, "text-not-unicode"],
    ]);
  });

  test("what JSON cannot say is refused: functions, dates, big integers; undefined is left out", () => {
    expect(problems({ a: () => 1, b: new Date(0), c: 1n }).map(([, code]) => code)).toEqual([
      "not-plain-data",
      "not-plain-data",
      "not-plain-data",
    ]);
    expect(plain({ a: undefined, b: 1 })).toEqual({ b: 1 });
  });
});

function double(bits: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}

describe("FIPS 180", () => {
  test.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
    [
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1",
    ],
    ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
  ])("SHA-256 of %.60s", (text, hash) => {
    expect(sha256Hex(text)).toBe(hash);
  });

  test("a text is hashed in UTF-8, and data as its canonical text", async () => {
    const text = "層級 😀 é";
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    expect(sha256Hex(text)).toBe(Buffer.from(bytes).toString("hex"));
    expect(canonicalHash({ b: 1, a: "é" })).toBe(sha256Hex('{"a":"é","b":1}'));
  });
});
