import { Decimal as Decimals } from "decimal.js";
import type { Batch, BatchInput } from "../../src/batch/index.js";
import {
  compilePolicy,
  type InsufficientEvidence,
  type PayInput,
  type Policy,
  type Score,
  type ScoreInput,
  type StatementLine,
} from "../../src/index.js";
import { currencyDecimals } from "../../src/kernel/currency.js";
import { amountsOf, type ReadAmount } from "../../src/policy/amounts.js";
import type { CheckedWeightSchema } from "../../src/scoring/schema.js";

/** What one row came to, as texts, or the codes of what is wrong with it. */
export type Row = Readonly<Record<string, unknown>> | readonly string[];

/** What people are compared with. */
export type Groups = Pick<BatchInput, "cohort" | "bands">;

/** Scores, places and pays one person by the one-person functions alone. */
export function onePerson(policy: Policy, period: string, { cohort, bands: group }: Groups = {}) {
  const { score, classify, pay, parts } = compilePolicy(policy);
  const schemas = [
    ...Object.values(parts.axes),
    ...Object.values(parts.variants).flatMap((own) => Object.values(own)),
  ] as readonly CheckedWeightSchema[];
  const amounts = new Map(schemas.flatMap(({ indicators }) => amountsOf(indicators)));
  return (
    evidence: Readonly<Record<string, unknown>>,
    tier: string,
    details: Readonly<Record<string, unknown>>,
  ): Row => {
    const {
      attributes: own,
      facts,
      amounts: stated,
      certificates: held = {},
      previous,
      presence,
      ...others
    } = nested(details);
    const certificates = certificatesOf(held);
    const attributes = { ...own, tier } as Record<string, string>;
    const given = { ...(cohort && { cohort }), ...(previous && { previous }), ...(presence && { presence }) };
    const scored = score.safe({ evidence, attributes, period, ...given } as unknown as ScoreInput);
    if (!scored.ok) return scored.error.issues.map(({ code }) => code);
    const placing = placingOf(policy, Object.entries(scored.value));
    if ("codes" in placing) return placing.codes;
    const compared = {
      ...(group && { cohort: group }),
      ...(others.id && { person: String(others.id) }),
      ...(others.bands && { previous: others.bands as Record<string, string> }),
    };
    const placed = classify.safe({ ...placing, certificates, ...compared });
    if (!placed.ok) return placed.error.issues.map(({ code }) => code);
    const { axes, cell, promotionBlocked, vetoed, capTier } = placed.value;
    const paid = pay?.safe({
      ...others,
      ...{ period, tier, attributes, scores: placing.scores },
      facts: facts ?? {},
      certificates,
      at: Object.fromEntries(axes.map(({ axis, band }) => [axis, band])),
      amounts: { ...rawAmounts(policy, evidence, amounts), ...stated },
    } as PayInput);
    if (paid?.ok === false) return paid.error.issues.map(({ code }) => code);
    const lines = columnLines(paid?.value.lines ?? []);
    const money = paid === undefined ? [] : [...lines.values(), paid.value.total];
    if (money.some((amount) => isTooLarge(amount, currencyDecimals(policy.currency ?? ""))))
      return ["too-large"];
    return {
      scores: Object.values(placing.scores).map((value) => value.toFixed()),
      bands: axes.map(({ band }) => band),
      cell: axes.map(({ axis }) => cell.at[axis]).join(" x "),
      promotionBlocked,
      vetoed,
      capTier,
      lines: paid && [...lines].map(([id, amount]) => `${id} ${amount.toFixed()}`).sort(),
      total: paid?.value.total.toFixed(),
    };
  };
}

/** Sums of any amounts are exact. */
const Wide = Decimals.clone({ precision: 400 });

/** The lines of a statement as columns have them: those of single deals come to one of their incentive. */
function columnLines(lines: readonly Pick<StatementLine, "id" | "amount">[]): ReadonlyMap<string, Decimals> {
  const found = new Map<string, Decimals>();
  for (const { id, amount } of lines) {
    const name = id.endsWith(".limits") ? id : (id.split(".")[0] as string);
    found.set(name, (found.get(name) ?? new Wide(0)).plus(amount.toFixed()));
  }
  return found;
}

