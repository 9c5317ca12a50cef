import * as z from "zod/mini";
import type { IssueCode } from "./codes.js";
import { type Decimal, isDecimal } from "./decimal.js";
import type { Path } from "./errors.js";
import { judgeBy, MISFIT, readerOf } from "./fit.js";
import { isSealed, withoutUndefined } from "./plain.js";
import { type Report, startsWith } from "./report.js";
import { didYouMean, show, showChoices } from "./show.js";

/** What zod calls a schema of anything. */
export type AnySchema = z.ZodMiniType;

/** The value that a schema describes, as callers write it; lists and objects may be readonly. */
export type Written<S extends () => AnySchema> = Plain<z.input<ReturnType<S>>>;

/** The same value as it is after the check, with defaults filled in. */
export type Checked<S extends () => AnySchema> = Plain<z.output<ReturnType<S>>>;

/** The same for the fields of an object, of which editors show what is said of each. */
export type WrittenFields<Fields extends () => z.core.$ZodShape> = Plain<
  z.input<z.ZodMiniObject<ReturnType<Fields>, z.core.$strict>>
>;

/** Readonly all the way down. */
export type Plain<T> = unknown extends T
  ? T
  : T extends Decimal | string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Plain<Item>[]
      : { readonly [Key in keyof T]: Plain<T[Key]> };

interface Notes {
  readonly description?: string;
  readonly json?: object;
  /** By a property that is not there: what to write instead. */
  readonly instead?: Readonly<Record<string, string>>;
}

/** Our own registry, so that nothing is written into the one that zod shares with the user. */
const notes = /* @__PURE__ */ z.registry<Notes>();

/**
 * A schema that is made when it is first asked for, without code generation and without a probe for it. zod reads a setting
 * that it shares with the user's own zod; it is put back at once.
 */
export function lazySchema<S extends AnySchema>(make: () => S): () => S {
  let made: S | undefined;
  return () => {
    made ??= withoutCodeGeneration(make);
    return made;
  };
}

function withoutCodeGeneration<T>(make: () => T): T {
  const settings = z.config();
  const before = Object.getOwnPropertyDescriptor(settings, "jitless");
  settings.jitless = true;
  try {
    return make();
  } finally {
    if (before === undefined) delete settings.jitless;
    else Object.defineProperty(settings, "jitless", before);
  }
}

/** Adds a description, which the JSON Schema shows. */
export function described<S extends AnySchema>(schema: S, description: string): S {
  notes.add(schema, { ...notes.get(schema), description });
  return schema;
}

/** The same schema of an object, which says what to write instead of some properties that it does not have. */
export function orInstead<S extends AnySchema>(schema: S, instead: Readonly<Record<string, string>>): S {
  notes.add(schema, { ...notes.get(schema), instead });
  return schema;
}

/** A list, with at least `least` items. */
export function list<S extends AnySchema>(item: S, least = 0) {
  return z.array(item).check(z.minLength(least));
}

/** What a judge found wrong. */
export interface Problem {
  readonly code: IssueCode;
  readonly message: string;
}

/** A value that `problem` judges: it returns what is wrong, or undefined. `json` is its JSON Schema. */
export function judged<T>(
  problem: (value: unknown) => Problem | undefined,
  json: object,
): z.ZodMiniCustom<T, T> {
  const schema = z.custom<T>().check((context) => {
    const found = problem(context.value);
    if (found === undefined) return;
    context.issues.push({
      code: "custom",
      input: context.value,
      message: found.message,
      params: { code: found.code },
    });
  });
  notes.add(schema, { json });
  judgeBy(schema, problem);
  return schema;
}

/** The same schema of an object, in which `problem` judges what its properties say together; what is wrong is noted at one of them. */
export function judgedObject<S extends z.ZodMiniObject>(
  schema: S,
  at: string,
  problem: (value: z.output<S>) => Problem | undefined,
): S {
  return schema.check((context) => {
    const found = problem(context.value);
    if (found === undefined) return;
    const { code, message } = found;
    context.issues.push({ code: "custom", input: context.value, path: [at], message, params: { code } });
  });
}

/** The same schema, which takes what is sealed as it is. */
export function orSealed<S extends AnySchema>(schema: S): z.ZodMiniCustom<z.output<S>, z.input<S>> {
  return z.custom<z.output<S>, z.input<S>>().check((context) => {
    if (isSealed(context.value)) return;
    const issues = schema.safeParse(context.value).error?.issues ?? [];
    context.issues.push(
      ...issues.map((issue) => ({ ...issue, input: context.value }) as z.core.$ZodRawIssue),
    );
  });
}

/** What a schema says of one value, for who walks over a document together with its schema. */
export type SchemaPart =
  | { readonly kind: "object"; readonly fields: Readonly<Record<string, AnySchema>> }
  | { readonly kind: "list"; readonly item: AnySchema }
  | { readonly kind: "record"; readonly item: AnySchema }
  | { readonly kind: "value"; readonly json?: object; readonly choices?: readonly unknown[] };

