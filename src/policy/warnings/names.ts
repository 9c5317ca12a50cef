import type { Condition } from "../../adjustment/conditions/schema.js";
import { COMPUTED_FACTS } from "../../classification/facts.js";
import { tieKeys } from "../../classification/relative.js";
import type { Path } from "../../kernel/errors.js";
import { misspeltFor, show } from "../../kernel/show.js";
import { scoredNames } from "../../scoring/check-items.js";
import { PROMOTION_SCORE } from "../group/ranking.js";
import { scorerPart, variantPart } from "../parts.js";
import type { CheckedPolicy } from "../policy.js";
import { namesOfPromotion } from "./careers/circumstances.js";
import type { Warn } from "./warning.js";

/** A name that a policy uses for a number of people, and where. */
interface Used {
  readonly name: string;
  readonly path: Path;
}

/** Warns of a name of a fact or a key that stands nowhere else in the policy and is spelt almost as one that does. */
export function warnOfNames(policy: CheckedPolicy, warn: Warn): void {
  const sure = sureNames(policy);
  const used = usedNames(policy);
  const isTwice = ({ name }: Used) => used.filter((one) => one.name === name).length > 1;
  for (const [index, one] of used.entries()) {
    if (sure.includes(one.name) || isTwice(one)) continue;
    const others = used.filter((other, at) => at < index || isTwice(other)).map(({ name }) => name);
    const meant = misspeltFor(one.name, [...sure, ...others]);
    if (meant === undefined) continue;
    warn({
      path: one.path,
      code: "name-misspelt",
      message: `${show(one.name)} is named nowhere else, so it has to be given as a fact: did you mean ${show(meant)}?`,
      witness: {},
    });
  }
}

/** The names that are there whatever people's facts are: axes, indicators, and what is worked out. */
function sureNames({ axes }: CheckedPolicy): readonly string[] {
  const indicators = axes.flatMap((axis) =>
    [scorerPart(axis), ...(axis.variants ?? []).map(variantPart)].flatMap(scoredNames),
  );
  return [...axes.map(({ id }) => id), ...COMPUTED_FACTS, PROMOTION_SCORE, ...indicators];
}

/** The facts of conditions and gates, what the promotion score is made of, and the keys by which people are ranked. */
function usedNames(policy: CheckedPolicy): readonly Used[] {
  const { axes, matrix, places, promotionScore } = policy;
  const keys = (list: readonly { readonly key: string }[] | undefined, path: Path) =>
    (list ?? []).map(({ key }, index) => ({ name: key, path: [...path, index, "key"] }));
  return [
    ...axes.flatMap(({ relative }, index) =>
      relative === undefined ? [] : keys(tieKeys(relative), ["axes", index, "relative", "ties", "keys"]),
    ),
    ...(matrix.gates ?? []).flatMap(({ fact }, index) =>
      fact === undefined ? [] : [{ name: fact, path: ["matrix", "gates", index, "fact"] }],
    ),
    ...namesOfPromotion(promotionScore).map((name) => ({ name, path: ["promotionScore", "indicators"] })),
    ...conditionLists(policy).flatMap(([conditions, path]) => factsIn(conditions, path)),
    ...keys(places?.keys, ["places", "keys"]),
  ];
}

function factsIn(conditions: readonly Condition[], path: Path): readonly Used[] {
  return conditions.flatMap((condition, index): readonly Used[] => {
    const here = [...path, index];
    if (condition.kind === "fact") return [{ name: condition.fact, path: [...here, "fact"] }];
    return "of" in condition ? factsIn(condition.of, [...here, "of"]) : [];
  });
}

/** All lists of conditions, each with its path. */
function conditionLists({ adjustment }: CheckedPolicy): readonly (readonly [readonly Condition[], Path])[] {
  const { promote, demote, trial, crossings = [] } = adjustment;
  const list = (conditions: unknown, ...path: Path) =>
    [(conditions ?? []) as readonly Condition[], ["adjustment", ...path]] as const;
  return [
    list(promote?.when, "promote", "when"),
    list(promote?.requires, "promote", "requires"),
    list(demote?.when, "demote", "when"),
    list(demote?.plan?.targets, "demote", "plan", "targets"),
    list(trial?.pass, "trial", "pass"),
    ...crossings.map(({ requires }, index) => list(requires, "crossings", index, "requires")),
  ];
}
