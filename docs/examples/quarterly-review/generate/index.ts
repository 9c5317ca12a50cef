import { stringify } from "csv-stringify/sync";
import { addDirt } from "./dirt.js";
import { EVENT_COLUMNS, isLeader, makeEvents } from "./events.js";
import { COLUMNS, makeEvidence, PERIODS } from "./evidence.js";
import { type Figures, makeFigures } from "./figures.js";
import { makeManagers } from "./managers.js";
import { seeded } from "./random.js";

/** Made-up files: nobody in them exists. They have a byte order mark and CRLF, as spreadsheets write CSV. */
export function generate(seed: number): {
  readonly evidence: string;
  readonly standings: string;
  readonly events: string;
  /** Figures of months, deals, referrals and shares, which are no file. */
  readonly figures: Figures;
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
    figures: makeFigures(rows, seed),
  };
}

function csv(rows: readonly (readonly string[])[]): string {
  return stringify([...rows], { bom: true, record_delimiter: "windows" });
}
