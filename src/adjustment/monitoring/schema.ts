import * as z from "zod/mini";
import { configNumber, decimals, inputNumber, key } from "../../kernel/fields.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";

function common() {
  return {
    decimals: described(
      z._default(decimals(), 4),
      "The decimals of statistics and limits that are shown; flags are decided exactly.",
    ),
    earlyReview: described(
      z._default(z.boolean(), false),
      "Whether a flag asks for a review before it is due.",
    ),
  };
}

function process() {
  return {
    target: described(configNumber(), "The mean of the indicator while nothing has changed."),
    deviation: described(configNumber({ above: 0 }), "Its standard deviation."),
  };
}

/** The schema of what is watched, and how. */
export const monitorConfig = /* @__PURE__ */ lazySchema(() =>
  z.discriminatedUnion("kind", [
    described(
      z.strictObject({
        kind: z.literal("ewma"),
        ...process(),
        weight: described(configNumber({ above: 0, most: 1 }), "The weight of the newest value (lambda)."),
        width: described(
          configNumber({ above: 0 }),
          "How many deviations of the average the limits are away (L).",
        ),
        limits: described(
          z._default(z.enum(["changing", "settled"]), "changing"),
          "changing: the limits of each value, which widen in the beginning. settled: those that they come to.",
        ),
        ...common(),
      }),
      "An exponentially weighted moving average with control limits.",
    ),
    described(
      z.strictObject({
        kind: z.literal("cusum"),
        ...process(),
        allowance: described(
          configNumber({ least: 0 }),
          "How many deviations from the target count as nothing (k).",
        ),
        threshold: described(
          configNumber({ above: 0 }),
          "The sum, in deviations, above which there is a flag (h).",
        ),
        headStart: described(
          z._default(configNumber({ least: 0 }), 0),
          "With what both sums begin, in deviations; half the threshold for a fast initial response.",
        ),
        ...common(),
      }),
      "Cumulative sums of deviations from the target, one upwards and one downwards.",
    ),
    described(
      z.strictObject({
        kind: z.literal("change"),
        by: described(configNumber({ above: 0 }), "The change against the value before that is marked."),
        ...common(),
      }),
      "A marked change against the value before.",
    ),
  ]),
);

/** The schema of the values in the order of time. */
export const monitorInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({ values: list(z.strictObject({ id: key(), value: inputNumber() })) }),
);

/**
 * What is watched, and how.
 *
 * @useDeclaredType
 */
export type MonitorConfig = Written<typeof monitorConfig>;

/**
 * The values of an indicator in the order of time, each with an id such as its day.
 *
 * @useDeclaredType
 */
export type MonitorInput = Written<typeof monitorInput>;

export type CheckedMonitor = Checked<typeof monitorConfig>;
