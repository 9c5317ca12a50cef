import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";

const ROOT = new URL("../..", import.meta.url).pathname;
const OUT = `${ROOT}declared/`;
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  types: ["node"],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

/** The declarations of the package, as an editor of its user reads them; nothing is written. */
function declarations(): ts.Program {
  const files = new Map<string, string>();
  const emitted = {
    ...OPTIONS,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: `${ROOT}src`,
    outDir: OUT,
  };
  ts.createProgram([`${ROOT}src/index.ts`], emitted).emit(undefined, (path, text) => files.set(path, text));
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, directoryExists } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.directoryExists = (path) => path.startsWith(OUT.slice(0, -1)) || directoryExists?.(path) === true;
  host.readFile = (path) => files.get(path) ?? ts.sys.readFile(path);
  host.getSourceFile = (path, version) => {
    const text = files.get(path) ?? (ts.sys.fileExists(path) ? readFileSync(path, "utf8") : undefined);
    return text === undefined ? undefined : ts.createSourceFile(path, text, version);
  };
  return ts.createProgram([`${OUT}index.d.ts`], OPTIONS, host);
}

test("an editor shows what each property of a weight schema, an indicator and a measure means", () => {
  const program = declarations();
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(
    program.getSourceFile(`${OUT}index.d.ts`) as ts.Node,
  ) as ts.Symbol;
  const propertiesOf = (name: string) => {
    const alias = checker.getExportsOfModule(module).find((one) => one.name === name) as ts.Symbol;
    const type = checker.getDeclaredTypeOfSymbol(checker.getAliasedSymbol(alias));
    const types = type.isUnion() ? type.types : [type];
    return types
      .flatMap((one) => one.getProperties())
      .map((property) => ({
        name: `${name}.${property.name}`,
        text: ts.displayPartsToString(property.getDocumentationComment(checker)),
      }));
  };
  const all = ["WeightSchema", "WeightSchemaItem", "MeasureConfig"].flatMap(propertiesOf);
  expect(all.length).toBeGreaterThan(80);
  expect(all.find(({ name }) => name === "MeasureConfig.floor")?.text).toBe(
    "Below this attainment the score is 0; 0% where nothing is said.",
  );
  expect(all.filter(({ text }) => text === "").map(({ name }) => name)).toEqual([]);
}, 60_000);
