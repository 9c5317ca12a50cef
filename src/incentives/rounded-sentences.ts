import type { NoteWords } from "./line.js";

const MODES_EN: Readonly<Record<string, string>> = {
  "half-up": "to the nearest, a half away from zero",
  "half-even": "to the nearest, a half to the even one",
  "half-down": "to the nearest, a half towards zero",
  "half-ceiling": "to the nearest, a half up",
  "half-floor": "to the nearest, a half down",
  up: "away from zero",
  down: "towards zero",
  ceiling: "up",
  floor: "down",
};
const MODES_ZH_CN: Readonly<Record<string, string>> = {
  "half-up": "四舍五入",
  "half-even": "四舍六入五成双",
  "half-down": "五舍六入",
  "half-ceiling": "取最近值，逢半向上",
  "half-floor": "取最近值，逢半向下",
  up: "远离零取整",
  down: "向零取整",
  ceiling: "向上取整",
  floor: "向下取整",
};
const MODES_ZH_TW: Readonly<Record<string, string>> = {
  "half-up": "四捨五入",
  "half-even": "四捨六入五成雙",
  "half-down": "五捨六入",
  "half-ceiling": "取最近值，逢半向上",
  "half-floor": "取最近值，逢半向下",
  up: "遠離零取整",
  down: "向零取整",
  ceiling: "向上取整",
  floor: "向下取整",
};

/** What was rounded and how, in English. */
export const roundedNotesEn: NoteWords = {
  rounded: ({ exact, mode = "" }) => `Rounded from ${exact} ${MODES_EN[mode]}.`,
  "rounded-to-date": ({ exact, rounded, mode = "" }) =>
    `What is earned to date, ${rounded}, is rounded from ${exact} ${MODES_EN[mode]}.`,
  "rounded-before": ({ exact, rounded, mode = "" }) =>
    `What was earned before, ${rounded}, is rounded from ${exact} ${MODES_EN[mode]}.`,
  "rounded-together": ({ exact, rounded, mode = "" }) =>
    `All lines together, ${rounded}, are rounded from ${exact} ${MODES_EN[mode]}.`,
  "rounded-due": ({ of, exact, rounded, mode = "" }) =>
    `What is due for ${of}, ${rounded}, is rounded from ${exact} ${MODES_EN[mode]}.`,
  "rounded-to-sum": ({ exact }) => `Rounded from ${exact}, so that all lines sum to what is paid.`,
  "rounded-to-budget": ({ exact }) => `Rounded from ${exact}, so that all increases stay within the budget.`,
  "salary-rounded": ({ exact, newSalary }) => `The new salary, ${newSalary}, is rounded from ${exact}.`,
  "parts-rounded-to-sum": () => "The parts are rounded so that they sum to the line.",
};

/** The same in Simplified Chinese. */
export const roundedNotesZhCN: NoteWords = {
  rounded: ({ exact, mode = "" }) => `由 ${exact} ${MODES_ZH_CN[mode]}。`,
  "rounded-to-date": ({ exact, rounded, mode = "" }) =>
    `累计应得 ${rounded} 由 ${exact} ${MODES_ZH_CN[mode]}。`,
  "rounded-before": ({ exact, rounded, mode = "" }) =>
    `此前应得 ${rounded} 由 ${exact} ${MODES_ZH_CN[mode]}。`,
  "rounded-together": ({ exact, rounded, mode = "" }) =>
    `各项合计 ${rounded} 由 ${exact} ${MODES_ZH_CN[mode]}。`,
  "rounded-due": ({ of, exact, rounded, mode = "" }) =>
    `${of} 应扣 ${rounded}，由 ${exact} ${MODES_ZH_CN[mode]}。`,
  "rounded-to-sum": ({ exact }) => `由 ${exact} 取整至最小货币单位，使各项合计与发放总额相符。`,
  "rounded-to-budget": ({ exact }) => `由 ${exact} 取整至最小货币单位，使各项合计不超出预算。`,
  "salary-rounded": ({ exact, newSalary }) => `调后薪资 ${newSalary} 由 ${exact} 取整。`,
  "parts-rounded-to-sum": () => "各部分取整后的合计与本项金额相符。",
};

/** The same in Traditional Chinese. */
export const roundedNotesZhTW: NoteWords = {
  rounded: ({ exact, mode = "" }) => `由 ${exact} ${MODES_ZH_TW[mode]}。`,
  "rounded-to-date": ({ exact, rounded, mode = "" }) =>
    `累計應得 ${rounded} 由 ${exact} ${MODES_ZH_TW[mode]}。`,
  "rounded-before": ({ exact, rounded, mode = "" }) =>
    `此前應得 ${rounded} 由 ${exact} ${MODES_ZH_TW[mode]}。`,
  "rounded-together": ({ exact, rounded, mode = "" }) =>
    `各項合計 ${rounded} 由 ${exact} ${MODES_ZH_TW[mode]}。`,
  "rounded-due": ({ of, exact, rounded, mode = "" }) =>
    `${of} 應扣 ${rounded}，由 ${exact} ${MODES_ZH_TW[mode]}。`,
  "rounded-to-sum": ({ exact }) => `由 ${exact} 取整至最小貨幣單位，使各項合計與發放總額相符。`,
  "rounded-to-budget": ({ exact }) => `由 ${exact} 取整至最小貨幣單位，使各項合計不超出預算。`,
  "salary-rounded": ({ exact, newSalary }) => `調後薪資 ${newSalary} 由 ${exact} 取整。`,
  "parts-rounded-to-sum": () => "各部分取整後的合計與本項金額相符。",
};
