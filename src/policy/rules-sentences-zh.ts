import type { RulesSentences } from "./rules-sentences.js";

export const rulesSentencesZhCN: RulesSentences = {
  adjustment: ({ cycle }) =>
    `考核周期：${{ month: "每月", quarter: "每季度", "half-year": "每半年", year: "每年" }[cycle]}`,
  late: ({ days }) => `考核逾期：考核期结束后 ${days} 天。`,
  promote: () => "满足下列任一条件即晋升：",
  demote: () => "满足下列任一条件即降级：",
  requires: () => "晋升须同时满足：",
  condition: ({ condition, needed, exempt, tiers }) =>
    `${condition}${needed === "" ? "" : `；${needed}`}${exempt === "" ? "" : `；不受${exempt}限制`}${tiers === "" ? "" : `；适用于${tiers}`}。`,
  exemptions: {
    "minimum-time": "最短任期",
    "cooling-off": "冷却期",
    "step-limit": "级数上限",
    places: "名额",
  },
  minimumMonths: ({ months }) => `此前在现层级至少满 ${months} 个月。`,
  coolingOff: ({ months }) => `距上次反向变动至少满 ${months} 个月。`,
  mostSteps: ({ most }) => `一次最多变动 ${most} 级。`,
  ceiling: ({ tier }) => `依条件最高至${tier}。`,
  floor: ({ tier }) => `依条件最低至${tier}。`,
  plan: ({ timing, periods, list }) =>
    `${timing === "with-demotion" ? "降级时启动" : "降级前先启动"}改进计划，为期 ${periods} 次考核：${list}。`,
  planTargets: () => "同时满足下列各项即通过改进计划：",
  planExtensions: ({ most, periods }) => `改进计划最多延长 ${most} 次，每次 ${periods} 个考核期。`,
  planFails: { demote: "改进计划未通过则降一级。", exit: "改进计划未通过则建议离岗。" },
  planState: () => "改进计划",
  planPasses: () => "计划通过",
  planFailsState: () => "计划未通过",
  trialFailsState: () => "试用未通过",
  exitState: () => "离岗",
  precedence: ({ precedence }) =>
    `两类条件同时满足时，${{ promote: "晋升优先", demote: "降级优先", retain: "保持不变" }[precedence]}。`,
  trial: ({ months }) => `入职试用期 ${months} 个月。`,
  trialPass: () => "同时满足下列各项即通过试用：",
  trialExtensions: ({ most, months }) => `试用期最多延长 ${most} 次，每次 ${months} 个月。`,
  points: () => "每次考核的积分，取第一项符合者：",
  award: ({ bands, points }) => `${bands}：${points}。`,
  pointsOnPromotion: {
    reset: "晋升后积分清零。",
    keep: "晋升后积分保留。",
    spend: "晋升扣除其所需积分。",
  },
  pointsOnDemotion: { reset: "降级后积分清零。", keep: "降级后积分保留。" },
  protection: ({ reason, holds, skipped }) => {
    const held = holds.map((one) => ({ promotion: "晋升", demotion: "降级" })[one]).join("、");
    return `保护期（${reason}）：${held === "" ? "不限制依条件的变动" : `暂缓依条件的${held}`}${skipped ? "；跳过考核" : ""}。`;
  },
  violations: () => "违规：",
  severity: ({ severity, points, months }) =>
    `${severity}：记分 ${points}，${months === "" ? "长期计入" : `计入 ${months} 个月`}。`,
  consequence: ({ consequence, points, severity, count, steps }) =>
    `${points === "" ? `${severity} ${count} 次` : `记分达 ${points}`}：${consequence}${steps === "" ? "" : `，下调 ${steps} 级`}。`,
  tracks: () => "序列（各自由低到高）：",
  track: ({ track, tiers }) => `${track}：${tiers}。`,
  crossing: ({ from, to, ways, mode }) =>
    `由${from}转入${to}：${ways.map((way) => `${way.from}至${way.to}`).join("，")}${mode === "concurrent" ? "；原层级同时保留" : ""}。`,
  crossingRequires: () => "转入须同时满足：",
  order: ({ list }) => `多种来源同时变动层级时，按以下次序取先者：${list}。`,
  sources: {
    sanction: "处分",
    appeal: "申诉",
    appointment: "任命",
    crossing: "跨序列转换",
    plan: "未通过的改进计划",
    condition: "条件",
  },
};

