import { compareIds } from "../../kernel/apportion.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { readNumber } from "../../kernel/number.js";
import type { Report } from "../../kernel/report.js";
import { statedUnits } from "../money.js";
import { rowOf } from "../rows.js";
import { type Candidate, type Refusal, tooOften, winsSoFar } from "./candidates.js";
import type { CheckedHonoursInput } from "./input.js";
import { prizeLine } from "./prizes.js";
import type { Awarded, HonourResult, Win } from "./result.js";
import type { CheckedHonours, HonourRule } from "./rules.js";

type Event = CheckedHonoursInput["events"][number];

/** Rewards each event of an honour whose person is eligible, by day and id, as often as the person may win. */
export function rewardEvents(
  config: CheckedHonours,
  rule: HonourRule,
  input: CheckedHonoursInput,
  candidates: readonly Candidate[],
  ineligible: readonly Refusal[],
  report: Report,
): Awarded {
  const eligible = new Set(candidates.map(({ id }) => id));
  const refusals = new Map(ineligible.map(({ id, reasons }) => [id, reasons]));
  const limits = winsAllowed(rule, input);
  const rewarded = new Map<string, number>();
  const positions = new Map(input.events.map((event, index) => [event.id, index]));
  const wins: Win[] = [];
  const refused: HonourResult["refused"][number][] = [];
  for (const event of eventsOf(rule, input)) {
    const { person } = event;
    const count = rewarded.get(person) ?? 0;
    const reasons = eligible.has(person) ? (limits.get(person)?.(count) ?? []) : (refusals.get(person) ?? []);
    if (reasons.length > 0) refused.push({ id: person, event: event.id, reasons });
    else {
      rewarded.set(person, count + 1);
      wins.push(winOf(config, rule, input, event, positions.get(event.id) ?? 0, report));
    }
  }
  const { id, label } = rule;
  const winners = [...new Set(wins.map(({ person }) => person))].sort(compareIds);
  const units = [{ winners: winners.map((person) => ({ id: person, rank: 1 })), others: [], vacant: 0 }];
  return { result: { honour: id, ...(label === undefined ? {} : { label }), units, refused }, wins };
}

function eventsOf({ id }: HonourRule, { events }: CheckedHonoursInput): readonly Event[] {
  return events
    .filter(({ honour }) => honour === id)
    .sort((a, b) => a.date.localeCompare(b.date) || compareIds(a.id, b.id));
}

/** For each person, why no further event is rewarded after so many of the period. */
function winsAllowed(rule: HonourRule, { period, people }: CheckedHonoursInput) {
  return new Map(
    people.map((person) => {
      const { won, most } = winsSoFar(rule, person, period);
      const reasonsAfter = (count: number) =>
        most === undefined || won + count < most ? [] : [tooOften(won + count, most)];
      return [person.id, reasonsAfter] as const;
    }),
  );
}

function winOf(
  config: CheckedHonours,
  rule: HonourRule,
  { period }: CheckedHonoursInput,
  event: Event,
  position: number,
  report: Report,
): Win {
  const path = ["events", position, "of"];
  const need = "the reward depends on this";
  const { money, points = 0 } = rowOf(rule.events ?? [], event.of, { path, need }, report) ?? {};
  const decimals = currencyDecimals(config.currency);
  const whole = readNumber(money ?? 0);
  const units = statedUnits(whole, decimals);
  const notes = [{ kind: "honour-event", values: { event: event.id, of: event.of, on: event.date } }];
  return {
    person: event.person,
    on: event.date,
    points: BigInt(points),
    ...(money === undefined
      ? {}
      : { line: prizeLine(config, rule, period, { units, whole, among: 1 }, notes, event.id) }),
  };
}
