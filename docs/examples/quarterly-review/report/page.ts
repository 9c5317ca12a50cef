import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { decisions } from "./decisions.js";
import { happenings } from "./happenings.js";
import { Html, html } from "./html.js";
import { matrix } from "./matrix.js";
import { pay } from "./pay.js";
import { people } from "./people.js";
import { places } from "./places.js";
import { rejectedRows } from "./rejected.js";
import type { Report } from "./report.js";
import { summary } from "./summary.js";

const style = readFileSync(new URL("page.css", import.meta.url), "utf8");
const script = readFileSync(new URL("page-script.js", import.meta.url), "utf8");

/** One page that holds everything and asks for nothing: its policy forbids the network, and any script but its own. */
export async function reportPage(
  report: Report,
  onReview: (done: number, all: number) => void,
): Promise<string> {
  const { policy, periods, madeUpWith, show, words } = report;
  const { document } = policy;
  const title = show.label(document.label, document.id);
  const cycle = words.cycles[document.adjustment.cycle];
  const hash = createHash("sha256").update(script).digest("base64");
  const policyOfPage = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const [first, last] = [periods[0] ?? "", periods.at(-1) ?? ""];
  const page = html`<!doctype html>
<html lang="${words.locale.languageTag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOfPage}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${cycle}: ${title}</title>
<style>${new Html(style + tierStyle(document.tiers.length))}</style>
</head>
<body>
<header class="masthead">
<p class="kind">${cycle}</p>
<h1>${title}</h1>
<p class="about"><span>${words.span(first, last)}</span> ${report.versions.map(({ effectiveFrom }) => html`<span>${words.inForce(effectiveFrom)}</span> `)}</p>
${madeUpWith === undefined ? undefined : html`<p class="made-up">${words.madeUp(madeUpWith)}</p>`}
</header>
<main>
${await summary(report)}
${happenings(report)}
${matrix(report)}
${places(report)}
${await pay(report)}
${decisions(report)}
${await people(report, onReview)}
${rejectedRows(report)}
</main>
<footer>${words.madeWith}</footer>
<script>${new Html(script)}</script>
</body>
</html>
`;
  return page.text;
}

/** A shade for each tier, from the lowest to the highest, and what can be read upon it. */
function tierStyle(tiers: number): string {
  return Array.from({ length: tiers }, (_, index) => {
    const share = tiers === 1 ? 100 : Math.round((index / (tiers - 1)) * 100);
    const shade = `color-mix(in oklab, var(--tier-high) ${share}%, var(--tier-low))`;
    const line = `color-mix(in oklab, var(--tier-high) ${40 + Math.round(share * 0.6)}%, var(--tier-low))`;
    return `.curve-${index}{fill:none;stroke-width:2px;stroke:${line};background:${line}}.flow-${index}{fill:${shade};opacity:.45}.tier-${index}{fill:${shade};background:${shade}}.on-tier-${index}{fill:var(--on-tier-${share > 50 ? "high" : "low"})}`;
  }).join("\n");
}
