import type { RaterKind } from "../../scoring/raters.js";
import { hasOwnWeights } from "../../scoring/reducers.js";
import type { Rated, RatedColumn } from "../../scoring/source.js";
import type { InputColumn } from "../columns/columns.js";

export type RatingColumns = Readonly<Record<string, InputColumn>>;

/** The ratings of one indicator, and where the caller has them. */
export interface RatingInput {
  /** The column of all ratings, as the one-person functions take them. */
  readonly whole: string;
  readonly kinds: readonly KindInput[];
  readonly exactly: Rated["exactly"];
}

/** The ratings of one kind. */
export interface KindInput {
  readonly kind: RaterKind;
  /** The name that the kind's column has in what `exactly` gives. */
  readonly column: string;
  /** The column of the kind's ratings alone. */
  readonly path: string;
  readonly takes: RatedColumn["takes"];
  /** Whether each rating brings a weight. */
  readonly weighs: boolean;
}

export function ratingInput(id: string, { kinds, exactly }: Rated): RatingInput {
  const whole = `evidence.${id}`;
  return {
    whole,
    kinds: kinds.map(({ kind, column, takes }) => ({
      kind,
      column,
      takes,
      path: `${whole}.${kind.id}`,
      weighs: hasOwnWeights(kind.summary),
    })),
    exactly,
  };
}
