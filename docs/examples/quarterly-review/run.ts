import { join } from "node:path";
import { comparePeriods, isPeriod, periodUnit } from "tierwise";
import { checkAccounts, type Outcome, reviewAll } from "./careers.js";
import { outputFolder } from "./files.js";
import type { Options } from "./options.js";
import { overview } from "./overview.js";
import { type Progress, progressOn } from "./progress.js";
import { type Inputs, readInputs } from "./read.js";
import { decisionsCsv, issuesCsv, statementsCsv } from "./results.js";
import { showIn } from "./show.js";
import { type Words, wordsOf } from "./words/index.js";

const RESULTS = ["decisions.csv", "statements.csv", "issues.csv", "report.html"];
const MADE_UP = ["evidence.csv", "standings.csv"];

/** Reads the files, reviews everybody, writes the results, and tells of them. */
export async function run(options: Options): Promise<void> {
  const progress = progressOn(process.stdout);
  try {
    const told = await runWith(options, progress);
    progress.end();
    console.log(`\n${told}`);
  } finally {
    progress.end();
  }
}

async function runWith(options: Options, progress: Progress): Promise<string> {
  const words = wordsOf(options.locale);
  progress.step(words.reading);
  const inputs = readInputs(options);
  const { policy, tables, rows, standings, madeUp } = inputs;
  const out = outputFolder(options.out, inputs.paths, [...RESULTS, ...MADE_UP]);

  const outcome = reviewAll(policy, tables.evidence, rows, standings, progress.step(words.reviewing));
  checkAccounts(outcome);
  const { careers } = outcome;
  const rejected = [...outcome.rejected, ...standings.rejected];
  const periods = periodsOf(inputs);
  const show = showIn(policy.document, words);

  const drawing = progress.step(words.drawing);
  const { reportPage } = await import("./report/page.js");
  const seed = madeUp === undefined ? {} : { madeUpWith: options.seed };
  const report = { policy, careers, rejected, periods, rowsIn: outcome.rowsIn, ...seed, show, words };
  const page = await reportPage(report, drawing);

  progress.step(words.writing);
  for (const [name, text] of Object.entries(madeUp ?? {})) out.write(`${name}.csv`, text);
  out.write("decisions.csv", decisionsCsv(careers, policy.document, show, words));
  out.write("statements.csv", statementsCsv(careers, show));
  out.write("issues.csv", issuesCsv(rejected, tables, words));
  out.write("report.html", page);

  return [
    ...(madeUp === undefined ? [] : [words.madeUp(options.seed), ""]),
    overview(careers, periods, policy.document, show, words),
    "",
    ...accounts(inputs, outcome, words),
    "",
    ...RESULTS.map((name) => join(options.out, name)),
  ].join("\n");
}

function accounts({ standings, columns }: Inputs, outcome: Outcome, words: Words): readonly string[] {
  const { reviewed } = checkAccounts(outcome);
  return [
    words.accounts({ rows: outcome.rowsIn, reviewed, rejected: outcome.rejected.length }),
    words.standingAccounts({
      rows: standings.rowsIn,
      people: standings.people.size,
      rejected: standings.rejected.length,
    }),
    ...(columns.unused.length === 0 ? [] : [words.unusedColumns(columns.unused.join(", "))]),
  ];
}

/** All periods that a known person has a row for, in order, if only a rejected one. */
function periodsOf({ rows, standings, policy }: Inputs): readonly string[] {
  const { cycle } = policy.document.adjustment;
  const periods = rows.filter(({ person }) => standings.people.has(person)).map(({ period }) => period);
  const ofCycle = periods.filter((period) => isPeriod(period) && periodUnit(period) === cycle);
  return [...new Set(ofCycle)].sort(comparePeriods);
}
