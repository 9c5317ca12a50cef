import type { BandContext } from "../../classification/band-context.js";
import type { CheckedMatrix } from "../../classification/matrix.js";
import { bandsOfGroup, type RelativeAxis } from "../../classification/relative-bands.js";
import { createReport } from "../../kernel/report.js";
import type { DecimalColumn } from "../columns/result-columns.js";
import { valuesOf } from "../columns/rows.js";
import { joinedRows } from "../columns/rows-where.js";
import type { Batch } from "../outcome/result.js";
import { groupScores } from "./band-scores.js";
import { type Group, type NoteRow, together } from "./groups.js";
import type { Columns } from "./scoring.js";
import { numbersAt, orderTied } from "./tied.js";

/** The axes of a matrix whose bands are relative. */
export function relativeAxes({ axes }: CheckedMatrix): readonly RelativeAxis[] {
  return axes.filter((axis): axis is RelativeAxis => axis.relative !== undefined);
}

/** Groups with where their bands begin, as bandContext says it of the same people; those of one value of `comparedWithin` have the same. */
export function withBands(
  groups: readonly Group[],
  axes: readonly RelativeAxis[],
  { columns, scores }: { readonly columns: Columns; readonly scores: Batch["scores"] },
  note: NoteRow,
): readonly Group[] {
  if (axes.length === 0) return groups;
  const idAt = valuesOf(columns.id ?? []);
  const numberAt = numbersAt(columns, scores);
  return together(groups, ({ within }) => [within]).flatMap(([, same]) => {
    const rows = joinedRows(same);
    if (rows.length === 0) return same;
    const report = createReport("invalid-input", "batchContext");
    const made = axes.map((axis) => {
      const ranked = groupScores(scores[axis.id] as DecimalColumn, rows, orderTied(axis, numberAt, idAt));
      return [axis.id, bandsOfGroup(axis, ranked, [], report)] as const;
    });
    const bands: BandContext = { kind: "bands", axes: Object.fromEntries(made) };
    if (report.count() === 0) return same.map((group) => ({ ...group, bands }));
    for (const row of rows) note(row, report.issues());
    return same;
  });
}
