// The years of the plans of this folder: `npx tsx docs/examples/pay-plans/main.ts [zh-CN]`. With `--keep` the statements are written to `statements.json` of each plan.
import { writeFileSync } from "node:fs";
import { explain, labelText, type Statement } from "tierwise";
import { en, zhCN } from "tierwise/locales";
import { consoleTable } from "../quarterly-review/console-table.js";
import { kept, type PersonsYear } from "./plans.js";
import { yearTable } from "./table.js";
import { PLANS } from "./years.js";

const locale = process.argv.includes("zh-CN") ? zhCN : en;

for (const [name, yearOf] of Object.entries(PLANS)) {
  const { title, source, people, moves } = yearOf();
  if (process.argv.includes("--keep")) {
    const statements = Object.fromEntries(people.map((person) => [person.id, kept(person.statements)]));
    const file = new URL(`${name}/statements.json`, import.meta.url);
    writeFileSync(file, `${JSON.stringify(statements, null, 2)}\n`);
  }
  const moved = moves.map(({ person, period, to }) => `After ${period}: ${person} is ${to}.`);
  const years = people.map(personText);
  console.log([`# ${text(title)}`, source, ...years, ...moved, ""].join("\n\n"));
}

/** A person's year as a table, and in sentences the statements that take something back. */
function personText({ id, label, statements }: PersonsYear): string {
  const [heads = [], ...rows] = yearTable(statements);
  const columns = heads.map((title, index) => ({ title, align: index === 0 ? "left" : "right" }) as const);
  const told = statements.filter(takesBack);
  return [
    `## ${text(label, id)} (invented)`,
    consoleTable(columns, rows),
    ...told.map((statement) => explain(statement, { locale }).join("\n")),
  ].join("\n\n");
}

function takesBack({ lines }: Statement): boolean {
  return lines.some(({ corrects }) => corrects !== undefined);
}

function text(label: Parameters<typeof labelText>[0], id = ""): string {
  return labelText(label, locale.languageTag, id);
}
