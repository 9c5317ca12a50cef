import * as z from "zod/mini";
import { key } from "../kernel/fields.js";
import { described, list } from "../kernel/schema.js";

/** Conditions on the attributes of a deal, all of which hold. */
export type DealConditions = readonly { readonly attribute: string; readonly is: readonly string[] }[];

/** The schema of the conditions that say which deals are meant. */
export function dealConditions() {
  return z.optional(
    described(
      list(
        described(
          z.strictObject({ attribute: key(), is: list(key(), 1) }),
          "An attribute of the deal has one of these values.",
        ),
        1,
      ),
      "The deals that it is for: all of these hold. Without it, all deals.",
    ),
  );
}

/** Whether a deal of such attributes is meant. */
export function fits(
  conditions: DealConditions | undefined,
  attributes: Readonly<Record<string, string>>,
): boolean {
  return (conditions ?? []).every(({ attribute, is }) => {
    const value = Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined;
    return value !== undefined && is.includes(value);
  });
}
