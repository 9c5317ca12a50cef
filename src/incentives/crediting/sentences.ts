import type { CreditingEvent } from "./config.js";
import type { UncreditedReason } from "./credit-deal.js";

/** A credit. All values are texts; `currency` is empty where what is credited is no money. */
export interface CreditWords {
  readonly deal: string;
  readonly on: string;
  readonly events: readonly CreditingEvent[];
  readonly share: string;
  readonly role: string;
  readonly from: readonly string[];
  readonly amount: string;
  readonly currency: string;
}

/** The sentences that explain who is credited with what. All values come as texts; the English ones show what each says. */
export interface CreditingSentences {
  /** "{person} is credited with {amount} {currency} for {period}, {from} to {to}." */
  person(value: {
    readonly person: string;
    readonly amount: string;
    readonly currency: string;
    readonly period: string;
    readonly from: string;
    readonly to: string;
  }): string;
  /** "{deal}, {events} on {on}: a share of {share}, {amount} {currency}." */
  readonly credit: Readonly<Record<"split" | "roll-up" | "overlay", (value: CreditWords) => string>>;
  readonly events: Readonly<Record<CreditingEvent, string>>;
  /** "{deal} of {amount} {currency} is converted at {rate} and counts at {weight}." */
  counted(value: {
    readonly deal: string;
    readonly amount: string;
    readonly currency: string;
    /** Empty where it is not converted. */
    readonly rate: string;
    /** Empty where all of it counts. */
    readonly weight: string;
  }): string;
  /** "Of {deal}, {before} was credited before and {after} comes later; a part of {open} has no date yet." */
  elsewhere(value: {
    readonly deal: string;
    readonly before: string;
    readonly after: string;
    readonly open: string;
  }): string;
  readonly uncredited: Readonly<
    Record<UncreditedReason, (value: { readonly deal: string; readonly amount: string }) => string>
  >;
}

const money = ({ amount, currency }: Pick<CreditWords, "amount" | "currency">) =>
  currency === "" ? amount : `${amount} ${currency}`;

const headEn = ({ deal, on, events }: CreditWords) =>
  `${deal}, ${events.map((one) => eventsEn[one]).join(" and ")} on ${on}`;
const eventsEn = { booking: "booked", invoice: "invoiced", cash: "paid", schedule: "scheduled" } as const;

export const creditingSentencesEn: CreditingSentences = {
  person: ({ person, period, from, to, ...of }) =>
    `${person} is credited with ${money(of)} for ${period}, from ${from} to ${to}.`,
  credit: {
    split: (words) => `${headEn(words)}: a share of ${words.share}, ${money(words)}.`,
    "roll-up": (words) => `${headEn(words)}: from ${words.from.join(", ")}, ${money(words)}.`,
    overlay: (words) =>
      `${headEn(words)}: as ${words.role}, a share of ${words.share} beside the others, ${money(words)}.`,
  },
  events: eventsEn,
  counted: ({ deal, rate, weight, ...of }) =>
    `${deal} of ${money(of)}${rate && ` is converted at ${rate}`}${rate && weight && " and"}${weight && ` counts at ${weight}`}.`,
  elsewhere: ({ deal, before, after, open }) =>
    `Of ${deal}, credited before: ${before}, later: ${after}; the part without a date yet: ${open}.`,
  uncredited: {
    "not-booked": ({ deal }) => `${deal} is not credited: it is not booked yet.`,
    "not-invoiced": ({ deal }) => `${deal} is not credited: nothing is invoiced yet.`,
    "not-paid": ({ deal }) => `${deal} is not credited: nothing is paid yet.`,
    "not-scheduled": ({ deal }) => `${deal} is not credited: it has no schedule yet.`,
    "below-minimum": ({ deal }) => `${deal} is not credited: it is below the minimum.`,
    "no-credit": ({ deal }) => `${deal} is not credited: deals of its kind do not count.`,
    "other-period": ({ deal }) => `${deal} is not credited: its days are in other periods.`,
    house: ({ deal, amount }) => `Of ${deal}, ${amount} is credited to nobody.`,
  },
};

