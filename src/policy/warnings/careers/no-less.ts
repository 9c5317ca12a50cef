import { ladderOf } from "../../../adjustment/ladder.js";
import type { CheckedRules } from "../../../adjustment/rules.js";
import type { Footing } from "./footings.js";
import { type Lists, ofSign } from "./leaves.js";
import { memo } from "./memo.js";

/** What a place in the matrix does, as a verdict has it. */
export type PlaceSaid = readonly [
  tier: string | null,
  move: string | null,
  capTier: string | null,
  isBlocked: boolean,
];

/**
 * Tells of two verdicts whether the second surely comes to no less: all is met that promotes in the first, nothing that demotes but what does there, the place is as good, and a plan or a
 * trial comes to no less. That is enough but where conditions of one direction may lead to different tiers, or where a demotion saves from an exit.
 */
export function noLessBy(rules: CheckedRules, { up, down }: Lists, byTier: boolean) {
  const mayExit = rules.demote?.plan?.onFail === "exit";
  const steps = byTier && [...up, ...down].some(({ exempt }) => exempt?.includes("step-limit"));
  const isPlaceNoLess = memo((place: string, other: string) =>
    placeNoLess(JSON.parse(place) as PlaceSaid, JSON.parse(other) as PlaceSaid, rules),
  );
  return (worse: string, better: string, footing: Footing): boolean => {
    if (steps || (footing.plan !== undefined && mayExit)) return false;
    const [[one = "", place = ""], [other = "", at = ""]] = [worse.split(" "), better.split(" ")];
    return gains(one, other, footing) && isPlaceNoLess(`${place} ${at}`, place, at);
  };
}

function gains(worse: string, better: string, { trial }: Footing): boolean {
  const [up = "", requires = "", down = "", targets = "", pass = ""] = worse.split(",");
  const [moreUp = "", moreRequires = "", lessDown = "", moreTargets = "", samePass = ""] = better.split(",");
  return (
    covers(moreUp, up) &&
    covers(moreRequires, requires) &&
    covers(down, lessDown) &&
    covers(moreTargets, targets) &&
    nowCovers(down, lessDown) &&
    (trial === undefined || (pass === samePass && nowCovers(lessDown, down)))
  );
}

/** Whether all conditions that are met in the second are met in the first. */
function covers(first: string, second: string): boolean {
  return [...second].every((said, index) => !ofSign(said).met || ofSign(first[index]).met);
}

/** The same of those that the review alone meets. */
function nowCovers(first: string, second: string): boolean {
  return [...second].every((said, index) => !ofSign(said).now || ofSign(first[index]).now);
}

function placeNoLess(
  [tier, move, cap, isBlocked]: PlaceSaid,
  better: PlaceSaid,
  rules: CheckedRules,
): boolean {
  const [betterTier, betterMove, betterCap, betterBlocked] = better;
  const isNoLess = (one: string | null, other: string | null) => {
    if (one === null || other === null) return one === other;
    const ladder = ladderOf(rules, one);
    return ladder.includes(other) && ladder.indexOf(other) >= ladder.indexOf(one);
  };
  const isCapNoLess = betterCap === null || isNoLess(cap, betterCap);
  return isNoLess(tier, betterTier) && move === betterMove && isCapNoLess && (isBlocked || !betterBlocked);
}
