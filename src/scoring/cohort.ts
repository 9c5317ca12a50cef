import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { exactDecimal, toDecimal } from "../kernel/decimal.js";
import type { Path } from "../kernel/errors.js";
import { key } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { fixedPoint, GUARD_DIGITS, roundIrrational } from "../kernel/irrational.js";
import { isNumberProblem, parseNumber } from "../kernel/number.js";
import { seal } from "../kernel/plain.js";
import {
  compare,
  divide,
  greater,
  lesser,
  multiply,
  ONE,
  type Rational,
  rational,
  rationalText,
  subtract,
  sum,
} from "../kernel/rational.js";
import { createReport, type Report } from "../kernel/report.js";
import { lazySchema, list } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import { compileProgram } from "../program/interpreter.js";
import {
  type Branch,
  branchSteps,
  type CompositeNode,
  compositesOf,
  indicatorsOf,
  type Leaf,
  leavesOf,
  type Settings,
  scoreColumn,
} from "./branch.js";
import type { CohortContext, CohortIndicator } from "./cohort-context.js";
import { isAbsent } from "./evidence.js";
import { contextFields, type Evidence, evidenceField, presenceOf, type ScoreInput } from "./input.js";
import type { Compared } from "./measures/measure.js";
import { readScoreInput, unknownNoter } from "./read.js";
import { median } from "./reducers.js";
import {
  type CheckedWeightSchema,
  checkWeightSchema,
  settingsOf,
  type WeightSchema,
  weightSchema,
} from "./schema.js";
import { compileWhole } from "./scorer.js";
import type { Whole } from "./whole.js";

/** The decimals of a context's means and deviations. */
const CONTEXT_DECIMALS = 10;

const cohortPeople = /* @__PURE__ */ lazySchema(() => {
  const { cohort: _made, ...fields } = contextFields();
  return z.strictObject({
    people: list(z.strictObject({ id: key(), evidence: evidenceField(), ...fields })),
  });
});

/** The people of a cohort: for each what `scorer` would be given, but for the context that is still to be made. */
export interface CohortInput {
  readonly people: readonly ({ readonly id: string } & Omit<ScoreInput, "cohort">)[];
}

/**
 * Makes the context with which each person of a cohort can be scored alone: what the measures that compare people need to know of the others, and
 * the median scores that rules for missing evidence ask for (M17, M18).
 *
 * Its config is the weight schema itself. For each indicator: the values and how many people had each (rank, percentile rank, stanine), the lowest and the highest (min-max), mean and standard
 * deviation with 10 decimals (z-score), and the median of the rounded scores. A person without evidence for an indicator is not counted for it. The result does not depend on the order of the people.
 * What it says of an indicator is frozen, and is read once for all who are scored with it; a context that comes from a store is read for each.
 *
 * Errors of the config: those of `scorer`. Errors of the input: a person twice (`duplicate-id`), evidence that a measure cannot read, whether the measure compares people or not, evidence or an earlier score of an indicator that the
 * schema does not have (`unknown-indicator`).
 *
 * @example
 * ```ts
 * import { cohortContext, scorer } from "tierwise";
 *
 * const schema = {
 *   indicators: [{ id: "sales", weight: 1, measure: { kind: "percentile-rank", definition: "mid" } }],
 * } as const;
 * const people = [{ id: "a", evidence: { sales: 10 } }, { id: "b", evidence: { sales: 30 } }, { id: "c", evidence: { sales: 20 } }];
 * const cohort = cohortContext(schema)({ people });
 * cohort.indicators.sales?.count; // => 3
 * scorer(schema)({ evidence: { sales: 30 }, cohort }).value; // => "83.33"
 * ```
 */
