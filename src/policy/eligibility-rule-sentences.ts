/** The sentences that describe conditions of eligibility. All values come as texts; what a condition does not say is empty. */
export interface EligibilityRuleSentences {
  /** "Only for: {tiers}." */
  onlyTiers(value: { readonly tiers: string }): string;
  /** "Only where {attribute} is {is}." */
  onlyAttribute(value: { readonly attribute: string; readonly is: string }): string;
  /** "Only where {fact} is at least {atLeast} and at most {atMost}." */
  onlyFact(value: { readonly fact: string; readonly atLeast: string; readonly atMost: string }): string;
  /** "Only who holds {certificate}." */
  onlyCertificate(value: { readonly certificate: string }): string;
  /** "Only who is employed on {from}, and through {through}." */
  onlyEmployed(value: { readonly from: string; readonly through: string }): string;
  /** "Only after {months} months of service on {on}." */
  onlyService(value: { readonly months: string; readonly on: string }): string;
  /** "Only who won {honours} at least {times} times since {from}." */
  onlyHonours(value: { readonly honours: string; readonly times: string; readonly from: string }): string;
  /** "Only who is in {bands} on {axis}." */
  onlyBands(value: { readonly axis: string; readonly bands: string }): string;
  /** What days are called that depend on the period or the award. */
  readonly days: Readonly<Record<"period-start" | "period-end" | "award-date", string>>;
}

export const eligibilityRuleSentencesEn: EligibilityRuleSentences = {
  onlyTiers: ({ tiers }) => `Only for: ${tiers}.`,
  onlyAttribute: ({ attribute, is }) => `Only where ${attribute} is ${is}.`,
  onlyFact: ({ fact, atLeast, atMost }) =>
    `Only where ${fact} is ${[atLeast && `at least ${atLeast}`, atMost && `at most ${atMost}`].filter((one) => one !== "").join(" and ")}.`,
  onlyCertificate: ({ certificate }) => `Only who holds the certificate ${certificate}.`,
  onlyEmployed: ({ from, through }) =>
    through === ""
      ? `Only who is employed on ${from}.`
      : `Only who is employed on every day from ${from} through ${through}.`,
  onlyService: ({ months, on }) => `Only with so many whole months of service on ${on}: ${months}.`,
  onlyHonours: ({ honours, times, from }) =>
    `Only who won any of these at least ${times === "1" ? "once" : `${times} times`}${from && ` since ${from}`}: ${honours}.`,
  onlyBands: ({ axis, bands }) => `Only who is in one of these bands on ${axis}: ${bands}.`,
  days: {
    "period-start": "the first day of the period",
    "period-end": "the last day of the period",
    "award-date": "the day of the award",
  },
};

export const eligibilityRuleSentencesZhCN: EligibilityRuleSentences = {
  onlyTiers: ({ tiers }) => `仅限层级：${tiers}。`,
  onlyAttribute: ({ attribute, is }) => `仅限 ${attribute} 为 ${is} 者。`,
  onlyFact: ({ fact, atLeast, atMost }) =>
    `仅限${fact}${[atLeast && `不低于 ${atLeast}`, atMost && `不高于 ${atMost}`].filter((one) => one !== "").join("且")} 者。`,
  onlyCertificate: ({ certificate }) => `仅限持有证书 ${certificate} 者。`,
  onlyEmployed: ({ from, through }) =>
    through === "" ? `仅限 ${from} 在职者。` : `仅限自 ${from} 至 ${through} 全程在职者。`,
  onlyService: ({ months, on }) => `仅限截至 ${on} 服务满 ${months} 个月者。`,
  onlyHonours: ({ honours, times, from }) =>
    `仅限${from && `自 ${from} 起`}获得下列荣誉至少 ${times} 次者：${honours}。`,
  onlyBands: ({ axis, bands }) => `仅限“${axis}”处于下列分档者：${bands}。`,
  days: { "period-start": "期初日", "period-end": "期末日", "award-date": "授予日" },
};

export const eligibilityRuleSentencesZhTW: EligibilityRuleSentences = {
  onlyTiers: ({ tiers }) => `僅限層級：${tiers}。`,
  onlyAttribute: ({ attribute, is }) => `僅限 ${attribute} 為 ${is} 者。`,
  onlyFact: ({ fact, atLeast, atMost }) =>
    `僅限${fact}${[atLeast && `不低於 ${atLeast}`, atMost && `不高於 ${atMost}`].filter((one) => one !== "").join("且")} 者。`,
  onlyCertificate: ({ certificate }) => `僅限持有證書 ${certificate} 者。`,
  onlyEmployed: ({ from, through }) =>
    through === "" ? `僅限 ${from} 在職者。` : `僅限自 ${from} 至 ${through} 全程在職者。`,
  onlyService: ({ months, on }) => `僅限截至 ${on} 服務滿 ${months} 個月者。`,
  onlyHonours: ({ honours, times, from }) =>
    `僅限${from && `自 ${from} 起`}獲得下列榮譽至少 ${times} 次者：${honours}。`,
  onlyBands: ({ axis, bands }) => `僅限「${axis}」處於下列級距者：${bands}。`,
  days: { "period-start": "期初日", "period-end": "期末日", "award-date": "授予日" },
};
