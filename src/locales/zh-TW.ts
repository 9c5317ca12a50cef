import { monitoringSentencesZhTW } from "../adjustment/monitoring/sentences.js";
import { placesSentencesZhTW } from "../adjustment/places/sentences.js";
import { decisionSentencesZhTW } from "../adjustment/sentences.js";
import { placementSentencesZhTW } from "../classification/sentences.js";
import { benefitsSentencesZhTW } from "../incentives/benefits/sentences.js";
import { bonusPoolSentencesZhTW } from "../incentives/bonus/pool-sentences.js";
import { creditingSentencesZhTW } from "../incentives/crediting/sentences.js";
import { equitySentencesZhTW } from "../incentives/equity/sentences-zh.js";
import { honoursSentencesZhTW } from "../incentives/honours/sentences.js";
import { salarySentencesZhTW } from "../incentives/merit/sentences.js";
import { planSentencesZhTW } from "../incentives/plan/sentences.js";
import { quotaSentencesZhTW } from "../incentives/quota/sentences.js";
import { paySentencesZhTW } from "../incentives/sentences.js";
import { spiffSentencesZhTW } from "../incentives/spiff/sentences.js";
import { teamPoolSentencesZhTW } from "../incentives/team-pool/sentences.js";
import { trainingSentencesZhTW } from "../incentives/training/sentences.js";
import { changeSentencesZhTW } from "../policy/change-sentences.js";
import type { Locale } from "../policy/locale.js";
import { matrixSentencesZhTW } from "../policy/matrix-sentences-zh.js";
import { pathSentencesZhTW } from "../policy/path/sentences.js";
import { payRulesSentencesZhTW } from "../policy/pay-rules-sentences.js";
import { rulesSentencesZhTW } from "../policy/rules-sentences-zh.js";
import { schemaSentencesZhTW } from "../policy/schema-sentences-zh-tw.js";
import { policySentencesZhTW } from "../policy/sentences.js";
import { scoreSentencesZhTW } from "../scoring/sentences-zh.js";

/** Traditional Chinese. */
export const zhTW: Locale = /* @__PURE__ */ Object.freeze({
  languageTag: "zh-TW",
  score: scoreSentencesZhTW,
  placement: placementSentencesZhTW,
  decision: decisionSentencesZhTW,
  places: placesSentencesZhTW,
  monitoring: monitoringSentencesZhTW,
  pay: paySentencesZhTW,
  salary: salarySentencesZhTW,
  bonusPool: bonusPoolSentencesZhTW,
  crediting: creditingSentencesZhTW,
  equity: equitySentencesZhTW,
  teamPool: teamPoolSentencesZhTW,
  training: trainingSentencesZhTW,
  honours: honoursSentencesZhTW,
  benefits: benefitsSentencesZhTW,
  quota: quotaSentencesZhTW,
  plan: planSentencesZhTW,
  spiff: spiffSentencesZhTW,
  schema: schemaSentencesZhTW,
  matrix: matrixSentencesZhTW,
  rules: rulesSentencesZhTW,
  payRules: payRulesSentencesZhTW,
  path: pathSentencesZhTW,
  policy: policySentencesZhTW,
  change: changeSentencesZhTW,
});
