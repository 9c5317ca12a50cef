import { expect, test } from "vitest";
import { labelText } from "../../src/index.js";

const all = { en: "Sales", "zh-CN": "销售额", "zh-TW": "銷售額", de: "Umsatz" };

test.each<[string, Parameters<typeof labelText>[0], string, string]>([
  ["the language itself", all, "zh-TW", "銷售額"],
  ["one text for all languages", "Sales", "zh-TW", "Sales"],
  ["the language without its region", all, "de-AT", "Umsatz"],
  ["the same language in another region", { en: "Sales", "zh-TW": "銷售額" }, "zh-CN", "銷售額"],
  [
    "the language itself before its regions",
    { "en-GB": "Colour", en: "Color", "en-AU": "Colour" },
    "en-US",
    "Color",
  ],
  ["English", all, "fr", "Sales"],
  ["no language that only begins the same", { fil: "Benta", en: "Sales" }, "fi", "Sales"],
  ["English of a region, where there is no other", { "en-GB": "Sales", "zh-TW": "銷售額" }, "fr", "Sales"],
  ["the first language tag", { "zh-TW": "銷售額", de: "Umsatz" }, "fr", "Umsatz"],
  ["the fallback without a label", undefined, "en", "sales"],
])("%s", (_, label, tag, text) => {
  expect(labelText(label, tag, "sales")).toBe(text);
});

test("a language tag is never a property of all objects", () => {
  expect(labelText({ en: "Sales" }, "constructor", "sales")).toBe("Sales");
});
