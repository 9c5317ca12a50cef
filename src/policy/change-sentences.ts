import { choiceNamesZhCN } from "./choice-names-zh-cn.js";
import { choiceNamesZhTW } from "./choice-names-zh-tw.js";
import { propertyNamesZhCN } from "./property-names-zh-cn.js";
import { propertyNamesZhTW } from "./property-names-zh-tw.js";
import type { StandingName } from "./standing-names.js";

/** The sentences about changes: of policies, of standings that come over, of decisions. All values come as texts; the English ones show what each says. */
export interface ChangeSentences {
  /** What a property is called; `item` where one item of it is meant, `kind` what its holder is, where that says. */
  property(value: {
    readonly name: string;
    readonly item: boolean;
    readonly kind?: string | undefined;
  }): string;
  /** What a choice of a property is called. */
  choice(value: { readonly property: string; readonly choice: string }): string;
  /** A step to an item: band "high". */
  step(value: { readonly property: string; readonly item: string }): string;
  /** The steps to a place, from the outside in. */
  place(value: { readonly steps: readonly string[] }): string;
  /** "{place}: added, {value}." */
  added(value: { readonly place: string; readonly value: string }): string;
  /** "{place}: removed, it was {value}." */
  removed(value: { readonly place: string; readonly value: string }): string;
  /** "{place}: {before} becomes {after}." */
  changed(value: { readonly place: string; readonly before: string; readonly after: string }): string;
  /** "{place}: the order {before} becomes {after}." */
  reordered(value: { readonly place: string; readonly before: string; readonly after: string }): string;
  /** A property with its value. */
  entry(value: { readonly property: string; readonly value: string }): string;
  readonly answers: { readonly yes: string; readonly no: string; readonly none: string };
  /** "Carried over to the policy {policy} of {effectiveFrom}." */
  carriedOver(value: { readonly policy: string; readonly effectiveFrom: string }): string;
  /** "Nothing changes." */
  nothingChanges(): string;
  /** "The tier {from} becomes {to}." */
  tierMapped(value: { readonly from: string; readonly to: string }): string;
  /** Reviews that count no more, and why. */
  reviewsDropped(value: { readonly because: "reset" | "cycle" | "axes"; readonly periods: string }): string;
  /** What names something that is no more, by what it names. */
  namesDropped(value: { readonly of: StandingName; readonly names: string }): string;
  /** "{tier} is no longer held beside: a standing has one tier of each track." */
  heldTierDropped(value: { readonly tier: string }): string;
  /** "The points collected begin at 0 again." */
  pointsReset(): string;
  /** "The tier is kept at least until {until}." */
  grandfathered(value: { readonly until: string }): string;
  /** How many people would have come to the same tier, to another one, or could not be decided on. */
  whatIf(value: { readonly same: string; readonly other: string; readonly refused: string }): string;
  /** "{person}, {period}: {after} instead of {before}." */
  whatIfOther(value: {
    readonly person: string;
    readonly period: string;
    readonly before: string;
    readonly after: string;
  }): string;
  /** "{person}, {period}: {before}, and no decision is possible." */
  whatIfRefused(value: { readonly person: string; readonly period: string; readonly before: string }): string;
  /** "{person}, {period}: the decision of the record and the decision on the corrected input." */
  correction(value: { readonly person: string; readonly period: string }): string;
  /** "The policy itself was corrected." */
  policyCorrected(): string;
  /** "The input {path}: {recorded} is corrected to {corrected}." */
  inputCorrected(value: CorrectedWords): string;
  /** "The score of {axis} would have been {corrected} instead of {recorded}." */
  scoreCorrected(value: {
    readonly axis: string;
    readonly recorded: string;
    readonly corrected: string;
  }): string;
  /** What the record decided. */
  recordedDecision(value: { readonly decision: string }): string;
  /** What should have been decided. */
  correctedDecision(value: { readonly decision: string }): string;
  /** "The decision stays as it was." */
  sameDecision(): string;
  /** The pay of the period, and the difference. */
  payCorrected(value: {
    readonly recorded: string;
    readonly corrected: string;
    readonly difference: string;
    readonly currency: string;
  }): string;
  /** "The standing is now {tier}, since {since}. The record stays as it is." */
  standingNow(value: { readonly tier: string; readonly since: string }): string;
  readonly separator: string;
}

/** One value that was corrected. All values are texts. */
export interface CorrectedWords {
  readonly path: string;
  readonly recorded: string;
  readonly corrected: string;
}

const SINGULAR: Readonly<Record<string, string>> = { axes: "axis", when: "condition", is: "value" };

