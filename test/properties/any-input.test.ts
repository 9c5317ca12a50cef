import { readFileSync } from "node:fs";
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Issue, TierwiseError } from "../../src/index.js";
import { calculatorOf, type FactoryName, registry } from "../../src/registry.js";
import { caseFiles } from "../case-runner.js";

/** Good configs and inputs of every factory: those of the case files. */
interface Good {
  readonly config: unknown;
  readonly inputs: readonly unknown[];
}
const good = new Map<string, Good[]>();
for (const path of caseFiles(new URL("../cases", import.meta.url).pathname) ?? []) {
  const { use, config, input, expect: expected, steps } = JSON.parse(readFileSync(path, "utf8"));
  const inputs =
    expected === undefined ? (steps ?? []).map((step: { input: unknown }) => step.input) : [input];
  if (inputs.length > 0) good.set(use, [...(good.get(use) ?? []), { config, inputs }]);
}

const boom = () => {
  throw new Error("boom");
};

/** Anything at all: all that fast-check makes, and objects that fight back. */
const anything = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      maxKeys: 4,
      maxDepth: 2,
    }),
  },
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown> },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom<() => unknown>(
        () => boom,
        () => Object.defineProperty({}, "x", { get: boom, enumerable: true }),
        () =>
          new Proxy({}, { get: boom, ownKeys: boom, getPrototypeOf: boom, getOwnPropertyDescriptor: boom }),
        () => new Proxy([], { get: boom }),
        () => new Proxy({ a: 1 }, { getOwnPropertyDescriptor: boom }),
        () => new Proxy(new Decimal(1), { get: boom }),
        () => new Proxy(boom, {}),
        () => {
          const cycle: unknown[] = [];
          cycle.push({ cycle });
          return cycle;
        },
        () => new Decimal(Number.NaN),
        () => new Decimal("1e-30"),
        () => ({ toStringTag: "[object Decimal]", d: "1", e: 1, s: 1 }),
        () => ({ toStringTag: "[object Decimal]", d: [1], e: 1e300, s: 1 }),
        () =>
          Object.defineProperty({ toStringTag: "[object Decimal]" }, "d", { get: boom, enumerable: true }),
        () => Symbol.iterator,
        () => Number.NaN,
        () => Number.NEGATIVE_INFINITY,
        () => "1e400",
        () => "1/0",
        () => "__proto__",
        () => "constructor",
        () => JSON.parse('{"__proto__":{"id":"a"},"constructor":1}'),
      )
      .map((make) => make()),
  },
);

/** A good value with some of its parts put out, doubled, or replaced by anything. */
function spoilt(values: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc
    .tuple(
      fc.constantFrom(...values),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom("replace", "remove", "add"), anything), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    .map(([value, changes]) =>
      changes.reduce<unknown>((now, [where, how, by]) => change(now, where, how, by), value),
    );
}

function change(value: unknown, where: number, how: string, by: unknown): unknown {
  const places: (string | number)[][] = [];
  const collect = (inner: unknown, path: (string | number)[]) => {
    if (!isPlain(inner)) return;
    for (const key of Object.keys(inner)) {
      places.push([...path, key]);
      collect((inner as Record<string, unknown>)[key], [...path, key]);
    }
  };
  try {
    collect(value, []);
    const path = places[where % Math.max(1, places.length)];
    return path === undefined ? by : changeAt(value, path, how, by);
  } catch {
    // What was put in before fights back, or has no end.
    return value;
  }
}

/** Whether a value is a list or an object as JSON has them; not for what fights back. */
function isPlain(value: unknown): value is object {
  return (
    Array.isArray(value) ||
    (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype)
  );
}

function changeAt(
  value: unknown,
  [key, ...rest]: readonly (string | number)[],
  how: string,
  by: unknown,
): unknown {
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  const holder = copy as Record<string | number, unknown>;
  if (rest.length > 0) holder[key as string] = changeAt(holder[key as string], rest, how, by);
  else if (how === "replace") holder[key as string] = by;
  else if (how === "add") holder[Array.isArray(copy) ? copy.length : "added"] = by;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete holder[key as string];
  return copy;
}

function expectIssues(issues: readonly Issue[]): void {
  for (const { path, code, message } of issues) {
    expect(Array.isArray(path)).toBe(true);
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(message.length).toBeLessThan(2000);
  }
}

/** A result as JSON, but for what it says of bad rows, which may quote them. */
function withoutIssues(value: unknown): string {
  return JSON.stringify(value, (key, inner) => (key === "issues" ? undefined : inner));
}

describe.each(Object.keys(registry) as FactoryName[])("%s", (name) => {
  const factory = registry[name];
  const cases = good.get(name) ?? [];
  const configs = cases.map(({ config }) => config);

  test("has a case that expects a result", () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  const anyConfig = fc.oneof(
    anything,
    fc.dictionary(fc.constantFrom(...Object.keys(Object.assign({}, ...configs)), "x"), anything),
    spoilt(configs.length === 0 ? [{}] : configs),
  );

  test("check never throws, and the factory throws a TierwiseError where check finds something, else nothing", () => {
    fc.assert(
      fc.property(anyConfig, (config) => {
        const issues = factory.check(config);
        expectIssues(issues);
        try {
          calculatorOf(name, config);
          expect(issues).toEqual([]);
        } catch (error) {
          if (!(error instanceof TierwiseError)) throw error;
          expect(error.code).toBe("invalid-config");
          expect(issues.map(({ code, path }) => [code, path])).toEqual(
            error.issues.map(({ code, path }) => [code, path]),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  test("safe never throws on any input, and agrees with the call", () => {
    const made = cases.map(({ config, inputs }) => ({ calculator: calculatorOf(name, config), inputs }));
    const pairs = fc.constantFrom(...made).chain(({ calculator, inputs }) =>
      fc.record({
        calculator: fc.constant(calculator),
        input: fc.oneof(anything, spoilt(inputs), spoilt(inputs), fc.constantFrom(...inputs)),
      }),
    );
    fc.assert(
      fc.property(pairs, ({ calculator, input }) => {
        const outcome = calculator.safe(input);
        if (outcome.ok) {
          expect(withoutIssues(outcome.value)).not.toMatch(/NaN|Infinity/);
          expect(JSON.stringify(calculator(input))).toBe(JSON.stringify(outcome.value));
        } else {
          expect(outcome.error).toBeInstanceOf(TierwiseError);
          expect(outcome.error.code).toBe("invalid-input");
          expect(outcome.error.issueCount).toBeGreaterThan(0);
          expectIssues(outcome.error.issues);
          expect(() => calculator(input)).toThrow(TierwiseError);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("a config that went through JSON gives the same results", () => {
    for (const { config, inputs } of cases) {
      const [one, other] = [
        calculatorOf(name, config),
        calculatorOf(name, JSON.parse(JSON.stringify(config))),
      ];
      for (const input of inputs)
        expect(JSON.stringify(other.safe(input))).toBe(JSON.stringify(one.safe(input)));
    }
  });
});
