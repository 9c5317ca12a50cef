/** The sentences that explain a score. All values come as texts; the English ones show what each says. */
export interface ScoreSentences {
  /** "{axis}: the score is {score}." */
  score(value: { readonly axis: string; readonly score: string }): string;
  /** "The score is {score}." */
  scoreAlone(value: { readonly score: string }): string;
  /** "{indicator}: {raw} gives a score of {score}; times its weight of {weight} that is {points} points." */
  indicator(value: IndicatorWords): string;
  /** "{indicator}: {raw} against a target of {target} is an attainment of {attainment}, which gives a score of {score}; times its weight of {weight} that is {points} points." */
  attainment(value: IndicatorWords & { readonly target: string; readonly attainment: string }): string;
  /** "Rounding adds {difference}." */
  rounding(value: { readonly difference: string }): string;
}

/** An indicator and what it adds to the score. All values are texts. */
export interface IndicatorWords {
  readonly indicator: string;
  readonly raw: string;
  readonly score: string;
  readonly weight: string;
  readonly points: string;
}

export const scoreSentencesEn: ScoreSentences = {
  score: ({ axis, score }) => `${axis}: the score is ${score}.`,
  scoreAlone: ({ score }) => `The score is ${score}.`,
  indicator: ({ indicator, raw, score, weight, points }) =>
    `${indicator}: ${raw} gives a score of ${score}; times its weight of ${weight} that is ${points} points.`,
  attainment: ({ indicator, raw, target, attainment, score, weight, points }) =>
    `${indicator}: ${raw} against a target of ${target} is an attainment of ${attainment}, which gives a score of ${score}; times its weight of ${weight} that is ${points} points.`,
  rounding: ({ difference }) => `Rounding adds ${difference}.`,
};

export const scoreSentencesZhCN: ScoreSentences = {
  score: ({ axis, score }) => `${axis}：得分为 ${score}。`,
  scoreAlone: ({ score }) => `得分为 ${score}。`,
  indicator: ({ indicator, raw, score, weight, points }) =>
    `${indicator}：${raw} 折合指标分 ${score}，乘以权重 ${weight}，计 ${points} 分。`,
  attainment: ({ indicator, raw, target, attainment, score, weight, points }) =>
    `${indicator}：完成 ${raw}，目标 ${target}，完成率 ${attainment}，折合指标分 ${score}，乘以权重 ${weight}，计 ${points} 分。`,
  rounding: ({ difference }) => `舍入差额为 ${difference}。`,
};

export const scoreSentencesZhTW: ScoreSentences = {
  score: ({ axis, score }) => `${axis}：得分為 ${score}。`,
  scoreAlone: ({ score }) => `得分為 ${score}。`,
  indicator: ({ indicator, raw, score, weight, points }) =>
    `${indicator}：${raw} 換算為指標分 ${score}，乘以權重 ${weight}，計 ${points} 分。`,
  attainment: ({ indicator, raw, target, attainment, score, weight, points }) =>
    `${indicator}：達成 ${raw}，目標 ${target}，達成率 ${attainment}，換算為指標分 ${score}，乘以權重 ${weight}，計 ${points} 分。`,
  rounding: ({ difference }) => `捨入差額為 ${difference}。`,
};
