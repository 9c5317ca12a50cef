// The packed package, installed in throw-away projects: ES modules, CommonJS, and TypeScript with both ways of resolving.
// (The classic script in a browser is in browser.mjs.)
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { check, finish, same } from "./check.mjs";
import { withTarball } from "./pack.mjs";

const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");

const imports = `
import { allocation } from "tierwise";
import { keyAccountManagers } from "tierwise/presets";
import { compilePolicy } from "tierwise";
import { registry } from "tierwise/registry";
import * as locales from "tierwise/locales";
import { policyHash } from "tierwise/audit";`;
const requires = `
const { allocation, compilePolicy } = require("tierwise");
const { keyAccountManagers } = require("tierwise/presets");
const { registry } = require("tierwise/registry");
const locales = require("tierwise/locales");
const { policyHash } = require("tierwise/audit");
const schema = require("tierwise/schemas/allocation.json");
if (schema.title !== "allocation") throw new Error("schema");`;
const use = `
compilePolicy(keyAccountManagers);
if (registry.allocation !== allocation) throw new Error("two copies");
if (!/^[0-9a-f]{64}$/.test(policyHash(keyAccountManagers))) throw new Error("no hash");
if (Object.keys(locales).length === 0) throw new Error("no locales");
const { parts } = allocation({ currency: "USD" })({
  amount: "8.00",
  shares: [{ id: "a", share: 1 }, { id: "b", share: 1 }, { id: "c", share: 1 }],
});
console.log(JSON.stringify(parts.map((part) => part.amount)));`;
const typed = `
const first: string | undefined = parts[0]?.amount.toFixed(2);
// @ts-expect-error a currency is a text
export const wrong = () => allocation({ currency: 5 });
export { first };`;

const strict = [
  "--strict",
  "--exactOptionalPropertyTypes",
  "--noUncheckedIndexedAccess",
  "--target",
  "es2022",
];
const flags = [...strict, "--lib", "es2022,dom", "--outDir", "out"];
const projects = {
  "ES modules": { files: { "main.mjs": imports + use }, run: ["main.mjs"] },
  CommonJS: { files: { "main.cjs": requires + use }, run: ["main.cjs"] },
  "TypeScript, moduleResolution node16": {
    files: { "main.mts": imports + use + typed, "other.cts": imports + use + typed },
    compile: ["--module", "node16", "--moduleResolution", "node16", ...flags, "main.mts", "other.cts"],
    run: ["out/main.mjs", "out/other.cjs"],
  },
  "TypeScript, moduleResolution bundler": {
    files: { "main.mts": imports + use + typed },
    compile: ["--module", "esnext", "--moduleResolution", "bundler", ...flags, "main.mts"],
    run: ["out/main.mjs"],
  },
};

await withTarball(async (tarball, folder) => {
  for (const [name, { files, compile, run }] of Object.entries(projects)) {
    await check(name, () => {
      const project = join(folder, name.replace(/\W+/g, "-"));
      mkdirSync(project);
      for (const [file, text] of Object.entries({ "package.json": '{ "private": true }', ...files })) {
        writeFileSync(join(project, file), text);
      }
      command(project, "npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", tarball]);
      if (compile !== undefined) command(project, process.execPath, [tsc, ...compile]);
      for (const file of run)
        same(command(project, process.execPath, [file]).trim(), '["2.67","2.67","2.66"]', file);
    });
  }
});

finish();

function command(cwd, program, args) {
  try {
    return execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    throw new Error(`${program} ${args.join(" ")}\n${error.stdout}${error.stderr}`);
  }
}
