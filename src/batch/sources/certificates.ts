import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import type { Label, LabelInput } from "./inputs.js";

const HELD = "held";
const NOT_HELD = "not-held";

/** What a column of a certificate says: whether the person holds it. */
const MEANT: ReadonlyMap<Label, string> = /* @__PURE__ */ new Map<Label, string>([
  [true, HELD],
  [1, HELD],
  [false, NOT_HELD],
  [0, NOT_HELD],
]);

/** How the program's column of a certificate is filled; who has no value does not hold it. */
export function certificateInput(column: string, id: string): LabelInput {
  return {
    column,
    type: "label",
    path: `certificates.${id}`,
    missing: "stays",
    otherwise: NOT_HELD,
    labels: MEANT,
  };
}

/** Whether a value says that a certificate is held, or is not. */
export function isCertificateValue(value: unknown): boolean {
  return MEANT.has(value as Label);
}

/** The certificates of a row as the one-person functions take them: a list as it is, or those that columns say are held. */
export function certificatesOf(given: unknown, report: Report): unknown {
  if (given === undefined || Array.isArray(given) || typeof given !== "object" || given === null)
    return given;
  return Object.entries(given).flatMap(([id, value]) => {
    if (!isCertificateValue(value))
      report.add(["certificates", id], "wrong-type", `expected true or false, 1 or 0, got ${show(value)}`);
    return MEANT.get(value as Label) === HELD ? [id] : [];
  });
}
