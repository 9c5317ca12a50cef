import { sha256 } from "@noble/hashes/sha2.js";
import canonicalize from "canonicalize";
import { isDecimal } from "../kernel/decimal.js";
import type { Path } from "../kernel/errors.js";
import { isNumberProblem, parseNumber } from "../kernel/number.js";
import { copyPlain } from "../kernel/plain.js";
import type { Report } from "../kernel/report.js";
import { show } from "../kernel/show.js";

/** A copy of plain data as JSON has it, each `Decimal` as its text. What JSON cannot say is thrown. */
export function plainJson(value: unknown, report: Report): unknown {
  const copied = copyPlain(value, report, { decimals: true });
  checkSayable(copied, [], report);
  report.stop();
  return JSON.parse(JSON.stringify(copied));
}

/** The one text of plain JSON data that RFC 8785 defines (the JSON Canonicalization Scheme). */
export function canonicalJson(value: unknown): string {
  return canonicalize(value) as string;
}

/** SHA-256 (FIPS 180-4) of the canonical text of plain JSON data, as 64 hexadecimal digits. */
export function canonicalHash(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256Hex(text: string): string {
  return Array.from(sha256(utf8(text)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The bytes of a text; not all places where scripts run have a `TextEncoder`. */
function utf8(text: string): Uint8Array {
  const bytes = encodeURIComponent(text).replace(/%(..)/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
}

/** Notes numbers that are not finite, and texts and names with half of a surrogate pair, which is no character and has no bytes. */
function checkSayable(value: unknown, path: Path, report: Report): void {
  if (typeof value === "number" || isDecimal(value)) {
    const number = parseNumber(value);
    if (isNumberProblem(number)) report.add(path, number.code, number.message);
    return;
  }
  const text = (given: string, at: Path) => {
    if (isUnicode(given)) return;
    const message = `expected a text of whole characters, got half of a surrogate pair in ${show(given)}`;
    report.add(at, "text-not-unicode", message);
  };
  if (typeof value === "string") text(value, path);
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    text(key, at);
    checkSayable(inner, at, report);
  }
}

function isUnicode(text: string): boolean {
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
}
