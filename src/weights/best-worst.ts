import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { type Decimal, shownDecimal } from "../kernel/decimal.js";
import { inputNumber, key } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { readNumber } from "../kernel/number.js";
import {
  absolute,
  add,
  compare,
  divide,
  lesser,
  multiply,
  ONE,
  type Rational,
  subtract,
  sum,
  ZERO,
} from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { type Checked, lazySchema, list, type Written } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import { exactText, shownField, type WeightList, weightList } from "./list.js";

const bestWorstConfig = /* @__PURE__ */ lazySchema(() => z.strictObject(shownField()));

const bestWorstInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    best: key(),
    worst: key(),
    criteria: list(
      z.strictObject({
        id: key(),
        bestOver: z.optional(inputNumber({ least: 1 })),
        overWorst: z.optional(inputNumber({ least: 1 })),
      }),
      1,
    ),
  }),
);

/**
 * How the weights are shown: the config of `bestWorst`.
 *
 * @useDeclaredType
 */
export type BestWorstConfig = Written<typeof bestWorstConfig>;

/**
 * The best and the worst criterion, and for each criterion how many times as important the best is (`bestOver`) and how many times as important it is as the
 * worst (`overWorst`), usually from 1 to 9. The comparison of the best with the worst is said once or, the same, twice.
 *
 * @useDeclaredType
 */
export type BestWorstInput = Written<typeof bestWorstInput>;

type CheckedBestWorst = Checked<typeof bestWorstInput>;

/** The weights of the best-worst method and how consistent the judgements are. */
export interface BestWorstWeights extends WeightList {
  readonly method: "bestWorst";
  /** The greatest deviation that the weights leave, exactly; 0 where the judgements are consistent. Rezaei (2016) takes it as the consistency ratio itself. */
  readonly xi: string;
  readonly xiShown: Decimal;
  /** The input-based consistency ratio of Liang, Brunelli and Rezaei (2020), exactly, and the criterion that it comes from, if it is above 0. */
  readonly inputRatio: { readonly value: string; readonly shown: Decimal; readonly id?: string };
}

/** The judgements on a criterion that is neither the best nor the worst. */
interface Judged {
  readonly id: string;
  readonly bestOver: Rational;
  readonly overWorst: Rational;
}

/**
 * The best-worst method, linear model (M2, M3): weights from comparing each criterion with the best and with the worst one only.
 *
 * The weights minimise xi, where |w(B) - a(B, j) w(j)| <= xi and |w(j) - a(j, W) w(W)| <= xi for all j, and the weights sum to 1 and are not negative. They are exact: each of
 * these inequalities bounds one weight from above by a rising function of one other, so that among all solutions with the same xi there is one that is the greatest in every weight, which is
 * the unique optimum, and it has a closed form (no numerical solver is involved). The input-based ratio is the greatest |a(B, j) a(j, W) - a(B, W)| / (a(B, W)^2 - a(B, W)),
 * and 0 where a(B, W) is 1.
 *
 * Errors: a best or worst criterion that is not in the list (`unknown-indicator`), a comparison that is not there (`judgement-missing`), a best that is also the worst among several, two different
 * comparisons of the best with the worst, or one of a criterion with itself that is not 1 (`judgement-contradiction`), a comparison below 1 (`out-of-range`).
 *
 * Source: J. Rezaei, "Best-worst multi-criteria decision-making method: Some properties and a linear model", Omega 64 (2016), 126-130; F. Liang, M. Brunelli and J. Rezaei,
 * "Consistency issues in the best worst method: Measurements and thresholds", Omega 96 (2020), 102175.
 *
 * @example
 * ```ts
 * import { bestWorst } from "tierwise";
 *
 * const result = bestWorst({})({
 *   best: "price",
 *   worst: "style",
 *   criteria: [
 *     { id: "price", overWorst: 8 },
 *     { id: "quality", bestOver: 2, overWorst: 4 },
 *     { id: "safety", bestOver: 3, overWorst: 3 },
 *     { id: "style", bestOver: 8 },
 *   ],
 * });
 * result.weights.map(({ weight }) => weight); // => ["41/81", "7/27", "14/81", "5/81"]
 * result.xi; // => "1/81"
 * result.inputRatio; // => { value: "1/56", shown: "0.017857", id: "safety" }
 * ```
 */
