// What every check script shares: named checks that run one after the other, and the count at the end.
import { isDeepStrictEqual } from "node:util";

let passed = 0;
let failed = 0;
const skipped = [];

/** Runs one check; what it throws is its failure. */
export async function check(name, run) {
  try {
    await run();
    passed += 1;
    console.log(`ok    ${name}`);
  } catch (error) {
    failed += 1;
    // What a check says itself needs no stack; an unforeseen fault does.
    const text =
      error instanceof Error && error.constructor === Error ? error.message : (error?.stack ?? error);
    console.log(`FAIL  ${name}\n${indent(text)}`);
  }
}

/** Counts a check that cannot run here. */
export function skip(name, reason) {
  skipped.push(name);
  console.log(`skip  ${name}: ${reason}`);
}

/** Throws unless both are deeply equal. */
export function same(got, expected, what = "value") {
  if (isDeepStrictEqual(got, expected)) return;
  throw new Error(`${what}\n  expected ${JSON.stringify(expected)}\n  got      ${JSON.stringify(got)}`);
}

/** The last line, which all.mjs reads. */
export function finish() {
  const skips = skipped.length === 0 ? "" : `, ${skipped.length} skipped`;
  console.log(`${passed} passed, ${failed} failed${skips}`);
  process.exit(failed === 0 ? 0 : 1);
}

function indent(text) {
  return String(text).replace(/^/gm, "      ");
}