export const changeSentencesEn: ChangeSentences = {
  property: ({ name, item }) => {
    const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return item ? (SINGULAR[name] ?? words.replace(/ies$/, "y").replace(/s$/, "")) : words;
  },
  choice: ({ choice }) => choice,
  step: ({ property, item }) => `${property} "${item}"`,
  place: ({ steps }) => {
    const text = steps.join(", ");
    return text.charAt(0).toUpperCase() + text.slice(1);
  },
  added: ({ place, value }) => `${place}: added, ${value}.`,
  removed: ({ place, value }) => `${place}: removed, it was ${value}.`,
  changed: ({ place, before, after }) => `${place}: ${before} becomes ${after}.`,
  reordered: ({ place, before, after }) => `${place}: the order ${before} becomes ${after}.`,
  entry: ({ property, value }) => `${property} ${value}`,
  answers: { yes: "yes", no: "no", none: "nothing" },
  carriedOver: ({ policy, effectiveFrom }) => `Carried over to the policy ${policy} of ${effectiveFrom}.`,
  nothingChanges: () => "Nothing changes.",
  tierMapped: ({ from, to }) => `The tier ${from} becomes ${to}.`,
  reviewsDropped: ({ because, periods }) =>
    `${
      {
        reset: "Counting begins anew; these reviews count no more",
        cycle: "The cycle is another; these reviews count no more",
        axes: "These reviews have no score on an axis that there is now, and count no more",
      }[because]
    }: ${periods}.`,
  namesDropped: ({ of, names }) =>
    `${
      {
        axis: "Scores and bands on axes that are no more are left out",
        band: "Bands that are no more are left out",
        severity: "Violations of severities that are no more are left out",
        protection: "Protections for reasons that are no more are left out",
      }[of]
    }: ${names}.`,
  heldTierDropped: ({ tier }) => `${tier} is held beside no longer: a standing has one tier of each track.`,
  pointsReset: () => "The points collected begin at 0 again.",
  grandfathered: ({ until }) => `The tier is kept at least until ${until}.`,
  whatIf: ({ same, other, refused }) =>
    `Reviews with the same tier: ${same}; with another: ${other}; that cannot be decided: ${refused}.`,
  whatIfOther: ({ person, period, before, after }) => `${person}, ${period}: ${after} instead of ${before}.`,
  whatIfRefused: ({ person, period, before }) =>
    `${person}, ${period}: ${before}, and by this policy no decision is possible.`,
  correction: ({ person, period }) =>
    `${person}, ${period}: the decision of the record, and the decision on the corrected input.`,
  policyCorrected: () => "The policy itself was corrected.",
  inputCorrected: ({ path, recorded, corrected }) =>
    `Input ${path}: ${recorded} is corrected to ${corrected}.`,
  scoreCorrected: ({ axis, recorded, corrected }) =>
    `The score of ${axis} is ${corrected} instead of ${recorded}.`,
  recordedDecision: ({ decision }) => `In the record: ${decision}`,
  correctedDecision: ({ decision }) => `On the corrected input: ${decision}`,
  sameDecision: () => "The decision on the tier stays as it was.",
  payCorrected: ({ recorded, corrected, difference, currency }) =>
    `The pay of the period is ${corrected} ${currency} instead of ${recorded}: a difference of ${difference}.`,
  standingNow: ({ tier, since }) =>
    `The standing after the period is now ${tier}, since ${since}. The record stays as it is.`,
  separator: "; ",
};

export const changeSentencesZhCN: ChangeSentences = {
  property: ({ name, kind }) => propertyNamesZhCN[`${kind} ${name}`] ?? propertyNamesZhCN[name] ?? name,
  choice: ({ property, choice }) =>
    choiceNamesZhCN[`${property} ${choice}`] ?? choiceNamesZhCN[choice] ?? choice,
  step: ({ property, item }) => `${property}“${item}”`,
  place: ({ steps }) => steps.join("，"),
  added: ({ place, value }) => `${place}：新增，${value}。`,
  removed: ({ place, value }) => `${place}：取消，原为 ${value}。`,
  changed: ({ place, before, after }) => `${place}：由 ${before} 改为 ${after}。`,
  reordered: ({ place, before, after }) => `${place}：次序由 ${before} 改为 ${after}。`,
  entry: ({ property, value }) => `${property}：${value}`,
  answers: { yes: "是", no: "否", none: "无" },
  carriedOver: ({ policy, effectiveFrom }) => `转入 ${effectiveFrom} 起施行的“${policy}”。`,
  nothingChanges: () => "没有变化。",
  tierMapped: ({ from, to }) => `层级由${from}改为${to}。`,
  reviewsDropped: ({ because, periods }) =>
    `${
      {
        reset: "累计次数重新计算，以下考核不再计入",
        cycle: "考核周期已变更，以下考核不再计入",
        axes: "以下考核缺少现有维度的得分，不再计入",
      }[because]
    }：${periods}。`,
  namesDropped: ({ of, names }) =>
    `${
      {
        axis: "以下维度已不存在，其得分与分档不再保留",
        band: "以下分档已不存在，不再保留",
        severity: "以下违规严重程度已不存在，相应违规不再保留",
        protection: "以下保护情形已不存在，相应保护不再保留",
      }[of]
    }：${names}。`,
  heldTierDropped: ({ tier }) => `不再保留${tier}：每个序列只保留一个层级。`,
  pointsReset: () => "积分清零。",
  grandfathered: ({ until }) => `原层级至少保留至 ${until}。`,
  whatIf: ({ same, other, refused }) => `层级相同：${same}；层级不同：${other}；无法决定：${refused}。`,
  whatIfOther: ({ person, period, before, after }) => `${person}，${period}：由${before}变为${after}。`,
  whatIfRefused: ({ person, period, before }) => `${person}，${period}：原为${before}，按此制度无法决定。`,
  correction: ({ person, period }) => `${person}，${period}：原记录的决定与按更正后数据作出的决定。`,
  policyCorrected: () => "制度本身已更正。",
  inputCorrected: ({ path, recorded, corrected }) => `输入 ${path}：由 ${recorded} 更正为 ${corrected}。`,
  scoreCorrected: ({ axis, recorded, corrected }) => `${axis}的得分由 ${recorded} 更正为 ${corrected}。`,
  recordedDecision: ({ decision }) => `原记录：${decision}`,
  correctedDecision: ({ decision }) => `更正后：${decision}`,
  sameDecision: () => "关于层级的决定不变。",
  payCorrected: ({ recorded, corrected, difference, currency }) =>
    `该期薪酬由 ${recorded} 更正为 ${corrected} ${currency}，差额 ${difference}。`,
  standingNow: ({ tier, since }) => `该期之后的现状为${tier}，自 ${since} 起。原记录不变。`,
  separator: "；",
};

