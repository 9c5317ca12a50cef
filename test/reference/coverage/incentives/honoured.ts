import {
  type RewardPoints,
  type RewardPointsConfig,
  ROUNDING_MODES,
  type TrainingAgreement,
  type TrainingAgreementConfig,
} from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";
import { countChoices, countLines, isRefused, kindsOf } from "./lines.js";

const SHARED = { rounding: ["-", ...ROUNDING_MODES] };

export const HONOURED = {
  rewardPoints: {
    ...kindsOf("rewardPoints", SHARED),
    "rewardPoints expiry": ["-", "days", "months", "yearEnds"],
    "rewardPoints amounts": ["points", "earned", "spent", "expired"],
    "rewardPoints lines": ["some", "none"],
    "rewardPoints refused": [
      "points-short",
      "event-in-future",
      "event-settled",
      "range-empty",
      "duplicate-id",
      "unknown-property",
    ],
  },
  trainingAgreement: {
    ...kindsOf("trainingAgreement", SHARED),
    "trainingAgreement returns": ["days", "months", "years", "steps", "steps with a most"],
    "trainingAgreement lines": ["negative", "nothing"],
    "trainingAgreement notes": [
      "training-reason",
      "training-no-term",
      "training-not-completed",
      "training-served",
      "training-term",
      "training-most",
      "rounded",
    ],
    "trainingAgreement refused": ["missing", "duplicate-id"],
  },
};

export function countPoints(config: RewardPointsConfig, outcome: Outcome<RewardPoints>, count: Count): void {
  countChoices("rewardPoints", config, Object.keys(SHARED), count);
  count("rewardPoints expiry", Object.keys(config.expiry ?? { "-": 0 })[0] ?? "");
  if (isRefused("rewardPoints", outcome, count) || !outcome.ok) return;
  for (const name of ["points", "earned", "spent", "expired"] as const)
    count("rewardPoints amounts", name, !outcome.value[name].isZero());
  count("rewardPoints lines", outcome.value.lines.length === 0 ? "none" : "some");
}

export function countAgreement(
  { returns, ...config }: TrainingAgreementConfig,
  outcome: Outcome<TrainingAgreement>,
  count: Count,
): void {
  countChoices("trainingAgreement", config, Object.keys(SHARED), count);
  count(
    "trainingAgreement returns",
    returns.by === "steps" && returns.most !== undefined ? "steps with a most" : returns.by,
  );
  countLines("trainingAgreement", outcome, count);
}
