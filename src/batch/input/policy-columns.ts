import { type CheckedGate, subjectOf } from "../../classification/gates.js";
import type { Label } from "../../kernel/label.js";
import type { PolicyParts } from "../../policy/parts.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import { compositesOf, indicatorsOf } from "../../scoring/branch.js";
import type { PlainColumn } from "../../scoring/measures/measure.js";
import type { CheckedWeightSchema } from "../../scoring/schema.js";
import { compileWhole } from "../../scoring/scorer.js";
import type { Source } from "../../scoring/source.js";
import { attributeColumn } from "../columns/names.js";
import { PRESENCE } from "../policy-program/presence.js";
import { EARLIER } from "./earlier.js";

/** A column that a policy has a use for. */
export interface BatchColumn {
  /** Its name among the columns of the input, such as `evidence.sales.actual`. */
  readonly name: string;
  /** What it holds in each row; a flag is a truth value, or 1 and 0. */
  readonly holds: "number" | "label" | "flag" | "list" | "ratings";
  /** Whether a row without a value in it has no result, whatever its other columns say. */
  readonly required: boolean;
  /** The labels that there are, where the policy says which. */
  readonly labels?: readonly string[];
  /** What the policy calls the indicator, the axis or the like that it is of. */
  readonly label?: Label;
}

/** The columns that scores and the place in the matrix depend on; a name may be there several times. */
export function scoreColumns(policy: CheckedPolicy, parts: PolicyParts): readonly BatchColumn[] {
  return [
    { name: "id", holds: "label", required: false },
    { name: "tier", holds: "label", required: false, labels: policy.tiers.map(({ id }) => id) },
    ...attributesOf(policy).map((attribute): BatchColumn => {
      const required = attribute === policy.comparedWithin;
      return { name: attributeColumn(attribute), holds: "label", required };
    }),
    ...policy.axes.flatMap(({ id }) => axisColumns(id, parts)),
    ...(policy.matrix.gates ?? []).flatMap(gateColumns),
    ...policy.axes
      .filter(({ margin }) => margin !== undefined)
      .map(({ id, label, bands }): BatchColumn => {
        const own = { name: `bands.${id}`, holds: "label", labels: bands.map((band) => band.id) } as const;
        return { ...own, required: false, ...named(label) };
      }),
  ];
}

/** The attributes that choose a variant, or within which people are compared. */
function attributesOf({ axes, comparedWithin }: CheckedPolicy): readonly string[] {
  const chosen = axes.flatMap(({ variants = [] }) => variants.flatMap(({ when }) => when));
  const all = chosen.map(({ attribute }) => attribute);
  return comparedWithin === undefined ? all : [comparedWithin, ...all];
}

/** The columns of an axis; those of which not all its schemas know are not required. */
function axisColumns(axis: string, { axes, variants }: PolicyParts): readonly BatchColumn[] {
  const schemas = [axes[axis], ...Object.values(variants[axis] ?? {})] as readonly CheckedWeightSchema[];
  const made = schemas.map(schemaColumns);
  return made.flatMap((columns) =>
    columns.map((column) => ({
      ...column,
      required:
        column.required && made.every((some) => some.some((one) => one.name === column.name && one.required)),
    })),
  );
}

function schemaColumns(schema: CheckedWeightSchema): readonly BatchColumn[] {
  const { branch, leaves, extras } = compileWhole(schema);
  const sources = [...leaves.map(({ leaf }) => leaf), ...extras];
  const filled = [branch, ...compositesOf(branch).map((composite) => composite.branch)].flatMap(indicatorsOf);
  const isPresenceRead =
    schema.minimumPresence !== undefined || sources.some(({ source }) => source.proRated === true);
  return [
    ...sources.flatMap(({ id, label, missing, source }) =>
      evidenceColumns(id, source, missing.kind === "error").map((one) => ({ ...named(label), ...one })),
    ),
    ...filled
      .filter(({ missing }) => missing.kind === "previous")
      .flatMap(({ id, label }) => EARLIER.map((part) => ({ ...earlier(id, part), ...named(label) }))),
    ...(isPresenceRead ? Object.values(PRESENCE).map(optionalNumber) : []),
  ];
}

function evidenceColumns(
  id: string,
  { plain = [], rated }: Source,
  isRequired: boolean,
): readonly BatchColumn[] {
  if (rated !== undefined)
    return rated.kinds.map(({ kind }) => ({
      name: `evidence.${id}.${kind.id}`,
      holds: "ratings",
      required: isRequired && rated.kinds.length === 1,
      ...named(kind.label),
    }));
  const attributes = plain.flatMap(({ otherwise }) =>
    otherwise?.targets === undefined || otherwise.targets.by === "period" ? [] : [otherwise.targets.by],
  );
  return [
    ...plain.map((one) => ({
      name: one.part === undefined ? `evidence.${id}` : `evidence.${id}.${one.part}`,
      required: isRequired && one.otherwise?.target === undefined && one.otherwise?.targets === undefined,
      ...heldBy(one),
    })),
    ...attributes.map(
      (name): BatchColumn => ({ name: attributeColumn(name), holds: "label", required: false }),
    ),
  ];
}

function heldBy({ labels, summary }: PlainColumn): Pick<BatchColumn, "holds" | "labels"> {
  if (summary !== undefined) return { holds: "list" };
  if (labels === undefined) return { holds: "number" };
  const names = [...labels.keys()].filter((one) => typeof one === "string");
  return names.length === 0 ? { holds: "flag" } : { holds: "label", labels: names };
}

function earlier(id: string, part: (typeof EARLIER)[number]): BatchColumn {
  return { name: `previous.${id}.${part}`, holds: part === "period" ? "label" : "number", required: false };
}

function gateColumns(gate: CheckedGate): readonly BatchColumn[] {
  const { kind, id } = subjectOf(gate);
  if (kind === "fact")
    return [{ name: `facts.${id}`, holds: "number", required: true, ...named(gate.label) }];
  if (kind !== "certificate") return [];
  return [{ name: `certificates.${id}`, holds: "flag", required: false, ...named(gate.label) }];
}

export function optionalNumber(name: string): BatchColumn {
  return { name, holds: "number", required: false };
}

function named(label: Label | undefined): { readonly label?: Label } {
  return label === undefined ? {} : { label };
}
