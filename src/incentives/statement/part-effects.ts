import {
  absolute,
  add,
  compare,
  divide,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  sum,
  ZERO,
} from "../../kernel/rational.js";
import type { CauseKind } from "./cause.js";
import { type ComparedPart, isNamedAmount } from "./compared-parts.js";
import type { PartPair } from "./part-pairs.js";

/** What a part of a difference comes from, before it is rounded. */
export interface Effect {
  readonly kind: CauseKind;
  readonly of?: string | undefined;
  readonly rate?: Rational | undefined;
  readonly from?: Rational;
  readonly to?: Rational;
  readonly share: Rational;
}

/** What may be lost where rates and blended bases are shown with 6 decimals. */
const SHOWN = rational(1n, 2_000_000n);

/** By what the amounts of a pair differ; they sum to the difference, but for what rounding has moved between parts of the same basis and rate. */
export function effectsOf(pair: PartPair, unit: Rational, hasRules: boolean): readonly Effect[] {
  const { of, rate, before, after } = pair;
  return (
    before === undefined || after === undefined ? oneSided(pair) : changes(before, after, unit, hasRules)
  )
    .filter(({ share }) => share.n !== 0n)
    .map((effect) => ({ of, rate, ...effect }));
}

/** What is in one line alone. Without a name it is the line itself, of whose basis there was nothing. */
function oneSided({ of, rate, before, after }: PartPair): readonly Effect[] {
  const values = { from: before?.basis ?? ZERO, to: after?.basis ?? ZERO };
  const share = subtract(after?.amount ?? ZERO, before?.amount ?? ZERO);
  if (of === undefined && rate === undefined) return [{ kind: "basis", ...values, share }];
  return [{ kind: before === undefined ? "new" : "gone", ...values, share }];
}

function changes(
  before: ComparedPart,
  after: ComparedPart,
  unit: Rational,
  hasRules: boolean,
): readonly Effect[] {
  const share = subtract(after.amount, before.amount);
  const whole: Effect = { kind: "amount", from: before.amount, to: after.amount, share };
  const [basis, rate] = [
    { kind: "basis" as const, from: before.basis, to: after.basis },
    { kind: "rate" as const, from: before.rate, to: after.rate },
  ];
  const areProducts = [before, after].every((part) => isProduct(part, unit));
  if ([before, after].every(isAmount)) return [whole];
  const [sameBasis, sameRate] = [isSame(basis), isSame(rate)];
  if (areProducts && sameBasis && sameRate) return compare(absolute(share), unit) > 0 ? [whole] : [];
  if (areProducts && (sameRate || before.basis.n === 0n || after.basis.n === 0n))
    return [{ ...basis, share }];
  if (areProducts && sameBasis) return [{ ...rate, share }];
  if (!areProducts && !hasRules) return [whole];
  const [oldRate, newRate] = [before, after].map((part) => exactRate(part, unit)) as [Rational, Rational];
  const byBasis = multiply(subtract(after.basis, before.basis), oldRate);
  const byRate = multiply(after.basis, subtract(newRate, oldRate));
  return [
    { ...basis, share: byBasis },
    { ...rate, share: byRate },
    { kind: "rules", share: subtract(share, sum([byBasis, byRate])) },
  ];
}

/** Whether a part is an amount and nothing else, such as a draw. */
function isAmount({ of = "", basis, amount, rate }: ComparedPart): boolean {
  return isNamedAmount(of) || (compare(basis, amount) === 0 && compare(rate, ONE) === 0);
}

/** Whether a part is its basis at its rate and nothing else, as far as rounding lets one see. */
function isProduct({ basis, rate, amount }: ComparedPart, unit: Rational): boolean {
  const lost = absolute(subtract(amount, multiply(basis, rate)));
  const most = multiply(SHOWN, sum([absolute(basis), absolute(rate), SHOWN]));
  return compare(lost, add(add(unit, unit), most)) <= 0;
}

/** What is paid on each unit of the basis: never the rate that is shown, but where a rule has changed what it makes. */
function exactRate(part: ComparedPart, unit: Rational): Rational {
  const { basis, rate, amount } = part;
  return basis.n !== 0n && isProduct(part, unit) ? divide(amount, basis) : rate;
}

function isSame({ from, to }: { readonly from: Rational; readonly to: Rational }): boolean {
  return compare(from, to) === 0;
}
