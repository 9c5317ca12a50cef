import { join } from "node:path";
import { keyAccountManagers } from "tierwise/presets";
import { findColumns } from "./columns.js";
import { readTable, type Table } from "./csv-read.js";
import { type Events, NO_EVENTS, readEvents } from "./events.js";
import { type EvidenceRow, readEvidence } from "./evidence.js";
import { readText } from "./files.js";
import { type Figures, NO_FIGURES } from "./generate/figures.js";
import { generate } from "./generate/index.js";
import { nextVersion } from "./next-version.js";
import type { Options } from "./options.js";
import { loadPolicy, type Policies, policiesOf, readPolicy } from "./policy.js";
import { readStandings, type Standings } from "./standings.js";

export interface Inputs {
  readonly policies: Policies;
  readonly tables: { readonly evidence: Table; readonly standings: Table; readonly events?: Table };
  /** Columns of the evidence that no version of the policy has a use for. */
  readonly unused: readonly string[];
  readonly standings: Standings;
  readonly rows: readonly EvidenceRow[];
  readonly events: Events;
  /** The texts of made-up files, which are to be written. */
  readonly madeUp?: { readonly evidence: string; readonly standings: string; readonly events: string };
  /** Made-up figures that are in no file. */
  readonly figures: Figures;
  /** The files that were read. */
  readonly paths: readonly string[];
}

/** Reads the files that the options name, or makes data up. */
export function readInputs({ policies: policyPaths, files, out, numberFormat, seed }: Options): Inputs {
  const policies = readPolicies(policyPaths, files === undefined);
  const { figures = NO_FIGURES, ...texts } = files === undefined ? generate(seed) : {};
  const madeUp = "evidence" in texts ? texts : undefined;
  const table = (name: "evidence" | "standings" | "events") =>
    readTable(
      madeUp?.[name] ?? readText(files?.[name] ?? "", `--${name}`),
      files?.[name] ?? join(out, `${name}.csv`),
    );
  const happened = madeUp === undefined && files?.events === undefined ? undefined : table("events");
  const tables = {
    evidence: table("evidence"),
    standings: table("standings"),
    ...(happened === undefined ? {} : { events: happened }),
  };
  const columns = new Map(
    policies.versions.map((one) => [one, findColumns(one.document, tables.evidence)] as const),
  );
  const [first = [], ...others] = [...columns.values()].map(({ unused }) => unused);
  const standings = readStandings(tables.standings, policies, numberFormat);
  return {
    policies,
    tables,
    unused: first.filter((column) => others.every((list) => list.includes(column))),
    standings,
    rows: readEvidence(tables.evidence, policies, columns, standings, numberFormat),
    events: happened === undefined ? NO_EVENTS : readEvents(happened, standings),
    ...(madeUp === undefined ? {} : { madeUp }),
    figures,
    paths: [...policyPaths, files?.evidence, files?.standings, files?.events].filter(
      (path) => path !== undefined,
    ),
  };
}

/** The versions that the options name; the preset, and a next version of it for data that is made up. */
function readPolicies([first, ...others]: readonly string[], made: boolean): Policies {
  if (first !== undefined) return policiesOf([readPolicy(first), ...others.map(readPolicy)]);
  return policiesOf([loadPolicy(keyAccountManagers), ...(made ? [loadPolicy(nextVersion)] : [])]);
}
