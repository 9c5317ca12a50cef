import {
  type BenefitsConfig,
  type BenefitsInput,
  benefits,
  ROUNDING_MODES,
  type StatementConfig,
  type StatementInput,
  statement,
} from "../../../../src/index.js";
import { countBenefits, countStatement, STATEMENTS } from "../../coverage/incentives/statement.js";
import { names, type Random } from "../random.js";
import { planConditions, planPerson } from "./eligibility.js";
import { PERIODS, planPresence, planProration } from "./presence.js";
import { askedInTurn, askedOf, type Stored, type Subject } from "./subject.js";

const TURNS = 5;

export const statementSubject: Subject = {
  use: "statement",
  share: 600,
  kinds: STATEMENTS.statement,
  plan: (random, count) =>
    askedInTurn(
      "statement",
      statement,
      (): StatementConfig => ({
        currency: random.pick(["USD", "JPY", "KWD"]),
        ...(random.chance(60) ? { yearStarts: random.pick([1, 4, 10]) } : {}),
      }),
      (config, last, turn) => planStatement(random, config, last, turn),
      { turns: TURNS, each: (config, input, outcome) => countStatement(config, input, outcome, count) },
    ),
};

function planStatement(
  random: Random,
  { currency }: StatementConfig,
  last: Stored | undefined,
  turn: number,
): StatementInput {
  const cents = { USD: ".05", JPY: "", KWD: ".125" }[currency] ?? "";
  const month = 2 * turn + random.int(1, 2);
  const ids = random.chance(2) ? ["a", "a"] : names("line", random.int(0, 4));
  const lines = ids.map((id) => ({
    id,
    use: "commission",
    ...(random.chance(90) ? { category: random.pick(["base-pay", "commission", "bonus"]) } : {}),
    ...(random.chance(20) ? { rule: "Section 3" } : {}),
    ...(random.chance(30) ? { period: "2026-Q1" } : {}),
    ...(random.chance(10) ? { corrects: "line9" } : {}),
    currency: random.chance(99) ? currency : "GBP",
    basis: random.pick(["1000", "1e3", 12.5]),
    rate: "0.05",
    ...(random.chance(40) ? { rateAs: "percent" } : {}),
    ...planAmount(random, cents),
    ...(random.chance(30) ? { notes: [{ kind: "prorated", values: { part: "0.5" } }] } : {}),
    trace: [],
  }));
  return {
    period: random.chance(4) ? "2026-01" : `2026-${String(month).padStart(2, "0")}`,
    lines,
    ...(last === undefined || random.chance(5) ? {} : { previous: last }),
  } as unknown as StatementInput;
}

/** The amount of a line, and now and then its parts, which may not sum to it. */
function planAmount(random: Random, cents: string) {
  const amount = random.pick([
    0,
    -20,
    `${random.int(0, 9000)}${cents}`,
    "1e15",
    random.chance(6) ? "0.0001" : 7,
  ]);
  const part = { of: "table", basis: "10", rate: "0.5" };
  const rest = { ...part, amount: random.chance(4) ? "0.0001" : random.chance(10) ? 5 : 0 };
  return random.chance(30) ? { amount, parts: [{ ...part, amount }, rest] } : { amount };
}

export const benefitsSubject: Subject = {
  use: "benefits",
  share: 600,
  kinds: STATEMENTS.benefits,
  plan: (random, count) =>
    askedOf(
      "benefits",
      benefits,
      () => planBenefits(random),
      () => planPersonOfBenefits(random),
      {
        each: (config, _input, outcome) => countBenefits(config, outcome, count),
      },
    ),
};

const A_THIRD = { fact: "hours", times: "1/3" };

function planBenefits(random: Random): BenefitsConfig {
  const amount = () => random.pick([100, "33.335", "1e15", 0, "0.001"]);
  const per = () =>
    random.chance(60)
      ? { per: random.pick(["month", "quarter", "half-year", "year", "period"] as const) }
      : {};
  const rows = (of: readonly string[]) => of.map((name) => ({ of: [name], amount: amount() }));
  const pays = random.pick<() => BenefitsConfig["items"][number]["pays"]>;
  const items = names("item", random.int(1, 3)).map((id) => {
    const made = pays([
      () => ({ kind: "amount", amount: amount(), ...per() }),
      () => ({
        kind: "by-tier",
        amounts: rows(random.chance(85) ? ["junior", "senior", "head"] : ["junior", "senior"]),
        ...per(),
      }),
      () => ({
        kind: "by-attribute",
        attribute: "region",
        amounts: rows(random.chance(95) ? ["north", "south"] : ["north"]),
        ...per(),
      }),
      () => ({
        kind: "rate",
        fact: "hours",
        rate: random.pick([15, "7.5%", "1/3"]),
        ...(random.chance(40) ? { least: random.pick([10, 100, A_THIRD]) } : {}),
        ...(random.chance(40) ? { most: random.pick([110, 150, A_THIRD]) } : {}),
        ...(random.chance(40) ? { over: random.pick([5, 90, { fact: "hours" }]) } : {}),
      }),
    ])();
    const monthly = made.kind !== "rate" && (made.per ?? "month") === "month";
    return {
      id,
      pays: made,
      ...(random.chance(20) ? { category: "allowance", rule: "Section 5" } : {}),
      ...(monthly && random.chance(40) ? { months: random.some([1, 2, 6, 7, 8], 1, 3) } : {}),
      ...planProration(random),
      ...(random.chance(25) ? { eligibility: planConditions(random, 1) } : {}),
    };
  });
  return {
    currency: random.pick(["USD", "JPY", "KWD"]),
    ...(random.chance(60) ? { rounding: random.pick(ROUNDING_MODES) } : {}),
    ...(random.chance(20) ? { category: "extras" } : {}),
    items,
  };
}

function planPersonOfBenefits(random: Random): BenefitsInput {
  const period = random.pick(PERIODS);
  const { absences } = planPresence(random, period);
  return {
    period,
    ...planPerson(random, period, 97),
    ...(absences === undefined ? {} : { absences: absences.map(({ from, to }) => ({ from, to })) }),
  };
}
