import type { LimitWords, NamedScore, ScoreSentences } from "./sentences.js";

const FILLED_ZH_CN = {
  zero: () => "按零计",
  fixed: () => "按规定的固定分计",
  previous: (period: string) => `沿用 ${period} 的得分`,
  "cohort-median": () => "按同组中位数计",
};

function targetZhCN(
  whole: { readonly target: string; readonly presence: string } | undefined,
  row: { readonly by: string; readonly is: string } | undefined,
): string {
  const from = [
    ...(whole === undefined ? [] : [`${whole.target} 乘以在岗比例 ${whole.presence}`]),
    ...(row === undefined ? [] : [`${row.by} 为 ${row.is}`]),
  ];
  return from.length === 0 ? "" : `（${from.join("，")}）`;
}

function limitZhCN({ indicator, score, below, most }: LimitWords): string {
  return `${indicator}得分 ${score}，低于 ${below}，合计至多为 ${most}`;
}

function partZhCN({ name, score, weight, missing, parts }: NamedScore): string {
  if (score === undefined) return `${name} 无证据`;
  const filled = missing === undefined ? "" : `，无证据，${FILLED_ZH_CN[missing.rule](missing.period)}`;
  const made = parts.length === 0 ? "" : `，其中 ${parts.map(partZhCN).join("、")}`;
  return `${name} ${score}（权重 ${weight}${filled}${made}）`;
}

export const scoreSentencesZhCN: ScoreSentences = {
  score: ({ axis, score }) => `${axis}：得分为 ${score}。`,
  scoreAlone: ({ score }) => `得分为 ${score}。`,
  indicator: ({ indicator, measured, weight, points }) =>
    `${indicator}：${measured}，乘以权重 ${weight}，计 ${points} 分。`,
  unweighted: ({ indicator, measured }) => `${indicator}：${measured}。`,
  value: ({ raw, says, score }) => `${raw}${says === undefined ? " " : `（${says}）`}折合指标分 ${score}`,
  attainment: ({ raw, target, whole, row, attainment, score }) =>
    `完成 ${raw}，目标 ${target}${targetZhCN(whole, row)}，完成率 ${attainment}，折合指标分 ${score}`,
  growth: ({ actual, base, growth, score }) =>
    `本期 ${actual}，基期 ${base}，增长率 ${growth}，折合指标分 ${score}`,
  growthStated: ({ actual, base, score }) =>
    `本期 ${actual}，基期 ${base}，无法计算增长率，按规定计指标分 ${score}`,
  yesNo: ({ yes, score }) => `${yes ? "是" : "否"}，指标分 ${score}`,
  events: ({ events, score }) => {
    const counted = events.map(({ event, count }) => `${event} ${count} 次`).join("、");
    return `${counted === "" ? "无加减分事项" : counted}，指标分 ${score}`;
  },
  goals: ({ score }) => `各目标达成折合指标分 ${score}`,
  rank: ({ raw, rank, count, score }) => `${raw}，在 ${count} 人中排名 ${rank}，指标分 ${score}`,
  percent: ({ raw, percent, count, score }) =>
    `${raw}，在 ${count} 人中的百分等级为 ${percent}，指标分 ${score}`,
  stanine: ({ raw, stanine, count, score }) =>
    `${raw}，在 ${count} 人中属标准九分第 ${stanine} 等，指标分 ${score}`,
  minMax: ({ raw, lowest, highest, score }) => `${raw}，同组最低 ${lowest}、最高 ${highest}，指标分 ${score}`,
  zScore: ({ raw, z, mean, score }) => `${raw}，同组均值 ${mean}，标准分 ${z}，指标分 ${score}`,
  composite: ({ parts, limit, score }) =>
    `${parts.map(partZhCN).join("、")}，合成指标分 ${score}${limit === undefined ? "" : `（${limitZhCN(limit)}）`}`,
  raters: ({ kinds, score }) => {
    const rated = kinds.map(({ kind, ratings, score: own, weight, into }) => {
      if (into !== undefined) return `${kind}并入${into}（权重 ${weight}，${ratings}）`;
      return own === undefined ? `${kind}不计（${ratings}）` : `${kind} ${own}（权重 ${weight}，${ratings}）`;
    });
    return `评分人：${rated.join("、")}，指标分 ${score}`;
  },
  ratings: ({ ratings, notObserved, minimum }) =>
    `${ratings} 份评分${notObserved === undefined ? "" : `，另有 ${notObserved} 份未能观察`}${minimum === undefined ? "" : `，至少需 ${minimum} 份`}`,
  missing: ({ rule, period, score }) => `无证据，${FILLED_ZH_CN[rule](period)}，指标分 ${score}`,
  reweighted: () => "无证据，其权重由同组其他指标分担",
  group: ({ group, weight, points }) => `${group}合计：权重 ${weight}，计 ${points} 分。`,
  extra: ({ extra, measured, points }) => `${extra}：${measured}，另计 ${points} 分。`,
  noExtra: ({ extra }) => `${extra}：无证据，不另计分。`,
  aggregation: ({ difference }) => `合成方式使合计变动 ${difference}。`,
  limited: (limit) => `${limitZhCN(limit)}。`,
  limits: ({ difference }) => `上下限使合计变动 ${difference}。`,
  rounding: ({ difference }) => `舍入差额为 ${difference}。`,
  coverage: ({ coverage }) => `有证据的权重占 ${coverage}。`,
  toWin: ({ items }) =>
    `提升空间最大：${items.map(({ indicator, points }) => `${indicator} ${points} 分`).join("；")}。`,
  insufficient: ({ axis, because, is, minimum, missing }) => {
    const of =
      because === "presence"
        ? `在岗时间占考核期的 ${is}，低于要求的 ${minimum}`
        : `有证据的权重占 ${is}，低于要求的 ${minimum}`;
    const without = missing.length === 0 ? "" : `缺少证据：${missing.join("、")}。`;
    return `${axis === undefined ? "" : `${axis}：`}证据不足，不予评分：${of}。${without}`;
  },
  answers: { yes: "是", no: "否" },
  columns: ["指标", "原始值", "指标分", "权重", "计分", "距满分", "行别"],
  rowKinds: {
    indicator: "指标",
    group: "组",
    part: "分项",
    raters: "评分人",
    extra: "加减分",
    difference: "差额",
    total: "合计",
  },
  raw: {
    value: "数值",
    actual: "完成值",
    target: "目标",
    presence: "在岗比例",
    "pro-rated-target": "折算目标",
    attainment: "完成率",
    base: "基期值",
    growth: "增长率",
    "weighted-levels": "加权等级之和",
    weights: "权重之和",
    "squared-weights": "权重平方和",
    rank: "名次",
    count: "人数",
    percent: "百分等级",
    stanine: "标准九分",
    lowest: "最低值",
    highest: "最高值",
    mean: "均值",
    deviation: "标准差",
    z: "标准分",
  },
  separator: "，",
  rows: { aggregation: "合成方式", limits: "上下限", rounding: "舍入", total: "得分" },
};

