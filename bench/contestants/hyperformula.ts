import { createRequire } from "node:module";
import { columnOf, type Data } from "../data.js";
import { emptyOutputs, type Outputs } from "../outputs.js";
import { ATTAINMENTS, BONUS_TARGETS, POINTS, RATINGS } from "../policy.js";
import type { Entry } from "./entry.js";

export const HYPERFORMULA = "HyperFormula, as a sheet of formulas";

type Cell = number | string;

/** The little that is used of HyperFormula, which is no dependency. */
interface Engine {
  buildFromArray(
    sheet: readonly (readonly Cell[])[],
    options: { readonly licenseKey: string; readonly maxRows: number },
  ): { getSheetValues(sheet: number): readonly (readonly Cell[])[]; destroy(): void };
}

function engine(): Engine | undefined {
  try {
    return createRequire(import.meta.url)("hyperformula").HyperFormula;
  } catch {
    return undefined;
  }
}

/** A spreadsheet engine, which has a row of formulas for each person; none where it is not installed. */
export const HYPERFORMULA_ENTRY: readonly Entry[] = entries(engine());

function entries(found: Engine | undefined): readonly Entry[] {
  if (found === undefined) return [];
  const prepare = (data: Data) => {
    const sheet = sheetOf(data);
    return () => valuesOf(found, sheet);
  };
  return [{ name: HYPERFORMULA, part: 0.01, prepare }];
}

/** What the sheet finds, in floating-point numbers. */
export function hyperformulaOutputs(data: Data): Outputs | undefined {
  const found = engine();
  if (found === undefined) return undefined;
  const out = emptyOutputs(data.rows);
  for (const [row, cells] of valuesOf(found, sheetOf(data)).entries()) {
    const [capability, performance, cell, blocked, bonus] = cells.slice(-5).map(Number);
    out.capability[row] = Math.round(100 * (capability as number));
    out.performance[row] = Math.round(100 * (performance as number));
    out.cell[row] = cell as number;
    out.blocked[row] = blocked as number;
    out.bonus[row] = Math.round(100 * (bonus as number));
  }
  return out;
}

function valuesOf(found: Engine, sheet: readonly (readonly Cell[])[]) {
  const built = found.buildFromArray(sheet, { licenseKey: "gpl-v3", maxRows: sheet.length + 1 });
  const values = built.getSheetValues(0);
  built.destroy();
  return values;
}

/** Columns A to F: ratings; G to L: actuals and targets; M and N: points; O: the tier; P to T: formulas. */
function sheetOf(data: Data): readonly (readonly Cell[])[] {
  const names = [...RATINGS, ...ATTAINMENTS.flatMap((id) => [`${id}.actual`, `${id}.target`]), ...POINTS];
  const columns = names.map((name) => columnOf(data, `evidence.${name}`));
  return Array.from({ length: data.rows }, (_, row) => [
    ...columns.map((column) => column[row] as number),
    (data.tiers[row] as number) + 1,
    ...formulas(row + 1),
  ]);
}

function formulas(row: number): readonly string[] {
  const at = (column: string) => `${column}${row}`;
  const rating = (column: string) => `ROUND(25*${at(column)}-25,4)`;
  const attainment = (actual: string, target: string, least: number) => {
    const part = `${at(actual)}/${at(target)}`;
    return `ROUND(IF(${part}<${least},0,MIN(${part},1.2)*100),4)`;
  };
  const sum = (weights: readonly number[], terms: readonly string[]) =>
    `=ROUND(${terms.map((term, index) => `${weights[index]}*${term}`).join("+")},2)`;
  const band = (column: string) => `IF(${at(column)}>=80,2,IF(${at(column)}>=60,1,0))`;
  return [
    sum([0.25, 0.2, 0.2, 0.15, 0.1, 0.1], ["A", "B", "C", "D", "E", "F"].map(rating)),
    sum(
      [0.3, 0.2, 0.15, 0.2, 0.15],
      [
        attainment("G", "H", 0.6),
        attainment("I", "J", 0.6),
        attainment("K", "L", 0),
        `ROUND(${at("M")},4)`,
        `ROUND(${at("N")},4)`,
      ],
    ),
    `=IF(${at("M")}<40,0,3*${band("P")}+${band("Q")})`,
    `=IF(${at("M")}<60,1,0)`,
    `=ROUND(CHOOSE(${at("O")},${BONUS_TARGETS.join(",")})*IF(${at("Q")}<60,0,IF(${at("Q")}<100,0.5+(${at("Q")}-60)*0.025,1.5)),2)`,
  ];
}
