import * as z from "zod/mini";
import { namedFields } from "../../classification/facts.js";
import type { Path } from "../../kernel/errors.js";
import { id } from "../../kernel/fields.js";
import { checkIds } from "../../kernel/ids.js";
import { label } from "../../kernel/label.js";
import type { Report } from "../../kernel/report.js";
import { described, list, type Plain } from "../../kernel/schema.js";
import { notAmong, show } from "../../kernel/show.js";
import { checkConditions, type Names } from "../conditions/check.js";
import { type Condition, conditionsSchema } from "../conditions/schema.js";

/** The schema of several career ladders (M9). */
export function tracksSchema() {
  return described(
    list(
      z.strictObject({
        id: id(),
        label: z.optional(label()),
        tiers: described(
          list(id(), 1),
          "The tiers of the track, from the lowest to the highest, as `tiers` has them.",
        ),
      }),
      1,
    ),
    "Career tracks, such as business and management; each tier is in one of them.",
  );
}

/** The schema of the ways from one track to another. */
export function crossingsSchema() {
  return described(
    list(
      z.strictObject({
        ...namedFields(),
        from: described(id(), "The track that is left."),
        to: described(id(), "The track that is entered."),
        map: described(
          list(z.strictObject({ from: id(), to: id() }), 1),
          "Which tier of the one leads to which of the other; from other tiers there is no way.",
        ),
        requires: z.optional(conditionsSchema("What has to be met to cross; all of it.")),
        mode: described(
          z._default(z.enum(["exclusive", "concurrent"]), "exclusive"),
          "concurrent: the tier that is left is kept beside the new one, and taken up again on the way back.",
        ),
      }),
      1,
    ),
    "The ways from one track to another.",
  );
}

/** Career tracks, as the rules state them. */
export type TrackTerms = Plain<z.output<ReturnType<typeof tracksSchema>>>;
/** Ways between them. */
export type CrossingTerms = Plain<z.output<ReturnType<typeof crossingsSchema>>>;

/** Notes tiers that are in no track or in two, and ways between what is not there. */
export function checkTracks(
  {
    tracks,
    crossings,
  }: { readonly tracks?: TrackTerms | undefined; readonly crossings?: CrossingTerms | undefined },
  tiers: readonly string[],
  names: Names,
  path: Path,
  report: Report,
): void {
  const at = [...path, "tracks"];
  checkIds(tracks, at, report);
  const seen = new Set<string>();
  for (const [index, track] of report.items(tracks, at)) {
    for (const [place, tier] of report.items(track.tiers, [...at, index, "tiers"])) {
      const here = [...at, index, "tiers", place];
      if (tiers.length > 0 && !tiers.includes(tier))
        report.add(here, "unknown-tier", notAmong(tiers, "a tier", tier), { tier });
      if (seen.has(tier))
        report.add(here, "duplicate-id", `the tier ${show(tier)} is in a track already`, { id: tier });
      seen.add(tier);
    }
    checkSameOrder(track.tiers, tiers, [...at, index, "tiers"], report);
  }
  if (tracks !== undefined && report.sound(at)) {
    for (const tier of tiers.filter((one) => !seen.has(one)))
      report.add(at, "tier-without-track", `the tier ${show(tier)} is in no track`, { tier });
  }
  checkCrossings(
    crossings,
    report.sound(at) ? (tracks ?? []) : undefined,
    names,
    [...path, "crossings"],
    report,
  );
}

/** Notes a track that goes another way than all tiers do. */
function checkSameOrder(
  track: readonly string[],
  tiers: readonly string[],
  path: Path,
  report: Report,
): void {
  if (!report.clean(path) || tiers.length === 0) return;
  const sorted = tiers.filter((tier) => track.includes(tier));
  if (track.every((tier, place) => tier === sorted[place])) return;
  const message = `expected the tiers from the lowest to the highest, as "tiers" has them: ${sorted.map(show).join(", ")}`;
  report.add(path, "tiers-unsorted", message);
}

/** Notes a second crossing between two tracks, a crossing that leads nowhere else, and a tier that it leads from twice. */
function checkWayOnce(
  { from, to, map }: NonNullable<CrossingTerms>[number],
  before: NonNullable<CrossingTerms>,
  path: Path,
  report: Report,
): void {
  if (from === to) report.add([...path, "to"], "one-of", `expected another track than ${show(from)}`);
  if (before.some((one) => one.from === from && one.to === to)) {
    const message = `there is a crossing from ${show(from)} to ${show(to)} already: one holds all its tiers`;
    report.add(path, "row-twice", message);
  }
  const seen = new Set<string>();
  for (const [place, { from: tier }] of map.entries()) {
    if (seen.has(tier))
      report.add([...path, "map", place, "from"], "row-twice", `${show(tier)} leads somewhere already`);
    seen.add(tier);
  }
}

function checkCrossings(
  crossings: CrossingTerms | undefined,
  tracks: TrackTerms | undefined,
  names: Names,
  path: Path,
  report: Report,
): void {
  for (const [index, crossing] of report.items(crossings, path)) {
    const here = [...path, index];
    checkConditions(
      crossing.requires as readonly Condition[] | undefined,
      names,
      [...here, "requires"],
      report,
    );
    if (!report.sound(here)) continue;
    checkWayOnce(crossing, crossings?.slice(0, index) ?? [], here, report);
    if (tracks === undefined) continue;
    for (const end of ["from", "to"] as const) {
      const track = tracks.find((one) => one.id === crossing[end]);
      if (track === undefined) {
        const known = tracks.map((one) => one.id);
        report.add([...here, end], "unknown-track", notAmong(known, "a track", crossing[end]));
        continue;
      }
      for (const [place, step] of crossing.map.entries()) {
        if (!track.tiers.includes(step[end]))
          report.add(
            [...here, "map", place, end],
            "unknown-tier",
            notAmong(track.tiers, `a tier of ${show(track.id)}`, step[end]),
            {
              tier: step[end],
            },
          );
      }
    }
  }
}
