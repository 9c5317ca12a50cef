import type { Batch } from "../../src/batch/index.js";
import { compilePolicy, type Policy } from "../../src/index.js";

/** What one row came to, as texts, or the codes of what is wrong with it. */
export type Row = Readonly<Record<string, unknown>> | readonly string[];

/** Scores and places one person by the one-person functions alone. */
export function onePerson(policy: Policy, period: string) {
  const compiled = compilePolicy(policy);
  const gates = policy.matrix.gates ?? [];
  return (evidence: Readonly<Record<string, unknown>>, tier: string): Row => {
    const scored = compiled.score.safe({ evidence, attributes: { tier }, period });
    if (!scored.ok) return scored.error.issues.map(({ code }) => code);
    const scores = Object.entries(scored.value);
    if (scores.some(([, { kind }]) => kind !== "score")) return ["insufficient-evidence"];
    const judged = scores.flatMap(([, score]) => (score.kind === "score" ? score.indicators : []));
    const looked = gates.flatMap(({ indicator }) => judged.filter(({ id }) => id === indicator));
    if (looked.some(({ score }) => score === undefined)) return ["score-missing"];
    const placed = compiled.classify.safe({
      scores: Object.fromEntries(scores.map(([axis, { value }]) => [axis, value])),
      indicators: Object.fromEntries(looked.map(({ id, score }) => [id, score])),
    });
    if (!placed.ok) return placed.error.issues.map(({ code }) => code);
    const { axes, cell, promotionBlocked, vetoed, capTier } = placed.value;
    return {
      scores: scores.map(([, { value }]) => value?.toFixed()),
      bands: axes.map(({ band }) => band),
      cell: axes.map(({ axis }) => cell.at[axis]).join(" x "),
      promotionBlocked,
      vetoed,
      capTier,
    };
  };
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
  };
}

function decimalText(units: number, scale: number): string {
  const digits = String(Math.abs(units)).padStart(scale + 1, "0");
  const [whole, rest] = [digits.slice(0, digits.length - scale), digits.slice(digits.length - scale)];
  const decimals = rest.replace(/0+$/, "");
  return `${units < 0 ? "-" : ""}${whole}${decimals === "" ? "" : `.${decimals}`}`;
}
