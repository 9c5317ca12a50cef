import { Budget } from "./budget.js";
import { type Html, html } from "./html.js";
import { addressOf, type Report } from "./report.js";

const MOST_BYTES = 600_000;

/** The table of all decisions, the latest period first, with buttons that choose a period. */
export function decisions({ policy, careers, periods, show, words }: Report): Html {
  const { axes, currency } = policy.document;
  const pays = (policy.document.incentives ?? []).length > 0 && currency !== undefined;
  const budget = new Budget(MOST_BYTES);
  const rows = [...periods].reverse().flatMap((period) =>
    careers.flatMap(({ person, reviews }) => {
      const review = budget.full ? undefined : reviews.find((one) => one.period === period);
      if (review === undefined) return [];
      const { placement, decision, statement } = review;
      const row = html`<tr data-period="${period}" data-find="${`${person.name} ${person.id}`.toLowerCase()}">
<th scope="row"><a href="${addressOf(person.id, period)}">${person.name}</a>${person.name === person.id ? undefined : html` <small>${person.id}</small>`}</th>
<td class="when" data-label="${words.period}">${period}</td>
${placement.axes.map(
  (placed) =>
    html`<td class="number" data-label="${show.axis(placed.axis)}">${show.score(placed.axis, placed.score)} <small>${show.band(placed)}</small></td>`,
)}
<td data-label="${words.cell}">${show.cell(placement)}</td>
<td class="outcome"><span class="badge ${decision.outcome}">${words.outcomes[decision.outcome]}</span></td>
<td data-label="${words.tier}">${decision.from === decision.to ? show.tier(decision.to) : html`${show.tier(decision.from)} → <b>${show.tier(decision.to)}</b>`}</td>
${pays ? html`<td class="number" data-label="${words.pay}">${statement === undefined ? "" : show.money(statement.total, currency)}</td>` : undefined}
</tr>`;
      return budget.take(row) ? [row] : [];
    }),
  );
  const head = [
    html`<th scope="col">${words.name}</th><th scope="col" class="when">${words.period}</th>`,
    ...axes.map(({ id }) => html`<th scope="col" class="number">${show.axis(id)}</th>`),
    html`<th scope="col">${words.cell}</th><th scope="col">${words.outcome}</th><th scope="col">${words.tier}</th>`,
    ...(pays ? [html`<th scope="col" class="number">${words.pay}, ${currency}</th>`] : []),
  ];
  return html`<section aria-labelledby="decisions">
<h2 id="decisions">${words.decisions}</h2>
<div class="controls">
<div class="choices" id="table-periods" role="group" aria-label="${words.period}">
${[...periods].map((period) => html`<button type="button" data-period="${period}">${period}</button>`)}
<button type="button" data-period="">${words.allPeriods}</button>
</div>
<label class="find"><span>${words.filter}</span><input type="search" id="find" autocomplete="off"></label>
</div>
<table class="decisions"><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>
${budget.full ? html`<p class="note">${words.cutShort}</p>` : undefined}
</section>`;
}
