import * as z from "zod/mini";
import { explainCondition } from "../../adjustment/conditions/explain.js";
import { explainHold, namesIn } from "../../adjustment/explain.js";
import type { Hold } from "../../adjustment/holds.js";
import { inWords, resultNumber } from "../../kernel/in-words.js";
import { labelText } from "../../kernel/label.js";
import { list } from "../../kernel/schema.js";
import { en, type Locale } from "../locale.js";
import type { WithPlaces } from "./places-needed.js";
import type { PathStep, PathTo } from "./result.js";

/**
 * Says in sentences what a person would need for a tier: each score that would be enough by itself, or that none is, which places it takes, the gates that fail, and what the
 * best scores would come to, with what would still hold the move back. Every number in them is in the result.
 *
 * @example
 * ```ts
 * import { explainPath, type PathTo } from "tierwise";
 *
 * const path: PathTo = {
 *   kind: "path", from: "junior", to: "senior", now: "junior", reached: true,
 *   axes: [], indicators: [], gates: [], best: { to: "senior", holds: [] },
 * };
 * explainPath(path); // => ["This review comes to senior already."]
 * ```
 */
export function explainPath(path: PathTo, options: { readonly locale?: Locale } = {}): readonly string[] {
  return sayPath(path, options);
}

const sayPath = /* @__PURE__ */ inWords({
  title: "explainPath",
  result: () =>
    z.looseObject({
      kind: z.literal("path"),
      to: z.string(),
      reached: z.boolean(),
      axes: list(z.looseObject({ id: z.string(), score: resultNumber() })),
      indicators: list(z.looseObject({ id: z.string(), score: resultNumber() })),
      gates: list(z.looseObject({ id: z.string() })),
      best: z.looseObject({ to: z.string(), holds: list(z.looseObject({ code: z.string() })) }),
      placesNeeded: z.optional(list(z.looseObject({ tier: z.string() }))),
    }),
  english: en,
  say(path: PathTo, { locale }): readonly string[] {
    const words = locale.path;
    const name = ({ id, label }: Pick<PathStep, "id" | "label">) => labelText(label, locale.languageTag, id);
    const tier = labelText(path.toLabel, locale.languageTag, path.to);
    const placesOf = ({ placesNeeded = [] }: WithPlaces) =>
      placesNeeded.map((one) => labelText(one.label, locale.languageTag, one.tier));
    const placeOf = (way: WithPlaces) =>
      way.placesNeeded === undefined ? [] : [words.place({ places: placesOf(way) })];
    if (path.reached) return [words.reached({ tier }), ...placeOf(path)];
    if (path.onlyPlaceMissing) return [words.onlyPlaceMissing({ tier }), ...placeOf(path)];
    const enough = [...path.axes, ...path.indicators].flatMap((step) =>
      step.needed === undefined
        ? []
        : [
            words.enough({
              name: name(step),
              score: String(step.score),
              needed: String(step.needed),
              rise: String(step.rise),
              tier,
              places: placesOf(step),
            }),
          ],
    );
    return [
      ...(enough.length === 0 ? [words.none({ tier })] : enough),
      ...path.gates.map((gate) => words.gate({ gate: name(gate) })),
      words.best({ tier: labelText(path.best.toLabel, locale.languageTag, path.best.to) }),
      ...placeOf(path.best),
      ...stillAgainst(path, locale),
    ];
  },
});

/** What would hold the move back or is not met even with the best scores, but for what is said already. */
function stillAgainst({ from, gates, best }: PathTo, locale: Locale): readonly string[] {
  const { holds, unmet = [] } = best;
  const said = [...gates, ...unmet].map(({ id }) => id);
  const isSaid = (hold: Hold) =>
    hold.code === "crossing" ||
    (hold.code === "gate" && said.includes(hold.gate)) ||
    (hold.code === "requirement" && said.includes(hold.condition));
  const decision = { from, requirements: unmet, skipped: false };
  return [
    ...holds.filter((hold) => !isSaid(hold)).map((hold) => explainHold(hold, decision, locale)),
    ...unmet.map((condition) => explainCondition(condition, namesIn(locale))),
  ];
}
