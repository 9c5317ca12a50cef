import { diffPolicies } from "tierwise";
import { whyOf } from "../happened-why.js";
import { type Happening, happeningsIn, KINDS } from "../happenings.js";
import { fullName } from "../standings.js";
import { type Html, html } from "./html.js";
import { addressOf, type Report } from "./report.js";

const MOST_EXAMPLES = 3;
const MOST_LINKS = 20;

/** What the reviews brought about: how often, and why it did for some of those whom it concerns. */
export function happenings(report: Report): Html {
  const { careers, words } = report;
  const all = happeningsIn(careers);
  const names = new Map(careers.map(({ person }) => [person.id, fullName(person)]));
  const items = KINDS.flatMap((kind) => {
    const found = all.filter((one) => one.kind === kind);
    if (found.length === 0) return [];
    const [examples, others] = [found.slice(0, MOST_EXAMPLES), found.slice(MOST_EXAMPLES)];
    return [
      html`<div class="${kind}"><dt>${words.happenings[kind]} <b>${found.length}</b></dt>
<dd>${kind === "policy-change" ? differences(report) : undefined}
<ul>${examples.map((one) => example(one, names, report))}</ul>
${others.length === 0 ? undefined : html`<p class="more">${words.others(others.length)} ${others.slice(0, MOST_LINKS).map((one) => link(one, names))}${others.length > MOST_LINKS ? "…" : ""}</p>`}</dd></div>`,
    ];
  });
  return html`<section aria-labelledby="happenings"><h2 id="happenings">${words.whatHappened}</h2>
<dl class="happenings">${items}</dl></section>`;
}

type Names = ReadonlyMap<string, string>;

function example(one: Happening, names: Names, { words }: Report): Html {
  const sentences = whyOf(one, words.locale);
  return html`<li>${link(one, names)}${sentences.map((sentence) => html` <span>${sentence}</span>`)}</li>`;
}

function link({ review: { person, period } }: Happening, names: Names): Html {
  return html`<a href="${addressOf(person.id, period)}">${names.get(person.id) ?? person.id}, ${period}</a> `;
}

/** What each version of the policy changed against the one before. */
function differences({ versions, words }: Report): readonly Html[] {
  return versions.slice(1).map((next, index) => {
    const before = versions[index];
    const lines = before === undefined ? [] : diffPolicies(before, next, { locale: words.locale });
    return html`<details><summary>${words.changedFrom(next.effectiveFrom)}</summary>
<ul>${lines.map(({ text }) => html`<li>${text}</li>`)}</ul></details>`;
  });
}
