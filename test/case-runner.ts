// Runs case files: a config, an input and what must come out of them, as JSON.
//
//     { "name": "...", "source": "...", "use": "commission", "config": {...}, "input": {...}, "expect": {...} }
//
// - `use` is the public name of a factory; `source` says where the figures come from.
// - In place of `expect`, `expectError` is `{ code, path }`, or a list of them: each is among the issues of the error that the config, or
//   else the input, gives. `path` is a text such as `indicators[0].weight` ("" is the whole) or a list; without it, any place will do. `code` may also be
//   the error's own: "invalid-config" or "invalid-input". A case of a bad config needs no input.
// - In place of `input` and `expect`, `steps` is a list of `{ input, expect }`: several inputs of one config. For reducers each step's `standing`, `balance`, `holding` or `ledger` is
//   the one that the result before it returned, unless the step's input names its own.
// - `tolerance` is how far a number may be from the expected one; without it numbers are the same exactly.
//
// How `expect` is compared with a result:
// - An object names the properties that matter; the result may have others. `null` says that the result has no such property.
// - A list is compared item by item, and has as many items as the result. To name only some items of a list, write an object with their
//   positions as keys: `{ "0": {...}, "2": {...} }`.
// - Where the result has a number, the expected one may be a number, a decimal text or a fraction text: 83.25, "83.250" and "333/4" are the same.
// - Where the result has a text, true or false, the expected value is the same.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { Decimal as SharedDecimal } from "decimal.js";
import { pathText, TierwiseError } from "../src/index.js";
import { calculatorOf, isFactoryName, registry } from "../src/registry.js";

/** One thing that is not as the case says. */
export interface Failure {
  readonly path: string;
  readonly expected: string;
  readonly got: string;
}

/** What came of one case; it passed where there is no failure. */
export interface Outcome {
  readonly name: string;
  readonly failures: readonly Failure[];
}

type Json = Readonly<Record<string, unknown>>;
type Place = readonly (string | number)[];

interface Step {
  readonly input: unknown;
  readonly expect: unknown;
}

const KEYS = ["name", "source", "use", "config", "input", "expect", "expectError", "steps", "tolerance"];
const Decimal = SharedDecimal.clone({ defaults: true, precision: 5000, toExpNeg: -1000, toExpPos: 1000 });
type Decimal = InstanceType<typeof Decimal>;

/** The case files below a folder in order, or the file itself; undefined where there is none. */
export function caseFiles(folder: string): readonly string[] | undefined {
  if (!existsSync(folder)) return undefined;
  if (!statSync(folder).isDirectory()) return [folder];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Runs the case that a file holds. Whatever is wrong with the file is a failure. */
export function runCase(text: string): Outcome {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    return { name: "", failures: [failure([], "JSON", (error as Error).message)] };
  }
  const name = isObject(file) && typeof file.name === "string" ? file.name : "";
  const wrong = checkFile(file);
  return { name, failures: wrong.length > 0 ? wrong : runChecked(file as Json) };
}

/** What is wrong with a case file itself. */
function checkFile(file: unknown): readonly Failure[] {
  if (!isObject(file)) return [failure([], "an object with name, use and config", show(file))];
  const failures: Failure[] = [];
  const expectIs = (good: boolean, key: string, expected: string) => {
    if (!good) failures.push(failure([key], expected, show(file[key])));
  };
  const unknown = (holder: Json, known: readonly string[], path: Place) => {
    for (const key of Object.keys(holder)) {
      if (!known.includes(key))
        failures.push(failure([...path, key], `one of ${known.join(", ")}`, "a key that is not known here"));
    }
  };
  unknown(file, KEYS, []);
  expectIs(typeof file.name === "string" && file.name !== "", "name", "a text");
  expectIs(file.source === undefined || typeof file.source === "string", "source", "a text");
  expectIs(
    typeof file.use === "string" && isFactoryName(file.use),
    "use",
    `one of ${Object.keys(registry).join(", ")}`,
  );
  expectIs("config" in file, "config", "a config");
  expectIs(
    file.tolerance === undefined || !(toNumber(file.tolerance)?.lt(0) ?? true),
    "tolerance",
    "a number of at least 0",
  );
  const ways = ["expect", "expectError", "steps"].filter((key) => key in file);
  if (ways.length !== 1)
    failures.push(failure([], "one of expect, expectError and steps", ways.join(" and ") || "none of them"));
  if ("expect" in file) expectIs("input" in file, "input", "an input");
  if ("expectError" in file) {
    const wanted = Array.isArray(file.expectError) ? file.expectError : [file.expectError];
    expectIs(
      wanted.length > 0 && wanted.every(isWantedIssue),
      "expectError",
      "{ code, path } or a list of them",
    );
  }
  if ("steps" in file) {
    expectIs(!("input" in file), "input", "no input beside steps");
    const steps = Array.isArray(file.steps) ? file.steps : [];
    expectIs(steps.length > 0, "steps", "a list of { input, expect }");
    for (const [index, step] of steps.entries()) {
      if (isObject(step) && isObject(step.input) && "expect" in step)
        unknown(step, ["input", "expect"], ["steps", index]);
      else failures.push(failure(["steps", index], "{ input, expect }", show(step)));
    }
  }
  return failures;
}