/** The scores of all axes and of what gates look at, or what is missing. */
function placingOf(
  { matrix: { gates = [] } }: Policy,
  scored: readonly (readonly [string, Score | InsufficientEvidence])[],
) {
  const found = scored.flatMap(([axis, one]) => (one.kind === "score" ? [[axis, one] as const] : []));
  const without = scored.length - found.length;
  if (without > 0) return { codes: Array.from({ length: without }, () => "insufficient-evidence") };
  const judged = found.flatMap(([, { indicators }]) => indicators);
  const looked = gates.flatMap(({ indicator }) => judged.filter(({ id }) => id === indicator));
  const missing = looked.filter(({ score }) => score === undefined);
  if (missing.length > 0) return { codes: missing.map(() => "score-missing") };
  return {
    scores: Object.fromEntries(found.map(([axis, { value }]) => [axis, value])),
    indicators: Object.fromEntries(looked.map(({ id, score }) => [id, score as Score["value"]])),
  };
}

/** Whether minor units of an amount are more than a column's whole numbers hold. */
function isTooLarge(amount: { toFixed(): string }, decimals: number): boolean {
  const [whole = "", rest = ""] = amount.toFixed().replace("-", "").split(".");
  return BigInt(whole + rest.padEnd(decimals, "0")) > 2n ** 53n;
}

/** What commission is paid on, where no amount is stated. */
function rawAmounts(
  { incentives = [] }: Policy,
  evidence: Readonly<Record<string, unknown>>,
  read: ReadonlyMap<string, ReadAmount | undefined>,
) {
  const on = incentives.flatMap((one) => (one.use === "commission" ? [one.on] : []));
  return Object.fromEntries(
    on.flatMap((id) => {
      const amount = read.get(id)?.(evidence[id]);
      return amount === undefined ? [] : [[id, amount] as const];
    }),
  );
}

/** Names with points as objects, without what is not there. */
export function nested(details: Readonly<Record<string, unknown>>): Record<string, Record<string, unknown>> {
  const made: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(details)) {
    if (value === null || value === undefined) continue;
    const parts = name.split(".");
    let inner = made;
    for (const part of parts.slice(0, -1)) {
      inner[part] ??= {};
      inner = inner[part] as Record<string, unknown>;
    }
    inner[parts.at(-1) as string] = value;
  }
  return made as Record<string, Record<string, unknown>>;
}

/** The certificates that are held. */
export function certificatesOf(held: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(held).flatMap(([id, is]) => (is === true || is === 1 ? [id] : []));
}

const issuesByRow = new WeakMap<Batch, ReadonlyMap<number, Batch["issues"][number]["issues"]>>();

function issuesOf(batch: Batch) {
  const known = issuesByRow.get(batch) ?? new Map(batch.issues.map(({ row, issues }) => [row, issues]));
  issuesByRow.set(batch, known);
  return known;
}

/** The same of one row of a batch. */
export function rowOf(batch: Batch, row: number): Row {
  const failed = issuesOf(batch).get(row);
  if (failed !== undefined) return failed.map(({ code }) => code);
  const label = ({ codes, dictionary }: Batch["cell"]) => dictionary[codes[row] as number];
  return {
    scores: Object.values(batch.scores).map(({ units, scale }) => decimalText(units[row] as number, scale)),
    bands: Object.values(batch.bands).map(label),
    cell: label(batch.cell),
    promotionBlocked: batch.promotionBlocked[row] === 1,
    vetoed: batch.vetoed[row] === 1,
    capTier: label(batch.capTier),
    ...(batch.pay === undefined ? {} : payOf(batch.pay, row)),
  };
}

function payOf({ lines, total }: NonNullable<Batch["pay"]>, row: number) {
  return {
    lines: Object.entries(lines)
      .filter(([, { units }]) => !Number.isNaN(units[row]))
      .map(([id, { units, scale }]) => `${id} ${decimalText(units[row] as number, scale)}`)
      .sort(),
    total: decimalText(total.units[row] as number, total.scale),
  };
}

function decimalText(units: number, scale: number): string {
  const digits = String(Math.abs(units)).padStart(scale + 1, "0");
  const [whole, rest] = [digits.slice(0, digits.length - scale), digits.slice(digits.length - scale)];
  const decimals = rest.replace(/0+$/, "");
  return `${units < 0 ? "-" : ""}${whole}${decimals === "" ? "" : `.${decimals}`}`;
}
