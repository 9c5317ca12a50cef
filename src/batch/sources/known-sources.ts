import type { Rational } from "../../kernel/rational.js";
import { EXACT, type Source } from "../forms/forms.js";
import type { MadeSource } from "./sources.js";

/** The same number in every row. */
export function constantSource({ n, d }: Rational): MadeSource | undefined {
  if (n > EXACT || n < -EXACT || d > EXACT) return undefined;
  const value = Number(n);
  const source: Source = {
    from: 0,
    least: n,
    most: n,
    known: "same",
    read(out, aside, count) {
      out.fill(value, 0, count);
      if (n < this.least || n > this.most) aside.fill(1, 0, count);
    },
  };
  return { den: d, source, mayMiss: false };
}

/** A number that is missing in every row. */
export function nothingSource(missing: "stays" | "set-aside"): MadeSource {
  const source: Source = {
    from: 0,
    least: 0n,
    most: 0n,
    ...(missing === "stays" ? { known: "none" } : {}),
    read(out, aside, count) {
      out.fill(Number.NaN, 0, count);
      if (missing === "set-aside") aside.fill(1, 0, count);
    },
  };
  return { den: 1n, source, mayMiss: true };
}
