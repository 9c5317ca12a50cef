import { isId, isKey } from "../../kernel/fields.js";
import type { Report } from "../../kernel/report.js";
import { notAmong, show } from "../../kernel/show.js";
import type { KnownNames } from "../columns/names.js";
import { PRESENCE } from "../policy-program/presence.js";
import { EARLIER } from "./earlier.js";
import { noteWithout, WITHOUT_COLUMNS } from "./without-columns.js";

/** Notes a column that the policy has no use for. */
export function checkName(name: string, known: KnownNames, names: readonly string[], report: Report): void {
  const point = name.indexOf(".");
  const [first, rest] = point < 0 ? [name, ""] : [name.slice(0, point), name.slice(point + 1)];
  const [indicator = ""] = rest.split(".");
  if (first === "evidence" && known.evidence.has(indicator)) {
    if (rest === indicator && names.some((one) => one.startsWith(`${name}.`)))
      report.add(
        ["columns", name],
        "one-of",
        "expected the evidence as one column, or its parts as columns, not both",
      );
    return;
  }
  if (isKnown(name, first, rest, known) || noteWithout(name, WITHOUT_COLUMNS, report)) return;
  if (known.unpaid.has(name)) {
    const message = `${show(name)} is used only where pay is asked for: add pay: true, or take it away`;
    report.add(["columns", name], "unknown-column", message);
    return;
  }
  const { evidence, scored, axes, paid } = known;
  const expected = [
    "id",
    "tier",
    ...[...evidence].map((one) => `evidence.${one}`),
    ...[...axes].map((axis) => `bands.${axis}`),
    ...Object.values(PRESENCE),
    ...[...scored].flatMap((one) => EARLIER.map((part) => `previous.${one}.${part}`)),
    ...paid,
    "attributes., facts. and certificates. with a name",
  ];
  report.add(
    ["columns", name],
    "unknown-column",
    notAmong(expected, "a column that this policy uses (batchColumns lists them)", name),
  );
}

function isKnown(name: string, first: string, rest: string, { scored, axes, paid }: KnownNames): boolean {
  return (
    name === "id" ||
    name === "tier" ||
    (first === "attributes" && isKey(rest) && rest !== "tier") ||
    (first === "facts" && isKey(rest)) ||
    (first === "certificates" && isId(rest)) ||
    (first === "bands" && axes.has(rest)) ||
    (first === "previous" &&
      EARLIER.some((part) => scored.has(rest.slice(0, -part.length - 1)) && rest.endsWith(`.${part}`))) ||
    Object.values(PRESENCE).includes(name) ||
    paid.has(name)
  );
}
