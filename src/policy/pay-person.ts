import type { EligiblePerson } from "../incentives/eligibility.js";
import { eligibilityInputFields } from "../incentives/eligibility-conditions.js";
import type { NumberInput } from "../kernel/number.js";

/** The fields of the input of pay that only conditions of eligibility, benefits and deductions look at. */
export function payPersonFields() {
  const { tier: _tier, employment: _employment, ...fields } = eligibilityInputFields();
  return fields;
}

/** What is known of the person who is paid. */
export interface PaidPerson extends EligiblePerson {
  readonly tier: string;
  readonly scores: Readonly<Record<string, NumberInput>>;
}

/** What calculators are told of the person; the score of an axis is a fact too. */
export function eligiblePerson({
  tier,
  attributes,
  facts,
  scores,
  certificates,
  employment,
  honours,
  at,
}: PaidPerson): EligiblePerson {
  const known = { attributes, certificates, employment, honours, at };
  return {
    tier,
    facts: { ...facts, ...scores },
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
  };
}
