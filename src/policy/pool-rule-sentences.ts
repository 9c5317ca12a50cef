/** One term of a sum: so many times a figure, or an amount; what it does not say is empty. */
export interface FigureWords {
  readonly figure: string;
  readonly times: string;
  readonly amount: string;
}

/** A bound of what a member gets: an amount, a share of the pool, or so many times a fact. */
export interface MemberBoundWords {
  readonly amount: string;
  readonly share: string;
  readonly fact: string;
  readonly times: string;
}

/** The sentences that describe team pools. All values come as texts; what a rule does not say is empty. */
export interface PoolRuleSentences {
  /** "{name}: a pool that people of the same {within} earn and share." */
  teamPool(value: { readonly name: string; readonly within: string }): string;
  /** What one rule puts into the pool; a table's brackets follow. */
  poolFund(value: {
    readonly kind: "fixed" | "per-member" | "share" | "excess" | "brackets";
    readonly amount: string;
    readonly share: string;
    readonly of: readonly FigureWords[];
    readonly over: readonly FigureWords[];
    readonly method: "marginal" | "whole";
  }): string;
  /** "Below a score of {least} of the team the pool is nothing." */
  poolGate(value: { readonly least: string }): string;
  /** "From a score of {score} of the team on it is multiplied by {factor}." */
  poolFactor(value: { readonly score: string; readonly factor: string; readonly isLine: boolean }): string;
  /** "The pool is at least {figures}." */
  poolBound(value: { readonly bound: "least" | "most"; readonly figures: readonly FigureWords[] }): string;
  /** "{share} of it is set aside." */
  poolReserve(value: { readonly share: string }): string;
  /** "It is shared by the product of: {factors}." */
  sharedBy(value: { readonly factors: readonly string[] }): string;
  /** What members share by. */
  readonly factors: {
    readonly equal: string;
    readonly days: string;
    /** "points of the {name}" */
    points(value: { readonly name: string }): string;
    readonly tier: string;
    /** "{fact}, by steps" */
    fact(value: { readonly fact: string; readonly steps: readonly PointWords[] }): string;
  };
  /** "{of}: {counts} points." */
  memberPoints(value: { readonly of: string; readonly counts: string }): string;
  /** "A member gets at least {bound}." */
  memberBound(value: MemberBoundWords & { readonly bound: "least" | "most" }): string;
  readonly whenShort: string;
  readonly joinersExcluded: string;
  readonly leaversExcluded: string;
}

/** What a number counts from so much on. */
export interface PointWords {
  readonly from: string;
  readonly counts: string;
}

function figuresText(figures: readonly FigureWords[], and: string, by = "x"): string {
  return figures
    .map(({ figure, times, amount }) => amount || (times === "" ? figure : `${times} ${by} ${figure}`))
    .join(and);
}

function boundText(
  { amount, share, fact, times }: MemberBoundWords,
  ofPool: (share: string) => string,
): string {
  if (amount !== "") return amount;
  if (share !== "") return ofPool(share);
  return times === "" ? fact : `${times} x ${fact}`;
}

const stepsText = (steps: readonly PointWords[], separator: string) =>
  steps.map(({ from, counts }) => `${from}: ${counts}`).join(separator);

export const poolRuleSentencesEn: PoolRuleSentences = {
  teamPool: ({ name, within }) =>
    `${name}: a pool that ${within === "" ? "all people" : `people of the same ${within}`} earn together and share.`,
  poolFund: ({ kind, amount, share, of, over, method }) => {
    const base = figuresText(of, " + ");
    if (kind === "fixed") return `Into the pool goes ${amount} in every period.`;
    if (kind === "per-member") return `Into the pool goes ${amount} for each who shares.`;
    if (kind === "share") return `Into the pool goes ${share} of ${base}.`;
    if (kind === "excess")
      return `Into the pool goes ${share} of what ${base} is above ${figuresText(over, " + ")}.`;
    return `Into the pool goes what this table pays on ${base}, ${method === "whole" ? "all of it at the rate of the bracket that it reaches" : "each slice at its bracket's rate"}:`;
  },
  poolGate: ({ least }) => `Below a score of the team of ${least} the pool is nothing.`,
  poolFactor: ({ score, factor, isLine }) =>
    `At a score of the team of ${score} the pool is multiplied by ${factor}${isLine ? ", with straight lines between" : ""}.`,
  poolBound: ({ bound, figures }) => `The pool is at ${bound} ${figuresText(figures, " + ")}.`,
  poolReserve: ({ share }) => `${share} of the pool is set aside.`,
  sharedBy: ({ factors }) => `It is shared by ${factors.join(" x ")}.`,
  factors: {
    equal: "equal parts",
    days: "the days of the period on which a member is there",
    points: ({ name }) => `the points of the ${name}`,
    tier: "tier",
    fact: ({ fact, steps }) => (steps.length === 0 ? fact : `${fact} (from ${stepsText(steps, "; from ")})`),
  },
  memberPoints: ({ of, counts }) => `${of}: ${counts}.`,
  memberBound: ({ bound, ...one }) =>
    `A member gets at ${bound} ${boundText(one, (share) => `${share} of the pool`)}.`,
  whenShort: "Where the pool is less than that for all, each gets less in the same proportion.",
  joinersExcluded: "Who joined after the first day of the period does not share.",
  leaversExcluded: "Who left before the last day of the period does not share.",
};

