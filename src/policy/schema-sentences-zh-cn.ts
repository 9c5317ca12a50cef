import { roundingZhCN } from "./rounding-names.js";
import type { Pair, ReducerName, SchemaSentences } from "./schema-sentences.js";

const pairs = (list: readonly Pair[]) =>
  list
    .map(({ at, score, below, says }) => {
      const name = says === undefined ? at : `${at}（${says}）`;
      return below === undefined ? `${name}：${score}` : `${name}：${below} → ${score}`;
    })
    .join("；");
const worse = (better: "higher" | "lower") => (better === "higher" ? "" : "数值越低越好。");
const range = (from: string | undefined, to: string | undefined) =>
  `${from === undefined ? "" : ` ${from} 起`}${to === undefined ? "" : ` 至多 ${to}`}`;

const REDUCERS: Readonly<Record<ReducerName, string>> = {
  sum: "合计",
  mean: "平均值",
  median: "中位数",
  last: "最后一个值",
  maximum: "最大值",
  minimum: "最小值",
  change: "首末之差",
  "trimmed-mean": "截尾平均值",
  "weighted-mean": "加权平均值",
  highest: "最高若干值的平均",
  lowest: "最低若干值的平均",
};
const reducer = (kind: ReducerName, detail: string | undefined) =>
  `${REDUCERS[kind]}${detail === undefined ? "" : `（${detail}）`}`;
const OTHERWISE = { error: "报错", zero: "计 0 分", reweight: "由其他指标分担权重" };

