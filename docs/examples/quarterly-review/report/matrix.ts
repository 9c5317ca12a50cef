import type { Policy, Review } from "tierwise";
import { type Html, html } from "./html.js";
import { addressOf, type Report } from "./report.js";

const MOST_NAMES = 60;

type Axis = Policy["axes"][number];

/** The matrix with the people of the last period in it: a table whose columns are the bands of the first axis, and whose rows are those of the second. */
export function matrix({ policy, careers, periods, show, words }: Report): Html | undefined {
  const [across, down, third] = policy.document.axes;
  const period = periods.at(-1);
  if (across === undefined || third !== undefined || period === undefined) return undefined;
  const reviews = careers.flatMap((career) => career.reviews.filter((review) => review.period === period));
  const bandText = (band: Axis["bands"][number]) => show.label(band.label, band.id);
  const rows = down === undefined ? [undefined] : [...down.bands].reverse();
  const placeOf = (at: Readonly<Record<string, string>>) =>
    [across, ...(down === undefined ? [] : [down])]
      .map((axis) => {
        const band = axis.bands.find(({ id }) => id === at[axis.id]);
        return words.inBand(show.axis(axis.id), show.label(band?.label, band?.id ?? ""));
      })
      .join(", ");
  const cell = (column: string, row: string | undefined) => {
    const inside = reviews.filter(
      ({
        placement: {
          cell: { at },
        },
      }) => at[across.id] === column && (down === undefined || at[down.id] === row),
    );
    const at = { [across.id]: column, ...(down === undefined ? {} : { [down.id]: row ?? "" }) };
    const { label, move = "stay" } = cellAt(policy.document, at) ?? {};
    const name = show.cell({ cell: label === undefined ? { at } : { at, label } });
    return html`<td class="${move}" data-label="${placeOf(at)}"><span class="cell-name">${name}</span> <b>${inside.length === 0 ? "" : inside.length}</b>
<ul>${inside.slice(0, MOST_NAMES).map((review) => person(review, show.label(review.person.label, review.person.id)))}${
      inside.length > MOST_NAMES ? html`<li>+ ${inside.length - MOST_NAMES}</li>` : undefined
    }</ul></td>`;
  };
  return html`<section aria-labelledby="matrix">
<h2 id="matrix">${words.matrixOf(period)}</h2>
<table class="matrix">
<thead><tr><td></td>${across.bands.map((band) => html`<th scope="col">${words.inBand(show.axis(across.id), bandText(band))}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row">${down === undefined || row === undefined ? "" : words.inBand(show.axis(down.id), bandText(row))}</th>${across.bands.map(({ id }) => cell(id, row?.id))}</tr>`,
  )}</tbody></table>
</section>`;
}

function cellAt({ matrix: { cells = [] } }: Policy, at: Readonly<Record<string, string>>) {
  return cells.find((cell) => Object.entries(at).every(([axis, band]) => cell.at[axis] === band));
}

function person({ person: { id }, period, decision }: Review, name: string): Html {
  return html`<li><a class="${decision.outcome}" href="${addressOf(id, period)}">${name}</a></li>`;
}
