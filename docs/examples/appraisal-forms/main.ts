import { explainScore, labelText, type Score, scorer, scoreTable } from "tierwise";
import { en, zhCN, zhTW } from "tierwise/locales";
import { consoleTable } from "../quarterly-review/console-table.js";
import { type AppraisalForm, FORMS, readForm } from "./forms.js";

/** The columns of the table that hold words: the name, the raw value and the kind of row. */
const TEXTS = new Set([0, 1, 6]);
const LOCALES = { en, "zh-CN": zhCN, "zh-TW": zhTW };

for (const name of FORMS) console.log(`${appraisal(readForm(name))}\n`);

/** A form, what it leaves open, and the score of its person. */
function appraisal({ form, schema, person }: AppraisalForm): string {
  const locale = LOCALES[form.language];
  const score = scorer(schema)({ evidence: person.evidence });
  if (score.kind !== "score") throw new Error(`${person.id} has too little evidence`);
  const titles = new Set(["en", form.language].map((tag) => labelText(form.title, tag, person.id)));
  return [
    `# ${[...titles].join(" / ")}`,
    "",
    `Publisher: ${form.publisher}`,
    `Source: ${form.source}`,
    "",
    "The form says:",
    ...form.says.map((line) => `- ${line}`),
    "It leaves open, and the schema decides:",
    ...form.decided.map((line) => `- ${line}`),
    "",
    `${person.id} (invented)`,
    "",
    table(scoreTable(score, { locale })),
    "",
    arithmetic(score),
    "",
    ...explainScore(score, { locale }),
  ].join("\n");
}

function table([heads = [], ...rows]: readonly (readonly string[])[]): string {
  const columns = heads.map(
    (title, index) => ({ title, align: TEXTS.has(index) ? "left" : "right" }) as const,
  );
  return consoleTable(columns, rows);
}

/** All points and differences, and the score that they sum to. */
function arithmetic(score: Score): string {
  const { aggregationDifference, limitDifference, roundingDifference } = score;
  const differences = [aggregationDifference, limitDifference, roundingDifference];
  const parts = [
    ...[...score.indicators, ...score.extras].map(({ points }) => points),
    ...differences.filter((one) => one !== undefined && !one.isZero()),
  ];
  const sum = parts.map((part) => ` + ${part}`).join("");
  return `${sum.slice(3).replaceAll("+ -", "- ")} = ${score.value}`;
}
