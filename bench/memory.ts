import { tierwiseBatch } from "./contestants/tierwise.js";
import type { Data } from "./data.js";

/** Bytes per person beyond the columns of input and output, while a batch runs and what it leaves is not yet collected. */
export function memoryPerPerson(data: Data): number {
  const before = process.memoryUsage();
  const { scores, bands, cell, capTier, promotionBlocked, vetoed, pay } = tierwiseBatch(data);
  const after = process.memoryUsage();
  const columns = [
    ...Object.values(scores).map(({ units }) => units),
    ...[...Object.values(bands), cell, capTier].map(({ codes }) => codes),
    promotionBlocked,
    vetoed,
    ...Object.values(pay?.lines ?? {}).map(({ units }) => units),
    ...(pay === undefined ? [] : [pay.total.units]),
  ];
  const outputs = columns.reduce((all, { byteLength }) => all + byteLength, 0);
  const grown = after.heapUsed - before.heapUsed + (after.arrayBuffers - before.arrayBuffers);
  return Math.max(0, grown - outputs) / data.rows;
}