function runChecked(file: Json): readonly Failure[] {
  const use = file.use as keyof typeof registry;
  const tolerance = toNumber(file.tolerance ?? 0) as Decimal;
  const wanted = "expectError" in file ? file.expectError : undefined;
  const made = attempt(() => calculatorOf(use, file.config));
  if ("error" in made) return judgeError(made.error, wanted, "config");
  if (wanted !== undefined) {
    if (!("input" in file)) return [failure([], `the error ${show(wanted)}`, "a config that is good")];
    const got = attempt(() => made.value(file.input));
    if ("error" in got) return judgeError(got.error, wanted, "input");
    return [failure([], `the error ${show(wanted)}`, `the result ${show(got.value)}`)];
  }
  const steps = (file.steps as readonly Step[] | undefined) ?? [file as unknown as Step];
  const failures: Failure[] = [];
  let carried: Json = {};
  for (const [index, { input, expect }] of steps.entries()) {
    const place = file.steps === undefined ? [] : ["steps", index];
    const got = attempt(() =>
      made.value(file.steps === undefined ? input : { ...carried, ...(input as Json) }),
    );
    if ("error" in got) {
      failures.push(...judgeError(got.error, undefined, "input").map((one) => within(place, one)));
      break;
    }
    failures.push(...compare(expect, got.value, place, tolerance));
    carried = carriedOver(got.value);
  }
  return failures;
}

/** What a reducer hands on from one step to the next. */
const CARRIED = ["standing", "balance", "holding", "ledger"];

function carriedOver(result: unknown): Json {
  if (!isObject(result)) return {};
  return Object.fromEntries(
    CARRIED.flatMap((name) => (result[name] === undefined ? [] : [[name, result[name]]])),
  );
}

/** Whether an error is the one that a case wants; without `wanted`, none is. */
function judgeError(error: unknown, wanted: unknown, of: "config" | "input"): readonly Failure[] {
  if (!(error instanceof TierwiseError)) {
    const got = error instanceof Error ? `${error.name}: ${error.message}` : show(error);
    return [failure([], wanted === undefined ? "a result" : "a TierwiseError", `a crash: ${got}`)];
  }
  const issues = error.issues.map(
    ({ path, code, message }) => `${code} at ${pathText(path) || "the whole"}: ${message}`,
  );
  const got = `of the ${of}:\n${issues.map((line) => `      ${line}`).join("\n")}`;
  if (wanted === undefined) return [failure([], "a result", `problems ${got}`)];
  return (Array.isArray(wanted) ? wanted : [wanted])
    .filter(({ code, path }) => {
      const place = Array.isArray(path) ? pathText(path) : path;
      return !error.issues.some(
        (issue) =>
          (issue.code === code || error.code === code) &&
          (place === undefined || pathText(issue.path) === place),
      );
    })
    .map((one) => failure([], `the error ${show(one)}`, `others ${got}`));
}

/** Where a result is not as expected; the rules are at the top of this file. */
export function compare(
  expected: unknown,
  got: unknown,
  path: Place,
  tolerance: Decimal,
): readonly Failure[] {
  const different = () => [failure(path, show(expected), show(got))];
  if (expected === null) return got === undefined ? [] : [failure(path, "no such property", show(got))];
  if (typeof got === "number" || SharedDecimal.isDecimal(got)) {
    const [right, is] = [toNumber(expected), toNumber(got)];
    if (right === undefined || is === undefined) return different();
    return is.minus(right).abs().lte(tolerance) ? [] : different();
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(got)) return different();
    const items = expected
      .slice(0, got.length)
      .flatMap((item, index) => compare(item, got[index], [...path, index], tolerance));
    const length = failure(path, `a list of ${expected.length}`, `a list of ${got.length}: ${show(got)}`);
    return expected.length === got.length ? items : [...items, length];
  }
  if (isObject(expected)) {
    if (typeof got !== "object" || got === null) return different();
    return Object.entries(expected).flatMap(([key, value]) => {
      const place = [...path, Array.isArray(got) && /^\d+$/.test(key) ? Number(key) : key];
      return compare(value, Object.hasOwn(got, key) ? (got as Json)[key] : undefined, place, tolerance);
    });
  }
  return expected === got ? [] : different();
}

/** The number that a JSON value or a result's number stands for. */
function toNumber(value: unknown): Decimal | undefined {
  if (SharedDecimal.isDecimal(value)) return new Decimal(value.toFixed());
  if (typeof value !== "number" && typeof value !== "string") return undefined;
  const parts = String(value).split("/");
  if (parts.length > 2 || !parts.every((part) => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(part)))
    return undefined;
  const [top, bottom] = parts.map((part) => new Decimal(part));
  return bottom === undefined ? top : top?.div(bottom);
}

function attempt<T>(work: () => T): { readonly value: T } | { readonly error: unknown } {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}

function isWantedIssue(value: unknown): boolean {
  if (!isObject(value) || typeof value.code !== "string") return false;
  if (Object.keys(value).some((key) => key !== "code" && key !== "path")) return false;
  const { path } = value;
  return (
    path === undefined ||
    typeof path === "string" ||
    (Array.isArray(path) && path.every((key) => typeof key === "string" || typeof key === "number"))
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function failure(path: Place, expected: string, got: string): Failure {
  return { path: pathText(path), expected, got };
}

function within(place: Place, inner: Failure): Failure {
  return { ...inner, path: [pathText(place), inner.path].filter((part) => part !== "").join(".") };
}

function show(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}...` : text;
}
