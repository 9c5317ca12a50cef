import { periodEnd } from "../../kernel/calendar.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { exactDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import { readNumber } from "../../kernel/number.js";
import { rational } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { roundToUnits } from "../../kernel/rounding.js";
import { candidatesFor } from "./candidates.js";
import { rewardEvents } from "./events.js";
import type { CheckedHonoursInput } from "./input.js";
import { prizeLine, prizesOf } from "./prizes.js";
import { rankUnits, type UnitWinners } from "./rank.js";
import type { Awarded, HonouredPerson, HonourResult, Honours, Win } from "./result.js";
import type { CheckedHonours, HonourRule } from "./rules.js";

/** Gives the honours of a period one after the other. */
export function awardHonours(
  config: CheckedHonours,
  given: readonly HonourRule[],
  input: CheckedHonoursInput,
  report: Report,
): Honours {
  const { period, people } = input;
  const won = new Map<string, ReadonlySet<string>>();
  const awarded = given.map((rule): Awarded & { readonly honour: string } => {
    const { candidates, refused } = candidatesFor(rule, people, period, won, report);
    const one =
      rule.events === undefined
        ? awardRanks(config, rule, rankUnits(rule, candidates), period, refused)
        : rewardEvents(config, rule, input, candidates, refused, report);
    won.set(rule.id, new Set(one.wins.map(({ person }) => person)));
    return { ...one, honour: rule.id };
  });
  const decimals = currencyDecimals(config.currency);
  const wins = winsByPerson(awarded);
  const honoured = people.flatMap(({ id }) => personOf(id, wins.get(id)));
  const units = honoured.flatMap(({ lines }) =>
    lines.map(({ amount }) => roundToUnits(readNumber(amount), decimals, "half-up")),
  );
  return {
    kind: "honours",
    period,
    currency: config.currency,
    amount: unitsToDecimal(
      units.reduce((all, one) => all + one, 0n),
      decimals,
    ),
    honours: awarded.map(({ result }) => result),
    people: honoured,
  };
}

/** What each person won, with the honour that it was. */
function winsByPerson(
  awarded: readonly (Awarded & { readonly honour: string })[],
): ReadonlyMap<string, readonly HonourWin[]> {
  const won = new Map<string, HonourWin[]>();
  for (const { honour, wins } of awarded) {
    for (const win of wins) {
      const before = won.get(win.person);
      if (before === undefined) won.set(win.person, [{ ...win, honour }]);
      else before.push({ ...win, honour });
    }
  }
  return won;
}

type HonourWin = Win & { readonly honour: string };

function personOf(id: string, wins: readonly HonourWin[] = []): readonly HonouredPerson[] {
  if (wins.length === 0) return [];
  return [
    {
      id,
      lines: wins.flatMap(({ line }) => line ?? []),
      points: unitsToDecimal(
        wins.reduce((all, { points }) => all + points, 0n),
        0,
      ),
      honours: wins.map(({ honour, on }) => ({ honour, on })),
    },
  ];
}

/** The prizes of those who win by rank. */
function awardRanks(
  config: CheckedHonours,
  rule: HonourRule,
  units: readonly UnitWinners[],
  period: string,
  refused: HonourResult["refused"],
): Awarded {
  const { id, label, prize } = rule;
  const { tied = "same" } = prize ?? {};
  const wins = units.flatMap(({ unit, winners }) => {
    const decimals = currencyDecimals(config.currency);
    const money = prize?.money && prizesOf(winners, { tied, amounts: prize.money, decimals });
    const points = prize?.points && prizesOf(winners, { tied, amounts: prize.points, decimals: 0 });
    return winners.map(({ id: person, rank }): Win => {
      const paid = money?.get(person);
      const notes = [
        {
          kind: "honour-rank",
          values: { rank: exactDecimal(rational(BigInt(rank))), ...(unit === undefined ? {} : { unit }) },
        },
      ];
      return {
        person,
        on: periodEnd(period),
        points: points?.get(person)?.units ?? 0n,
        ...(paid === undefined ? {} : { line: prizeLine(config, rule, period, paid, notes) }),
      };
    });
  });
  return { result: { honour: id, ...(label === undefined ? {} : { label }), units, refused }, wins };
}
