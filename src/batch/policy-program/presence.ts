import { readRatio } from "../../kernel/number.js";
import { ONE, rationalText } from "../../kernel/rational.js";
import type { Program, Step } from "../../program/program.js";
import type { Source } from "../../scoring/source.js";
import type { ProgramInput } from "../sources/inputs.js";
import type { Given } from "./evidence-inputs.js";

/** Steps before a program, how the columns are filled that they read, which of what they make each row must have, and steps after it that set rows aside. */
export interface Before {
  readonly program: Program;
  readonly inputs: readonly ProgramInput[];
  readonly required: readonly string[];
  readonly after?: readonly Step[];
}

/** The columns of how much of the period people were there. */
export const PRESENCE = { present: "presence.present", of: "presence.of" };

/** What a weight schema has to know of presence. */
interface Presences {
  readonly sources: readonly { readonly id: string; readonly source: Source }[];
  readonly minimum: number | string | undefined;
}

/** The part of the period in which each person was there; the whole where nothing is said. Who was there too little is set aside, and so is who was never there where a target shrinks. */
export function presenceBefore(
  { sources, minimum = 0 }: Presences,
  column: (name: string) => string,
  { has }: Given,
): Before {
  const targets = sources.filter(({ source }) => source.proRated === true);
  const own = targets.map(({ id }) => column(`${id}.presence`));
  if (!has(PRESENCE.present) && !has(PRESENCE.of))
    return {
      program: { inputs: [], steps: [] },
      inputs: own.map((name) => ({ column: name, type: "number", missing: "stays", otherwise: ONE })),
      required: [],
    };
  const [present, of] = [column("time present"), column("time of")];
  const [part, presence, enough] = ["time part", "presence", "presence enough"].map(column) as [
    string,
    string,
    string,
  ];
  const least = readRatio(minimum);
  const bound = {
    from: rationalText(least),
    ...(least.n === 0n && targets.length > 0 ? { includesFrom: false } : {}),
  };
  const steps: readonly Step[] = [
    { step: "ratio", to: part, of: present, by: of },
    { step: "first-present", to: presence, of: [part], otherwise: "1" },
    {
      step: "piecewise",
      to: enough,
      of: presence,
      function: { pieces: [{ ...bound, coefficients: ["1"] }], to: "1" },
    },
    ...own.map((to): Step => ({ step: "first-present", to, of: [presence] })),
  ];
  const input = (name: string, path: string, beside: string): ProgramInput => ({
    column: name,
    type: "number",
    path,
    missing: "stays",
    sign: name === of ? "above-zero" : "not-negative",
    beside: { paths: [beside] },
  });
  return {
    program: { inputs: [present, of].map((name) => ({ column: name, type: "number" })), steps },
    inputs: [input(present, PRESENCE.present, PRESENCE.of), input(of, PRESENCE.of, PRESENCE.present)],
    required: [enough],
  };
}
