import { type Issue, TierwiseError } from "./errors.js";
import { copyPlain, deepFreeze } from "./plain.js";
import { createReport, type Report } from "./report.js";
import { type AnySchema, type Checked, parseInner, parseShape, type Written } from "./schema.js";

/** What `.safe` returns: the value, or the error that says what is wrong with the input. */
export type Safe<Result> =
  | { readonly ok: true; readonly value: Result }
  | { readonly ok: false; readonly error: TierwiseError };

/** A compiled calculator: call it with an input, or call `.safe`, which returns the error of a bad input instead of throwing it. */
export interface Calculator<Input, Result> {
  (input: Input): Result;
  /** The result, or the error of a bad input, which is not thrown. */
  safe(input: unknown): Safe<Result>;
}

/** A factory: it checks a config, compiles it and returns the calculator. */
export interface Factory<Config, Product> {
  (config: Config): Product;
  /** The public name, as case files and error messages use it. */
  readonly title: string;
  /** All problems of a config, without throwing; an empty list where it is good. */
  check(config: unknown): readonly Issue[];
  /** The zod schema of the config's shape. */
  readonly configSchema: AnySchema;
}

/** A factory whose product is one calculator. */
export type CalculatorFactory<Config, Input, Result> = Factory<Config, Calculator<Input, Result>>;

interface FactoryParts<ConfigSchema extends () => AnySchema, Product> {
  readonly title: string;
  readonly config: ConfigSchema;
  /** The checks across fields. They run on whatever shape is sound, so that all problems are reported at once. */
  readonly check?: (config: Checked<ConfigSchema>, report: Report) => void;
  /** Makes the product of the config with its defaults filled in, and as it was written. */
  readonly compile: (config: Checked<ConfigSchema>, written: Written<ConfigSchema>) => Product;
}

/** Makes a factory: the config is copied and checked once, then compiled. */
export function defineFactory<ConfigSchema extends () => AnySchema, Product>(
  parts: FactoryParts<ConfigSchema, Product>,
): Factory<Written<ConfigSchema>, Product> {
  const read = (config: unknown) => {
    const report = createReport("invalid-config", parts.title);
    const copied = copyPlain(config, report, { decimals: false });
    const shaped = parseShape(parts.config(), copied, report) as Checked<ConfigSchema> | undefined;
    report.endOfShape();
    if (report.readable([])) parts.check?.(shaped ?? (copied as Checked<ConfigSchema>), report);
    return { report, shaped, copied };
  };
  const factory = (config: Written<ConfigSchema>): Product => {
    const { report, shaped, copied } = read(config);
    report.stop();
    return parts.compile(
      deepFreeze(shaped as Checked<ConfigSchema>),
      deepFreeze(copied as Written<ConfigSchema>),
    );
  };
  return Object.defineProperties(factory, {
    title: { value: parts.title, enumerable: true },
    check: { value: (config: unknown) => read(config).report.issues(), enumerable: true },
    configSchema: { get: () => parts.config(), enumerable: true },
  }) as Factory<Written<ConfigSchema>, Product>;
}

interface CalculatorParts<InputSchema extends () => AnySchema, Result> {
  readonly title: string;
  readonly input: InputSchema;
  /** Computes the result. It notes what the schema cannot see in `report`, and calls `report.stop()` before it relies on it. */
  readonly run: (input: Checked<InputSchema>, report: Report) => Result;
}

/** Whether a calculator is at work: what another one is given then is made of data that has been copied already. */
let isAtWork = false;

/** Makes a calculator: each input is copied and checked, then computed with. */
export function defineCalculator<InputSchema extends () => AnySchema, Result>(
  parts: CalculatorParts<InputSchema, Result>,
): Calculator<Written<InputSchema>, Result> {
  const calculate = (input: unknown): Result => {
    const report = createReport("invalid-input", parts.title);
    const isInner = isAtWork;
    isAtWork = true;
    try {
      const shaped = (
        isInner
          ? parseInner(parts.input(), input, report)
          : parseShape(parts.input(), copyPlain(input, report, { decimals: true }), report)
      ) as Checked<InputSchema> | undefined;
      report.stop();
      const result = parts.run(shaped as Checked<InputSchema>, report);
      report.stop();
      return result;
    } finally {
      isAtWork = isInner;
    }
  };
  return withSafe<Written<InputSchema>, Result>(calculate);
}

/** A function of an input as a calculator: with `.safe`, which returns the error of a bad input. */
export function withSafe<Input, Result>(calculate: (input: Input) => Result): Calculator<Input, Result> {
  return Object.assign((input: Input) => calculate(input), {
    safe(input: unknown): Safe<Result> {
      try {
        return { ok: true, value: calculate(input as Input) };
      } catch (error) {
        if (error instanceof TierwiseError && error.code === "invalid-input") return { ok: false, error };
        throw error;
      }
    },
  });
}
