import { expect, test } from "vitest";
import { classifier, explainPlacement, formatProgram } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";

const bands = [{ id: "low" }, { id: "middle", from: 60 }, { id: "high", from: 80 }];
const three = {
  axes: ["x", "y", "z"].map((id) => ({ id, bands })),
  cells: ["low", "middle", "high"].flatMap((x) =>
    ["low", "middle", "high"].flatMap((y) =>
      ["low", "middle", "high"].map((z) => ({ at: { x, y, z }, tier: `${x}-${y}-${z}` })),
    ),
  ),
};

test("a matrix may have any number of axes", () => {
  const placement = classifier(three)({ scores: { z: "59.99", x: 80, y: "60.0" } });
  expect(placement.cell.tier).toBe("high-middle-low");
  expect(placement.axes.map(({ axis }) => axis)).toEqual(["x", "y", "z"]);
});

test("a matrix of more than 10,000 cells is refused", () => {
  const many = Array.from({ length: 101 }, (_, from) => ({ id: `b${from}`, from }));
  const axes = ["x", "y"].map((id) => ({ id, bands: many }));
  expect(classifier.check({ axes, cells: [{ at: {}, move: "up" }] }).map(({ code }) => code)).toEqual([
    "too-large",
  ]);
});

test("cells may stand in any order, and so may the axes within one", () => {
  const shuffled = {
    ...three,
    cells: [...three.cells]
      .reverse()
      .map(({ at, tier }) => ({ tier, at: Object.fromEntries(Object.entries(at).reverse()) })),
  };
  const scores = { x: 60, y: 0, z: 100 };
  expect(classifier(shuffled)({ scores }).cell.tier).toBe("middle-low-high");
});

test("the highest band has no next one; a lowest band without a beginning has none", () => {
  const [x, y] = classifier(three)({ scores: { x: -1000, y: 1000, z: 60 } }).axes;
  expect([x?.from, x?.next?.distance.toFixed(), y?.next]).toEqual([undefined, "1060", undefined]);
});

test("the program looks the bands up, and the gates", () => {
  const made = classifier({
    axes: [{ id: "x", bands }],
    cells: bands.map(({ id }) => ({ at: { x: id }, move: "stay" })),
    gates: [{ id: "g", indicator: "i", atLeast: "1/3", onFail: "veto" }],
  });
  expect(formatProgram(made.program).split("\n")).toEqual([
    "input x.score: number",
    'input "indicator i": number',
    "x.band = band(x.score: low, middle from 60, high from 80)",
    "cell = look-up(x.band: low -> low, middle -> middle, high -> high)",
    '"gate g" = band("indicator i": failed, passed from 1/3)',
  ]);
});

test("a placement is explained with gates, a veto and a tier, in each language", () => {
  const made = classifier({
    axes: [{ id: "x", bands }],
    tiers: [{ id: "gold", label: { en: "Gold", "zh-CN": "金牌", "zh-TW": "金牌級" } }],
    cells: bands.map(({ id }) => ({ at: { x: id }, tier: "gold", move: "stay" })),
    gates: [
      { id: "g", indicator: "i", atLeast: 40, onFail: "veto" },
      { id: "h", indicator: "i", atLeast: 30, onFail: "block-promotion" },
    ],
  });
  const placement = made({ scores: { x: 90 }, indicators: { i: 35 } });
  expect([placement.vetoed, placement.promotionBlocked]).toEqual([true, true]);
  const said = [undefined, zhCN, zhTW].map((locale) =>
    explainPlacement(placement, locale === undefined ? {} : { locale }).join("\n"),
  );
  for (const [index, gold] of ["Gold", "金牌", "金牌級"].entries()) {
    expect(said[index]).toContain(gold);
    expect(said[index]).toContain("35");
    expect(said[index]).not.toMatch(/undefined|\[object/);
  }
});

test("what a cell means is said after its name, in each language", () => {
  const made = classifier({
    axes: [{ id: "x", bands: [{ id: "all" }] }],
    cells: [
      {
        at: { x: "all" },
        label: { en: "star", "zh-CN": "明星", "zh-TW": "明星級" },
        description: { en: "Ready for more.", "zh-CN": "可担重任。", "zh-TW": "可擔重任。" },
      },
    ],
  });
  const placement = made({ scores: { x: 1 } });
  const after = [undefined, zhCN, zhTW].map((locale) =>
    explainPlacement(placement, locale === undefined ? {} : { locale }).at(-1),
  );
  expect(after).toEqual(["Ready for more.", "可担重任。", "可擔重任。"]);
});
