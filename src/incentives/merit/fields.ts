import * as z from "zod/mini";
import { configNumber, configRatio, id, inputNumber, key, period } from "../../kernel/fields.js";
import { described, lazySchema, list } from "../../kernel/schema.js";
import { payFields } from "../fields.js";
import { presenceFields, prorationFields } from "../presence.js";
import { matrixFields } from "./matrix.js";
import { positionFields } from "./positions.js";
import { rangeFields } from "./ranges.js";

/** The schema of a merit plan. */
export const meritIncreaseConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    ...payFields(),
    ...rangeFields(),
    ...positionFields(),
    ...matrixFields(),
    budget: z.optional(
      described(
        configRatio({ least: 0 }),
        "The budget, as a part of the salaries of all; an input may state an amount instead. Without one, all is paid.",
      ),
    ),
    aboveMaximum: described(
      z._default(z.enum(["lost", "lump-sum", "paid"]), "lost"),
      "What becomes of the part of an increase above the maximum of the range: it is lost, paid once as a lump sum, or paid all the same.",
    ),
    salaryStep: z.optional(
      described(
        configNumber({ above: 0 }),
        "To a multiple of what amount a new salary is rounded; without it, to the currency's minor unit.",
      ),
    ),
    ...prorationFields(),
  }),
);

/** The schema of the people whose salaries are reviewed. */
export const meritIncreaseInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    budget: z.optional(inputNumber({ least: 0 })),
    people: list(
      z.strictObject({
        id: key(),
        tier: id(),
        grade: z.optional(id()),
        location: z.optional(id()),
        salary: inputNumber({ least: 0 }),
        band: z.optional(id()),
        score: z.optional(inputNumber()),
        percent: z.optional(
          described(inputNumber({ least: 0 }), "What is proposed, in place of the target."),
        ),
        ...presenceFields(),
      }),
    ),
  }),
);
