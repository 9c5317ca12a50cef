import { adjuster } from "./adjustment/adjuster.js";
import { classifier } from "./classification/classifier.js";
import { basePay } from "./incentives/base-pay.js";
import { commission } from "./incentives/commission.js";
import { performanceBonus } from "./incentives/performance-bonus.js";
import { statement } from "./incentives/statement.js";
import { allocation } from "./kernel/allocation.js";
import type { Calculator } from "./kernel/calculator.js";
import type { Issue } from "./kernel/errors.js";
import { type AnySchema, jsonSchemaOf } from "./kernel/schema.js";
import { compilePolicy, reviewer } from "./policy/compile.js";
import { scorer } from "./scoring/scorer.js";

/** Any factory, for tools that look it up by name. */
export interface AnyFactory {
  (config: never): unknown;
  /** The public name. */
  readonly title: string;
  /** All problems of a config. */
  check(config: unknown): readonly Issue[];
  /** The zod schema of the config's shape. */
  readonly configSchema: AnySchema;
}

/**
 * Every factory by its public name, for tools that look them up: case files, spreadsheets, form builders.
 *
 * @example
 * ```ts
 * import { registry } from "tierwise/registry";
 * Object.keys(registry).includes("commission"); // => true
 * registry.commission.check({ currency: "USD", brackets: [{ rate: "5%" }] }); // => []
 * ```
 */
export const registry = {
  allocation,
  scorer,
  classifier,
  adjuster,
  basePay,
  performanceBonus,
  commission,
  statement,
  compilePolicy,
  reviewer,
} as const satisfies Readonly<Record<string, AnyFactory>>;

/** The public name of a factory. */
export type FactoryName = keyof typeof registry;

/** Whether a name is that of a factory. */
export function isFactoryName(name: string): name is FactoryName {
  return Object.hasOwn(registry, name);
}

/**
 * The calculator that a factory makes of a config, where both are known at run time only. `compilePolicy` makes several; by this
 * function it makes its `review`.
 *
 * @example
 * ```ts
 * import { calculatorOf } from "tierwise/registry";
 *
 * const share = calculatorOf("allocation", { decimals: 0 });
 * share.safe({ amount: 5, shares: [{ id: "a", share: 70 }, { id: "b", share: 30 }] }).ok; // => true
 * ```
 */
export function calculatorOf(name: FactoryName, config: unknown): Calculator<unknown, unknown> {
  const made = (registry[name] as (config: unknown) => unknown)(config);
  return (name === "compilePolicy" ? (made as { review: unknown }).review : made) as Calculator<
    unknown,
    unknown
  >;
}

/**
 * The JSON Schema of a factory's config. It says the shape; the checks across fields (sums, references, order) are made by `check`.
 *
 * @example
 * ```ts
 * import { configJsonSchema } from "tierwise/registry";
 * configJsonSchema("statement").required; // => ["currency"]
 * ```
 */
export function configJsonSchema(name: FactoryName): Record<string, unknown> {
  return jsonSchemaOf(registry[name].configSchema, name);
}
