import type { NoteWords } from "./line.js";

/** What conditions of eligibility that do not hold are called in English. */
export const eligibilityNotesEn: NoteWords = {
  "ineligible-tier": ({ expected, got }) => `Not eligible: the tier is ${got}, not one of: ${expected}.`,
  "ineligible-attribute": ({ attribute, expected, got }) =>
    `Not eligible: ${attribute} is ${got}, not one of: ${expected}.`,
  "ineligible-fact": ({ fact, atLeast, atMost, got }) =>
    `Not eligible: ${fact} is ${got}${atLeast === undefined ? "" : `, at least ${atLeast}`}${atMost === undefined ? "" : `, at most ${atMost}`} is needed.`,
  "ineligible-certificate": ({ certificate }) => `Not eligible: the certificate ${certificate} is not held.`,
  "ineligible-employment": ({ from, through }) =>
    through === undefined
      ? `Not eligible: not employed on ${from}.`
      : `Not eligible: not employed on every day from ${from} through ${through}.`,
  "ineligible-service": ({ expected, got, on }) =>
    `Not eligible: whole months of service on ${on}: ${got}; ${expected} are needed.`,
  "ineligible-honours": ({ honours, expected, got, from }) =>
    `Not eligible: honours of ${honours} won${from === undefined ? "" : ` since ${from}`}: ${got}; at least ${expected} needed.`,
  "ineligible-placement": ({ axis, expected, got }) =>
    `Not eligible: the band on ${axis} is ${got}, not one of: ${expected}.`,
};

/** The same in Simplified Chinese. */
export const eligibilityNotesZhCN: NoteWords = {
  "ineligible-tier": ({ expected, got }) => `不符合资格：层级为 ${got}，须为 ${expected} 之一。`,
  "ineligible-attribute": ({ attribute, expected, got }) =>
    `不符合资格：${attribute} 为 ${got}，须为 ${expected} 之一。`,
  "ineligible-fact": ({ fact, atLeast, atMost, got }) =>
    `不符合资格：${fact} 为 ${got}，须${[atLeast === undefined ? "" : `不低于 ${atLeast}`, atMost === undefined ? "" : `不高于 ${atMost}`].filter((part) => part !== "").join("且")}。`,
  "ineligible-certificate": ({ certificate }) => `不符合资格：未持有证书 ${certificate}。`,
  "ineligible-employment": ({ from, through }) =>
    through === undefined ? `不符合资格：${from} 不在职。` : `不符合资格：${from} 至 ${through} 未全程在职。`,
  "ineligible-service": ({ expected, got, on }) =>
    `不符合资格：截至 ${on} 服务满 ${got} 个月，须满 ${expected} 个月。`,
  "ineligible-honours": ({ honours, expected, got, from }) =>
    `不符合资格：${from === undefined ? "" : `自 ${from} 起`}获得荣誉（${honours}）${got} 次，至少须 ${expected} 次。`,
  "ineligible-placement": ({ axis, expected, got }) =>
    `不符合资格：${axis} 的档位为 ${got}，须为 ${expected} 之一。`,
};

/** The same in Traditional Chinese. */
export const eligibilityNotesZhTW: NoteWords = {
  "ineligible-tier": ({ expected, got }) => `不符合資格：層級為 ${got}，須為 ${expected} 之一。`,
  "ineligible-attribute": ({ attribute, expected, got }) =>
    `不符合資格：${attribute} 為 ${got}，須為 ${expected} 之一。`,
  "ineligible-fact": ({ fact, atLeast, atMost, got }) =>
    `不符合資格：${fact} 為 ${got}，須${[atLeast === undefined ? "" : `不低於 ${atLeast}`, atMost === undefined ? "" : `不高於 ${atMost}`].filter((part) => part !== "").join("且")}。`,
  "ineligible-certificate": ({ certificate }) => `不符合資格：未持有證書 ${certificate}。`,
  "ineligible-employment": ({ from, through }) =>
    through === undefined ? `不符合資格：${from} 不在職。` : `不符合資格：${from} 至 ${through} 未全程在職。`,
  "ineligible-service": ({ expected, got, on }) =>
    `不符合資格：截至 ${on} 服務滿 ${got} 個月，須滿 ${expected} 個月。`,
  "ineligible-honours": ({ honours, expected, got, from }) =>
    `不符合資格：${from === undefined ? "" : `自 ${from} 起`}獲得榮譽（${honours}）${got} 次，至少須 ${expected} 次。`,
  "ineligible-placement": ({ axis, expected, got }) =>
    `不符合資格：${axis} 的級距為 ${got}，須為 ${expected} 之一。`,
};
