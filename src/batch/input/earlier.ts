import { isPeriod } from "../../kernel/calendar.js";
import type { InputColumn } from "../columns/columns.js";
import { valuesOf } from "../columns/rows.js";
import type { LeftoverCheck } from "./leftover.js";

/** The columns of earlier scores: `previous.sales.period` and `previous.sales.score`. */
export const EARLIER = ["period", "score"] as const;

/** Sets rows aside whose earlier score is said in part, or is of what is no period: the one-person functions say what is wrong. */
export function earlierChecks(columns: Readonly<Record<string, InputColumn>>): readonly LeftoverCheck[] {
  const ids = new Set(
    Object.keys(columns).flatMap((name) => {
      const [first, ...rest] = name.split(".");
      return first === "previous" ? [rest.slice(0, -1).join(".")] : [];
    }),
  );
  return [...ids].map((id) => {
    const [periodAt, scoreAt] = EARLIER.map((part) => valuesOf(columns[`previous.${id}.${part}`] ?? [])) as [
      (row: number) => unknown,
      (row: number) => unknown,
    ];
    return (from: number, aside: Uint8Array, count: number) => {
      for (let row = 0; row < count; row += 1) {
        const [period, score] = [periodAt(from + row) ?? undefined, scoreAt(from + row) ?? undefined];
        if ((period === undefined) !== (score === undefined)) aside[row] = 1;
        else if (period !== undefined && !isPeriod(period)) aside[row] = 1;
      }
    };
  });
}
