import { Decimal } from "decimal.js";
import {
  type Clawback,
  clawback,
  commission,
  type Draw,
  draw,
  type Holdback,
  holdback,
  type StatementLine,
} from "tierwise";
import { creditInput, type SalesCredit } from "./credits.js";
import type { SalesPlan, Salesperson, SalesYear } from "./plan.js";

/** What goes on from month to month. */
export interface Carried {
  /** The lines of booking advances, by booking. */
  readonly paid: readonly { readonly deal: string; readonly on: string; readonly line: StatementLine }[];
  readonly clawedBack: Clawback["before"];
  readonly withheld?: Holdback["balance"];
  readonly drawn?: Draw["balance"];
  readonly twoPoints: Decimal;
}

export const NOTHING_CARRIED: Carried = { paid: [], clawedBack: [], twoPoints: new Decimal(0) };

/** What somebody's month is worked out from. */
export interface SalesMonth {
  readonly month: string;
  readonly person: Salesperson;
  /** The credits of bookings that stand at the end of the month, up to it. */
  readonly standing: readonly SalesCredit[];
  readonly quota: string;
}

/** The lines that the month's sales earn, cost and release, and what is carried on. */
export function payMonth(plan: SalesPlan, year: SalesYear, now: SalesMonth, before: Carried) {
  const advances = advancesOf(plan, now);
  const kept = withhold(plan, year, now, advances, before);
  const taken = takeBack(plan, year, now, before);
  const more = twoPoints(plan, year, now, before);
  const lines = [...advances.map(({ line }) => line), ...kept.lines, ...taken.lines, ...more];
  const drawn = drawOf(plan, now, total(lines), before);
  const carried: Carried = {
    paid: [...before.paid, ...advances.map(({ deal, on, line }) => ({ deal, on, line }))],
    clawedBack: taken.before,
    withheld: kept.balance,
    drawn: drawn.balance,
    twoPoints: before.twoPoints.plus(total(more)),
  };
  return { lines: [...lines, ...drawn.lines], carried };
}

/** A line for each credit of the month: what it adds to the commission of all credits before it. */
function advancesOf({ configs }: SalesPlan, { month, standing, quota }: SalesMonth) {
  const booked = standing.filter((credit) => credit.month === month);
  return booked.map((credit) => {
    const earlier = standing.slice(0, standing.indexOf(credit)).map(creditInput);
    const input = { credits: [creditInput(credit)], quota, ...(earlier.length === 0 ? {} : { earlier }) };
    const config = {
      ...configs.commission,
      id: `commission-${credit.id}`,
      label: `Commission on ${credit.id}`,
    };
    const { lines, amount } = commission(config)(input);
    const isLarge = new Decimal(credit.amount).gt(configs.largeSale.credited?.above ?? "Infinity");
    const first = isLarge ? commission({ ...config, perDeal: configs.largeSale })(input).amount : amount;
    const { id: deal, bookedOn: on } = credit.booking;
    return { deal, on, line: lines[0] as StatementLine, credit, above: new Decimal(amount).minus(first) };
  });
}

/** What a large sale earns above its first part is withheld until that is collected. */
function withhold(
  { configs }: SalesPlan,
  { bookings }: SalesYear,
  { month }: SalesMonth,
  advances: ReturnType<typeof advancesOf>,
  { withheld: balance }: Carried,
): Holdback {
  const held = new Set(balance?.held.map(({ id }) => id));
  const collected = bookings.filter(({ collectedOn = "" }) => collectedOn.startsWith(month));
  return holdback(configs.withheld)({
    period: month,
    earned: advances
      .filter(({ above }) => !above.isZero())
      .map(({ deal, above }) => ({ id: deal, amount: above })),
    release: collected.map(({ id }) => id).filter((id) => held.has(id)),
    ...(balance === undefined ? {} : { balance }),
  });
}

/** The booking advances of what was cancelled in the month. */
function takeBack(
  { configs }: SalesPlan,
  { bookings }: SalesYear,
  { month }: SalesMonth,
  before: Carried,
): Clawback {
  const cancelled = bookings.filter(
    ({ id, cancelledOn = "" }) =>
      cancelledOn.startsWith(month) && before.paid.some(({ deal }) => deal === id),
  );
  return clawback(configs.chargeback)({
    paid: before.paid,
    cancelled: cancelled.map(({ id, cancelledOn = "" }) => ({ deal: id, on: cancelledOn })),
    before: before.clawedBack,
  });
}

/** Two more points on all bookings since the month that the plan says, once the quota is reached twice. */
function twoPoints(
  { configs }: SalesPlan,
  { retroactiveFrom }: SalesYear,
  { month, standing, quota }: SalesMonth,
  { twoPoints: paid }: Carried,
): readonly StatementLine[] {
  const credits = standing.map((credit) => ({
    ...creditInput(credit),
    ...(credit.month < retroactiveFrom ? { amount: 0 } : {}),
    isNew: credit.month === month,
  }));
  const of = (isNew: boolean) =>
    credits.filter((one) => one.isNew === isNew).map(({ isNew: _isNew, ...one }) => one);
  const earlier = of(false);
  const { lines } = commission(configs.twoPoints)({
    credits: of(true),
    quota,
    ...(earlier.length === 0 ? {} : { earlier, paid }),
  });
  return lines.filter(({ amount }) => !new Decimal(amount).isZero());
}

/** The draw of the month, or what a chargeback beyond the month's commission leaves to be carried forward. */
function drawOf(
  { configs }: SalesPlan,
  { month, person }: SalesMonth,
  earned: Decimal,
  before: Carried,
): Draw {
  const now = person.draws.find(({ from, to }) => from <= month && month <= to)?.draw ?? "none";
  const config = configs.draws[now];
  if (config === undefined) throw new Error(`the plan has no draw "${now}"`);
  return draw(config)({
    period: month,
    earned,
    ...(before.drawn === undefined ? {} : { balance: before.drawn }),
  });
}

function total(lines: readonly StatementLine[]): Decimal {
  return lines.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
}
