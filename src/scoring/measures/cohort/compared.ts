import * as z from "zod/mini";
import type { Path } from "../../../kernel/errors.js";
import { readNumber } from "../../../kernel/number.js";
import {
  add,
  compare,
  type Rational,
  rational,
  rationalText,
  subtract,
  ZERO,
} from "../../../kernel/rational.js";
import type { Report } from "../../../kernel/report.js";
import { described } from "../../../kernel/schema.js";
import type { Step } from "../../../program/program.js";
import type { CohortIndicator } from "../../cohort-context.js";
import { over, readReduced } from "../../reducers.js";
import { type ColumnName, type Compared, type Measure, summaryBy } from "../measure.js";

/** The fields of every measure that compares people. */
export function comparedFields() {
  return {
    better: described(z._default(z.enum(["higher", "lower"]), "higher"), "Which values are the better ones."),
    over: over(),
  };
}

/** A measure's part of those fields. */
export interface ComparedConfig {
  readonly better: "higher" | "lower";
  readonly over?: Parameters<typeof readReduced>[1];
}

/** How a measure reads the value by which it compares. */
export function comparedBy({ over: summary }: ComparedConfig, needs: Compared["needs"]): Compared {
  return { needs, read: (evidence, path, report) => readReduced(evidence, summary, path, report) };
}

/** The fields of a context that a measure needs, or a note that they are not there. */
export function known<Field extends keyof CohortIndicator>(
  cohort: CohortIndicator | undefined,
  fields: readonly Field[],
  path: Path,
  report: Report,
): Required<Pick<CohortIndicator, Field>> | undefined {
  if (cohort !== undefined && fields.every((field) => cohort[field] !== undefined))
    return cohort as CohortIndicator & Required<Pick<CohortIndicator, Field>>;
  const message =
    "this measure compares people: give the context that cohortContext makes of them as `cohort`, with this indicator in it";
  report.add(path, "cohort-missing", message, { needs: fields });
  return undefined;
}

/** The columns of a measure that takes the place of a value in the cohort. */
export function positionColumns({ better, over: reducer }: ComparedConfig): Pick<Measure, "plain"> {
  const summary = summaryBy(reducer);
  const [worse, ...others] = [better === "higher" ? "below" : "above", "equal", "count"] as const;
  return {
    plain: [
      { column: "value", ...summary },
      { column: "worse", cohort: worse, ...summary },
      ...others.map((column) => ({ column, cohort: column, ...summary })),
    ],
  };
}

/** Where a value is among those of a cohort. */
export type Position = Readonly<Record<"value" | "worse" | "equal" | "count", Rational>>;

/** Reads a value and finds its place in the cohort. */
export function readPosition(
  evidence: unknown,
  config: ComparedConfig,
  cohort: CohortIndicator | undefined,
  path: Path,
  report: Report,
): Position | undefined {
  const value = readReduced(evidence, config.over, path, report);
  const context = known(cohort, ["count", "values"], path, report);
  if (value === undefined || context === undefined) return undefined;
  const count = readNumber(context.count);
  if (count.n === 0n) {
    report.add(path, "cohort-constant", "expected at least 1 person in the cohort, and there is nobody");
    return undefined;
  }
  const counted = ladderOf(context.values).at(-1)?.upTo ?? ZERO;
  if (compare(counted, count) !== 0) {
    const message = `the cohort's context counts ${rationalText(count)} people, and its values are those of ${rationalText(counted)}`;
    report.add(path, "wrong-count", message);
    return undefined;
  }
  const { below, equal } = placeIn(context.values, value);
  const above = subtract(subtract(count, below), equal);
  return { value, worse: config.better === "higher" ? below : above, equal, count };
}

/** A cohort's values in rising order, each with the number of people up to it. */
type Ladder = readonly { readonly value: Rational; readonly upTo: Rational }[];

