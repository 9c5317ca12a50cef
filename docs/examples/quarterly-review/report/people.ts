import type { Score } from "tierwise";
import type { Career } from "../careers.js";
import { sayReasons } from "../results.js";
import { tierAfter } from "../show.js";
import { fullName } from "../standings.js";
import { Budget } from "./budget.js";
import { careerChart } from "./career-chart.js";
import { type Html, html, jsonFor } from "./html.js";
import type { Report } from "./report.js";
import { reviewHeading, reviewPart } from "./review.js";
import { scoreChart } from "./score-chart.js";

const MOST_BYTES = 3_100_000;
const MOST_CAREER_BYTES = 600_000;

/** The picker of a person and a period, and what it can show, as templates of the page. */
export async function people(report: Report, onReview: (done: number, all: number) => void): Promise<Html> {
  const { careers, periods, words } = report;
  const { shown, cut } = await reviewTemplates(report, onReview);
  const gaps = gapTemplates(report);
  const lines = await careerTemplates(report);
  const index = {
    periods,
    people: careers.map(({ person, reviews }, number) => ({
      id: person.id,
      name: person.name,
      periods: periods.map((period) => {
        const review = reviews.find((one) => one.period === period);
        const template = review === undefined ? `gap-${number}-${period}` : `review-${number}-${period}`;
        return {
          template: shown.has(template) || review === undefined ? template : "",
          outcome: review?.decision.outcome ?? "gap",
          tier: report.show.tier(tierAfter(upTo(reviews, period, periods), person.standing.tier)),
        };
      }),
    })),
  };
  return html`<section class="person" aria-labelledby="one-person">
<h2 id="one-person">${words.onePerson}</h2>
<noscript><p class="note">${words.needsScript}</p></noscript>
<div class="controls">
<label class="find"><span>${words.name}</span><select id="person">${careers.map(
    ({ person }, number) => html`<option value="${number}">${fullName(person)}</option>`,
  )}</select></label>
<div class="career" id="person-periods" role="group" aria-label="${words.period}"></div>
</div>
<div id="person-career"></div>
<div id="shown" aria-live="polite"></div>
${cut ? html`<p class="note">${words.cutShort}</p>` : undefined}
${[...shown.values(), ...gaps, ...lines]}
<script type="application/json" id="index">${jsonFor(index)}</script>
</section>`;
}

async function reviewTemplates(report: Report, onReview: (done: number, all: number) => void) {
  const { careers, periods, policy, show, words } = report;
  const charts = new Map(policy.document.axes.map((axis) => [axis.id, scoreChart(axis, show, words)]));
  const all = careers.reduce((sum, { reviews }) => sum + reviews.length, 0);
  const budget = new Budget(MOST_BYTES);
  const shown = new Map<string, Html>();
  for (const period of [...periods].reverse()) {
    for (const [number, { reviews, carriedOver, training }] of careers.entries()) {
      const review = reviews.find((one) => one.period === period);
      if (review === undefined || budget.full) continue;
      const drawn = await Promise.all(
        review.placement.axes.map(({ axis }) => charts.get(axis)?.(review.scores[axis] as Score)),
      );
      const id = `review-${number}-${period}`;
      const beside = { carriedOver: carriedOver.get(period), training: training.get(period) };
      const template = html`<template id="${id}">${reviewPart(review, beside, drawn, report)}</template>\n`;
      if (budget.take(template)) shown.set(id, template);
      onReview(shown.size, all);
    }
  }
  return { shown, cut: budget.full };
}

async function careerTemplates({ careers, periods, policy, show, words }: Report): Promise<readonly Html[]> {
  const { axes } = policy.document;
  const all = careers.flatMap(({ reviews }) => reviews);
  const draw = careerChart({ policy: policy.document, periods, show, before: words.before }, all);
  const budget = new Budget(MOST_CAREER_BYTES);
  const templates: Html[] = [];
  for (const [number, { person, reviews }] of careers.entries()) {
    if (budget.full || reviews.length === 0) continue;
    const chart = await draw({ reviews, tier: person.standing.tier }, words.scoresOverTime);
    const template = html`<template id="career-${number}"><figure class="line"><figcaption>${words.scoresOverTime}</figcaption>${chart}
<ul class="legend">${axes.map(({ id }, index) => html`<li><span class="swatch axis-${index % 4}"></span>${show.axis(id)}</li>`)}</ul></figure></template>\n`;
    if (budget.take(template)) templates.push(template);
  }
  return templates;
}

function gapTemplates({ careers, periods, rejected, words }: Report): readonly Html[] {
  return careers.flatMap(({ person, reviews }, number) =>
    periods.flatMap((period) => {
      if (reviews.some((review) => review.period === period)) return [];
      const rows = rejected.filter((row) => row.person === person.id && row.period === period);
      const reasons = rows.map(
        ({ file, row, reasons: why }) =>
          html`<li>${words.files[file]}, ${words.lineNumber} ${row.line}: ${sayReasons(why, words)}</li>`,
      );
      return html`<template id="gap-${number}-${period}"><article class="review">
<header>${reviewHeading(person.id, person.name, period)}
<p class="verdict"><span class="badge">${words.notReviewed}</span></p></header>
${reasons.length === 0 ? html`<p>${words.noRow(period)}</p>` : html`<ul>${reasons}</ul>`}
</article></template>\n`;
    }),
  );
}

function upTo(reviews: Career["reviews"], period: string, periods: readonly string[]): Career["reviews"] {
  return reviews.filter((review) => periods.indexOf(review.period) <= periods.indexOf(period));
}
