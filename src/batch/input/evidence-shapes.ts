import type { Report } from "../../kernel/report.js";
import { notAmong } from "../../kernel/show.js";
import type { PolicyParts } from "../../policy/parts.js";
import type { PlainColumn } from "../../scoring/measures/measure.js";
import type { CheckedWeightSchema } from "../../scoring/schema.js";
import { compileWhole } from "../../scoring/scorer.js";
import type { Source } from "../../scoring/source.js";
import type { InputColumn } from "../columns/columns.js";
import { isList, isOffsets, presenceIn } from "../columns/kinds.js";

/** Notes a column of a part that its evidence does not have, and one of numbers where each row has to have a list, or of lists where none may. */
export type EvidenceCheck = (name: string, column: InputColumn, rows: number, report: Report) => void;

/** What each row of a column has. */
type Cells = "list" | "value" | "either";

/** The columns that the evidence of an indicator may be, in any of the weight schemas that have it; undefined where it may be any. */
type EvidenceShape = ReadonlyMap<string, Cells> | undefined;

const PREFIX = "evidence.";

/** Compiles the check of columns of evidence. The shapes are made when a column first asks for them. */
export function compileEvidenceCheck(parts: PolicyParts): EvidenceCheck {
  let shapes: ReadonlyMap<string, EvidenceShape> | undefined;
  return (name, column, rows, report) => {
    if (!name.startsWith(PREFIX)) return;
    const [indicator = "", ...inner] = name.slice(PREFIX.length).split(".");
    if (inner.length === 0 && isList(column)) return;
    shapes ??= shapesOf(parts);
    const shape = shapes.get(indicator);
    if (shape === undefined) return;
    const path = ["columns", name];
    const cells = shape.get(name);
    if (cells === undefined) {
      if (inner.length > 0) report.add(path, "unknown-column", notAmong([...shape.keys()], KNOWN, name));
    } else if (!isList(column) && cells === otherThan(column) && hasValues(column, rows))
      report.add(path, "wrong-type", cells === "list" ? NO_LIST : NO_VALUE);
  };
}

const KNOWN = "a column that this evidence has";
const NO_LIST =
  "expected a list in each row, as a list of lists or as { offsets, values }, got one value for each";
const NO_VALUE = "expected one value in each row, got { offsets, values }: nothing summarises lists here";

/** What no row of a column has that does not stand in cells. */
function otherThan(column: InputColumn): Cells {
  return isOffsets(column) ? "value" : "list";
}

function hasValues(column: InputColumn, rows: number): boolean {
  const has = presenceIn(column);
  if (has === undefined) return rows > 0;
  for (let row = 0; row < rows; row += 1) if (has(row)) return true;
  return false;
}

function shapesOf({ axes, variants }: PolicyParts): ReadonlyMap<string, EvidenceShape> {
  const schemas = [
    ...Object.values(axes),
    ...Object.values(variants).flatMap((own) => Object.values(own ?? {})),
  ];
  const shapes = new Map<string, EvidenceShape>();
  for (const schema of schemas) {
    const { leaves, extras } = compileWhole(schema as CheckedWeightSchema);
    for (const { id, source } of [...leaves.map(({ leaf }) => leaf), ...extras]) {
      const own = shapeOf(`${PREFIX}${id}`, source);
      shapes.set(id, shapes.has(id) ? either(shapes.get(id), own) : own);
    }
  }
  return shapes;
}

function either(one: EvidenceShape, other: EvidenceShape): EvidenceShape {
  if (one === undefined || other === undefined) return undefined;
  const shared = [...other].map(([name, cells]) => {
    const same = (one.get(name) ?? cells) === cells;
    return [name, same ? cells : "either"] as const;
  });
  return new Map([...one, ...shared]);
}

function shapeOf(whole: string, { plain, raters }: Source): EvidenceShape {
  if (raters !== undefined)
    return new Map<string, Cells>([
      ...raters.map(({ kind }) => [`${whole}.${kind}`, "either"] as const),
      [whole, "list"],
    ]);
  if (plain === undefined) return undefined;
  const own = plain.filter(({ cohort }) => cohort === undefined);
  const needed = new Set(own.filter(({ otherwise }) => otherwise === undefined).map(cellsOf));
  return new Map<string, Cells>([
    ...own.flatMap((one) =>
      one.part === undefined ? [] : [[`${whole}.${one.part}`, cellsOf(one)] as const],
    ),
    [whole, needed.size === 1 ? ([...needed][0] as Cells) : "either"],
  ]);
}

function cellsOf({ summary }: PlainColumn): Cells {
  if (summary === undefined) return "value";
  return summary.orNumber === true ? "either" : "list";
}
