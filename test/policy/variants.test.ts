import { expect, test } from "vitest";
import { compilePolicy, explain, type Policy } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";
import { keyAccountManagers } from "../../src/presets/index.js";
import { input } from "./people.js";

const [capability, performance] = keyAccountManagers.axes as [Policy["axes"][number], Policy["axes"][number]];
const policy: Policy = {
  ...keyAccountManagers,
  axes: [
    {
      ...capability,
      variants: [
        {
          id: "cloud",
          label: { en: "Cloud", "zh-CN": "云业务", "zh-TW": "雲端業務" },
          when: [
            { attribute: "line", is: ["ai", "cloud"] },
            { attribute: "tier", is: ["intermediate"] },
          ],
          indicators: capability.indicators,
        },
      ],
    },
    performance,
  ],
};
const { review } = compilePolicy(policy);

test("a review says which weight schema was chosen and why, before the score", () => {
  const result = JSON.parse(JSON.stringify(review(input({ attributes: { line: "cloud" } }))));
  const [en, cn, tw] = [undefined, { locale: zhCN }, { locale: zhTW }].map((options) =>
    explain(result, options),
  );
  expect(en?.[1]).toMatch(/^.+ is assessed by Cloud, as line is cloud and tier is intermediate\.$/);
  expect(en?.[2]).toContain("the score is 80.63");
  expect(cn?.[1]).toContain("按“云业务”考核（line 为 cloud，tier 为 intermediate）。");
  expect(tw?.[1]).toContain("按「雲端業務」考核（line 為 cloud，tier 為 intermediate）。");
});

test("nothing is said of the axis's own weight schema", () => {
  expect(explain(review(input())).join(" ")).not.toContain("assessed by");
});
