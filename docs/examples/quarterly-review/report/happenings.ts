import { happeningsIn, KINDS } from "../happenings.js";
import { fullName } from "../standings.js";
import { type Html, html } from "./html.js";
import { addressOf, type Report } from "./report.js";

const MOST_EXAMPLES = 6;

/** What the reviews brought about, how often, and some of those whom it concerns. */
export function happenings({ careers, words }: Report): Html {
  const all = happeningsIn(careers);
  const names = new Map(careers.map(({ person }) => [person.id, fullName(person)]));
  const items = KINDS.flatMap((kind) => {
    const found = all.filter((one) => one.kind === kind).map(({ review }) => review);
    if (found.length === 0) return [];
    const links = found
      .slice(0, MOST_EXAMPLES)
      .map(
        ({ person, period }) =>
          html`<li><a href="${addressOf(person.id, period)}">${names.get(person.id) ?? person.id}, ${period}</a></li>`,
      );
    return [
      html`<div><dt>${words.happenings[kind]} <b>${found.length}</b></dt><dd><ul>${links}</ul></dd></div>`,
    ];
  });
  return html`<section aria-labelledby="happenings"><h2 id="happenings">${words.whatHappened}</h2>
<dl class="happenings">${items}</dl></section>`;
}
