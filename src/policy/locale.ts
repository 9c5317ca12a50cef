import { type MonitoringSentences, monitoringSentencesEn } from "../adjustment/monitoring/sentences.js";
import { type PlacesSentences, placesSentencesEn } from "../adjustment/places/sentences.js";
import { type DecisionSentences, decisionSentencesEn } from "../adjustment/sentences.js";
import { type PlacementSentences, placementSentencesEn } from "../classification/sentences.js";
import { type BenefitsSentences, benefitsSentencesEn } from "../incentives/benefits/sentences.js";
import { type BonusPoolSentences, bonusPoolSentencesEn } from "../incentives/bonus/pool-sentences.js";
import { type CreditingSentences, creditingSentencesEn } from "../incentives/crediting/sentences.js";
import { type EquitySentences, equitySentencesEn } from "../incentives/equity/sentences.js";
import { type HonoursSentences, honoursSentencesEn } from "../incentives/honours/sentences.js";
import { type SalarySentences, salarySentencesEn } from "../incentives/merit/sentences.js";
import { type PlanSentences, planSentencesEn } from "../incentives/plan/sentences.js";
import { type QuotaSentences, quotaSentencesEn } from "../incentives/quota/sentences.js";
import { type PaySentences, paySentencesEn } from "../incentives/sentences.js";
import { type SpiffSentences, spiffSentencesEn } from "../incentives/spiff/sentences.js";
import { type TeamPoolSentences, teamPoolSentencesEn } from "../incentives/team-pool/sentences.js";
import { type TrainingSentences, trainingSentencesEn } from "../incentives/training/sentences.js";
import { type ScoreSentences, scoreSentencesEn } from "../scoring/sentences.js";
import { type ChangeSentences, changeSentencesEn } from "./change-sentences.js";
import { type MatrixSentences, matrixSentencesEn } from "./matrix-sentences.js";
import { type PathSentences, pathSentencesEn } from "./path/sentences.js";
import { type PayRulesSentences, payRulesSentencesEn } from "./pay-rules-sentences.js";
import { type RulesSentences, rulesSentencesEn } from "./rules-sentences.js";
import { type SchemaSentences, schemaSentencesEn } from "./schema-sentences.js";
import { type PolicySentences, policySentencesEn } from "./sentences.js";

/** A language: its tag, by which labels are chosen, and the sentences of each room. */
export interface Locale {
  readonly languageTag: string;
  readonly score: ScoreSentences;
  readonly placement: PlacementSentences;
  readonly decision: DecisionSentences;
  readonly places: PlacesSentences;
  readonly monitoring: MonitoringSentences;
  readonly pay: PaySentences;
  readonly salary: SalarySentences;
  readonly bonusPool: BonusPoolSentences;
  readonly crediting: CreditingSentences;
  readonly equity: EquitySentences;
  readonly teamPool: TeamPoolSentences;
  readonly training: TrainingSentences;
  readonly honours: HonoursSentences;
  readonly benefits: BenefitsSentences;
  readonly quota: QuotaSentences;
  readonly plan: PlanSentences;
  readonly spiff: SpiffSentences;
  readonly schema: SchemaSentences;
  readonly matrix: MatrixSentences;
  readonly rules: RulesSentences;
  readonly payRules: PayRulesSentences;
  readonly path: PathSentences;
  readonly policy: PolicySentences;
  readonly change: ChangeSentences;
}

/** English, which needs no import. */
export const en: Locale = /* @__PURE__ */ Object.freeze({
  languageTag: "en",
  score: scoreSentencesEn,
  placement: placementSentencesEn,
  decision: decisionSentencesEn,
  places: placesSentencesEn,
  monitoring: monitoringSentencesEn,
  pay: paySentencesEn,
  salary: salarySentencesEn,
  bonusPool: bonusPoolSentencesEn,
  crediting: creditingSentencesEn,
  equity: equitySentencesEn,
  teamPool: teamPoolSentencesEn,
  training: trainingSentencesEn,
  honours: honoursSentencesEn,
  benefits: benefitsSentencesEn,
  quota: quotaSentencesEn,
  plan: planSentencesEn,
  spiff: spiffSentencesEn,
  schema: schemaSentencesEn,
  matrix: matrixSentencesEn,
  rules: rulesSentencesEn,
  payRules: payRulesSentencesEn,
  path: pathSentencesEn,
  policy: policySentencesEn,
  change: changeSentencesEn,
});