export const bestWorst: CalculatorFactory<BestWorstConfig, BestWorstInput, BestWorstWeights> =
  /* @__PURE__ */ defineFactory({
    title: "bestWorst",
    config: bestWorstConfig,
    compile: ({ shownDecimals }) =>
      defineCalculator({
        title: "bestWorst",
        input: bestWorstInput,
        run(input, report): BestWorstWeights {
          checkIds(input.criteria, ["criteria"], report);
          const direct = readDirect(input, report);
          const others = readOthers(input, report);
          report.stop();
          const solved = solve(direct, others);
          const size = sum(input.criteria.map(({ id }) => weightOf(id, input, solved)));
          const weights = input.criteria.map(({ id }) => divide(weightOf(id, input, solved), size));
          const xi = divide(solved.deviation, size);
          return {
            ...weightList("bestWorst", input.criteria, weights, shownDecimals, report),
            method: "bestWorst",
            xi: exactText(xi, "xi", report),
            xiShown: shownDecimal(xi),
            inputRatio: inputRatio(direct, others, report),
          };
        },
      }),
  });

/** The comparison of the best with the worst: 1 for a criterion alone. */
function readDirect({ best, worst, criteria }: CheckedBestWorst, report: Report): Rational {
  const find = (name: "best" | "worst", id: string) => {
    const index = criteria.findIndex((criterion) => criterion.id === id);
    if (index < 0) report.add([name], "unknown-indicator", `${show(id)} is not among the criteria`, { id });
    return index;
  };
  const places = { best: find("best", best), worst: find("worst", worst) };
  if (best === worst && criteria.length > 1) {
    const message = `${show(best)} cannot be the best and the worst of several criteria`;
    report.add(["worst"], "judgement-contradiction", message, { id: best });
    return ONE;
  }
  const self = [
    ["best", "bestOver"],
    ["worst", "overWorst"],
  ] as const;
  for (const [name, field] of self) {
    const given = criteria[places[name]]?.[field];
    if (given === undefined || compare(readNumber(given), ONE) === 0) continue;
    const message = `a criterion is 1 times as important as itself: leave it out, got ${show(given)}`;
    report.add(["criteria", places[name], field], "judgement-contradiction", message);
  }
  if (best === worst || places.best < 0 || places.worst < 0) return ONE;
  const [once, twice] = [criteria[places.best]?.overWorst, criteria[places.worst]?.bestOver];
  const given = once ?? twice;
  if (given === undefined) {
    const message = `how many times as important as the worst, ${show(worst)}, is the best, ${show(best)}?`;
    report.add(["criteria", places.best, "overWorst"], "judgement-missing", message, { id: best });
    return ONE;
  }
  const value = readNumber(given);
  if (twice !== undefined && compare(readNumber(twice), value) !== 0) {
    const message = `the best over the worst is ${show(twice)} here and ${show(given)} at ${show(best)}`;
    report.add(["criteria", places.worst, "bestOver"], "judgement-contradiction", message);
  }
  return value;
}

function readOthers({ best, worst, criteria }: CheckedBestWorst, report: Report): readonly Judged[] {
  return [...criteria.entries()].flatMap(([index, criterion]) => {
    const { id, bestOver, overWorst } = criterion;
    if (id === best || id === worst) return [];
    for (const field of ["bestOver", "overWorst"] as const) {
      if (criterion[field] !== undefined) continue;
      const message =
        field === "bestOver"
          ? `how many times as important as ${show(id)} is the best, ${show(best)}?`
          : `how many times as important as the worst, ${show(worst)}, is ${show(id)}?`;
      report.add(["criteria", index, field], "judgement-missing", message, { id });
    }
    if (bestOver === undefined || overWorst === undefined) return [];
    return [{ id, bestOver: readNumber(bestOver), overWorst: readNumber(overWorst) }];
  });
}

