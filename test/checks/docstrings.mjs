// Every public name has a docstring. (typedoc asks this of all kinds but functions: with those it would ask it of each method.)
import ts from "typescript";
import { check, finish } from "./check.mjs";

const { typedocOptions } = ts.readConfigFile("package.json", ts.sys.readFile).config;
const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ".");
const program = ts.createProgram(typedocOptions.entryPoints, options);
const checker = program.getTypeChecker();

for (const entry of typedocOptions.entryPoints) {
  await check(entry, () => {
    const names = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)));
    if (names.length === 0) throw new Error("it exports nothing");
    const silent = names.filter((name) => documentation(name).length === 0).map(({ name }) => name);
    if (silent.length > 0) throw new Error(`without a docstring: ${silent.join(", ")}`);
  });
}

finish();

function documentation(name) {
  const original = name.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(name) : name;
  return original.getDocumentationComment(checker);
}
