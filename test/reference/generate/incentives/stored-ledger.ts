import type { Random } from "../random.js";
import type { Stored } from "./subject.js";

const entry = { on: "2026-08-05", by: "k17", reason: "doubt" };
const settled = { ...entry, amount: "1" };

/** A stored ledger that somebody has changed, so that it can be one no more, or can be. */
export function damagedLedger(random: Random, ledger: Stored): Stored {
  const { closed, waiting, disputes } = ledger;
  const period = closed[0]?.period ?? "2026-01";
  const line = closed[0]?.lines[0]?.id ?? "none";
  const dispute = { id: "stored", period, line, ...entry };
  const withDispute = (change: object) => ({ ...ledger, disputes: [...disputes, { ...dispute, ...change }] });
  const withWaiting = (change: object) => {
    const money = { currency: "USD", basis: 1, rate: 1, amount: 1 };
    const made = { id: "stored", use: "adjustment", category: "adjustment", period, ...money, ...change };
    return { ...ledger, waiting: [...waiting, made] };
  };
  return random.pick<() => Stored>([
    () => withDispute({}),
    () => withDispute({ settled }),
    () => withDispute({ settled: { ...settled, on: "2026-08-04" } }),
    () => withDispute({ settled: { ...settled, amount: "0.0001" } }),
    () => withDispute({ period: "2025-12" }),
    () => withDispute({ line: "line9" }),
    () => ({ ...ledger, disputes: [dispute, dispute] }),
    () => withWaiting({}),
    () => withWaiting({ use: "commission" }),
    () => withWaiting({ period: undefined }),
    () => withWaiting({ use: "correction", corrects: "line1", id: "line1.stored", period: "2025-12" }),
    () => ({ ...ledger, closed: [...closed].reverse() }),
    () => ({ ...ledger, closed: [...closed, ...closed.slice(-1)] }),
    () => ({ ...ledger, closed: [...closed, { period: "2027-Q1", lines: [] }] }),
  ])();
}
