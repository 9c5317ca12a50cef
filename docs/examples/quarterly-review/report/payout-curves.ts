import { type PayoutCurve, type PlanConfig, payoutCurve } from "tierwise";
import { type CurveLine, curveChart } from "./curve-chart.js";
import { type Html, html } from "./html.js";
import type { PaidReview } from "./pay.js";
import type { Report } from "./report.js";

type Incentive = NonNullable<Report["policy"]["document"]["incentives"]>[number];

/** A picture for each bonus, a line for each tier in it, and for each commission, as far as anybody sold. Plans that need more than the policy says have none. */
export async function payoutCurves(
  report: Report,
  statements: readonly PaidReview[],
): Promise<readonly Html[]> {
  const { incentives = [] } = report.policy.document;
  const made = await Promise.all(incentives.map((incentive) => figureOf(incentive, report, statements)));
  return made.flatMap((one) => one ?? []);
}

async function figureOf(
  incentive: Incentive,
  report: Report,
  statements: readonly PaidReview[],
): Promise<Html | undefined> {
  const { policy, show, words } = report;
  const { tiers, currency = "" } = policy.document;
  if (incentive.use !== "performanceBonus" && incentive.use !== "commission") return undefined;
  const id = incentive.id ?? incentive.use;
  const plan = policy.compiled.parts.incentives[id];
  const name = show.label(incentive.label, id);
  const isBonus = incentive.use === "performanceBonus";
  const { most, corners } = isBonus
    ? rangeOfBonus(incentive.payout)
    : rangeOfSales(incentive, id, statements);
  const lines = (isBonus ? tiers : [{ id: "" }]).flatMap(({ id: tier }, index): readonly CurveLine[] => {
    const config = { use: incentive.use, plan, ...(isBonus ? { tier } : {}) };
    if (most <= 0 || payoutCurve.check(config).length > 0) return [];
    const curve = payoutCurve(config as PlanConfig).safe({ from: 0, to: most });
    return curve.ok ? [{ shade: isBonus ? `curve-${index}` : "curve-0", points: pointsOf(curve.value) }] : [];
  });
  if (lines.length === 0) return undefined;
  const on = isBonus ? show.axis(incentive.axis) : show.indicator(incentive.on);
  const description = words.payoutCurve(name, on);
  const chart = await curveChart(
    lines,
    { most, corners },
    {
      result: (value) => show.number(String(value)),
      pay: (amount) => show.money(amount.toFixed(0), currency),
    },
    description,
  );
  return html`<figure class="payout-curve"><figcaption>${description}</figcaption>${chart}
${isBonus ? html`<ul class="legend">${tiers.map(({ id: tier }, index) => html`<li><span class="swatch curve-${index}"></span>${show.tier(tier)}</li>`)}</ul>` : undefined}</figure>`;
}

/** How far a picture goes, and the results at which a plan changes. */
interface Range {
  readonly most: number;
  readonly corners: readonly number[];
}

function rangeOfBonus(payout: readonly { readonly score: number | string }[]): Range {
  const corners = payout.map(({ score }) => numberOf(String(score)));
  return { most: Math.max(100, ...corners), corners };
}

function rangeOfSales(
  { brackets, tables = [] }: Extract<Incentive, { readonly use: "commission" }>,
  id: string,
  statements: readonly PaidReview[],
): Range {
  const sold = statements.flatMap(({ statement }) =>
    statement.lines.filter((line) => line.id === id).map(({ basis }) => Number(basis)),
  );
  const most = Math.max(0, ...sold);
  const corners = (brackets ?? tables.at(-1)?.brackets ?? []).map(({ from = 0 }) => numberOf(String(from)));
  return { most, corners: corners.filter((corner) => corner < most) };
}

/** The ends of each piece; a square has points between them too. */
function pointsOf({ pieces }: PayoutCurve): CurveLine["points"] {
  return pieces.flatMap(({ from, to, coefficients }, piece) => {
    const [constant = 0, slope = 0, square = 0] = coefficients.map((one) => numberOf(String(one)));
    const [first, last] = [numberOf(String(from)), numberOf(String(to))];
    const steps = square === 0 ? 1 : 12;
    return Array.from({ length: steps + 1 }, (_, step) => {
      const result = first + ((last - first) * step) / steps;
      return { piece, result, pay: constant + result * (slope + result * square) };
    });
  });
}

/** A number whose decimals do not end is a fraction text. */
function numberOf(text: string): number {
  const [numerator, denominator = 1] = text.split("/").map(Number);
  return Number(numerator) / denominator;
}
