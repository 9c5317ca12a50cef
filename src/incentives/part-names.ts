import {
  commissionPartNamesEn,
  commissionPartNamesZhCN,
  commissionPartNamesZhTW,
} from "./commission/note-sentences.js";

type PartNames = Readonly<Record<string, string>>;

/** What parts of lines are of, where a calculator names it and not the plan. */
export const partNamesEn: PartNames = {
  ...commissionPartNamesEn,
  earned: "earned to date",
  maximum: "maximum",
  budget: "budget",
  recalculated: "recalculated",
  posted: "posted before",
};

export const partNamesZhCN: PartNames = {
  ...commissionPartNamesZhCN,
  earned: "累计应得",
  maximum: "上限",
  budget: "预算",
  recalculated: "重算所得",
  posted: "此前已入账",
};

export const partNamesZhTW: PartNames = {
  ...commissionPartNamesZhTW,
  earned: "累計應得",
  maximum: "上限",
  budget: "預算",
  recalculated: "重算所得",
  posted: "此前已入帳",
};

/** What a part is of: what a calculator names is said in words, an id as it is. */
export function partName(of: string, names: PartNames): string {
  return (Object.hasOwn(names, of) ? names[of] : undefined) ?? of;
}
