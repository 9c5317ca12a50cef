import { sayReasons } from "../results.js";
import { type Html, html } from "./html.js";
import type { Report } from "./report.js";

const MOST_ROWS = 200;

/** The rows that were not used, and why. */
export function rejectedRows({ rejected, words }: Report): Html | undefined {
  if (rejected.length === 0) return undefined;
  const more = rejected.length - MOST_ROWS;
  return html`<section aria-labelledby="rejected">
<h2 id="rejected">${words.rejectedRows} <small>${rejected.length}</small></h2>
<p class="note">${words.rejectedHint}</p>
<table class="rejected"><thead><tr><th scope="col">${words.file}</th><th scope="col" class="number">${words.lineNumber}</th>
<th scope="col">${words.person}</th><th scope="col">${words.period}</th><th scope="col">${words.reason}</th></tr></thead>
<tbody>${rejected.slice(0, MOST_ROWS).map(
    ({
      file,
      row,
      person,
      period,
      reasons,
    }) => html`<tr><td data-label="${words.file}">${words.files[file]}</td>
<td class="number" data-label="${words.lineNumber}">${row.line}</td><td data-label="${words.person}">${person}</td>
<td class="when" data-label="${words.period}">${period}</td><td data-label="${words.reason}">${sayReasons(reasons, words)}</td></tr>`,
  )}</tbody></table>
${more > 0 ? html`<p class="note">${words.moreRejected(more)}</p>` : undefined}
</section>`;
}