const eventsZhCN = { booking: "签约", invoice: "开票", cash: "回款", schedule: "约定日期" } as const;
const headZhCN = ({ deal, on, events }: CreditWords) =>
  `${deal}（${on}，${events.map((one) => eventsZhCN[one]).join("、")}）`;

export const creditingSentencesZhCN: CreditingSentences = {
  person: ({ person, period, from, to, ...of }) =>
    `${person} 在 ${period}（${from} 至 ${to}）计入业绩 ${money(of)}。`,
  credit: {
    split: (words) => `${headZhCN(words)}：分成比例 ${words.share}，计 ${money(words)}。`,
    "roll-up": (words) => `${headZhCN(words)}：由下级 ${words.from.join("、")} 汇总，计 ${money(words)}。`,
    overlay: (words) =>
      `${headZhCN(words)}：以 ${words.role} 身份另计，比例 ${words.share}，计 ${money(words)}。`,
  },
  events: eventsZhCN,
  counted: ({ deal, rate, weight, ...of }) =>
    `${deal} 金额 ${money(of)}${rate && `，按汇率 ${rate} 折算`}${weight && `，按 ${weight} 计入`}。`,
  elsewhere: ({ deal, before, after, open }) =>
    `${deal}：此前已计 ${before}，以后计入 ${after}；尚无日期的部分为 ${open}。`,
  uncredited: {
    "not-booked": ({ deal }) => `${deal} 未计入：尚未签约。`,
    "not-invoiced": ({ deal }) => `${deal} 未计入：尚未开票。`,
    "not-paid": ({ deal }) => `${deal} 未计入：尚未回款。`,
    "not-scheduled": ({ deal }) => `${deal} 未计入：尚无约定日期。`,
    "below-minimum": ({ deal }) => `${deal} 未计入：低于最低金额。`,
    "no-credit": ({ deal }) => `${deal} 未计入：此类业务不计业绩。`,
    "other-period": ({ deal }) => `${deal} 未计入：日期不在本期。`,
    house: ({ deal, amount }) => `${deal} 中有 ${amount} 不计入任何人。`,
  },
};

const eventsZhTW = { booking: "簽約", invoice: "開立發票", cash: "收款", schedule: "約定日期" } as const;
const headZhTW = ({ deal, on, events }: CreditWords) =>
  `${deal}（${on}，${events.map((one) => eventsZhTW[one]).join("、")}）`;

export const creditingSentencesZhTW: CreditingSentences = {
  person: ({ person, period, from, to, ...of }) =>
    `${person} 在 ${period}（${from} 至 ${to}）計入業績 ${money(of)}。`,
  credit: {
    split: (words) => `${headZhTW(words)}：分成比例 ${words.share}，計 ${money(words)}。`,
    "roll-up": (words) => `${headZhTW(words)}：由下屬 ${words.from.join("、")} 彙總，計 ${money(words)}。`,
    overlay: (words) =>
      `${headZhTW(words)}：以 ${words.role} 身分另計，比例 ${words.share}，計 ${money(words)}。`,
  },
  events: eventsZhTW,
  counted: ({ deal, rate, weight, ...of }) =>
    `${deal} 金額 ${money(of)}${rate && `，按匯率 ${rate} 換算`}${weight && `，按 ${weight} 計入`}。`,
  elsewhere: ({ deal, before, after, open }) =>
    `${deal}：先前已計 ${before}，以後計入 ${after}；尚無日期的部分為 ${open}。`,
  uncredited: {
    "not-booked": ({ deal }) => `${deal} 未計入：尚未簽約。`,
    "not-invoiced": ({ deal }) => `${deal} 未計入：尚未開立發票。`,
    "not-paid": ({ deal }) => `${deal} 未計入：尚未收款。`,
    "not-scheduled": ({ deal }) => `${deal} 未計入：尚無約定日期。`,
    "below-minimum": ({ deal }) => `${deal} 未計入：低於最低金額。`,
    "no-credit": ({ deal }) => `${deal} 未計入：此類業務不計業績。`,
    "other-period": ({ deal }) => `${deal} 未計入：日期不在本期。`,
    house: ({ deal, amount }) => `${deal} 中有 ${amount} 不計入任何人。`,
  },
};
