import type { Issue } from "../../kernel/errors.js";
import type { CompiledPolicy } from "../../policy/compile.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import { listShapes } from "../columns/names.js";
import { clearRow, writePerson } from "../columns/result-columns.js";
import { type PersonInput, rowReader } from "../columns/rows.js";
import { withGroupIssue } from "../input/group-issues.js";
import type { BatchInput } from "../input/input.js";
import { type Compared, NO_GROUP } from "../input/own-groups.js";
import type { Outcome } from "../outcome/outcome.js";
import { clearPay, writeStatement } from "../pay/columns.js";
import { compilePayPerson } from "../pay/person.js";
import { compilePerson } from "./person.js";

/** Rows that do not come from columns alone. */
export interface OddRows {
  /** A row as the one-person functions take it, where that is not what the columns say. */
  readonly personAt?: (row: number) => PersonInput;
  /** Rows without a result, and what is wrong with them. */
  readonly refused?: ReadonlyMap<number, readonly Issue[]>;
  /** Rows that the columns do not say whole. */
  readonly aside?: ReadonlySet<number>;
}

/** What the one-person functions find for a row is written in place of what columns wrote; what is wrong with it comes back. */
export function compileRow(
  policy: CheckedPolicy,
  compiled: CompiledPolicy,
  input: BatchInput,
  { placement: columns, pay }: Outcome,
  { personAt = rowReader(input.columns, listShapes(policy)), refused }: OddRows,
  comparedAt: (row: number) => Compared,
): (row: number) => readonly Issue[] | undefined {
  const reviews = new Map<Compared, ReturnType<typeof compilePerson>>();
  return (row) => {
    clearRow(columns, row);
    if (pay !== undefined) clearPay(pay, row);
    const wrong = refused?.get(row);
    if (wrong !== undefined) return wrong;
    const compared = comparedAt(row);
    const review = reviews.get(compared) ?? compileReview(policy, compiled, input, compared);
    reviews.set(compared, review);
    const who = personAt(row);
    const person = review(who);
    if ("issues" in person)
      return compared === NO_GROUP
        ? withGroupIssue(person.issues, who.attributes, policy, input.groups ?? [])
        : person.issues;
    const { scores, placement, statement } = person;
    const isWritten =
      writePerson(columns, row, scores, placement) &&
      (pay === undefined || statement === undefined || writeStatement(pay, row, statement));
    if (isWritten) return undefined;
    clearRow(columns, row);
    return [tooLong()];
  };
}

/** What one row takes is compiled where one asks for it; in most files few do. */
function compileReview(
  policy: CheckedPolicy,
  compiled: CompiledPolicy,
  { period, pay }: BatchInput,
  { cohort, bands }: Compared,
): ReturnType<typeof compilePerson> {
  const paid = pay === true ? compilePayPerson(policy, compiled, period ?? "") : undefined;
  return compilePerson(policy, compiled, { period, cohort, bands }, paid);
}

function tooLong(): Issue {
  const message =
    "a number has more digits than a column of whole numbers holds: use the one-person functions";
  return { path: [], code: "too-large", message, params: {} };
}
