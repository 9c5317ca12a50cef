import type * as z from "zod/mini";

/** What a reader says of a value that it does not take: zod has to look at it, and says what is wrong, if anything is. */
export const MISFIT = Symbol("misfit");

/** Makes of plain data that fits a schema what zod makes of it, with its defaults; or says MISFIT. What would come out as it is, is handed on and not copied. */
export type Reader = (value: unknown) => unknown;

const readers = /* @__PURE__ */ new WeakMap<z.ZodMiniType, Reader>();

/**
 * The reader of a schema. It is made of the schema itself, once, and knows the common kinds of schemas; all others zod's own parser reads.
 * Values that fit, which nearly all are, are read in a tenth of zod's time, as there is nothing to note about them.
 */
export function readerOf(schema: z.ZodMiniType): Reader {
  const known = readers.get(schema);
  if (known !== undefined) return known;
  const made = makeReader(schema);
  readers.set(schema, made);
  return made;
}

/** Lets a value be judged by a function alone, which returns what is wrong. */
export function judgeBy(schema: z.ZodMiniType, problem: (value: unknown) => object | undefined): void {
  readers.set(schema, (value) => (problem(value) === undefined ? value : MISFIT));
}

function makeReader(schema: z.ZodMiniType): Reader {
  const { def } = schema._zod as unknown as { def: Definition };
  if (def.checks?.length) return def.type === "array" ? checkedList(def, schema) : readByZod(schema);
  switch (def.type) {
    case "optional": {
      const read = readerOf(def.innerType);
      return def.innerType._zod.optin === "defaulted"
        ? read
        : (value) => (value === undefined ? value : read(value));
    }
    case "default": {
      const read = readerOf(def.innerType);
      return (value) => (value === undefined ? def.defaultValue : read(value));
    }
    case "object":
      if (def.catchall === undefined) return objectReader(def.shape, "others-left-out");
      return isOf("never", def.catchall) ? objectReader(def.shape, "no-others") : readByZod(schema);
    case "array":
      return listReader(readerOf(def.element));
    case "record":
      return isOf("string", def.keyType) ? recordReader(def.valueType) : readByZod(schema);
    case "union":
      return unionReader(def);
    case "enum":
    case "literal": {
      const { values } = schema._zod;
      return (value) => (values?.has(value as string) ? value : MISFIT);
    }
    case "string":
    case "boolean": {
      const { type } = def;
      return (value) => (typeof value === type ? value : MISFIT);
    }
    case "unknown":
      return (value) => value;
    default:
      return readByZod(schema);
  }
}

function readByZod(schema: z.ZodMiniType): Reader {
  return (value) => {
    const { success, data } = schema.safeParse(value);
    return success ? data : MISFIT;
  };
}

/** An object, whose properties come out in the order of its shape. */
function objectReader(
  shape: Readonly<Record<string, z.ZodMiniType>>,
  others: "no-others" | "others-left-out",
): Reader {
  const keys = Object.keys(shape);
  const nothing = keys.map((): unknown => undefined);
  const places = new Map(keys.map((key, place) => [key, place]));
  let fields: readonly Field[] | undefined;
  return (value) => {
    if (!isRecord(value)) return MISFIT;
    // Only now, as a schema may have itself among its fields.
    fields ??= Object.values(shape).map((schema) => ({ read: readerOf(schema), absent: absentIn(schema) }));
    // To ask for what is not there takes longer than to go through what is.
    const found = nothing.slice();
    let isSame = true;
    let last = -1;
    for (const key in value) {
      const place = places.get(key);
      if (place === undefined) {
        if (others === "no-others") return MISFIT;
        isSame = false;
        continue;
      }
      isSame &&= place > last && value[key] !== undefined;
      last = place;
      found[place] = value[key];
    }
    for (let place = 0; place < fields.length; place += 1) {
      const { read, absent } = fields[place] as Field;
      const given = found[place];
      if (given === undefined && absent !== "is-read") {
        if (absent === "is-left-out") continue;
        return MISFIT;
      }
      const made = read(given);
      if (made === MISFIT) return MISFIT;
      isSame &&= made === given;
      found[place] = made;
    }
    if (isSame) return value;
    const made: Record<string, unknown> = {};
    for (let place = 0; place < keys.length; place += 1)
      if (found[place] !== undefined) made[keys[place] as string] = found[place];
    return made;
  };
}

