import {
  type CarryOver,
  explain,
  explainDecision,
  explainEquityGrant,
  explainPlacement,
  explainScore,
  explainStatement,
  explainTrainingPlan,
  type Review,
  type Score,
  type Statement,
  type TrainingPlan,
} from "tierwise";
import { type Html, html } from "./html.js";
import type { Report } from "./report.js";

/** What is told of a person and a period beside the review. */
export interface BesideReview {
  readonly carriedOver: CarryOver | undefined;
  readonly training: TrainingPlan | undefined;
}

/** One review in full: the decision, the scores as bars, the pay, and the sentences that explain them. */
export function reviewPart(
  review: Review,
  { carriedOver, training }: BesideReview,
  charts: readonly (Html | undefined)[],
  report: Report,
): Html {
  const { show, words } = report;
  const { person, period, placement, statement } = review;
  const groups = explanation(review, report);
  const decision = groups.find(({ of }) => of === "decision");
  const grants = groups.find(({ of }) => of === "grants");
  const trained = training === undefined ? [] : explainTrainingPlan(training, { locale: words.locale });
  const before = carriedOver === undefined ? [] : explain(carriedOver, { locale: words.locale });
  return html`<article class="review">
<header>
${reviewHeading(person.id, show.label(person.label, person.id), period)}
${verdict(review, report)}
</header>
<div class="scores">${placement.axes.map(
    (placed, index) => html`<figure class="score axis-${index % 4}">
<figcaption><span class="axis">${show.axis(placed.axis)}</span>
<span class="value">${show.score(placed.axis, placed.score)}</span>
<span class="band">${show.band(placed)}</span>
${placed.next === undefined ? undefined : html`<span class="next">${words.toNext(String(placed.next.distance), show.label(placed.next.label, placed.next.band))}</span>`}</figcaption>
${charts[index]}</figure>`,
  )}</div>
<div class="facts">
<section class="decision"><h4>${words.decision}</h4>${sentenceList([...before, ...(decision?.sentences ?? [])])}</section>
${statement === undefined ? undefined : statementPart(statement, report)}
${grants === undefined ? undefined : html`<section class="grants"><h4>${grants.title}</h4>${sentenceList(grants.sentences)}</section>`}
${trained.length === 0 ? undefined : html`<section class="training"><h4>${words.training}</h4>${sentenceList(trained.slice(1))}</section>`}
</div>
<section class="why"><h4>${words.why}</h4><div class="groups">
${groups
  .filter((group) => group !== decision && group !== grants)
  .map(({ title, sentences }) => html`<section><h5>${title}</h5>${sentenceList(sentences)}</section>`)}
</div></section>
</article>`;
}

/** Whom and which period an article is about. */
export function reviewHeading(id: string, name: string, period: string): Html {
  return html`<h3>${name} <small>${name === id ? period : `${id}, ${period}`}</small></h3>`;
}

function sentenceList(sentences: readonly string[]): Html {
  return html`<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}

function verdict(
  { placement, decision: { outcome, from, to, effectiveFrom } }: Review,
  report: Report,
): Html {
  const { show, words } = report;
  const move = outcome === "retained" ? show.tier(to) : `${show.tier(from)} → ${show.tier(to)}`;
  const since = outcome === "retained" ? undefined : html`<span>${words.fromOn(effectiveFrom)}</span>`;
  return html`<p class="verdict"><span class="badge ${outcome}">${words.outcomes[outcome]}</span>
<b>${move}</b> ${since} <span>${show.cell(placement)}</span></p>`;
}

interface Group {
  readonly of: "score" | "placement" | "promotion-score" | "decision" | "statement" | "grants";
  readonly title: string;
  readonly sentences: readonly string[];
}

/** The sentences of `explain(review, { locale })`, after its heading, in groups. */
export function explanation(
  { scores, placement, promotionScore, decision, statement, grants = [] }: Review,
  { show, words }: Pick<Report, "show" | "words">,
): readonly Group[] {
  const { locale } = words;
  const ofScores = placement.axes.flatMap(({ axis }): readonly Group[] => {
    const score = scores[axis];
    const title = show.axis(axis);
    if (score === undefined) return [];
    return [{ of: "score", title, sentences: explainScore(score, { locale, axis: title }) }];
  });
  return [
    ...ofScores,
    { of: "placement", title: words.placement, sentences: explainPlacement(placement, { locale }) },
    ...(promotionScore === undefined ? [] : [ofPromotionScore(promotionScore, words)]),
    { of: "decision", title: words.decision, sentences: explainDecision(decision, { locale }) },
    ...(statement === undefined
      ? []
      : [{ of: "statement" as const, title: words.pay, sentences: explainStatement(statement, { locale }) }]),
    ...(grants.length === 0
      ? []
      : [
          {
            of: "grants" as const,
            title: words.grants,
            sentences: grants.flatMap((grant) => explainEquityGrant(grant, { locale })),
          },
        ]),
  ];
}

function ofPromotionScore(score: Score, { locale }: Report["words"]): Group {
  const axis = locale.policy.promotionScore();
  return { of: "promotion-score", title: axis, sentences: explainScore(score, { locale, axis }) };
}

function statementPart({ currency, lines, total }: Statement, { show, words }: Report): Html {
  const money = (amount: Parameters<typeof show.money>[0]) => show.money(amount, currency);
  return html`<section class="pay"><h4>${words.statement}</h4>
<table><thead><tr><th scope="col">${words.line}</th><th scope="col" class="number">${words.amount}, ${currency}</th></tr></thead>
<tbody>${lines.map(
    ({ id, label, basis, rate, amount, parts = [] }) => html`<tr><th scope="row">${show.label(label, id)}
${
  parts.length < 2
    ? html`<small>${show.number(basis)} × ${show.number(rate)}</small>`
    : [
        html`<small>${show.number(basis)}</small>`,
        ...parts.map(
          (part) =>
            html`<small>${part.of === undefined ? undefined : `${show.part(part.of)}: `}${words.ofWhich(show.number(part.basis), show.number(part.rate))}: ${money(part.amount)}</small>`,
        ),
      ]
}</th>
<td class="number">${money(amount)}</td></tr>`,
  )}</tbody>
<tfoot><tr><th scope="row">${words.total}</th><td class="number">${money(total)}</td></tr></tfoot></table>
</section>`;
}
