import { explainPlaces } from "tierwise";
import { type Html, html } from "./html.js";
import type { Report } from "./report.js";

/** Who got the limited places of each period, and who waits; nothing where the policy limits none. */
export function places({ places: periods, words }: Report): Html | undefined {
  const limited = [...periods].reverse().filter((one) => one.places.length > 0);
  if (limited.length === 0) return undefined;
  return html`<section aria-labelledby="places"><h2 id="places">${words.locale.places.places()}</h2>
${limited.map(
  (
    { period, places: tiers },
    index,
  ) => html`<details${index === 0 ? html` open` : undefined}><summary>${period}</summary>
<ul>${explainPlaces({ tiers }, { locale: words.locale }).map((sentence) => html`<li>${sentence}</li>`)}</ul></details>`,
)}
</section>`;
}