export const poolRuleSentencesZhCN: PoolRuleSentences = {
  teamPool: ({ name, within }) =>
    `${name}：由${within === "" ? "全体人员" : ` ${within} 相同者`}共同取得并分配的奖金池。`,
  poolFund: ({ kind, amount, share, of, over, method }) => {
    const base = figuresText(of, " + ", "×");
    if (kind === "fixed") return `每期计入 ${amount}。`;
    if (kind === "per-member") return `按参与分配人数，每人计入 ${amount}。`;
    if (kind === "share") return `计入 ${base} 的 ${share}。`;
    if (kind === "excess") return `计入 ${base} 超过 ${figuresText(over, " + ", "×")} 部分的 ${share}。`;
    return `按下表计入，以 ${base} 为基数，${method === "whole" ? "全额适用所达区间的比例" : "各段适用各自区间的比例"}：`;
  },
  poolGate: ({ least }) => `团队得分低于 ${least} 时，奖金池为零。`,
  poolFactor: ({ score, factor, isLine }) =>
    `团队得分 ${score} 时，奖金池乘以 ${factor}${isLine ? "（各点之间按直线计算）" : ""}。`,
  poolBound: ({ bound, figures }) =>
    `奖金池至${bound === "least" ? "少" : "多"}为 ${figuresText(figures, " + ", "×")}。`,
  poolReserve: ({ share }) => `奖金池的 ${share} 留存备用。`,
  sharedBy: ({ factors }) => `按下列各项之积分配：${factors.join(" × ")}。`,
  factors: {
    equal: "均等",
    days: "期内在岗天数",
    points: ({ name }) => `${name}点数`,
    tier: "层级",
    fact: ({ fact, steps }) => (steps.length === 0 ? fact : `${fact}（${stepsText(steps, "；")}）`),
  },
  memberPoints: ({ of, counts }) => `${of}：${counts}。`,
  memberBound: ({ bound, ...one }) =>
    `每人至${bound === "least" ? "少" : "多"}${boundText(one, (share) => `奖金池的 ${share}`)}。`,
  whenShort: "奖金池不足以全部保底时，各人按同一比例减少。",
  joinersExcluded: "期初日之后入职者不参与分配。",
  leaversExcluded: "期末日之前离职者不参与分配。",
};

export const poolRuleSentencesZhTW: PoolRuleSentences = {
  teamPool: ({ name, within }) =>
    `${name}：由${within === "" ? "全體人員" : ` ${within} 相同者`}共同取得並分配的獎金池。`,
  poolFund: ({ kind, amount, share, of, over, method }) => {
    const base = figuresText(of, " + ", "×");
    if (kind === "fixed") return `每期計入 ${amount}。`;
    if (kind === "per-member") return `按參與分配人數，每人計入 ${amount}。`;
    if (kind === "share") return `計入 ${base} 的 ${share}。`;
    if (kind === "excess") return `計入 ${base} 超過 ${figuresText(over, " + ", "×")} 部分的 ${share}。`;
    return `按下表計入，以 ${base} 為基數，${method === "whole" ? "全額適用所達級距的比例" : "各段適用各自級距的比例"}：`;
  },
  poolGate: ({ least }) => `團隊得分低於 ${least} 時，獎金池為零。`,
  poolFactor: ({ score, factor, isLine }) =>
    `團隊得分 ${score} 時，獎金池乘以 ${factor}${isLine ? "（各點之間按直線計算）" : ""}。`,
  poolBound: ({ bound, figures }) =>
    `獎金池至${bound === "least" ? "少" : "多"}為 ${figuresText(figures, " + ", "×")}。`,
  poolReserve: ({ share }) => `獎金池的 ${share} 保留備用。`,
  sharedBy: ({ factors }) => `按下列各項之積分配：${factors.join(" × ")}。`,
  factors: {
    equal: "均等",
    days: "期內在職天數",
    points: ({ name }) => `${name}點數`,
    tier: "層級",
    fact: ({ fact, steps }) => (steps.length === 0 ? fact : `${fact}（${stepsText(steps, "；")}）`),
  },
  memberPoints: ({ of, counts }) => `${of}：${counts}。`,
  memberBound: ({ bound, ...one }) =>
    `每人至${bound === "least" ? "少" : "多"}${boundText(one, (share) => `獎金池的 ${share}`)}。`,
  whenShort: "獎金池不足以全部保底時，各人按同一比例減少。",
  joinersExcluded: "期初日之後到職者不參與分配。",
  leaversExcluded: "期末日之前離職者不參與分配。",
};
