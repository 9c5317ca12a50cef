import { type Data, firstRows, withLongNumbers, withLongNumbersOnly } from "../data.js";
import type { Contestant } from "../measure.js";
import { differences, type Outputs } from "../outputs.js";
import { decimalPeople, decimalPerson } from "./decimal.js";
import { floor, unroundedFloor } from "./floor.js";
import { onePeople, onePerson, outputsOf, tierwiseBatch } from "./tierwise.js";

export const FLOOR = "float64 by hand";
export const UNROUNDED = "float64 by hand, indicators not rounded";
export const DECIMAL = "decimal.js, straightforward";
export const BATCH = "batch";
export const SMALL_BATCH = "batch, a tenth of the rows";
export const SOME_LONG = "batch, a long number in 1 % of rows";
export const ALL_LONG = "batch, a long number in every row";
export const ONLY_LONG = "batch, no number that is not long";
export const ONE_PERSON = "review, one person after the other, with trace";

/** Those that run in this process. The slow ones take a hundredth of the rows. */
export function contestants(data: Data): readonly Contestant[] {
  const few = firstRows(data, Math.max(1, Math.floor(data.rows / 100)));
  const tenth = firstRows(data, Math.max(1, Math.floor(data.rows / 10)));
  const someLong = withLongNumbers(data, 100);
  const allLong = withLongNumbers(data, 1);
  const onlyLong = withLongNumbersOnly(data);
  const on = (name: string, { rows }: Data, run: () => unknown): Contestant => ({ name, rows, run });
  return [
    on(FLOOR, data, () => floor(data)),
    on(UNROUNDED, data, () => unroundedFloor(data)),
    on(BATCH, data, () => tierwiseBatch(data)),
    on(SMALL_BATCH, tenth, () => tierwiseBatch(tenth)),
    on(SOME_LONG, data, () => tierwiseBatch(someLong)),
    on(ALL_LONG, data, () => tierwiseBatch(allLong)),
    on(ONLY_LONG, data, () => tierwiseBatch(onlyLong)),
    on(ONE_PERSON, few, () => everybody(few, onePerson(few))),
    on(DECIMAL, few, () => everybody(few, decimalPerson(few))),
  ];
}

function everybody({ rows }: Data, person: (row: number) => unknown): void {
  for (let row = 0; row < rows; row += 1) person(row);
}

/** In how many rows each differs from the one-person functions; those that are exact must not. */
export interface Checked {
  readonly decimal: number;
  readonly batch: number;
  readonly longNumbers: number;
  /** Of all rows, against `batch`. */
  readonly floor: number;
}

export function checkContestants(data: Data): Checked {
  const few = firstRows(data, Math.min(data.rows, 500));
  const long = [withLongNumbers(few, 3), withLongNumbersOnly(few)];
  const whole = outputsOf(tierwiseBatch(data));
  const expected: Outputs = onePeople(few);
  const checked = {
    decimal: differences(decimalPeople(data.rows > 20_000 ? firstRows(data, 20_000) : data), whole),
    batch: differences(whole, expected),
    longNumbers: long
      .map((one) => differences(outputsOf(tierwiseBatch(one)), onePeople(one)))
      .reduce((all, one) => all + one, 0),
    floor: differences(floor(data), whole),
  };
  if (checked.decimal + checked.batch + checked.longNumbers > 0)
    throw new Error(`exact contestants differ: ${JSON.stringify(checked)}`);
  return checked;
}
