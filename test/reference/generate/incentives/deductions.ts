import {
  type DeductionsConfig,
  type DeductionsInput,
  deductions,
  ROUNDING_MODES,
} from "../../../../src/index.js";
import { countDeductions, KINDS } from "../../coverage/incentives/deductions.js";
import { names, type Random } from "../random.js";
import { planBrackets } from "./brackets.js";
import { askedInTurn, type Stored, type Subject } from "./subject.js";

type Rule = DeductionsConfig["deductions"][number];
type Sum = NonNullable<DeductionsConfig["leaves"]>;

const CATEGORIES = ["base", "bonus", "commission"] as const;
const PERIODS = ["2026-01", "2026-02", "2026-03", "2026-04"] as const;

export const deductionsSubject: Subject = {
  use: "deductions",
  share: 900,
  kinds: KINDS,
  plan: (random, count) =>
    askedInTurn(
      "deductions",
      deductions,
      () => planDeductions(random),
      (config, last, turn) => planPay(random, config, last, turn),
      {
        turns: PERIODS.length,
        each: (config, _input, outcome) => countDeductions(config, outcome, count),
      },
    ),
};

const planBase = (random: Random) =>
  random.pick([
    {},
    { of: "gross" as const },
    { of: "net" as const },
    { of: "left" as const },
    { of: "gross" as const, categories: ["base", "bonus"] },
  ]);

const OVER = { fact: "minimum-wage", times: "1/3" };

function planSum(random: Random, amounts: readonly (number | string)[]): Sum {
  return random.pick<() => Sum>([
    () => ({ amount: random.pick(amounts) }),
    () => ({
      share: random.pick(["20%", "1/3", "0.125"]),
      ...planBase(random),
      ...(random.chance(40) ? { over: random.pick([{ amount: 700 }, { fact: "minimum-wage" }, OVER]) } : {}),
    }),
    () => ({ fact: "minimum-wage", ...(random.chance(50) ? { times: random.pick([30, "1/3"]) } : {}) }),
  ])();
}

function planDeductions(random: Random): DeductionsConfig {
  const kinds = random.some(["fines", "claims", "sum", "brackets", "claims"] as const, 1, 4);
  return {
    currency: random.pick(["USD", "JPY", "CNY"]),
    ...(random.chance(60) ? { rounding: random.pick(ROUNDING_MODES) } : {}),
    ...(random.chance(40)
      ? {
          suspensions: [
            {
              id: "no-bonus",
              for: ["grave"],
              categories: random.some(CATEGORIES, 1, 2),
              ...(random.chance(60) ? { share: random.pick(["50%", "1/3"]) } : {}),
              ...(random.chance(30) ? { rule: "Section 7" } : {}),
            },
          ],
        }
      : {}),
    deductions: kinds.map((kind, index) => planRule(random, kind, `d${index + 1}`)),
    ...(random.chance(30) ? { most: [planSum(random, [500, "333.335"])] } : {}),
    ...(random.chance(40) ? { leaves: planSum(random, [1000, "999.995"]) } : {}),
  };
}

function planRule(random: Random, kind: Rule["due"]["kind"], id: string): Rule {
  const method = random.pick(["marginal", "whole"] as const);
  const dues = {
    fines: () => ({
      kind: "fines" as const,
      fines: [
        { for: ["late"], amounts: random.pick([[20, 50], ["33.35"], [0, 10, 100]]) },
        {
          for: ["grave", "theft"],
          ...(random.chance(50) ? { share: "10%", ...planBase(random) } : { amounts: [500] }),
        },
      ],
    }),
    claims: () => ({ kind: "claims" as const }),
    sum: () => ({ kind: "sum" as const, ...planSum(random, [100, "33.35", 0]) }),
    brackets: () => ({
      kind: "brackets" as const,
      ...planBase(random),
      method,
      brackets: planBrackets(random, { method }, random.chance(30)).map((one) =>
        one.rate === undefined ? one : { ...one, rate: random.pick(["0", "5%", "10%"]) },
      ),
    }),
  };
  return {
    id,
    due: dues[kind](),
    ...(random.chance(20) ? { decimals: 0 } : {}),
    ...(random.chance(20) ? { category: "order", rule: "Section 8" } : {}),
    ...(random.chance(40)
      ? {
          most: [
            {
              ...planSum(random, [200, "99.995"]),
              ...(random.chance(50) ? { counts: random.pick(["own", "so-far"] as const) } : {}),
            },
          ],
        }
      : {}),
    ...(random.chance(30)
      ? {
          leaves: {
            ...planSum(random, [1500, "1234.55"]),
            ...(random.chance(60) ? { shortfall: random.pick(["dropped", "carried"] as const) } : {}),
          },
        }
      : {}),
    ...(random.chance(60) ? { rest: random.pick(["carried", "dropped"] as const) } : {}),
  };
}

function planPay(
  random: Random,
  config: DeductionsConfig,
  last: Stored | undefined,
  turn: number,
): DeductionsInput {
  const period = random.chance(97) ? (PERIODS[turn] as string) : random.pick(["2025-12", "2026-Q1"]);
  const day = () => `${random.chance(98) ? "2026-01" : "2026-06"}-${random.pick(["05", "09", "20"])}`;
  const cents =
    config.currency === "JPY" ? "" : random.pick(["", ".5", ".25", random.chance(12) ? ".001" : ""]);
  const claims = config.deductions.filter(({ due }) => due.kind === "claims").map(({ id }) => id);
  const fined = config.deductions.some(({ due }) => due.kind === "fines");
  const kinds = [
    ...(fined ? ["late", "late", "grave", "theft"] : []),
    ...(config.suspensions === undefined ? [] : ["grave"]),
    ...(random.chance(2) ? ["unknown"] : []),
  ];
  return {
    period,
    pay: CATEGORIES.slice(0, random.int(1, 3)).map((category) => ({
      category,
      amount: `${random.pick([0, 900, 2500, 3000, -100])}${cents}`,
    })),
    ...(random.chance(50) ? { statutory: random.pick([0, 100, 350]) } : {}),
    ...(kinds.length === 0
      ? {}
      : {
          events: names(`e${turn}-`, random.int(0, 3)).map((id) => ({
            id,
            kind: random.pick(kinds),
            date: day(),
          })),
        }),
    ...(claims.length === 0 || random.chance(40)
      ? {}
      : {
          claims: names(`c${random.chance(60) ? turn : 0}-`, random.int(0, 2)).map((id) => ({
            id,
            deduction: random.chance(98) ? random.pick(claims) : "d9",
            date: day(),
            amount: random.pick([600, "99.995", 50]),
          })),
        }),
    ...(random.chance(98)
      ? { facts: { "minimum-wage": random.pick([18, 1200, "1800.005", random.chance(10) ? -1 : 0]) } }
      : {}),
    ...(last === undefined ? {} : { balance: last.balance }),
  };
}
