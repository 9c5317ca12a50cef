import { join } from "node:path";
import { keyAccountManagers } from "tierwise/presets";
import { type EvidenceColumns, findColumns } from "./columns.js";
import { readTable, type Table } from "./csv-read.js";
import { type EvidenceRow, readEvidence } from "./evidence.js";
import { readText } from "./files.js";
import { generate } from "./generate/index.js";
import type { Options } from "./options.js";
import { type LoadedPolicy, loadPolicy, readPolicy } from "./policy.js";
import { readStandings, type Standings } from "./standings.js";

export interface Inputs {
  readonly policy: LoadedPolicy;
  readonly tables: { readonly evidence: Table; readonly standings: Table };
  readonly columns: EvidenceColumns;
  readonly standings: Standings;
  readonly rows: readonly EvidenceRow[];
  /** The texts of made-up files, which are to be written. */
  readonly madeUp?: { readonly evidence: string; readonly standings: string };
  /** The files that were read. */
  readonly paths: readonly string[];
}

/** Reads the files that the options name, or makes data up. */
export function readInputs({ policy: policyPath, files, out, numberFormat, seed }: Options): Inputs {
  const policy = policyPath === undefined ? loadPolicy(keyAccountManagers) : readPolicy(policyPath);
  const madeUp = files === undefined ? generate(seed) : undefined;
  const table = (name: "evidence" | "standings") =>
    readTable(
      madeUp?.[name] ?? readText(files?.[name] ?? "", `--${name}`),
      files?.[name] ?? join(out, `${name}.csv`),
    );
  const tables = { evidence: table("evidence"), standings: table("standings") };
  const columns = findColumns(policy.document, tables.evidence);
  const standings = readStandings(tables.standings, policy, numberFormat);
  const rows = readEvidence(tables.evidence, columns, standings, numberFormat);
  const paths = [policyPath, files?.evidence, files?.standings].filter((path) => path !== undefined);
  return { policy, tables, columns, standings, rows, ...(madeUp === undefined ? {} : { madeUp }), paths };
}
