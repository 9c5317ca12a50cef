import { expect, test } from "vitest";
import { compilePolicy, describePolicy, explain, type Policy } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";
import { asJson } from "../properties/exact.js";

const policy: Policy = {
  format: 1,
  id: "desk",
  effectiveFrom: "2026-01-01",
  axes: [
    {
      id: "performance",
      indicators: [{ id: "audits", weight: 1, measure: { kind: "points" } }],
      bands: [{ id: "low" }, { id: "good", from: 80 }],
    },
  ],
  tiers: [{ id: "junior" }, { id: "senior" }],
  matrix: {
    cells: [
      { at: { performance: "low" }, move: "stay" },
      { at: { performance: "good" }, move: "up" },
    ],
  },
  adjustment: { cycle: "month", promote: { when: [{ kind: "cell" }] } },
  currency: "CNY",
  incentives: [
    {
      use: "basePay",
      per: "year",
      rateDecimals: 0,
      proration: { by: "working-days", holidays: ["2026-10-01"], workdays: ["2026-10-10"] },
      locations: [{ location: "north", factor: "1.1" }],
      table: [
        { tier: "junior", grade: "a", step: 1, amount: 120_000 },
        { tier: "senior", grade: "a", step: 1, fromYears: 0, amount: 240_000 },
      ],
    },
    {
      use: "performanceBonus",
      axis: "performance",
      above: "extended",
      target: [
        { tier: "junior", amount: 1000 },
        { tier: "senior", share: "10%" },
      ],
      payout: [
        { score: 60, pays: "50%" },
        { score: 80, pays: "100%", below: "80%" },
        { score: 100, pays: "150%" },
      ],
      payoutDecimals: 4,
      combine: "add",
      weight: "60%",
      multipliers: [
        { id: "company", weight: "30%", required: true, payout: [{ score: 1, pays: 1 }], curve: "steps" },
        { id: "team", weight: "10%" },
      ],
      modifiers: [{ tier: "senior", factor: "1.2" }],
      floor: "10%",
      cap: "200%",
      proration: { by: "fixed-days", days: "21.75", counts: "absent" },
    },
  ],
};

/** Where the lines about pay begin. */
const PAY = -23;

const pay = compilePolicy(policy).pay as NonNullable<ReturnType<typeof compilePolicy>["pay"]>;
const statement = pay({
  period: "2026-10",
  tier: "junior",
  grade: "a",
  step: 1,
  location: "north",
  salary: 20_000,
  share: "0.5",
  scores: { performance: 90 },
  multipliers: { company: 1, team: 2 },
  changes: [{ from: "2026-10-19", tier: "senior" }],
  absences: [{ from: "2026-10-12", to: "2026-10-13", pays: "0.5" }],
});

test("base pay and bonuses are described with all that their documents say", () => {
  expect(describePolicy(policy).split("\n").slice(PAY)).toEqual([
    "  basePay: base pay by tier and experience, amounts per year.",
    "    junior, a, step 1, from 0 years of experience: 120000.",
    "    senior, a, step 1, from 0 years of experience: 240000.",
    "    Place of work north: factor 1.1.",
    "    An amount with its factor is rounded before it is paid, decimals: 0.",
    "    A part of a period is paid by its working days (Monday, Tuesday, Wednesday, Thursday, Friday; without 2026-10-01; with 2026-10-10).",
    "  performanceBonus: a bonus for the score of performance, the target amount of the tier times the payout, with straight lines between the points. Below the first point nothing is paid.",
    "    Target amount, junior: 1000.",
    "    Target, senior: 10% of the salary.",
    "    At a score of 60 it pays 50%.",
    "    At a score of 80 it pays 100%, and just below it 80%.",
    "    At a score of 100 it pays 150%.",
    "    Above the last point the line goes on.",
    "    A payout that is read off a curve is rounded, decimals: 4.",
    "    To the payout, which has a weight of 60%, these are added:",
    "      company, with a weight of 30%: its own payout, of the last point reached; where that is 0, nothing is paid.",
    "        At a score of 1 it pays 1.",
    "      team, with a weight of 10%: the factor that is stated.",
    "    The payout of senior is multiplied by 1.2.",
    "    The payout is at least 10%.",
    "    The payout is at most 200%.",
    "    In a part of a period, each working day (Monday, Tuesday, Wednesday, Thursday, Friday) that is missed is deducted as 1/21.75 of a month.",
    "  Money is rounded once a line to the currency's smallest unit, half-up.",
  ]);
});

