import * as z from "zod/mini";
import { tiersSchema } from "../../classification/tier.js";
import type { Path } from "../../kernel/errors.js";
import { id, key } from "../../kernel/fields.js";
import { checkHeadCountBound, headCountBound } from "../../kernel/head-count.js";
import { checkIds } from "../../kernel/ids.js";
import { readRatio } from "../../kernel/number.js";
import { checkOrderKeys, orderKeysSchema } from "../../kernel/order-keys.js";
import { compare, ONE, type Rational, rationalText, sum } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { checkTier } from "../rules.js";

/** The fields of limited places that a policy's `places` has too. */
export function placesFields() {
  return {
    quotas: described(
      list(
        z.strictObject({
          tier: id(),
          group: z.optional(
            described(
              key(),
              "The group that it is for; a quota without one is for every group that has none of its own.",
            ),
          ),
          most: headCountBound("How many places there are: a head-count, or a share of the group."),
          least: z.optional(
            headCountBound("How many are to be taken at least, where it is a range: what lacks is shown."),
          ),
        }),
        1,
      ),
      "The places in tiers that have limited ones.",
    ),
    keys: orderKeysSchema("The numbers by which candidates are ranked, the best first."),
    incumbents: described(
      z._default(z.enum(["protected", "compete"]), "protected"),
      "Whether those who are in the tier keep their places, or are ranked with the candidates.",
    ),
    ties: described(
      z._default(z.enum(["all-in", "all-out", "id"]), "id"),
      "Who gets a place where candidates whom no key tells apart stand on both sides of the last one: all of them, none, or the first by id, by code point.",
    ),
  };
}

/** The schema of limited places. */
export const placesConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({ tiers: tiersSchema(), ...placesFields() }),
);

/**
 * Limited places: the config of `allocatePlaces`.
 *
 * @useDeclaredType
 */
export type PlacesConfig = Written<typeof placesConfig>;

/** The same after the check, with defaults filled in. */
export type CheckedPlaces = Checked<typeof placesConfig>;

type Quota = CheckedPlaces["quotas"][number];

/** The quota of a tier that is for a group. */
export function quotaFor(
  { quotas }: Pick<CheckedPlaces, "quotas">,
  tier: string,
  group: string | undefined,
): Quota | undefined {
  const here = quotas.filter((quota) => quota.tier === tier);
  return here.find((quota) => quota.group === group) ?? here.find((quota) => quota.group === undefined);
}

/** Notes what the schema cannot see in rules of limited places. */
export function checkPlaces(config: CheckedPlaces, path: Path, report: Report): void {
  checkIds(config.tiers, [...path, "tiers"], report);
  checkOrderKeys(config.keys, [...path, "keys"], report);
  const tiers = report.sound([...path, "tiers"]) ? config.tiers.map(({ id: tier }) => tier) : [];
  const seen = new Set<string>();
  for (const [index, quota] of report.items(config.quotas, [...path, "quotas"])) {
    const here = [...path, "quotas", index];
    if (!report.sound(here)) continue;
    checkTier(quota.tier, tiers, [...here, "tier"], report);
    const name = JSON.stringify([quota.tier, quota.group ?? null]);
    if (seen.has(name))
      report.add([...here, "tier"], "duplicate-id", `${show(quota.tier)} has a quota for this group already`);
    seen.add(name);
    checkBounds(quota, here, report);
  }
  if (report.clean([...path, "quotas"]) && report.sound([...path, "tiers"]))
    checkLeastShares(config, [...path, "quotas"], report);
}

function checkBounds({ most, least }: Quota, path: Path, report: Report): void {
  checkHeadCountBound(most, [...path, "most"], report);
  checkHeadCountBound(least, [...path, "least"], report);
  if (least === undefined || !report.clean(path)) return;
  const above =
    (least.count !== undefined && most.count !== undefined && least.count > most.count) ||
    (least.share !== undefined &&
      most.share !== undefined &&
      compare(readRatio(least.share), readRatio(most.share)) > 0);
  if (above)
    report.add(
      [...path, "least"],
      "range-empty",
      `expected at most ${show(most.count ?? most.share)}, got ${show(least.count ?? least.share)}`,
    );
}

/** The least shares of all tiers that are for one group cannot be more than the group. */
function checkLeastShares(config: CheckedPlaces, path: Path, report: Report): void {
  const groups = new Set(config.quotas.map(({ group }) => group));
  for (const group of groups) {
    const shares = config.tiers.flatMap(({ id: tier }): readonly Rational[] => {
      const share = quotaFor(config, tier, group)?.least?.share;
      return share === undefined ? [] : [readRatio(share)];
    });
    const total = sum(shares);
    if (compare(total, ONE) <= 0) continue;
    const of = group === undefined ? "" : ` of ${show(group)}`;
    report.add(
      path,
      "shares-sum",
      `expected least shares${of} that sum to at most 1, got ${rationalText(total)}`,
    );
    return;
  }
}
