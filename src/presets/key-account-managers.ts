import type { Policy } from "../policy/policy.js";

/**
 * The policy of a published study on corporate account managers (rows M1, M2, M5, M6, M7 and M10 of the model), as one JSON document in
 * three languages. Its `notes` tell what the study says from what is our reading: the study gives the weights and the principles, and no
 * thresholds, matrix or amounts.
 *
 * @example
 * ```ts
 * import { compilePolicy } from "tierwise";
 * import { keyAccountManagers } from "tierwise/presets";
 *
 * compilePolicy.check(keyAccountManagers); // => []
 * JSON.parse(JSON.stringify(keyAccountManagers)).axes.length; // => 2
 * ```
 */
export const keyAccountManagers: Policy = {
  format: 1,
  id: "key-account-managers",
  label: { en: "Key account managers", "zh-CN": "集团客户经理", "zh-TW": "集團客戶經理" },
  effectiveFrom: "2026-07-01",
  currency: "CNY",
  axes: [
    {
      id: "capability",
      label: { en: "Capability", "zh-CN": "能力", "zh-TW": "能力" },
      indicators: [
        {
          id: "communication",
          label: { en: "Communication and coordination", "zh-CN": "沟通协调", "zh-TW": "溝通協調" },
          weight: "25%",
          measure: { kind: "rating", from: 1, to: 5 },
        },
        {
          id: "relationships",
          label: { en: "Customer relationship management", "zh-CN": "客户关系管理", "zh-TW": "客戶關係管理" },
          weight: "20%",
          measure: { kind: "rating", from: 1, to: 5 },
        },
        {
          id: "market-development",
          label: { en: "Market development", "zh-CN": "市场开拓", "zh-TW": "市場開拓" },
          weight: "20%",
          measure: { kind: "rating", from: 1, to: 5 },
        },
        {
          id: "business-knowledge",
          label: {
            en: "Business knowledge and skills",
            "zh-CN": "业务知识与技能",
            "zh-TW": "業務知識與技能",
          },
          weight: "15%",
          measure: { kind: "rating", from: 1, to: 5 },
        },
        {
          id: "adaptability",
          label: { en: "Adaptability", "zh-CN": "应变能力", "zh-TW": "應變能力" },
          weight: "10%",
          measure: { kind: "rating", from: 1, to: 5 },
        },
        {
          id: "teamwork",
          label: { en: "Teamwork", "zh-CN": "团队合作", "zh-TW": "團隊合作" },
          weight: "10%",
          measure: { kind: "rating", from: 1, to: 5 },
        },
      ],
      bands: [
        { id: "low", label: { en: "low", "zh-CN": "低", "zh-TW": "低" }, from: 0 },
        { id: "middle", label: { en: "middle", "zh-CN": "中", "zh-TW": "中" }, from: 60 },
        { id: "high", label: { en: "high", "zh-CN": "高", "zh-TW": "高" }, from: 80 },
      ],
    },
    {
      id: "performance",
      label: { en: "Performance", "zh-CN": "绩效", "zh-TW": "績效" },
      indicators: [
        {
          id: "sales",
          label: { en: "Sales", "zh-CN": "销售额", "zh-TW": "銷售額" },
          weight: "30%",
          measure: { kind: "attainment", floor: "60%", cap: "120%" },
        },
        {
          id: "customers",
          label: { en: "Number of customers", "zh-CN": "客户数量", "zh-TW": "客戶數量" },
          weight: "20%",
          measure: { kind: "attainment", floor: "60%", cap: "120%" },
        },
        {
          id: "satisfaction",
          label: { en: "Customer satisfaction", "zh-CN": "客户满意度", "zh-TW": "客戶滿意度" },
          weight: "20%",
          measure: { kind: "points" },
        },
        {
          id: "growth",
          label: { en: "Business growth rate", "zh-CN": "业务增长率", "zh-TW": "業務成長率" },
          weight: "15%",
          measure: { kind: "attainment", floor: 0, cap: "120%" },
        },
        {
          id: "delivery",
          label: { en: "Project delivery quality", "zh-CN": "项目交付质量", "zh-TW": "專案交付品質" },
          weight: "15%",
          measure: { kind: "points" },
        },
      ],
      bands: [
        { id: "low", label: { en: "low", "zh-CN": "低", "zh-TW": "低" }, from: 0 },
        { id: "middle", label: { en: "middle", "zh-CN": "中", "zh-TW": "中" }, from: 60 },
        { id: "high", label: { en: "high", "zh-CN": "高", "zh-TW": "高" }, from: 80 },
      ],
    },
  ],
  tiers: [
    {
      id: "junior",
      label: { en: "junior manager", "zh-CN": "初级客户经理", "zh-TW": "初級客戶經理" },
      duties: [{ en: "ordinary customers", "zh-CN": "服务普通客户", "zh-TW": "服務一般客戶" }],
      resources: [{ en: "foundation training", "zh-CN": "基础培训", "zh-TW": "基礎培訓" }],
    },
    {
      id: "intermediate",
      label: { en: "intermediate manager", "zh-CN": "中级客户经理", "zh-TW": "中級客戶經理" },
      duties: [{ en: "VIP customers", "zh-CN": "服务 VIP 客户", "zh-TW": "服務 VIP 客戶" }],
      resources: [
        {
          en: "training in strategy and relationships",
          "zh-CN": "战略与客户关系培训",
          "zh-TW": "策略與客戶關係培訓",
        },
      ],
    },
    {
      id: "senior",
      label: { en: "senior manager", "zh-CN": "高级客户经理", "zh-TW": "高級客戶經理" },
      duties: [
        { en: "super VIP customers", "zh-CN": "服务超级 VIP 客户", "zh-TW": "服務超級 VIP 客戶" },
        { en: "coaching of junior managers", "zh-CN": "辅导初级客户经理", "zh-TW": "輔導初級客戶經理" },
      ],
      resources: [
        { en: "a team and a project budget", "zh-CN": "团队与项目预算", "zh-TW": "團隊與專案預算" },
      ],
    },
  ],
  matrix: {
    cells: [
      {
        at: { capability: "high", performance: "high" },
        label: { en: "star", "zh-CN": "明星", "zh-TW": "明星" },
        move: "up",
        actions: [
          { en: "challenging work", "zh-CN": "安排更具挑战性的工作", "zh-TW": "安排更具挑戰性的工作" },
        ],
      },
      {
        at: { capability: "high", performance: "middle" },
        label: { en: "strong potential", "zh-CN": "高潜力", "zh-TW": "高潛力" },
        move: "stay",
        actions: [{ en: "targets that stretch", "zh-CN": "设定进取目标", "zh-TW": "設定進取目標" }],
      },
      {
        at: { capability: "high", performance: "low" },
        label: { en: "untapped capability", "zh-CN": "能力未发挥", "zh-TW": "能力未發揮" },
        move: "stay",
        actions: [{ en: "training and coaching", "zh-CN": "培训与辅导", "zh-TW": "培訓與輔導" }],
      },
      {
        at: { capability: "middle", performance: "high" },
        label: { en: "strong performer", "zh-CN": "绩优", "zh-TW": "績優" },
        move: "stay",
        actions: [
          { en: "reward, and build capability", "zh-CN": "奖励并提升能力", "zh-TW": "獎勵並提升能力" },
        ],
      },
      {
        at: { capability: "middle", performance: "middle" },
        label: { en: "core", "zh-CN": "中坚", "zh-TW": "中堅" },
        move: "stay",
        actions: [{ en: "development in the present duties", "zh-CN": "在岗发展", "zh-TW": "在職發展" }],
      },
      {
        at: { capability: "middle", performance: "low" },
        label: { en: "below expectation", "zh-CN": "低于预期", "zh-TW": "低於預期" },
        move: "stay",
        actions: [
          { en: "coaching, with targets agreed", "zh-CN": "辅导并约定目标", "zh-TW": "輔導並約定目標" },
        ],
      },
      {
        at: { capability: "low", performance: "high" },
        label: { en: "capability gap", "zh-CN": "能力短板", "zh-TW": "能力短板" },
        move: "stay",
        actions: [
          {
            en: "retain and reward; build capability",
            "zh-CN": "留任奖励，补强能力",
            "zh-TW": "留任獎勵，補強能力",
          },
        ],
      },
      {
        at: { capability: "low", performance: "middle" },
        label: { en: "in need of training", "zh-CN": "需培训", "zh-TW": "需培訓" },
        move: "stay",
        actions: [
          { en: "training in the weak indicators", "zh-CN": "针对弱项培训", "zh-TW": "針對弱項培訓" },
        ],
      },
      {
        at: { capability: "low", performance: "low" },
        label: { en: "mismatch", "zh-CN": "不匹配", "zh-TW": "不適任" },
        move: "down",
        actions: [{ en: "reassignment or training", "zh-CN": "调岗或培训", "zh-TW": "調職或培訓" }],
      },
    ],
    gates: [
      {
        id: "service",
        label: {
          en: "minimum of customer satisfaction",
          "zh-CN": "客户满意度门槛",
          "zh-TW": "客戶滿意度門檻",
        },
        indicator: "satisfaction",
        atLeast: 60,
        onFail: "block-promotion",
      },
      {
        id: "service-veto",
        label: {
          en: "veto on customer satisfaction",
          "zh-CN": "客户满意度一票否决",
          "zh-TW": "客戶滿意度一票否決",
        },
        indicator: "satisfaction",
        atLeast: 40,
        onFail: "veto",
      },
    ],
  },
  adjustment: {
    cycle: "quarter",
    promote: {
      when: [
        { kind: "cell", periods: 2 },
        { kind: "at-least", axis: "performance", score: 100, periods: 2 },
        { kind: "rise", axis: "capability", by: 10, periods: 2 },
      ],
      minimumMonthsInTier: 6,
    },
    demote: {
      when: [
        { kind: "cell", periods: 2 },
        { kind: "below", axis: "performance", score: 60, periods: 2 },
        { kind: "fall", axis: "capability", by: 10, periods: 2 },
      ],
      minimumMonthsInTier: 3,
      plan: {
        periods: 2,
        actions: [
          {
            en: "a coach and monthly talks",
            "zh-CN": "指定辅导人并每月面谈",
            "zh-TW": "指定輔導人並每月面談",
          },
          {
            en: "training in the weakest indicator",
            "zh-CN": "针对最弱指标培训",
            "zh-TW": "針對最弱指標培訓",
          },
        ],
      },
    },
    precedence: "demote",
  },
  incentives: [
    {
      use: "basePay",
      label: { en: "Base pay", "zh-CN": "基本工资", "zh-TW": "基本薪資" },
      per: "month",
      table: [
        { tier: "junior", fromYears: 0, amount: 6000 },
        { tier: "junior", fromYears: 3, amount: 6600 },
        { tier: "intermediate", fromYears: 0, amount: 8000 },
        { tier: "intermediate", fromYears: 3, amount: 8800 },
        { tier: "intermediate", fromYears: 6, amount: 9400 },
        { tier: "senior", fromYears: 0, amount: 11000 },
        { tier: "senior", fromYears: 5, amount: 12500 },
      ],
    },
    {
      use: "performanceBonus",
      label: { en: "Performance bonus", "zh-CN": "绩效奖金", "zh-TW": "績效獎金" },
      axis: "performance",
      target: [
        { tier: "junior", amount: 4000 },
        { tier: "intermediate", amount: 6000 },
        { tier: "senior", amount: 9000 },
      ],
      curve: "lines",
      payout: [
        { score: 60, pays: "50%" },
        { score: 80, pays: "100%" },
        { score: 100, pays: "150%" },
      ],
    },
    {
      use: "commission",
      label: { en: "Commission", "zh-CN": "销售佣金", "zh-TW": "銷售佣金" },
      on: "sales",
      brackets: [
        { from: 0, rate: "0.5%" },
        { from: 500000, rate: "0.8%" },
        { from: 1000000, rate: "1.2%" },
      ],
    },
  ],
  notes: [
    {
      source: "M1",
      text: {
        en: "The six capability indicators and their weights are the study's. The rating scale of 1 to 5 is ours.",
        "zh-CN": "六项能力指标及其权重取自该研究；1 至 5 的评级尺度为本库所定。",
        "zh-TW": "六項能力指標及其權重取自該研究；1 至 5 的評等尺度為本庫所定。",
      },
    },
    {
      source: "M2",
      text: {
        en: "Four performance indicators and their weights, 85% in all, are the study's, whose text breaks off there. Giving the other 15% to project delivery quality is our reading; so are all floors and caps.",
        "zh-CN":
          "四项绩效指标及其权重（合计 85%）取自该研究，原文至此中断；其余 15% 归于项目交付质量为本库的解读，各下限与上限亦为本库所定。",
        "zh-TW":
          "四項績效指標及其權重（合計 85%）取自該研究，原文至此中斷；其餘 15% 歸於專案交付品質為本庫的解讀，各下限與上限亦為本庫所定。",
      },
    },
    {
      source: "M5",
      text: {
        en: "Three levels, and the actions for high/high, high/low and low/low, are the study's. The thresholds and the other six cells are ours.",
        "zh-CN": "三个层级，以及高/高、高/低、低/低三格的管理措施取自该研究；分档界线与其余六格为本库所定。",
        "zh-TW": "三個層級，以及高/高、高/低、低/低三格的管理措施取自該研究；分級界線與其餘六格為本庫所定。",
      },
    },
    {
      source: "M6",
      text: {
        en: "That sales alone must not hide poor service is the study's; the two gates and their minimums are ours.",
        "zh-CN": "不能以销售掩盖服务不佳的原则取自该研究；两道门槛及其数值为本库所定。",
        "zh-TW": "不能以銷售掩蓋服務不佳的原則取自該研究；兩道門檻及其數值為本庫所定。",
      },
    },
    {
      source: "M7",
      text: {
        en: "Quarterly adjustment, up on marked improvement of capability or outstanding performance, down on decline or missed performance with an improvement plan, is the study's. All numbers, the conditions on the matrix and the precedence are ours.",
        "zh-CN":
          "按季度调整、能力显著提升或业绩突出则上调、能力下降或业绩未达则下调并附改进计划，取自该研究；全部数值、矩阵条件与优先次序为本库所定。",
        "zh-TW":
          "按季調整、能力顯著提升或業績突出則上調、能力下降或業績未達則下調並附改善計畫，取自該研究；全部數值、矩陣條件與優先次序為本庫所定。",
      },
    },
    {
      source: "M10",
      text: {
        en: "Base pay by level and experience, a performance bonus and commission on sales are the study's; all amounts and rates are ours.",
        "zh-CN": "按层级与经验的基本工资、绩效奖金与销售佣金取自该研究；全部金额与比例为本库所定。",
        "zh-TW": "按層級與經驗的基本薪資、績效獎金與銷售佣金取自該研究；全部金額與比例為本庫所定。",
      },
    },
  ],
};
