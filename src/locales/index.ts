export { en, type Locale } from "../policy/locale.js";
export { zhCN } from "./zh-CN.js";
export { zhTW } from "./zh-TW.js";
