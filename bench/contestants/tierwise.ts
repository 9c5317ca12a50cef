import { compilePolicy, type Review, type ReviewInput } from "tierwise";
import { type Batch, type BatchInput, batch } from "tierwise/batch";
import { columnOf, type Data } from "../data.js";
import { emptyOutputs, type Outputs } from "../outputs.js";
import { ATTAINMENTS, PERIOD, POINTS, policy, RATINGS, TIERS } from "../policy.js";

const review = batch(policy);
const { review: reviewOne } = compilePolicy(policy);

export function inputOf({ numbers, tiers }: Data): BatchInput {
  return {
    period: PERIOD,
    pay: true,
    columns: { ...numbers, tier: { codes: tiers, dictionary: TIERS } },
  };
}

/** Columns in, columns out. */
export function tierwiseBatch(data: Data): Batch {
  return review(inputOf(data));
}

/** The same of data in which a number of each row has its last digit just above a rounding tie, so that no floating-point number tells on which side it is. */
export function compileUndecided(data: Data): () => Batch {
  const name = "evidence.satisfaction";
  const texts = Array.from(
    columnOf(data, name),
    (value) => `${Math.min(value, 99).toFixed(2)}00500000000000000000001`,
  );
  const input = inputOf(data);
  const undecided = { ...input, columns: { ...input.columns, [name]: texts } };
  return () => review(undecided);
}

/** The columns of a result that the other contestants have too. */
export function outputsOf({ scores, cell, promotionBlocked, pay }: Batch): Outputs {
  return {
    capability: scores.capability?.units ?? new Float64Array(),
    performance: scores.performance?.units ?? new Float64Array(),
    cell: Uint8Array.from(cell.codes),
    blocked: promotionBlocked,
    bonus: pay?.lines.performanceBonus?.units ?? new Float64Array(),
  };
}

/** The one-person function, with its trace, for one row. */
export function onePerson(data: Data): (row: number) => Review {
  const evidence = [...RATINGS, ...POINTS].map((id) => [id, columnOf(data, `evidence.${id}`)] as const);
  const attained = ATTAINMENTS.map((id) => {
    const [actual, target] = ["actual", "target"].map((part) => columnOf(data, `evidence.${id}.${part}`));
    return { id, actual: actual as Float64Array, target: target as Float64Array };
  });
  return (row) => {
    const own: Record<string, ReviewInput["evidence"][string]> = {};
    for (const [id, column] of evidence) own[id] = column[row] as number;
    for (const { id, actual, target } of attained)
      own[id] = { actual: actual[row] as number, target: target[row] as number };
    const tier = TIERS[data.tiers[row] as number] as string;
    return reviewOne({
      person: { id: "p" },
      period: PERIOD,
      standing: { tier, since: "2025-01-01" },
      evidence: own,
    });
  };
}

/** The one-person function, one person after the other. */
export function onePeople(data: Data): Outputs {
  const person = onePerson(data);
  const out = emptyOutputs(data.rows);
  for (let row = 0; row < data.rows; row += 1) {
    const { scores, placement, statement } = person(row);
    const [capability, performance] = [scores.capability?.value, scores.performance?.value];
    const cell = placement.axes.map(({ axis }) =>
      ["low", "middle", "high"].indexOf(placement.cell.at[axis] ?? ""),
    );
    out.capability[row] = Number(capability?.times(100));
    out.performance[row] = Number(performance?.times(100));
    out.cell[row] = 3 * (cell[0] as number) + (cell[1] as number);
    out.blocked[row] = placement.promotionBlocked ? 1 : 0;
    out.bonus[row] = Number(statement?.total.times(100));
  }
  return out;
}
