import { stringify } from "csv-stringify/sync";
import { addDirt } from "./dirt.js";
import { COLUMNS, makeEvidence, PERIODS } from "./evidence.js";
import { makeManagers } from "./managers.js";
import { seeded } from "./random.js";

/** Made-up files: nobody in them exists. They have a byte order mark and CRLF, as spreadsheets write CSV. */
export function generate(seed: number): { readonly evidence: string; readonly standings: string } {
  const random = seeded(seed);
  const managers = makeManagers(random);
  const rows = PERIODS.flatMap((_, quarter) =>
    managers.map((manager) => makeEvidence(manager, quarter, random)),
  );
  const standings = managers.map(({ person, name, tier, since, experienceYears }) => [
    person,
    name,
    tier,
    since,
    String(experienceYears),
  ]);
  const [first = []] = standings;
  return {
    evidence: csv([
      COLUMNS,
      ...addDirt(rows, random).map((row) => COLUMNS.map((column) => row[column] ?? "")),
    ]),
    standings: csv([["person", "name", "tier", "since", "experienceYears"], ...standings, first]),
  };
}

function csv(rows: readonly (readonly string[])[]): string {
  return stringify([...rows], { bom: true, record_delimiter: "windows" });
}
