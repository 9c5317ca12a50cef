import type { Path } from "../../kernel/errors.js";
import { type NumberInput, readNumber } from "../../kernel/number.js";
import { multiply, ONE, type Rational, rational, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import type { Checked } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { QUANTITIES, type Quantity } from "../rate-table/terms.js";
import type { commissionInput } from "./fields.js";
import { LIMITS_LINE } from "./line.js";
import { asksForQuota, type CommissionPlan, type Quantities, quantitiesOf } from "./plan.js";

export type CheckedInput = Checked<typeof commissionInput>;

/** A credit as it was given, with its numbers read and the key of its deal. */
export interface GivenCredit {
  readonly id: string;
  readonly deal: string;
  readonly order?: string;
  readonly quantities: Quantities;
  readonly attributes: Readonly<Record<string, string>>;
  /** Where it stands in the input. */
  readonly path: Path;
}

/** An input that has been read. */
export interface Given {
  readonly now: readonly GivenCredit[];
  readonly before: readonly GivenCredit[];
  /** Above zero; 1 where the plan needs none. */
  readonly quota: Rational;
  /** What was paid for the credits before, where it is stated. */
  readonly paid?: Rational;
}

/** Reads an input, and notes what the plan needs and it lacks, and what it has and the plan does not look at. */
export function readGiven(
  input: CheckedInput,
  plan: CommissionPlan,
  decimals: number,
  report: Report,
): Given {
  const needed = quantitiesOf(plan);
  const ids = new Set<string>();
  const read = (list: CheckedInput["credits"], at: string): readonly GivenCredit[] =>
    list.map((credit, index) => {
      const path = [at, index];
      if (ids.has(credit.id))
        report.add([...path, "id"], "duplicate-id", `${show(credit.id)} is there twice`, { id: credit.id });
      ids.add(credit.id);
      return readCredit(credit, path, plan.config.per, needed, report);
    });
  checkToDate(input, plan, needed, report);
  checkLineNames(input.credits, plan, report);
  const { credits, earlier = [], toDate, paid } = input;
  const before = [...statedTotal(toDate, plan), ...read(earlier, "earlier")];
  return {
    now: read(credits, "credits"),
    before,
    quota: readQuota(input, plan, report),
    ...(paid === undefined ? {} : { paid: readPaid(paid, decimals, report) }),
  };
}

/** Notes a deal whose line would have the name of the line that says what limits change. */
function checkLineNames(
  credits: CheckedInput["credits"],
  { config: { per, cap, floor } }: CommissionPlan,
  report: Report,
): void {
  if ((per !== "credit" && per !== "order") || (cap === undefined && floor === undefined)) return;
  const name = per === "credit" ? "id" : "order";
  const index = credits.findIndex((credit) => credit[name] === LIMITS_LINE);
  if (index < 0) return;
  const message = `expected another key than ${show(LIMITS_LINE)}, which the line of what the cap or floor changes has`;
  report.add(["credits", index, name], "duplicate-id", message, { id: LIMITS_LINE });
}

/** Notes what belongs to a running total where nothing does. */
function checkToDate(
  { earlier, toDate, paid }: CheckedInput,
  { config, kind, tables }: CommissionPlan,
  needed: ReadonlySet<Quantity>,
  report: Report,
): void {
  if (config.per !== "to-date") {
    for (const [name, value] of Object.entries({ earlier, toDate, paid })) {
      if (value === undefined) continue;
      report.add([name], "to-date-unused", `the plan does not count to date: take ${name} away`);
    }
  } else if (toDate !== undefined && (kind !== "direct" || tables.length > 1 || needed.size > 1)) {
    const message = "one total does not say all that the plan needs: give the credits of it in earlier";
    report.add(["toDate"], "to-date-unused", message);
  } else if (toDate !== undefined && earlier !== undefined)
    report.add(["toDate"], "one-of", "expected either the earlier credits or their total, got both");
}

/** A total to date as one credit. */
function statedTotal(toDate: NumberInput | undefined, { counted }: CommissionPlan): readonly GivenCredit[] {
  const total = toDate === undefined ? ZERO : readNumber(toDate);
  if (total.n === 0n) return [];
  const quantities = { amount: ZERO, units: ZERO, margin: ZERO, [counted]: total };
  return [{ id: "", deal: "", quantities, attributes: {}, path: ["toDate"] }];
}

function readQuota({ quota }: CheckedInput, plan: CommissionPlan, report: Report): Rational {
  if (!asksForQuota(plan)) {
    if (quota !== undefined)
      report.add(["quota"], "quota-unused", "the plan counts no attainment: take the quota away");
    return ONE;
  }
  if (quota === undefined) {
    report.add(["quota"], "quota-missing", "the plan counts attainment: expected the quota");
    return ONE;
  }
  const read = readNumber(quota);
  if (read.n > 0n) return read;
  report.add(["quota"], "quota-not-positive", `expected a quota above 0, got ${show(quota)}`);
  return ONE;
}

function readPaid(paid: NumberInput, decimals: number, report: Report): Rational {
  const read = readNumber(paid);
  if (multiply(read, rational(10n ** BigInt(decimals))).d !== 1n)
    report.add(["paid"], "amount-too-fine", `expected at most ${decimals} decimals, got ${show(paid)}`);
  return read;
}

function readCredit(
  credit: CheckedInput["credits"][number],
  path: Path,
  per: CommissionPlan["config"]["per"],
  needed: ReadonlySet<Quantity>,
  report: Report,
): GivenCredit {
  for (const quantity of needed) {
    if (credit[quantity] === undefined)
      report.add([...path, quantity], "missing", `the plan needs the ${quantity} of each credit`);
  }
  if (per === "order" && credit.order === undefined)
    report.add([...path, "order"], "missing", "the plan pays by the order: expected the order's key");
  const [amount, units, margin] = QUANTITIES.map((quantity) => readNumber(credit[quantity] ?? 0));
  return {
    id: credit.id,
    ...(credit.order === undefined ? {} : { order: credit.order }),
    deal: credit.order === undefined || per === "credit" ? `credit ${credit.id}` : `order ${credit.order}`,
    quantities: { amount: amount ?? ZERO, units: units ?? ZERO, margin: margin ?? ZERO },
    attributes: credit.attributes ?? {},
    path,
  };
}
