import { currencyDecimals } from "../kernel/currency.js";

type Texts = Readonly<Record<string, string>>;

/** By the kind of a note: which of its values are money. */
const MONEY: Readonly<Record<string, readonly string[]>> = {
  "advance-charged-back": ["earned", "advanced"],
  "basis-most": ["whole", "most"],
  "claim-factor": ["pool", "claimed"],
  "commission-cap": ["earned", "above"],
  "commission-deal-cap": ["earned", "above"],
  "commission-deal-floor": ["earned", "floor"],
  "commission-floor": ["earned", "floor"],
  "commission-to-date": ["earned", "paid"],
  "deduction-carried": ["amount"],
  "deduction-dropped": ["amount"],
  "deduction-leaves": ["leaves", "before", "lacking"],
  "deduction-most": ["most", "counted", "base"],
  "deduction-nothing-left": ["before"],
  "draw-advanced": ["amount", "outstanding"],
  "draw-recovered": ["amount", "outstanding"],
  "most-per-unit": ["most", "price"],
  "no-appreciation": ["price", "basePrice"],
  "payout-target": ["salary"],
  "pool-at-least": ["bound", "funded"],
  "pool-at-most": ["bound", "funded"],
  "pool-moved": ["share", "moved"],
  "pool-reserved": ["amount"],
  "range-maximum": ["maximum"],
  recalculated: ["from", "to"],
  recomputed: ["from", "to"],
  "rounded-before": ["rounded"],
  "rounded-due": ["rounded"],
  "rounded-to-date": ["rounded"],
  "rounded-together": ["rounded"],
  "salary-rounded": ["newSalary"],
  "spiff-budget": ["budget", "due", "paid"],
  "spiff-maximum": ["maximum"],
  "training-budget": ["most", "before", "needed"],
  "training-most-cost": ["most", "before", "needed"],
  "training-no-term": ["cost"],
};

/** By the kind of a note: what is money where it counts an amount or a margin, and the value that says what it counts. */
const COUNTED: Readonly<Record<string, readonly [quantity: string, ...counts: string[]]>> = {
  "commission-attainment": ["quantity", "attained", "quota"],
  "commission-counted": ["counts", "counted"],
  "commission-deal-limit": ["quantity", "credited", "counted"],
  "commission-threshold": ["counts", "counted", "threshold"],
  "commission-threshold-above": ["counts", "threshold"],
};

/** The values of a note that are money, with at least the decimals of their currency. */
export function moneyOfNote(kind: string, texts: Texts, currency: string): Texts {
  const [quantity = "", ...counts] = COUNTED[kind] ?? [];
  const isMoney = texts[quantity] === "amount" || texts[quantity] === "margin";
  const names = MONEY[kind] ?? (isMoney ? counts : []);
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = texts[name];
      return text === undefined ? [] : [[name, exactMoneyText(text, currency)]];
    }),
  );
}

/** Money with at least the decimals of its currency: it is not rounded, as a price per unit may be finer than what is paid. */
export function exactMoneyText(amount: string, currency: string): string {
  const decimals = currencyDecimals(currency);
  if (decimals === 0 || !/^-?\d+(\.\d+)?$/.test(amount)) return amount;
  const [whole = "", fraction = ""] = amount.split(".");
  return `${whole}.${fraction.padEnd(decimals, "0")}`;
}
