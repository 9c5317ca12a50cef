import type { Decimal } from "../kernel/decimal.js";
import { inWords } from "../kernel/in-words.js";
import { labelText } from "../kernel/label.js";
import type { AxisPlacement, GateResult, Placement } from "./classifier.js";
import { placementParts } from "./result-parts.js";
import { type PlacementSentences, placementSentencesEn } from "./sentences.js";

/** The part of a locale that explains placements. */
export interface PlacementLocale {
  readonly languageTag: string;
  readonly placement: PlacementSentences;
}

const ENGLISH: PlacementLocale = { languageTag: "en", placement: placementSentencesEn };

/**
 * Says in sentences where a person is in the matrix: the bands, what keeps them and how far the next ones are, the gates and what a failed one does, the cell and what it
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
  options: { readonly locale?: PlacementLocale } = {},
): readonly string[] {
  return sayPlacement(placement, options);
}

const sayPlacement = /* @__PURE__ */ inWords({
  title: "explainPlacement",
  result: placementParts,
  english: ENGLISH,
  say(placement: Placement, { locale }): readonly string[] {
    const words = locale.placement;
    const tag = locale.languageTag;
    const { cell } = placement;
    const bandsOfCell = placement.axes.map(({ axis, band, bandLabel, calibrated }) => {
      const counted = calibrated ?? { band, bandLabel };
      return cell.at[axis] === counted.band
        ? labelText(counted.bandLabel, tag, counted.band)
        : (cell.at[axis] ?? "");
    });
    return [
      ...placement.axes.flatMap((axis) => explainAxis(axis, locale)),
      ...placement.gates.map((gate) => explainGate(gate, locale)),
      ...(placement.vetoed ? [words.veto()] : []),
      words.cell({ cell: labelText(cell.label, tag, bandsOfCell.join(" / ")) }),
      ...(cell.description === undefined ? [] : [labelText(cell.description, tag, "")]),
      ...(cell.tier === undefined ? [] : [words.tier({ tier: labelText(cell.tierLabel, tag, cell.tier) })]),
      ...(cell.move === undefined ? [] : [words.moves[cell.move]]),
    ];
  },
});

function explainAxis(
  { axis, label, score, band, bandLabel, from, keptFrom, group, next, calibrated }: AxisPlacement,
  { placement: words, languageTag: tag }: PlacementLocale,
): readonly string[] {
  const shown = {
    axis: labelText(label, tag, axis),
    score: String(score),
    band: labelText(bandLabel, tag, band),
  };
  const begins = String(from ?? "");
  const here =
    keptFrom !== undefined
      ? words.bandKept({ ...shown, from: begins, least: String(keptFrom) })
      : from === undefined
        ? words.band(shown)
        : words.bandFrom({ ...shown, from: begins });
  const above = next && {
    distance: String(next.distance),
    band: labelText(next.label, tag, next.band),
    from: String(next.from),
  };
  return [
    here,
    ...(above === undefined ? [] : [next?.tied ? words.nextTied(above) : words.next(above)]),
    ...(group === undefined ? [] : [words.group({ count: String(group.count), fixed: group.fixed })]),
    ...(calibrated === undefined
      ? []
      : [
          words.calibrated({
            axis: shown.axis,
            band: labelText(calibrated.bandLabel, tag, calibrated.band),
            by: labelText(calibrated.by, tag, ""),
            on: calibrated.on,
            reason: labelText(calibrated.reason, tag, ""),
          }),
        ]),
  ];
}

function explainGate(
  { id, label, of, value, atLeast, atMost, passed, onFail, tier, tierLabel }: GateResult,
  { placement: words, languageTag: tag }: PlacementLocale,
): string {
  const number = (decimal: Decimal | undefined) => (decimal === undefined ? "" : String(decimal));
  const shown = {
    gate: labelText(label, tag, id),
    certificate: of.kind === "certificate" ? of.id : "",
    value: number(value),
    atLeast: number(atLeast),
    atMost: number(atMost),
  };
  if (passed) return words.gatePassed(shown);
  return words.gateFailed({ ...shown, onFail, tier: labelText(tierLabel, tag, tier ?? "") });
}
