import { payOf } from "../overview.js";
import { type Html, html } from "./html.js";
import type { Report } from "./report.js";
import { tierFlow } from "./tier-flow.js";

/** The figures of the whole run, and the people in each tier over time. */
export async function summary({
  policy,
  careers,
  rejected,
  periods,
  rowsIn,
  show,
  words,
}: Report): Promise<Html> {
  const { tiers, currency } = policy.document;
  const reviews = careers.flatMap((career) => career.reviews);
  const crossings = policy.document.adjustment.tracks === undefined ? [] : (["crossed"] as const);
  const outcomes = (["promoted", "retained", "demoted", ...crossings] as const).map((outcome) => ({
    title: words.outcomes[outcome],
    value: String(reviews.filter(({ decision }) => decision.outcome === outcome).length),
    kind: outcome,
  }));
  const paid = currency !== undefined && reviews.some(({ statement }) => statement !== undefined);
  const rowsRejected = rejected.filter(({ file }) => file === "evidence").length;
  const figures: readonly { readonly title: string; readonly value: string; readonly kind?: string }[] = [
    { title: words.people, value: String(careers.length) },
    { title: words.reviews, value: String(reviews.length) },
    { title: words.rowsRejected, value: `${rowsRejected} / ${rowsIn}` },
    ...outcomes,
    ...(paid
      ? [
          {
            title: `${words.payInAll}, ${currency}`,
            value: show.money(payOf(reviews), currency),
            kind: "wide",
          },
        ]
      : []),
  ];
  const chart = await tierFlow(
    careers,
    periods,
    { tiers, tracks: policy.document.adjustment.tracks },
    { before: words.before, description: words.tiersOverTime },
  );
  const moves = (["promoted", "demoted", "crossed"] as const).filter((outcome) =>
    reviews.some(({ decision }) => decision.outcome === outcome),
  );
  return html`<section class="summary" aria-labelledby="summary">
<h2 id="summary">${words.summary}</h2>
<dl class="figures">${figures.map(
    ({ title, value, kind = "" }) => html`<div class="${kind}"><dt>${title}</dt><dd>${value}</dd></div>`,
  )}</dl>
<figure class="tiers"><figcaption>${words.tiersOverTime}</figcaption>${chart}
<ul class="legend">${tiers.map(
    ({ id }, index) => html`<li><span class="swatch tier-${index}"></span>${show.tier(id)}</li>`,
  )}${moves.map((outcome) => html`<li><span class="swatch flow-${outcome}"></span>${words.outcomes[outcome]}</li>`)}</ul></figure>
</section>`;
}
