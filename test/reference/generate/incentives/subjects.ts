import { advanceSubject, drawSubject, holdbackSubject } from "./balances.js";
import { basePaySubject } from "./base-pay.js";
import { clawbackSubject, recomputedSubject } from "./clawbacks.js";
import { commissionSubject } from "./commission.js";
import { creditingSubject } from "./crediting.js";
import { deductionsSubject } from "./deductions.js";
import { eligibilitySubject } from "./eligibility.js";
import { equityGrantSubject, equityPayoutSubject } from "./equity.js";
import { fiscalSubject } from "./fiscal.js";
import { rewardPointsSubject, trainingAgreementSubject } from "./honoured.js";
import { honoursSubject, trainingPlanSubject } from "./honours.js";
import { meritIncreaseSubject, salaryPositionSubject } from "./merit.js";
import { payLedgerSubject } from "./pay-ledger.js";
import { performanceBonusSubject } from "./performance-bonus.js";
import { allocationSubject, bonusPoolSubject, teamPoolSubject } from "./pools.js";
import { exchangeSubject, quotaSubject } from "./quota.js";
import { spiffSubject } from "./spiff.js";
import { benefitsSubject, statementSubject } from "./statement.js";
import type { Subject } from "./subject.js";
import { vestingSubject } from "./vesting.js";
import { yearEndBonusSubject } from "./year-end-bonus.js";

/** The calculators of pay, in the order in which they are asked. */
export const SUBJECTS: readonly Subject[] = [
  commissionSubject,
  basePaySubject,
  performanceBonusSubject,
  drawSubject,
  holdbackSubject,
  advanceSubject,
  clawbackSubject,
  recomputedSubject,
  eligibilitySubject,
  allocationSubject,
  teamPoolSubject,
  bonusPoolSubject,
  quotaSubject,
  exchangeSubject,
  creditingSubject,
  vestingSubject,
  spiffSubject,
  yearEndBonusSubject,
  deductionsSubject,
  equityGrantSubject,
  equityPayoutSubject,
  benefitsSubject,
  statementSubject,
  salaryPositionSubject,
  meritIncreaseSubject,
  rewardPointsSubject,
  trainingAgreementSubject,
  honoursSubject,
  trainingPlanSubject,
  payLedgerSubject,
  fiscalSubject,
];
