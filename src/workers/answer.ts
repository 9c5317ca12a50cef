import { type BatchReviewer, batch } from "../batch/index.js";
import { TierwiseError } from "../kernel/errors.js";
import { type Answer, asPlain, type Problem, type Task } from "./messages.js";

/** What a worker does: it reviews the rows that it is given, and keeps the policies that it has seen. */
export function answerer(): (task: Task) => Answer {
  const reviewers = new Map<number, BatchReviewer>();
  return ({ id, policyId, policy, input }) => {
    try {
      if (policy !== undefined) reviewers.set(policyId, batch(policy));
      const review = reviewers.get(policyId);
      if (review === undefined) throw new Error("a worker got no policy");
      const result = review(input);
      return { id, batch: { ...result, issues: asPlain(result.issues) } };
    } catch (error) {
      return { id, problem: problemOf(error) };
    }
  };
}

function problemOf(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof TierwiseError)) return { message };
  const { code, issues, issueCount } = error;
  const subject = message.slice(0, message.indexOf(":"));
  return { message, tierwise: { code, subject, issues: asPlain(issues), issueCount } };
}
