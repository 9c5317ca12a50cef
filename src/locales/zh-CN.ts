import { monitoringSentencesZhCN } from "../adjustment/monitoring/sentences.js";
import { placesSentencesZhCN } from "../adjustment/places/sentences.js";
import { decisionSentencesZhCN } from "../adjustment/sentences.js";
import { placementSentencesZhCN } from "../classification/sentences.js";
import { benefitsSentencesZhCN } from "../incentives/benefits/sentences.js";
import { bonusPoolSentencesZhCN } from "../incentives/bonus/pool-sentences.js";
import { creditingSentencesZhCN } from "../incentives/crediting/sentences.js";
import { equitySentencesZhCN } from "../incentives/equity/sentences-zh.js";
import { honoursSentencesZhCN } from "../incentives/honours/sentences.js";
import { salarySentencesZhCN } from "../incentives/merit/sentences.js";
import { planSentencesZhCN } from "../incentives/plan/sentences.js";
import { quotaSentencesZhCN } from "../incentives/quota/sentences.js";
import { paySentencesZhCN } from "../incentives/sentences.js";
import { spiffSentencesZhCN } from "../incentives/spiff/sentences.js";
import { teamPoolSentencesZhCN } from "../incentives/team-pool/sentences.js";
import { trainingSentencesZhCN } from "../incentives/training/sentences.js";
import { changeSentencesZhCN } from "../policy/change-sentences.js";
import type { Locale } from "../policy/locale.js";
import { matrixSentencesZhCN } from "../policy/matrix-sentences-zh.js";
import { pathSentencesZhCN } from "../policy/path/sentences.js";
import { payRulesSentencesZhCN } from "../policy/pay-rules-sentences.js";
import { rulesSentencesZhCN } from "../policy/rules-sentences-zh.js";
import { schemaSentencesZhCN } from "../policy/schema-sentences-zh-cn.js";
import { policySentencesZhCN } from "../policy/sentences.js";
import { scoreSentencesZhCN } from "../scoring/sentences-zh.js";

/** Simplified Chinese. */
export const zhCN: Locale = /* @__PURE__ */ Object.freeze({
  languageTag: "zh-CN",
  score: scoreSentencesZhCN,
  placement: placementSentencesZhCN,
  decision: decisionSentencesZhCN,
  places: placesSentencesZhCN,
  monitoring: monitoringSentencesZhCN,
  pay: paySentencesZhCN,
  salary: salarySentencesZhCN,
  bonusPool: bonusPoolSentencesZhCN,
  crediting: creditingSentencesZhCN,
  equity: equitySentencesZhCN,
  teamPool: teamPoolSentencesZhCN,
  training: trainingSentencesZhCN,
  honours: honoursSentencesZhCN,
  benefits: benefitsSentencesZhCN,
  quota: quotaSentencesZhCN,
  plan: planSentencesZhCN,
  spiff: spiffSentencesZhCN,
  schema: schemaSentencesZhCN,
  matrix: matrixSentencesZhCN,
  rules: rulesSentencesZhCN,
  payRules: payRulesSentencesZhCN,
  path: pathSentencesZhCN,
  policy: policySentencesZhCN,
  change: changeSentencesZhCN,
});
