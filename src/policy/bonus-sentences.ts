/** The sentences that describe a performance bonus. All values come as texts; the English ones show what each says. */
export interface BonusSentences {
  /** What the bonus is paid for. */
  performanceBonus(value: {
    readonly name: string;
    readonly axis: string;
    readonly curve: "steps" | "lines";
  }): string;
  /** What a pool of bonuses is, and what becomes of it where it is more than all claims; `axis` is empty where no score is paid for. */
  bonusPool(value: {
    readonly name: string;
    readonly axis: string;
    readonly curve: "steps" | "lines";
    readonly whenBelow: "paid" | "scaled";
  }): string;
  /** "Target amount, {tier}: {amount}." */
  bonusTarget(value: { readonly tier: string; readonly amount: string }): string;
  /** "Target, {tier}: {share} of the salary." */
  bonusShare(value: { readonly tier: string; readonly share: string }): string;
  /** "At a score of {score} it pays {pays}, and just below {below}."; `below` is empty where the line does not jump. */
  bonusPoint(value: { readonly score: string; readonly pays: string; readonly below: string }): string;
  /** "Above the last point the line goes on." */
  curveExtended(): string;
  /** "A payout that is read off a curve is rounded, decimals: {decimals}." */
  payoutDecimals(value: { readonly decimals: string }): string;
  /** How the payout of the score and the multipliers make one; the weight of the score is empty where payouts have none. */
  combine(value: { readonly combine: "multiply" | "add"; readonly weight: string }): string;
  /** A multiplier; the weight is empty where payouts have none. */
  multiplier(value: {
    readonly multiplier: string;
    readonly weight: string;
    readonly curve: "steps" | "lines" | "factor";
    readonly required: boolean;
  }): string;
  /** How a matrix goes from row to row. */
  byScore(value: { readonly curve: "steps" | "lines" }): string;
  /** "Where the score of the bonus is {score}:" */
  matrixRow(value: { readonly score: string }): string;
  /** "The payout of {tier} is multiplied by {factor}." */
  modifier(value: { readonly tier: string; readonly factor: string }): string;
  /** "The payout is at least {floor}." */
  payoutFloor(value: { readonly floor: string }): string;
  /** "The payout is at most {cap}." */
  payoutCap(value: { readonly cap: string }): string;
}

export const bonusSentencesEn: BonusSentences = {
  performanceBonus: ({ name, axis, curve }) =>
    `${name}: a bonus for the score of ${axis}, the target amount of the tier times the payout${curve === "lines" ? ", with straight lines between the points" : " of the last point reached"}. Below the first point nothing is paid.`,
  bonusPool: ({ name, axis, curve, whenBelow }) =>
    `${name}: bonuses that a pool funds, the target of the tier${axis && ` times the payout of the score of ${axis}${curve === "lines" ? ", with straight lines between the points" : ", that of the last point reached"}`}. Where all together are more than the pool, each is less in the same proportion; where they are less, ${whenBelow === "scaled" ? "each is more in the same proportion" : "the rest of the pool is left"}.`,
  bonusTarget: ({ tier, amount }) => `Target amount, ${tier}: ${amount}.`,
  bonusShare: ({ tier, share }) => `Target, ${tier}: ${share} of the salary.`,
  bonusPoint: ({ score, pays, below }) =>
    `At a score of ${score} it pays ${pays}${below && `, and just below it ${below}`}.`,
  curveExtended: () => "Above the last point the line goes on.",
  payoutDecimals: ({ decimals }) => `A payout that is read off a curve is rounded, decimals: ${decimals}.`,
  combine: ({ combine, weight }) =>
    combine === "multiply"
      ? "The payout is multiplied by each of these:"
      : `To the payout${weight && `, which has a weight of ${weight},`} these are added:`,
  multiplier: ({ multiplier, weight, curve, required }) =>
    `${multiplier}${weight && `, with a weight of ${weight}`}: ${{ factor: "the factor that is stated", lines: "its own payout, with straight lines between the points", steps: "its own payout, of the last point reached" }[curve]}${required ? "; where that is 0, nothing is paid" : ""}.`,
  byScore: ({ curve }) =>
    `It depends on the score, too${curve === "lines" ? ", with straight lines between the rows" : ": the row of the last score reached"}; below the first row nothing is paid.`,
  matrixRow: ({ score }) => `Where the score of the bonus is ${score}:`,
  modifier: ({ tier, factor }) => `The payout of ${tier} is multiplied by ${factor}.`,
  payoutFloor: ({ floor }) => `The payout is at least ${floor}.`,
  payoutCap: ({ cap }) => `The payout is at most ${cap}.`,
};

