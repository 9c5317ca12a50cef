import { constantBalls } from "../balls/constants.js";
import { ballSource, holdsAll } from "../balls/read.js";
import type { InputColumn } from "../columns/columns.js";
import { presenceIn } from "../columns/kinds.js";
import { type CreditReading, creditSource, exactCredits } from "../credits/credit-source.js";
import { ceilingDivide, floorDivide } from "../forms/forms.js";
import { exactSummaries } from "../lists/exact.js";
import { ballsOfLists, columnSource, givenIn, ratingsSource } from "../lists/input-lists.js";
import { limitedForm } from "../plan/limited-form.js";
import type { InputForm } from "../plan/plan.js";
import { type PlacesAmong, placedForm, placesAmong } from "../plan/positions.js";
import { type Filling, filledColumn, filledSource, numbersOf, othersOf } from "../sources/beside.js";
import { groupPlaces } from "../sources/group-numbers.js";
import type { Among, NumberInput } from "../sources/inputs.js";
import { constantSource, nothingSource } from "../sources/known-sources.js";
import { labelNumbers } from "../sources/label-numbers.js";
import type { MadeSource } from "../sources/sources.js";

/** How columns are read. */
export interface Opening extends Omit<CreditReading, "missing"> {
  /** Numbers whose places among the values of a cohort have been looked for. */
  readonly placed?: Placed[];
}

interface Placed {
  readonly number: NumberInput;
  readonly values: Among["values"];
  readonly places: PlacesAmong;
}

/** Finds the caller's column of a number, or what stands in for it. */
export function numberForm(
  written: NumberInput,
  columns: Readonly<Record<string, InputColumn>>,
  reading: Opening,
): InputForm | undefined {
  const { among, limits, ...number } = written;
  if (among !== undefined) return amongForm(number, among, columns, reading);
  if (limits !== undefined) {
    const form = numberForm(number, columns, reading);
    return form && limitedForm(form, limits, groupPlaces(columns) ?? []);
  }
  const input = besideOthers(written, columns);
  const whole = wholeForm(input, columns, reading);
  if (whole !== undefined || reading.whole === "each-column") return whole;
  const { otherwise, filling } = input;
  const listed = filling === undefined ? ballsOfLists(input, columns, reading) : undefined;
  if (listed !== undefined) return { type: "ball", source: listed };
  const given =
    input.credits === undefined ? givenIn(input, columns) : exactCredits(input.credits, columns, reading);
  const column = filling === undefined ? given : filledColumn(given, filling, reading.rows);
  const { missing } = filling ?? input;
  if (column !== undefined)
    return { type: "ball", source: ballSource(column, reading.rows, { ...input, missing }) };
  return otherwise === undefined ? undefined : { type: "ball", source: constantBalls(otherwise, columns) };
}

/** In place of numbers, their places among the values of a cohort: numbers of which several things are counted are looked for once. */
function amongForm(
  number: NumberInput,
  { values, counts }: Among,
  columns: Readonly<Record<string, InputColumn>>,
  reading: Opening,
): InputForm | undefined {
  const known = reading.placed?.find(
    (one) => isSameList(one.values, values) && isSameInput(one.number, number),
  );
  if (known !== undefined) return placedForm(known.places, counts);
  const form = numberForm(number, columns, reading);
  const places = form && placesAmong(form, values, groupPlaces(columns));
  if (places === undefined) return form;
  reading.placed?.push({ number, values, places });
  return placedForm(places, counts);
}

function isSameList<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}

/** Whether two columns of the program are filled in the same way. */
function isSameInput({ column: _, ...one }: NumberInput, { column: _other, ...other }: NumberInput): boolean {
  const rules = (input: object) => Object.entries(input) as [keyof typeof one, unknown][];
  return (
    rules(one).length === rules(other).length && rules(one).every(([rule, value]) => other[rule] === value)
  );
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
  const { path, missing, otherwise, filling, summary, ratings, credits } = input;
  if (credits !== undefined) return creditSource(credits, columns, { ...reading, missing });
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