test("in Chinese", () => {
  expect(describePolicy(policy, { locale: zhCN }).split("\n").slice(PAY)).toEqual([
    "  basePay：按层级与年资的基本工资，金额按年计。",
    "    junior，a，1 档，年资 0 年起：120000。",
    "    senior，a，1 档，年资 0 年起：240000。",
    "    工作地点 north：系数 1.1。",
    "    金额乘以系数后先行舍入，小数位数：0。",
    "    不足整期者，按工作日（周一、周二、周三、周四、周五；除去 2026-10-01；加上 2026-10-10）计付。",
    "  performanceBonus：按“performance”得分发放的绩效奖金，等于该层级目标金额乘以兑现比例（各点之间按直线计算）。低于第一点不发放。",
    "    目标金额，junior：1000。",
    "    目标，senior：薪资的 10%。",
    "    得分 60 时兑现 50%。",
    "    得分 80 时兑现 100%，未达该分时趋于 80%。",
    "    得分 100 时兑现 150%。",
    "    高于最后一点时，按最后一段直线延伸。",
    "    由曲线得出的兑现比例先行舍入，小数位数：4。",
    "    兑现比例（权重 60%）加上下列各项：",
    "      company，权重 30%：按其自身兑现比例，取已达到的最后一点；其为 0 时全部不予兑现。",
    "        得分 1 时兑现 1。",
    "      team，权重 10%：按给定系数。",
    "    senior 的兑现比例乘以 1.2。",
    "    兑现比例至少为 10%。",
    "    兑现比例至多为 200%。",
    "    不足整期者，按工作日（周一、周二、周三、周四、周五）计付，缺勤一天扣减一月的 1/21.75。",
    "  每行金额只舍入一次，至该币种最小单位，舍入方式：四舍五入。",
  ]);
  expect(describePolicy(policy, { locale: zhTW }).split("\n").slice(PAY)).toEqual([
    "  basePay：按層級與年資的基本薪資，金額按年計。",
    "    junior，a，1 級，年資 0 年起：120000。",
    "    senior，a，1 級，年資 0 年起：240000。",
    "    工作地點 north：係數 1.1。",
    "    金額乘以係數後先行捨入，小數位數：0。",
    "    未滿整期者，按工作日（週一、週二、週三、週四、週五；除去 2026-10-01；加上 2026-10-10）計付。",
    "  performanceBonus：按「performance」得分發放的績效獎金，等於該層級目標金額乘以兌現比例（各點之間按直線計算）。低於第一點不發放。",
    "    目標金額，junior：1000。",
    "    目標，senior：薪資的 10%。",
    "    得分 60 時兌現 50%。",
    "    得分 80 時兌現 100%，未達該分時趨於 80%。",
    "    得分 100 時兌現 150%。",
    "    高於最後一點時，按最後一段直線延伸。",
    "    由曲線得出的兌現比例先行捨入，小數位數：4。",
    "    兌現比例（權重 60%）加上下列各項：",
    "      company，權重 30%：按其自身兌現比例，取已達到的最後一點；其為 0 時全部不予兌現。",
    "        得分 1 時兌現 1。",
    "      team，權重 10%：按給定係數。",
    "    senior 的兌現比例乘以 1.2。",
    "    兌現比例至少為 10%。",
    "    兌現比例至多為 200%。",
    "    未滿整期者，按工作日（週一、週二、週三、週四、週五）計付，缺勤一天扣減一月的 1/21.75。",
    "  每行金額只捨入一次，至該幣別最小單位，捨入方式：四捨五入。",
  ]);
});

