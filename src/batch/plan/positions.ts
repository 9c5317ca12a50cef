import type { Rational } from "../../kernel/rational.js";
import { placeIn, type Values } from "../../scoring/measures/cohort/compared.js";
import { emptyBalls } from "../balls/ball-of.js";
import { BLOCK, type Source } from "../forms/forms.js";
import { numbers } from "../forms/planning.js";
import type { Among } from "../sources/inputs.js";
import { FURTHEST, findPlaces, type Ladder, ladderOf } from "./ladders.js";
import type { InputForm } from "./plan.js";

/** How many people have the values of a cohort. */
export function peopleIn(values: Values): number {
  let people = 0;
  for (const { count } of values) people += count;
  return people;
}

/** Where the numbers of a column are among the values of a cohort; a block is looked for once, whatever is counted. */
export interface PlacesAmong {
  /** The most people that a cohort has. */
  readonly people: number;
  readonly mayMiss: boolean;
  at(from: number, rows: number): BlockPlaces;
}

/** For each row of a block: how many people there are, how many have less than its number, and how many just it; NaN where it has none. */
interface BlockPlaces {
  readonly people: Float64Array;
  readonly below: Float64Array;
  readonly equal: Float64Array;
  readonly aside: Uint8Array;
}

/** The cohort of each row, by its place among several; absent where there is one. */
type Cohorts = ArrayLike<number> | undefined;

/** The places of numbers among the values of a cohort, or of that of each row; undefined where none has a number. */
export function placesAmong(
  form: InputForm,
  values: readonly Values[],
  cohorts: Cohorts,
): PlacesAmong | undefined {
  if (form.type === "label" || (form.type === "number" && form.source.known === "none")) return undefined;
  const people = values.map(peopleIn);
  const block = {
    people: numbers().fill(people[0] ?? 0),
    below: numbers(),
    equal: numbers(),
    aside: new Uint8Array(BLOCK),
  };
  const read =
    form.type === "ball"
      ? exactPlaces(form, values, block, cohorts)
      : wholePlaces(form, values, block, cohorts);
  let [first, count] = [-1, 0];
  return {
    people: people.reduce((greatest, one) => Math.max(greatest, one), 0),
    mayMiss: form.type === "ball" || form.mayMiss,
    at(from, rows) {
      if (from === first && rows === count) return block;
      [first, count] = [from, rows];
      form.source.from = from;
      block.aside.fill(0, 0, rows);
      if (cohorts !== undefined)
        for (let row = 0; row < rows; row += 1)
          block.people[row] = people[cohorts[from + row] as number] ?? 0;
      read(rows);
      return block;
    },
  };
}

type FormOf<Type extends InputForm["type"]> = Extract<InputForm, { readonly type: Type }>;

function wholePlaces(
  { source, den }: FormOf<"number">,
  values: readonly Values[],
  { below, equal, aside }: BlockPlaces,
  cohorts: Cohorts,
): (rows: number) => void {
  if (source.most > FURTHEST) source.most = FURTHEST;
  if (source.least < -FURTHEST) source.least = -FURTHEST;
  const ladders = values.map((own) => ladderOf(own, den));
  const units = numbers();
  return (rows) => {
    source.read(units, aside, rows);
    for (let from = 0; from < rows; ) {
      const cohort = cohorts?.[source.from + from] ?? 0;
      let to = cohorts === undefined ? rows : from + 1;
      while (to < rows && cohorts?.[source.from + to] === cohort) to += 1;
      findPlaces(ladders[cohort] as Ladder, units, below, equal, from, to);
      from = to;
    }
  };
}

/** Numbers that no whole numbers hold are compared as fractions. */
function exactPlaces(
  { source }: FormOf<"ball">,
  values: readonly Values[],
  { below, equal, aside }: BlockPlaces,
  cohorts: Cohorts,
): (rows: number) => void {
  const ball = emptyBalls();
  return (rows) => {
    source.read(ball, aside, rows);
    for (let row = 0; row < rows; row += 1) {
      const isThere = aside[row] === 0 && (ball.radius[row] as number) >= 0;
      const own = values[cohorts?.[source.from + row] ?? 0] ?? [];
      const place = isThere ? placeIn(own, source.exactAt(row) as Rational) : undefined;
      below[row] = place === undefined ? Number.NaN : Number(place.below.n);
      equal[row] = place === undefined ? Number.NaN : Number(place.equal.n);
    }
  };
}

/** In place of numbers, how many people have less than each, more, or just it. */
export function placedForm(places: PlacesAmong, counts: Among["counts"]): InputForm {
  const { people: most, mayMiss } = places;
  const source: Source = {
    from: 0,
    least: 0n,
    most: BigInt(most),
    read(n, aside, rows) {
      const { people, below, equal, aside: unread } = places.at(this.from, rows);
      const [low, high] = [Number(this.least), Number(this.most)];
      for (let row = 0; row < rows; row += 1) {
        const [less, same] = [below[row] as number, equal[row] as number];
        const count =
          counts === "equal" ? same : counts === "below" ? less : (people[row] as number) - less - same;
        n[row] = count;
        if (unread[row] === 1 || count < low || count > high) aside[row] = 1;
      }
    },
  };
  return { type: "number", den: 1n, source, mayMiss };
}
