import { type CheckedPoolPlan, compilePoolClaims } from "../../incentives/bonus/pool-claims.js";
import { claimantSchema } from "../../incentives/bonus/pool-fields.js";
import { ineligibleNotes, judgeEligibility } from "../../incentives/eligibility.js";
import { checkPresence, paidPart } from "../../incentives/presence.js";
import { compileProration } from "../../kernel/proration.js";
import { multiply, type Rational } from "../../kernel/rational.js";
import { createReport } from "../../kernel/report.js";
import { lazySchema, parseShape } from "../../kernel/schema.js";
import type { LabelColumn } from "../columns/result-columns.js";
import { certificatesOf } from "../sources/certificates.js";
import { EMPLOYMENT, tableOf } from "./aspects.js";
import type { Columns } from "./input.js";
import { type JudgedRow, judgeAside, wholeOf } from "./judge-aside.js";
import { ASIDE, countBy, type JudgedRows, judgedRows, SHARES, setOddAside } from "./judged-rows.js";
import { wholeTable } from "./pool-counts.js";
import { excludeIneligible } from "./pool-reasons.js";
import type { RowProblems } from "./problems.js";
import { openColumns, setUnsoundAside } from "./read-columns.js";
import { type RowRecord, recordReader } from "./row-records.js";
import { readWholes } from "./wholes.js";

/** What all rows claim. */
export interface BonusClaims {
  /** Whether a row claims something, or 0, as it is eligible. */
  readonly claims: (row: number) => boolean;
  /** Claims as whole numbers of 1 / den; rows in `odd` claim something else. */
  readonly counts: Float64Array;
  readonly den: bigint;
  readonly odd: ReadonlyMap<number, Rational>;
  /** Why a row is not eligible. */
  readonly excluded: LabelColumn;
}

const NUMBERS = ["target", "multiplier"] as const;

/** Reads what rows claim: target x multiplier x part of the period. A row that something is wrong with is a problem. */
export function readBonusClaims(
  config: CheckedPoolPlan,
  period: string,
  columns: Columns,
  rows: number,
  problems: RowProblems,
): BonusClaims {
  const judged = judgedRows(rows);
  const reasons: string[] = [];
  const den = countClaims(config, period, columns, rows, judged, reasons);
  const { group: _, ...ofPeople } = columns;
  const recordAt = recordReader(ofPeople);
  const judgeOne = compileJudge(config, period);
  const odd = judgeAside(judged, reasons, problems, {
    judge: (row) => judgeOne(recordAt(row)),
    countOf: (claim) => wholeOf(claim, den),
  });
  return {
    claims: (row) => judged.states[row] === SHARES && !problems.has(row),
    counts: judged.counts,
    den,
    odd,
    excluded: { codes: judged.reasons, dictionary: reasons },
  };
}

/** Judges and counts all rows that columns say, and gives what counts are divided by. */
function countClaims(
  config: CheckedPoolPlan,
  period: string,
  columns: Columns,
  rows: number,
  judged: JudgedRows,
  reasons: string[],
): bigint {
  const read = openColumns(columns, rows);
  setUnsoundAside(columns, ["id", "group", ...NUMBERS], read, judged);
  const [target, multiplier] = [readWholes(columns.target, rows), readWholes(columns.multiplier, rows)];
  for (const numbers of [target, multiplier]) setOddAside(judged, numbers);
  for (let row = 0; row < rows; row += 1) {
    const isClaim = (target.n[row] as number) >= 0 && !((multiplier.n[row] as number) < 0);
    if (!isClaim) judged.states[row] = ASIDE;
  }
  excludeIneligible(config.eligibility, period, read, judged, reasons);
  countBy(judged, (row) => target.n[row] as number);
  countBy(judged, (row) => {
    const given = multiplier.n[row] as number;
    return Number.isNaN(given) ? Number(multiplier.den) : given;
  });
  const employment = read.aspect(EMPLOYMENT);
  const proration = compileProration(config.proration);
  const parts = tableOf(employment, (member, report) =>
    paidPart(period, { employment: member.employment, absences: [] }, proration, report),
  );
  const { units, den } = wholeTable(parts);
  countBy(judged, (row) => units[(employment.codes[row] as number) + 1] as number);
  return target.den * multiplier.den * den;
}

const schema = /* @__PURE__ */ lazySchema(claimantSchema);

/** What one row claims, or why it is not eligible, by the function of one person. */
function compileJudge(config: CheckedPoolPlan, period: string) {
  const claimOf = compilePoolClaims(config);
  return ({ certificates, ...record }: RowRecord): JudgedRow<Rational> => {
    const report = createReport("invalid-input", "batch");
    const held = certificatesOf(certificates, report);
    const whole = held === undefined ? record : { ...record, certificates: held };
    const person = parseShape(schema(), whole, report) as Parameters<typeof claimOf>[0] | undefined;
    if (person !== undefined) checkPresence(person, [], report);
    if (person === undefined || report.count() > 0) return { issues: report.issues() };
    const judged = judgeEligibility(config.eligibility, { ...person, period }, [], report);
    const alone = createReport("invalid-input", "batch");
    const claimed =
      report.count() > 0 ? undefined : report.within([], () => claimOf(person, period, [], alone));
    if (claimed === undefined || report.count() > 0) return { issues: report.issues() };
    const reason = ineligibleNotes(judged)[0]?.kind;
    if (reason !== undefined) return { issues: [], reason };
    return { issues: [], shares: multiply(claimed.target, claimed.rate) };
  };
}
