import { type CheckedGate, subjectOf } from "../../../classification/gates.js";
import { readNumber } from "../../../kernel/number.js";
import {
  greater,
  lesser,
  ONE,
  type Rational,
  rational,
  rationalText,
  subtract,
} from "../../../kernel/rational.js";
import type { CheckedItem, WeightSchemaItem } from "../../../scoring/items.js";
import type { WeightSchema } from "../../../scoring/schema.js";
import { scorer } from "../../../scoring/scorer.js";
import { scorerPart } from "../../parts.js";
import type { CheckedAxis, CheckedPolicy } from "../../policy.js";
import type { ScoreRange } from "../ranges.js";
import { inRisingOrder } from "./axis-scores.js";

/** An indicator or group that gates look at, with the ranges of its score that they tell apart, in rising order. */
export interface Subject {
  readonly kind: "indicator" | "group";
  readonly id: string;
  /** The axis that it is a part of; absent where it is none's, so that its score is free. */
  readonly axis?: CheckedAxis;
  readonly ranges: readonly { readonly least: Rational; readonly most: Rational }[];
}

/** What gates look at beside axes, facts and certificates. */
export function subjectsOf({ axes, matrix: { gates = [] } }: CheckedPolicy): readonly Subject[] {
  const looked = gates.map(subjectOf);
  return looked.flatMap(({ kind, id }, index) => {
    const isFirst = looked.findIndex((one) => one.kind === kind && one.id === id) === index;
    return isFirst && (kind === "indicator" || kind === "group") ? [subjectFor(kind, id, axes, gates)] : [];
  });
}

function subjectFor(
  kind: Subject["kind"],
  id: string,
  axes: readonly CheckedAxis[],
  gates: readonly CheckedGate[],
): Subject {
  const axis = axes.find((one) => itemIn(itemsOf(one), id) !== undefined);
  const minimums = gates.flatMap((gate) =>
    gate[kind] === id && gate.atLeast !== undefined ? [readNumber(gate.atLeast)] : [],
  );
  const starts = inRisingOrder(minimums);
  const { lowest, highest } = axis === undefined ? {} : rangeOfItem(axis, id);
  const step = rational(1n, 10n ** BigInt(axis?.decimals ?? 4));
  const [first, last] = [starts[0] as Rational, starts.at(-1) as Rational];
  const ranges = [lesser(lowest ?? subtract(first, ONE), subtract(first, step)), ...starts].map(
    (least, index) => ({
      least,
      most:
        index < starts.length ? subtract(starts[index] as Rational, step) : greater(highest ?? last, last),
    }),
  );
  return { kind, id, ...(axis === undefined ? {} : { axis }), ranges };
}

const itemsOf = (axis: CheckedAxis) => scorerPart(axis).indicators as readonly CheckedItem[];

function itemIn(items: readonly CheckedItem[], id: string): CheckedItem | undefined {
  const inside = items.flatMap(({ indicators = [] }) => itemIn(indicators, id) ?? []);
  return items.find((item) => item.id === id) ?? inside[0];
}

function rangeOfItem(axis: CheckedAxis, id: string): ScoreRange {
  const { raters, decimals, rounding } = scorerPart(axis);
  const item = { ...itemIn(itemsOf(axis), id), weight: 1 };
  return rangeBy({ indicators: [item], raters, decimals, scoreDecimals: decimals, rounding } as WeightSchema);
}

/** What the score of an axis can be where the scores of some of its indicators and groups are known. */
export function rangeWith(axis: CheckedAxis, known: ReadonlyMap<string, Rational>): ScoreRange {
  const schema = scorerPart(axis);
  const fixed = (item: WeightSchemaItem): WeightSchemaItem => {
    const { id, label, weight, indicators } = item;
    const score = known.get(id);
    if (score !== undefined) {
      const value = rationalText(score);
      return { id, label, weight, measure: { kind: "yes-no", yes: value, no: value } };
    }
    return indicators === undefined ? item : { ...item, indicators: indicators.map(fixed) };
  };
  return rangeBy({ ...schema, indicators: schema.indicators.map(fixed) });
}

/** What the score of an axis can be for each range of each of its indicators and groups. */
export function rangesBySubjects(axis: CheckedAxis, subjects: readonly Subject[]): readonly ScoreRange[] {
  return subjects
    .filter((subject) => subject.axis === axis)
    .flatMap(({ id, ranges }) =>
      ranges.map(({ least, most }) => {
        const { lowest } = rangeWith(axis, new Map([[id, least]]));
        const { highest } = rangeWith(axis, new Map([[id, most]]));
        return {
          ...(lowest === undefined ? {} : { lowest }),
          ...(highest === undefined ? {} : { highest }),
        };
      }),
    );
}

/** What a schema's score can be; anything where its rules cannot do without what is known. */
function rangeBy(schema: WeightSchema): ScoreRange {
  if (scorer.check(schema).length > 0) return {};
  const { lowest, highest } = scorer(schema).range;
  return {
    ...(lowest === undefined ? {} : { lowest: readNumber(lowest) }),
    ...(highest === undefined ? {} : { highest: readNumber(highest) }),
  };
}
