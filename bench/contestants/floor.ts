import { columnOf, type Data } from "../data.js";
import { emptyOutputs, type Outputs } from "../outputs.js";
import { BONUS_TARGETS, RATINGS } from "../policy.js";

/** Floating-point numbers, written by hand for this policy, with the roundings that it declares; wrong in some rows. */
export function floor(data: Data): Outputs {
  const out = emptyOutputs(data.rows);
  addCapability(data, out.capability);
  const [sa, st, ca, ct, ga, gt] = ATTAINED.map((name) => columnOf(data, `evidence.${name}`)) as Six;
  const satisfaction = columnOf(data, "evidence.satisfaction");
  const delivery = columnOf(data, "evidence.delivery");
  for (let row = 0; row < data.rows; row += 1) {
    const performance =
      0.3 * to4(attainment(sa[row], st[row], 0.6)) +
      0.2 * to4(attainment(ca[row], ct[row], 0.6)) +
      0.2 * to4(satisfaction[row] as number) +
      0.15 * to4(attainment(ga[row], gt[row], 0)) +
      0.15 * to4(delivery[row] as number);
    const capability = out.capability[row] as number;
    write(out, row, capability, performance, to4(satisfaction[row] as number), data.tiers[row]);
  }
  return out;
}

function addCapability(data: Data, out: Float64Array): void {
  const [c1, c2, c3, c4, c5, c6] = RATINGS.map((id) => columnOf(data, `evidence.${id}`)) as Six;
  for (let row = 0; row < data.rows; row += 1)
    out[row] =
      0.25 * to4(rating(c1[row])) +
      0.2 * to4(rating(c2[row])) +
      0.2 * to4(rating(c3[row])) +
      0.15 * to4(rating(c4[row])) +
      0.1 * to4(rating(c5[row])) +
      0.1 * to4(rating(c6[row]));
}

/** The same in one loop, as one would write it first: more functions than the engine is ready to put into a loop, so that it calls some of them in each row. */
export function floorInOneLoop(data: Data): Outputs {
  const out = emptyOutputs(data.rows);
  const [c1, c2, c3, c4, c5, c6] = RATINGS.map((id) => columnOf(data, `evidence.${id}`)) as Six;
  const [sa, st, ca, ct, ga, gt] = ATTAINED.map((name) => columnOf(data, `evidence.${name}`)) as Six;
  const satisfaction = columnOf(data, "evidence.satisfaction");
  const delivery = columnOf(data, "evidence.delivery");
  for (let row = 0; row < data.rows; row += 1) {
    const capability =
      0.25 * to4(rating(c1[row])) +
      0.2 * to4(rating(c2[row])) +
      0.2 * to4(rating(c3[row])) +
      0.15 * to4(rating(c4[row])) +
      0.1 * to4(rating(c5[row])) +
      0.1 * to4(rating(c6[row]));
    const performance =
      0.3 * to4(attainment(sa[row], st[row], 0.6)) +
      0.2 * to4(attainment(ca[row], ct[row], 0.6)) +
      0.2 * to4(satisfaction[row] as number) +
      0.15 * to4(attainment(ga[row], gt[row], 0)) +
      0.15 * to4(delivery[row] as number);
    write(out, row, capability, performance, to4(satisfaction[row] as number), data.tiers[row]);
  }
  return out;
}

/** The same without rounding indicators, which makes other results. */
export function unroundedFloor(data: Data): Outputs {
  const out = emptyOutputs(data.rows);
  const [c1, c2, c3, c4, c5, c6] = RATINGS.map((id) => columnOf(data, `evidence.${id}`)) as Six;
  const [sa, st, ca, ct, ga, gt] = ATTAINED.map((name) => columnOf(data, `evidence.${name}`)) as Six;
  const satisfaction = columnOf(data, "evidence.satisfaction");
  const delivery = columnOf(data, "evidence.delivery");
  for (let row = 0; row < data.rows; row += 1) {
    const capability =
      0.25 * rating(c1[row]) +
      0.2 * rating(c2[row]) +
      0.2 * rating(c3[row]) +
      0.15 * rating(c4[row]) +
      0.1 * rating(c5[row]) +
      0.1 * rating(c6[row]);
    const performance =
      0.3 * attainment(sa[row], st[row], 0.6) +
      0.2 * attainment(ca[row], ct[row], 0.6) +
      0.2 * (satisfaction[row] as number) +
      0.15 * attainment(ga[row], gt[row], 0) +
      0.15 * (delivery[row] as number);
    write(out, row, capability, performance, satisfaction[row] as number, data.tiers[row]);
  }
  return out;
}

type Six = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

const ATTAINED = [
  "sales.actual",
  "sales.target",
  "customers.actual",
  "customers.target",
  "growth.actual",
  "growth.target",
];

function rating(value = 0): number {
  return 25 * value - 25;
}

function attainment(actual = 0, target = 0, least = 0): number {
  const part = actual / target;
  return part < least ? 0 : part > 1.2 ? 120 : 100 * part;
}

function to4(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

function bandOf(score: number): number {
  return score >= 80 ? 2 : score >= 60 ? 1 : 0;
}

function write(
  out: Outputs,
  row: number,
  exactCapability: number,
  exactPerformance: number,
  service: number,
  tier = 0,
): void {
  const capability = Math.round(exactCapability * 100);
  const performance = Math.round(exactPerformance * 100);
  const score = performance / 100;
  out.capability[row] = capability;
  out.performance[row] = performance;
  out.cell[row] = service < 40 ? 0 : 3 * bandOf(capability / 100) + bandOf(score);
  out.blocked[row] = service < 60 ? 1 : 0;
  const payout = score < 60 ? 0 : score < 100 ? 0.5 + (score - 60) * 0.025 : 1.5;
  out.bonus[row] = Math.round((BONUS_TARGETS[tier] as number) * payout * 100);
}
