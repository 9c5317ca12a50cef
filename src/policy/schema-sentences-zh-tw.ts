import { roundingZhTW } from "./rounding-names.js";
import type { Pair, ReducerName, SchemaSentences } from "./schema-sentences.js";

const pairs = (list: readonly Pair[]) =>
  list
    .map(({ at, score, below, says }) => {
      const name = says === undefined ? at : `${at}（${says}）`;
      return below === undefined ? `${name}：${score}` : `${name}：${below} → ${score}`;
    })
    .join("；");
const worse = (better: "higher" | "lower") => (better === "higher" ? "" : "數值越低越好。");
const range = (from: string | undefined, to: string | undefined) =>
  `${from === undefined ? "" : ` ${from} 起`}${to === undefined ? "" : ` 至多 ${to}`}`;

const REDUCERS: Readonly<Record<ReducerName, string>> = {
  sum: "合計",
  mean: "平均值",
  median: "中位數",
  last: "最後一個值",
  maximum: "最大值",
  minimum: "最小值",
  change: "首末之差",
  "trimmed-mean": "截尾平均值",
  "weighted-mean": "加權平均值",
  highest: "最高若干值的平均",
  lowest: "最低若干值的平均",
};
const reducer = (kind: ReducerName, detail: string | undefined) =>
  `${REDUCERS[kind]}${detail === undefined ? "" : `（${detail}）`}`;
const OTHERWISE = { error: "報錯", zero: "計 0 分", reweight: "由其他指標分擔權重" };

