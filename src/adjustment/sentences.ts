import { type ConditionSentences, conditionSentencesEn } from "./conditions/sentences.js";
import { conditionSentencesZhCN, conditionSentencesZhTW } from "./conditions/sentences-zh.js";
import type { Source } from "./sources.js";

/** Why a crossing to a track is not possible: it is the person's own, no way leads there from the tier, the review is skipped, or what it requires is not met. */
export interface CrossingHoldWords {
  readonly track: string;
  readonly because: "own-track" | "no-way" | "skipped" | "requirements";
  readonly tier: string;
  /** What is required and not met; empty where it is not that. */
  readonly requirements: string;
}

/** The sentences that explain a decision. All values come as texts; the English ones show what each says. */
export interface DecisionSentences {
  /** "Promoted from {from} to {to}, from {date} on." */
  promoted(value: MoveWords): string;
  /** "Demoted from {from} to {to}, from {date} on." */
  demoted(value: MoveWords): string;
  /** "Crosses from {from} to {to}, from {date} on." */
  crossed(value: MoveWords): string;
  /** "Stays in the tier {from}." */
  retained(value: { readonly from: string }): string;
  readonly conditions: ConditionSentences;
  /** What decides on tiers, each as a noun. */
  readonly sources: Readonly<Record<Source, string>>;
  /** "Decided by {source} ({said})."; `said`, who decided and why, may be empty. */
  because(value: { readonly source: string; readonly said: string }): string;
  /** "Not reviewed before: {periods}." */
  missed(value: { readonly periods: string }): string;
  /** "The review is skipped, and no condition is looked at." */
  skipped(): string;
  /** "The promotion is held back by a failed gate: {gate}." */
  gate(value: { readonly gate: string }): string;
  /** "No promotion above {tier} is possible, by a failed gate." */
  cap(value: { readonly tier: string }): string;
  /** A move that comes too early, and the day from which it would not. */
  minimumTime(value: WaitWords): string;
  /** A move that comes too soon after one the other way. */
  coolingOff(value: WaitWords): string;
  /** "No condition moves the tier in the trial period, which goes on until {until}." */
  trialHold(value: { readonly until: string }): string;
  /** A move that a protection holds back. */
  protectedHold(value: {
    readonly direction: "up" | "down";
    readonly reason: string;
    readonly until: string;
  }): string;
  /** "The demotion is held back until {until}: the tier was held when the policy changed." */
  heldUntil(value: { readonly until: string }): string;
  /** "No promotion is possible: this is the highest tier." */
  highestTier(): string;
  /** "No demotion is possible: this is the lowest tier." */
  lowestTier(): string;
  /** "Conditions promote to {tier} at most." */
  ceiling(value: { readonly tier: string }): string;
  /** "Conditions demote to {tier} at most." */
  floor(value: { readonly tier: string }): string;
  /** A move that would pass more tiers than one may. */
  stepLimit(value: { readonly wanted: string; readonly most: string }): string;
  /** "The promotion is held back by a requirement: {requirement}." */
  requirement(value: { readonly requirement: string }): string;
  /** A promotion for which there is no place; `rank` and `waiting` may be empty. */
  noPlace(value: { readonly tier: string; readonly rank: string; readonly waiting: string }): string;
  /** "The promotion is held back by violations: {consequence}"; `until` may be empty. */
  violationsHold(value: { readonly consequence: string; readonly until: string }): string;
  /** "Crossing to the track {track} is not possible now." */
  crossingHold(value: CrossingHoldWords): string;
  /** What a demotion that is undone gives back in another track; `from` and `to` are empty where the person holds no tier there any more. */
  givenBack(value: { readonly track: string; readonly from: string; readonly to: string }): string;
  /** A consequence of violations, with its points or their number, and what was needed. */
  sanction(value: {
    readonly sanction: string;
    readonly violations: string;
    readonly points: string;
    readonly count: string;
    readonly needed: string;
  }): string;
  readonly sanctions: Readonly<
    Record<"warning" | "fine" | "block-promotion" | "demotion" | "dismissal", string>
  >;
  /** "The demotion waits for the improvement plan, due on {deadline}." */
  planHold(value: { readonly deadline: string }): string;
  /** What was set aside because another source comes first. */
  outranked(value: { readonly because: string; readonly by: string }): string;
  /** Which of two contrary moves comes first. */
  precedence(value: { readonly precedence: "promote" | "demote" | "retain" }): string;
  /** "Actions: {actions}." */
  actions(value: { readonly actions: string }): string;
  /** "{action} ({owner}, by {dueOn})", of which the owner and the day may be empty. */
  action(value: { readonly action: string; readonly owner: string; readonly dueOn: string }): string;
  /** "An improvement plan begins, due on {deadline}: {actions}." */
  planOpened(value: { readonly deadline: string; readonly actions: string }): string;
  /** "The improvement plan of {opened} goes on until {deadline}." */
  planOpen(value: PlanWords): string;
  /** "The improvement plan of {opened}, due on {deadline}, is passed", and why. */
  planPassed(value: PlanWords & JudgedWords): string;
  /** "The improvement plan of {opened}, due on {deadline}, is failed", and why. */
  planFailed(value: PlanWords & JudgedWords): string;
  /** "The improvement plan of {opened} is extended to {deadline}." */
  planExtended(value: PlanWords): string;
  /** "The trial period goes on until {until}." */
  trialOpen(value: { readonly until: string }): string;
  /** "The trial period, which ended on {until}, is passed", and why. */
  trialPassed(value: TrialWords): string;
  /** "The trial period is extended to {until}", and why. */
  trialExtended(value: TrialWords): string;
  /** "The trial period, which ended on {until}, is failed", and why. */
  trialFailed(value: TrialWords): string;
  /** "An exit is proposed." */
  exit(): string;
  readonly separator: string;
}

