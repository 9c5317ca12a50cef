import { expect, test } from "vitest";
import {
  deductions,
  explain,
  explainStatement,
  explainTrainingPlan,
  statement,
  trainingAgreement,
  trainingPlan,
} from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";
import { asJson } from "../properties/exact.js";

const plan = trainingPlan({
  currency: "CNY",
  catalogue: [
    { id: "basics", label: { en: "Basics", "zh-CN": "基础", "zh-TW": "基礎" }, cost: 500, hours: 8 },
    {
      id: "accounts",
      label: { en: "Key accounts", "zh-CN": "大客户", "zh-TW": "大客戶" },
      cost: 2000,
      hours: 16,
      requires: ["basics"],
    },
    { id: "complaints", cost: 800, hours: 6 },
  ],
  needs: [
    { id: "weak-service", weak: { indicator: "satisfaction", below: 70 }, courses: ["complaints"] },
    { id: "all", courses: ["accounts"] },
  ],
});
const result = plan({
  period: "2026-Q3",
  budget: 3400,
  people: [
    { id: "ann", scores: { satisfaction: 65 } },
    { id: "ben", scores: { satisfaction: 80 } },
  ],
});

test("a plan is explained by person, with what requires what and why something is refused", () => {
  expect(explainTrainingPlan(result)).toEqual([
    "Training in 2026-Q3: 3300.00 CNY of 3400.00; left: 100.00.",
    "ann: courses: 3, cost: 3300.00 CNY, hours: 30.",
    "Basics (500.00), for all, as accounts requires it.",
    "Key accounts (2000.00), for all.",
    "complaints (800.00), for weak-service.",
    "satisfaction is 65, below 70.",
    "ben: courses: 0, cost: 0.00 CNY, hours: 0.",
    "Key accounts, for all, is not granted.",
    "It costs 2500.00, with what it requires; 3300.00 of the budget of 3400.00 is spent.",
  ]);
  expect(explain(asJson(result), { locale: zhCN }).slice(0, 3)).toEqual([
    "2026-Q3 培训费用：3300.00 CNY，预算 3400.00，结余 100.00。",
    "ann：课程 3 门，费用 3300.00 CNY，30 学时。",
    "基础（500.00），事由：all，为 accounts 的先修课程。",
  ]);
  expect(explain(asJson(result), { locale: zhTW }).slice(-2)).toEqual([
    "大客戶（事由：all）未安排。",
    "連同先修課程需 2500.00；預算 3400.00 已用 3300.00。",
  ]);
});

test("what is returned goes into deductions as a claim, and its line says why", () => {
  const { amount, lines } = trainingAgreement({
    currency: "CNY",
    terms: [{ months: 24 }],
    returns: { by: "steps", steps: [{ before: 24, returns: "100%" }], most: "months" },
  })({ left: "2026-03-31", trainings: [{ id: "certificate", cost: 10_000, completed: "2025-03-31" }] });
  const slip = statement({ currency: "CNY" })({ period: "2026-03", lines });
  expect(explainStatement(slip).slice(1)).toEqual([
    "trainingAgreement.certificate: 10000 x -50% = -5000.00 CNY.",
    "Completed on 2025-03-31, agreed until 2027-03-31, left on 2026-03-31: 12 of 24 months were served.",
    "Held at the part that is not served, 50%, instead of 100%; 12 of 24 months were served.",
  ]);
  expect(explainStatement(slip, { locale: zhCN }).slice(-1)).toEqual([
    "以未履行部分 50% 为限，约定为 100%；已履行 24 个月中的 12。",
  ]);
  expect(explainStatement(slip, { locale: zhTW }).slice(2, 3)).toEqual([
    "2025-03-31 完成訓練，服務期間至 2027-03-31，2026-03-31 離職，已履行 24 個月中的 12。",
  ]);
  const claim = { id: "certificate", deduction: "training", date: "2026-03-31", amount: amount.neg() };
  const { left, carried } = deductions({
    currency: "CNY",
    deductions: [{ id: "training", due: { kind: "claims" }, most: [{ share: "20%", of: "gross" }] }],
  })({ period: "2026-03", pay: [{ category: "base", amount: 8000 }], claims: [claim] });
  expect([left.toFixed(), carried.toFixed()]).toEqual(["6400", "3400"]);
});
