import { choiceNamesZhCN } from "./choice-names-zh-cn.js";
import { choiceNamesZhTW } from "./choice-names-zh-tw.js";

/** What a rounding mode is called in Simplified Chinese. */
export const roundingZhCN = (mode: string): string =>
  choiceNamesZhCN[`rounding ${mode}`] ?? choiceNamesZhCN[mode] ?? mode;

/** The same in Traditional Chinese. */
export const roundingZhTW = (mode: string): string =>
  choiceNamesZhTW[`rounding ${mode}`] ?? choiceNamesZhTW[mode] ?? mode;