interface Field {
  readonly read: Reader;
  readonly absent: ReturnType<typeof absentIn>;
}

/** What becomes of a property that is not there. */
function absentIn({ _zod: { def, optin } }: z.ZodMiniType): "is-read" | "is-left-out" | "is-wrong" {
  if (optin === undefined) return "is-wrong";
  const { type, innerType } = def as { readonly type: string; readonly innerType?: z.ZodMiniType };
  return type === "optional" && innerType?._zod.optin !== "defaulted" ? "is-left-out" : "is-read";
}

function recordReader(valueType: z.ZodMiniType): Reader {
  if (isOf("unknown", valueType)) return (value) => (isRecord(value) ? value : MISFIT);
  const read = readerOf(valueType);
  return (value) => {
    if (!isRecord(value)) return MISFIT;
    const made: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      if (value[key] === undefined) continue;
      const found = read(value[key]);
      if (found === MISFIT) return MISFIT;
      made[key] = found;
    }
    return made;
  };
}

function listReader(read: Reader): Reader {
  return (value) => {
    if (!Array.isArray(value)) return MISFIT;
    let others: unknown[] | undefined;
    for (let index = 0; index < value.length; index += 1) {
      const item: unknown = value[index];
      const made = item === undefined ? MISFIT : read(item);
      if (made === MISFIT) return MISFIT;
      if (made !== item) others ??= value.slice(0, index);
      others?.push(made);
    }
    return others ?? value;
  };
}

/** A list with nothing but a least length. */
function checkedList(
  { element, checks = [] }: Extract<Definition, { type: "array" }>,
  schema: z.ZodMiniType,
): Reader {
  const lengths = checks.map(({ _zod: { def } }) => (def.check === "min_length" ? def.minimum : undefined));
  if (!lengths.every((length) => length !== undefined)) return readByZod(schema);
  const [least, read] = [Math.max(...lengths), listReader(readerOf(element))];
  return (value) => (Array.isArray(value) && value.length >= least ? read(value) : MISFIT);
}

/** The first option that fits; where one property tells them apart, the one that it names. */
function unionReader({ options, discriminator }: Extract<Definition, { type: "union" }>): Reader {
  if (discriminator === undefined) {
    const all = options.map(readerOf);
    return (value) => {
      for (const read of all) {
        const found = read(value);
        if (found !== MISFIT) return found;
      }
      return MISFIT;
    };
  }
  const byName = new Map(
    options.flatMap((option) =>
      [...(option._zod.propValues?.[discriminator] ?? [])]
        .filter((name) => name !== undefined)
        .map((name) => [name, readerOf(option)] as const),
    ),
  );
  return (value) =>
    isRecord(value) ? (byName.get(value[discriminator] as string) ?? misfit)(value) : MISFIT;
}

function misfit(): typeof MISFIT {
  return MISFIT;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isOf(type: Definition["type"], schema: z.ZodMiniType): boolean {
  const { def } = schema._zod as unknown as { def: Definition };
  return def.type === type && !def.checks?.length;
}

/** What zod keeps of a schema, as far as readers look at it. */
type Definition = { readonly checks?: readonly Check[] } & (
  | { readonly type: "optional"; readonly innerType: z.ZodMiniType }
  | { readonly type: "default"; readonly innerType: z.ZodMiniType; readonly defaultValue: unknown }
  | {
      readonly type: "object";
      readonly shape: Readonly<Record<string, z.ZodMiniType>>;
      readonly catchall?: z.ZodMiniType;
    }
  | { readonly type: "array"; readonly element: z.ZodMiniType }
  | { readonly type: "record"; readonly keyType: z.ZodMiniType; readonly valueType: z.ZodMiniType }
  | { readonly type: "union"; readonly options: readonly z.ZodMiniType[]; readonly discriminator?: string }
  | { readonly type: "enum" | "literal" | "string" | "boolean" | "unknown" | "never" | "custom" }
);

interface Check {
  readonly _zod: { readonly def: { readonly check: string; readonly minimum?: number } };
}