/** A move that has to wait: months over and required, since and until when. All values are texts. */
export interface WaitWords {
  readonly direction: "up" | "down";
  readonly months: string;
  readonly required: string;
  readonly since: string;
  readonly until: string;
}

/** A move from tier to tier, and its date. All values are texts. */
export interface MoveWords {
  readonly from: string;
  readonly to: string;
  readonly date: string;
}

/** An improvement plan. All values are texts. */
export interface PlanWords {
  readonly opened: string;
  readonly deadline: string;
}

/** What a plan or a trial without conditions of its own was judged by. */
export interface JudgedWords {
  /** Whether it was judged by this review alone: by whether that meets a condition of demotion. */
  readonly byReview: boolean;
  /** The conditions of demotion that the review meets by itself; may be empty. */
  readonly meets: string;
}

/** A trial period that is judged. */
export interface TrialWords extends JudgedWords {
  readonly until: string;
}

/** What is said of them in brackets, of the parts that are there. */
function within(open: string, separator: string, close: string, ...parts: readonly string[]): string {
  const said = parts.filter((part) => part !== "");
  return said.length === 0 ? "" : `${open}${said.join(separator)}${close}`;
}

/** What a plan or a trial was judged by, said after the judgement. */
function judgedIn(none: string, some: (meets: string) => string) {
  return ({ byReview, meets }: JudgedWords) => (byReview ? (meets === "" ? none : some(meets)) : "");
}

const judgedEn = /* @__PURE__ */ judgedIn(
  ": by itself this review meets no condition of demotion",
  (meets) => `: by itself this review meets a condition of demotion (${meets})`,
);
const judgedZhCN = /* @__PURE__ */ judgedIn(
  "：仅就本次考核，不满足任何降级条件",
  (meets) => `：仅就本次考核，已满足降级条件（${meets}）`,
);
const judgedZhTW = /* @__PURE__ */ judgedIn(
  "：僅就本次考核，不符合任何降級條件",
  (meets) => `：僅就本次考核，已符合降級條件（${meets}）`,
);

