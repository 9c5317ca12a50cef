import { type Member, memberSchema } from "../../incentives/team-pool/members.js";
import type { Report } from "../../kernel/report.js";
import { lazySchema, parseShape } from "../../kernel/schema.js";
import { certificatesOf } from "../sources/certificates.js";
import type { RowRecord } from "./row-records.js";

const schema = /* @__PURE__ */ lazySchema(memberSchema);

/** Checks one member; columns say of each certificate whether it is held. */
export function readMember({ certificates, ...written }: RowRecord, report: Report): Member | undefined {
  const held = certificatesOf(certificates, report);
  const whole = held === undefined ? written : { ...written, certificates: held };
  return parseShape(schema(), whole, report) as Member | undefined;
}
