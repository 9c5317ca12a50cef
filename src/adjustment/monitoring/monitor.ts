import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { type Decimal, exactDecimal } from "../../kernel/decimal.js";
import { checkIds } from "../../kernel/ids.js";
import { readNumber } from "../../kernel/number.js";
import { watch } from "./methods.js";
import {
  type CheckedMonitor,
  type MonitorConfig,
  type MonitorInput,
  monitorConfig,
  monitorInput,
} from "./schema.js";

/** One value, what it comes to, and whether it is marked. */
export interface MonitoredValue {
  readonly id: string;
  readonly value: Decimal;
  /**
   * By method: `average`, `lower` and `upper` of an average, `high`, `low` and `threshold` of sums, `change`; rounded half-up to the declared decimals.
   */
  readonly figures: { readonly [name: string]: Decimal };
  /** The direction of a marked change. */
  readonly flag?: "up" | "down";
}

/** What watching an indicator found. */
export interface Monitoring {
  readonly kind: "monitoring";
  readonly method: CheckedMonitor["kind"];
  readonly values: readonly MonitoredValue[];
  /** The values that are marked. */
  readonly flags: readonly { readonly id: string; readonly direction: "up" | "down" }[];
  /** Whether the last value is marked, and a flag asks for a review before it is due. */
  readonly earlyReview: boolean;
}

/**
 * Watches an indicator between reviews (M18): an exponentially weighted moving average against control limits (`ewma`), cumulative sums
 * (`cusum`), or a marked `change` against the value before.
 *
 * The average of value i is z(i) = w x(i) + (1 - w) z(i - 1), from z(0) = target; its limits are target -+ L d sqrt(w / (2 - w) (1 - (1 - w)^(2 i))), where d is
 * the standard deviation, or without the last factor where they are `settled`. The sums are high(i) = max(0, high(i - 1) + (x(i) - target) - k d) and low(i) =
 * max(0, low(i - 1) - (x(i) - target) - k d), marked above h d. Statistics are exact, and so is every comparison; only what is shown is rounded.
 *
 * Errors of the input: an id twice (`duplicate-id`), a value that is no number.
 *
 * Sources: S. W. Roberts, "Control chart tests based on geometric moving averages", Technometrics 1 (1959); E. S. Page, "Continuous inspection schemes",
 * Biometrika 41 (1954); J. M. Lucas and M. S. Saccucci, "Exponentially weighted moving average control schemes", Technometrics 32 (1990).
 *
 * @example
 * ```ts
 * import { monitor } from "tierwise";
 *
 * const watch = monitor({ kind: "cusum", target: 10, deviation: 1, allowance: "1/2", threshold: 2, earlyReview: true });
 * const found = watch({ values: [{ id: "week-1", value: 11 }, { id: "week-2", value: "12.2" }] });
 * found.values[1]?.figures.high; // => "2.2"
 * found.flags; // => [{ id: "week-2", direction: "up" }]
 * found.earlyReview; // => true
 * ```
 */
export const monitor: CalculatorFactory<MonitorConfig, MonitorInput, Monitoring> =
  /* @__PURE__ */ defineFactory({
    title: "monitor",
    config: monitorConfig,
    compile: (config) =>
      defineCalculator({
        title: "monitor",
        input: monitorInput,
        run({ values }, report): Monitoring {
          checkIds(values, ["values"], report);
          report.stop();
          const numbers = values.map(({ value }) => readNumber(value));
          const watched = watch(config, numbers);
          const found = values.map(({ id }, index): MonitoredValue => {
            const { figures = {}, flag } = watched[index] ?? {};
            const shown = Object.entries(figures).map(([name, figure]) => [name, exactDecimal(figure)]);
            return {
              id,
              value: exactDecimal(numbers[index] as (typeof numbers)[number]),
              figures: Object.fromEntries(shown),
              ...(flag === undefined ? {} : { flag }),
            };
          });
          return {
            kind: "monitoring",
            method: config.kind,
            values: found,
            flags: found.flatMap(({ id, flag }) => (flag === undefined ? [] : [{ id, direction: flag }])),
            earlyReview: config.earlyReview && found.at(-1)?.flag !== undefined,
          };
        },
      }),
  });
