// Whatever a public function is given, what comes is a result or a TierwiseError, never a plain error.
import { describe, expect, test } from "vitest";
import * as audit from "../../src/audit/index.js";
import * as batch from "../../src/batch/index.js";
import * as tierwise from "../../src/index.js";
import * as locales from "../../src/locales/index.js";
import * as registry from "../../src/registry.js";

const { TierwiseError } = tierwise;
const NAMES = Object.entries({ ...tierwise, ...audit, ...batch, ...locales, ...registry });
const functions = NAMES.filter(([name, value]) => typeof value === "function" && name !== "TierwiseError");
const odd: readonly unknown[] = [
  null,
  undefined,
  5,
  "x",
  "",
  [],
  {},
  true,
  () => 1,
  { kind: "x" },
  [null],
  ["a.b"],
];

/** The plain error that a call comes to, or nothing. */
function plainError(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof TierwiseError ? undefined : String(error);
  }
}

describe("every public function", () => {
  test("there are many", () => expect(functions.length).toBeGreaterThan(120));

  test.each(functions)("%s", (name, work) => {
    const call = work as (...given: readonly unknown[]) => unknown;
    const wrong = odd.flatMap((one) =>
      [[one], ...odd.map((other) => [one, other]), [{}, {}, one]].flatMap((given) => {
        const problem = plainError(() => call(...given));
        return problem === undefined
          ? []
          : [`${name}(${given.map((value) => JSON.stringify(value)).join(", ")}): ${problem}`];
      }),
    );
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});
