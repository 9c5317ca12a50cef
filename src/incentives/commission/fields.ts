import * as z from "zod/mini";
import { configNumber, configRatio, id, inputNumber, key, period } from "../../kernel/fields.js";
import { label } from "../../kernel/label.js";
import { described, lazySchema, list } from "../../kernel/schema.js";
import { payFields } from "../fields.js";
import { bracketList, rateTermsFields } from "../rate-table/fields.js";
import { COUNTS, QUANTITIES } from "../rate-table/terms.js";

/** The fields of a commission; a policy's incentive has them too. */
export function commissionFields() {
  return {
    ...payFields(),
    ...rateTermsFields(),
    brackets: z.optional(bracketList()),
    tables: z.optional(tableList()),
    totals: described(
      z._default(z.enum(["own", "shared"]), "own"),
      "With several tables: whether the brackets of each count its own credits, or those of all tables together.",
    ),
    per: described(
      z._default(z.enum(["credit", "order", "period", "to-date"]), "period"),
      "What the brackets count from zero: each credit, each order, all credits of the period, or all to date, of which those before were paid earlier.",
    ),
    threshold: z.optional(thresholdSchema()),
    cap: z.optional(described(capSchema(), "What is paid of a commission above an amount.")),
    floor: z.optional(
      described(configNumber({ least: 0 }), "What the commission of the period, or to date, is at least."),
    ),
    perDeal: z.optional(perDealSchema()),
  };
}

function tableList() {
  return described(
    list(
      z.strictObject({
        id: id(),
        label: z.optional(label()),
        when: z.optional(
          described(
            list(conditionSchema(), 1),
            "Which credits it is for: all of these hold. Without it, all others.",
          ),
        ),
        brackets: bracketList(),
      }),
      1,
    ),
    "In place of brackets: several rate tables. A credit is paid by the first that it fits.",
  );
}

function conditionSchema() {
  return z.union([
    described(
      z.strictObject({ attribute: key(), is: list(key(), 1) }),
      "An attribute of the credit has one of these values.",
    ),
    described(
      z.strictObject({
        deal: z.enum(["amount", "units", "margin", "margin-percent"]),
        atLeast: z.optional(configRatio()),
        atMost: z.optional(configRatio()),
      }),
      "How large the deal is (all credits of its order together), whether it is sold or returned.",
    ),
  ]);
}

function thresholdSchema() {
  return described(
    z.strictObject({
      counts: z.optional(
        described(z.enum(COUNTS), "What has to be reached; without it, what the brackets count."),
      ),
      from: described(configRatio({ above: 0 }), "What has to be reached; exactly this is enough."),
      pays: described(
        z._default(z.enum(["all", "above"]), "all"),
        "all: once it is reached, everything is paid on. above: only what exceeds it.",
      ),
    }),
    "Nothing is paid until this is reached.",
  );
}

function capSchema() {
  return z.strictObject({
    above: configNumber({ least: 0 }),
    share: described(
      z._default(configRatio({ least: 0, most: 1 }), 0),
      "The part of what exceeds it that still counts; without it nothing does.",
    ),
  });
}

function perDealSchema() {
  return described(
    z.strictObject({
      credited: z.optional(
        described(
          z.strictObject({
            quantity: z._default(z.enum(QUANTITIES), "amount"),
            ...capSchema().shape,
          }),
          "How much of a very large deal is credited: all its quantities shrink in the same proportion.",
        ),
      ),
      cap: z.optional(described(capSchema(), "What is paid of a deal's commission above an amount.")),
      floor: z.optional(
        described(configNumber({ above: 0 }), "What a deal that earns anything is paid at least."),
      ),
    }),
    "What limits each deal: all credits of an order, or a credit without one.",
  );
}

/** The schema of the config of `commission`. */
export const commissionConfig = /* @__PURE__ */ lazySchema(() => z.strictObject(commissionFields()));

/** The schema of the input of `commission`. */
export const commissionInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: z.optional(described(period(), "The period that the lines are for.")),
    credits: list(creditSchema()),
    earlier: z.optional(list(creditSchema())),
    toDate: z.optional(inputNumber()),
    paid: z.optional(inputNumber()),
    quota: z.optional(inputNumber()),
  }),
);

/** The schema of a credit. */
export function creditSchema() {
  return z.strictObject({
    id: key(),
    order: z.optional(key()),
    amount: z.optional(inputNumber()),
    units: z.optional(inputNumber()),
    margin: z.optional(inputNumber()),
    attributes: z.optional(z.record(z.string(), key())),
  });
}
