import { show } from "../../kernel/show.js";
import type { Context } from "./context.js";
import type { EventOf } from "./events.js";
import type { Row, State } from "./holding.js";
import { readGrant, readUnits } from "./holding-data.js";
import { plannedTranches, type SizedTranche, withCliff } from "./schedule.js";
import { shareUnits } from "./unit-rounding.js";
import { dueDay } from "./vested.js";

/** The holding that a grant makes: its tranches by the schedule, with the units that the rounding gives each. */
export function applyGrant(event: EventOf<"grant">, { terms, decimals, path, report }: Context): State {
  const { kind, start = event.on, ...fields } = event;
  const units = readUnits(event.units, decimals, [...path, "units"], report);
  const planned = plannedTranches(terms.schedule);
  const parts = shareUnits(
    units,
    planned.map(({ share }) => share),
    terms.unitRounding,
  );
  const sized = planned.map((one, index) => ({ ...one, units: parts[index] ?? 0n }));
  const rows = withCliff(sized, terms.cliff, start, terms.day).map((one, index) =>
    rowOf(one, index + 1, start),
  );
  if (event.expires !== undefined && event.expires < event.on) {
    const message = `expected a day that is not before ${event.on}, got ${show(event.expires)}`;
    report.add([...path, "expires"], "range-empty", message);
  }
  if (rows.some((row) => row.from !== undefined && dueDay(row, terms.day) === undefined))
    report.add([...path, "on"], "date-invalid", "the schedule goes past the year 8999");
  return {
    grant: readGrant({ ...fields, start }),
    through: event.on,
    rows,
    milestones: {},
    exercised: 0n,
    happened: [],
  };
}

function rowOf(
  { share, units, months, days, on, milestone }: SizedTranche,
  tranche: number,
  start: string,
): Row {
  const row = { tranche, units, share, months, days };
  if (milestone !== undefined) return { ...row, milestone };
  return { ...row, from: on ?? start };
}
