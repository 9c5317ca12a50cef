// tierwise works where code generation from strings is forbidden, and does not even probe for it: as a classic script in a
// bare context (no Node globals), and as a module. Every schema is made, every preset compiled and every case run.
import { readFileSync } from "node:fs";
import { createContext, runInContext, runInThisContext } from "node:vm";
import { caseFiles } from "./cases.mjs";
import { check, finish, same } from "./check.mjs";

/** Replaces eval and every constructor of functions by one that notes the call. */
const spies = `(() => {
  const calls = [];
  const spy = (name, real) => new Proxy(real, {
    apply(target, self, args) { calls.push(name); return Reflect.apply(target, self, args); },
    construct(target, args, made) { calls.push("new " + name); return Reflect.construct(target, args, made); },
  });
  for (const example of [function () {}, async function () {}, function* () {}, async function* () {}]) {
    const prototype = Object.getPrototypeOf(example);
    const real = prototype.constructor;
    Object.defineProperty(prototype, "constructor", { value: spy(real.name, real) });
  }
  globalThis.Function = (function () {}).constructor;
  globalThis.eval = spy("eval", eval);
  return calls;
})()`;

/** Uses all of the library; it runs in either world, so it is a text there and here. */
const useEverything = `((tierwise, cases) => {
  const { allocation, compilePolicy, configJsonSchema, keyAccountManagers, registry } = tierwise;
  for (const [name, factory] of Object.entries(registry)) {
    factory.check({ "no such property": 1 });
    configJsonSchema(name);
  }
  for (const text of cases) {
    const { use, config, input, steps = [{ input }] } = JSON.parse(text);
    if (registry[use].check(config).length > 0) continue;
    const product = registry[use](config);
    const calculator = typeof product === "function" ? product : product.review;
    for (const step of steps) calculator?.safe?.(step.input);
  }
  compilePolicy(keyAccountManagers);
  if (!/^[0-9a-f]{64}$/.test(tierwise.policyHash(keyAccountManagers))) throw new Error("no hash");
  const shares = [{ id: "a", share: 1 }, { id: "b", share: 1 }, { id: "c", share: 1 }];
  const { parts } = allocation({ currency: "USD" })({ amount: "8.00", shares });
  return JSON.stringify(parts.map((part) => part.amount));
})`;

const classicScript = readFileSync("dist/tierwise.global.js", "utf8");
const texts = caseFiles().map(({ text }) => text);
const thirds = '["2.67","2.67","2.66"]';

function bareContext() {
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  return { calls: runInContext(spies, context), run: (code) => runInContext(code, context) };
}

await check("the spies see a probe in a bare context", () => {
  const { calls, run } = bareContext();
  run("try { new Function(''); } catch {} try { (0, eval)('1'); } catch {}");
  same([...calls], ["new Function", "eval"]);
});

await check("the classic script in a bare context: right result, no probe", () => {
  const { calls, run } = bareContext();
  run(classicScript);
  same(run(useEverything)(run("tierwise"), texts), thirds);
  same([...calls], []);
});

await check("the classic script leaves one global, and zod's where they were there before", () => {
  const names = "Object.getOwnPropertyNames(globalThis)";
  for (const before of ["", "globalThis.__zod_globalConfig = {};"]) {
    const { run } = bareContext();
    run(before);
    const known = [...run(names)];
    run(classicScript);
    same(
      [...run(names)].filter((name) => !known.includes(name)),
      ["tierwise"],
    );
    same(
      known.filter((name) => !run(names).includes(name)),
      [],
    );
  }
});

await check("the modules: right result, no probe", async () => {
  const calls = runInThisContext(spies);
  const modules = await Promise.all(
    [
      "tierwise",
      "tierwise/presets",
      "tierwise/registry",
      "tierwise/audit",
      "tierwise/batch",
      "tierwise/workers",
    ].map((name) => import(name)),
  );
  same(runInThisContext(useEverything)(Object.assign({}, ...modules), texts), thirds);
  same([...calls], []);
  try {
    new Function("");
  } catch {}
  same([...calls], ["new Function"], "the spies see a probe among modules");
});

finish();
