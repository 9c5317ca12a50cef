import { monthsAfter, periodEnd, periodStart, periodsBetween } from "../../../../src/kernel/calendar.js";
import type { Seen } from "./seen.js";

/** Counts what followed violations. */
export function countViolations(seen: Seen): void {
  const { rules, standing, given, decision, count } = seen;
  const { sanctions, standing: after, because, outcome } = decision;
  const told = (given.events ?? []).flatMap((event) => (event.kind === "violation" ? [event.id] : []));
  const reversed = (given.events ?? []).flatMap((event) => (event.kind === "reversal" ? [event.of] : []));
  for (const sanction of sanctions) {
    count("violations", sanction.kind);
    count("violations", sanction.points === undefined ? "by number" : "by points");
    count("violations", sanction.until === undefined ? "for ever" : "until a day");
    const isOld = sanction.violations.every((id) => !told.includes(id));
    count("violations", "a block that lasts", sanction.kind === "block-promotion" && isOld);
    const isRepeated = sanction.violations.some((id) => !told.includes(id));
    count("violations", "again", sanction.kind !== "block-promotion" && isRepeated);
  }
  const demotions = sanctions.filter(({ kind }) => kind === "demotion");
  count("violations", "several demotions at once", demotions.length > 1);
  const recorded = after.sanctions?.at(-1);
  const isShort = (demotions.find(({ id }) => id === because?.id)?.steps ?? 0) > (recorded?.steps ?? 0);
  count(
    "violations",
    "a demotion by fewer tiers",
    because?.source === "sanction" && outcome === "demoted" && isShort,
  );
  const kept = new Set((after.violations ?? []).map(({ id }) => id));
  const before = standing.violations ?? [];
  const gone = before.filter(({ id }) => !kept.has(id));
  count(
    "violations",
    "expired",
    gone.some(({ id }) => !reversed.includes(id)),
  );
  count(
    "violations",
    "reversed",
    before.some(({ id }) => reversed.includes(id)),
  );
  count(
    "violations",
    "reversed at once",
    told.some((id) => reversed.includes(id)),
  );
  const events = given.events ?? [];
  const happened = new Map([...before, ...events].map(({ id, date }) => [id, date]));
  count(
    "violations",
    "reversed on its day",
    events.some((event) => event.kind === "reversal" && event.date === happened.get(event.of)),
  );
  const isThere = (severity: string, times: number) =>
    (after.violations ?? []).filter((one) => one.severity === severity).length >= times;
  const quiet = (rules.violations?.consequences ?? []).filter(
    ({ kind, severity, count: times }, index) =>
      kind !== "block-promotion" &&
      severity !== undefined &&
      isThere(severity, times ?? 0) &&
      !sanctions.some(({ id }) => id === `${kind}-${index + 1}` || id === `consequence${index + 1}`),
  );
  count("violations", "not again", told.some((id) => kept.has(id)) && quiet.length > 0);
  countAppeals(seen, reversed);
}

function countAppeals({ rules, standing, decision, count }: Seen, reversed: readonly string[]): void {
  const { standing: after, period } = decision;
  const months = new Map(rules.violations?.severities.map(({ id, expiresMonths }) => [id, expiresMonths]));
  const named = (standing.sanctions ?? []).filter((one) =>
    one.violations.some((id) => reversed.includes(id)),
  );
  const still = named.filter((one) =>
    after.sanctions?.some(
      ({ violations }) => violations === one.violations || violations.join() === one.violations.join(),
    ),
  );
  count("violations", "undone", named.length > still.length);
  count("violations", "undone several", named.length > still.length + 1);
  count("violations", "not undone", still.length > 0);
  for (const { held } of decision.givenBack ?? []) {
    count("violations", "undone in a track that was left", held === undefined);
    count("violations", "undone in a tier held beside", held !== undefined && held.from !== held.to);
  }
  const isExpired = ({ severity, date }: { readonly severity: string; readonly date: string }) => {
    const expires = months.get(severity);
    return expires !== undefined && monthsAfter(date, expires) <= periodEnd(period);
  };
  const left = (after.violations ?? []).filter((one) =>
    still.some(({ violations }) => violations.includes(one.id)),
  );
  count("violations", "not undone thanks to an expired one", left.some(isExpired));
  const known = new Set((after.sanctions ?? []).flatMap(({ violations }) => violations));
  count(
    "violations",
    "known after its end",
    (after.violations ?? []).some((one) => known.has(one.id) && isExpired(one)),
  );
}

/** Counts what became of wishes to cross. */
export function countCrossing({ standing, decision, count }: Seen): void {
  const { crossing, skipped, because, standing: after } = decision;
  count(
    "crossing",
    "a tier kept by the side",
    (standing.also ?? []).length > 0 && decision.outcome === "promoted",
  );
  if (crossing === undefined) return;
  const { possible, tier, mode, requirements } = crossing;
  const decided = because?.source === "crossing";
  count("crossing", mode, decided);
  count(
    "crossing",
    "no way",
    !possible && tier === undefined && crossing.label === undefined && crossing.id === undefined,
  );
  count("crossing", "no way from this tier", tier === undefined && crossing.id !== undefined);
  count("crossing", "requirement met", requirements.length > 0 && possible);
  count("crossing", "requirement not met", tier !== undefined && requirements.some(({ met }) => !met));
  const isHeld = standing.also?.some((one) => one.tier === tier) === true;
  count("crossing", "takes up a tier", decided && isHeld && !after.also?.some((one) => one.tier === tier));
  count("crossing", "waits in a skipped review", skipped && !possible && tier !== undefined);
  count("crossing", "in a skipped review", skipped && decided);
}

/** Counts what protections did. */
export function countProtections({ rules, standing, given, decision, count }: Seen): void {
  const { skipped, missed, period, standing: after } = decision;
  count("protection", "review skipped", skipped);
  count("protection", "skipped without scores", skipped && given.scores === undefined);
  const reviewed = standing.reviewed ?? standing.history?.at(-1)?.period;
  const between = reviewed === undefined ? [] : periodsBetween(reviewed, period);
  count("protection", "no review", between.length > missed.length);
  const told = (given.events ?? []).some(
    (event) => event.kind === "protection" && event.to < periodStart(period),
  );
  count("protection", "told afterwards", told);
  count(
    "protection",
    "remembered after its end",
    (after.protections ?? []).some(({ to }) => to <= periodEnd(period)),
  );
  const history = standing.history ?? [];
  count(
    "row",
    "broken by a period without a review",
    missed.length > 0 && history.length > 0 && rules.promote !== undefined,
  );
}
