import { compilePolicy, explain, labelText, type Review } from "tierwise";
import { en, zhCN } from "tierwise/locales";
import { consoleTable } from "../quarterly-review/console-table.js";
import { type Career, RULE_BOOKS, type RuleBook, readBook, runCareer } from "./books.js";

const COLUMNS = ["period", "scores", "outcome", "from", "to", "because", "held back by"].map(
  (title) => ({ title, align: "left" }) as const,
);
const locale = process.argv.includes("zh-CN") ? zhCN : en;

for (const name of RULE_BOOKS) console.log(bookText(readBook(name)));

function bookText(book: RuleBook): string {
  const policy = compilePolicy(book.policy);
  const careers = book.careers.map((career) => careerText(career, runCareer(policy, book, career)));
  return [`# ${labelText(book.policy.label, locale.languageTag, book.policy.id)}`, ...careers].join("\n\n");
}

/** A career as a table, and each decision that moved a tier or held a move back in sentences. */
function careerText({ id, label, invented }: Career, reviews: readonly Review[]): string {
  const told = reviews.filter(
    ({ decision }) => decision.because !== undefined || decision.holds.length > 0 || decision.exit,
  );
  return [
    `## ${labelText(label, locale.languageTag, id)}${invented ? " (invented)" : ""}`,
    "",
    consoleTable(COLUMNS, reviews.map(rowOf)),
    ...told.flatMap((review) => ["", `${review.period}:`, ...explain(review, { locale })]),
  ].join("\n");
}

function rowOf({ period, scores, decision }: Review): readonly string[] {
  const { outcome, from, fromLabel, to, toLabel, because, holds } = decision;
  return [
    period,
    Object.values(scores)
      .map(({ value }) => String(value))
      .join(" / "),
    outcome,
    labelText(fromLabel, locale.languageTag, from),
    labelText(toLabel, locale.languageTag, to),
    because === undefined ? "" : labelText(because.label, locale.languageTag, because.id ?? because.source),
    holds.map(({ code }) => code).join(", "),
  ];
}