export const cohortContext: CalculatorFactory<WeightSchema, CohortInput, CohortContext> =
  /* @__PURE__ */ defineFactory({
    title: "cohortContext",
    config: weightSchema,
    check: (config, report) => checkWeightSchema(config, [], report),
    compile: (schema) =>
      defineCalculator({
        title: "cohortContext",
        input: cohortPeople,
        run: (input, report) => makeContext(schema, input as CohortInput, report),
      }) as ReturnType<CalculatorFactory<WeightSchema, CohortInput, CohortContext>>,
  });

/** Whether scores by a weight schema depend on the other people, so that they need the context of a cohort. */
export function comparesPeople(schema: WeightSchema): boolean {
  const { branch, extras } = compileWhole(schema as CheckedWeightSchema);
  const nodes = [branch, ...compositesOf(branch).map((composite) => composite.branch)].flatMap(indicatorsOf);
  return (
    nodes.some(({ missing }) => missing.kind === "cohort-median") ||
    [...nodes.filter((node) => node.kind === "indicator"), ...extras].some(
      ({ source }) => source.compared !== undefined,
    )
  );
}

function makeContext(schema: CheckedWeightSchema, { people }: CohortInput, report: Report): CohortContext {
  checkIds(people, ["people"], report);
  const whole = compileWhole(schema);
  const noteUnknown = unknownNoter(whole);
  const read = people.map((person, index) =>
    report.within(["people", index], () => readPerson(whole, noteUnknown, person)),
  );
  report.stop();
  const there = read as readonly ReadPerson[];
  const inner = compositesOf(whole.branch).flatMap((composite) => indicatorsOf(composite.branch));
  const nodes = [...inner, ...indicatorsOf(whole.branch)];
  const indicators: Record<string, CohortIndicator> = {};
  for (const { id, source } of [...nodes.filter((node) => node.kind === "indicator"), ...whole.extras]) {
    if (source.compared === undefined) continue;
    const values = there.flatMap(({ compared }) => compared.get(id) ?? []);
    indicators[id] = summarise(source.compared.needs, values.sort(compare));
    checkReadable(id, indicators[id], report);
  }
  report.stop();
  for (const node of nodes.filter(({ missing }) => missing.kind === "cohort-median")) {
    const scores = scoresOf(node, people, there, { kind: "cohort", indicators }, settingsOf(schema), report);
    report.stop();
    if (scores.length === 0) {
      indicators[node.id] ??= {};
      continue;
    }
    const medianScore = toDecimal(median(scores), schema.decimals, schema.rounding);
    checkReadable(node.id, { medianScore }, report);
    indicators[node.id] = { ...indicators[node.id], medianScore };
  }
  for (const indicator of Object.values(indicators)) seal(indicator);
  return { kind: "cohort", indicators };
}

interface ReadPerson {
  readonly presence: Rational;
  /** The values of the indicators that compare people. */
  readonly compared: ReadonlyMap<string, Rational>;
}

/** Reads all that is given of one person: what is compared, and the rest so that nothing wrong in it is passed over. */
function readPerson(
  whole: Whole,
  noteUnknown: ReturnType<typeof unknownNoter>,
  person: CohortInput["people"][number],
): ReadPerson {
  const report = createReport("invalid-input", "cohortContext");
  const presence = presenceOf(person.presence, report);
  const compared = new Map<string, Rational>();
  for (const { id, source } of [...whole.leaves.map(({ leaf }) => leaf), ...whole.extras]) {
    const given = Object.hasOwn(person.evidence, id) ? person.evidence[id] : undefined;
    if (isAbsent(given)) continue;
    const at = ["evidence", id];
    if (source.compared === undefined) {
      const { attributes = {}, period } = person;
      source.read(given, at, report, { attributes, period, presence, cohort: undefined });
      continue;
    }
    const value = source.compared.read(given, at, report);
    if (value !== undefined) compared.set(id, value);
  }
  noteUnknown(person, report);
  report.stop();
  return { presence, compared };
}

