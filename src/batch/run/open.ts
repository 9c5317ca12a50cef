import { constantBalls } from "../balls/constants.js";
import { ballSource, holdsAll } from "../balls/read.js";
import type { InputColumn } from "../columns/columns.js";
import { presenceIn } from "../columns/kinds.js";
import { ceilingDivide, floorDivide } from "../forms/forms.js";
import { exactSummaries } from "../lists/exact.js";
import {
  ballsOfLists,
  columnSource,
  givenIn,
  type ListReading,
  ratingsSource,
} from "../lists/input-lists.js";
import type { InputForm } from "../plan/plan.js";
import { placedForm } from "../plan/positions.js";
import type { PolicyProgram } from "../policy-program/policy-program.js";
import { type Filling, filledColumn, filledSource, numbersOf, othersOf } from "../sources/beside.js";
import type { LabelInput, NoColumns, NumberInput } from "../sources/inputs.js";
import { constantSource, nothingSource } from "../sources/known-sources.js";
import { labelNumbers } from "../sources/label-numbers.js";
import { labelSource } from "../sources/label-sources.js";
import type { MadeSource } from "../sources/sources.js";

/** The program's input columns, ready to be read a block at a time. */
export interface OpenInputs {
  readonly forms: ReadonlyMap<string, InputForm>;
  readonly sources: readonly { from: number }[];
  /** The names of the caller's columns that are read; of ids some are looked for, and all have to be sound. */
  readonly read: ReadonlySet<string>;
}

/**
 * Which columns are whole numbers of 53 bits: all, or there is nothing to read; those that are so in most rows, so that other rows are set aside; or those that are so in each row
 * that has a number. All others are balls.
 */
export type Wholeness = "each-column" | "most-rows" | "each-row";

/** How columns are read. */
export interface Opening extends ListReading {
  readonly whole: Wholeness;
}

/** Finds the caller's column of each input, or what stands in for it. */
export function openInputs(
  { program, inputs }: PolicyProgram,
  columns: Readonly<Record<string, InputColumn>>,
  reading: Opening,
): OpenInputs | NoColumns {
  const known = new Map(inputs.map((input) => [input.column, input]));
  const forms = new Map<string, InputForm>();
  const read = new Set<string>();
  const opening = { splits: new Map(), ...reading };
  for (const { column } of program.inputs) {
    const input = known.get(column);
    if (input === undefined) continue;
    const form = input.type === "label" ? labelForm(input, columns) : numberForm(input, columns, opening);
    if (form === undefined) return { because: "no-columns", what: input.path ?? column };
    forms.set(column, form);
    if (input.path !== undefined && input.path !== "id") read.add(input.path);
  }
  return { forms, sources: [...forms.values()].map(({ source }) => source), read };
}

function labelForm(
  { path, labels, missing, unknown, otherwise }: LabelInput,
  columns: Readonly<Record<string, InputColumn>>,
): InputForm {
  const dictionary = [...new Set(labels.values())];
  const meant = new Map([...labels].map(([label, text]) => [label, dictionary.indexOf(text)] as const));
  const source = labelSource(columns[path] ?? [], meant, {
    missing,
    unknown: unknown === undefined ? "set-aside" : "missing",
    ...(otherwise === undefined ? {} : { otherwise: dictionary.indexOf(otherwise) }),
  });
  const isNone = columns[path] === undefined && missing === "stays" && otherwise === undefined;
  return { type: "label", dictionary, source, ...(isNone ? { isNone } : {}) };
}

function numberForm(
  written: NumberInput,
  columns: Readonly<Record<string, InputColumn>>,
  reading: Opening,
): InputForm | undefined {
  const { among, ...number } = written;
  if (among !== undefined) {
    const form = numberForm(number, columns, reading);
    return form === undefined ? undefined : placedForm(form, among);
  }
  const input = besideOthers(written, columns);
  const whole = wholeForm(input, columns, reading);
  if (whole !== undefined || reading.whole === "each-column") return whole;
  const { otherwise, filling } = input;
  const listed = filling === undefined ? ballsOfLists(input, columns, reading) : undefined;
  if (listed !== undefined) return { type: "ball", source: listed };
  const given = givenIn(input, columns);
  const column = filling === undefined ? given : filledColumn(given, filling, reading.rows);
  const { missing } = filling ?? input;
  if (column !== undefined)
    return { type: "ball", source: ballSource(column, reading.rows, { ...input, missing }) };
  return otherwise === undefined ? undefined : { type: "ball", source: constantBalls(otherwise, columns) };
}

/** An input, and what stands in where only other parts of its evidence are said. */
type OpenInput = NumberInput & { readonly filling?: Filling };

/** Where all rows have other parts, or none has, nothing depends on them. */
function besideOthers(input: NumberInput, columns: Readonly<Record<string, InputColumn>>): OpenInput {
  const { path = "", beside, missing } = input;
  if (beside === undefined) return input;
  const { otherwise } = beside;
  const others = othersOf(beside, columns);
  const isGiven = Object.hasOwn(columns, path);
  if (others === "none" || (isGiven && presenceIn(columns[path] as InputColumn) === undefined)) return input;
  if (others === "all" && otherwise === undefined) return { ...input, missing: "set-aside" };
  if (others === "all" && otherwise !== undefined && !isGiven) return { ...input, otherwise };
  const has = others === "all" ? () => true : others;
  return { ...input, missing: "stays", filling: { ...numbersOf(otherwise, columns), has, missing } };
}

function wholeForm(
  input: OpenInput,
  columns: Readonly<Record<string, InputColumn>>,
  reading: Opening,
): InputForm | undefined {
  const made = sourceOf(input, columns, reading);
  if (made === undefined) return undefined;
  const { den, source } = made;
  if (input.decimals !== undefined && 10n ** BigInt(input.decimals) % den !== 0n) return undefined;
  if (input.sign === "above-zero" && source.least < 1n) source.least = 1n;
  if (input.sign === "not-negative" && source.least < 0n) source.least = 0n;
  const least = input.least === undefined ? undefined : ceilingDivide(input.least.n * den, input.least.d);
  if (least !== undefined && source.least < least) source.least = least;
  const most = input.most === undefined ? undefined : floorDivide(input.most.n * den, input.most.d);
  if (most !== undefined && source.most > most) source.most = most;
  return { type: "number", ...made };
}

function sourceOf(
  input: OpenInput,
  columns: Readonly<Record<string, InputColumn>>,
  reading: Opening,
): MadeSource | undefined {
  const { path, missing, otherwise, filling, summary, ratings } = input;
  if (ratings !== undefined) return ratingsSource(ratings, columns, reading);
  const filled = (made: MadeSource) => (filling === undefined ? made : filledSource(made, filling));
  if (path !== undefined && Object.hasOwn(columns, path)) {
    const column = columns[path] as InputColumn;
    const made = columnSource(summary, column, { ...reading, missing });
    const values = summary === undefined ? column : exactSummaries(summary, column);
    const isRead =
      made === undefined || reading.whole !== "each-row" || holdsAll(made.source, values, reading.rows);
    return made !== undefined && isRead ? filled(made) : undefined;
  }
  if (otherwise === undefined) return filled(nothingSource(missing));
  if ("n" in otherwise) return constantSource(otherwise);
  const ofLabels = new Map(otherwise.rows.map(({ is, number }) => [is, number] as const));
  return labelNumbers(columns[otherwise.path] ?? [], ofLabels, "set-aside");
}