export const decisionSentencesEn: DecisionSentences = {
  promoted: ({ from, to, date }) => `Promoted from ${from} to ${to}, from ${date} on.`,
  demoted: ({ from, to, date }) => `Demoted from ${from} to ${to}, from ${date} on.`,
  crossed: ({ from, to, date }) => `Crosses from ${from} to ${to}, from ${date} on.`,
  retained: ({ from }) => `Stays in the tier ${from}.`,
  conditions: conditionSentencesEn,
  sources: {
    sanction: "a sanction",
    appeal: "an appeal",
    appointment: "an appointment",
    crossing: "a crossing to another track",
    plan: "an improvement plan that failed",
    condition: "conditions",
  },
  because: ({ source, said }) => `Decided by ${source}${within(" (", "", ")", said)}.`,
  missed: ({ periods }) => `Not reviewed before: ${periods}.`,
  skipped: () => "The review is skipped, and no condition is looked at.",
  gate: ({ gate }) => `The promotion is held back by a failed gate: ${gate}.`,
  cap: ({ tier }) => `No promotion above ${tier} is possible, by a failed gate.`,
  minimumTime: ({ direction, months, required, since, until }) =>
    `The ${direction === "up" ? "promotion" : "demotion"} is held back until ${until}: in the tier since ${since}, ${months} of the ${required} months that it takes.`,
  coolingOff: ({ direction, months, required, since, until }) =>
    `The ${direction === "up" ? "promotion" : "demotion"} is held back until ${until} by the cooling-off: ${direction === "up" ? "demoted" : "promoted"} on ${since}, ${months} of the ${required} months that it takes.`,
  trialHold: ({ until }) => `No condition moves the tier in the trial period, which goes on until ${until}.`,
  protectedHold: ({ direction, reason, until }) =>
    `The ${direction === "up" ? "promotion" : "demotion"} is held back until ${until} by a protection: ${reason}.`,
  heldUntil: ({ until }) =>
    `The demotion is held back until ${until}: the tier was held when the policy changed.`,
  highestTier: () => "No promotion is possible: this is the highest tier.",
  lowestTier: () => "No demotion is possible: this is the lowest tier.",
  ceiling: ({ tier }) => `Conditions promote to ${tier} at most.`,
  floor: ({ tier }) => `Conditions demote to ${tier} at most.`,
  stepLimit: ({ wanted, most }) =>
    `One move passes at most this many tiers: ${most}; the cell names ${wanted}.`,
  requirement: ({ requirement }) => `The promotion is held back by a requirement: ${requirement}.`,
  noPlace: ({ tier, rank, waiting }) =>
    `The promotion is held back: there is no place in ${tier}${rank === "" ? "" : `, rank ${rank}`}${waiting === "" ? "" : `, number ${waiting} on the waiting list`}.`,
  violationsHold: ({ consequence, until }) =>
    `The promotion is held back by violations: ${consequence}${until === "" ? "" : `, over on ${until}`}.`,
  crossingHold: ({ track, because, tier, requirements }) =>
    `Crossing to the track ${track} is not possible now: ${
      {
        "own-track": "it is the person's own track",
        "no-way": `no way leads there from ${tier}`,
        skipped: "it requires something, and this review is skipped",
        requirements: `not met: ${requirements}`,
      }[because]
    }.`,
  givenBack: ({ track, from, to }) =>
    from === ""
      ? `A demotion in the track ${track} is undone; nothing is given back, as the person holds no tier there any more.`
      : `A demotion in the track ${track} is undone: the tier held there is ${to} instead of ${from}.`,
  sanction: ({ sanction, violations, points, count, needed }) =>
    `Violations lead to: ${sanction} (${violations}; ${points === "" ? `number ${count}` : `points ${points}`}, needed ${needed}).`,
  sanctions: {
    warning: "a warning",
    fine: "a fine",
    "block-promotion": "no promotion",
    demotion: "a demotion",
    dismissal: "a proposal of dismissal",
  },
  planHold: ({ deadline }) => `The demotion waits for the improvement plan, due on ${deadline}.`,
  outranked: ({ because, by }) =>
    `The rules put ${by} before ${because}: what would have come of the latter is set aside.`,
  precedence: ({ precedence }) =>
    `Conditions of promotion and of demotion are both met; the policy lets the ${{ promote: "promotion come first", demote: "demotion come first", retain: "person stay" }[precedence]}.`,
  actions: ({ actions }) => `Actions: ${actions}.`,
  action: ({ action, owner, dueOn }) =>
    `${action}${within(" (", ", ", ")", owner, dueOn === "" ? "" : `by ${dueOn}`)}`,
  planOpened: ({ deadline, actions }) => `An improvement plan begins, due on ${deadline}: ${actions}.`,
  planOpen: ({ opened, deadline }) => `The improvement plan of ${opened} goes on until ${deadline}.`,
  planPassed: ({ opened, deadline, ...judged }) =>
    `The improvement plan of ${opened}, due on ${deadline}, is passed${judgedEn(judged)}.`,
  planFailed: ({ opened, deadline, ...judged }) =>
    `The improvement plan of ${opened}, due on ${deadline}, is failed${judgedEn(judged)}.`,
  planExtended: ({ opened, deadline }) => `The improvement plan of ${opened} is extended to ${deadline}.`,
  trialOpen: ({ until }) => `The trial period goes on until ${until}.`,
  trialPassed: ({ until, ...judged }) =>
    `The trial period, which ended on ${until}, is passed${judgedEn(judged)}.`,
  trialExtended: ({ until, ...judged }) => `The trial period is extended to ${until}${judgedEn(judged)}.`,
  trialFailed: ({ until, ...judged }) =>
    `The trial period, which ended on ${until}, is failed${judgedEn(judged)}.`,
  exit: () => "An exit is proposed.",
  separator: "; ",
};

