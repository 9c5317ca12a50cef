import type { Path } from "../kernel/errors.js";
import type { Label } from "../kernel/label.js";
import type { Rational } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import type { Measure, MeasureContext, NumberScale } from "./measures/measure.js";
import type { RaterKind } from "./raters.js";

/** How many of one kind of rater rated, and whether they count. It names nobody. */
export interface RatingsOfKind {
  readonly kind: string;
  readonly ratings: number;
  /** Ratings without a value. */
  readonly notObserved: number;
  /** The least number of ratings of the kind; with fewer they are dropped or merged. */
  readonly minimum: number;
  /** counted; dropped, so that the other kinds share the weight; or merged with the ratings of the kind `into`. */
  readonly outcome: "counted" | "dropped" | "merged";
  readonly into?: string;
}

/** What evidence puts into the program; `null` is a column without a value. */
export interface ReadEvidence {
  readonly columns: Readonly<Record<string, Rational | string | null>>;
  readonly ratings?: readonly RatingsOfKind[];
  /** Whether there is a score; ratings that do not count leave none. */
  readonly counts: boolean;
}

/** How the ratings of one kind become its column. */
export interface RatedColumn {
  readonly column: string;
  readonly kind: RaterKind;
  readonly takes: NumberScale["takes"];
}

/** How ratings become the columns of their kinds. */
export interface Rated {
  readonly kinds: readonly RatedColumn[];
  /** The exact columns of a list of ratings, where nothing is wrong with it. */
  exactly(ratings: unknown): Readonly<Record<string, Rational | null>> | undefined;
}

/** Where an indicator's exact score comes from: a measure of the evidence itself, or of what raters made of it. */
export interface Source extends Omit<Measure, "read"> {
  read(evidence: unknown, path: Path, report: Report, context: MeasureContext): ReadEvidence | undefined;
  /** Where raters judge it. */
  readonly rated?: Rated;
  /** The kinds of raters, with their weights and the columns of their scores. */
  readonly raters?: readonly {
    readonly kind: string;
    readonly label?: Label;
    readonly weight: Rational;
    readonly column: string;
  }[];
}

/** A measure of the evidence itself. */
export function measured(measure: Measure): Source {
  return {
    ...measure,
    read(evidence, path, report, context) {
      const columns = measure.read(evidence, path, report, context);
      return columns === undefined ? undefined : { columns, counts: true };
    },
  };
}
