/** What a bound is: a head-count, or a share of the group and how that is rounded. All values come as texts; empty ones are left out. */
export interface BoundWords {
  readonly count: string;
  readonly share: string;
  readonly rounding: string;
}

/** The numbers that people can be ranked by beside the scores of axes and the facts of an input. */
export type WorkedOut = "promotion-score" | "months-in-tier" | "violations" | "violation-points";

/** The sentences that describe limited places and what a panel may change, and say who got places. All values come as texts; empty ones are left out. */
export interface PlacesSentences {
  /** "Limited places" */
  places(): string;
  /** "Places are shared by people of the same {attribute}." */
  within(value: { readonly attribute: string }): string;
  /** "{tier}, {group}: at most {most}, at least {least}." */
  quota(value: {
    readonly tier: string;
    readonly group: string;
    readonly most: BoundWords;
    readonly least?: BoundWords;
  }): string;
  /** "The best come first, by {keys}." */
  ranking(value: {
    readonly keys: readonly { readonly key: string; readonly order: "ascending" | "descending" }[];
  }): string;
  /** The names of the numbers that are worked out. */
  readonly numbers: Readonly<Record<WorkedOut, string>>;
  readonly incumbents: Readonly<Record<"protected" | "compete", string>>;
  readonly ties: Readonly<Record<"all-in" | "all-out" | "id", string>>;
  /** "Calibration" */
  calibration(): string;
  /** "A panel may move a person by at most {most} bands on each axis." */
  calibrationSteps(value: { readonly most: string }): string;
  /** "At most {most} may be moved." */
  calibrationPeople(value: { readonly most: BoundWords }): string;
  /** "Afterwards in {where}: at most {most}, at least {least}." */
  calibrationQuota(value: {
    readonly where: string;
    readonly most?: BoundWords;
    readonly least?: BoundWords;
  }): string;
  /** How many places a tier has, and how many of them are kept and vacant. */
  tier(value: {
    readonly tier: string;
    readonly group: string;
    readonly most: string;
    readonly incumbents: string;
    readonly vacant: string;
    /** How many lack to the least. */
    readonly shortfall: string;
  }): string;
  /** "{person} has a place, rank {rank}." */
  given(value: { readonly person: string; readonly rank: string; readonly incumbent: boolean }): string;
  /** "{person} has none, rank {rank}, number {waiting} on the waiting list." */
  waiting(value: {
    readonly person: string;
    readonly rank: string;
    readonly waiting: string;
    readonly incumbent: boolean;
  }): string;
  /** That equals on both sides of the last place are told apart by their ids. */
  apartById(value: { readonly people: readonly string[] }): string;
  /** That nobody is in a group with places, and which group is perhaps meant. */
  emptyGroup(value: { readonly group: string; readonly meant: string }): string;
}

const boundEn = ({ count, share, rounding }: BoundWords) =>
  count === "" ? `${share} of the people${rounding === "" ? "" : ` (rounded ${rounding})`}` : count;

export const placesSentencesEn: PlacesSentences = {
  places: () => "Limited places",
  within: ({ attribute }) => `Places are shared by people of the same ${attribute}.`,
  quota: ({ tier, group, most, least }) =>
    `${[tier, group].filter((part) => part !== "").join(", ")}: at most ${boundEn(most)}${least === undefined ? "" : `, at least ${boundEn(least)}`}.`,
  ranking: ({ keys }) =>
    `The best come first, by ${keys.map((one) => `${one.key} (${one.order})`).join(", then ")}.`,
  numbers: {
    "promotion-score": "promotion score",
    "months-in-tier": "months in the tier",
    violations: "violations",
    "violation-points": "points of violations",
  },
  incumbents: {
    protected: "Who is in the tier keeps the place.",
    compete: "Who is in the tier competes for the place.",
  },
  ties: {
    "all-in": "Equals at the last place all get one.",
    "all-out": "Equals at the last place all get none.",
    id: "Equals at the last place get one in the order of their ids.",
  },
  calibration: () => "Calibration",
  calibrationSteps: ({ most }) => `The most bands by which a panel may move a person on each axis: ${most}.`,
  calibrationPeople: ({ most }) => `People who may be moved, at most: ${boundEn(most)}.`,
  calibrationQuota: ({ where, most, least }) =>
    `Afterwards, ${where}: ${[...(most === undefined ? [] : [`at most ${boundEn(most)}`]), ...(least === undefined ? [] : [`at least ${boundEn(least)}`])].join(", ")}.`,
  tier: ({ tier, group, most, incumbents, vacant, shortfall }) =>
    `${tier}${group === "" ? "" : `, ${group}`}: ${most} ${most === "1" ? "place" : "places"}; kept without competing: ${incumbents}, vacant: ${vacant}${shortfall === "0" ? "" : `, lacking to the least: ${shortfall}`}.`,
  given: ({ person, rank, incumbent }) =>
    `${person} ${incumbent ? "keeps" : "gets"} a place, as number ${rank}.`,
  waiting: ({ person, rank, waiting, incumbent }) =>
    `${person} ${incumbent ? "loses the place" : "gets none"}, as number ${rank}; on the waiting list: ${waiting}.`,
  apartById: ({ people }) =>
    `${people.join(", ")} rank equally: the order of their ids decides who of them gets a place.`,
  emptyGroup: ({ group, meant }) =>
    `There are places for the group ${group}, in which nobody is${meant && ` (did you mean ${meant}?)`}.`,
};

const boundZhCN = ({ count, share, rounding }: BoundWords) =>
  count === "" ? `组内人数的 ${share}${rounding === "" ? "" : `（按 ${rounding} 舍入）`}` : `${count} 人`;

