import type { BenefitItem } from "../../incentives/benefits/items.js";
import { readNumber } from "../../kernel/number.js";
import {
  compare,
  greater,
  negate,
  ONE,
  type Rational,
  rationalText,
  subtract,
  ZERO,
} from "../../kernel/rational.js";
import type { PieceData, PiecewiseData } from "../../program/program.js";

type Rate = Extract<BenefitItem["pays"], { kind: "rate" }>;

/** What a rate is on, of a number of at least 0: kept between `least` and `most`, then less `over`, and at least 0. */
export function baseFunction({ least = 0, most, over = 0 }: Rate): PiecewiseData {
  const [low, above] = [readNumber(least), readNumber(over)];
  const high = most === undefined ? undefined : readNumber(most);
  const paid = (value: Rational) => greater(subtract(value, above), ZERO);
  const level = (value: Rational) => [rationalText(paid(value))];
  const rising = greater(low, above);
  const ends = high !== undefined && compare(high, rising) <= 0;
  const pieces: readonly PieceData[] = [
    { from: "0", coefficients: level(low) },
    ...(ends
      ? []
      : [{ from: rationalText(rising), coefficients: [rationalText(negate(above)), rationalText(ONE)] }]),
    ...(high === undefined ? [] : [{ from: rationalText(high), coefficients: level(high) }]),
  ];
  return { pieces: pieces.filter(({ from }, index) => pieces[index + 1]?.from !== from) };
}
