// The one test command: `npm test`, or `npm test -- types docs` for some stages and the build that they need.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const scratch = mkdtempSync(join(tmpdir(), "tierwise-checks-"));
const testReport = join(scratch, "tests.json");

const stages = [
  { name: "lint", run: "biome check --error-on-warnings" },
  { name: "rooms", run: "depcruise --config test/checks/rooms.cjs src" },
  { name: "build", run: "tsup" },
  { name: "types", needsBuild: true, run: "tsc && tsc -p test/checks/tsconfig.src.json" },
  {
    name: "tests",
    needsBuild: true,
    run: `vitest run --typecheck --config test/vitest.config.ts --reporter=default --reporter=json --outputFile=${testReport}`,
    count: countTests,
  },
  { name: "schemas", needsBuild: true, run: "node test/checks/schemas.mjs" },
  { name: "contents", needsBuild: true, run: "node test/checks/contents.mjs" },
  { name: "publint", needsBuild: true, run: "publint --strict" },
  { name: "attw", needsBuild: true, run: "attw --pack . --profile node16 --no-emoji" },
  { name: "size", needsBuild: true, run: "size-limit" },
  { name: "docstrings", run: "node test/checks/docstrings.mjs" },
  { name: "docs", run: "typedoc" },
  { name: "snippets", needsBuild: true, run: "node test/checks/snippets.mjs" },
  { name: "pictures", needsBuild: true, run: "node test/checks/pictures.mjs" },
  { name: "code-generation", needsBuild: true, run: "node test/checks/code-generation.mjs" },
  { name: "workers", needsBuild: true, run: "node test/checks/workers.mjs" },
  { name: "zod-settings", needsBuild: true, run: "node test/checks/zod-settings.mjs" },
  { name: "consumers", needsBuild: true, run: "node test/checks/consumers.mjs" },
  { name: "report", needsBuild: true, run: "node test/checks/report.mjs" },
  { name: "browser", needsBuild: true, run: "node test/checks/browser.mjs" },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.log(`no such stage: ${unknown.join(", ")}; there are ${stages.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}
const asked = ({ name }) => wanted.length === 0 || wanted.includes(name);
const chosen = stages.filter(
  (stage) =>
    asked(stage) || (stage.name === "build" && stages.some((other) => asked(other) && other.needsBuild)),
);

const total = { passed: 0, failed: 0 };
const skipped = [];
let built = true;

for (const stage of chosen) {
  if (stage.needsBuild && !built) {
    console.log(`${stage.name.padEnd(16)} FAILED: not run, because it needs the build`);
    total.failed += 1;
    continue;
  }
  process.stdout.write(`${stage.name.padEnd(16)} `);
  const start = performance.now();
  const { code, output } = await shell(stage.run);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const counts = { passed: 0, failed: 0, skipped: [], ...(stage.count ?? countOutput)(output, code) };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  if (stage.name === "build") built = code === 0;
  total.passed += counts.passed;
  total.failed += counts.failed;
  skipped.push(...counts.skipped.map((line) => `${stage.name}: ${line}`));
  const skips = counts.skipped.length === 0 ? "" : `, ${counts.skipped.length} skipped`;
  console.log(`${counts.passed} passed, ${counts.failed} failed${skips} (${seconds} s)`);
  if (counts.failed > 0) console.log(`${output.trimEnd()}\n`);
}

rmSync(scratch, { recursive: true, force: true });
for (const line of skipped) console.log(`skipped: ${line}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** A check script says its counts in its last line; any other command is one check. */
function countOutput(output, code) {
  const counts = /^(\d+) passed, (\d+) failed(, \d+ skipped)?$/.exec(
    output.trimEnd().split("\n").at(-1) ?? "",
  );
  if (counts === null) return code === 0 ? { passed: 1 } : { failed: 1 };
  const skips = output.split("\n").filter((line) => line.startsWith("skip  "));
  return {
    passed: Number(counts[1]),
    failed: Number(counts[2]),
    skipped: skips.map((line) => line.slice(6)),
  };
}

function countTests() {
  let report;
  try {
    report = JSON.parse(readFileSync(testReport, "utf8"));
  } catch {
    return { failed: 1 };
  }
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  const withStatus = (...statuses) => tests.filter(({ status }) => statuses.includes(status));
  return {
    passed: withStatus("passed").length,
    failed: withStatus("failed").length + broken.length,
    skipped: withStatus("skipped", "pending", "todo", "disabled").map(({ fullName }) => fullName.trim()),
  };
}

function shell(command) {
  return new Promise((resolve) => {
    const bin = join(process.cwd(), "node_modules", ".bin");
    const env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, NO_COLOR: "1", FORCE_COLOR: "0" };
    const child = spawn(command, { shell: true, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