export const rulesSentencesZhTW: RulesSentences = {
  adjustment: ({ cycle }) =>
    `考核週期：${{ month: "每月", quarter: "每季", "half-year": "每半年", year: "每年" }[cycle]}`,
  late: ({ days }) => `考核逾期：考核期結束後 ${days} 天。`,
  promote: () => "滿足下列任一條件即晉升：",
  demote: () => "滿足下列任一條件即降級：",
  requires: () => "晉升須同時滿足：",
  condition: ({ condition, needed, exempt, tiers }) =>
    `${condition}${needed === "" ? "" : `；${needed}`}${exempt === "" ? "" : `；不受${exempt}限制`}${tiers === "" ? "" : `；適用於${tiers}`}。`,
  exemptions: {
    "minimum-time": "最短任期",
    "cooling-off": "冷卻期",
    "step-limit": "級數上限",
    places: "名額",
  },
  minimumMonths: ({ months }) => `此前在現層級至少滿 ${months} 個月。`,
  coolingOff: ({ months }) => `距上次反向變動至少滿 ${months} 個月。`,
  mostSteps: ({ most }) => `一次最多變動 ${most} 級。`,
  ceiling: ({ tier }) => `依條件最高至${tier}。`,
  floor: ({ tier }) => `依條件最低至${tier}。`,
  plan: ({ timing, periods, list }) =>
    `${timing === "with-demotion" ? "降級時啟動" : "降級前先啟動"}改善計畫，為期 ${periods} 次考核：${list}。`,
  planTargets: () => "同時滿足下列各項即通過改善計畫：",
  planExtensions: ({ most, periods }) => `改善計畫最多延長 ${most} 次，每次 ${periods} 個考核期。`,
  planFails: { demote: "改善計畫未通過則降一級。", exit: "改善計畫未通過則建議離職。" },
  planState: () => "改善計畫",
  planPasses: () => "計畫通過",
  planFailsState: () => "計畫未通過",
  trialFailsState: () => "試用未通過",
  exitState: () => "離職",
  precedence: ({ precedence }) =>
    `兩類條件同時滿足時，${{ promote: "晉升優先", demote: "降級優先", retain: "保持不變" }[precedence]}。`,
  trial: ({ months }) => `入職試用期 ${months} 個月。`,
  trialPass: () => "同時滿足下列各項即通過試用：",
  trialExtensions: ({ most, months }) => `試用期最多延長 ${most} 次，每次 ${months} 個月。`,
  points: () => "每次考核的積分，取第一項符合者：",
  award: ({ bands, points }) => `${bands}：${points}。`,
  pointsOnPromotion: {
    reset: "晉升後積分清零。",
    keep: "晉升後積分保留。",
    spend: "晉升扣除其所需積分。",
  },
  pointsOnDemotion: { reset: "降級後積分清零。", keep: "降級後積分保留。" },
  protection: ({ reason, holds, skipped }) => {
    const held = holds.map((one) => ({ promotion: "晉升", demotion: "降級" })[one]).join("、");
    return `保護期（${reason}）：${held === "" ? "不限制依條件的變動" : `暫緩依條件的${held}`}${skipped ? "；跳過考核" : ""}。`;
  },
  violations: () => "違規：",
  severity: ({ severity, points, months }) =>
    `${severity}：記點 ${points}，${months === "" ? "長期計入" : `計入 ${months} 個月`}。`,
  consequence: ({ consequence, points, severity, count, steps }) =>
    `${points === "" ? `${severity} ${count} 次` : `記點達 ${points}`}：${consequence}${steps === "" ? "" : `，下調 ${steps} 級`}。`,
  tracks: () => "序列（各自由低到高）：",
  track: ({ track, tiers }) => `${track}：${tiers}。`,
  crossing: ({ from, to, ways, mode }) =>
    `由${from}轉入${to}：${ways.map((way) => `${way.from}至${way.to}`).join("，")}${mode === "concurrent" ? "；原層級同時保留" : ""}。`,
  crossingRequires: () => "轉入須同時符合：",
  order: ({ list }) => `多種來源同時變動層級時，按以下次序取先者：${list}。`,
  sources: {
    sanction: "處分",
    appeal: "申訴",
    appointment: "任命",
    crossing: "跨序列轉換",
    plan: "未通過的改善計畫",
    condition: "條件",
  },
};