/** The weights before they are scaled to 1, and the deviation that they leave. */
interface Solution {
  readonly best: Rational;
  readonly worst: Rational;
  readonly others: ReadonlyMap<string, Rational>;
  readonly deviation: Rational;
}

/** `best <= slope * worst + offset`, or `worst <= slope * best + offset`. */
interface Bound {
  readonly slope: Rational;
  readonly offset: Rational;
}

/**
 * The greatest weights that leave a deviation of 1. By way of criterion j, best <= a b worst + a + 1 and worst <= best / (a b) + 1 / (a b) + 1 / b, where a is the best over j
 * and b is j over the worst; directly, best <= m worst + 1 and worst <= (best + 1) / m. Where every a b is m, nothing bounds the weights, which means that the
 * judgements are consistent and the least deviation is 0.
 */
function solve(direct: Rational, others: readonly Judged[]): Solution {
  const onBest: Bound[] = [{ slope: direct, offset: ONE }];
  const onWorst: Bound[] = [{ slope: divide(ONE, direct), offset: divide(ONE, direct) }];
  for (const { bestOver, overWorst } of others) {
    const product = multiply(bestOver, overWorst);
    onBest.push({ slope: product, offset: add(bestOver, ONE) });
    const inverse = divide(ONE, product);
    onWorst.push({ slope: inverse, offset: add(inverse, divide(ONE, overWorst)) });
  }
  const best = greatestBest(onBest, onWorst);
  if (best === undefined) return consistent(direct, others);
  const worst = onWorst.map((bound) => boundAt(bound, best)).reduce(lesser);
  return {
    best,
    worst,
    others: new Map(
      others.map(({ id, bestOver, overWorst }) => [
        id,
        lesser(divide(add(best, ONE), bestOver), boundAt({ slope: overWorst, offset: ONE }, worst)),
      ]),
    ),
    deviation: ONE,
  };
}

/** The greatest weight of the best: the least at which a bound on it and one on the worst meet; undefined where none meet. */
function greatestBest(onBest: readonly Bound[], onWorst: readonly Bound[]): Rational | undefined {
  const meetings = onBest.flatMap((upper) =>
    onWorst.flatMap((other) => {
      const slope = multiply(upper.slope, other.slope);
      if (compare(slope, ONE) >= 0) return [];
      return [divide(boundAt(upper, other.offset), subtract(ONE, slope))];
    }),
  );
  return meetings.length === 0 ? undefined : meetings.reduce(lesser);
}

function boundAt({ slope, offset }: Bound, value: Rational): Rational {
  return add(multiply(slope, value), offset);
}

function consistent(direct: Rational, others: readonly Judged[]): Solution {
  return {
    best: direct,
    worst: ONE,
    others: new Map(others.map(({ id, overWorst }) => [id, overWorst])),
    deviation: ZERO,
  };
}

function weightOf(id: string, { best, worst }: CheckedBestWorst, solved: Solution): Rational {
  if (id === best) return solved.best;
  return id === worst ? solved.worst : (solved.others.get(id) as Rational);
}

function inputRatio(
  direct: Rational,
  others: readonly Judged[],
  report: Report,
): BestWorstWeights["inputRatio"] {
  const range = subtract(multiply(direct, direct), direct);
  let [most, from]: [Rational, string | undefined] = [ZERO, undefined];
  for (const { id, bestOver, overWorst } of others) {
    const difference = absolute(subtract(multiply(bestOver, overWorst), direct));
    if (compare(difference, most) > 0) [most, from] = [difference, id];
  }
  if (range.n === 0n || from === undefined) return { value: "0", shown: shownDecimal(ZERO) };
  const value = divide(most, range);
  return { value: exactText(value, from, report), shown: shownDecimal(value), id: from };
}
