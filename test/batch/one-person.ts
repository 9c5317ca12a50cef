import type { Batch } from "../../src/batch/index.js";
import {
  compilePolicy,
  type InsufficientEvidence,
  type Policy,
  type ReviewInput,
  type Score,
} from "../../src/index.js";

/** What one row came to, as texts, or the codes of what is wrong with it. */
export type Row = Readonly<Record<string, unknown>> | readonly string[];

/** Reviews one person by the one-person functions alone. */
export function onePerson(policy: Policy, period: string) {
  const { review, score } = compilePolicy(policy);
  return (
    evidence: Readonly<Record<string, unknown>>,
    tier: string,
    details: Readonly<Record<string, unknown>>,
  ): Row => {
    const input = inputOf(evidence, tier, period, nested(details));
    const outcome = review.safe(input);
    if (!outcome.ok) {
      const attributes = { ...input.attributes, tier };
      const scored = score.safe({ evidence: input.evidence, attributes, period });
      return scored.ok
        ? (unscored(policy, Object.values(scored.value)) ?? outcome.error.issues.map(({ code }) => code))
        : scored.error.issues.map(({ code }) => code);
    }
    const { scores, placement, statement } = outcome.value;
    const { axes, cell, promotionBlocked, vetoed, capTier } = placement;
    return {
      scores: Object.values(scores).map(({ value }) => value.toFixed()),
      bands: axes.map(({ band }) => band),
      cell: axes.map(({ axis }) => cell.at[axis]).join(" x "),
      promotionBlocked,
      vetoed,
      capTier,
      lines: statement?.lines.map(({ id, amount }) => `${id} ${amount.toFixed()}`).sort(),
      total: statement?.total.toFixed(),
    };
  };
}

/** What is wrong with scores of which one is missing, or of which a gate misses one: nobody is paid then. */
function unscored(
  { matrix: { gates = [] } }: Policy,
  scores: readonly (Score | InsufficientEvidence)[],
): readonly string[] | undefined {
  const found = scores.flatMap((one) => (one.kind === "score" ? [one] : []));
  const without = scores.length - found.length;
  if (without > 0) return Array.from({ length: without }, () => "insufficient-evidence");
  const judged = found.flatMap(({ indicators }) => indicators);
  const missing = gates.filter(({ indicator }) =>
    judged.some(({ id, score }) => id === indicator && score === undefined),
  );
  return missing.length === 0 ? undefined : missing.map(() => "score-missing");
}

function inputOf(
  evidence: Readonly<Record<string, unknown>>,
  tier: string,
  period: string,
  details: Readonly<Record<string, unknown>>,
): ReviewInput {
  const { attributes, facts, experienceYears, amounts, quotas, toDate, paid, ...pay } = details;
  const given = { attributes, facts, amounts, quotas, toDate, paid, pay };
  return {
    person: { id: "p", ...(experienceYears === undefined ? {} : { experienceYears }) },
    period,
    standing: { tier, since: "2025-01-01" },
    evidence,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  } as ReviewInput;
}

/** Names with points as objects, without what is not there. */
function nested(details: Readonly<Record<string, unknown>>): Record<string, Record<string, unknown>> {
  const made: Record<string, Record<string, unknown>> = {};
  for (const [name, value] of Object.entries(details)) {
    if (value === null || value === undefined) continue;
    const [first = "", second] = name.split(".");
    if (second === undefined) made[first] = value as Record<string, unknown>;
    else made[first] = { ...made[first], [second]: value };
  }
  return made;
}

/** The same of one row of a batch. */
export function rowOf(batch: Batch, row: number): Row {
  const failed = batch.issues.find((one) => one.row === row);
  if (failed !== undefined) return failed.issues.map(({ code }) => code);
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