export const decisionSentencesZhCN: DecisionSentences = {
  promoted: ({ from, to, date }) => `由${from}晋升为${to}，自 ${date} 起生效。`,
  demoted: ({ from, to, date }) => `由${from}降为${to}，自 ${date} 起生效。`,
  crossed: ({ from, to, date }) => `由${from}转入${to}，自 ${date} 起生效。`,
  retained: ({ from }) => `保持${from}层级不变。`,
  conditions: conditionSentencesZhCN,
  sources: {
    sanction: "处分",
    appeal: "申诉结果",
    appointment: "任命",
    crossing: "跨序列转换",
    plan: "未通过的改进计划",
    condition: "晋降条件",
  },
  because: ({ source, said }) => `依据${source}决定${within("（", "", "）", said)}。`,
  missed: ({ periods }) => `此前未考核的期间：${periods}。`,
  skipped: () => "本次考核跳过，不判断任何条件。",
  gate: ({ gate }) => `因未通过门槛，暂缓晋升：${gate}。`,
  cap: ({ tier }) => `因未通过门槛，不得晋升至高于${tier}的层级。`,
  minimumTime: ({ direction, months, required, since, until }) =>
    `暂缓${direction === "up" ? "晋升" : "降级"}：自 ${since} 起任现层级，已满 ${months} 个月，要求 ${required} 个月，至 ${until} 方满。`,
  coolingOff: ({ direction, months, required, since, until }) =>
    `冷却期内暂缓${direction === "up" ? "晋升" : "降级"}：${since} ${direction === "up" ? "降级" : "晋升"}，已满 ${months} 个月，要求 ${required} 个月，至 ${until} 方满。`,
  trialHold: ({ until }) => `试用期至 ${until}，期间不因条件改变层级。`,
  protectedHold: ({ direction, reason, until }) =>
    `因保护期（${reason}）暂缓${direction === "up" ? "晋升" : "降级"}，至 ${until} 结束。`,
  heldUntil: ({ until }) => `暂缓降级至 ${until}：制度变更时已任该层级。`,
  highestTier: () => "已是最高层级，无法晋升。",
  lowestTier: () => "已是最低层级，无法降级。",
  ceiling: ({ tier }) => `依条件最高晋升至${tier}。`,
  floor: ({ tier }) => `依条件最低降至${tier}。`,
  stepLimit: ({ wanted, most }) => `一次最多变动 ${most} 级；矩阵格指向${wanted}。`,
  requirement: ({ requirement }) => `因未达到要求，暂缓晋升：${requirement}。`,
  noPlace: ({ tier, rank, waiting }) =>
    `暂缓晋升：${tier}无名额${rank === "" ? "" : `，排名 ${rank}`}${waiting === "" ? "" : `，候补第 ${waiting} 位`}。`,
  violationsHold: ({ consequence, until }) =>
    `因违规暂缓晋升：${consequence}${until === "" ? "" : `，至 ${until} 解除`}。`,
  crossingHold: ({ track, because, tier, requirements }) =>
    `目前无法转入“${track}”：${
      {
        "own-track": "本人已在该序列",
        "no-way": `由${tier}没有转入该序列的途径`,
        skipped: "转入须满足要求，而本次考核跳过",
        requirements: `未满足：${requirements}`,
      }[because]
    }。`,
  givenBack: ({ track, from, to }) =>
    from === ""
      ? `“${track}”序列的降级已撤销；本人在该序列已无层级，不作恢复。`
      : `“${track}”序列的降级已撤销：在该序列保留的层级由${from}恢复为${to}。`,
  sanction: ({ sanction, violations, points, count, needed }) =>
    `违规处理：${sanction}（${violations}；${points === "" ? `${count} 次` : `记分 ${points}`}，达到 ${needed} 即适用）。`,
  sanctions: {
    warning: "警告",
    fine: "罚款",
    "block-promotion": "不得晋升",
    demotion: "降级",
    dismissal: "建议解聘",
  },
  planHold: ({ deadline }) => `降级待改进计划的结果，期限 ${deadline}。`,
  outranked: ({ because, by }) => `按规定${by}优先于${because}，后者不予采用。`,
  precedence: ({ precedence }) =>
    `晋升与降级条件同时满足；按规定${{ promote: "晋升优先", demote: "降级优先", retain: "保持不变" }[precedence]}。`,
  actions: ({ actions }) => `管理措施：${actions}。`,
  action: ({ action, owner, dueOn }) =>
    `${action}${within("（", "，", "）", owner, dueOn === "" ? "" : `${dueOn} 前完成`)}`,
  planOpened: ({ deadline, actions }) => `启动改进计划，期限 ${deadline}：${actions}。`,
  planOpen: ({ opened, deadline }) => `${opened} 启动的改进计划持续至 ${deadline}。`,
  planPassed: ({ opened, deadline, ...judged }) =>
    `${opened} 启动、期限 ${deadline} 的改进计划已通过${judgedZhCN(judged)}。`,
  planFailed: ({ opened, deadline, ...judged }) =>
    `${opened} 启动、期限 ${deadline} 的改进计划未通过${judgedZhCN(judged)}。`,
  planExtended: ({ opened, deadline }) => `${opened} 启动的改进计划延长至 ${deadline}。`,
  trialOpen: ({ until }) => `试用期持续至 ${until}。`,
  trialPassed: ({ until, ...judged }) => `至 ${until} 的试用期已通过${judgedZhCN(judged)}。`,
  trialExtended: ({ until, ...judged }) => `试用期延长至 ${until}${judgedZhCN(judged)}。`,
  trialFailed: ({ until, ...judged }) => `至 ${until} 的试用期未通过${judgedZhCN(judged)}。`,
  exit: () => "建议离岗。",
  separator: "；",
};

