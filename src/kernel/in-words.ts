import * as z from "zod/mini";
import { type Path, TierwiseError } from "./errors.js";
import { spacedAsChinese } from "./han-spacing.js";
import { textWithGap, trySaying, whatIsMissing } from "./missing-part.js";
import { isNumberProblem, parseNumber } from "./number.js";
import { optionsOf } from "./options.js";
import { createReport } from "./report.js";
import { type AnySchema, judged, lazySchema, parseShape } from "./schema.js";
import { show, showChoices } from "./show.js";

/** What every language has: its tag, and the sentences of rooms. */
interface AnyLocale {
  readonly languageTag: string;
}

type NoFields = Readonly<Record<never, never>>;

interface Words<Result, Locale extends AnyLocale, Options, Said> {
  /** The public name of the function. */
  readonly title: string;
  /** The schema of the parts of a result that are always there. */
  readonly result: () => AnySchema;
  /** The language that is taken where none is asked for; another one has the same rooms. */
  readonly english: Locale;
  /** The fields of what else can be asked for. */
  readonly options?: () => z.core.$ZodShape;
  readonly say: (result: Result, language: { readonly locale: Locale }, options: Options) => Said;
}

/**
 * Makes a function that says a result in words. The result may have been stored or cut down since it was made, so its parts are checked, and the options with
 * them; what is missing deeper inside, and a sentence needs, is an error of the input too.
 */
export function inWords<Result, Locale extends AnyLocale, Said, Options = NoFields>({
  title,
  result: shape,
  english,
  options: fields = () => ({}),
  say,
}: Words<Result, Locale, Options, Said>) {
  const resultSchema = lazySchema(shape);
  const checkOptions = wordOptions(title, english, fields);
  return (result: unknown, options: Options & { readonly locale?: Locale }): Said => {
    checkOptions(options);
    const locale = options.locale ?? english;
    const said = saidWhole(title, resultSchema(), result as Result, (whole) =>
      say(whole, { locale }, options),
    );
    return spacedAsChinese(said, locale.languageTag, result);
  };
}

/** Says a result whose parts are checked, and in which nothing that is said is missing. */
export function saidWhole<Result, Said>(
  title: string,
  schema: AnySchema,
  result: Result,
  say: (result: Result) => Said,
): Said {
  const report = createReport("invalid-input", title);
  parseShape(schema, result, report);
  report.stop();
  const { said, error, gaps } = trySaying(result, say);
  if (gaps === 0) return said as Said;
  const missing = whatIsMissing(result, say);
  if (missing !== undefined) report.add(missing, "missing", "this is required: a sentence needs it");
  report.stop();
  const why = error === undefined ? `it would say "${textWithGap(said)}"` : error.message;
  const message = `a part inside the result is missing, or not of the kind that it was made of (${why})`;
  const issue = { path: [], code: "wrong-type", message, params: {} } as const;
  throw Object.assign(new TierwiseError("invalid-input", title, [issue]), { cause: error });
}

/** Says a part of a result; what is wrong with it is named by its place in the whole. */
export function sayPart<Said>(title: string, path: Path, say: () => Said): Said {
  const report = createReport("invalid-input", title);
  const said = report.within(path, say);
  report.stop();
  return said as Said;
}

/** Makes the check of the options of a function that says something in words: the language, and what else it takes. */
export function wordOptions(title: string, english: AnyLocale, fields: () => z.core.$ZodShape = () => ({})) {
  const check = optionsOf(title, () => ({ locale: z.optional(localeLike(english)), ...fields() }));
  return (options: unknown): void => {
    const report = createReport("invalid-input", title);
    if (typeof options === "object" && options !== null && "languageTag" in options)
      report.add(
        ["options"],
        "wrong-type",
        "expected options, got a locale: write { locale: ... } around it",
      );
    report.stop();
    check(options);
  };
}

/** A number of a result, which may lie beyond what an input may have. */
export function resultNumber() {
  return judged<unknown>((value) => {
    const read = parseNumber(value);
    return isNumberProblem(read) && read.code !== "number-out-of-range" ? read : undefined;
  }, {});
}

/** A language with all the rooms that the English one has. */
function localeLike(english: AnyLocale) {
  return judged<AnyLocale>((value) => {
    const expected = "expected a locale, which is an object";
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return { code: "wrong-type", message: `${expected}, got ${show(value)} (${howToImport(value)})` };
    const lacking = Object.keys(english).filter((room) => (value as never)[room] === undefined);
    if (lacking.length === 0) return undefined;
    const message = `${expected} with all of ${showChoices(Object.keys(english))}, got one without ${showChoices(lacking)} (${howToImport(value)})`;
    return { code: "missing", message };
  }, {});
}

/** By its tag: how a locale of `tierwise/locales` is called. */
const IMPORTED: Readonly<Record<string, string>> = { en: "en", "zh-cn": "zhCN", "zh-tw": "zhTW" };

/** How to import a locale: the one of a tag, or each of them. */
function howToImport(value: unknown): string {
  const tag = typeof value === "string" ? value.toLowerCase().replace("_", "-") : "";
  const named = Object.hasOwn(IMPORTED, tag) ? IMPORTED[tag] : undefined;
  return named === undefined
    ? `import ${Object.values(IMPORTED).join(", ")} from "tierwise/locales", or leave it out for English`
    : `write import { ${named} } from "tierwise/locales" and { locale: ${named} }`;
}
