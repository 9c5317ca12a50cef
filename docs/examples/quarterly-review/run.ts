import { join } from "node:path";
import { comparePeriods, isPeriod, periodUnit } from "tierwise";
import { type Career, checkAccounts, type Outcome, reviewAll } from "./careers.js";
import { outputFolder } from "./files.js";
import { whyOf } from "./happened-why.js";
import { happeningsIn, KINDS } from "./happenings.js";
import type { Options } from "./options.js";
import { overview } from "./overview.js";
import { type Progress, progressOn } from "./progress.js";
import { type Inputs, readInputs } from "./read.js";
import { decisionsCsv, issuesCsv, statementsCsv } from "./results.js";
import { showIn } from "./show.js";
import { type Words, wordsOf } from "./words/index.js";

const RESULTS = ["decisions.csv", "statements.csv", "issues.csv", "report.html"];
const MADE_UP = ["evidence.csv", "standings.csv", "events.csv"];

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
  const { policies, tables, rows, standings, events, figures, madeUp } = inputs;
  const out = outputFolder(options.out, inputs.paths, [...RESULTS, ...MADE_UP]);

  const reviewing = progress.step(words.reviewing);
  const outcome = reviewAll(policies, tables.evidence, rows, { standings, events, figures }, reviewing);
  checkAccounts(outcome);
  const { careers, places } = outcome;
  const { latest: policy } = policies;
  const rejected = [...outcome.rejected, ...standings.rejected, ...events.rejected];
  const periods = periodsOf(inputs);
  const show = showIn(policy.document, words);

  const drawing = progress.step(words.drawing);
  const { reportPage } = await import("./report/page.js");
  const seed = madeUp === undefined ? {} : { madeUpWith: options.seed };
  const report = {
    ...{ policy, versions: policies.versions.map(({ document }) => document) },
    ...{ careers, places, rejected, periods, rowsIn: outcome.rowsIn, ...seed, show, words },
  };
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
    ...whatHappened(careers, words),
    "",
    ...accounts(inputs, outcome, words),
    "",
    ...RESULTS.map((name) => join(options.out, name)),
  ].join("\n");
}

/** For each kind of thing that happened: how often, whom it concerned first, and why. */
function whatHappened(careers: readonly Career[], words: Words): readonly string[] {
  const all = happeningsIn(careers);
  return KINDS.flatMap((kind) => {
    const found = all.filter((one) => one.kind === kind);
    const [first] = found;
    if (first === undefined) return [];
    const { person, period } = first.review;
    return [
      words.happened({ kind: words.happenings[kind], count: found.length, first: `${person.id} ${period}` }),
      ...whyOf(first, words.locale).map((sentence) => `  ${sentence}`),
    ];
  });
}

function accounts(
  { standings, events, tables, unused }: Inputs,
  outcome: Outcome,
  words: Words,
): readonly string[] {
  const { reviewed } = checkAccounts(outcome);
  return [
    words.accounts({ rows: outcome.rowsIn, reviewed, rejected: outcome.rejected.length }),
    words.standingAccounts({
      rows: standings.rowsIn,
      people: standings.people.size,
      rejected: standings.rejected.length,
    }),
    ...(tables.events === undefined
      ? []
      : [words.eventAccounts({ rows: events.rowsIn, rejected: events.rejected.length })]),
    ...(unused.length === 0 ? [] : [words.unusedColumns(unused.join(", "))]),
  ];
}

/** All periods that a known person has a row for, in order, if only a rejected one. */
function periodsOf({ rows, standings, policies }: Inputs): readonly string[] {
  const periods = rows.filter(({ person }) => standings.people.has(person)).map(({ period }) => period);
  const ofCycle = periods.filter(
    (period) => isPeriod(period) && periodUnit(period) === policies.at(period).document.adjustment.cycle,
  );
  return [...new Set(ofCycle)].sort(comparePeriods);
}