const FILLED_ZH_TW = {
  zero: () => "以零計",
  fixed: () => "以規定的固定分計",
  previous: (period: string) => `沿用 ${period} 的得分`,
  "cohort-median": () => "以同組中位數計",
};

function targetZhTW(
  whole: { readonly target: string; readonly presence: string } | undefined,
  row: { readonly by: string; readonly is: string } | undefined,
): string {
  const from = [
    ...(whole === undefined ? [] : [`${whole.target} 乘以在職比例 ${whole.presence}`]),
    ...(row === undefined ? [] : [`${row.by} 為 ${row.is}`]),
  ];
  return from.length === 0 ? "" : `（${from.join("，")}）`;
}

function limitZhTW({ indicator, score, below, most }: LimitWords): string {
  return `${indicator}得分 ${score}，低於 ${below}，合計至多為 ${most}`;
}

function partZhTW({ name, score, weight, missing, parts }: NamedScore): string {
  if (score === undefined) return `${name} 無佐證`;
  const filled = missing === undefined ? "" : `，無佐證，${FILLED_ZH_TW[missing.rule](missing.period)}`;
  const made = parts.length === 0 ? "" : `，其中 ${parts.map(partZhTW).join("、")}`;
  return `${name} ${score}（權重 ${weight}${filled}${made}）`;
}

