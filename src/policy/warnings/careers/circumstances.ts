import { allConditions, type CheckedRules } from "../../../adjustment/rules.js";
import type { BandContext } from "../../../classification/band-context.js";
import { COMPUTED_FACTS } from "../../../classification/facts.js";
import { readNumber } from "../../../kernel/number.js";
import { add, ONE, type Rational, rationalText, subtract } from "../../../kernel/rational.js";
import { evidenceNames } from "../../../scoring/check-items.js";
import type { WeightSchemaItem } from "../../../scoring/items.js";
import { scorer } from "../../../scoring/scorer.js";
import type { CheckedPolicy } from "../../policy.js";
import { inRisingOrder } from "./axis-scores.js";
import { choicesOf } from "./combinations.js";

/** How many settings are tried at most. */
const MOST_SETTINGS = 32;

/** What is known of people beside their scores on the axes. */
export interface Circumstances {
  readonly facts: { readonly [fact: string]: string };
  readonly certificates: readonly string[];
  /** The scores of indicators and groups that gates look at. */
  readonly indicators: { readonly [indicator: string]: string };
  readonly groups: { readonly [group: string]: string };
  /** Where bands begin that depend on a group. */
  readonly bands?: BandContext;
}

/** What is known beside any scores. */
export type Setting = Pick<Circumstances, "facts" | "certificates">;

/** Facts on either side of every limit, with and without each certificate; all as the rules ask for it first, and what differs least from it next. */
export function settingsOf(policy: CheckedPolicy, rules: CheckedRules): readonly Setting[] {
  const limits = [...allConditions(rules), ...(policy.matrix.gates ?? [])];
  const notStated: readonly string[] = [...COMPUTED_FACTS, ...policy.axes.map(({ id }) => id)];
  const names = [
    ...limits.flatMap((one) => ("fact" in one && one.fact !== undefined ? [one.fact] : [])),
    ...namesOfPromotion(policy.promotionScore),
  ].filter((name) => !notStated.includes(name));
  const facts = [...new Set(names)].map((name) => {
    const sides = sidesOf(name, limits);
    return { name, values: sides.length > 0 ? sides : endsOf(name, policy) };
  });
  const certificates = [
    ...new Set(limits.flatMap((one) => ("certificate" in one ? [one.certificate as string] : []))),
  ];
  const choices = [...facts.map(({ values }) => values.length), ...certificates.map(() => 2)];
  return choicesOf(choices, MOST_SETTINGS).map((chosen) => ({
    facts: Object.fromEntries(
      facts.map(({ name, values }, index) => [name, values[chosen[index] ?? 0] ?? "0"]),
    ),
    certificates: certificates.filter((_, index) => chosen[facts.length + index] === 0),
  }));
}

/** The axes and facts that the promotion score is made of. */
export function namesOfPromotion(promotionScore: CheckedPolicy["promotionScore"]): readonly string[] {
  return promotionScore === undefined
    ? []
    : evidenceNames(promotionScore as Parameters<typeof evidenceNames>[0]);
}

interface Limits {
  readonly atLeast?: string | number | undefined;
  readonly atMost?: string | number | undefined;
}

/** A fact at each of its limits and beyond it, the most that is asked for first. */
function sidesOf(name: string, limits: readonly object[]): readonly string[] {
  const own = limits.filter((one) => "fact" in one && one.fact === name) as readonly Limits[];
  const least = own.flatMap(({ atLeast }) => (atLeast === undefined ? [] : [readNumber(atLeast)]));
  const most = own.flatMap(({ atMost }) => (atMost === undefined ? [] : [readNumber(atMost)]));
  const values = inRisingOrder([
    ...least.flatMap((one) => [one, subtract(one, ONE)]),
    ...most.flatMap((one) => [one, add(one, ONE)]),
  ]).map(rationalText);
  const first = textOfLast(inRisingOrder(least)) ?? values[0];
  return first === undefined ? [] : [first, ...values.filter((value) => value !== first)];
}

function textOfLast(values: readonly Rational[]): string | undefined {
  const last = values.at(-1);
  return last === undefined ? undefined : rationalText(last);
}

/** Values that a fact of the promotion score alone may have, as nothing says where they end. */
const VALUES = ["100", "50", "20", "10", "5", "3", "2", "1", "0"];

/** A fact of the promotion score alone, at a high value and at a low one that its measure takes. */
function endsOf(name: string, { promotionScore }: CheckedPolicy): readonly string[] {
  const items = (promotionScore?.indicators ?? []) as readonly WeightSchemaItem[];
  const item = items.find(({ id }) => id === name);
  const score = item && scorer({ indicators: [{ ...item, weight: 1 }] });
  const taken = VALUES.filter((value) => score?.safe({ evidence: { [name]: value } }).ok ?? false);
  return taken.length === 0 ? ["0"] : [...new Set([taken[0] as string, taken.at(-1) as string])];
}
