import { keyAccountYear } from "./key-account-department/pay.js";
import type { PlansYear } from "./plans.js";
import { softwareSalesYear } from "./software-sales/pay.js";

/** The plans of this folder, each with what works out its year. */
export const PLANS: Readonly<Record<string, () => PlansYear>> = {
  "key-account-department": keyAccountYear,
  "software-sales": softwareSalesYear,
};
