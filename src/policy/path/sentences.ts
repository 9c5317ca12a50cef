/** The sentences that explain a path to a tier. All values come as texts; the English ones show what each says. */
export interface PathSentences {
  /** "This review comes to {tier} already." */
  reached(value: { readonly tier: string }): string;
  /** "A score of {needed} in {name}, {rise} more than {score}, would be enough for {tier}, with a place in {places}." */
  enough(value: {
    readonly name: string;
    readonly score: string;
    readonly needed: string;
    readonly rise: string;
    readonly tier: string;
    /** The tiers in one of which it takes a place. */
    readonly places: readonly string[];
  }): string;
  /** "The scores are enough for {tier} as they are." */
  onlyPlaceMissing(value: { readonly tier: string }): string;
  /** "That takes a place in {places}, too." */
  place(value: { readonly places: readonly string[] }): string;
  /** "No single score would be enough for {tier}." */
  none(value: { readonly tier: string }): string;
  /** "The gate {gate} fails now." */
  gate(value: { readonly gate: string }): string;
  /** "The best scores on all axes would come to {tier}." */
  best(value: { readonly tier: string }): string;
}

export const pathSentencesEn: PathSentences = {
  reached: ({ tier }) => `This review comes to ${tier} already.`,
  enough: ({ name, score, needed, rise, tier, places }) =>
    `A score of ${needed} in ${name}, ${rise} more than ${score}, would be enough for ${tier}${places.length === 0 ? "" : `, with a place in ${places.join(" or ")}`}.`,
  onlyPlaceMissing: ({ tier }) => `The scores are enough for ${tier} as they are.`,
  place: ({ places }) => `That takes a place in ${places.join(" or ")}, too.`,
  none: ({ tier }) => `No single score would be enough for ${tier}.`,
  gate: ({ gate }) => `The gate ${gate} fails now.`,
  best: ({ tier }) => `The best scores on all axes would come to ${tier}.`,
};

export const pathSentencesZhCN: PathSentences = {
  reached: ({ tier }) => `本次考核已达到${tier}。`,
  enough: ({ name, score, needed, rise, tier, places }) =>
    `${name}得分由 ${score} 提高 ${rise} 至 ${needed}${places.length === 0 ? "" : `，并获得${places.join("或")}的名额，`}即可达到${tier}。`,
  onlyPlaceMissing: ({ tier }) => `现有得分已足以达到${tier}。`,
  place: ({ places }) => `此外须获得${places.join("或")}的名额。`,
  none: ({ tier }) => `任何单项提高都不足以达到${tier}。`,
  gate: ({ gate }) => `目前未通过门槛“${gate}”。`,
  best: ({ tier }) => `各维度均为最高分时达到${tier}。`,
};

export const pathSentencesZhTW: PathSentences = {
  reached: ({ tier }) => `本次考核已達到${tier}。`,
  enough: ({ name, score, needed, rise, tier, places }) =>
    `${name}得分由 ${score} 提高 ${rise} 至 ${needed}${places.length === 0 ? "" : `，並獲得${places.join("或")}的名額，`}即可達到${tier}。`,
  onlyPlaceMissing: ({ tier }) => `現有得分已足以達到${tier}。`,
  place: ({ places }) => `此外須獲得${places.join("或")}的名額。`,
  none: ({ tier }) => `任何單項提高都不足以達到${tier}。`,
  gate: ({ gate }) => `目前未通過門檻「${gate}」。`,
  best: ({ tier }) => `各維度均為最高分時達到${tier}。`,
};
