import type { Decimal, Review, Statement } from "tierwise";
import { type Html, html } from "./html.js";
import { payBars, type TierPay } from "./pay-bars.js";
import { payoutCurves } from "./payout-curves.js";
import type { Report } from "./report.js";

/** What reviews of each tier were paid on average, and what the plans pay for each result; nothing where the policy pays nothing. */
export async function pay(report: Report): Promise<Html | undefined> {
  const { policy, careers, show, words } = report;
  const { document } = policy;
  const { currency = "", tiers } = document;
  const statements = careers.flatMap(({ reviews }) => reviews.flatMap(paid));
  if (statements.length === 0) return undefined;
  const { categoryNames } = words.locale.pay.table;
  const categories = [
    ...new Set(statements.flatMap(({ statement }) => statement.categories.map((one) => one.category))),
  ];
  const rows = tiers.flatMap(({ id }) => {
    const own = statements.filter(({ tier }) => tier === id).map(({ statement }) => statement);
    return own.length === 0 ? [] : [tierPay(show.tier(id), own, categories)];
  });
  const money = (amount: number) => show.money(amount.toFixed(0), currency);
  const curves = await payoutCurves(report, statements);
  return html`<section aria-labelledby="pay">
<h2 id="pay">${words.pay}</h2>
<div class="pictures">
<figure class="pay-by-tier"><figcaption>${words.payByTier}, ${currency}</figcaption>${await payBars(rows, money, words.payByTier)}
<ul class="legend">${categories.map(
    (category, index) =>
      html`<li><span class="swatch pay-${index % 8}"></span>${categoryNames[category] ?? category}</li>`,
  )}</ul></figure>
${curves}
</div>
</section>`;
}

/** A statement, and the tier that it pays. */
export interface PaidReview {
  readonly tier: string;
  readonly statement: Statement;
}

function paid({ decision, statement }: Review): readonly PaidReview[] {
  return statement === undefined ? [] : [{ tier: decision.from, statement }];
}

/** The mean of each category, and of the whole. */
function tierPay(tier: string, statements: readonly Statement[], categories: readonly string[]): TierPay {
  const mean = (amounts: readonly (Decimal | undefined)[]) =>
    amounts.reduce((sum, amount) => sum + Number(amount ?? 0), 0) / statements.length;
  return {
    tier,
    reviews: statements.length,
    total: mean(statements.map(({ total }) => total)),
    parts: categories.map((category) =>
      mean(
        statements.map((statement) => statement.categories.find((one) => one.category === category)?.amount),
      ),
    ),
  };
}
