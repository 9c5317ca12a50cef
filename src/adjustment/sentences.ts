import type { Trigger } from "./triggers.js";

/** The sentences that explain a decision. All values come as texts; the English ones show what each says. */
export interface DecisionSentences {
  /** "Promoted from {from} to {to}, from {date} on." */
  promoted(value: MoveWords): string;
  /** "Demoted from {from} to {to}, from {date} on." */
  demoted(value: MoveWords): string;
  /** "Stays in the tier {from}." */
  retained(value: { readonly from: string }): string;
  /** What a condition is for. */
  readonly purposes: { readonly up: string; readonly down: string };
  /** What one condition asks for. */
  condition(value: {
    readonly kind: Trigger["kind"];
    readonly axis: string;
    readonly threshold: string;
  }): string;
  /** "Met, {purpose}: {condition}; reviews in a row {consecutive}, needed {periods} ({evidence})." */
  met(value: ConditionWords): string;
  /** "Not yet met, {purpose}: {condition}; reviews in a row {consecutive}, needed {periods} ({evidence})." */
  notYet(value: ConditionWords): string;
  /** "Not met, {purpose}: {condition}; reviews in a row needed {periods}." */
  notMet(value: { readonly purpose: string; readonly condition: string; readonly periods: string }): string;
  /** "The promotion is held back by a failed gate: {gate}." */
  gate(value: { readonly gate: string }): string;
  /** A move that comes too early. */
  minimumTime(value: {
    readonly direction: "up" | "down";
    readonly months: string;
    readonly required: string;
    readonly since: string;
  }): string;
  /** "The demotion is held back until {until}: the tier was held when the policy changed." */
  heldUntil(value: { readonly until: string }): string;
  /** "No promotion is possible: this is the highest tier." */
  highestTier(): string;
  /** "No demotion is possible: this is the lowest tier." */
  lowestTier(): string;
  /** Which of two contrary moves comes first. */
  precedence(value: { readonly precedence: "promote" | "demote" | "retain" }): string;
  /** "Actions: {actions}." */
  actions(value: { readonly actions: string }): string;
  /** "An improvement plan begins, due on {deadline}: {actions}." */
  planOpened(value: { readonly deadline: string; readonly actions: string }): string;
  /** "The improvement plan of {opened} goes on until {deadline}." */
  planOpen(value: PlanWords): string;
  /** "The improvement plan of {opened}, due on {deadline}, is passed." */
  planPassed(value: PlanWords): string;
  /** "The improvement plan of {opened}, due on {deadline}, is failed." */
  planFailed(value: PlanWords): string;
  readonly separator: string;
}

/** A move from tier to tier, and its date. All values are texts. */
export interface MoveWords {
  readonly from: string;
  readonly to: string;
  readonly date: string;
}

/** A condition and the reviews in a row that meet it. All values are texts. */
export interface ConditionWords {
  readonly purpose: string;
  readonly condition: string;
  readonly consecutive: string;
  readonly periods: string;
  readonly evidence: string;
}

/** An improvement plan. All values are texts. */
export interface PlanWords {
  readonly opened: string;
  readonly deadline: string;
}

export const decisionSentencesEn: DecisionSentences = {
  promoted: ({ from, to, date }) => `Promoted from ${from} to ${to}, from ${date} on.`,
  demoted: ({ from, to, date }) => `Demoted from ${from} to ${to}, from ${date} on.`,
  retained: ({ from }) => `Stays in the tier ${from}.`,
  purposes: { up: "condition of promotion", down: "condition of demotion" },
  condition: ({ kind, axis, threshold }) => {
    if (kind === "cell") return "the cell of the matrix proposes it";
    const text = {
      "at-least": `of at least ${threshold}`,
      below: `below ${threshold}`,
      rise: `risen by at least ${threshold} against the review before`,
      fall: `fallen by at least ${threshold} against the review before`,
    }[kind];
    return `${axis} ${text}`;
  },
  met: ({ purpose, condition, consecutive, periods, evidence }) =>
    `Met, ${purpose}: ${condition}; reviews in a row ${consecutive}, needed ${periods} (${evidence}).`,
  notYet: ({ purpose, condition, consecutive, periods, evidence }) =>
    `Not yet met, ${purpose}: ${condition}; reviews in a row ${consecutive}, needed ${periods} (${evidence}).`,
  notMet: ({ purpose, condition, periods }) =>
    `Not met, ${purpose}: ${condition}; reviews in a row needed ${periods}.`,
  gate: ({ gate }) => `The promotion is held back by a failed gate: ${gate}.`,
  minimumTime: ({ direction, months, required, since }) =>
    `The ${direction === "up" ? "promotion" : "demotion"} is held back: in the tier since ${since}, months over ${months}, months required ${required}.`,
  heldUntil: ({ until }) =>
    `The demotion is held back until ${until}: the tier was held when the policy changed.`,
  highestTier: () => "No promotion is possible: this is the highest tier.",
  lowestTier: () => "No demotion is possible: this is the lowest tier.",
  precedence: ({ precedence }) =>
    `Conditions of promotion and of demotion are both met; the policy lets the ${{ promote: "promotion come first", demote: "demotion come first", retain: "person stay" }[precedence]}.`,
  actions: ({ actions }) => `Actions: ${actions}.`,
  planOpened: ({ deadline, actions }) => `An improvement plan begins, due on ${deadline}: ${actions}.`,
  planOpen: ({ opened, deadline }) => `The improvement plan of ${opened} goes on until ${deadline}.`,
  planPassed: ({ opened, deadline }) => `The improvement plan of ${opened}, due on ${deadline}, is passed.`,
  planFailed: ({ opened, deadline }) => `The improvement plan of ${opened}, due on ${deadline}, is failed.`,
  separator: "; ",
};

