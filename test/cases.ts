// npm run cases -- DIR...     runs every case file (*.json) below the folders, or test/cases
// npm run cases -- --list     names every `use` with the JSON Schema of its config
//
// What a case file may say, and how results are compared, is at the top of case-runner.ts.
import { readFileSync } from "node:fs";
import { configJsonSchema, type FactoryName, registry } from "../src/registry.js";
import { caseFiles, runCase } from "./case-runner.js";

const wanted = process.argv.slice(2);
if (wanted.includes("--list")) list();
else run(wanted.length === 0 ? ["test/cases"] : wanted);

function list(): void {
  const blocks = Object.keys(registry).map(
    (name) => `${name}\n${JSON.stringify(configJsonSchema(name as FactoryName), null, 2)}`,
  );
  console.log(blocks.join("\n\n"));
}

function run(folders: readonly string[]): void {
  const count = { passed: 0, failed: 0 };
  const report = (path: string, name: string, lines: readonly string[]) => {
    count.failed += 1;
    console.log(
      [`${path}${name === "" ? "" : ` (${name})`}`, ...lines.map((line) => `  ${line}`)].join("\n"),
    );
  };
  for (const folder of folders) {
    const files = caseFiles(folder);
    if (files === undefined) report(folder, "", ["there is no such file or folder"]);
    else if (files.length === 0) console.log(`${folder}: no case files`);
    for (const path of files ?? []) {
      const { name, failures } = runCase(readFileSync(path, "utf8"));
      if (failures.length === 0) count.passed += 1;
      else
        report(
          path,
          name,
          failures.flatMap(({ path: place, expected, got }) => [
            place || "(whole)",
            `  expected: ${expected}`,
            `  got:      ${got}`,
          ]),
        );
    }
  }
  console.log(`${count.passed} passed, ${count.failed} failed`);
  process.exitCode = count.failed > 0 ? 1 : 0;
}
