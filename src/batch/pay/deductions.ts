import type { OfUse } from "../../policy/incentives.js";

/** Whether deductions make no line where there are neither events nor claims, and no limit looks at a fact. */
export function isWithoutLines(incentive: OfUse<"deductions">): boolean {
  const { deductions, most = [], leaves } = incentive;
  const limits = [...most, leaves, ...deductions.flatMap((one) => [...(one.most ?? []), one.leaves])];
  return (
    deductions.every(({ due }) => due.kind === "claims" || due.kind === "fines") &&
    limits.every((limit) => limit?.fact === undefined)
  );
}
