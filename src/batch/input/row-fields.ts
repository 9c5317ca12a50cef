import { isDecimal } from "../../kernel/decimal.js";
import { ROW_BY_ROW } from "../columns/pay-names.js";

/** Fields of a row that are one value each. */
export const PLAIN = new Set<string>([
  ...["id", "tier", "experienceYears", "grade", "step", "location", "share", "salary"],
  ...ROW_BY_ROW,
]);
/** Fields that pay alone depends on, each with several names. */
export const OF_PAY = new Set([
  "multipliers",
  "amounts",
  "credits",
  "earlier",
  "toDate",
  "paid",
  "quotas",
  "yearEnd",
]);
export const CERTIFICATES = "certificates";
export const PREVIOUS = "previous";
/** Fields that have several names. */
export const RECORDS = new Set(["evidence", "attributes", "facts", "bands", PREVIOUS, "presence", ...OF_PAY]);
export const FIELDS = [...PLAIN, ...RECORDS, CERTIFICATES];
/** What is said of a field that people look for here. */
export const INSTEAD: ReadonlyMap<string, string> = new Map([
  [
    "standing",
    '"standing" is of decisions over time, which policy.review makes: the tier of a row is "tier"',
  ],
]);

/** A row as it comes, or a part of it. */
export type Row = Readonly<Record<string, unknown>>;

/** Whether a value has parts, such as the target of evidence. */
export function isParts(value: unknown): value is Row {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.getPrototypeOf(value) === Object.prototype || !isDecimal(value);
}

/** Whether pay alone depends on a field. */
export function isOfPay(field: string): boolean {
  return OF_PAY.has(field) || (PLAIN.has(field) && field !== "id" && field !== "tier");
}
