import { judgePlain } from "../../../adjustment/conditions/plain.js";
import type { Situation } from "../../../adjustment/conditions/result.js";
import { countRow } from "../../../adjustment/conditions/row.js";
import type { Condition } from "../../../adjustment/conditions/schema.js";
import type { CheckedInput } from "../../../adjustment/input.js";
import { factsOf } from "../../../adjustment/known-facts.js";
import { readHistory } from "../../../adjustment/past.js";
import { collected } from "../../../adjustment/points.js";
import { withinLimits } from "../../../classification/facts.js";
import { readNumber } from "../../../kernel/number.js";
import { add, rational, rationalText, ZERO } from "../../../kernel/rational.js";
import { type Footing, standingOn, timeFacts } from "./footings.js";
import { type Leaf, type Lists, ofSign, saidBy, sign } from "./leaves.js";
import { identities, memo } from "./memo.js";
import { noLessBy } from "./no-less.js";
import { type Place, personIn, standingBefore, type View } from "./outcomes.js";
import { reviewIn } from "./past-reviews.js";
import type { Search } from "./search.js";

/** All that a decision looks at but for the tier and the footing. */
export interface Verdicts {
  /** Places of one class come to the same verdicts. */
  classOf(place: Place): string;
  /** Views of one verdict are decided on alike from one place. Empty where there is none. */
  of(view: View, place: Place): string;
  /** Whether people of the second verdict surely come to no less than those of the first. */
  isNoLess(worse: string, better: string, place: Place): boolean;
}

/** Works verdicts out for the people of some tiers, at the review of a period. */
export function verdictsFor(search: Search, list: Lists, leaves: readonly Leaf[], period: string): Verdicts {
  const { policy, reviewer } = search;
  const onAxes = policy.axes.flatMap(({ id }) =>
    leaves.filter(({ condition }) => "axis" in condition && condition.axis === id),
  );
  const ofPlaces = leaves.filter(({ condition }) => "periods" in condition && !("axis" in condition));
  const plain = leaves.filter(({ condition }) => !("periods" in condition));
  const fold = folder(list, [...onAxes, ...ofPlaces, ...plain]);
  const isAsked = plain.some(({ condition }) => condition.kind === "promotion-score");
  const byTier = policy.matrix.cells?.some(({ tier }) => tier !== undefined) ?? false;
  const isNoLess = noLessBy(search.rules, list, byTier);
  const id = identities();

  const placed = memo((view: View, place: Place) => saidOfPlaces(view, place, ofPlaces, period, search));
  const saidPlain = memo((view: View, footing: Footing, award: string, promotion: string) =>
    saidOfPlain(view, footing, award, promotion, plain, period, search),
  );
  const promotionIn = memo((view: View, { footing, tier }: Place) => {
    const score = reviewer.promotionScore(period, standingOn(footing, tier, period), personIn(view, search));
    return score === undefined ? "0" : String(score.value);
  });
  const dueOn = ({ plan, trial }: Footing) =>
    plan !== undefined ? "plan" : trial !== undefined ? "trial" : "";
  const monthsOf = ({ months }: Footing, counts: boolean) => (counts ? months : 0);
  const keysOf = memo(({ tier, footing }: Place) => {
    const { places, promotion } = reviewer.looksAtTime;
    const times = timeFacts(leaves).map((fact) => withinLimits(rational(BigInt(footing.months)), fact));
    return {
      placed: `${byTier ? tier : ""} ${monthsOf(footing, places)}`,
      promotion: String(monthsOf(footing, promotion && isAsked)),
      plain: `${times.join("")} ${footing.points ?? 0}`,
      due: dueOn(footing),
    };
  });
  const keys = (place: Place) => keysOf(`${place.tier} ${id(place.footing)}`, place);

  return {
    classOf: (place) => JSON.stringify(keys(place)),
    of(view, place) {
      const own = keys(place);
      const context = id(view.context);
      const at = placed(`${own.placed} ${context} ${view.places}`, view, place);
      if (at === undefined) return "";
      const promotion = isAsked ? promotionIn(`${own.promotion} ${context} ${view.texts}`, view, place) : "0";
      const key = `${own.plain} ${context} ${at.award} ${promotion}`;
      const said = `${view.said}${at.said}${saidPlain(key, view, place.footing, at.award, promotion)}`;
      return `${fold(`${own.due} ${said}`, said, own.due !== "")} ${at.place}`;
    },
    isNoLess: (worse, better, { footing }) => isNoLess(worse, better, footing),
  };
}

/** A text for what is met in one of two verdicts alone. */
export function differenceOf(worse: string, better: string): string {
  const signs = [...worse].map((said, index) => {
    const [one, other] = [ofSign(said).met, ofSign(better[index]).met];
    return one === other ? "=" : one ? "<" : ">";
  });
  return signs.join("");
}

/** What the lists of conditions say, from what each condition in them says. */
function folder(list: Lists, leaves: readonly Leaf[]) {
  const positions = new Map<Condition, number>(leaves.map(({ condition }, index) => [condition, index]));
  return memo((said: string, due: boolean) => {
    const of = (condition: Condition) => ofSign(said[positions.get(condition) as number]);
    const signs = (conditions: readonly Condition[], withNow: boolean) =>
      conditions
        .map((one) => {
          const { met, now } = saidBy(one, list.tiers[0] as string, of);
          return sign({ met, now: withNow && now });
        })
        .join("");
    const always = [signs(list.up, false), signs(list.requires, false), signs(list.down, due)];
    return [...always, ...(due ? [signs(list.targets, false), signs(list.pass, false)] : [])].join();
  });
}

/** What conditions on places say, what the place itself does, and the points that it gives. */
function saidOfPlaces(view: View, place: Place, leaves: readonly Leaf[], period: string, search: Search) {
  const { rules, reviewer } = search;
  const before = standingBefore(view, place, period, search);
  const now = before && reviewIn(period, before, personIn(view, search), rules, reviewer);
  if (before === undefined || now === undefined) return undefined;
  const { cell, capTier, promotionBlocked } = now.placement;
  const history = [...(before.history ?? []), now.review];
  const row = [...readHistory({ ...before, history } as unknown as CheckedInput["standing"])].reverse();
  const signs = leaves.map(({ condition, purpose }) =>
    "periods" in condition ? sign(countRow(condition, purpose, row)) : "",
  );
  return {
    said: signs.join(""),
    place: JSON.stringify([cell.tier, cell.tier && cell.move, capTier, promotionBlocked]),
    award: rationalText(collected(rules, ZERO, cell.at)),
  };
}

/** What conditions say that look at no row of reviews. */
function saidOfPlain(
  { context: { setting } }: View,
  footing: Footing,
  award: string,
  promotion: string,
  leaves: readonly Leaf[],
  period: string,
  { rules }: Search,
): string {
  const standing = standingOn(footing, "", period);
  const known = { period, standing, events: [], ...setting } as unknown as CheckedInput;
  const situation = {
    facts: factsOf(known, rules.violations),
    points: add(readNumber(standing.points ?? 0), readNumber(award)),
    promotionScore: readNumber(promotion),
    placeLost: false,
  } as unknown as Situation;
  return leaves
    .map(({ condition, purpose }) =>
      "periods" in condition ? "" : sign(judgePlain(condition, purpose, situation)),
    )
    .join("");
}