export const scoreSentencesZhTW: ScoreSentences = {
  score: ({ axis, score }) => `${axis}：得分為 ${score}。`,
  scoreAlone: ({ score }) => `得分為 ${score}。`,
  indicator: ({ indicator, measured, weight, points }) =>
    `${indicator}：${measured}，乘以權重 ${weight}，計 ${points} 分。`,
  unweighted: ({ indicator, measured }) => `${indicator}：${measured}。`,
  value: ({ raw, says, score }) => `${raw}${says === undefined ? " " : `（${says}）`}換算為指標分 ${score}`,
  attainment: ({ raw, target, whole, row, attainment, score }) =>
    `達成 ${raw}，目標 ${target}${targetZhTW(whole, row)}，達成率 ${attainment}，換算為指標分 ${score}`,
  growth: ({ actual, base, growth, score }) =>
    `本期 ${actual}，基期 ${base}，成長率 ${growth}，換算為指標分 ${score}`,
  growthStated: ({ actual, base, score }) =>
    `本期 ${actual}，基期 ${base}，無法計算成長率，依規定計指標分 ${score}`,
  yesNo: ({ yes, score }) => `${yes ? "是" : "否"}，指標分 ${score}`,
  events: ({ events, score }) => {
    const counted = events.map(({ event, count }) => `${event} ${count} 次`).join("、");
    return `${counted === "" ? "無加減分事項" : counted}，指標分 ${score}`;
  },
  goals: ({ score }) => `各目標達成換算為指標分 ${score}`,
  rank: ({ raw, rank, count, score }) => `${raw}，在 ${count} 人中排名 ${rank}，指標分 ${score}`,
  percent: ({ raw, percent, count, score }) =>
    `${raw}，在 ${count} 人中的百分等級為 ${percent}，指標分 ${score}`,
  stanine: ({ raw, stanine, count, score }) =>
    `${raw}，在 ${count} 人中屬標準九分第 ${stanine} 等，指標分 ${score}`,
  minMax: ({ raw, lowest, highest, score }) => `${raw}，同組最低 ${lowest}、最高 ${highest}，指標分 ${score}`,
  zScore: ({ raw, z, mean, score }) => `${raw}，同組平均 ${mean}，標準分數 ${z}，指標分 ${score}`,
  composite: ({ parts, limit, score }) =>
    `${parts.map(partZhTW).join("、")}，合成指標分 ${score}${limit === undefined ? "" : `（${limitZhTW(limit)}）`}`,
  raters: ({ kinds, score }) => {
    const rated = kinds.map(({ kind, ratings, score: own, weight, into }) => {
      if (into !== undefined) return `${kind}併入${into}（權重 ${weight}，${ratings}）`;
      return own === undefined ? `${kind}不計（${ratings}）` : `${kind} ${own}（權重 ${weight}，${ratings}）`;
    });
    return `評分人：${rated.join("、")}，指標分 ${score}`;
  },
  ratings: ({ ratings, notObserved, minimum }) =>
    `${ratings} 份評分${notObserved === undefined ? "" : `，另有 ${notObserved} 份未能觀察`}${minimum === undefined ? "" : `，至少需 ${minimum} 份`}`,
  missing: ({ rule, period, score }) => `無佐證，${FILLED_ZH_TW[rule](period)}，指標分 ${score}`,
  reweighted: () => "無佐證，其權重由同組其他指標分擔",
  group: ({ group, weight, points }) => `${group}合計：權重 ${weight}，計 ${points} 分。`,
  extra: ({ extra, measured, points }) => `${extra}：${measured}，另計 ${points} 分。`,
  noExtra: ({ extra }) => `${extra}：無佐證，不另計分。`,
  aggregation: ({ difference }) => `合成方式使合計變動 ${difference}。`,
  limited: (limit) => `${limitZhTW(limit)}。`,
  limits: ({ difference }) => `上下限使合計變動 ${difference}。`,
  rounding: ({ difference }) => `捨入差額為 ${difference}。`,
  coverage: ({ coverage }) => `有佐證的權重占 ${coverage}。`,
  toWin: ({ items }) =>
    `提升空間最大：${items.map(({ indicator, points }) => `${indicator} ${points} 分`).join("；")}。`,
  insufficient: ({ axis, because, is, minimum, missing }) => {
    const of =
      because === "presence"
        ? `在職時間占考核期的 ${is}，低於要求的 ${minimum}`
        : `有佐證的權重占 ${is}，低於要求的 ${minimum}`;
    const without = missing.length === 0 ? "" : `缺少佐證：${missing.join("、")}。`;
    return `${axis === undefined ? "" : `${axis}：`}佐證不足，不予評分：${of}。${without}`;
  },
  answers: { yes: "是", no: "否" },
  columns: ["指標", "原始值", "指標分", "權重", "計分", "距滿分", "列別"],
  rowKinds: {
    indicator: "指標",
    group: "組",
    part: "分項",
    raters: "評分人",
    extra: "加減分",
    difference: "差額",
    total: "合計",
  },
  raw: {
    value: "數值",
    actual: "達成值",
    target: "目標",
    presence: "在職比例",
    "pro-rated-target": "折算目標",
    attainment: "達成率",
    base: "基期值",
    growth: "成長率",
    "weighted-levels": "加權等級之和",
    weights: "權重之和",
    "squared-weights": "權重平方和",
    rank: "名次",
    count: "人數",
    percent: "百分等級",
    stanine: "標準九分",
    lowest: "最低值",
    highest: "最高值",
    mean: "平均",
    deviation: "標準差",
    z: "標準分數",
  },
  separator: "，",
  rows: { aggregation: "合成方式", limits: "上下限", rounding: "捨入", total: "得分" },
};
