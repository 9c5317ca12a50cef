// What comes of the people whom warnings of checkPolicy show, when they go through the policy.
import {
  compilePolicy,
  nextPeriod,
  type Policy,
  type PolicyStandingInput,
  type Review,
  type Warning,
} from "../src/index.js";

type Witness = Warning["witness"];
type Decision = Review["decision"];
export type Known = Omit<
  Parameters<ReturnType<typeof compilePolicy>["review"]>[0],
  "person" | "period" | "standing"
>;

/** The decisions on somebody whose evidence stays. */
export function career(
  review: ReturnType<typeof compilePolicy>["review"],
  known: Known,
  start: PolicyStandingInput,
  first: string,
  length: number,
): readonly Decision[] {
  let [standing, period] = [start, first];
  return Array.from({ length }, () => {
    const { decision, standing: next } = review({ person: { id: "p" }, period, standing, ...known });
    [standing, period] = [next, nextPeriod(period)];
    return decision;
  });
}

export function goesBothWays(decisions: readonly Decision[]): boolean {
  return ["promoted", "demoted"].every((way) => decisions.some(({ outcome }) => outcome === way));
}

/** How good a decision is: an exit is worse than any tier. */
export function rankOf({ tiers, adjustment }: Policy, { from, to, exit }: Decision): number {
  const track = adjustment.tracks?.find((one) => one.tiers.includes(from));
  return exit === undefined ? (track?.tiers ?? tiers.map(({ id }) => id)).indexOf(to) : -1;
}

/** The tiers that the people of a warning come to, and whether that is what the warning says. */
export function shown(
  policy: Policy,
  { code, witness }: Warning,
  evidenceOf: (
    scores: NonNullable<Witness["scores"]>,
    indicators: Readonly<Record<string, string>>,
  ) => Known["evidence"],
) {
  const { standing, period = "", scores = {}, better = {}, known, betterKnown, tiers = [] } = witness;
  const { review } = compilePolicy(policy);
  const start = standing as PolicyStandingInput;
  const run = (given: NonNullable<Witness["scores"]>, also: Witness["known"], length: number) => {
    const { facts = {}, certificates = [], indicators = {}, bands } = also ?? {};
    const evidence = evidenceOf(given, indicators);
    const input = { evidence, facts, certificates, ...(bands === undefined ? {} : { bands }) };
    return career(review, input, start, period, length);
  };
  if (code === "flicker") {
    const decisions = run(scores, known, tiers.length - 1);
    return { tiers: [start.tier, ...decisions.map(({ to }) => to)], shows: goesBothWays(decisions) };
  }
  const decisions = [...run(scores, known, 1), ...run(better, betterKnown ?? known, 1)];
  const [one = 0, other = 0] = decisions.map((decision) => rankOf(policy, decision));
  return { tiers: decisions.map(({ to }) => to), shows: other < one };
}
