import { labelText } from "../kernel/label.js";
import type { Placement } from "./classifier.js";
import { type PlacementSentences, placementSentencesEn } from "./sentences.js";

/** The part of a locale that explains placements. */
export interface PlacementLocale {
  readonly languageTag: string;
  readonly placement: PlacementSentences;
}

const ENGLISH: PlacementLocale = { languageTag: "en", placement: placementSentencesEn };

/**
 * Says in sentences where a person is in the matrix: the bands and how far the next ones are, the gates, the cell and what it
 * proposes. Every number in them is in the result.
 *
 * @example
 * ```ts
 * import { classifier, explainPlacement } from "tierwise";
 *
 * const classify = classifier({
 *   axes: [{ id: "performance", bands: [{ id: "low" }, { id: "high", from: 80 }] }],
 *   cells: [{ at: { performance: "low" }, move: "stay" }, { at: { performance: "high" }, move: "up" }],
 * });
 * explainPlacement(classify({ scores: { performance: 79 } }));
 * // => ["performance: 79 is in the band low.", "The band high begins at 80, which is 1 more.", "The cell of the matrix is: low.", "The cell proposes to stay."]
 * ```
 */
export function explainPlacement(
  placement: Placement,
  { locale = ENGLISH }: { readonly locale?: PlacementLocale } = {},
): readonly string[] {
  const words = locale.placement;
  const tag = locale.languageTag;
  const bands = placement.axes.flatMap(({ axis, label, score, band, bandLabel, from, next }) => {
    const shown = {
      axis: labelText(label, tag, axis),
      score: String(score),
      band: labelText(bandLabel, tag, band),
    };
    const here = from === undefined ? words.band(shown) : words.bandFrom({ ...shown, from: String(from) });
    if (next === undefined) return [here];
    const above = {
      distance: String(next.distance),
      band: labelText(next.label, tag, next.band),
      from: String(next.from),
    };
    return [here, words.next(above)];
  });
  const gates = placement.gates.map(({ id, label, score, atLeast, passed }) => {
    const shown = { gate: labelText(label, tag, id), score: String(score), atLeast: String(atLeast) };
    return passed ? words.gatePassed(shown) : words.gateFailed(shown);
  });
  const { cell } = placement;
  const bandsOfCell = placement.axes.map(({ axis, band, bandLabel }) =>
    cell.at[axis] === band ? labelText(bandLabel, tag, band) : (cell.at[axis] ?? ""),
  );
  return [
    ...bands,
    ...gates,
    ...(placement.vetoed ? [words.veto()] : []),
    words.cell({ cell: labelText(cell.label, tag, bandsOfCell.join(" / ")) }),
    ...(cell.tier === undefined ? [] : [words.tier({ tier: labelText(cell.tierLabel, tag, cell.tier) })]),
    ...(cell.move === undefined ? [] : [words.moves[cell.move]]),
  ];
}
