import { periodEnd, periodStart } from "../kernel/calendar.js";
import type { Path } from "../kernel/errors.js";
import type { Report } from "../kernel/report.js";
import { notAmong, show, showChoices } from "../kernel/show.js";
import { trackOf } from "./ladder.js";
import type { CheckedRules } from "./rules.js";
import type { CheckedStanding } from "./standing.js";

/** The last period that was reviewed, as far as a standing says. */
export function lastReviewed({ reviewed, history }: CheckedStanding): string | undefined {
  return reviewed ?? history.at(-1)?.period;
}

/** Notes what cannot all be true in a standing, whatever the rules are. */
export function checkContradictions(standing: CheckedStanding, path: Path, report: Report): void {
  const contradict = (at: Path, expected: string, got: string) =>
    report.add([...path, ...at], "standing-contradiction", `expected ${expected}, got ${show(got)}`);
  const { since, reviewed, history, lastChange, plan } = standing;
  checkOrder(history, [...path, "history"], report);
  const latest = history.at(-1)?.period;
  if (reviewed !== undefined && latest !== undefined && periodEnd(reviewed) < periodEnd(latest))
    contradict(["reviewed"], `${latest}, the last review of the history, or a later period`, reviewed);
  if (lastChange !== undefined && lastChange.on > since)
    contradict(
      ["lastChange", "on"],
      `${since}, since when the person has the tier, or an earlier day`,
      lastChange.on,
    );
  if (plan !== undefined && plan.deadline < periodStart(plan.opened))
    contradict(
      ["plan", "deadline"],
      `a day of ${plan.opened}, when the plan was opened, or later`,
      plan.deadline,
    );
  checkViolationsHeld(standing, path, report);
  for (const [index, { from, to }] of (standing.protections ?? []).entries()) {
    if (to < from)
      report.add(
        [...path, "protections", index, "to"],
        "out-of-range",
        `expected ${from} or later, got ${show(to)}`,
      );
  }
}

function checkOrder(history: CheckedStanding["history"], path: Path, report: Report): void {
  for (const [index, { period }] of history.entries()) {
    const later = history[index + 1]?.period;
    if (later === undefined || periodEnd(period) < periodStart(later)) continue;
    const message = `expected reviews in order, each period once: ${period} is not before ${later}`;
    report.add([...path, index, "period"], "period-not-after", message);
  }
}

/** Notes violations that are there twice or that the last review could not know, and demotions for violations of which none is there. */
function checkViolationsHeld(standing: CheckedStanding, path: Path, report: Report): void {
  const { violations = [], sanctions = [] } = standing;
  const reviewed = lastReviewed(standing);
  const seen = new Set<string>();
  for (const [index, { id, date }] of violations.entries()) {
    const here = [...path, "violations", index];
    if (seen.has(id)) report.add([...here, "id"], "duplicate-id", `${show(id)} is there twice`, { id });
    seen.add(id);
    if (reviewed === undefined || date <= periodEnd(reviewed)) continue;
    const message = `expected a day of ${reviewed}, the last review, or earlier, got ${show(date)}: what came later is told as an event`;
    report.add([...here, "date"], "standing-contradiction", message);
  }
  const demotions = new Set<string>();
  for (const [index, sanction] of sanctions.entries()) {
    const name = JSON.stringify([sanction.consequence, [...sanction.violations].sort()]);
    if (demotions.has(name)) {
      const message = `the demotion ${show(sanction.consequence)} for the same violations is there twice`;
      report.add([...path, "sanctions", index], "standing-contradiction", message);
    }
    demotions.add(name);
    if (sanction.violations.some((id) => seen.has(id))) continue;
    const message = `expected at least one of the violations that the standing has, ${showChoices([...seen])}, got ${show(sanction.violations[0])}`;
    report.add([...path, "sanctions", index, "violations"], "standing-contradiction", message);
  }
}

/** Notes a tier that is held beside another one of its track, or where the rules have no tracks. */
function checkHeldBeside({ tier, also = [] }: CheckedStanding, rules: CheckedRules, report: Report): void {
  const held = [tier];
  for (const [index, one] of also.entries()) {
    const track = trackOf(rules, one.tier)?.tiers ?? held;
    const other = held.find((before) => track.includes(before));
    held.push(one.tier);
    if (other === undefined) continue;
    const expected =
      rules.tracks === undefined ? "one tier, as the rules have no tracks" : "one tier of each track";
    const message = `expected ${expected}: ${show(one.tier)} is held beside ${show(other)}`;
    report.add(["standing", "also", index, "tier"], "standing-contradiction", message, { tier: one.tier });
  }
}

/** Notes what is later in a standing than the period that is reviewed, and names that the rules do not have. */
export function checkStandingByRules(
  standing: CheckedStanding,
  rules: CheckedRules,
  period: string,
  report: Report,
): void {
  const end = periodEnd(period);
  const { since, plan, also = [], violations = [], protections = [] } = standing;
  const notLater = (date: string, path: Path, code: "since-after-period" | "event-in-future") => {
    if (date <= end) return;
    const message = `expected ${end}, the last day of ${period}, or an earlier day, got ${show(date)}`;
    report.add(["standing", ...path], code, message);
  };
  notLater(since, ["since"], "since-after-period");
  checkHeldBeside(standing, rules, report);
  for (const [index, held] of also.entries())
    notLater(held.since, ["also", index, "since"], "since-after-period");
  if (plan !== undefined && periodStart(plan.opened) > end) {
    const message = `expected ${period}, which is reviewed, or an earlier period, got ${show(plan.opened)}`;
    report.add(["standing", "plan", "opened"], "standing-contradiction", message);
  }
  const severities = (rules.violations?.severities ?? []).map(({ id }) => id);
  for (const [index, { severity, date }] of violations.entries()) {
    if (lastReviewed(standing) === undefined)
      notLater(date, ["violations", index, "date"], "event-in-future");
    if (!severities.includes(severity))
      report.add(
        ["standing", "violations", index, "severity"],
        "unknown-severity",
        notAmong(severities, "a severity of the rules", severity),
      );
  }
  const reasons = (rules.protections ?? []).map(({ reason }) => reason);
  for (const [index, { reason }] of protections.entries()) {
    if (!reasons.includes(reason))
      report.add(
        ["standing", "protections", index, "reason"],
        "unknown-protection",
        notAmong(reasons, "a reason of protection", reason),
      );
  }
}
