import { judgeEligibility } from "../../incentives/eligibility.js";
import { type Member, memberSchema } from "../../incentives/team-pool/members.js";
import type { Report } from "../../kernel/report.js";
import { lazySchema, parseShape } from "../../kernel/schema.js";
import { certificatesOf } from "../certificates.js";
import { valuesOf } from "../rows.js";
import type { Columns } from "./input.js";

const schema = /* @__PURE__ */ lazySchema(memberSchema);

type Written = Readonly<Record<string, unknown>>;

/** Reads rows as members, of which nothing is checked. */
export function memberReader(columns: Columns): (row: number) => Written {
  const readers = Object.entries(columns).map(([name, column]) => {
    const point = name.indexOf(".");
    const [field, key] = point < 0 ? [name, undefined] : [name.slice(0, point), name.slice(point + 1)];
    return { field, key, valueAt: valuesOf(column) };
  });
  return (row) => {
    const member: Record<string, unknown> = {};
    for (const { field, key, valueAt } of readers) {
      const value = valueAt(row);
      if (value === undefined || value === null) continue;
      if (key === undefined) member[field] = value;
      else {
        const record = (member[field] ?? {}) as Record<string, unknown>;
        record[key] = value;
        member[field] = record;
      }
    }
    return member;
  };
}

/** Checks one member; columns say of each certificate whether it is held. */
export function readMember({ certificates, ...written }: Written, report: Report): Member | undefined {
  const held = certificatesOf(certificates, report);
  const whole = held === undefined ? written : { ...written, certificates: held };
  const member = parseShape(schema(), whole, report) as Member | undefined;
  if (member !== undefined) judgeEligibility(undefined, member, [], report);
  return member;
}
