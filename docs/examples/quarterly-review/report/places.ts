import { explainPlaces, type TierPlaces } from "tierwise";
import { fullName } from "../standings.js";
import { type Html, html } from "./html.js";
import type { Report } from "./report.js";

/** Who got the limited places of each period, and who waits; nothing where the policy limits none. */
export function places({ places: periods, careers, words }: Report): Html | undefined {
  const limited = [...periods].reverse().filter((one) => one.places.length > 0);
  if (limited.length === 0) return undefined;
  const names = new Map(careers.map(({ person }) => [person.id, fullName(person)]));
  return html`<section class="places" aria-labelledby="places"><h2 id="places">${words.locale.places.places()}</h2>
${limited.map(({ period, places: tiers }, index) => {
  const sentences = explainPlaces({ tiers: tiers.map((one) => named(one, names)) }, { locale: words.locale });
  return html`<details${index === 0 ? html` open` : undefined}><summary>${period}</summary>
<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul></details>`;
})}
</section>`;
}

/** The same with names in place of ids. */
function named({ given, waiting, ...places }: TierPlaces, names: ReadonlyMap<string, string>): TierPlaces {
  const name = <T extends { readonly id: string }>(one: T): T => ({
    ...one,
    id: names.get(one.id) ?? one.id,
  });
  return { ...places, given: given.map(name), waiting: waiting.map(name) };
}
