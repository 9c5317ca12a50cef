import * as z from "zod/mini";
import type { Path } from "../kernel/errors.js";
import { configNumber, configRatio, decimals, id, roundingMode, wholeNumber } from "../kernel/fields.js";
import { readNumber, readRatio } from "../kernel/number.js";
import { checkOrderKeys, type OrderKey, orderKeysSchema } from "../kernel/order-keys.js";
import { compare, ONE, type Rational, rationalText, sum } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { described, judged, list, type Plain, type Problem } from "../kernel/schema.js";
import { notAmong, show } from "../kernel/show.js";
import { QUANTILE_DEFINITIONS } from "./quantiles.js";

const CUT_DECIMALS = 4;

const TIE_RULES = ["all-in", "all-out"] as const;

/** What is wrong with a rule of ties by name. */
function tieRuleProblem(value: unknown): Problem | undefined {
  if (TIE_RULES.some((rule) => rule === value)) return undefined;
  const why = value === "id" ? ": an id alone puts nobody into a band, it counts after keys" : "";
  const message = `expected ${TIE_RULES.map(show).join(", ")} or { keys }, got ${show(value)}${why}`;
  return { code: "not-a-choice", message };
}

function ties() {
  return described(
    z.union([
      judged<(typeof TIE_RULES)[number]>(tieRuleProblem, { type: "string", enum: TIE_RULES }),
      z.strictObject({
        keys: orderKeysSchema(
          "The numbers by which people of the same score are ordered, the best first; after them the id counts, by code point.",
        ),
      }),
    ]),
    "Who is in where people of the same score stand on both sides of a cut: all of them, none, or the first by further keys.",
  );
}

const minimumGroup = () =>
  z.optional(
    described(
      wholeNumber(2, 1_000_000),
      "The least number of people; in a smaller group bands hold from their `from`.",
    ),
  );

const cutDecimals = () =>
  described(z._default(decimals(), CUT_DECIMALS), "The decimals to which a cut-off is rounded.");

const best = "The cuts of all bands but the lowest, each counted from the top.";

/** The schema of bands that depend on the group (M17). */
export function relativeSchema() {
  const band = () => ({ band: id() });
  const common = () => ({ minimumGroup: minimumGroup() });
  return described(
    z.discriminatedUnion("kind", [
      described(
        z.strictObject({
          kind: z.literal("top-share"),
          cuts: described(
            list(z.strictObject({ ...band(), share: configRatio({ above: 0, most: 1 }) }), 1),
            best,
          ),
          rounding: z._default(roundingMode(), "half-up"),
          ties: ties(),
          ...common(),
        }),
        "The best share of the people, as a head-count that is rounded.",
      ),
      described(
        z.strictObject({
          kind: z.literal("top-count"),
          cuts: described(list(z.strictObject({ ...band(), count: wholeNumber(1, 1_000_000_000) }), 1), best),
          ties: ties(),
          ...common(),
        }),
        "The best so many people.",
      ),
      described(
        z.strictObject({
          kind: z.literal("forced"),
          shares: described(
            list(z.strictObject({ ...band(), share: configRatio({ least: 0, most: 1 }) }), 1),
            "The share of each band; they sum to 1.",
          ),
          ties: ties(),
          ...common(),
        }),
        "A forced distribution: each band's share of the people, as head-counts by largest remainder; of equal remainders the better band's counts first.",
      ),
      described(
        z.strictObject({
          kind: z.literal("quantile"),
          cuts: described(
            list(z.strictObject({ ...band(), at: configRatio({ least: 0, most: 1 }) }), 1),
            "The quantile of the scores at which each band but the lowest begins.",
          ),
          definition: described(z.enum(QUANTILE_DEFINITIONS), "How a quantile is worked out."),
          decimals: cutDecimals(),
          ...common(),
        }),
        "Quantiles of the scores.",
      ),
      described(
        z.strictObject({
          kind: z.literal("mean-deviation"),
          cuts: described(
            list(z.strictObject({ ...band(), deviations: configNumber() }), 1),
            "How many standard deviations above the mean each band but the lowest begins; below it, negative.",
          ),
          deviation: described(
            z.enum(["population", "sample"]),
            "The standard deviation: over n people, or over n - 1.",
          ),
          whenEqual: z.optional(described(id(), "The band of all, where all scores are the same.")),
          decimals: cutDecimals(),
          ...common(),
        }),
        "The mean of the scores and multiples of their standard deviation.",
      ),
    ]),
    "Where bands begin depends on the scores of a group: bandContext works that out.",
  );
}

