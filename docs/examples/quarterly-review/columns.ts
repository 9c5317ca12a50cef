import type { Policy } from "tierwise";
import type { Table } from "./csv-read.js";
import { Problem } from "./problem.js";

/** Where the numbers of an indicator are in the evidence. */
export interface IndicatorColumns {
  readonly indicator: string;
  /** One number that is the evidence. */
  readonly value?: string;
  /** What was reached, and where the file has it the target. */
  readonly actual?: string;
  readonly target?: string;
}

export interface EvidenceColumns {
  readonly indicators: readonly IndicatorColumns[];
  /** Indicators with a column for what commission is paid on, and for what was credited earlier. */
  readonly amounts: readonly string[];
  readonly toDate: readonly string[];
  /** Columns of the file that the policy has no use for. */
  readonly unused: readonly string[];
}

const KEYS = ["person", "period"];

/** Finds the columns that a policy asks for, or says which are not there. */
export function findColumns(policy: Policy, { columns, path }: Table): EvidenceColumns {
  const indicators = policy.axes.flatMap((axis) => axis.indicators);
  const taken = indicators.find(({ id }) => KEYS.includes(id));
  if (taken !== undefined)
    throw new Problem(
      `--policy: an indicator cannot be called ${taken.id} here, as the evidence has that column`,
    );
  const paidOn = new Set(
    (policy.incentives ?? []).flatMap((one) => (one.use === "commission" ? [one.on] : [])),
  );
  const found = indicators.map(({ id, measure }) => columnsOf(id, measure, columns));
  const missing = [
    ...KEYS.filter((column) => !columns.includes(column)),
    ...found.flatMap((one) => one.missing ?? []),
  ];
  const amounts = [...paidOn].filter((id) => columns.includes(`${id}.amount`));
  const toDate = [...paidOn].filter((id) => columns.includes(`${id}.toDate`));
  const used = new Set([
    ...KEYS,
    "",
    ...found.flatMap(({ value = "", actual = "", target = "" }) => [value, actual, target]),
    ...amounts.map((id) => `${id}.amount`),
    ...toDate.map((id) => `${id}.toDate`),
  ]);
  const unused = columns.filter((column) => !used.has(column));
  if (missing.length > 0) {
    const hint = unused.length === 0 ? "" : `\n  the policy has no use for ${unused.join(", ")}`;
    throw new Problem(`--evidence: ${path} has no column ${missing.join(", ")}${hint}`);
  }
  return { indicators: found, amounts, toDate, unused };
}

type Measure = Policy["axes"][number]["indicators"][number]["measure"];

function columnsOf(
  id: string,
  measure: Measure,
  columns: readonly string[],
): IndicatorColumns & { readonly missing?: readonly string[] } {
  const has = (column: string) => columns.includes(column);
  if (measure.kind !== "attainment")
    return has(id) ? { indicator: id, value: id } : { indicator: id, missing: [id] };
  const [actual, target] = [`${id}.actual`, `${id}.target`];
  const targetStated = measure.target !== undefined;
  if (targetStated && has(id) && !has(actual)) return { indicator: id, value: id };
  const missing = [actual, ...(targetStated ? [] : [target])].filter((column) => !has(column));
  return {
    indicator: id,
    actual,
    ...(has(target) ? { target } : {}),
    ...(missing.length > 0 ? { missing } : {}),
  };
}
