// Every code block in README, docs and docstrings: TypeScript is type-checked against the built package and run, JavaScript is
// run (a block that uses the global `tierwise`, after the classic script in a bare context), JSON is parsed, and a policy
// checked. Assertions are those of assertions.mjs. Each block stands alone. (Pages, in html blocks, are shown by browser.mjs.)
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { createContext, runInContext } from "node:vm";
import { compilePolicy } from "tierwise";
import ts from "typescript";
import { withAssertions } from "./assertion-syntax.mjs";
import { createAssertions } from "./assertions.mjs";
import { blocks } from "./blocks.mjs";
import { check, finish, same } from "./check.mjs";

const found = blocks();
const inLanguage = (language) => found.filter((block) => block.language === language);
// Inside the package, so that "tierwise" is the package itself.
const folder = mkdtempSync(resolve(".snippets-"));

try {
  const problems = typeProblems(inLanguage("ts"));
  for (const block of inLanguage("ts")) {
    await check(block.where, () => {
      if (problems.has(block)) throw new Error(problems.get(block));
      return runModule(block);
    });
  }
  for (const block of inLanguage("js")) {
    await check(block.where, () => (usesGlobal(block) ? runClassic(block) : runModule(block)));
  }
  for (const block of inLanguage("json")) {
    await check(block.where, () => {
      const value = JSON.parse(block.text);
      if (block.before === "<!-- policy -->") same(compilePolicy.check(value), [], "problems of the policy");
    });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

finish();

/** The type errors of each block that has any. */
function typeProblems(typed) {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ".");
  const files = new Map(typed.map((block) => [fileOf(block, "ts"), block]));
  for (const [file, { text }] of files) writeFileSync(file, text);
  const lenient = { noUnusedLocals: false, noUnusedParameters: false };
  const program = ts.createProgram([...files.keys()], {
    ...options,
    ...lenient,
    moduleDetection: ts.ModuleDetectionKind.Force,
  });
  const problems = new Map();
  for (const { file, start, messageText } of ts.getPreEmitDiagnostics(program)) {
    const block = files.get(file?.fileName);
    const text = ts.flattenDiagnosticMessageText(messageText, "\n");
    if (block === undefined) throw new Error(`${file?.fileName ?? "tsconfig.json"}: ${text}`);
    const line = block.line + file.getLineAndCharacterOfPosition(start).line;
    problems.set(block, `${problems.get(block) ?? ""}line ${line}: ${text}\n`);
  }
  return problems;
}

/** Runs a block in a process of its own. */
async function runModule(block) {
  const { text, lines } = withAssertions(block.text, block.line);
  const file = fileOf(block, /\brequire\(/.test(text) ? "cjs" : "mjs");
  const javascript = ts.transpile(text, { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext });
  writeFileSync(file, file.endsWith("cjs") ? text : javascript);
  const env = { ...process.env, ASSERTION_LINES: JSON.stringify(lines) };
  const assertions = new URL("assert-block.mjs", import.meta.url).href;
  await promisify(execFile)(process.execPath, ["--import", assertions, file], { env, timeout: 60_000 });
}

/** Runs a block as a classic script, where there is nothing but the language and `tierwise`. */
function runClassic(block) {
  const { text, lines } = withAssertions(block.text, block.line);
  const { assertJson, problems } = createAssertions(lines);
  const context = createContext({ assertJson }, { codeGeneration: { strings: false, wasm: false } });
  runInContext(readFileSync("dist/tierwise.global.js", "utf8"), context);
  runInContext(text, context);
  if (problems().length > 0) throw new Error(problems().join("\n"));
}

function usesGlobal({ text }) {
  return /\btierwise\./.test(text) && !/\bimport\b|\brequire\(/.test(text);
}

function fileOf({ where }, extension) {
  return join(folder, `${where.replace(/\W+/g, "-")}.${extension}`);
}
