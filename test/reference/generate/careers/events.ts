import { type AdjustmentInput, periodEnd, type Standing, shiftPeriod } from "../../../../src/index.js";
import { daysAfter, periodStart } from "../../../../src/kernel/calendar.js";
import { names, type Random } from "../random.js";
import { type RulesPlan, shuffled } from "./rules.js";

type Event = NonNullable<AdjustmentInput["events"]>[number];

/** What happened up to the end of a period to somebody with this standing, in any order. */
export function planEvents(
  random: Random,
  { rules }: RulesPlan,
  standing: Pick<Standing, "violations" | "plan">,
  period: string,
): readonly Event[] {
  const head = (id: string) => ({ id: `${id}-${period}`, date: planDate(random, period) });
  const { protections, violations, tracks } = rules;
  const extensions = (rules.demote?.plan?.extensions?.most ?? 0) - (standing.plan?.extensions ?? 0);
  const found: Event[] = [];
  if (protections !== undefined && random.chance(18)) {
    const reason = random.pick(protections).reason;
    found.push({ ...head("leave"), kind: "protection", reason, ...planSpan(random, period) });
  }
  if (standing.plan !== undefined && extensions > 0 && random.chance(30))
    for (const id of names("extension", random.int(1, extensions)))
      found.push({ ...head(id), kind: "plan-extended" });
  for (const id of names("appointment", random.pick([...Array<0>(30).fill(0), 1, 1, 2]))) {
    const told = random.chance(50) ? { by: "the board", note: { en: "as decided" } } : {};
    found.push({ ...head(id), kind: "appointment", to: random.pick(rules.tiers).id, ...told });
  }
  if (violations !== undefined) {
    for (const id of names("violation", random.pick([0, 0, 0, 1, 2])))
      found.push({ ...head(id), kind: "violation", severity: random.pick(violations.severities).id });
    const known = [...(standing.violations ?? []), ...found.filter(({ kind }) => kind === "violation")];
    if (known.length > 0 && random.chance(35))
      for (const [index, { id: of, date: happened }] of random.some(known, 1, 2).entries()) {
        const { id, date: any } = head(`appeal${index}`);
        found.push({ id, date: any < happened ? happened : any, kind: "reversal", of });
      }
  }
  if (tracks !== undefined)
    for (const id of names("wish", random.pick([0, 0, 0, 1, 2])))
      found.push({ ...head(id), kind: "crossing", to: random.pick(tracks).id });
  return shuffled(random, found);
}

/** A day of the period, often its last, or one before it. */
function planDate(random: Random, period: string): string {
  const days = [periodEnd(period), periodStart(period), daysAfter(periodStart(period), random.int(0, 27))];
  return random.pick([...days, periodEnd(shiftPeriod(period, -random.int(1, 4)))]);
}

/** A time around the period, or wholly before it. */
function planSpan(random: Random, period: string) {
  const first = shiftPeriod(period, random.pick([-2, -1, 0, 0, 0]));
  const last = shiftPeriod(first, random.int(0, 3));
  const from = random.pick([
    periodStart(first),
    periodEnd(first),
    daysAfter(periodStart(first), random.int(0, 27)),
  ]);
  const to = random.pick([periodEnd(last), periodStart(last)]);
  return { from, to: to < from ? from : to };
}