const withinZhCN = (limit: string, bound: BoundWords) =>
  `${limit}${bound.count === "" ? "" : " "}${boundZhCN(bound)}`;

export const placesSentencesZhCN: PlacesSentences = {
  places: () => "名额",
  within: ({ attribute }) => `${attribute}相同者共用名额。`,
  quota: ({ tier, group, most, least }) =>
    `${[tier, group].filter((part) => part !== "").join("，")}：${withinZhCN("至多", most)}${least === undefined ? "" : `，${withinZhCN("至少", least)}`}。`,
  ranking: ({ keys }) =>
    `依次按下列各项择优：${keys.map((one) => `${one.key}（${one.order === "ascending" ? "升序" : "降序"}）`).join("、")}。`,
  numbers: {
    "promotion-score": "晋级得分",
    "months-in-tier": "任职月数",
    violations: "违规次数",
    "violation-points": "违规计分",
  },
  incumbents: { protected: "在任者保留名额。", compete: "在任者与候选者一同竞争名额。" },
  ties: {
    "all-in": "末位并列者：全部给予名额。",
    "all-out": "末位并列者：全部不给予名额。",
    id: "末位并列者：按标识先后给予名额。",
  },
  calibration: () => "校准",
  calibrationSteps: ({ most }) => `评议组在每个维度上至多可调整的档数：${most}。`,
  calibrationPeople: ({ most }) => `至多可调整：${boundZhCN(most)}。`,
  calibrationQuota: ({ where, most, least }) =>
    `校准后，${where}：${[...(most === undefined ? [] : [`${withinZhCN("至多", most)}`]), ...(least === undefined ? [] : [`${withinZhCN("至少", least)}`])].join("，")}。`,
  tier: ({ tier, group, most, incumbents, vacant, shortfall }) =>
    `${tier}${group === "" ? "" : `，${group}`}：名额 ${most} 个；不经竞争保留 ${incumbents} 个，空缺 ${vacant} 个${shortfall === "0" ? "" : `，距下限尚缺 ${shortfall} 个`}。`,
  given: ({ person, rank, incumbent }) => `${person}${incumbent ? "保留" : "获得"}名额，名次 ${rank}。`,
  waiting: ({ person, rank, waiting, incumbent }) =>
    `${person}${incumbent ? "失去" : "未获"}名额，名次 ${rank}，候补第 ${waiting} 位。`,
  apartById: ({ people }) => `${people.join("、")}名次相同，按标识先后决定谁获得名额。`,
  emptyGroup: ({ group, meant }) => `为 ${group} 设有名额，但其中无人${meant && `（是否应为 ${meant}？）`}。`,
};

const boundZhTW = ({ count, share, rounding }: BoundWords) =>
  count === "" ? `組內人數的 ${share}${rounding === "" ? "" : `（按 ${rounding} 捨入）`}` : `${count} 人`;

const withinZhTW = (limit: string, bound: BoundWords) =>
  `${limit}${bound.count === "" ? "" : " "}${boundZhTW(bound)}`;

export const placesSentencesZhTW: PlacesSentences = {
  places: () => "名額",
  within: ({ attribute }) => `${attribute}相同者共用名額。`,
  quota: ({ tier, group, most, least }) =>
    `${[tier, group].filter((part) => part !== "").join("，")}：${withinZhTW("至多", most)}${least === undefined ? "" : `，${withinZhTW("至少", least)}`}。`,
  ranking: ({ keys }) =>
    `依次按下列各項擇優：${keys.map((one) => `${one.key}（${one.order === "ascending" ? "升序" : "降序"}）`).join("、")}。`,
  numbers: {
    "promotion-score": "晉級得分",
    "months-in-tier": "任職月數",
    violations: "違規次數",
    "violation-points": "違規計分",
  },
  incumbents: { protected: "在任者保留名額。", compete: "在任者與候選者一同競爭名額。" },
  ties: {
    "all-in": "末位並列者：全部給予名額。",
    "all-out": "末位並列者：全部不給予名額。",
    id: "末位並列者：按識別碼先後給予名額。",
  },
  calibration: () => "校準",
  calibrationSteps: ({ most }) => `評議小組在每個維度上至多可調整的級數：${most}。`,
  calibrationPeople: ({ most }) => `至多可調整：${boundZhTW(most)}。`,
  calibrationQuota: ({ where, most, least }) =>
    `校準後，${where}：${[...(most === undefined ? [] : [`${withinZhTW("至多", most)}`]), ...(least === undefined ? [] : [`${withinZhTW("至少", least)}`])].join("，")}。`,
  tier: ({ tier, group, most, incumbents, vacant, shortfall }) =>
    `${tier}${group === "" ? "" : `，${group}`}：名額 ${most} 個；不經競爭保留 ${incumbents} 個，空缺 ${vacant} 個${shortfall === "0" ? "" : `，距下限尚缺 ${shortfall} 個`}。`,
  given: ({ person, rank, incumbent }) => `${person}${incumbent ? "保留" : "獲得"}名額，名次 ${rank}。`,
  waiting: ({ person, rank, waiting, incumbent }) =>
    `${person}${incumbent ? "失去" : "未獲"}名額，名次 ${rank}，候補第 ${waiting} 位。`,
  apartById: ({ people }) => `${people.join("、")}名次相同，按識別碼先後決定誰獲得名額。`,
  emptyGroup: ({ group, meant }) => `為 ${group} 設有名額，但其中無人${meant && `（是否應為 ${meant}？）`}。`,
};
