import type { Path } from "../../kernel/errors.js";
import { checkExchange, noteRateMissing } from "../../kernel/exchange-rates.js";
import { checkFiscal } from "../../kernel/fiscal-periods.js";
import { checkIds } from "../../kernel/ids.js";
import { readRatio } from "../../kernel/number.js";
import { compare, ONE, rationalText, sum } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { notAmong, show } from "../../kernel/show.js";
import type { CheckedCrediting } from "./config.js";
import { checkEvents, creditingSteps } from "./events.js";
import type { Deal, PersonRow } from "./input.js";
import { type CreditingPlan, rateOf, splitsOf } from "./plan.js";

/** Notes what the schema cannot see in crediting rules. */
export function checkCrediting(config: CheckedCrediting, report: Report): void {
  checkFiscal(config.calendar, ["calendar"], report);
  checkExchange(config.exchange?.rates, ["exchange"], report);
  if ((config.currency === undefined) === (config.decimals === undefined))
    report.add([], "one-of", "expected either a currency or decimals");
  else if (config.currency === undefined && config.exchange !== undefined)
    report.add(["exchange"], "one-of", "without a currency nothing is converted: take this away");
  checkRollUp(config.rollUp, report);
  if (config.events === undefined || !report.sound(["events"])) return;
  const seen = new Set<string>();
  for (const [index, { on }] of config.events.entries()) {
    if (seen.has(on)) report.add(["events", index, "on"], "duplicate-id", `${show(on)} is there twice`);
    seen.add(on);
  }
  const total = sum(config.events.map(({ share = 1 }) => readRatio(share)));
  if (compare(total, ONE) !== 0)
    report.add(
      ["events"],
      "shares-sum",
      `the shares of the events sum to ${rationalText(total)}: expected 1`,
      {
        sum: rationalText(total),
      },
    );
}

function checkRollUp(rollUp: CheckedCrediting["rollUp"], report: Report): void {
  if (rollUp === undefined || !report.sound(["rollUp"])) return;
  const { by = "levels", levels, beyond } = rollUp;
  if (by === "levels") {
    if (levels === undefined)
      report.add(["rollUp", "levels"], "missing", "this is required: what part rolls up to each level");
    return;
  }
  for (const [name, value] of Object.entries({ levels, beyond })) {
    if (value !== undefined)
      report.add(["rollUp", name], "one-of", "the rates of people say what rolls up: take this away");
  }
}

/** Notes people without a rate where credit rolls up by differences of rates, and rates that nothing looks at. */
export function checkRates({ rollUp }: CheckedCrediting, people: readonly PersonRow[], report: Report): void {
  const isByRates = rollUp?.by === "differences";
  for (const [index, { id, rate }] of people.entries()) {
    const here = ["people", index, "rate"];
    if (isByRates && rate === undefined)
      report.add(here, "missing", `this is required: credit rolls up to ${show(id)} by differences of rates`);
    if (!isByRates && rate !== undefined)
      report.add(here, "unknown-property", "credit does not roll up by differences of rates: take this away");
  }
}

/** Notes what is wrong with deals: their ids, shares, roles, events and currencies. */
export function checkDeals(plan: CreditingPlan, deals: readonly Deal[], report: Report): void {
  checkIds(deals, ["deals"], report);
  for (const [index, deal] of deals.entries()) {
    const here = ["deals", index];
    checkSplits(plan, deal, here, report);
    checkTeam(plan, deal, here, report);
    checkEvents(plan.config, deal, here, report);
    checkCurrency(plan, deal, here, report);
  }
}

function checkSplits({ config, organisation }: CreditingPlan, deal: Deal, path: Path, report: Report): void {
  if ((deal.person === undefined) === (deal.splits === undefined)) {
    report.add(path, "one-of", "expected either a person or splits");
    return;
  }
  const shares = splitsOf(deal);
  const at = (index: number) =>
    deal.splits === undefined ? [...path, "person"] : [...path, "splits", index, "person"];
  const seen = new Set<string>();
  for (const [index, { id }] of shares.entries()) {
    if (seen.has(id)) report.add(at(index), "duplicate-id", `${show(id)} is there twice`, { id });
    seen.add(id);
    if (config.rollUp !== undefined && !organisation.knows(id))
      report.add(
        at(index),
        "unknown-person",
        `${show(id)} is not among the people, so credit cannot roll up`,
      );
  }
  const total = sum(shares.map(({ share }) => share));
  const difference = compare(total, ONE);
  const allowed = { exact: difference === 0, over: difference >= 0, house: difference <= 0 }[config.splits];
  if (allowed) return;
  const expected = { exact: "1", over: "1 or more", house: "1 or less" }[config.splits];
  const message = `the splits of ${show(deal.id)} sum to ${rationalText(total)}: expected ${expected}`;
  report.add([...path, "splits"], "shares-sum", message, { sum: rationalText(total) });
}

function checkTeam({ config, organisation }: CreditingPlan, deal: Deal, path: Path, report: Report): void {
  const roles = config.overlays.map(({ role }) => role);
  const seen = new Set<string>();
  for (const [index, { person, role }] of (deal.team ?? []).entries()) {
    const here = [...path, "team", index];
    if (!roles.includes(role))
      report.add([...here, "role"], "unknown-role", notAmong(roles, "a role of the overlays", role));
    const name = JSON.stringify([person, role]);
    if (seen.has(name)) report.add([...here, "person"], "duplicate-id", `${show(person)} is there twice`);
    seen.add(name);
    const rises =
      config.rollUp !== undefined && config.overlays.some((one) => one.role === role && one.rollsUp);
    if (rises && !organisation.knows(person))
      report.add([...here, "person"], "unknown-person", `${show(person)} is not among the people`);
  }
}

function checkCurrency(plan: CreditingPlan, deal: Deal, path: Path, report: Report): void {
  const { currency, exchange } = plan.config;
  if (deal.currency === undefined) return;
  if (currency === undefined) {
    report.add([...path, "currency"], "one-of", "the plan credits no money: take this away");
    return;
  }
  const missing = creditingSteps(plan.config, deal).find(({ on }) => rateOf(plan, deal, on) === undefined);
  if (missing === undefined) return;
  const on = exchange?.at === "booking" ? deal.bookedOn : missing.on;
  noteRateMissing(report, [...path, "currency"], deal.currency, currency, on);
}