/** The ladders of lists that have been read before. Each list is sealed, or a copy that is made for one call: none can change. */
const ladders = new WeakMap<object, Ladder>();

function ladderOf(values: Values): Ladder {
  const known = ladders.get(values);
  if (known !== undefined) return known;
  const rising = values
    .map(({ value, count }) => ({ value: readNumber(value), count: readNumber(count) }))
    .sort((a, b) => compare(a.value, b.value));
  let upTo = ZERO;
  const ladder = rising.map(({ value, count }) => {
    upTo = add(upTo, count);
    return { value, upTo };
  });
  ladders.set(values, ladder);
  return ladder;
}

/** The values of a cohort, and how many people have each. */
export type Values = NonNullable<CohortIndicator["values"]>;

/** How many people of a cohort have less than a value, and how many have just it. */
export function placeIn(
  values: Values,
  value: Rational,
): { readonly below: Rational; readonly equal: Rational } {
  const ladder = ladderOf(values);
  const upTo = (index: number) => ladder[index - 1]?.upTo ?? ZERO;
  const [from, to] = [firstWhere(ladder, value, 0), firstWhere(ladder, value, 1)];
  return { below: upTo(from), equal: subtract(upTo(to), upTo(from)) };
}

/** The position of the first value that is at least, or with `above` 1 more than, a value. */
function firstWhere(ladder: Ladder, value: Rational, above: 0 | 1): number {
  let [low, high] = [0, ladder.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const at = ladder[middle];
    if (at !== undefined && compare(at.value, value) < above) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The share of the cohort that is below a person, in percent: those worse, and `equalWeight` of those equal. */
export function percentSteps(
  column: ColumnName,
  equalWeight: Rational,
  by = column("count"),
): readonly Step[] {
  const hundred = rational(100n);
  const ofEqual = rational(equalWeight.n * hundred.n, equalWeight.d);
  return [
    {
      step: "weighted-sum",
      to: column("below"),
      of: [
        { column: column("worse"), weight: "100" },
        { column: column("equal"), weight: rationalText(ofEqual) },
      ],
    },
    { step: "ratio", to: column("percent"), of: column("below"), by },
  ];
}

/** What a comparison comes to where all people are equal; nothing where no score is stated for that. */
export function zeroRule(whenEqual: number | string | undefined): { readonly whenZero?: string } {
  return whenEqual === undefined ? {} : { whenZero: "0" };
}

/** The steps that use a function of `of`, or a stated score where all people are equal, that is where `spread` is zero. */
export function unlessEqual(
  column: ColumnName,
  spread: string,
  of: string,
  made: Extract<Step, { step: "piecewise" }>["function"],
  whenEqual: number | string | undefined,
): readonly Step[] {
  if (whenEqual === undefined) return [{ step: "piecewise", to: column("exact"), of, function: made }];
  return [
    {
      step: "piecewise",
      to: column("differs"),
      of: spread,
      function: {
        pieces: [{ coefficients: ["0"] }, { from: "0", includesFrom: false, coefficients: ["1"] }],
      },
    },
    {
      step: "band",
      to: column("cohort"),
      of: column("differs"),
      bands: [{ label: "equal" }, { label: "different", from: "1" }],
    },
    {
      step: "piecewise-by",
      to: column("exact"),
      of,
      by: column("cohort"),
      functions: [
        {
          label: "equal",
          function: { pieces: [{ coefficients: [rationalText(readNumber(whenEqual))] }] },
        },
        { label: "different", function: made },
      ],
    },
  ];
}

/** Notes a cohort in which all are equal, `what` says how, where the config does not say what counts then. */
export function differs(
  spread: Rational,
  what: string,
  whenEqual: number | string | undefined,
  path: Path,
  report: Report,
): boolean {
  if (spread.n !== 0n || whenEqual !== undefined) return true;
  const message = `${what}, so that nothing can be compared (say what counts then with whenEqual)`;
  report.add(path, "cohort-constant", message);
  return false;
}
