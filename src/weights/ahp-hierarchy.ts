import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import type { Decimal } from "../kernel/decimal.js";
import { key } from "../kernel/fields.js";
import { multiply, ONE, type Rational } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { described, lazySchema, list, type Written } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import { type AhpConfig, ahpConfig } from "./ahp.js";
import type { Consistency } from "./consistency.js";
import { type RoundedPart, rounded } from "./irrational-list.js";
import { type JudgeWeights, judgedWeights } from "./judged-weights.js";
import { judgedFields } from "./judgements.js";

const hierarchyInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    groups: list(
      z.strictObject({
        under: z.optional(
          described(key(), "The criterion that these divide; the first group, at the top, has none."),
        ),
        ...judgedFields(),
      }),
      1,
    ),
  }),
);

/**
 * Groups of criteria, each with its judgements; `under` names the criterion of an earlier group that a group divides.
 *
 * @useDeclaredType
 */
export type AhpHierarchyInput = Written<typeof hierarchyInput>;

/** One group of criteria with its weights within the group. */
export interface AhpGroup {
  readonly under?: string;
  readonly weights: readonly (RoundedPart & {
    /** The weight in the whole: the product of the weights on the way down. */
    readonly global: Decimal;
  })[];
  readonly consistency?: Consistency;
  readonly judges?: readonly JudgeWeights[];
}

/** The global weights of the criteria that are not divided further, and each group. */
export interface AhpHierarchyWeights {
  readonly kind: "weights";
  readonly method: "ahpHierarchy";
  readonly weights: readonly RoundedPart[];
  readonly groups: readonly AhpGroup[];
}

/**
 * Weights of a hierarchy of criteria from judgements in pairs within each group (M2, M3): the global weight of a criterion is the product of its weight within its
 * group and those of the criteria above it. Each group is worked out as `ahp` does.
 *
 * Only the global weights are rounded, never the factors. `weights` lists the criteria that no group divides.
 *
 * Errors: those of `ahp`; a first group that is `under` a criterion, or another group that is not under one of an earlier group (`unknown-parent`); one criterion that two groups
 * divide, or an id twice (`duplicate-id`).
 *
 * Source: T. L. Saaty, "The Analytic Hierarchy Process" (1980), principle of hierarchic composition.
 *
 * @example
 * ```ts
 * import { ahpHierarchy } from "tierwise";
 *
 * const weigh = ahpHierarchy({ decimals: 4 });
 * const { weights } = weigh({
 *   groups: [
 *     { criteria: [{ id: "results" }, { id: "conduct" }], judgements: [[3]] },
 *     { under: "results", criteria: [{ id: "sales" }, { id: "growth" }], judgements: [[4]] },
 *   ],
 * });
 * weights; // => [{ id: "conduct", weight: "0.25" }, { id: "sales", weight: "0.6" }, { id: "growth", weight: "0.15" }]
 * ```
 */
export const ahpHierarchy: CalculatorFactory<AhpConfig, AhpHierarchyInput, AhpHierarchyWeights> =
  /* @__PURE__ */ defineFactory({
    title: "ahpHierarchy",
    config: ahpConfig,
    compile: (config) =>
      defineCalculator({
        title: "ahpHierarchy",
        input: hierarchyInput,
        run({ groups }, report): AhpHierarchyWeights {
          checkTree(groups, report);
          const works = groups.map((group, index) => judgedWeights(group, config, ["groups", index], report));
          report.stop();
          const globals = new Map<string, Rational>();
          const done = groups.map(({ under, criteria }, index): AhpGroup => {
            const above = under === undefined ? ONE : (globals.get(under) as Rational);
            const { exact, ...rest } = (works[index] as (typeof works)[number])();
            const weights = criteria.map(({ id }, place) => {
              const local = exact[place] as Rational;
              globals.set(id, multiply(above, local));
              return {
                id,
                weight: rounded(local, config.decimals),
                global: rounded(multiply(above, local), config.decimals),
              };
            });
            return { ...(under === undefined ? {} : { under }), weights, ...rest };
          });
          const divided = new Set(groups.map(({ under }) => under));
          return {
            kind: "weights",
            method: "ahpHierarchy",
            weights: done
              .flatMap(({ weights }) => weights)
              .filter(({ id }) => !divided.has(id))
              .map(({ id, global }) => ({ id, weight: global })),
            groups: done,
          };
        },
      }),
  });

interface Group {
  readonly under?: string | undefined;
  readonly criteria: readonly { readonly id: string }[];
}

/** Notes groups that do not hang together as one tree, written from the top down, with each id in one place. */
function checkTree(groups: readonly Group[], report: Report): void {
  const seen = new Set<string>();
  const divided = new Set<string>();
  for (const [index, { under, criteria }] of groups.entries()) {
    const here = ["groups", index, "under"];
    if (index === 0 ? under !== undefined : under === undefined || !seen.has(under)) {
      const expected =
        index === 0
          ? "the first group is the top, under no criterion"
          : "expected a criterion of an earlier group";
      report.add(here, "unknown-parent", `${expected}, got ${show(under)}`);
    } else if (under !== undefined && divided.has(under)) {
      report.add(here, "duplicate-id", `${show(under)} is divided twice`, { id: under });
    }
    if (under !== undefined) divided.add(under);
    const own = new Set<string>();
    for (const [place, { id }] of criteria.entries()) {
      if (seen.has(id) && !own.has(id)) {
        report.add(["groups", index, "criteria", place, "id"], "duplicate-id", `${show(id)} is there twice`, {
          id,
        });
      }
      own.add(id);
      seen.add(id);
    }
  }
}
