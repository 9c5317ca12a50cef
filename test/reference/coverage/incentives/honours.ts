import type { Honours, HonoursConfig, TrainingPlan, TrainingPlanConfig } from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";
import { countChoices, isRefused, kindsOf } from "./lines.js";

const RULES = [
  "by",
  "within",
  "winners",
  "quotas",
  "mostWins",
  "coolingPeriods",
  "notWith",
  "prize",
  "events",
  "eligibility",
];
const PLAN = {
  whenShort: ["-", "skip", "stop"],
  mostCost: ["-", "1000", "2500"],
  mostHours: ["-", "10", "24"],
};

export const HONOURS = {
  honours: {
    "honours per": ["month", "quarter", "half-year", "year"],
    "honours rules": [...RULES, "a share"],
    "honours ties": ["-", "all-in", "all-out", "id"],
    "honours tied": ["-", "same", "shared"],
    "honours places": ["vacant", "more win than places", "others"],
    "honours people": ["money", "points", "nothing but the honour"],
    "honours notes": ["honour-rank", "honour-shared", "honour-event", "rounded-to-sum"],
    "honours not": ["honour-not-with", "honour-cooling", "honour-most-wins"],
    "honours refused": [
      "duplicate-id",
      "wrong-cycle",
      "unknown-honour",
      "unknown-person",
      "row-missing",
      "event-in-future",
      "missing",
      "fact-missing",
    ],
  },
  trainingPlan: {
    ...kindsOf("trainingPlan", PLAN),
    "trainingPlan courses": ["asked for", "required by another", "for a weak score"],
    "trainingPlan not": [
      "training-budget",
      "training-stopped",
      "training-most-cost",
      "training-most-hours",
      "training-full",
      "not eligible",
    ],
    "trainingPlan refused": ["missing", "fact-missing", "score-missing", "duplicate-id", "amount-too-fine"],
  },
};

export function countHonours(config: HonoursConfig, outcome: Outcome<Honours>, count: Count): void {
  for (const rule of config.honours) {
    count("honours per", rule.per);
    for (const name of RULES) count("honours rules", name, Object.hasOwn(rule, name));
    count("honours rules", "a share", rule.winners?.share !== undefined);
    count("honours ties", rule.ties ?? "-");
    if (rule.prize !== undefined) count("honours tied", rule.prize.tied ?? "-");
  }
  if (isRefused("honours", outcome, count) || !outcome.ok) return;
  for (const { units, refused } of outcome.value.honours) {
    for (const { places, winners, others, vacant } of units) {
      count("honours places", "vacant", vacant > 0);
      count("honours places", "more win than places", places !== undefined && winners.length > places);
      count("honours places", "others", others.length > 0);
    }
    for (const { reasons } of refused)
      for (const { kind } of reasons) if (kind.startsWith("honour-")) count("honours not", kind);
  }
  for (const { lines, points } of outcome.value.people) {
    count("honours people", "money", lines.length > 0);
    count("honours people", "points", !points.isZero());
    count("honours people", "nothing but the honour", lines.length === 0 && points.isZero());
    for (const { notes = [] } of lines) for (const { kind } of notes) count("honours notes", kind);
  }
}

export function countTrainingPlan(
  config: TrainingPlanConfig,
  outcome: Outcome<TrainingPlan>,
  count: Count,
): void {
  countChoices("trainingPlan", config, Object.keys(PLAN), count);
  if (isRefused("trainingPlan", outcome, count) || !outcome.ok) return;
  for (const { courses, refused } of outcome.value.people) {
    for (const { requiredBy, because } of courses) {
      count("trainingPlan courses", requiredBy === undefined ? "asked for" : "required by another");
      count("trainingPlan courses", "for a weak score", because.length > 0);
    }
    for (const { reasons } of refused)
      for (const { kind } of reasons)
        count("trainingPlan not", kind.startsWith("training-") ? kind : "not eligible");
  }
}