export const changeSentencesZhTW: ChangeSentences = {
  property: ({ name, kind }) => propertyNamesZhTW[`${kind} ${name}`] ?? propertyNamesZhTW[name] ?? name,
  choice: ({ property, choice }) =>
    choiceNamesZhTW[`${property} ${choice}`] ?? choiceNamesZhTW[choice] ?? choice,
  step: ({ property, item }) => `${property}「${item}」`,
  place: ({ steps }) => steps.join("，"),
  added: ({ place, value }) => `${place}：新增，${value}。`,
  removed: ({ place, value }) => `${place}：取消，原為 ${value}。`,
  changed: ({ place, before, after }) => `${place}：由 ${before} 改為 ${after}。`,
  reordered: ({ place, before, after }) => `${place}：次序由 ${before} 改為 ${after}。`,
  entry: ({ property, value }) => `${property}：${value}`,
  answers: { yes: "是", no: "否", none: "無" },
  carriedOver: ({ policy, effectiveFrom }) => `轉入 ${effectiveFrom} 起施行的「${policy}」。`,
  nothingChanges: () => "沒有變化。",
  tierMapped: ({ from, to }) => `層級由${from}改為${to}。`,
  reviewsDropped: ({ because, periods }) =>
    `${
      {
        reset: "累計次數重新計算，以下考核不再計入",
        cycle: "考核週期已變更，以下考核不再計入",
        axes: "以下考核缺少現有維度的得分，不再計入",
      }[because]
    }：${periods}。`,
  namesDropped: ({ of, names }) =>
    `${
      {
        axis: "以下維度已不存在，其得分與分檔不再保留",
        band: "以下分檔已不存在，不再保留",
        severity: "以下違規嚴重程度已不存在，相應違規不再保留",
        protection: "以下保護情形已不存在，相應保護不再保留",
      }[of]
    }：${names}。`,
  heldTierDropped: ({ tier }) => `不再保留${tier}：每個序列只保留一個層級。`,
  pointsReset: () => "積分清零。",
  grandfathered: ({ until }) => `原層級至少保留至 ${until}。`,
  whatIf: ({ same, other, refused }) => `層級相同：${same}；層級不同：${other}；無法決定：${refused}。`,
  whatIfOther: ({ person, period, before, after }) => `${person}，${period}：由${before}變為${after}。`,
  whatIfRefused: ({ person, period, before }) => `${person}，${period}：原為${before}，按此制度無法決定。`,
  correction: ({ person, period }) => `${person}，${period}：原紀錄的決定與按更正後資料作出的決定。`,
  policyCorrected: () => "制度本身已更正。",
  inputCorrected: ({ path, recorded, corrected }) => `輸入 ${path}：由 ${recorded} 更正為 ${corrected}。`,
  scoreCorrected: ({ axis, recorded, corrected }) => `${axis}的得分由 ${recorded} 更正為 ${corrected}。`,
  recordedDecision: ({ decision }) => `原紀錄：${decision}`,
  correctedDecision: ({ decision }) => `更正後：${decision}`,
  sameDecision: () => "關於層級的決定不變。",
  payCorrected: ({ recorded, corrected, difference, currency }) =>
    `該期薪酬由 ${recorded} 更正為 ${corrected} ${currency}，差額 ${difference}。`,
  standingNow: ({ tier, since }) => `該期之後的現狀為${tier}，自 ${since} 起。原紀錄不變。`,
  separator: "；",
};
