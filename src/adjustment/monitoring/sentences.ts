/** The sentences that explain what watching an indicator found. All values come as texts; the English ones show what each says. */
export interface MonitoringSentences {
  /** "{id}: {value} is marked upwards ({figures})." */
  flag(value: {
    readonly id: string;
    readonly value: string;
    readonly direction: "up" | "down";
    readonly figures: string;
  }): string;
  /** The names of the figures. */
  readonly figures: Readonly<Record<string, string>>;
  /** "No value is marked." */
  nothing(): string;
  /** "A review is asked for before it is due." */
  earlyReview(): string;
  readonly separator: string;
}

export const monitoringSentencesEn: MonitoringSentences = {
  flag: ({ id, value, direction, figures }) =>
    `${id}: ${value} is marked ${direction === "up" ? "upwards" : "downwards"} (${figures}).`,
  figures: {
    average: "average",
    lower: "lower limit",
    upper: "upper limit",
    high: "sum upwards",
    low: "sum downwards",
    threshold: "threshold",
    change: "change",
  },
  nothing: () => "No value is marked.",
  earlyReview: () => "A review is asked for before it is due.",
  separator: "; ",
};

export const monitoringSentencesZhCN: MonitoringSentences = {
  flag: ({ id, value, direction, figures }) =>
    `${id}：${value} 出现显著${direction === "up" ? "上升" : "下降"}（${figures}）。`,
  figures: {
    average: "加权平均",
    lower: "下限",
    upper: "上限",
    high: "向上累积和",
    low: "向下累积和",
    threshold: "界限",
    change: "变动",
  },
  nothing: () => "没有显著变动。",
  earlyReview: () => "建议提前考核。",
  separator: "；",
};

export const monitoringSentencesZhTW: MonitoringSentences = {
  flag: ({ id, value, direction, figures }) =>
    `${id}：${value} 出現顯著${direction === "up" ? "上升" : "下降"}（${figures}）。`,
  figures: {
    average: "加權平均",
    lower: "下限",
    upper: "上限",
    high: "向上累積和",
    low: "向下累積和",
    threshold: "界限",
    change: "變動",
  },
  nothing: () => "沒有顯著變動。",
  earlyReview: () => "建議提前考核。",
  separator: "；",
};
