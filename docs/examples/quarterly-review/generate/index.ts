import { stringify } from "csv-stringify/sync";
import { addDirt } from "./dirt.js";
import { EVENT_COLUMNS, isLeader, makeEvents } from "./events.js";
import { COLUMNS, makeEvidence, PERIODS } from "./evidence.js";
import { makeManagers } from "./managers.js";
import { type MonthFigures, makeMonths } from "./months.js";
import { seeded } from "./random.js";

/** Made-up files: nobody in them exists. They have a byte order mark and CRLF, as spreadsheets write CSV. */
export function generate(seed: number): {
  readonly evidence: string;
  readonly standings: string;
  readonly events: string;
  /** Figures of months, which are no file: honours of months are given by them. */
  readonly months: readonly MonthFigures[];
} {
  const random = seeded(seed);
  const managers = makeManagers(random);
  const rows = PERIODS.flatMap((_, quarter) =>
    managers.map((manager) => makeEvidence(manager, quarter, random)),
  );
  const dirty = addDirt(rows, random);
  const standings = managers.map((manager) => {
    const { person, name, tier, since, experienceYears, team } = manager;
    return [
      person,
      name,
      tier,
      since,
      String(experienceYears),
      isLeader(manager) ? "team-leadership" : "",
      team,
    ];
  });
  const [first = []] = standings;
  return {
    evidence: csv([COLUMNS, ...dirty.map((row) => COLUMNS.map((column) => row[column] ?? ""))]),
    standings: csv([
      ["person", "name", "tier", "since", "experienceYears", "certificates", "team"],
      ...standings,
      first,
    ]),
    events: csv([
      EVENT_COLUMNS,
      ...makeEvents(managers, random).map((event) => EVENT_COLUMNS.map((column) => event[column] ?? "")),
    ]),
    months: makeMonths(rows, seeded(seed + 1)),
  };
}

function csv(rows: readonly (readonly string[])[]): string {
  return stringify([...rows], { bom: true, record_delimiter: "windows" });
}