export const schemaSentencesZhTW: SchemaSentences = {
  indicator: ({ indicator, weight, measure }) => `${indicator}，權重 ${weight}：${measure}`,
  group: ({ group, weight }) => `${group}，權重 ${weight}，其中：`,
  outOf: ({ outOf }) => `權重合計為 ${outOf}。`,
  normalised: () => "權重按比例換算，使合計為 1。",
  points: ({ from, to }) => `直接計分，${from} 至 ${to} 分。`,
  rating: ({ from, to, worst, best }) =>
    `評等 ${from}（最差）至 ${to}（最好），換算為 ${worst} 至 ${best} 分。`,
  choice: ({ options }) => `選項：${pairs(options)}。`,
  yesNo: ({ yes, no }) => `是得 ${yes} 分，否得 ${no} 分。`,
  lines: ({ points }) => `各點之間按直線計分：${pairs(points)}。`,
  steps: ({ steps, to, boundary }) =>
    `分段計分，起點：${pairs(steps)}${to === undefined ? "" : `，止於 ${to}`}。恰好等於分界點的數值屬於${boundary === "upper" ? "較高" : "較低"}一段。`,
  idealRange: ({ from, to, low, high, outside, ideal }) =>
    `${low} 至 ${high} 得 ${ideal} 分，向兩側按直線降至 ${from} 和 ${to} 處的 ${outside} 分。`,
  attainment: ({ formula, floor, cap }) =>
    `${{ ratio: "目標達成率", inverse: "目標除以達成值", mirror: "2 減去達成值與目標之比" }[formula]}；低於 ${floor} 得 0 分，高於 ${cap} 不再加分。`,
  attainmentTarget: ({ target }) => `佐證未提供目標時，目標為 ${target}。`,
  targets: ({ by, rows }) => `按 ${by} 設目標：${pairs(rows)}。`,
  proRated: () => "目標按在職時間占考核期的比例換算。",
  attainmentPoints: ({ floor, target, cap }) =>
    `下限得 ${floor} 分，達成目標得 ${target} 分，上限得 ${cap} 分，其間按直線計算。`,
  attainmentLines: ({ points }) => `各達成率的得分（其間按直線計算）：${pairs(points)}。`,
  growth: ({ points }) => `較基期成長率，各點之間按直線計分：${pairs(points)}。`,
  growthZero: ({ kind, score }) => `基期為零時${kind === "fixed" ? `計 ${score} 分` : "報錯"}。`,
  growthNegative: ({ kind, score }) =>
    `基期為負時${{ fixed: `計 ${score} 分`, error: "報錯", absolute: "按其絕對值計算" }[kind]}。`,
  events: ({ start, events, from, to }) =>
    `基礎分 ${start}，${events.map(({ event, points, most }) => `${event}每次 ${points} 分${most === undefined ? "" : `（最多 ${most} 分）`}`).join("；")}，限於 ${from} 至 ${to} 分。`,
  goals: ({ low, high, correlation, from, to }) =>
    `目標達成量表（等級 ${low} 至 ${high}，T 分數，相關係數 ${correlation}），限於 ${from} 至 ${to} 分。`,
  rank: ({ better, ties, scores }) =>
    `同組排名，起始名次：${pairs(scores)}。並列者取${{ best: "最好", average: "平均", worst: "最差" }[ties]}名次。${worse(better)}`,
  percentileRank: ({ better, definition, worst, best }) =>
    `同組百分等級（${{ below: "低於者", "at-or-below": "低於及等於者", mid: "低於者加等於者之半", "among-others": "其他人中低於者" }[definition]}），換算為 ${worst} 至 ${best} 分。${worse(better)}`,
  minMax: ({ better, worst, best }) =>
    `在同組最差值（${worst} 分）與最好值（${best} 分）之間按直線計分。${worse(better)}`,
  zScore: ({ better, deviation, mean, spread, from, to }) =>
    `同組標準分數（${deviation === "population" ? "母體" : "樣本"}標準差），平均處 ${mean} 分，每個標準差 ${spread} 分，限於 ${from} 至 ${to} 分。${worse(better)}`,
  stanine: ({ better, worst, best }) => `同組標準九分，換算為 ${worst} 至 ${best} 分。${worse(better)}`,
  whenEqual: ({ score }) => `全組相同時計 ${score} 分。`,
  composite: () => "由下列各項合成：",
  clamped: () => "超出範圍的數值按最近的端點計。",
  extended: () => "超出範圍時沿端點直線延伸。",
  over: ({ kind, detail }) => `取多個數值的${reducer(kind, detail)}。`,
  rated: ({ kinds }) => `由評分人評定，權重：${pairs(kinds)}。`,
  raters: () => "評分人類別：",
  rater: ({ kind, weight, summary, detail, minimum, below, into }) =>
    `${kind}，權重 ${weight}：取${reducer(summary, detail)}，至少 ${minimum} 份評分；不足時${{ error: "報錯", drop: "由其他類別分擔權重", merge: `併入${into}` }[below]}。`,
  missing: ({ rule, score, periods, otherwise }) =>
    `無佐證時：${{ error: "報錯", zero: "計 0 分", fixed: `計 ${score} 分`, previous: `沿用此前 ${periods} 期以內的得分`, "cohort-median": "按同組中位數計", reweight: "由其他指標分擔權重" }[rule]}${otherwise === undefined ? "" : `，否則${OTHERWISE[otherwise]}`}。`,
  minimumCoverage: ({ part }) => `有佐證的權重不得少於 ${part}。`,
  minimumPresence: ({ part }) => `在職時間不得少於考核期的 ${part}。`,
  geometric: ({ least }) =>
    `各項按加權幾何平均合成${least === undefined ? "" : `，每項至少按 ${least} 計`}。`,
  minimum: () => "取最低的一項。",
  limit: ({ indicator, below, most }) => `${indicator ?? "任一指標"}低於 ${below} 時，總分至多為 ${most}。`,
  extras: ({ from, to }) => `加減分項${range(from, to)}：`,
  extra: ({ extra, measure }) => `${extra}：${measure}`,
  scoreRange: ({ from, to }) => `總分限制${range(from, to)}。`,
  rounding: ({ decimals, scoreDecimals, mode }) =>
    `指標分保留 ${decimals} 位小數，總分保留 ${scoreDecimals} 位小數，捨入方式：${roundingZhTW(mode)}。`,
};
