import type { BandContext } from "../classification/band-context.js";
import type { CohortContext } from "../scoring/cohort-context.js";
import type { InputColumn } from "./columns.js";

/** Many people as columns, one row for each. */
export interface BatchInput {
  /** The period, the same for all. */
  readonly period?: string;
  /** What `cohortContext` made of the people, where indicators compare them. */
  readonly cohort?: CohortContext;
  /** What `bandContext` made of them, where bands depend on the group. */
  readonly bands?: BandContext;
  /** Whether pay is worked out too; then there is a period, and the policy pays something. */
  readonly pay?: boolean;
  /**
   * By name: `tier`, `id`, `attributes.region`, `evidence.service`, `evidence.sales.actual`, `evidence.teamwork.peer` (the ratings of a kind), `facts.complaints`, `certificates.license` (held or not), `bands.capability` (the band at the last review), `previous.sales.period` and `previous.sales.score` (an earlier score), `presence.present` and `presence.of`; what the
   * one-person functions take, its parts joined by points. Where pay is asked for also `experienceYears`, `grade`, `step`, `location`, `share`, `salary`, `multipliers.company`, `amounts.sales`, `toDate.sales`, `paid.sales`,
   * `quotas.sales` and `yearEnd.salary`, as `policy.pay` takes them.
   */
  readonly columns: { readonly [name: string]: InputColumn };
}