export const decisionSentencesZhCN: DecisionSentences = {
  promoted: ({ from, to, date }) => `由${from}晋升为${to}，自 ${date} 起生效。`,
  demoted: ({ from, to, date }) => `由${from}降为${to}，自 ${date} 起生效。`,
  retained: ({ from }) => `保持${from}层级不变。`,
  purposes: { up: "晋升条件", down: "降级条件" },
  condition: ({ kind, axis, threshold }) => {
    if (kind === "cell") return "所在矩阵格提出该建议";
    const text = {
      "at-least": `不低于 ${threshold}`,
      below: `低于 ${threshold}`,
      rise: `较上次考核提高至少 ${threshold}`,
      fall: `较上次考核下降至少 ${threshold}`,
    }[kind];
    return `${axis}${text}`;
  },
  met: ({ purpose, condition, consecutive, periods, evidence }) =>
    `已满足${purpose}：${condition}；已连续 ${consecutive} 次，需 ${periods} 次（${evidence}）。`,
  notYet: ({ purpose, condition, consecutive, periods, evidence }) =>
    `尚未满足${purpose}：${condition}；已连续 ${consecutive} 次，需 ${periods} 次（${evidence}）。`,
  notMet: ({ purpose, condition, periods }) => `未满足${purpose}：${condition}；需连续 ${periods} 次。`,
  gate: ({ gate }) => `因未通过门槛，暂缓晋升：${gate}。`,
  minimumTime: ({ direction, months, required, since }) =>
    `暂缓${direction === "up" ? "晋升" : "降级"}：自 ${since} 起任现层级，已满 ${months} 个月，要求 ${required} 个月。`,
  heldUntil: ({ until }) => `暂缓降级至 ${until}：制度变更时已任该层级。`,
  highestTier: () => "已是最高层级，无法晋升。",
  lowestTier: () => "已是最低层级，无法降级。",
  precedence: ({ precedence }) =>
    `晋升与降级条件同时满足；按规定${{ promote: "晋升优先", demote: "降级优先", retain: "保持不变" }[precedence]}。`,
  actions: ({ actions }) => `管理措施：${actions}。`,
  planOpened: ({ deadline, actions }) => `启动改进计划，期限 ${deadline}：${actions}。`,
  planOpen: ({ opened, deadline }) => `${opened} 启动的改进计划持续至 ${deadline}。`,
  planPassed: ({ opened, deadline }) => `${opened} 启动、期限 ${deadline} 的改进计划已通过。`,
  planFailed: ({ opened, deadline }) => `${opened} 启动、期限 ${deadline} 的改进计划未通过。`,
  separator: "；",
};

export const decisionSentencesZhTW: DecisionSentences = {
  promoted: ({ from, to, date }) => `由${from}晉升為${to}，自 ${date} 起生效。`,
  demoted: ({ from, to, date }) => `由${from}降為${to}，自 ${date} 起生效。`,
  retained: ({ from }) => `維持${from}層級不變。`,
  purposes: { up: "晉升條件", down: "降級條件" },
  condition: ({ kind, axis, threshold }) => {
    if (kind === "cell") return "所在矩陣格提出該建議";
    const text = {
      "at-least": `不低於 ${threshold}`,
      below: `低於 ${threshold}`,
      rise: `較上次考核提高至少 ${threshold}`,
      fall: `較上次考核下降至少 ${threshold}`,
    }[kind];
    return `${axis}${text}`;
  },
  met: ({ purpose, condition, consecutive, periods, evidence }) =>
    `已符合${purpose}：${condition}；已連續 ${consecutive} 次，需 ${periods} 次（${evidence}）。`,
  notYet: ({ purpose, condition, consecutive, periods, evidence }) =>
    `尚未符合${purpose}：${condition}；已連續 ${consecutive} 次，需 ${periods} 次（${evidence}）。`,
  notMet: ({ purpose, condition, periods }) => `不符合${purpose}：${condition}；需連續 ${periods} 次。`,
  gate: ({ gate }) => `因未通過門檻，暫緩晉升：${gate}。`,
  minimumTime: ({ direction, months, required, since }) =>
    `暫緩${direction === "up" ? "晉升" : "降級"}：自 ${since} 起任現層級，已滿 ${months} 個月，要求 ${required} 個月。`,
  heldUntil: ({ until }) => `暫緩降級至 ${until}：制度變更時已任該層級。`,
  highestTier: () => "已是最高層級，無法晉升。",
  lowestTier: () => "已是最低層級，無法降級。",
  precedence: ({ precedence }) =>
    `晉升與降級條件同時符合；依規定${{ promote: "晉升優先", demote: "降級優先", retain: "維持不變" }[precedence]}。`,
  actions: ({ actions }) => `管理措施：${actions}。`,
  planOpened: ({ deadline, actions }) => `啟動改善計畫，期限 ${deadline}：${actions}。`,
  planOpen: ({ opened, deadline }) => `${opened} 啟動的改善計畫持續至 ${deadline}。`,
  planPassed: ({ opened, deadline }) => `${opened} 啟動、期限 ${deadline} 的改善計畫已通過。`,
  planFailed: ({ opened, deadline }) => `${opened} 啟動、期限 ${deadline} 的改善計畫未通過。`,
  separator: "；",
};
