import { compareIds } from "../../kernel/apportion.js";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { daysAfter, monthsAfter } from "../../kernel/calendar.js";
import { type Decimal, exactDecimal, lossless } from "../../kernel/decimal.js";
import { readNumber } from "../../kernel/number.js";
import {
  add,
  compare,
  lesser,
  multiply,
  type Rational,
  rationalText,
  subtract,
  sum,
  ZERO,
} from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { payLine, type StatementLine, toMoney } from "../line.js";
import {
  type CheckedPointsConfig,
  type CheckedPointsInput,
  checkPointsConfig,
  checkPointsInput,
  type RewardPointsConfig,
  type RewardPointsInput,
  rewardPointsConfig,
  rewardPointsInput,
} from "./points-rules.js";

/** Points that were earned together, as far as they are left. */
export interface PointsLot {
  readonly id: string;
  readonly on: string;
  /** Exact: a fraction text where the decimal does not end. */
  readonly points: Decimal | string;
  /** The last day on which they can be spent. */
  readonly lasts?: string;
}

/** Points that were spent, and which ones these were. */
export interface SpentPoints {
  readonly id: string;
  readonly points: Decimal;
  readonly from: readonly { readonly lot: string; readonly points: Decimal }[];
}

/** A person's points, settled through a day. */
export interface RewardPoints {
  readonly kind: "reward-points";
  readonly on: string;
  /** What is left. */
  readonly points: Decimal;
  readonly earned: Decimal;
  readonly spent: Decimal;
  readonly expired: Decimal;
  readonly uses: readonly SpentPoints[];
  /** What points were spent for, where that is money. */
  readonly lines: readonly StatementLine[];
  /** It goes into the next call. */
  readonly balance: { readonly on: string; readonly lots: readonly PointsLot[] };
}

/**
 * A person's balance of points (M13): earned with honours, spent, expired. A reducer: `balance` goes in, and the next one comes out.
 *
 * Day by day through `on`; on one day points are earned before they are spent, in the order of their ids. Points last through a day: the last of so many `days` (the first of which is that on which they were earned), the same day so many `months` after they were earned (the month's last day where it has no such day), or the end of the year so many `yearEnds` after it; without `expiry` for ever. Those that last the shortest are spent
 * first, of equals those earned first, then by id. So earned = spent + expired + what is left, and a time that is settled in parts comes to the same. Points spent for money make a line: basis the points, rate what each is worth, amount rounded to the minor unit.
 *
 * Errors of the config: an expiry that is not one of days, months and yearEnds (`one-of`). Errors of the input: more spent than there are on that day (`points-short`), a day after `on` (`event-in-future`) or through which the balance is settled (`event-settled`), an `on` that is not after the balance's (`range-empty`), an id twice (`duplicate-id`), points for money where they are
 * worth none (`unknown-property`).
 *
 * @example
 * ```ts
 * import { rewardPoints } from "tierwise";
 *
 * const settle = rewardPoints({ expiry: { months: 12 } });
 * const first = settle({
 *   on: "2026-06-30",
 *   earned: [{ id: "star-1", on: "2026-01-31", points: 50 }, { id: "star-5", on: "2026-05-31", points: 30 }],
 *   spent: [{ id: "gift", on: "2026-06-10", points: 20 }],
 * });
 * first.balance.lots[0]; // => { id: "star-1", on: "2026-01-31", points: "30", lasts: "2027-01-31" }
 * settle({ on: "2027-02-01", balance: first.balance }).expired; // => "30"
 * ```
 */
export const rewardPoints: CalculatorFactory<RewardPointsConfig, RewardPointsInput, RewardPoints> =
  /* @__PURE__ */ defineFactory({
    title: "rewardPoints",
    config: rewardPointsConfig,
    check: checkPointsConfig,
    compile: compilePoints,
  });

function compilePoints(config: CheckedPointsConfig) {
  const calculator = defineCalculator({
    title: "rewardPoints",
    input: rewardPointsInput,
    run(input, report): RewardPoints {
      checkPointsInput(config, input, report);
      report.stop();
      const { lots, expired, uses } = settle(config, input, report);
      report.stop();
      const total = (list: readonly { readonly points: Rational }[]) =>
        exactDecimal(sum(list.map(({ points }) => points)));
      return {
        kind: "reward-points",
        on: input.on,
        points: total(lots),
        earned: exactDecimal(sum(input.earned.map(({ points }) => readNumber(points)))),
        spent: total(uses),
        expired: exactDecimal(expired),
        uses: uses.map(({ id, points, from }) => ({
          id,
          points: exactDecimal(points),
          from: from.map((one) => ({ lot: one.lot, points: exactDecimal(one.points) })),
        })),
        lines: uses.flatMap((use) => lineOf(config, use)),
        balance: {
          on: input.on,
          lots: lots.map(({ points, ...lot }) => ({ ...lot, points: lossless(points) })),
        },
      };
    },
  });
  return calculator as typeof calculator & ((input: RewardPointsInput) => RewardPoints);
}

