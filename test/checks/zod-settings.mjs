// The user's own zod is as it was: whatever it was set to, before and after tierwise makes schemas and meets bad configs.
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { check, finish, same } from "./check.mjs";

const states = {
  "nothing set": {},
  "jitless: false": { jitless: false },
  "jitless: true": { jitless: true },
  "a custom error": { customError: () => "mine" },
};

if (isMainThread) {
  for (const state of Object.keys(states)) {
    await check(`with ${state}`, async () => {
      const { before, after } = await inFreshWorker(state);
      same(after, before, "z.config()");
    });
  }
  finish();
} else {
  const z = await import("zod");
  z.config(states[workerData]);
  const before = snapshot(z);
  const { registry } = await import("tierwise/registry");
  const { compilePolicy } = await import("tierwise");
  const { keyAccountManagers } = await import("tierwise/presets");
  compilePolicy(keyAccountManagers);
  for (const factory of Object.values(registry)) {
    factory.check({ "no such property": 1 });
    try {
      factory(null);
    } catch {}
  }
  parentPort.postMessage({ before, after: snapshot(z) });
}

function snapshot(z) {
  return Object.entries(Object.getOwnPropertyDescriptors(z.config())).map(([name, { value, ...flags }]) => [
    name,
    String(value),
    flags,
  ]);
}

/** zod's settings are global and tierwise makes a schema once, so each state needs a world of its own. */
function inFreshWorker(state) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: state });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
