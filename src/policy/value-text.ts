import { type Label, labelText } from "../kernel/label.js";
import { type AnySchema, schemaPart } from "../kernel/schema.js";
import type { Locale } from "./locale.js";

/** Where a value stands: what it may be, the property that holds it, and the language. */
interface Place {
  /** Without it, choices are not known from other texts. */
  readonly schema: AnySchema | undefined;
  readonly property: string;
  readonly locale: Locale;
}

/** A value of a document, in words as far as it has any: choices and properties by what they are called, labels in the language. */
export function valueText(value: unknown, { schema, property, locale }: Place): string {
  const words = locale.change;
  if (value === undefined || value === null) return words.answers.none;
  if (typeof value === "boolean") return value ? words.answers.yes : words.answers.no;
  const part = schema === undefined ? undefined : schemaPart(schema, value);
  if (typeof value === "string" && part?.kind === "value" && part.choices?.includes(value))
    return words.choice({ property, choice: value });
  if (typeof value !== "object") return String(value);
  if (isLabel(value)) return labelText(value, locale.languageTag, "");
  const item = part?.kind === "list" || part?.kind === "record" ? part.item : undefined;
  if (Array.isArray(value)) {
    const items = value.map((one) => valueText(one, { schema: item, property, locale }));
    return items.length === 0 ? words.answers.none : items.join(words.separator);
  }
  const fields = part?.kind === "object" ? part.fields : undefined;
  const kind = "kind" in value && typeof value.kind === "string" ? value.kind : undefined;
  return Object.entries(value)
    .map(([name, inner]) =>
      words.entry({
        property: fields === undefined ? name : words.property({ name, item: false, kind }),
        value: valueText(inner, { schema: fields?.[name] ?? item, property: name, locale }),
      }),
    )
    .join(words.separator);
}

function isLabel(value: object): value is Exclude<Label, string> {
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(
      ([tag, text]) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) && typeof text === "string",
    ) &&
    entries.some(([tag]) => ["en", "zh", "zh-CN", "zh-TW"].includes(tag))
  );
}
