import * as z from "zod/mini";
import { placesFields } from "../adjustment/places/rules.js";
import { adjustmentFields } from "../adjustment/rules.js";
import { calibrationFields } from "../classification/calibration/rules.js";
import { axisFields, matrixFields } from "../classification/matrix.js";
import { tiersSchema } from "../classification/tier.js";
import { currency } from "../kernel/currency.js";
import { date, id, key } from "../kernel/fields.js";
import { label } from "../kernel/label.js";
import { type Checked, described, judged, lazySchema, list, type Written } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import { weightSchemaFields } from "../scoring/schema.js";
import { equitySchema, trainingSchema } from "./grants.js";
import { incentivesSchema } from "./incentives.js";
import { transition } from "./transition.js";

/** The format of policy documents that this version reads. */
export const POLICY_FORMAT = 1;

function format() {
  return described(
    judged<1>(
      (value) =>
        value === POLICY_FORMAT
          ? undefined
          : {
              code: "unknown-format",
              message: `expected a policy of format ${POLICY_FORMAT}, which is what this version of tierwise reads, got ${show(value)}`,
            },
      { const: POLICY_FORMAT },
    ),
    "The version of the document's format.",
  );
}

/** Other weight schemas of an axis, for people of some tier, business line, region or any other attribute (M3). */
function variants(schema: ReturnType<typeof weightSchemaFields>) {
  return described(
    list(
      z.strictObject({
        id: id(),
        label: z.optional(label()),
        when: described(
          list(z.strictObject({ attribute: key(), is: list(key(), 1) }), 1),
          "Whom it is for: each attribute that is named has one of the values.",
        ),
        ...schema,
      }),
      1,
    ),
    "Weight schemas for some people; the first that fits takes the place of the axis's own, which is for all others.",
  );
}

const policy = /* @__PURE__ */ lazySchema(() => {
  const weightSchema = weightSchemaFields();
  return z.strictObject({
    format: format(),
    id: id(),
    label: z.optional(label()),
    effectiveFrom: described(date(), "The day from which the policy holds."),
    effectiveTo: z.optional(
      described(date(), "The last day on which it holds; without one, it holds until a later version does."),
    ),
    recordedOn: z.optional(
      described(date(), "The day from which it is known; without one, the day from which it holds."),
    ),
    transition: z.optional(transition()),
    currency: z.optional(
      described(
        currency(),
        "The currency of all pay; needed where there are incentives, equity or training.",
      ),
    ),
    notes: z.optional(
      described(
        z.array(z.strictObject({ source: z.optional(z.string()), text: label() })),
        "Where the policy's parts come from, for people who read it.",
      ),
    ),
    axes: described(
      list(
        z.strictObject({ ...axisFields(), ...weightSchema, variants: z.optional(variants(weightSchema)) }),
        1,
      ),
      "The dimensions: what is assessed on each, and the bands of its score.",
    ),
    comparedWithin: z.optional(
      described(
        key(),
        "The attribute whose value people share who are compared with each other; without it all are compared.",
      ),
    ),
    tiers: tiersSchema(),
    matrix: z.strictObject(matrixFields()),
    promotionScore: z.optional(
      described(
        z.strictObject(weightSchemaFields()),
        "A weighted score that conditions may ask for; each indicator is an axis or a fact of the person.",
      ),
    ),
    adjustment: z.strictObject(adjustmentFields()),
    calibration: z.optional(
      described(z.strictObject(calibrationFields()), "How far a panel may move people between bands."),
    ),
    places: z.optional(
      described(
        z.strictObject({
          within: z.optional(
            described(key(), "The attribute by whose value people share places; without it all share them."),
          ),
          ...placesFields(),
        }),
        "Limited places in tiers: who of those who would be promoted gets one.",
      ),
    ),
    incentives: z.optional(
      described(incentivesSchema(), "What is paid; each is one line of the statement, or several."),
    ),
    equity: z.optional(equitySchema()),
    training: z.optional(trainingSchema()),
  });
});

/** The schema of a policy document. */
export const policySchema = policy;

/**
 * A policy: the config of `compilePolicy`, one JSON document.
 *
 * @useDeclaredType
 */
export type Policy = Written<typeof policy>;

export type CheckedPolicy = Checked<typeof policy>;

/** One of a policy's axes. */
export type CheckedAxis = CheckedPolicy["axes"][number];

/** A weight schema for some people, in place of an axis's own. */
export type CheckedVariant = NonNullable<CheckedAxis["variants"]>[number];
