import { expect, test } from "vitest";
import * as z from "zod";
import { compilePolicy } from "../../src/index.js";
import { keyAccountManagers } from "../../src/presets/index.js";
import { configJsonSchema, type FactoryName, registry } from "../../src/registry.js";

const useAll = () => {
  for (const [name, factory] of Object.entries(registry)) {
    factory.check({});
    configJsonSchema(name as FactoryName);
  }
  compilePolicy(keyAccountManagers).review.safe({});
};

// In this order: schemas are made once, the first time that they are used.
test("zod's setting that is absent stays absent", () => {
  const settings = z.config();
  expect(Object.hasOwn(settings, "jitless")).toBe(false);
  useAll();
  expect(Object.hasOwn(settings, "jitless")).toBe(false);
  expect(z.config()).toBe(settings);
});

test.each([true, false, undefined])("zod's setting jitless: %s stays as it is", (jitless) => {
  const settings = z.config() as Record<string, unknown>;
  settings.jitless = jitless;
  try {
    useAll();
    expect(Object.getOwnPropertyDescriptor(settings, "jitless")).toEqual({
      value: jitless,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  } finally {
    delete settings.jitless;
  }
});

test("nothing is written into the registry that zod shares", () => {
  const schema = z.object({ a: z.string() });
  useAll();
  expect(z.globalRegistry.has(schema)).toBe(false);
  expect(z.globalRegistry.has(registry.scorer.configSchema as never)).toBe(false);
});
