import { decimalPeople } from "./contestants/decimal.js";
import { floor } from "./contestants/floor.js";
import { onePeople, outputsOf, tierwiseBatch } from "./contestants/tierwise.js";
import { type Data, firstRows, withLongNumbers, withLongNumbersOnly } from "./data.js";
import { differences, type Outputs } from "./outputs.js";

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
