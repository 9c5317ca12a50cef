import type { Count } from "../../coverage/coverage.js";
import type { Random } from "../random.js";

/** A calculator with a config and inputs, and what came of each. */
export interface Asked {
  readonly use: string;
  readonly config: unknown;
  readonly inputs: readonly unknown[];
  readonly ours: readonly unknown[];
}

/** A calculator that the reference knows: what its plans are made of, and what counts as covered. */
export interface Subject {
  readonly use: string;
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  /** How many results of all that are asked for are this one's. */
  readonly share: number;
  plan(random: Random, count: Count): Asked;
}

interface Checked<Config, Input, Result> {
  (
    config: Config,
  ): {
    (input: Input): Result;
    safe(input: unknown): Outcome<Result>;
  };
  check(config: unknown): readonly { readonly path: readonly unknown[]; readonly code: string }[];
}

export type Outcome<Result> =
  | { readonly ok: true; readonly value: Result }
  | { readonly ok: false; readonly error: { readonly issues: readonly { readonly code: string }[] } };

/** A calculator for a plan that is good: another is made where one is not, as long as it takes. */
export function goodPlan<Config, Input, Result>(
  factory: Checked<Config, Input, Result>,
  make: () => Config,
): { readonly config: Config; readonly safe: (input: unknown) => Outcome<Result> } {
  for (let tries = 0; tries < 100; tries += 1) {
    const config = make();
    const issues = factory.check(config);
    if (issues.length === 0) return { config, safe: factory(config).safe };
    if (tries === 99)
      throw new Error(`no plan is good: ${JSON.stringify(config)}: ${JSON.stringify(issues)}`);
  }
  throw new Error("no plan is good");
}

/** What is compared: all of a result but traces and labels, or the codes of what is wrong with the input. */
export function compared(outcome: Outcome<unknown>): unknown {
  if (!outcome.ok) return { problems: [...new Set(outcome.error.issues.map(({ code }) => code))].sort() };
  return JSON.parse(JSON.stringify(outcome.value, (name, value) => (name === "trace" ? undefined : value)));
}

const PEOPLE = 4;

/** What a plan and some people come to, with each counted. */
export function askedOf<Config, Input, Result>(
  use: string,
  factory: Checked<Config, Input, Result>,
  makePlan: () => Config,
  makeInput: (config: Config) => Input,
  {
    each,
    people = PEOPLE,
  }: { each(config: Config, input: Input, outcome: Outcome<Result>): void; people?: number },
): Asked {
  const { config, safe } = goodPlan(factory, makePlan);
  const inputs: Input[] = [];
  const ours = Array.from({ length: people }, () => {
    const input = makeInput(config);
    inputs.push(input);
    const outcome = safe(input);
    each(config, input, outcome);
    return compared(outcome);
  });
  return { use, config, inputs, ours };
}

/** What a plan comes to turn by turn, each input made with what the turn before came to, read from JSON. */
export function askedInTurn<Config, Input, Result>(
  use: string,
  factory: Checked<Config, Input, Result>,
  makePlan: () => Config,
  makeInput: (config: Config, last: Stored | undefined, turn: number) => Input,
  { each, turns }: { each(config: Config, input: Input, outcome: Outcome<Result>): void; turns: number },
): Asked {
  let last: Stored | undefined;
  let turn = 0;
  const makeNext = (config: Config) => {
    turn += 1;
    return makeInput(config, last, turn - 1);
  };
  return askedOf(use, factory, makePlan, makeNext, {
    people: turns,
    each(config, input, outcome) {
      each(config, input, outcome);
      if (outcome.ok) last = JSON.parse(JSON.stringify(outcome.value));
    },
  });
}

/** A result as it is stored: what of it goes into the next call is read again, and checked there. */
// biome-ignore lint/suspicious/noExplicitAny: the next call checks it
export type Stored = any;
