import type { StandingInput } from "../adjustment/standing.js";
import type { Path } from "../kernel/errors.js";
import type { Report } from "../kernel/report.js";
import { notAmong } from "../kernel/show.js";
import type { CheckedPolicy } from "./policy.js";

/** What a standing may name beside tiers. */
export type StandingName = "axis" | "band" | "severity" | "protection";

/** A name in a standing that a policy does not have. */
export interface UnknownName {
  readonly of: StandingName;
  readonly name: string;
  readonly path: Path;
  readonly known: readonly string[];
}

type Bands = Readonly<Record<string, string>>;

/** A standing with the bands of the last review. */
type BandedStanding = StandingInput & { readonly bands?: Bands };

/** The names in a standing that a policy does not have: axes and bands of reviews and margins, severities of violations, reasons of protections. */
export function unknownNames(standing: BandedStanding, policy: CheckedPolicy): readonly UnknownName[] {
  const { history = [], bands = {}, violations = [], protections = [] } = standing;
  const axes = policy.axes.map(({ id }) => id);
  const among = (of: StandingName, known: readonly string[], name: string, path: Path) =>
    known.includes(name) ? [] : [{ of, name, path, known }];
  const ofBands = (at: Bands, path: Path) =>
    Object.entries(at).flatMap(([axis, band]) => {
      const known = bandsOf(axis, policy);
      const here = [...path, axis];
      return known === undefined ? among("axis", axes, axis, here) : among("band", known, band, here);
    });
  const { severities, reasons } = namesOf(policy);
  return [
    ...history.flatMap(({ scores, at = {} }, index) => [
      ...Object.keys(scores).flatMap((axis) => among("axis", axes, axis, ["history", index, "scores", axis])),
      ...ofBands(at, ["history", index, "at"]),
    ]),
    ...ofBands(bands, ["bands"]),
    ...violations.flatMap(({ severity }, index) =>
      among("severity", severities, severity, ["violations", index, "severity"]),
    ),
    ...protections.flatMap(({ reason }, index) =>
      among("protection", reasons, reason, ["protections", index, "reason"]),
    ),
  ];
}

/** Notes axes and bands in a standing that its policy does not have; severities and reasons are those of the rules, which note them. */
export function checkStandingNames(
  standing: BandedStanding,
  policy: CheckedPolicy,
  path: Path,
  report: Report,
): void {
  for (const { of, name, path: at, known } of unknownNames(standing, policy)) {
    if (of === "axis") report.add([...path, ...at], "unknown-axis", notAmong(known, "an axis", name));
    if (of === "band") report.add([...path, ...at], "unknown-band", notAmong(known, "a band", name));
  }
}

/** A standing without what names something that a policy does not have, and without demotions for violations of which none is left. */
export function withoutUnknown<S extends BandedStanding>(standing: S, policy: CheckedPolicy): S {
  const { history, bands, violations, protections, sanctions, ...rest } = standing;
  const { severities, reasons } = namesOf(policy);
  const kept = violations?.filter(({ severity }) => severities.includes(severity));
  const lasting = sanctions?.filter((one) => kept?.some(({ id }) => one.violations.includes(id)));
  const there = protections?.filter(({ reason }) => reasons.includes(reason));
  return {
    ...rest,
    ...(history && { history: history.map((review) => reviewWithout(review, policy)) }),
    ...(bands && { bands: knownBands(bands, policy) }),
    ...(kept?.length && { violations: kept }),
    ...(lasting?.length && { sanctions: lasting }),
    ...(there?.length && { protections: there }),
  } as unknown as S;
}

type PastReview = NonNullable<BandedStanding["history"]>[number];

function reviewWithout({ scores, at, ...review }: PastReview, policy: CheckedPolicy): PastReview {
  const known = Object.entries(scores).filter(([axis]) => bandsOf(axis, policy) !== undefined);
  return {
    ...review,
    scores: Object.fromEntries(known),
    ...(at && { at: knownBands(at, policy) }),
  };
}

function knownBands(at: Bands, policy: CheckedPolicy): Bands {
  return Object.fromEntries(
    Object.entries(at).filter(([axis, band]) => bandsOf(axis, policy)?.includes(band)),
  );
}

function bandsOf(axis: string, { axes }: CheckedPolicy): readonly string[] | undefined {
  return axes.find(({ id }) => id === axis)?.bands.map(({ id }) => id);
}

function namesOf({ adjustment: { violations, protections } }: CheckedPolicy) {
  return {
    severities: (violations?.severities ?? []).map(({ id }) => id),
    reasons: (protections ?? []).map(({ reason }) => reason),
  };
}