test("a policy pays by days, place of work and multipliers, and says why", () => {
  expect(explain(statement)).toEqual([
    "Pay for 2026-10: 9737.55 CNY.",
    "basePay: 7750.00 CNY on 194857.142857, a blended rate of 0.039773.",
    "Of which 132000 at a rate of 0.020833 (2026-10-01/2026-10-18): 2750.00.",
    "Of which 264000 at a rate of 0.018939 (2026-10-19/2026-10-31): 5000.00.",
    "Place of work (2026-10-01/2026-10-18): north, factor 1.1.",
    "Part time (2026-10-01/2026-10-18), the share of full time: 0.5.",
    "Place of work (2026-10-19/2026-10-31): north, factor 1.1.",
    "Part time (2026-10-19/2026-10-31), the share of full time: 0.5.",
    "Paid for a part of the period (2026-10-01/2026-10-18): 11 of 22 working days = 0.5.",
    "Paid for a part of the period (2026-10-19/2026-10-31): 10 of 22 working days = 0.454545.",
    "Absent from 2026-10-12 through 2026-10-13; the part of the pay that goes on: 0.5.",
    "The amount is for 12 months; the period has 1.",
    "performanceBonus: 1987.55 CNY on 1521.73913, a blended rate of 130.6103%.",
    "Of which 1000 at a rate of 62.4658% (2026-10-01/2026-10-18): 624.66.",
    "Of which 2000 at a rate of 68.1445% (2026-10-19/2026-10-31): 1362.89.",
    "Added for score, which is 90: a payout of 125% with a weight of 60%.",
    "Added for company, which is 1: a payout of 100% with a weight of 30%.",
    "Added for team, which is 2: a payout of 200% with a weight of 10%.",
    "The target (2026-10-19/2026-10-31) is 10% of 20000.00.",
    "The payout of senior (2026-10-19/2026-10-31) is multiplied by 1.2.",
    "Paid for a part of the period (2026-10-01/2026-10-18): 10.869048 of 21.75 working days = 0.499726.",
    "Paid for a part of the period (2026-10-19/2026-10-31): 9.880952 of 21.75 working days = 0.454297.",
    "Absent from 2026-10-12 through 2026-10-13; the part of the pay that goes on: 0.5.",
    "Rounded from 1987.547893 to the nearest, a half away from zero.",
  ]);
  expect(explain(asJson(statement), { locale: zhCN })).toEqual([
    "2026-10 应付：9737.55 CNY。",
    "basePay：按 194857.142857 计得 7750.00 CNY，综合比例 0.039773。",
    "其中 132000 按 0.020833 计（2026-10-01/2026-10-18）：2750.00。",
    "其中 264000 按 0.018939 计（2026-10-19/2026-10-31）：5000.00。",
    "工作地点（2026-10-01/2026-10-18）：north，系数 1.1。",
    "非全时工作（2026-10-01/2026-10-18），占全时比例：0.5。",
    "工作地点（2026-10-19/2026-10-31）：north，系数 1.1。",
    "非全时工作（2026-10-19/2026-10-31），占全时比例：0.5。",
    "按期间的一部分计付（2026-10-01/2026-10-18）：22 个工作日中的 11 = 0.5。",
    "按期间的一部分计付（2026-10-19/2026-10-31）：22 个工作日中的 10 = 0.454545。",
    "2026-10-12 至 2026-10-13 缺勤，期间照付的比例：0.5。",
    "金额按 12 个月计，本期为 1 个月。",
    "performanceBonus：按 1521.73913 计得 1987.55 CNY，综合比例 130.6103%。",
    "其中 1000 按 62.4658% 计（2026-10-01/2026-10-18）：624.66。",
    "其中 2000 按 68.1445% 计（2026-10-19/2026-10-31）：1362.89。",
    "得分（90）计入兑现比例 125%，权重 60%。",
    "company（1）计入兑现比例 100%，权重 30%。",
    "team（2）计入兑现比例 200%，权重 10%。",
    "目标奖金（2026-10-19/2026-10-31）为薪酬 20000.00 的 10%。",
    "senior 的兑现比例（2026-10-19/2026-10-31）乘以 1.2。",
    "按期间的一部分计付（2026-10-01/2026-10-18）：21.75 个工作日中的 10.869048 = 0.499726。",
    "按期间的一部分计付（2026-10-19/2026-10-31）：21.75 个工作日中的 9.880952 = 0.454297。",
    "2026-10-12 至 2026-10-13 缺勤，期间照付的比例：0.5。",
    "由 1987.547893 四舍五入。",
  ]);
  expect(explain(asJson(statement), { locale: zhTW })).toEqual([
    "2026-10 應付：9737.55 CNY。",
    "basePay：按 194857.142857 計得 7750.00 CNY，綜合比例 0.039773。",
    "其中 132000 按 0.020833 計（2026-10-01/2026-10-18）：2750.00。",
    "其中 264000 按 0.018939 計（2026-10-19/2026-10-31）：5000.00。",
    "工作地點（2026-10-01/2026-10-18）：north，係數 1.1。",
    "部分工時（2026-10-01/2026-10-18），占全時比例：0.5。",
    "工作地點（2026-10-19/2026-10-31）：north，係數 1.1。",
    "部分工時（2026-10-19/2026-10-31），占全時比例：0.5。",
    "按期間的一部分計付（2026-10-01/2026-10-18）：22 個工作日中的 11 = 0.5。",
    "按期間的一部分計付（2026-10-19/2026-10-31）：22 個工作日中的 10 = 0.454545。",
    "2026-10-12 至 2026-10-13 缺勤，期間照付的比例：0.5。",
    "金額按 12 個月計，本期為 1 個月。",
    "performanceBonus：按 1521.73913 計得 1987.55 CNY，綜合比例 130.6103%。",
    "其中 1000 按 62.4658% 計（2026-10-01/2026-10-18）：624.66。",
    "其中 2000 按 68.1445% 計（2026-10-19/2026-10-31）：1362.89。",
    "得分（90）計入兌現比例 125%，權重 60%。",
    "company（1）計入兌現比例 100%，權重 30%。",
    "team（2）計入兌現比例 200%，權重 10%。",
    "目標獎金（2026-10-19/2026-10-31）為薪酬 20000.00 的 10%。",
    "senior 的兌現比例（2026-10-19/2026-10-31）乘以 1.2。",
    "按期間的一部分計付（2026-10-01/2026-10-18）：21.75 個工作日中的 10.869048 = 0.499726。",
    "按期間的一部分計付（2026-10-19/2026-10-31）：21.75 個工作日中的 9.880952 = 0.454297。",
    "2026-10-12 至 2026-10-13 缺勤，期間照付的比例：0.5。",
    "由 1987.547893 四捨五入。",
  ]);
});