interface Lot {
  readonly id: string;
  readonly on: string;
  readonly points: Rational;
  readonly lasts?: string;
}

interface Use {
  readonly id: string;
  readonly points: Rational;
  readonly forMoney: boolean;
  readonly from: readonly { readonly lot: string; readonly points: Rational }[];
}

/** Goes through the days on which something happened. */
function settle(
  config: CheckedPointsConfig,
  { on, earned, spent, balance }: CheckedPointsInput,
  report: Report,
) {
  let lots: readonly Lot[] = (balance?.lots ?? []).map(readLot);
  let expired = ZERO;
  const uses: Use[] = [];
  const expireBefore = (gone: (lot: Lot) => boolean) => {
    expired = add(expired, sum(lots.filter(gone).map(({ points }) => points)));
    lots = lots.filter((lot) => !gone(lot));
  };
  const days = [...new Set([...earned, ...spent].map((event) => event.on))].sort();
  for (const day of days) {
    expireBefore(({ lasts }) => lasts !== undefined && lasts < day);
    const added = earned.filter((one) => one.on === day).map((one) => newLot(config, one));
    lots = [...lots, ...added].sort(compareLots);
    for (const one of spent.filter((event) => event.on === day).sort((a, b) => compareIds(a.id, b.id))) {
      const outcome = spend(lots, readNumber(one.points));
      if (outcome === undefined) {
        const there = rationalText(sum(lots.map(({ points }) => points)));
        const message = `expected at most the ${there} points that there are on ${day}`;
        report.add(["spent", spent.indexOf(one), "points"], "points-short", message);
        continue;
      }
      lots = outcome.lots;
      uses.push({ id: one.id, points: readNumber(one.points), forMoney: one.forMoney, from: outcome.from });
    }
  }
  expireBefore(({ lasts }) => lasts !== undefined && lasts <= on);
  return { lots, expired, uses };
}

function readLot({ id, on, points, lasts }: NonNullable<CheckedPointsInput["balance"]>["lots"][number]): Lot {
  return { id, on, points: readNumber(points), ...(lasts === undefined ? {} : { lasts }) };
}

function newLot(
  { expiry }: CheckedPointsConfig,
  { id, on, points }: CheckedPointsInput["earned"][number],
): Lot {
  const lot = { id, on, points: readNumber(points) };
  if (expiry === undefined) return lot;
  const { days, months, yearEnds = 0 } = expiry;
  if (days !== undefined) return { ...lot, lasts: daysAfter(on, days - 1) };
  return {
    ...lot,
    lasts: months === undefined ? `${Number(on.slice(0, 4)) + yearEnds}-12-31` : monthsAfter(on, months),
  };
}

/** Those that last the shortest come first, then those earned first, then by id. */
function compareLots(a: Lot, b: Lot): number {
  const last = (lot: Lot) => lot.lasts ?? "9";
  return last(a).localeCompare(last(b)) || a.on.localeCompare(b.on) || compareIds(a.id, b.id);
}

/** Takes points from lots in their order; undefined where there are too few. */
function spend(lots: readonly Lot[], points: Rational) {
  let left = points;
  const from: { lot: string; points: Rational }[] = [];
  const rest = lots.flatMap((lot): readonly Lot[] => {
    const taken = lesser(left, lot.points);
    if (taken.n === 0n) return [lot];
    left = subtract(left, taken);
    from.push({ lot: lot.id, points: taken });
    return compare(taken, lot.points) === 0 ? [] : [{ ...lot, points: subtract(lot.points, taken) }];
  });
  return left.n === 0n ? { lots: rest, from } : undefined;
}

function lineOf(config: CheckedPointsConfig, { id, points, forMoney }: Use): readonly StatementLine[] {
  const { money, rounding } = config;
  if (money === undefined || !forMoney) return [];
  const each = readNumber(money.each);
  return [
    payLine(
      "rewardPoints",
      "honours",
      { ...config, currency: money.currency },
      {
        id: `${config.id ?? "rewardPoints"}.${id}`,
        basis: exactDecimal(points),
        rate: exactDecimal(each),
        amount: toMoney(multiply(points, each), money.currency, rounding),
      },
    ),
  ];
}
