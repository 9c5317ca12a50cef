// The shipped JSON Schemas, judged by a validator that is not ours: each compiles, refuses what has an unknown property,
// and accepts every preset and the config of every case that expects a result.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import * as presets from "tierwise/presets";
import { registry } from "tierwise/registry";
import { caseFiles } from "./cases.mjs";
import { check, finish } from "./check.mjs";

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
const validators = new Map();

for (const name of Object.keys(registry)) {
  await check(`${name}.json compiles, and refuses an unknown property`, () => {
    const schema = JSON.parse(readFileSync(`dist/schemas/${name}.json`, "utf8"));
    const validate = ajv.compile(schema);
    validators.set(name, validate);
    validate({ "no such property": 1 });
    const refused = validate.errors?.some(({ keyword }) =>
      /^(additional|unevaluated)Properties$/.test(keyword),
    );
    if (!refused) throw new Error("it lets an unknown property pass");
  });
}

for (const [name, preset] of Object.entries(presets)) {
  await check(`preset ${name}`, () => accept("compilePolicy", preset));
}

for (const { path, text } of caseFiles()) {
  const { use, config, expect, steps } = JSON.parse(text);
  if (expect === undefined && steps === undefined) continue;
  await check(path, () => accept(use, config));
}

finish();

function accept(name, config) {
  const validate = validators.get(name);
  if (validate === undefined) throw new Error(`no schema for ${name}`);
  if (!validate(JSON.parse(JSON.stringify(config))))
    throw new Error(ajv.errorsText(validate.errors, { separator: "\n" }));
}
