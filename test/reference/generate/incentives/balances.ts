import {
  type AdvanceConfig,
  type AdvanceInput,
  advance,
  type DrawConfig,
  type DrawInput,
  draw,
  type HoldbackConfig,
  type HoldbackInput,
  holdback,
  ROUNDING_MODES,
} from "../../../../src/index.js";
import { BALANCES, countBalance } from "../../coverage/incentives/balances.js";
import { names, type Random } from "../random.js";
import { askedInTurn, type Subject } from "./subject.js";

const PERIODS = 5;
const CURRENCIES = ["USD", "JPY", "KWD"] as const;

const head = (random: Random) => ({
  currency: random.pick(CURRENCIES),
  ...(random.chance(25) ? { id: "own", category: "special", rule: "Section 9" } : {}),
  ...(random.chance(60) ? { rounding: random.pick(ROUNDING_MODES) } : {}),
});

/** The period of a turn; now and then one that is not after the balance's, or of another unit. */
function periodOf(random: Random, turn: number): string {
  if (random.chance(5)) return random.pick(["2025-12", "2026-Q2"]);
  return `2026-${String(turn * 2 + random.int(1, 2)).padStart(2, "0")}`;
}

/** Money of a currency's units, and now and then finer. */
function money(
  random: Random,
  { currency }: { readonly currency: string },
  least: number,
  most: number,
): string {
  const decimals = { USD: 2, JPY: 0, KWD: 3 }[currency] ?? 2;
  const whole = random.int(least, most);
  if (random.chance(2)) return `${whole}e12`;
  if (decimals === 0) return random.chance(3) ? `${whole}.5` : String(whole);
  return `${whole}.${String(random.int(0, 10 ** decimals - 1)).padStart(decimals, "0")}${random.chance(3) ? "1" : ""}`;
}

export const drawSubject: Subject = {
  use: "draw",
  share: 800,
  kinds: BALANCES.draw,
  plan: (random, count) =>
    askedInTurn(
      "draw",
      draw,
      () => planDraw(random),
      (config, last, turn) => planDrawn(random, config, last?.balance, turn),
      {
        turns: PERIODS,
        each: (config, input, outcome) => countBalance("draw", config, input, outcome, count),
      },
    ),
};

function planDraw(random: Random): DrawConfig {
  return {
    ...head(random),
    amount: random.pick([0, 500, 1000, 3000]),
    ...(random.chance(60) ? { recoverable: random.chance(60) } : {}),
    ...(random.chance(50) ? { recovery: random.pick(["50%", "1/3", 1]) } : {}),
    ...(random.chance(40) ? { mostOutstanding: random.pick([0, 700, 1500]) } : {}),
    ...(random.chance(40) ? { forgivenAfter: random.pick([1, 2, 4]) } : {}),
    ...(random.chance(60) ? { atEnd: random.pick(["owed", "forgiven"] as const) } : {}),
  };
}

function planDrawn(
  random: Random,
  config: DrawConfig,
  balance: DrawInput["balance"],
  turn: number,
): DrawInput {
  return {
    period: periodOf(random, turn),
    earned: random.chance(10)
      ? 1000
      : money(random, config, random.pick([-800, 0, 0]), random.pick([900, 5000])),
    ...(random.chance(20) ? { amount: random.pick([0, 1000, 2000]) } : {}),
    ...(random.chance(15) ? { ends: true } : {}),
    ...(balance === undefined ? {} : { balance }),
  };
}

export const holdbackSubject: Subject = {
  use: "holdback",
  share: 600,
  kinds: BALANCES.holdback,
  plan: (random, count) =>
    askedInTurn(
      "holdback",
      holdback,
      () => planHoldback(random),
      (config, last, turn) => planHeld(random, config, last?.balance, turn),
      {
        turns: PERIODS,
        each: (config, input, outcome) => countBalance("holdback", config, input, outcome, count),
      },
    ),
};

function planHoldback(random: Random): HoldbackConfig {
  return {
    ...head(random),
    share: random.pick(["20%", "1/3", 0, "0.125", 1]),
    ...(random.chance(50) ? { releasedAfter: random.pick([1, 2, 4]) } : {}),
    ...random.pick([
      {},
      {},
      { instalments: random.pick([1, 2, 3]) },
      { releasedShare: random.pick(["50%", "1/3", 1]) },
    ]),
  };
}

function planHeld(
  random: Random,
  config: HoldbackConfig,
  balance: HoldbackInput["balance"],
  turn: number,
): HoldbackInput {
  const held = [...new Set((balance?.held ?? []).map(({ id }) => id))];
  const deals = random.chance(8) ? [...held, "unknown"] : held;
  const release = random.some(deals, 0, 2);
  const others = random.chance(60) ? deals : deals.filter((deal) => !release.includes(deal));
  const forfeit = random.some(others, 0, 1);
  const ids = random.some(["d1", "d2", "d3", "d4"], 0, 3);
  return {
    period: periodOf(random, turn),
    earned: (random.chance(2) ? [...ids, ...ids] : ids).map((id) => ({
      id,
      amount: money(random, config, -100, 2000),
    })),
    ...(release.length > 0 && random.chance(60) ? { release } : {}),
    ...(forfeit.length > 0 && random.chance(40) ? { forfeit } : {}),
    ...(balance === undefined ? {} : { balance }),
  };
}

export const advanceSubject: Subject = {
  use: "advance",
  share: 600,
  kinds: BALANCES.advance,
  plan: (random, count) =>
    askedInTurn(
      "advance",
      advance,
      () => planAdvance(random),
      (config, last, turn) => planAdvanced(random, config, last?.balance, turn),
      {
        turns: PERIODS,
        each: (config, input, outcome) => countBalance("advance", config, input, outcome, count),
      },
    ),
};

function planAdvance(random: Random): AdvanceConfig {
  return {
    ...head(random),
    periods: random.pick([1, 3, 9, 12]),
    ...(random.chance(60) ? { share: random.pick(["75%", "1/3", 1]) } : {}),
  };
}

function planAdvanced(
  random: Random,
  config: AdvanceConfig,
  balance: AdvanceInput["balance"],
  turn: number,
): AdvanceInput {
  const going = (balance?.deals ?? []).map(({ id }) => id);
  const sold = names(`d${turn}`, random.pick([0, 1, 2]));
  const again = random.chance(8) ? [...sold, ...going] : sold;
  const all = [...going, ...sold];
  return {
    period: periodOf(random, turn),
    ...(again.length === 0
      ? {}
      : { sold: again.map((id) => ({ id, amount: random.pick([100, "33.333", "100/3", 0]) })) }),
    ...(random.chance(80)
      ? {
          earned: random
            .some([...all, "other"], 0, 3)
            .map((id) => ({ id, amount: money(random, config, -20, 200) })),
        }
      : {}),
    ...(random.chance(40) ? { ended: random.some(random.chance(8) ? ["unknown"] : all, 0, 2) } : {}),
    ...(balance === undefined ? {} : { balance }),
  };
}
