import { judgeEligibility } from "../../incentives/eligibility.js";
import type { Member } from "../../incentives/team-pool/members.js";
import { isId, isKey } from "../../kernel/fields.js";
import { createReport, type Report } from "../../kernel/report.js";
import { isCertificateValue } from "../sources/certificates.js";
import type { Columns } from "./input.js";
import { type Labels, pairLabels, readLabels } from "./labels.js";
import { readMember } from "./member-rows.js";

/** What people are in some respect, as labels: the tier, an attribute, a certificate, the days of employment. */
export interface Aspect extends Labels {
  /** A member of whom only this is known; undefined where the label is none. */
  readonly memberOf: (label: unknown) => Member | undefined;
}

/** The days of employment, of which two columns say the ends. */
export const EMPLOYMENT = "employment";

/** Reads an aspect of all rows, by the name of its column. */
export function readAspect(columns: Columns, name: string, rows: number): Aspect {
  if (name === EMPLOYMENT) {
    const [from, to] = ["from", "to"].map((end) => readLabels(columns[`${EMPLOYMENT}.${end}`], rows));
    return { ...pairLabels(from as Labels, to as Labels), memberOf: employedMember };
  }
  const point = name.indexOf(".");
  const [field, key] = point < 0 ? [name, ""] : [name.slice(0, point), name.slice(point + 1)];
  const isSound = SOUND[field] ?? isKey;
  return {
    ...readLabels(columns[name], rows),
    memberOf: (label) => (isSound(label) ? memberWith(field, key, label) : undefined),
  };
}

const SOUND: Readonly<Record<string, (label: unknown) => boolean>> = {
  tier: isId,
  at: isId,
  certificates: isCertificateValue,
};

function memberWith(field: string, key: string, label: unknown): Member {
  if (field === "certificates") return { id: "-", certificates: label === true || label === 1 ? [key] : [] };
  return { id: "-", [field]: key === "" ? label : { [key]: label } };
}

function employedMember(label: unknown): Member | undefined {
  const [from, to] = label as readonly [unknown, unknown];
  const employment = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const report = createReport("invalid-input", "batch");
  const member = readMember({ id: "-", employment }, report);
  if (member !== undefined) judgeEligibility(undefined, member, [], report);
  return report.count() > 0 ? undefined : member;
}

/** What `work` says of each label, the first of all of none; undefined where a label is none, or something is wrong with it. */
export function tableOf<T>(
  { labels, memberOf }: Aspect,
  work: (member: Member, report: Report) => T,
): readonly (T | undefined)[] {
  const of = (member: Member | undefined) => {
    if (member === undefined) return undefined;
    const report = createReport("invalid-input", "batch");
    const found = report.within([], () => work(member, report));
    return report.count() > 0 ? undefined : found;
  };
  return [of({ id: "-" }), ...labels.map((label) => of(memberOf(label)))];
}
