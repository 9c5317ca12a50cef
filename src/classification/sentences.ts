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
  /** "The band {band} begins at {from}, the same score, and further keys decide who is in it." */
  nextTied(value: { readonly distance: string; readonly band: string; readonly from: string }): string;
  /** "{axis}: {score} is below {from}, where the band {band} begins, but at least {least}, which keeps it after the last review." */
  bandKept(value: {
    readonly axis: string;
    readonly score: string;
    readonly band: string;
    readonly from: string;
    readonly least: string;
  }): string;
  /** That the beginnings come from a group of so many people, or that these are too few, so that fixed ones hold. */
  group(value: { readonly count: string; readonly fixed: boolean }): string;
  /** "{axis}: calibrated to {band} by {by} on {on}: {reason}." */
  calibrated(value: {
    readonly axis: string;
    readonly band: string;
    readonly by: string;
    readonly on: string;
    readonly reason: string;
  }): string;
  /** "{gate}: passed, with {value} of at least {atLeast}." */
  gatePassed(value: GateWords): string;
  /** "{gate}: failed, with {value} where at least {atLeast} is needed. No promotion is possible." */
  gateFailed(value: FailedGateWords): string;
  /** "The failed gate is a veto: the cell of the lowest bands counts." */
  veto(): string;
  /** "The cell of the matrix is: {cell}." */
  cell(value: { readonly cell: string }): string;
  /** "The cell belongs to the tier {tier}." */
  tier(value: { readonly tier: string }): string;
  readonly moves: { readonly up: string; readonly stay: string; readonly down: string };
}

/** A gate and what met it: the number, or the certificate; what it has not is empty. All values are texts. */
export interface GateWords {
  readonly gate: string;
  readonly certificate: string;
  readonly value: string;
  readonly atLeast: string;
  readonly atMost: string;
}

/** The same of a gate that failed, and what that does; the tier is empty where it caps none. */
export interface FailedGateWords extends GateWords {
  readonly onFail: "block-promotion" | "veto" | "cap-tier";
  readonly tier: string;
}

type Limits = Pick<GateWords, "atLeast" | "atMost">;

/** The limits that are there, each in words, joined. */
function limitIn(words: { readonly least: string; readonly most: string; readonly and: string }) {
  return ({ atLeast, atMost }: Limits) =>
    [
      ...(atLeast === "" ? [] : [`${words.least} ${atLeast}`]),
      ...(atMost === "" ? [] : [`${words.most} ${atMost}`]),
    ].join(words.and);
}

const limitEn = /* @__PURE__ */ limitIn({ least: "at least", most: "at most", and: " and " });
const limitZhCN = /* @__PURE__ */ limitIn({ least: "不低于", most: "不高于", and: "且" });
const limitZhTW = /* @__PURE__ */ limitIn({ least: "不低於", most: "不高於", and: "且" });

