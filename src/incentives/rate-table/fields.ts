import * as z from "zod/mini";
import { configNumber, configRatio } from "../../kernel/fields.js";
import { described, list } from "../../kernel/schema.js";
import { COUNTS, QUANTITIES } from "./terms.js";

const METHODS =
  "marginal: each slice at its bracket's rate. whole: all at the rate of the bracket that is reached.";

/** The fields of a rate table on one amount. */
export function rateTableFields() {
  const method = described(z._default(z.enum(["marginal", "whole"]), "marginal"), METHODS);
  return { brackets: bracketList(), method, ...rateFields() };
}

/** The fields that say how rate tables are read: what their brackets count, what is paid on, and how their rates pay. */
export function rateTermsFields() {
  return {
    counts: described(
      z._default(z.enum(COUNTS), "amount"),
      "What the brackets count. attainment: the part of the quota that is reached. margin-percent: the margin as a part of the amount. The brackets of these two are written in percent.",
    ),
    quotaIn: z.optional(
      described(z.enum(QUANTITIES), "What the quota is a number of; without it, of the amount."),
    ),
    paidOn: z.optional(
      described(
        z.enum(QUANTITIES),
        "What the rates are a part of. Without it: what the brackets count, what the quota is in, or the amount.",
      ),
    ),
    method: described(
      z._default(z.enum(["marginal", "each", "whole"]), "marginal"),
      `${METHODS} each: the whole of each credit at the rate that the count reaches with it, and what came before keeps its own.`,
    ),
    ...rateFields(),
  };
}

function rateFields() {
  return {
    curve: described(
      z._default(z.enum(["steps", "lines"]), "steps"),
      "steps: one rate throughout a bracket. lines: the rate goes in a straight line from a bracket's rate at its beginning to the next bracket's.",
    ),
    boundary: described(
      z._default(z.enum(["upper", "lower"]), "upper"),
      "To which bracket a count of exactly its corner belongs.",
    ),
    rising: described(
      z._default(z.boolean(), false),
      "Whether a bracket whose rate is below that of the one before it is an error.",
    ),
    highestRate: described(
      z._default(configRatio({ least: 0 }), "100%"),
      "The highest rate that a bracket may have; one above it is an error.",
    ),
  };
}

/** The brackets of a rate table. */
export function bracketList() {
  return described(
    list(
      z.strictObject({
        from: z._default(
          described(configRatio({ least: 0 }), "Where the bracket begins; the lowest may leave it out: 0."),
          0,
        ),
        to: z.optional(
          described(
            configRatio({ above: 0 }),
            "Where the next bracket begins; said in the last one, the table ends there.",
          ),
        ),
        rate: z.optional(
          described(configRatio({ least: 0 }), "What part of what is paid on comes to be paid."),
        ),
        perUnit: z.optional(
          described(
            configNumber({ least: 0 }),
            "In place of a rate, where units are paid on: money for each.",
          ),
        ),
        pays: z.optional(
          described(
            configNumber({ least: 0 }),
            "In place of a rate, an amount of money. marginal: paid once the bracket is passed, and in proportion before. whole: paid for all where the bracket is reached.",
          ),
        ),
      }),
      1,
    ),
    "The brackets, in rising order.",
  );
}