/** What is inside a schema, where it is optional, has a default or is one of several: of those, the one that fits the value. */
export function schemaPart(schema: AnySchema, value: unknown): SchemaPart {
  const { def } = schema._zod as unknown as { def: Definition };
  const json = notes.get(schema)?.json;
  switch (def.type) {
    case "optional":
    case "default":
      return schemaPart(def.innerType, value);
    case "union": {
      const fitting = def.options.find((option) => option.safeParse(value).success);
      return fitting === undefined ? { kind: "value" } : schemaPart(fitting, value);
    }
    case "object":
      return { kind: "object", fields: def.shape };
    case "array":
      return { kind: "list", item: def.element };
    case "record":
      return { kind: "record", item: def.valueType };
    case "enum":
      return { kind: "value", choices: Object.values(def.entries) };
    case "literal":
      return { kind: "value", choices: def.values };
    default:
      return json === undefined ? { kind: "value" } : { kind: "value", json, choices: choicesIn(json) };
  }
}

/** The choices that a JSON Schema offers, alone or beside other values. */
function choicesIn(json: {
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly object[];
}): readonly unknown[] {
  return [...(json.enum ?? []), ...(json.anyOf ?? []).flatMap(choicesIn)];
}

/** The schema of a value at a path below another schema; where that may be one of several, the first that fits the value. */
export function schemaAt(schema: AnySchema, path: Path, value: unknown): AnySchema | undefined {
  return schemasAt(schema, path).find((one) => one.safeParse(value).success);
}

function schemasAt(schema: AnySchema, path: Path): readonly AnySchema[] {
  const [key, ...rest] = path;
  if (key === undefined) return [schema];
  const { innerType, options, shape, element, valueType } = (schema._zod as unknown as { def: InnerSchemas })
    .def;
  if (innerType !== undefined) return schemasAt(innerType, path);
  if (options !== undefined) return options.flatMap((option) => schemasAt(option, path));
  const inner = shape?.[key] ?? element ?? valueType;
  return inner === undefined ? [] : schemasAt(inner, rest);
}

type Definition =
  | { readonly type: "optional" | "default"; readonly innerType: AnySchema }
  | { readonly type: "union"; readonly options: readonly AnySchema[] }
  | { readonly type: "object"; readonly shape: Readonly<Record<string, AnySchema>> }
  | { readonly type: "array"; readonly element: AnySchema }
  | { readonly type: "record"; readonly valueType: AnySchema }
  | { readonly type: "enum"; readonly entries: Readonly<Record<string, unknown>> }
  | { readonly type: "literal"; readonly values: readonly unknown[] }
  | { readonly type: "custom" };

/** The schemas inside one, whichever of them its kind has. */
interface InnerSchemas {
  readonly innerType?: AnySchema;
  readonly options?: readonly AnySchema[];
  readonly shape?: Readonly<Record<string, AnySchema>>;
  readonly element?: AnySchema;
  readonly valueType?: AnySchema;
}

/** The JSON Schema of a schema. Checks across fields are not in it: `check` makes them. */
export function jsonSchemaOf(schema: AnySchema, title: string): Record<string, unknown> {
  const made = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    reused: "ref",
    override({ zodSchema, jsonSchema }) {
      const { description, json } = notes.get(zodSchema) ?? {};
      if (json !== undefined) Object.assign(jsonSchema, json);
      if (description !== undefined) jsonSchema.description = description;
    },
  });
  return {
    title,
    $comment: `Shape only: the checks across fields (sums, references, order) are made by ${title}.check(config).`,
    ...made,
  };
}

/** Checks `value` against the schema, notes each problem and returns the value with its defaults, if its shape is right. */
export function parseShape<S extends AnySchema>(
  schema: S,
  value: unknown,
  report: Report,
): z.output<S> | undefined {
  const fitting = readerOf(schema)(value);
  if (fitting !== MISFIT) return fitting as z.output<S>;
  const noted = [...report.issues()];
  const places = new Set<string>();
  const note = (issues: readonly z.core.$ZodIssue[]) => {
    for (const { path, code, message, params } of issues.flatMap((issue) =>
      translate(issue, value, schema),
    )) {
      const place = JSON.stringify(path);
      if (places.has(place) || noted.some((issue) => startsWith(path, issue.path))) continue;
      places.add(place);
      report.add(path, code, message, params);
    }
  };
  try {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    note(parsed.error.issues);
  } catch (error) {
    // zod hands on problems as arguments of one call, which overflows the stack where they are very many.
    if (!(error instanceof RangeError)) throw error;
    note(schema.safeParse(shortened(value)).error?.issues ?? []);
    report.add([], "too-large", "there are more problems than can be counted: check fewer items at a time");
  }
  return undefined;
}

/** The same of what one calculator gives to another, in which a property may be undefined. */
export function parseInner<S extends AnySchema>(
  schema: S,
  value: unknown,
  report: Report,
): z.output<S> | undefined {
  const fitting = readerOf(schema)(value);
  return fitting === MISFIT ? parseShape(schema, withoutUndefined(value), report) : (fitting as z.output<S>);
}