function summarise(needs: Compared["needs"], values: readonly Rational[]): CohortIndicator {
  const count = values.length;
  if (needs === "values") return { count, values: distinct(values) };
  if (count === 0) return { count };
  if (needs === "range")
    return {
      count,
      lowest: rationalText(values.reduce(lesser)),
      highest: rationalText(values.reduce(greater)),
    };
  const squares = sum(values.map((value) => multiply(value, value)));
  return spreadOf(count, sum(values), squares, needs);
}

/** The mean and the standard deviation of so many values, of which the sum is known and the sum of the squares. */
export function spreadOf(
  count: number,
  total: Rational,
  ofSquares: Rational,
  needs: Extract<Compared["needs"], "population-spread" | "sample-spread">,
): CohortIndicator {
  const mean = divide(total, rational(BigInt(count)));
  const squares = subtract(ofSquares, multiply(total, mean));
  const divisor = needs === "sample-spread" ? Math.max(count - 1, 1) : count;
  const point = fixedPoint(CONTEXT_DECIMALS + GUARD_DIGITS);
  const root = point.value(point.squareRoot(divide(squares, rational(BigInt(divisor)))));
  return {
    count,
    mean: toDecimal(mean, CONTEXT_DECIMALS),
    deviation: exactDecimal(roundIrrational(root, CONTEXT_DECIMALS)),
  };
}

/** Notes numbers that a context cannot hold, as they are larger or longer than a number of an input may be. */
export function checkReadable(
  id: string,
  { values = [], ...numbers }: CohortIndicator,
  report: Report,
  path: Path = ["people"],
): void {
  const check = (name: string, number: unknown) => {
    const read = parseNumber(number);
    if (isNumberProblem(read))
      report.add(path, read.code, `the ${name} of ${show(id)}: ${read.message}`, { indicator: id });
  };
  for (const [name, number] of Object.entries(numbers)) check(name, number);
  for (const { value } of values) check("value", value);
}

/** The different values in rising order, each with how often it is there. */
function distinct(sorted: readonly Rational[]): NonNullable<CohortIndicator["values"]> {
  const found: { value: Rational; count: number }[] = [];
  for (const value of sorted) {
    const last = found.at(-1);
    if (last !== undefined && compare(last.value, value) === 0) last.count += 1;
    else found.push({ value, count: 1 });
  }
  return found.map(({ value, count }) => ({ value: rationalText(value), count }));
}

/** The scores that an indicator has for those who have evidence of their own for it. Nobody who was never there has one. */
function scoresOf(
  node: Leaf | CompositeNode,
  people: CohortInput["people"],
  read: readonly ReadPerson[],
  cohort: CohortContext,
  settings: Settings,
  report: Report,
): readonly Rational[] {
  const nodes = [{ ...node, weight: ONE, missing: { kind: "reweight" } }] as const;
  const branch: Branch = { nodes, aggregation: { kind: "arithmetic" }, decimals: settings.decimals };
  const leaves = leavesOf(branch);
  const alone = { branch, extras: [] };
  const run = compileProgram({ inputs: [], steps: branchSteps(branch, "aggregated", settings) });
  return people.flatMap(({ id: _id, ...person }, index) => {
    const presence = read[index]?.presence ?? ONE;
    const own = leaves.flatMap(({ leaf: { id } }) => {
      const given = Object.hasOwn(person.evidence, id) ? person.evidence[id] : undefined;
      return isAbsent(given) ? [] : [[id, given] as const];
    });
    if (presence.n === 0n || own.length === 0) return [];
    const input = { ...person, evidence: Object.fromEntries(own) as Evidence, cohort };
    const found = report.within(["people", index], () => {
      const alongside = createReport("invalid-input", "cohortContext");
      const one = readScoreInput(alone, input, presence, settings, alongside);
      alongside.stop();
      return one;
    });
    if (found === undefined || found.present.size === 0) return [];
    const result = run(found.columns);
    return result.has(scoreColumn(node.id)) ? [result.number(scoreColumn(node.id))] : [];
  });
}
