import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "tsup";

/** What is bundled into the package, so that nobody has to install it: what audit records are hashed with. */
const BUNDLED = ["@noble/hashes", "canonicalize"];

const GLOBALS_OF_ZOD = ["__zod_globalConfig", "__zod_globalRegistry"];

// Once, before both builds: `clean` in one of them would race with the output of the other.
rmSync("dist", { recursive: true, force: true });

export default defineConfig([
  {
    entry: {
      index: "src/index.ts",
      presets: "src/presets/index.ts",
      registry: "src/registry.ts",
      locales: "src/locales/index.ts",
      audit: "src/audit/index.ts",
      batch: "src/batch/index.ts",
      workers: "src/workers/index.ts",
      worker: "src/workers/worker.ts",
    },
    noExternal: BUNDLED,
    format: ["esm", "cjs"],
    target: "es2022",
    // TypeScript 6 warns of the baseUrl that tsup sets.
    dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
    splitting: true,
    shims: true,
    sourcemap: true,
    treeshake: false,
    // Puts numbers in the place of constants, which loops over columns would look up in each row: bundling makes variables of them. What makes CommonJS of it does not take the syntax.
    esbuildOptions(options, { format }) {
      options.minifySyntax = format === "esm";
    },
    async onSuccess() {
      makeMapsRelative();
      writeLicenses();
      await writeSchemas();
    },
  },
  {
    entry: { tierwise: "src/global.ts" },
    format: "iife",
    globalName: "tierwise",
    platform: "browser",
    target: "es2020",
    noExternal: [/./],
    minify: true,
    sourcemap: true,
    // zod keeps its settings in globals, which other scripts' own zod would share: those that were not there before are taken away, as zod looks for them when it is loaded.
    banner: {
      js: `"use strict";{const ofZod=${JSON.stringify(GLOBALS_OF_ZOD)}.filter((name)=>!(name in globalThis));`,
    },
    footer: { js: "for(const name of ofZod)delete globalThis[name]}" },
  },
]);

/** Writes the JSON Schema of every factory's config to dist/schemas. */
async function writeSchemas() {
  const { configJsonSchema, registry } = await import(new URL("dist/registry.js", import.meta.url).href);
  mkdirSync("dist/schemas", { recursive: true });
  for (const name of Object.keys(registry)) {
    writeFileSync(`dist/schemas/${name}.json`, `${JSON.stringify(configJsonSchema(name), null, 2)}\n`);
  }
}

/** The source maps of split CommonJS files name this machine's folder; a published package should not. */
function makeMapsRelative() {
  for (const name of readdirSync("dist").filter((file) => file.endsWith(".cjs.map"))) {
    const map = readFileSync(`dist/${name}`, "utf8");
    writeFileSync(`dist/${name}`, map.replaceAll(`${resolve("dist")}/`, ""));
  }
}

/** The licences of what is bundled, in the modules or in the classic script, ask to go with it. */
function writeLicenses() {
  const texts = [...BUNDLED, "decimal.js", "zod"].map((name) => {
    const folder = `node_modules/${name}`;
    const { version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    return `${name} ${version}\n\n${readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
  });
  writeFileSync("dist/bundled-licenses.txt", texts.join(`\n${"-".repeat(80)}\n\n`));
}
