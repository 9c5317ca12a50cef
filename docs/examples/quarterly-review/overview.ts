import type { Policy, Review } from "tierwise";
import type { Career } from "./careers.js";
import { type Column, consoleTable } from "./console-table.js";
import { type Show, tierAfter } from "./show.js";
import type { Words } from "./words/index.js";

const MOST_PEOPLE = 60;
const SIGNS: Readonly<Record<Review["decision"]["outcome"], string>> = {
  promoted: "^",
  retained: "=",
  demoted: "v",
  crossed: ">",
};

/** The table on the console: a line for each person, with the tier before and after and a sign for each period. */
export function overview(
  careers: readonly Career[],
  periods: readonly string[],
  policy: Policy,
  show: Show,
  words: Words,
): string {
  const left = (title: string): Column => ({ title, align: "left" });
  const right = (title: string): Column => ({ title, align: "right" });
  const currency = policy.incentives?.length ? policy.currency : undefined;
  const named = careers.some(({ person }) => person.name !== person.id);
  const columns = [
    left(words.person),
    ...(named ? [left(words.name)] : []),
    ...policy.axes.map(({ id }) => right(show.axis(id))),
    left(words.cell),
    left(words.periods),
    left(words.tier),
    ...(currency === undefined ? [] : [right(`${words.payInAll} ${currency}`)]),
  ];
  const rows = careers.slice(0, MOST_PEOPLE).map(({ person, reviews }) => {
    const last = reviews.at(-1);
    const [before, after] = [person.standing.tier, tierAfter(reviews, person.standing.tier)];
    const signs = periods.map((period) => {
      const review = reviews.find((one) => one.period === period);
      return review === undefined ? "." : SIGNS[review.decision.outcome];
    });
    return [
      person.id,
      ...(named ? [person.name] : []),
      ...(last?.placement.axes.map(({ axis, score }) => show.score(axis, score)) ??
        policy.axes.map(() => "")),
      last === undefined ? "" : show.cell(last.placement),
      signs.join(" "),
      before === after ? show.tier(after) : `${show.tier(before)} > ${show.tier(after)}`,
      ...(currency === undefined ? [] : [show.money(payOf(reviews), currency)]),
    ];
  });
  const more = careers.length - rows.length;
  return [consoleTable(columns, rows), ...(more > 0 ? [words.morePeople(more)] : []), "", words.legend].join(
    "\n",
  );
}

/** The exact sum of all statements. */
export function payOf(reviews: readonly Review[]): string {
  const [first, ...others] = reviews.flatMap(({ statement }) => statement?.total ?? []);
  return first === undefined ? "0" : others.reduce((sum, total) => sum.plus(total), first).toString();
}
