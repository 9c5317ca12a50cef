import type { BandContext } from "../../classification/band-context.js";
import type { CohortContext } from "../../scoring/cohort-context.js";
import type { InputColumn } from "../columns/columns.js";

/** What people are compared with who share the value of the policy's `comparedWithin`, where it has that, and are scored by the same weight schemas. */
export interface BatchGroup {
  /** Their value of that attribute. */
  readonly within?: string;
  /** By axis whose indicators compare people: the variant that they are scored by, where it is not the axis's own schema. */
  readonly variants?: { readonly [axis: string]: string };
  readonly cohort?: CohortContext;
  readonly bands?: BandContext;
}

/** Many people as columns, one row for each. */
export interface BatchInput {
  /** The period, the same for all. */
  readonly period?: string;
  /** What `cohortContext` made of the people, where indicators compare them. */
  readonly cohort?: CohortContext;
  /** What `bandContext` made of them, where bands depend on the group. */
  readonly bands?: BandContext;
  /** The same by groups, where not all people are compared with each other: each row is compared with its own group. In place of `cohort` and `bands`. */
  readonly groups?: readonly BatchGroup[];
  /** Whether pay is worked out too; then there is a period, and the policy pays something. */
  readonly pay?: boolean;
  /**
   * By name: `tier`, `id`, `attributes.region`, `evidence.service`, `evidence.sales.actual`, `evidence.teamwork.peer` (the ratings of a kind), `facts.complaints`, `certificates.license` (held or not), `bands.capability` (the band at the last review), `previous.sales.period` and `previous.sales.score` (an earlier score), `presence.present` and `presence.of`; what the
   * one-person functions take, its parts joined by points. Where pay is asked for also `experienceYears`, `grade`, `step`, `location`, `share`, `salary`, `multipliers.company`, `amounts.sales`, `credits.sales`, `earlier.sales`, `toDate.sales`, `paid.sales`,
   * `quotas.sales` and `yearEnd.salary`, as `policy.pay` takes them.
   */
  readonly columns: { readonly [name: string]: InputColumn };
}
