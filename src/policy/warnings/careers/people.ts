import type { BandContext } from "../../../classification/band-context.js";
import { type Rational, rationalText } from "../../../kernel/rational.js";
import type { CheckedPolicy } from "../../policy.js";
import type { Setting } from "./circumstances.js";
import { choicesOf } from "./combinations.js";
import { possibility, valuesIn } from "./possible.js";
import type { Person } from "./reviewer.js";
import type { Subject } from "./subjects.js";

/** How many contexts are tried at most. */
const MOST_CONTEXTS = 48;

/** A setting, and in which of its ranges the score of each subject is. */
export interface Context {
  readonly setting: Setting;
  readonly levels: readonly number[];
}

/** Everybody who can be, by context and scores. */
export interface People {
  readonly contexts: readonly Context[];
  /** The pairs of contexts of which the second has one subject in the next range. */
  readonly raises: readonly (readonly [Context, Context])[];
  /** In which of the ranges of the axis at a place its scores are in a context, by the order of all its subjects' ranges. */
  rangesIn(context: Context, axis: number): readonly number[];
  /** Somebody in a context with a score on each axis. */
  person(context: Context, scores: readonly Rational[]): Person;
  /** Whether the scores of the subjects in a context are possible with those of the axes. */
  isPossible(context: Context, scores: readonly Rational[]): boolean;
  /** People in a context who differ in the scores of the axes alone; absent where they cannot be. */
  alike(context: Context, all: readonly (readonly Rational[])[]): readonly Person[] | undefined;
  /** Two people of one score on each axis, of whom the second has just enough for the next range of a subject. */
  raised(
    contexts: readonly [Context, Context],
    scores: readonly Rational[],
  ): readonly [Person, Person] | undefined;
}

export function peopleOf(
  policy: CheckedPolicy,
  subjects: readonly Subject[],
  settings: readonly Setting[],
  bands: BandContext | undefined,
): People {
  const levels = choicesOf(
    subjects.map((subject) => subject.ranges.length),
    MOST_CONTEXTS,
  );
  const contexts = levels
    .map((chosen) => chosen.map((one, index) => (subjects[index] as Subject).ranges.length - 1 - one))
    .flatMap((chosen) => settings.map((setting) => ({ setting, levels: chosen })))
    .slice(0, MOST_CONTEXTS);
  const isPossible = possibility(policy, subjects);
  const known = new Map<Context, Map<string, Person>>(contexts.map((one) => [one, new Map()]));
  const possibleIn = ({ levels: chosen }: Context, scores: readonly Rational[]) =>
    valuesIn(subjects, chosen).find((values) => isPossible(scores, values));

  const make = ({ setting }: Context, scores: readonly Rational[], values: readonly Rational[]): Person => {
    const of = (kind: Subject["kind"]) =>
      Object.fromEntries(
        subjects.flatMap((subject, index) =>
          subject.kind === kind ? [[subject.id, rationalText(values[index] as Rational)]] : [],
        ),
      );
    return {
      scores: Object.fromEntries(
        policy.axes.map(({ id }, index) => [id, rationalText(scores[index] as Rational)]),
      ),
      ...setting,
      indicators: of("indicator"),
      groups: of("group"),
      ...(bands === undefined ? {} : { bands }),
    };
  };
  return {
    contexts,
    raises: contexts.flatMap((one) =>
      contexts.flatMap((other) =>
        one.setting === other.setting && isOneHigher(one, other) ? [[one, other] as const] : [],
      ),
    ),
    rangesIn: ({ levels: chosen }, axis) => rangesOn(subjects, policy.axes[axis], chosen),
    person(context, scores) {
      const own = known.get(context) as Map<string, Person>;
      const key = scores.map(rationalText).join();
      const person =
        own.get(key) ??
        make(
          context,
          scores,
          possibleIn(context, scores) ?? (valuesIn(subjects, context.levels)[0] as Rational[]),
        );
      own.set(key, person);
      return person;
    },
    isPossible: (context, scores) => possibleIn(context, scores) !== undefined,
    alike(context, all) {
      const values = valuesIn(subjects, context.levels).find((own) =>
        all.every((scores) => isPossible(scores, own)),
      );
      return values && all.map((scores) => make(context, scores, values));
    },
    raised([one, other], scores) {
      const raised = one.levels.findIndex((level, index) => level !== other.levels[index]);
      const { ranges: levels } = subjects[raised] as Subject;
      const [before, after] = [
        levels[one.levels[raised] as number]?.most,
        levels[other.levels[raised] as number]?.least,
      ];
      for (const values of valuesIn(subjects, one.levels)) {
        const withRaised = (value: Rational | undefined) =>
          values.map((own, index) => (index === raised ? (value as Rational) : own));
        const [low, high] = [withRaised(before), withRaised(after)];
        if (isPossible(scores, low) && isPossible(scores, high))
          return [make(one, scores, low), make(other, scores, high)];
      }
      return undefined;
    },
  };
}

/** The places of the chosen ranges among all that the subjects of an axis have. */
function rangesOn(
  subjects: readonly Subject[],
  axis: Subject["axis"],
  levels: readonly number[],
): readonly number[] {
  let before = 0;
  return subjects.flatMap((subject, index) => {
    if (subject.axis !== axis) return [];
    before += subject.ranges.length;
    return [before - subject.ranges.length + (levels[index] as number)];
  });
}

function isOneHigher({ levels }: Context, { levels: others }: Context): boolean {
  const more = others.map((level, index) => level - (levels[index] as number));
  return more.every((one) => one === 0 || one === 1) && more.filter((one) => one === 1).length === 1;
}