export const decisionSentencesZhTW: DecisionSentences = {
  promoted: ({ from, to, date }) => `由${from}晉升為${to}，自 ${date} 起生效。`,
  demoted: ({ from, to, date }) => `由${from}降為${to}，自 ${date} 起生效。`,
  crossed: ({ from, to, date }) => `由${from}轉入${to}，自 ${date} 起生效。`,
  retained: ({ from }) => `維持${from}層級不變。`,
  conditions: conditionSentencesZhTW,
  sources: {
    sanction: "處分",
    appeal: "申訴結果",
    appointment: "任命",
    crossing: "跨序列轉換",
    plan: "未通過的改善計畫",
    condition: "升降條件",
  },
  because: ({ source, said }) => `依據${source}決定${within("（", "", "）", said)}。`,
  missed: ({ periods }) => `此前未考核的期間：${periods}。`,
  skipped: () => "本次考核跳過，不判斷任何條件。",
  gate: ({ gate }) => `因未通過門檻，暫緩晉升：${gate}。`,
  cap: ({ tier }) => `因未通過門檻，不得晉升至高於${tier}的層級。`,
  minimumTime: ({ direction, months, required, since, until }) =>
    `暫緩${direction === "up" ? "晉升" : "降級"}：自 ${since} 起任現層級，已滿 ${months} 個月，要求 ${required} 個月，至 ${until} 方滿。`,
  coolingOff: ({ direction, months, required, since, until }) =>
    `冷卻期內暫緩${direction === "up" ? "晉升" : "降級"}：${since} ${direction === "up" ? "降級" : "晉升"}，已滿 ${months} 個月，要求 ${required} 個月，至 ${until} 方滿。`,
  trialHold: ({ until }) => `試用期至 ${until}，期間不因條件改變層級。`,
  protectedHold: ({ direction, reason, until }) =>
    `因保護期（${reason}）暫緩${direction === "up" ? "晉升" : "降級"}，至 ${until} 結束。`,
  heldUntil: ({ until }) => `暫緩降級至 ${until}：制度變更時已任該層級。`,
  highestTier: () => "已是最高層級，無法晉升。",
  lowestTier: () => "已是最低層級，無法降級。",
  ceiling: ({ tier }) => `依條件最高晉升至${tier}。`,
  floor: ({ tier }) => `依條件最低降至${tier}。`,
  stepLimit: ({ wanted, most }) => `一次最多變動 ${most} 級；矩陣格指向${wanted}。`,
  requirement: ({ requirement }) => `因未達到要求，暫緩晉升：${requirement}。`,
  noPlace: ({ tier, rank, waiting }) =>
    `暫緩晉升：${tier}無名額${rank === "" ? "" : `，排名 ${rank}`}${waiting === "" ? "" : `，候補第 ${waiting} 位`}。`,
  violationsHold: ({ consequence, until }) =>
    `因違規暫緩晉升：${consequence}${until === "" ? "" : `，至 ${until} 解除`}。`,
  crossingHold: ({ track, because, tier, requirements }) =>
    `目前無法轉入「${track}」：${
      {
        "own-track": "本人已在該序列",
        "no-way": `由${tier}沒有轉入該序列的途徑`,
        skipped: "轉入須滿足要求，而本次考核跳過",
        requirements: `未滿足：${requirements}`,
      }[because]
    }。`,
  givenBack: ({ track, from, to }) =>
    from === ""
      ? `「${track}」序列的降級已撤銷；本人在該序列已無層級，不予恢復。`
      : `「${track}」序列的降級已撤銷：在該序列保留的層級由${from}恢復為${to}。`,
  sanction: ({ sanction, violations, points, count, needed }) =>
    `違規處理：${sanction}（${violations}；${points === "" ? `${count} 次` : `記點 ${points}`}，達到 ${needed} 即適用）。`,
  sanctions: {
    warning: "警告",
    fine: "罰款",
    "block-promotion": "不得晉升",
    demotion: "降級",
    dismissal: "建議解聘",
  },
  planHold: ({ deadline }) => `降級待改善計畫的結果，期限 ${deadline}。`,
  outranked: ({ because, by }) => `依規定${by}優先於${because}，後者不予採用。`,
  precedence: ({ precedence }) =>
    `晉升與降級條件同時符合；依規定${{ promote: "晉升優先", demote: "降級優先", retain: "維持不變" }[precedence]}。`,
  actions: ({ actions }) => `管理措施：${actions}。`,
  action: ({ action, owner, dueOn }) =>
    `${action}${within("（", "，", "）", owner, dueOn === "" ? "" : `${dueOn} 前完成`)}`,
  planOpened: ({ deadline, actions }) => `啟動改善計畫，期限 ${deadline}：${actions}。`,
  planOpen: ({ opened, deadline }) => `${opened} 啟動的改善計畫持續至 ${deadline}。`,
  planPassed: ({ opened, deadline, ...judged }) =>
    `${opened} 啟動、期限 ${deadline} 的改善計畫已通過${judgedZhTW(judged)}。`,
  planFailed: ({ opened, deadline, ...judged }) =>
    `${opened} 啟動、期限 ${deadline} 的改善計畫未通過${judgedZhTW(judged)}。`,
  planExtended: ({ opened, deadline }) => `${opened} 啟動的改善計畫延長至 ${deadline}。`,
  trialOpen: ({ until }) => `試用期持續至 ${until}。`,
  trialPassed: ({ until, ...judged }) => `至 ${until} 的試用期已通過${judgedZhTW(judged)}。`,
  trialExtended: ({ until, ...judged }) => `試用期延長至 ${until}${judgedZhTW(judged)}。`,
  trialFailed: ({ until, ...judged }) => `至 ${until} 的試用期未通過${judgedZhTW(judged)}。`,
  exit: () => "建議離職。",
  separator: "；",
};