export const schemaSentencesZhCN: SchemaSentences = {
  indicator: ({ indicator, weight, measure }) => `${indicator}，权重 ${weight}：${measure}`,
  group: ({ group, weight }) => `${group}，权重 ${weight}，其中：`,
  outOf: ({ outOf }) => `权重合计为 ${outOf}。`,
  normalised: () => "权重按比例折算，使合计为 1。",
  points: ({ from, to }) => `直接计分，${from} 至 ${to} 分。`,
  rating: ({ from, to, worst, best }) =>
    `评级 ${from}（最差）至 ${to}（最好），折合 ${worst} 至 ${best} 分。`,
  choice: ({ options }) => `选项：${pairs(options)}。`,
  yesNo: ({ yes, no }) => `是得 ${yes} 分，否得 ${no} 分。`,
  lines: ({ points }) => `各点之间按直线计分：${pairs(points)}。`,
  steps: ({ steps, to, boundary }) =>
    `分段计分，起点：${pairs(steps)}${to === undefined ? "" : `，止于 ${to}`}。恰好等于分界点的数值属于${boundary === "upper" ? "较高" : "较低"}一段。`,
  idealRange: ({ from, to, low, high, outside, ideal }) =>
    `${low} 至 ${high} 得 ${ideal} 分，向两侧按直线降至 ${from} 和 ${to} 处的 ${outside} 分。`,
  attainment: ({ formula, floor, cap }) =>
    `${{ ratio: "目标完成率", inverse: "目标除以完成值", mirror: "2 减去完成值与目标之比" }[formula]}；低于 ${floor} 得 0 分，高于 ${cap} 不再加分。`,
  attainmentTarget: ({ target }) => `证据未给出目标时，目标为 ${target}。`,
  targets: ({ by, rows }) => `按 ${by} 设目标：${pairs(rows)}。`,
  proRated: () => "目标按在岗时间占考核期的比例折算。",
  attainmentPoints: ({ floor, target, cap }) =>
    `下限得 ${floor} 分，完成目标得 ${target} 分，上限得 ${cap} 分，其间按直线计算。`,
  attainmentLines: ({ points }) => `各完成率的得分（其间按直线计算）：${pairs(points)}。`,
  growth: ({ points }) => `较基期增长率，各点之间按直线计分：${pairs(points)}。`,
  growthZero: ({ kind, score }) => `基期为零时${kind === "fixed" ? `计 ${score} 分` : "报错"}。`,
  growthNegative: ({ kind, score }) =>
    `基期为负时${{ fixed: `计 ${score} 分`, error: "报错", absolute: "按其绝对值计算" }[kind]}。`,
  events: ({ start, events, from, to }) =>
    `基础分 ${start}，${events.map(({ event, points, most }) => `${event}每次 ${points} 分${most === undefined ? "" : `（最多 ${most} 分）`}`).join("；")}，限于 ${from} 至 ${to} 分。`,
  goals: ({ low, high, correlation, from, to }) =>
    `目标达成量表（等级 ${low} 至 ${high}，T 分数，相关系数 ${correlation}），限于 ${from} 至 ${to} 分。`,
  rank: ({ better, ties, scores }) =>
    `同组排名，起始名次：${pairs(scores)}。并列者取${{ best: "最好", average: "平均", worst: "最差" }[ties]}名次。${worse(better)}`,
  percentileRank: ({ better, definition, worst, best }) =>
    `同组百分等级（${{ below: "低于者", "at-or-below": "低于及等于者", mid: "低于者加等于者之半", "among-others": "其他人中低于者" }[definition]}），折合 ${worst} 至 ${best} 分。${worse(better)}`,
  minMax: ({ better, worst, best }) =>
    `在同组最差值（${worst} 分）与最好值（${best} 分）之间按直线计分。${worse(better)}`,
  zScore: ({ better, deviation, mean, spread, from, to }) =>
    `同组标准分（${deviation === "population" ? "总体" : "样本"}标准差），均值处 ${mean} 分，每个标准差 ${spread} 分，限于 ${from} 至 ${to} 分。${worse(better)}`,
  stanine: ({ better, worst, best }) => `同组标准九分，折合 ${worst} 至 ${best} 分。${worse(better)}`,
  whenEqual: ({ score }) => `全组相同时计 ${score} 分。`,
  composite: () => "由下列各项合成：",
  clamped: () => "超出范围的数值按最近的端点计。",
  extended: () => "超出范围时沿端点直线延伸。",
  over: ({ kind, detail }) => `取多个数值的${reducer(kind, detail)}。`,
  rated: ({ kinds }) => `由评分人评定，权重：${pairs(kinds)}。`,
  raters: () => "评分人类别：",
  rater: ({ kind, weight, summary, detail, minimum, below, into }) =>
    `${kind}，权重 ${weight}：取${reducer(summary, detail)}，至少 ${minimum} 份评分；不足时${{ error: "报错", drop: "由其他类别分担权重", merge: `并入${into}` }[below]}。`,
  missing: ({ rule, score, periods, otherwise }) =>
    `无证据时：${{ error: "报错", zero: "计 0 分", fixed: `计 ${score} 分`, previous: `沿用此前 ${periods} 期以内的得分`, "cohort-median": "按同组中位数计", reweight: "由其他指标分担权重" }[rule]}${otherwise === undefined ? "" : `，否则${OTHERWISE[otherwise]}`}。`,
  minimumCoverage: ({ part }) => `有证据的权重不得少于 ${part}。`,
  minimumPresence: ({ part }) => `在岗时间不得少于考核期的 ${part}。`,
  geometric: ({ least }) =>
    `各项按加权几何平均合成${least === undefined ? "" : `，每项至少按 ${least} 计`}。`,
  minimum: () => "取最低的一项。",
  limit: ({ indicator, below, most }) => `${indicator ?? "任一指标"}低于 ${below} 时，总分至多为 ${most}。`,
  extras: ({ from, to }) => `加减分项${range(from, to)}：`,
  extra: ({ extra, measure }) => `${extra}：${measure}`,
  scoreRange: ({ from, to }) => `总分限制${range(from, to)}。`,
  rounding: ({ decimals, scoreDecimals, mode }) =>
    `指标分保留 ${decimals} 位小数，总分保留 ${scoreDecimals} 位小数，舍入方式：${roundingZhCN(mode)}。`,
};
