import type { Placement } from "../../classification/classifier.js";
import type { CheckedMatrix } from "../../classification/matrix.js";
import { cellKey, combinations } from "../../classification/matrix.js";
import type { Score } from "../../scoring/score.js";
import { unitsOfText } from "./read-numbers.js";

/** Numbers of a result: each means units / 10^scale; NaN where there is none. */
export interface DecimalColumn {
  readonly units: Float64Array;
  readonly scale: number;
}

/** Labels of a result as positions in a dictionary; -1 where there is none. */
export interface LabelColumn {
  readonly codes: Int16Array;
  readonly dictionary: readonly string[];
}

/** Truth values of a result: 1 where it is so, 0 where it is not, and where a row has no result. */
export type FlagColumn = Uint8Array;

/** The columns of a result, one value for each row. */
export interface PlacementColumns {
  /** By axis: the score. */
  readonly scores: { readonly [axis: string]: DecimalColumn };
  /** By axis: the band. */
  readonly bands: { readonly [axis: string]: LabelColumn };
  /** The cell that counts, its bands joined by " x ": that of the bands, or of the lowest ones after a veto. */
  readonly cell: LabelColumn;
  /** Whether a failed gate forbids any move up; 0 in a row without a result, too, of which the cell is -1. */
  readonly promotionBlocked: FlagColumn;
  /** Whether a failed gate put the person into the cell of the lowest bands; 0 in a row without a result, too. */
  readonly vetoed: FlagColumn;
  /** The highest tier to which a move up may lead, where failed gates cap it. */
  readonly capTier: LabelColumn;
}

/** Columns in which no row is written yet. */
export function emptyColumns(
  { axes, tiers = [] }: CheckedMatrix,
  schemas: readonly { readonly id: string; readonly scoreDecimals: number }[],
  rows: number,
): PlacementColumns {
  const decimals = new Map(schemas.map(({ id, scoreDecimals }) => [id, scoreDecimals] as const));
  const labels = (dictionary: readonly string[]): LabelColumn => ({
    codes: new Int16Array(rows),
    dictionary,
  });
  const byAxis = <T>(make: (axis: CheckedMatrix["axes"][number]) => T) =>
    Object.fromEntries(axes.map((axis) => [axis.id, make(axis)]));
  return {
    scores: byAxis(({ id }) => ({
      units: new Float64Array(rows),
      scale: decimals.get(id) ?? 0,
    })),
    bands: byAxis(({ bands }) => labels(bands.map(({ id }) => id))),
    cell: labels(combinations(axes).map((at) => cellKey(axes, at))),
    promotionBlocked: new Uint8Array(rows),
    vetoed: new Uint8Array(rows),
    capTier: labels(tiers.map(({ id }) => id)),
  };
}

/** Writes what the one-person functions found; false where a column cannot hold it. */
export function writePerson(
  columns: PlacementColumns,
  row: number,
  scores: Readonly<Record<string, Score>>,
  { axes, cell, promotionBlocked, vetoed, capTier }: Placement,
): boolean {
  const units = Object.entries(scores).map(([axis, { value }]) => {
    const column = columns.scores[axis] as DecimalColumn;
    return [column, unitsOfText(value.toFixed(), column.scale)] as const;
  });
  if (units.some(([, unit]) => Number.isNaN(unit))) return false;
  for (const [column, unit] of units) column.units[row] = unit;
  for (const { axis, band } of axes) writeLabel(columns.bands[axis] as LabelColumn, row, band);
  const at = axes.map(({ axis }) => cell.at[axis]).join(" x ");
  writeLabel(columns.cell, row, at);
  columns.promotionBlocked[row] = promotionBlocked ? 1 : 0;
  columns.vetoed[row] = vetoed ? 1 : 0;
  if (capTier !== undefined) writeLabel(columns.capTier, row, capTier);
  return true;
}

/** Takes away what is written for a row. */
export function clearRow(
  { scores, bands, cell, promotionBlocked, vetoed, capTier }: PlacementColumns,
  row: number,
): void {
  for (const { units } of Object.values(scores)) units[row] = Number.NaN;
  for (const { codes } of [...Object.values(bands), cell, capTier]) codes[row] = -1;
  promotionBlocked[row] = 0;
  vetoed[row] = 0;
}

function writeLabel({ codes, dictionary }: LabelColumn, row: number, label: string): void {
  codes[row] = dictionary.indexOf(label);
}
