import * as z from "zod/mini";
import {
  type EquityGrant,
  type EquityGrantConfig,
  type EquityGrantInput,
  equityGrant,
  equityGrantFields,
  grantPriceFields,
} from "../incentives/equity/equity-grant.js";
import { trainingPlanFields } from "../incentives/training/plan-rules.js";
import { dayAfter } from "../kernel/calendar.js";
import { id } from "../kernel/fields.js";
import type { Report } from "../kernel/report.js";
import { described, list, type WrittenFields } from "../kernel/schema.js";
import { eligiblePerson, type PaidPerson } from "./pay-person.js";

/** The schema of a policy's rules of equity. */
export function equitySchema() {
  const { currency: _filledIn, id: _optional, ...fields } = equityGrantFields();
  return described(
    list(z.strictObject({ id: id(), ...fields }), 1),
    "Grants of options or restricted units: who is granted how much. Each is proposed where a review names the prices.",
  );
}

/** The schema of a policy's training. */
export function trainingSchema() {
  const { currency: _filledIn, ...fields } = trainingPlanFields();
  return described(z.strictObject(fields), "The catalogue of courses, and who needs which of them.");
}

/** The schema of what grants need beside what a review knows. */
export function equityInputSchema() {
  return z.strictObject(equityInputFields());
}

function equityInputFields() {
  return grantPriceFields();
}

/**
 * What grants of equity need beside what a review knows: the price of a share, what a unit is worth, the yearly salary, and from when vesting counts.
 *
 * @useDeclaredType
 */
export type EquityPrices = WrittenFields<typeof equityInputFields>;

/** Compiles a policy's rules of equity: what each proposes to grant on the day after the period. */
export function compileEquity(
  configs: Readonly<Record<string, EquityGrantConfig>> | undefined,
):
  | ((person: PaidPerson, period: string, prices: EquityPrices, report: Report) => readonly EquityGrant[])
  | undefined {
  if (configs === undefined) return undefined;
  const rules = Object.entries(configs).map(([rule, config]) => ({ rule, grant: equityGrant(config) }));
  return (person, period, prices, report) =>
    rules.flatMap(({ rule, grant }) => {
      const known = eligiblePerson(person);
      const given = { id: `${rule}.${period}`, on: dayAfter(period), period, ...known, ...prices };
      const outcome = grant.safe(given as EquityGrantInput);
      if (outcome.ok) return [outcome.value];
      for (const { path, code, message, params } of outcome.error.issues)
        report.add(placeOf(path), code, message, params);
      return [];
    });
}

const PRICES = ["start", "salary", "price", "unitValue"];

function placeOf(path: readonly (string | number)[]): readonly (string | number)[] {
  const [door] = path;
  if (PRICES.includes(String(door))) return ["equity", ...path];
  return door === "employment" ? ["pay", ...path] : path;
}