const LONGEST_SHORTENED = 1000;

/** The beginning of each list and object in a value. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, LONGEST_SHORTENED).map(shortened);
  if (typeof value !== "object" || value === null || isDecimal(value)) return value;
  const entries = Object.entries(value).slice(0, LONGEST_SHORTENED);
  return Object.fromEntries(entries.map(([key, inner]) => [key, shortened(inner)]));
}

interface Translated {
  readonly path: Path;
  readonly code: IssueCode;
  readonly message: string;
  readonly params?: Record<string, unknown>;
}

const ARTICLES: Readonly<Record<string, string>> = {
  array: "a list",
  record: "an object",
  object: "an object",
  string: "a text",
  number: "a number",
  boolean: "true or false",
};

function translate(issue: z.core.$ZodIssue, root: unknown, schema: AnySchema): readonly Translated[] {
  const path = issue.path as Path;
  const value = valueAt(root, path);
  if (issue.code === "unrecognized_keys") {
    const objects = objectsAt(schema, path);
    const fields = objects.flatMap((object) => Object.keys(innerOf(object).shape ?? {}));
    const missing = fields.filter((field) => !Object.hasOwn(value as object, field));
    return issue.keys.map((key) => {
      const instead = objects
        .map((object) => notes.get(object)?.instead?.[key])
        .find((one) => one !== undefined);
      const hint = instead === undefined ? didYouMean(key, missing) : `: ${instead}`;
      return {
        path: [...path, key],
        code: "unknown-property",
        message: `${show(key)} is not a property here${hint}`,
      };
    });
  }
  if (issue.code === "custom") {
    if (value !== undefined) {
      return [{ path, code: issue.params?.code as IssueCode, message: issue.message }];
    }
    const message = `this is required: ${issue.message.replace(/, got undefined$/, "")}`;
    return [{ path, code: "missing", message }];
  }
  const closest = closestOption(issue);
  if (closest !== undefined)
    return closest.flatMap((inner) => translate({ ...inner, path: [...path, ...inner.path] }, root, schema));
  if (value === undefined) {
    return [{ path, code: "missing", message: `this is required: ${expectation(issue)}` }];
  }
  const code = CODES[issue.code] ?? "not-a-choice";
  const got = issue.code === "too_small" ? showCount(value) : show(value);
  return [{ path, code, message: `${expectation(issue)}, got ${got}${didYouMean(value, choices(issue))}` }];
}

/** A list of the wrong length. */
function showCount(value: unknown): string {
  const { length } = value as readonly unknown[];
  return length === 0 ? "an empty list" : `a list of ${length}`;
}

/** The schemas of the object at a path; where it may be one of several, all of them. */
function objectsAt(schema: AnySchema, path: Path): readonly AnySchema[] {
  const [key, ...rest] = path;
  const { innerType, options, shape, element, valueType } = innerOf(schema);
  if (innerType !== undefined) return objectsAt(innerType, path);
  if (options !== undefined) return options.flatMap((option) => objectsAt(option, path));
  if (key === undefined) return [schema];
  const inner = shape?.[key] ?? element ?? valueType;
  return inner === undefined ? [] : objectsAt(inner, rest);
}

function innerOf(schema: AnySchema): InnerSchemas {
  return (schema._zod as unknown as { def: InnerSchemas }).def;
}

/** The issues of the option that the value is meant to be: of those whose own kind is right the one with the fewest, else the first that says what it expects. */
function closestOption(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] | undefined {
  if (issue.code !== "invalid_union" || !("errors" in issue)) return undefined;
  const ofKind = issue.errors.filter((issues) =>
    issues.every(({ path, code }) => path.length > 0 || code === "unrecognized_keys"),
  );
  const size = (issues: readonly z.core.$ZodIssue[]) =>
    issues.reduce((count, one) => count + (one.code === "unrecognized_keys" ? one.keys.length : 1), 0);
  const [closest] = ofKind.sort((a, b) => size(a) - size(b));
  return closest ?? issue.errors.find((issues) => issues.some(({ code }) => code === "custom"));
}

const CODES: Readonly<Record<string, IssueCode>> = { invalid_type: "wrong-type", too_small: "too-small" };

/** The choices that an issue offers. */
function choices(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code === "invalid_value") return issue.values.map(String);
  const given = issue.code === "invalid_union" && "options" in issue ? issue.options : undefined;
  return Array.isArray(given) ? given.map(String) : [];
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `expected ${ARTICLES[issue.expected] ?? issue.expected}`;
    case "too_small":
      return `expected a list of at least ${issue.minimum}`;
    case "invalid_value":
    case "invalid_union": {
      const offered = choices(issue);
      return offered.length === 0 ? "expected another kind of value" : `expected ${showChoices(offered)}`;
    }
    default:
      return "expected another value";
  }
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<string | number, unknown>)[key];
  }, root);
}