export const bonusSentencesZhCN: BonusSentences = {
  performanceBonus: ({ name, axis, curve }) =>
    `${name}：按“${axis}”得分发放的绩效奖金，等于该层级目标金额乘以兑现比例${curve === "lines" ? "（各点之间按直线计算）" : "（取已达到的最后一点）"}。低于第一点不发放。`,
  bonusPool: ({ name, axis, curve, whenBelow }) =>
    `${name}：由奖金池支付的奖金，等于该层级目标${axis && `乘以按“${axis}”得分的兑现比例${curve === "lines" ? "（各点之间按直线计算）" : "（取已达到的最后一点）"}`}。合计超过奖金池时各人按同一比例减少；不足时${whenBelow === "scaled" ? "各人按同一比例增加" : "余额留存"}。`,
  bonusTarget: ({ tier, amount }) => `目标金额，${tier}：${amount}。`,
  bonusShare: ({ tier, share }) => `目标，${tier}：薪资的 ${share}。`,
  bonusPoint: ({ score, pays, below }) =>
    `得分 ${score} 时兑现 ${pays}${below && `，未达该分时趋于 ${below}`}。`,
  curveExtended: () => "高于最后一点时，按最后一段直线延伸。",
  payoutDecimals: ({ decimals }) => `由曲线得出的兑现比例先行舍入，小数位数：${decimals}。`,
  combine: ({ combine, weight }) =>
    combine === "multiply"
      ? "兑现比例再乘以下列各项："
      : `兑现比例${weight && `（权重 ${weight}）`}加上下列各项：`,
  multiplier: ({ multiplier, weight, curve, required }) =>
    `${multiplier}${weight && `，权重 ${weight}`}：${{ factor: "按给定系数", lines: "按其自身兑现比例，各点之间按直线计算", steps: "按其自身兑现比例，取已达到的最后一点" }[curve]}${required ? "；其为 0 时全部不予兑现" : ""}。`,
  byScore: ({ curve }) =>
    `同时取决于得分，${curve === "lines" ? "各行之间按直线计算" : "取已达到的最后一行"}；低于第一行不予兑现。`,
  matrixRow: ({ score }) => `奖金得分为 ${score} 时：`,
  modifier: ({ tier, factor }) => `${tier} 的兑现比例乘以 ${factor}。`,
  payoutFloor: ({ floor }) => `兑现比例至少为 ${floor}。`,
  payoutCap: ({ cap }) => `兑现比例至多为 ${cap}。`,
};

export const bonusSentencesZhTW: BonusSentences = {
  performanceBonus: ({ name, axis, curve }) =>
    `${name}：按「${axis}」得分發放的績效獎金，等於該層級目標金額乘以兌現比例${curve === "lines" ? "（各點之間按直線計算）" : "（取已達到的最後一點）"}。低於第一點不發放。`,
  bonusPool: ({ name, axis, curve, whenBelow }) =>
    `${name}：由獎金池支付的獎金，等於該層級目標${axis && `乘以按「${axis}」得分的兌現比例${curve === "lines" ? "（各點之間按直線計算）" : "（取已達到的最後一點）"}`}。合計超過獎金池時各人按同一比例減少；不足時${whenBelow === "scaled" ? "各人按同一比例增加" : "餘額留存"}。`,
  bonusTarget: ({ tier, amount }) => `目標金額，${tier}：${amount}。`,
  bonusShare: ({ tier, share }) => `目標，${tier}：薪資的 ${share}。`,
  bonusPoint: ({ score, pays, below }) =>
    `得分 ${score} 時兌現 ${pays}${below && `，未達該分時趨於 ${below}`}。`,
  curveExtended: () => "高於最後一點時，按最後一段直線延伸。",
  payoutDecimals: ({ decimals }) => `由曲線得出的兌現比例先行捨入，小數位數：${decimals}。`,
  combine: ({ combine, weight }) =>
    combine === "multiply"
      ? "兌現比例再乘以下列各項："
      : `兌現比例${weight && `（權重 ${weight}）`}加上下列各項：`,
  multiplier: ({ multiplier, weight, curve, required }) =>
    `${multiplier}${weight && `，權重 ${weight}`}：${{ factor: "按給定係數", lines: "按其自身兌現比例，各點之間按直線計算", steps: "按其自身兌現比例，取已達到的最後一點" }[curve]}${required ? "；其為 0 時全部不予兌現" : ""}。`,
  byScore: ({ curve }) =>
    `同時取決於得分，${curve === "lines" ? "各列之間按直線計算" : "取已達到的最後一列"}；低於第一列不予兌現。`,
  matrixRow: ({ score }) => `獎金得分為 ${score} 時：`,
  modifier: ({ tier, factor }) => `${tier} 的兌現比例乘以 ${factor}。`,
  payoutFloor: ({ floor }) => `兌現比例至少為 ${floor}。`,
  payoutCap: ({ cap }) => `兌現比例至多為 ${cap}。`,
};