test("multipliers that no bonus has are named, and those that one needs", () => {
  const outcome = pay.safe({
    period: "2026-10",
    tier: "junior",
    grade: "a",
    step: 1,
    location: "north",
    scores: { performance: 90 },
    multipliers: { company: 1, other: 2 },
  });
  expect(outcome.ok ? [] : outcome.error.issues.map(({ path, code }) => [path.join("."), code])).toEqual([
    ["multipliers.other", "unknown-multiplier"],
    ["multipliers.team", "missing"],
  ]);
});

const review = compilePolicy(policy).review;
const reviewed = {
  person: { id: "ann" },
  period: "2026-10",
  evidence: { audits: 90 },
  standing: { tier: "junior", since: "2026-01-01" },
};

test("a review pays by the details that its input has", () => {
  const details = {
    grade: "a",
    step: 1,
    location: "north",
    share: "0.5",
    multipliers: { company: 1, team: 2 },
  };
  const { statement: paid } = review({ ...reviewed, pay: details });
  expect(asJson(paid?.lines.map(({ amount }) => amount))).toEqual(["5500", "1250"]);
});

test("a review names what is wrong with pay where its input has it", () => {
  const outcome = review.safe({
    ...reviewed,
    pay: { grade: "b", step: 1, multipliers: { company: 1, team: -1 } },
  });
  expect(outcome.ok ? [] : outcome.error.issues.map(({ path, code }) => [path.join("."), code])).toEqual([
    ["pay.grade", "unknown-row"],
    ["pay.location", "missing"],
    ["pay.multipliers.team", "out-of-range"],
  ]);
});
