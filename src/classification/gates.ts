import * as z from "zod/mini";
import type { Path } from "../kernel/errors.js";
import { configNumber, id } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { label } from "../kernel/label.js";
import type { Report } from "../kernel/report.js";
import { described, type Plain } from "../kernel/schema.js";
import { notAmong, show } from "../kernel/show.js";
import { certificateFields, checkFactLimits, factFields } from "./facts.js";

/** What a gate looks at: one of these, by its id. */
export const GATE_SUBJECTS = ["indicator", "group", "axis", "fact", "certificate"] as const;

/** What a gate looks at. */
export interface GateSubject {
  readonly kind: (typeof GATE_SUBJECTS)[number];
  readonly id: string;
}

/** The schema of gates: what other scores cannot make up for (M6). */
export function gatesSchema() {
  return z.array(
    z.strictObject({
      id: id(),
      label: z.optional(label()),
      indicator: z.optional(
        described(id(), "The indicator whose score is looked at, or the extra whose points are."),
      ),
      group: z.optional(described(id(), "The group of indicators whose score is looked at.")),
      axis: z.optional(described(id(), "The axis whose score is looked at.")),
      fact: z.optional(factFields().fact),
      certificate: z.optional(certificateFields().certificate),
      atLeast: z.optional(described(configNumber(), "The least that passes.")),
      atMost: z.optional(described(configNumber(), "The most that passes, of a fact.")),
      onFail: described(
        z.enum(["block-promotion", "veto", "cap-tier"]),
        "block-promotion: no move up. veto: no move up, and the person is placed in the cell of the lowest bands. cap-tier: no move up beyond `tier`.",
      ),
      tier: z.optional(described(id(), "The highest tier for a person who fails; nobody is demoted for it.")),
    }),
  );
}

/** A gate as the config has it. */
export type CheckedGate = Plain<z.output<ReturnType<typeof gatesSchema>>>[number];

/** What a gate looks at; it has been checked that this is one thing. */
export function subjectOf(gate: CheckedGate): GateSubject {
  const kind = GATE_SUBJECTS.find((one) => gate[one] !== undefined) as GateSubject["kind"];
  return { kind, id: gate[kind] as string };
}

/** Notes gates that look at no one thing, have no limit, or name an axis or a tier that is not there. */
export function checkGates(
  gates: readonly CheckedGate[] | undefined,
  known: { readonly axes: readonly string[] | undefined; readonly tiers: readonly string[] | undefined },
  path: Path,
  report: Report,
): void {
  checkIds(gates, path, report);
  for (const [index, gate] of report.items(gates, path)) {
    const here = [...path, index];
    if (!report.sound(here)) continue;
    checkSubject(gate, known.axes, here, report);
    checkCap(gate, known.tiers, here, report);
  }
}

function checkSubject(
  gate: CheckedGate,
  axes: readonly string[] | undefined,
  path: Path,
  report: Report,
): void {
  const named = GATE_SUBJECTS.filter((kind) => gate[kind] !== undefined);
  if (named.length !== 1) {
    const got = named.length === 0 ? "none of them" : named.join(" and ");
    report.add(path, "one-of", `expected one of ${GATE_SUBJECTS.join(", ")}, got ${got}`);
    return;
  }
  const { kind, id: name } = subjectOf(gate);
  const unused = kind === "certificate" ? (["atLeast", "atMost"] as const) : (["atMost"] as const);
  if (kind === "fact") checkFactLimits(gate, path, report);
  else {
    for (const limit of unused.filter((one) => gate[one] !== undefined))
      report.add([...path, limit], "unknown-property", `a gate on ${kind}s has no ${show(limit)}`);
    if (kind !== "certificate" && gate.atLeast === undefined)
      report.add([...path, "atLeast"], "missing", "this is required: expected the least that passes");
  }
  if (kind === "axis" && axes !== undefined && !axes.includes(name))
    report.add([...path, "axis"], "unknown-axis", notAmong(axes, "an axis", name));
}

function checkCap(
  { onFail, tier }: CheckedGate,
  tiers: readonly string[] | undefined,
  path: Path,
  report: Report,
): void {
  const here = [...path, "tier"];
  if (onFail !== "cap-tier") {
    if (tier !== undefined)
      report.add(here, "unknown-property", `only a gate with cap-tier has a tier, this has ${onFail}`);
  } else if (tier === undefined) {
    report.add(here, "missing", "this is required: expected the highest tier for a person who fails");
  } else if (tiers !== undefined && !tiers.includes(tier)) {
    const none = "a gate that caps the tier needs the tiers of the matrix, in their order";
    const message = tiers.length === 0 ? none : notAmong(tiers, "a tier", tier);
    report.add(here, "unknown-tier", message, { tier });
  }
}
