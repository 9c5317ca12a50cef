import type { TierPlaces } from "../../adjustment/places/allocate.js";
import type { WithEmptyGroups } from "../../adjustment/places/empty-groups.js";
import type { TrainingPlan } from "../../incentives/training/plan.js";
import { type Calculator, defineCalculator } from "../../kernel/calculator.js";
import type { Issue } from "../../kernel/errors.js";
import type { Report } from "../../kernel/report.js";
import { checkGroupPeriod } from "../in-force.js";
import type { PolicyParts } from "../parts.js";
import type { CheckedPolicy } from "../policy.js";
import type { PromotionScorer } from "../promotion.js";
import type { PolicyFunctions, Review } from "../review.js";
import type { ReviewInput } from "../review-input.js";
import type { AxisChoices } from "../scores.js";
import { type Calibrated, compileCalibrations, type GroupCalibration, strangers } from "./calibrations.js";
import { compileComparisons } from "./comparisons.js";
import { type Changes, type GroupReviewInput, groupReviewInput } from "./input.js";
import { compileGroupPay, type GroupPay, type PaidGroup } from "./pay.js";
import type { GivenGroupPay, GroupTraining } from "./pay-input.js";
import { compileGroupPerson } from "./pay-people.js";
import { compileSettlement, type ReviewedRow, type Settlement } from "./places.js";
import { namedIn, type Problems, type Row, readRows, reject } from "./rows.js";
import { compileTraining, type PlannedTraining } from "./training.js";

/** One of the people of a group review: the input of the own review, with the contexts of the group in it, and what `review` makes of that input. */
export interface GroupReviewed {
  /** The number of the row, from 0. */
  readonly index: number;
  readonly input: ReviewInput;
  readonly review: Review;
}

/** A row that could not be reviewed, and why. The others are reviewed as if it were not there. */
export interface RejectedRow {
  /** The number of the row, from 0. */
  readonly index: number;
  readonly issues: readonly Issue[];
}

/** The reviews of all people of a period, and the limited places that they were given. */
export interface GroupReview extends WithEmptyGroups {
  readonly kind: "group-review";
  readonly period: string;
  readonly counts: { readonly reviewed: number; readonly rejected: number };
  /** In the order of the rows. */
  readonly people: readonly GroupReviewed[];
  readonly rejected: readonly RejectedRow[];
  /** What a panel's changes came to, by group of people who are compared; only where there were changes. */
  readonly calibrations?: readonly GroupCalibration[];
  /** By group, and in it from the highest tier down: the tiers whose places are limited. */
  readonly places: readonly TierPlaces[];
  /** What was paid to people together; only where the policy does that. */
  readonly pay?: GroupPay;
  /** Who takes which courses; only where the policy plans training. */
  readonly training?: TrainingPlan;
}

interface Settled extends Settlement, Calibrated, Pick<PaidGroup, "pay">, Pick<PlannedTraining, "training"> {}

/** What a group review is given beside its people. */
interface GroupGiven extends GivenGroupPay {
  readonly period: string;
  readonly changes?: Changes | undefined;
  readonly training?: GroupTraining | undefined;
}

/** Compiles the review of all people of a period: what each is compared by, the own review, and limited places. */
export function compileGroupReview(
  policy: CheckedPolicy,
  parts: PolicyParts,
  axes: readonly AxisChoices[],
  promotion: PromotionScorer | undefined,
  { score, review }: Pick<PolicyFunctions, "score"> & { readonly review: Calculator<ReviewInput, Review> },
): Calculator<GroupReviewInput, GroupReview> {
  const compare = compileComparisons(policy, parts, axes, promotion, score);
  const calibrate = compileCalibrations(policy, parts, review);
  const settle = compileSettlement(policy, parts, review);
  const payGroup = compileGroupPay(policy, parts, axes, review);
  const train = compileTraining(parts, compileGroupPerson(policy, axes));

  const reviewAll = (
    rows: readonly Row[],
    { period, changes, ...given }: GroupGiven,
    problems: Problems,
  ): Settled => {
    const compared = compare(rows, problems);
    const reviewed = problems.size > 0 ? [] : compared.flatMap((row) => reviewRow(row, review, problems));
    if (problems.size > 0) return { people: [], calibrations: [], issues: [], places: [] };
    const calibrated = calibrate(reviewed, changes);
    const settled = { ...calibrated, ...settle(calibrated.people, problems) };
    if (problems.size > 0) return settled;
    const paid = payGroup(period, settled.people, given, problems);
    const planned = train(period, paid.people, given.training, problems);
    return {
      ...settled,
      ...paid,
      ...planned,
      issues: [settled, paid, planned].flatMap(({ issues }) => issues),
    };
  };

  const calculator = defineCalculator({
    title: "reviewGroup",
    input: groupReviewInput,
    run({ people, ...given }, report): GroupReview {
      const { period, changes } = given;
      checkGroupPeriod(policy, period, report);
      report.stop();
      const rejected: Problems = new Map();
      let rows = readRows(people, period, policy, rejected);
      note(report, strangers(changes, namedIn(people)));
      report.stop();
      for (;;) {
        const problems: Problems = new Map();
        const settled = reviewAll(rows, given, problems);
        if (problems.size === 0) {
          note(report, settled.issues);
          report.stop();
          return write(period, settled, rejected);
        }
        for (const [index, issues] of problems) rejected.set(index, issues);
        rows = rows.filter(({ index }) => !problems.has(index));
      }
    },
  });
  return calculator as Calculator<GroupReviewInput, GroupReview>;
}

function reviewRow(
  row: Row,
  review: Calculator<ReviewInput, Review>,
  problems: Problems,
): readonly ReviewedRow[] {
  const outcome = review.safe(row.input);
  if (outcome.ok) return [{ ...row, review: outcome.value }];
  reject(problems, row.index, outcome.error.issues);
  return [];
}

function note(report: Report, issues: readonly Issue[]): void {
  for (const { path, code, message, params } of issues) report.add(path, code, message, params);
}

function write(
  period: string,
  { people, calibrations, places, emptyGroups, pay, training }: Settled,
  rejected: Problems,
): GroupReview {
  return {
    kind: "group-review",
    period,
    counts: { reviewed: people.length, rejected: rejected.size },
    people: people.map(({ index, input, review }) => ({ index, input, review })),
    rejected: [...rejected].sort(([a], [b]) => a - b).map(([index, issues]) => ({ index, issues })),
    ...(calibrations.length === 0 ? {} : { calibrations }),
    places,
    ...(emptyGroups === undefined ? {} : { emptyGroups }),
    ...(pay === undefined ? {} : { pay }),
    ...(training === undefined ? {} : { training }),
  };
}
