import { ROUNDING_MODES } from "../../../src/kernel/rounding.js";
import type { Step } from "../../../src/program/program.js";
import type { Random } from "../../reference/generate/random.js";

/** The columns that every program reads. */
export const INPUTS = ["a", "b", "c"];

/** What a program ends with. */
export const STEPS = [
  "sum",
  "mean",
  "product",
  "ratio",
  "line",
  "square",
  "jump",
  "least",
  "held",
  "first",
  "cancelled",
  "chain",
  "round",
  "levels",
  "band",
] as const;

export type Kind = (typeof STEPS)[number];

const weight = (random: Random) =>
  random.pick(["1/3", "0.1", "1e-9", "123456789.123456789", "2", "-0.7"].map(plain));
const plain = (text: string) => (text === "1e-9" ? "0.000000001" : text);

/** The steps of a program of one kind; the last makes `out`. */
export function planStep(random: Random, kind: Kind): readonly Step[] {
  const terms = INPUTS.map((column) => ({ column, weight: weight(random) }));
  const positive = terms.map(({ column }) => ({ column, weight: random.pick(["1/7", "0.1", "3"]) }));
  const lines = (to: string, of: string): Step => ({
    step: "piecewise",
    to,
    of,
    function: {
      pieces: [
        { coefficients: ["1/3", "1/7"] },
        { from: "0.1", includesFrom: random.chance(50), coefficients: ["-1/3", "1000.1"] },
        { from: "79.995", includesFrom: random.chance(50), coefficients: ["12.3", "-2/3"] },
      ],
    },
  });
  const sum = (to: string): Step => ({ step: "weighted-sum", to, of: terms });
  switch (kind) {
    case "sum":
      return [sum("out")];
    case "mean":
      return [{ step: "weighted-mean", to: "out", of: positive }];
    case "product":
      return [{ step: "product", to: "out", of: INPUTS }];
    case "ratio":
      return [{ step: "ratio", to: "out", of: "a", by: "b" }];
    case "line":
      return [lines("out", "a")];
    case "square":
      return [
        {
          step: "piecewise",
          to: "out",
          of: "a",
          function: { pieces: [{ coefficients: ["0.1", "-1/3", "1/7"] }] },
        },
      ];
    case "jump":
      return [{ step: "product", to: "ab", of: ["a", "b"] }, lines("out", "ab")];
    case "least":
      return [sum("sum"), { step: "minimum", to: "out", of: ["a", "sum", "c"] }];
    case "held":
      return [sum("sum"), { step: "at-most", to: "out", of: "sum", limits: ["b", "c"] }];
    case "first":
      return [sum("sum"), { step: "first-present", to: "out", of: ["sum", "b"], otherwise: "1/3" }];
    case "cancelled":
      return [
        {
          step: "weighted-sum",
          to: "rest",
          of: [
            { column: "a", weight: "1" },
            { column: "b", weight: "-1" },
          ],
        },
        {
          step: "product",
          to: "out",
          of: random.pick([
            ["rest", "c"],
            ["c", "rest"],
            ["rest", "rest"],
          ]),
        },
      ];
    case "chain":
      return [
        sum("sum"),
        { step: "product", to: "product", of: ["sum", "a"] },
        { step: "ratio", to: "ratio", of: "product", by: "b" },
        lines("out", "ratio"),
      ];
    case "round":
      return [
        ...random.pick<readonly Step[]>([
          [{ step: "product", to: "exact", of: ["a", "b"] }],
          [{ step: "weighted-sum", to: "exact", of: INPUTS.map((column) => ({ column, weight: "0.5" })) }],
          [{ step: "ratio", to: "exact", of: "a", by: "b" }],
        ]),
        {
          step: "round",
          to: "out",
          of: "exact",
          decimals: random.pick([0, 1, 2, 4]),
          mode: random.pick(ROUNDING_MODES),
        },
      ];
    case "levels":
      return [
        { step: "ratio", to: "ratio", of: "a", by: "b" },
        {
          step: "piecewise",
          to: "out",
          of: "ratio",
          function: {
            pieces: [
              { coefficients: ["1/3"] },
              { from: "1", coefficients: ["2"] },
              { from: "3/2", includesFrom: false, coefficients: [] },
            ],
          },
        },
      ];
    case "band":
      return [
        { step: "product", to: "ab", of: ["a", "b"] },
        {
          step: "band",
          to: "out",
          of: "ab",
          bands: [{ label: "low" }, { label: "middle", from: "1/3" }, { label: "high", fromColumn: "c" }],
        },
      ];
  }
}

/** Columns of numbers with many digits, of all sizes, equal to one another or a little apart, some missing. */
export function columnsOf(
  random: Random,
  rows: number,
  kind: Kind,
): Readonly<Record<string, readonly unknown[]>> {
  const positive = ["ratio", "chain", "round", "levels"].includes(kind);
  const row = () => {
    const a = numberOf(random);
    const b = random.chance(30) ? beside(random, a) : numberOf(random);
    return {
      a,
      b: positive && String(b).startsWith("-") ? String(b).slice(1) : b,
      c: random.chance(30) ? 1 : numberOf(random),
    };
  };
  const made = Array.from({ length: rows }, row);
  const column = (name: "a" | "b" | "c") => made.map((one) => (random.chance(5) ? null : one[name]));
  return { a: column("a"), b: column("b"), c: column("c") };
}

/** The same number, or one that only further digits tell from it. */
function beside(random: Random, number: unknown): unknown {
  const text = String(number);
  if (random.chance(50) || !/^-?\d+(\.\d+)?$/.test(text)) return number;
  return `${text}${text.includes(".") ? "" : "."}${random.pick(["00001", "000000000000001", "49"])}`;
}

function numberOf(random: Random): unknown {
  const sign = random.chance(20) ? "-" : "";
  const half = `${sign}${random.int(0, 999)}.${random.pick(["5", "25", "05", "125"])}`;
  switch (random.int(0, 9)) {
    case 0:
      return half;
    case 1:
      return `${half}${"0".repeat(random.int(10, 20))}1`;
    case 2:
      return Number(half) / 3;
    case 3:
      return Number(half) * 10 ** random.int(-300, 15);
    case 4:
      return random.pick([0.1, 79.995, "1/3", 1, 2, 0.5, "1.5", "0.10000000000000000000000001"]);
    case 5:
      return `${random.int(1, 2 ** 31)}${random.int(1, 2 ** 31)}.${random.int(1, 2 ** 31)}`;
    case 6:
      return 5e-324 * random.int(1, 100);
    default:
      return Number(half) + random.int(-3, 3) * 1e-13;
  }
}
