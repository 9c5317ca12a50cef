import type { NoteWords } from "../line.js";

/** What notes of equity that is paid in cash say in English. */
export const equityNotesEn: NoteWords = {
  "no-appreciation": ({ price, basePrice }) =>
    `The price, ${price}, is not above ${basePrice}, the price at the grant: nothing is paid.`,
  "most-per-unit": ({ most, price }) => `At a price of ${price}, a unit pays the most that it may: ${most}.`,
};

/** The same in Simplified Chinese. */
export const equityNotesZhCN: NoteWords = {
  "no-appreciation": ({ price, basePrice }) => `股价 ${price} 未高于授予时的 ${basePrice}，不予支付。`,
  "most-per-unit": ({ most, price }) => `股价为 ${price}，每份按上限 ${most} 支付。`,
};

/** The same in Traditional Chinese. */
export const equityNotesZhTW: NoteWords = {
  "no-appreciation": ({ price, basePrice }) => `股價 ${price} 未高於授予時的 ${basePrice}，不予支付。`,
  "most-per-unit": ({ most, price }) => `股價為 ${price}，每單位按上限 ${most} 支付。`,
};
