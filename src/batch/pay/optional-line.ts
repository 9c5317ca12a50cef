import type { BandThreshold, Step } from "../../program/program.js";

/** A number of so many decimals where it is not zero; missing where it is. */
export function whereNotZero(to: string, of: string, decimals: number): readonly Step[] {
  const unit = decimals === 0 ? "1" : `0.${"0".repeat(decimals - 1)}1`;
  const bands = [{ label: "below" }, { label: "zero", from: "0" }, { label: "above", from: unit }];
  return where(to, of, { column: of, bands, is: ["below", "above"] });
}

/** A number where another is 1; missing where that is 0. */
export function whereOne(to: string, of: string, column: string): readonly Step[] {
  return where(to, of, { column, bands: [{ label: "zero" }, { label: "one", from: "1" }], is: ["one"] });
}

function where(
  to: string,
  of: string,
  { column, bands, is }: { column: string; bands: readonly BandThreshold[]; is: readonly string[] },
): readonly Step[] {
  const rows = is.map((label) => ({ labels: [label], value: "1" }));
  return [
    { step: "band", to: `${to} band`, of: column, bands },
    { step: "look-up", to: `${to} times`, by: [`${to} band`], type: "number", rows },
    { step: "product", to, of: [of, `${to} times`] },
  ];
}
