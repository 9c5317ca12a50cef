// What an assertion in a code block asserts: JSON makes the same of the expression as of the value.
import { same } from "./check.mjs";

/** The `assertJson` for these lines, and what it found; an assertion that never ran is a problem too. */
export function createAssertions(lines) {
  const due = new Set(lines);
  const problems = [];
  return {
    assertJson(line, got, expected) {
      due.delete(line);
      try {
        same(asJson(got), asJson(expected), `line ${line}`);
      } catch (error) {
        problems.push(error.message);
      }
    },
    problems: () => [...problems, ...[...due].map((line) => `line ${line}: never reached`)],
  };
}

function asJson(value) {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