export const placementSentencesEn: PlacementSentences = {
  band: ({ axis, score, band }) => `${axis}: ${score} is in the band ${band}.`,
  bandFrom: ({ axis, score, band, from }) =>
    `${axis}: ${score} is in the band ${band}, which begins at ${from}.`,
  next: ({ distance, band, from }) => `The band ${band} begins at ${from}, which is ${distance} more.`,
  nextTied: ({ band, from }) =>
    `The band ${band} begins at ${from}, the same score: further keys, and after them ids, decide who is in it.`,
  bandKept: ({ axis, score, band, from, least }) =>
    `${axis}: ${score} is below ${from}, where the band ${band} begins, but at least ${least}, which keeps the band of the last review.`,
  group: ({ count, fixed }) =>
    fixed
      ? `The group has ${count} people, too few to compare: the fixed beginnings of the bands hold.`
      : `The bands begin where the scores of a group of ${count} put them.`,
  calibrated: ({ axis, band, by, on, reason }) =>
    `${axis}: calibrated to the band ${band} by ${by} on ${on}: ${reason}.`,
  gatePassed: ({ gate, certificate, value, ...limits }) =>
    certificate === ""
      ? `${gate}: passed, with ${value} of ${limitEn(limits)}.`
      : `${gate}: passed, with the certificate ${certificate}.`,
  gateFailed: ({ gate, certificate, value, onFail, tier, ...limits }) => {
    const why =
      certificate === ""
        ? `with ${value} where ${limitEn(limits)} is needed`
        : `without the certificate ${certificate}`;
    const then = onFail === "cap-tier" ? `No tier above ${tier} is possible.` : "No promotion is possible.";
    return `${gate}: failed, ${why}. ${then}`;
  },
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
  nextTied: ({ band, from }) =>
    `“${band}”档自 ${from} 起，得分相同，由其他排序项、最后按标识先后决定谁在其中。`,
  bandKept: ({ axis, score, band, from, least }) =>
    `${axis}：${score} 低于“${band}”档的起点 ${from}，但不低于 ${least}，保留上次考核的档。`,
  group: ({ count, fixed }) =>
    fixed ? `该组共 ${count} 人，人数不足以比较，按固定起点分档。` : `各档起点由该组 ${count} 人的得分确定。`,
  calibrated: ({ axis, band, by, on, reason }) =>
    `${axis}：${by}于 ${on} 校准为“${band}”档，理由：${reason}。`,
  gatePassed: ({ gate, certificate, value, ...limits }) =>
    certificate === ""
      ? `${gate}：通过，数值 ${value}，要求${limitZhCN(limits)}。`
      : `${gate}：通过，持有证书 ${certificate}。`,
  gateFailed: ({ gate, certificate, value, onFail, tier, ...limits }) => {
    const why = certificate === "" ? `数值 ${value}，要求${limitZhCN(limits)}` : `未持有证书 ${certificate}`;
    const then = onFail === "cap-tier" ? `层级不得高于${tier}` : "不得晋升";
    return `${gate}：未通过，${why}，${then}。`;
  },
  veto: () => "该门槛为一票否决：按各维度最低档所在的格处理。",
  cell: ({ cell }) => `所在矩阵格：${cell}。`,
  tier: ({ tier }) => `该格对应的层级为${tier}。`,
  moves: { up: "该格建议上调一级。", stay: "该格建议保持不变。", down: "该格建议下调一级。" },
};

export const placementSentencesZhTW: PlacementSentences = {
  band: ({ axis, score, band }) => `${axis}：${score} 屬於「${band}」級距。`,
  bandFrom: ({ axis, score, band, from }) => `${axis}：${score} 屬於「${band}」級距（${from} 起）。`,
  next: ({ distance, band, from }) => `「${band}」級距自 ${from} 起，還差 ${distance}。`,
  nextTied: ({ band, from }) =>
    `「${band}」級距自 ${from} 起，得分相同，由其他排序項、最後按識別碼先後決定誰在其中。`,
  bandKept: ({ axis, score, band, from, least }) =>
    `${axis}：${score} 低於「${band}」級距的起點 ${from}，但不低於 ${least}，保留上次考核的級距。`,
  group: ({ count, fixed }) =>
    fixed
      ? `該組共 ${count} 人，人數不足以比較，按固定起點分級。`
      : `各級距起點由該組 ${count} 人的得分確定。`,
  calibrated: ({ axis, band, by, on, reason }) =>
    `${axis}：${by}於 ${on} 校準為「${band}」級距，理由：${reason}。`,
  gatePassed: ({ gate, certificate, value, ...limits }) =>
    certificate === ""
      ? `${gate}：通過，數值 ${value}，要求${limitZhTW(limits)}。`
      : `${gate}：通過，持有證書 ${certificate}。`,
  gateFailed: ({ gate, certificate, value, onFail, tier, ...limits }) => {
    const why = certificate === "" ? `數值 ${value}，要求${limitZhTW(limits)}` : `未持有證書 ${certificate}`;
    const then = onFail === "cap-tier" ? `層級不得高於${tier}` : "不得晉升";
    return `${gate}：未通過，${why}，${then}。`;
  },
  veto: () => "該門檻為一票否決：按各維度最低級距所在的格處理。",
  cell: ({ cell }) => `所在矩陣格：${cell}。`,
  tier: ({ tier }) => `該格對應的層級為${tier}。`,
  moves: { up: "該格建議上調一級。", stay: "該格建議維持不變。", down: "該格建議下調一級。" },
};