/** How bands depend on the group, as the config has it. */
export type Relative = Plain<z.output<ReturnType<typeof relativeSchema>>>;

/** A band and the number that says where it begins, as the config has it and exact. */
export interface Cut {
  readonly band: string;
  readonly written: number | string;
  readonly value: Rational;
}

/** The cuts by the band, each with its number. */
export function cutsOf(relative: Relative): readonly Cut[] {
  switch (relative.kind) {
    case "top-share":
      return relative.cuts.map(({ band, share }) => ratioCut(band, share));
    case "top-count":
      return relative.cuts.map(({ band, count }) => ({ band, written: count, value: readNumber(count) }));
    case "forced":
      return relative.shares.map(({ band, share }) => ratioCut(band, share));
    case "quantile":
      return relative.cuts.map(({ band, at }) => ratioCut(band, at));
    case "mean-deviation":
      return relative.cuts.map(({ band, deviations }) => ({
        band,
        written: deviations,
        value: readNumber(deviations),
      }));
  }
}

function ratioCut(band: string, written: number | string): Cut {
  return { band, written, value: readRatio(written) };
}

/** The numbers that tie people apart, in their order; none where a rule decides. */
export function tieKeys(relative: Relative): readonly OrderKey[] {
  return "ties" in relative && typeof relative.ties === "object" ? relative.ties.keys : [];
}

/** Notes bands without a cut, cuts of no band, and cuts in the wrong order. */
export function checkRelative(
  relative: Relative,
  bands: readonly { readonly id: string }[],
  path: Path,
  report: Report,
): void {
  if (!report.sound(path)) return;
  const forced = relative.kind === "forced";
  const cutPath = [...path, forced ? "shares" : "cuts"];
  const cuts = cutsOf(relative);
  const wanted = bands.map(({ id: band }) => band).slice(forced ? 0 : 1);
  const seen = new Set<string>();
  for (const [index, { band }] of cuts.entries()) {
    const here = [...cutPath, index, "band"];
    if (!wanted.includes(band)) {
      const lowest = band === bands[0]?.id ? " (the lowest band holds all others)" : "";
      report.add(here, "unknown-band", `${notAmong(wanted, "a band with a cut", band)}${lowest}`);
    } else if (seen.has(band)) report.add(here, "duplicate-id", `${show(band)} is there twice`, { id: band });
    seen.add(band);
  }
  for (const band of wanted.filter((one) => !seen.has(one)))
    report.add(cutPath, "cut-missing", `the band ${show(band)} has no ${forced ? "share" : "cut"}`, { band });
  checkOrderKeys(tieKeys(relative), [...path, "ties", "keys"], report);
  if (!report.clean(cutPath)) return;
  if (forced) checkSum(cuts, cutPath, report);
  else checkOrder(relative, wanted, cuts, cutPath, report);
  if (relative.kind === "mean-deviation" && relative.whenEqual !== undefined) {
    const known = bands.map(({ id: band }) => band);
    if (!known.includes(relative.whenEqual))
      report.add([...path, "whenEqual"], "unknown-band", notAmong(known, "a band", relative.whenEqual));
  }
}

function checkSum(cuts: readonly Cut[], path: Path, report: Report): void {
  const total = sum(cuts.map(({ value }) => value));
  if (compare(total, ONE) !== 0)
    report.add(path, "shares-sum", `expected shares that sum to 1, got ${rationalText(total)}`);
}

/** Better bands have fewer people from the top, and begin at higher quantiles and further above the mean. */
function checkOrder(
  { kind }: Relative,
  bands: readonly string[],
  cuts: readonly Cut[],
  path: Path,
  report: Report,
): void {
  const fromTop = kind === "top-share" || kind === "top-count";
  const cutAt = (band: string) => cuts.find((cut) => cut.band === band)?.value as Rational;
  for (const [index, band] of bands.slice(1).entries()) {
    const below = bands[index] as string;
    const difference = compare(cutAt(band), cutAt(below));
    if (fromTop ? difference < 0 : difference > 0) continue;
    const at = cuts.findIndex((cut) => cut.band === band);
    const [value, other] = [rationalText(cutAt(band)), rationalText(cutAt(below))];
    const message = `expected ${fromTop ? "less" : "more"} for ${show(band)} than the ${other} of the band below, ${show(below)}, got ${value}`;
    report.add([...path, at], "cuts-unsorted", message);
  }
}
