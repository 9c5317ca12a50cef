import type { CheckedPolicy } from "../../policy/policy.js";

/** The names of the columns that pay depends on, beside those of tier, attributes, facts and evidence. */
export function payNames({ incentives = [] }: CheckedPolicy): ReadonlySet<string> {
  const ofIncentives = incentives.flatMap((incentive): readonly string[] => {
    switch (incentive.use) {
      case "performanceBonus":
        return (incentive.multipliers ?? []).map(({ id }) => `multipliers.${id}`);
      case "commission": {
        const { on, per, counts, threshold } = incentive;
        return [
          `amounts.${on}`,
          `credits.${on}`,
          ...(per === "to-date" ? [`earlier.${on}`, `toDate.${on}`, `paid.${on}`] : []),
          ...(counts === "attainment" || threshold?.counts === "attainment" ? [`quotas.${on}`] : []),
        ];
      }
      case "yearEndBonus":
        return ["salary", "earned", "factor"].map((name) => `yearEnd.${name}`);
      default:
        return [];
    }
  });
  return new Set([...LABELS, "step", ...NUMBERS, ...ofIncentives, ...ROW_BY_ROW]);
}

const LABELS = ["grade", "location"];
const NUMBERS = ["experienceYears", "share", "salary"];

/** What few people have, and no program reads: lists of cells, as `policy.pay` takes them. Rows with one are worked out by the one-person functions. */
export const ROW_BY_ROW = ["absences", "changes", "employment", "honours"] as const;

/** Whether a column has what only the one-person functions read. */
export function isRowByRow(name: string): boolean {
  return ROW_BY_ROW.some((one) => one === name);
}

/** Whether a value of a column of pay is sound whatever the policy does with it; what is not is for the one-person functions. */
export function isSoundPay(name: string, value: unknown): boolean {
  if (isRowByRow(name)) return Array.isArray(value) && value.length === 0;
  if (LABELS.includes(name))
    return typeof value === "string" && /^[A-Za-z0-9_][A-Za-z0-9_-]{0,99}$/.test(value);
  if (name === "step") return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 100;
  const isPlain =
    typeof value === "number" || (typeof value === "string" && /^\d{1,15}(\.\d{1,15})?$/.test(value));
  return isPlain && Number(value) >= 0 && Number(value) <= (name === "share" ? 1 : Number.MAX_VALUE);
}
