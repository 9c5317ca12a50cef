/** The sentences that explain a placement. All values come as texts; the English ones show what each says. */
export interface PlacementSentences {
  /** "{axis}: {score} is in the band {band}." */
  band(value: { readonly axis: string; readonly score: string; readonly band: string }): string;
  /** "{axis}: {score} is in the band {band}, which begins at {from}." */
  bandFrom(value: {
    readonly axis: string;
    readonly score: string;
    readonly band: string;
    readonly from: string;
  }): string;
  /** "The band {band} begins at {from}, which is {distance} more." */
  next(value: { readonly distance: string; readonly band: string; readonly from: string }): string;
  /** "{gate}: passed, with {score} of at least {atLeast}." */
  gatePassed(value: GateWords): string;
  /** "{gate}: failed, with {score} where at least {atLeast} is needed. No promotion is possible." */
  gateFailed(value: GateWords): string;
  /** "The failed gate is a veto: the cell of the lowest bands counts." */
  veto(): string;
  /** "The cell of the matrix is: {cell}." */
  cell(value: { readonly cell: string }): string;
  /** "The cell belongs to the tier {tier}." */
  tier(value: { readonly tier: string }): string;
  readonly moves: { readonly up: string; readonly stay: string; readonly down: string };
}

/** A gate and the score that met it. All values are texts. */
export interface GateWords {
  readonly gate: string;
  readonly score: string;
  readonly atLeast: string;
}

export const placementSentencesEn: PlacementSentences = {
  band: ({ axis, score, band }) => `${axis}: ${score} is in the band ${band}.`,
  bandFrom: ({ axis, score, band, from }) =>
    `${axis}: ${score} is in the band ${band}, which begins at ${from}.`,
  next: ({ distance, band, from }) => `The band ${band} begins at ${from}, which is ${distance} more.`,
  gatePassed: ({ gate, score, atLeast }) => `${gate}: passed, with ${score} of at least ${atLeast}.`,
  gateFailed: ({ gate, score, atLeast }) =>
    `${gate}: failed, with ${score} where at least ${atLeast} is needed. No promotion is possible.`,
  veto: () => "The failed gate is a veto: the cell of the lowest bands counts.",
  cell: ({ cell }) => `The cell of the matrix is: ${cell}.`,
  tier: ({ tier }) => `The cell belongs to the tier ${tier}.`,
  moves: {
    up: "The cell proposes one tier up.",
    stay: "The cell proposes to stay.",
    down: "The cell proposes one tier down.",
  },
};

export const placementSentencesZhCN: PlacementSentences = {
  band: ({ axis, score, band }) => `${axis}：${score} 属于“${band}”档。`,
  bandFrom: ({ axis, score, band, from }) => `${axis}：${score} 属于“${band}”档（${from} 起）。`,
  next: ({ distance, band, from }) => `“${band}”档自 ${from} 起，还差 ${distance}。`,
  gatePassed: ({ gate, score, atLeast }) => `${gate}：通过，得分 ${score}，要求不低于 ${atLeast}。`,
  gateFailed: ({ gate, score, atLeast }) =>
    `${gate}：未通过，得分 ${score}，要求不低于 ${atLeast}，不得晋升。`,
  veto: () => "该门槛为一票否决：按各维度最低档所在的格处理。",
  cell: ({ cell }) => `所在矩阵格：${cell}。`,
  tier: ({ tier }) => `该格对应的层级为${tier}。`,
  moves: { up: "该格建议上调一级。", stay: "该格建议保持不变。", down: "该格建议下调一级。" },
};

export const placementSentencesZhTW: PlacementSentences = {
  band: ({ axis, score, band }) => `${axis}：${score} 屬於「${band}」級距。`,
  bandFrom: ({ axis, score, band, from }) => `${axis}：${score} 屬於「${band}」級距（${from} 起）。`,
  next: ({ distance, band, from }) => `「${band}」級距自 ${from} 起，還差 ${distance}。`,
  gatePassed: ({ gate, score, atLeast }) => `${gate}：通過，得分 ${score}，要求不低於 ${atLeast}。`,
  gateFailed: ({ gate, score, atLeast }) =>
    `${gate}：未通過，得分 ${score}，要求不低於 ${atLeast}，不得晉升。`,
  veto: () => "該門檻為一票否決：按各維度最低級距所在的格處理。",
  cell: ({ cell }) => `所在矩陣格：${cell}。`,
  tier: ({ tier }) => `該格對應的層級為${tier}。`,
  moves: { up: "該格建議上調一級。", stay: "該格建議維持不變。", down: "該格建議下調一級。" },
};
