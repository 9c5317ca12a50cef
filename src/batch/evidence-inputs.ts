import { readNumber } from "../kernel/number.js";
import type { Rational } from "../kernel/rational.js";
import type { PlainColumn } from "../scoring/measures/measure.js";
import type { TargetSource } from "../scoring/measures/target-source.js";
import type { Source } from "../scoring/source.js";
import type { ByLabel, ProgramInput } from "./inputs.js";

/** What is the same in all rows, and which columns the caller has. */
export interface Given {
  readonly period: string | undefined;
  has(path: string): boolean;
}

/** How the columns of one indicator are filled. */
export function evidenceInputs(
  id: string,
  { plain = [] }: Source,
  missing: "stays" | "set-aside",
  column: (name: string) => string,
  { period, has }: Given,
): readonly ProgramInput[] {
  const pathOf = ({ part }: PlainColumn) =>
    part === undefined ? `evidence.${id}` : `evidence.${id}.${part}`;
  const parts = plain.filter((one) => one.otherwise === undefined || has(pathOf(one)));
  return plain.map((one): ProgramInput => {
    const base = {
      column: column(`${id}.${one.column}`),
      path: parts.length === 1 && one === parts[0] && has(`evidence.${id}`) ? `evidence.${id}` : pathOf(one),
      missing: parts.length > 1 ? ("set-aside" as const) : missing,
    };
    if (one.labels !== undefined) return { ...base, type: "label", labels: one.labels };
    const target = has(base.path) && one === parts[0] ? {} : targetOf(one.otherwise, period);
    return { ...base, type: "number", ...signOf(one), ...target };
  });
}

function signOf({ sign }: PlainColumn): Pick<PlainColumn, "sign"> {
  return sign === undefined ? {} : { sign };
}

/** The target that the config has. */
function targetOf(
  source: TargetSource | undefined,
  period: string | undefined,
): { readonly missing?: "set-aside"; readonly otherwise?: Rational | ByLabel } {
  if (source === undefined) return {};
  const { target, targets } = source;
  if (targets === undefined)
    return { missing: "set-aside", ...(target === undefined ? {} : { otherwise: readNumber(target) }) };
  if (targets.by === "period") {
    const row = targets.rows.find(({ is }) => is === period);
    const found = row?.target ?? target;
    return { missing: "set-aside", ...(found === undefined ? {} : { otherwise: readNumber(found) }) };
  }
  const rows = targets.rows.map(({ is, target: number }) => ({ is, number: readNumber(number) }));
  const path = targets.by === "tier" ? "tier" : `attributes.${targets.by}`;
  return { missing: "set-aside", otherwise: { path, rows } };
}
