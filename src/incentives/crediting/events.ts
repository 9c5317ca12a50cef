import type { Path } from "../../kernel/errors.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import {
  absolute,
  add,
  compare,
  divide,
  multiply,
  ONE,
  type Rational,
  rationalText,
  sum,
  ZERO,
} from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import type { CheckedCrediting, CreditingEvent } from "./config.js";
import type { Deal } from "./input.js";

/** A day on which a part of a deal is credited, and by which events. */
export interface CreditingStep {
  readonly on: string;
  readonly share: Rational;
  readonly events: readonly CreditingEvent[];
}

/** The days on which parts of a deal are credited, the earliest first; one for each day. */
export function creditingSteps({ events }: CheckedCrediting, deal: Deal): readonly CreditingStep[] {
  const all = events.flatMap(({ on: event, share }) =>
    happened(event, deal).map(({ on, part }) => ({ on, event, share: multiply(readRatio(share), part) })),
  );
  const days = [...new Set(all.map(({ on }) => on))].sort();
  return days.map((on) => {
    const here = all.filter((one) => one.on === on);
    return {
      on,
      share: sum(here.map(({ share }) => share)),
      events: [...new Set(here.map(({ event }) => event))],
    };
  });
}

/** Notes amounts of a deal that are invoiced or paid beyond it, and a schedule that is not all of it. */
export function checkEvents({ events }: CheckedCrediting, deal: Deal, path: Path, report: Report): void {
  for (const { on: event } of events) {
    if (event === "invoice") checkRunning(deal, deal.invoices, [...path, "invoices"], report);
    if (event === "cash") checkRunning(deal, deal.payments, [...path, "payments"], report);
    const total = sum((deal.schedule ?? []).map(({ share }) => readNumber(share)));
    if (event === "schedule" && deal.schedule !== undefined && compare(total, ONE) !== 0) {
      const message = `the schedule of ${show(deal.id)} sums to ${rationalText(total)}: expected 1`;
      report.add([...path, "schedule"], "shares-sum", message, { sum: rationalText(total) });
    }
  }
}

function happened(event: CreditingEvent, deal: Deal): readonly { on: string; part: Rational }[] {
  const amount = readNumber(deal.amount);
  const parts = (list: Deal["invoices"] = []) =>
    list.map(({ on, amount: of }) => ({ on, part: amount.n === 0n ? ZERO : divide(readNumber(of), amount) }));
  switch (event) {
    case "booking":
      return deal.bookedOn === undefined ? [] : [{ on: deal.bookedOn, part: ONE }];
    case "invoice":
      return parts(deal.invoices);
    case "cash":
      return parts(deal.payments);
    case "schedule":
      return (deal.schedule ?? []).map(({ on, share }) => ({ on, part: readNumber(share) }));
  }
}

/** What has been invoiced or paid on any day is between nothing and the deal. */
function checkRunning(deal: Deal, list: Deal["invoices"] = [], path: Path, report: Report): void {
  const amount = readNumber(deal.amount);
  const byDay = [...list].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  let running = ZERO;
  for (const [index, { on, amount: of }] of byDay.entries()) {
    running = add(running, readNumber(of));
    if (byDay[index + 1]?.on === on) continue;
    const wrongWay = running.n !== 0n && running.n < 0n !== amount.n < 0n;
    if (!wrongWay && compare(absolute(running), absolute(amount)) <= 0) continue;
    const message = `on ${on} they sum to ${rationalText(running)}: expected 0 to ${rationalText(amount)}, the amount of ${show(deal.id)}`;
    report.add(path, "deal-exceeded", message, { deal: deal.id, sum: rationalText(running) });
    return;
  }
}
