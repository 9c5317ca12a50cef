import { apportion, roundTogether, type Share } from "../kernel/apportion.js";
import {
  type Decimal,
  exactDecimal,
  resultValue,
  SHOWN_DECIMALS,
  shownDecimal,
  toDecimal,
  unitsToDecimal,
} from "../kernel/decimal.js";
import { add, compare, multiply, type Rational, rational, subtract, sum, ZERO } from "../kernel/rational.js";
import { round } from "../kernel/rounding.js";
import type { Run } from "../program/interpreter.js";
import {
  type Branch,
  type CompositeNode,
  exactColumn,
  type Group,
  indicatorsOf,
  type Leaf,
  type LeafShare,
  scoreColumn,
} from "./branch.js";
import { effectiveWeights } from "./effective.js";
import { scoreEnd } from "./ends.js";
import type { Extra } from "./extras.js";
import { appliedLimit } from "./limited.js";
import type { ScoreRounding } from "./measures/index.js";
import type { ReadScoreInput } from "./read.js";
import type {
  ExtraScore,
  GroupScore,
  IndicatorResult,
  IndicatorScore,
  RaterScore,
  RawValues,
  Score,
} from "./score.js";
import type { RatingsOfKind, Source } from "./source.js";
import { aggregatedColumn, type Whole } from "./whole.js";

const UNITS = 10n ** BigInt(SHOWN_DECIMALS);

type Settings = ScoreRounding & { readonly scoreDecimals: number };

/** What a schema's results need, worked out once. */
export interface ResultParts {
  readonly whole: Whole;
  readonly settings: Settings;
  readonly fullMarks: ReadonlyMap<string, Rational>;
}

/** Works out what all results of a schema need. */
export function resultParts(whole: Whole, settings: Settings): ResultParts {
  const fullMarks = indicatorsOf(whole.branch).map(
    (node) => [node.id, scoreEnd(node, "fullMarks", settings) ?? ZERO] as const,
  );
  return { whole, settings, fullMarks: new Map(fullMarks) };
}

/** The result of a run: every part of the score, as it is shown. */
export function scoreResult(parts: ResultParts, read: ReadScoreInput, run: Run): Score {
  const { whole, settings, fullMarks } = parts;
  const weights = effectiveWeights(whole.branch, run);
  const nodes = indicatorsOf(whole.branch);
  const scoreOf = (id: string) => (run.has(scoreColumn(id)) ? run.number(scoreColumn(id)) : undefined);
  const exactPoints = nodes.map(({ id }) => ({
    id,
    share: multiply(weights.get(id) ?? ZERO, scoreOf(id) ?? ZERO),
  }));
  const points = roundTogether(exactPoints, SHOWN_DECIMALS);
  const results = indicatorResults(nodes, weights, read, run, settings);
  const indicators = nodes.map(({ id, group }, index): IndicatorScore => {
    return {
      ...(results[index] as IndicatorResult),
      ...(group === undefined ? {} : { group }),
      points: unitsToDecimal(points[index] ?? 0n, SHOWN_DECIMALS),
      toFullMarks: shownDecimal(toWin(weights.get(id), scoreOf(id), fullMarks.get(id))),
    };
  });
  const extras = whole.extras.map((extra) => extraScore(extra, run, settings));
  return {
    kind: "score",
    value: toDecimal(run.number("score"), settings.scoreDecimals),
    coverage: shownDecimal(coverageOf(whole.leaves, read)),
    indicators,
    groups: groupsOf(whole.branch).map((group) => groupScore(group, indicators, run)),
    extras,
    ...differences(
      whole,
      exactPoints.map(({ share }) => share),
      points,
      run,
    ),
    ...limitResult(whole.branch, aggregatedColumn(whole), run),
    trace: run.trace(),
  };
}

/** The part of the weight that has evidence of its own. */
export function coverageOf(leaves: readonly LeafShare[], { present }: ReadScoreInput): Rational {
  return sum(leaves.map(({ leaf, share }) => (present.has(leaf.id) ? share : ZERO)));
}

function toWin(weight = ZERO, score: Rational | undefined, fullMarks = ZERO): Rational {
  if (score === undefined || compare(fullMarks, score) <= 0) return ZERO;
  return multiply(weight, subtract(fullMarks, score));
}

/** What the differences between the parts and the whole come to: those that are not zero, and that of the last rounding. */
function differences(
  whole: Whole,
  exactPoints: readonly Rational[],
  points: readonly bigint[],
  run: Run,
): Pick<Score, "aggregationDifference" | "limitDifference" | "roundingDifference"> {
  const unrounded = run.number("unrounded");
  const extraPoints = sum(whole.extras.map(({ id }) => run.number(scoreColumn(id))));
  const aggregated = run.number(aggregatedColumn(whole));
  const plain = whole.branch.aggregation.kind === "arithmetic";
  const byAggregation = plain ? ZERO : toShown(subtract(aggregated, sum(exactPoints)));
  const byLimits = toShown(subtract(unrounded, add(aggregated, extraPoints)));
  const shownPoints = rational(
    points.reduce((all, part) => all + part, 0n),
    UNITS,
  );
  const parts = [shownPoints, extraPoints, byAggregation, byLimits];
  return {
    ...(byAggregation.n === 0n ? {} : { aggregationDifference: exactDecimal(byAggregation) }),
    ...(byLimits.n === 0n ? {} : { limitDifference: exactDecimal(byLimits) }),
    roundingDifference: exactDecimal(parts.reduce(subtract, run.number("score"))),
  };
}

function toShown(value: Rational): Rational {
  return round(value, SHOWN_DECIMALS, "half-up");
}

/** What each indicator of a list found; `weights` are parts of that list. */
function indicatorResults(
  nodes: readonly (Leaf | CompositeNode)[],
  weights: ReadonlyMap<string, Rational>,
  read: ReadScoreInput,
  run: Run,
  settings: Settings,
): readonly IndicatorResult[] {
  const shownWeights = apportioned(nodes.map(({ id }) => ({ id, share: weights.get(id) ?? ZERO })));
  return nodes.map((node, index) => {
    const { id, label, measure } = node;
    const filled = read.present.has(id) ? undefined : read.filled.get(id);
    return {
      id,
      ...(label === undefined ? {} : { label }),
      measure,
      ...(node.kind === "indicator" ? rawResults(id, node.source, run) : { raw: {} }),
      ...(run.has(scoreColumn(id))
        ? { score: toDecimal(run.number(scoreColumn(id)), settings.decimals) }
        : {}),
      weight: shownWeights[index] as Decimal,
      ...(filled === undefined
        ? {}
        : {
            missing: { rule: filled.rule, ...(filled.period === undefined ? {} : { period: filled.period }) },
          }),
      ...(node.kind === "indicator"
        ? raterResults(node, read, run)
        : compositeResults(node, read, run, settings)),
    };
  });
}

/** Weights as they are shown; none where all of them are zero. */
function apportioned(shares: readonly Share[]): readonly Decimal[] {
  const none = shares.every(({ share }) => share.n === 0n);
  const units = none ? shares.map(() => 0n) : apportion(UNITS, shares);
  return units.map((unit) => unitsToDecimal(unit, SHOWN_DECIMALS));
}

function rawValues(id: string, { inputs, shown }: Source, run: Run): RawValues {
  const given = new Map(inputs.map(({ column, type }) => [column, type]));
  return Object.fromEntries(
    shown
      .filter(({ column }) => run.has(`${id}.${column}`))
      .map(({ name, column }) => {
        const type = given.get(column);
        if (type === "label") return [name, run.label(`${id}.${column}`)];
        const number = run.number(`${id}.${column}`);
        return [name, type === undefined ? shownDecimal(number) : exactDecimal(number)];
      }),
  );
}

/** The raw values, and what belongs to them. */
function rawResults(
  id: string,
  source: Source,
  run: Run,
): Pick<IndicatorResult, "raw" | "rawLabels" | "rawDescription" | "targetRow"> {
  const { rawLabels, rawDescriptions, targetRow } = source;
  const raw = rawValues(id, source, run);
  const rawDescription = typeof raw.value === "string" ? rawDescriptions?.get(raw.value) : undefined;
  const row = targetRow && `${id}.${targetRow.column}`;
  return {
    raw,
    ...(rawLabels === undefined ? {} : { rawLabels }),
    ...(rawDescription === undefined ? {} : { rawDescription }),
    ...(targetRow === undefined || row === undefined || !run.has(row)
      ? {}
      : { targetRow: { by: targetRow.by, is: run.label(row) } }),
  };
}

function raterResults({ id, source }: Leaf, read: ReadScoreInput, run: Run): Pick<IndicatorResult, "raters"> {
  const ratings = read.ratings.get(id);
  if (source.raters === undefined || ratings === undefined) return {};
  const kinds = source.raters.map((kind) => ({ ...kind, has: run.has(`${id}.${kind.column}`) }));
  const weights = apportioned(
    kinds.map(({ kind, weight, has }) => ({ id: kind, share: has ? weight : ZERO })),
  );
  return {
    raters: kinds.map(({ label, column, has }, index): RaterScore => {
      const { kind, ...counts } = ratings[index] as RatingsOfKind;
      return {
        kind,
        ...(label === undefined ? {} : { label }),
        ...counts,
        weight: weights[index] as Decimal,
        ...(has ? { score: shownDecimal(run.number(`${id}.${column}`)) } : {}),
      };
    }),
  };
}

/** The parts of a composite, those of its groups in place of the groups; their weights are parts of the composite. */
function compositeResults(
  { id, branch }: CompositeNode,
  read: ReadScoreInput,
  run: Run,
  settings: Settings,
): Pick<IndicatorResult, "parts" | "limitedBy"> {
  return {
    parts: indicatorResults(indicatorsOf(branch), effectiveWeights(branch, run), read, run, settings),
    ...limitResult(branch, exactColumn(id), run),
  };
}

function limitResult(branch: Branch, to: string, run: Run): Pick<Score, "limitedBy"> {
  const limitedBy = appliedLimit(branch, to, run);
  return limitedBy === undefined ? {} : { limitedBy };
}

function groupsOf({ nodes }: Branch): readonly Group[] {
  return nodes.flatMap((node) => (node.kind === "group" ? [node, ...groupsOf(node.branch)] : []));
}

function groupScore(
  { id, label, group, branch }: Group,
  indicators: readonly IndicatorScore[],
  run: Run,
): GroupScore {
  const ids = new Set(indicatorsOf(branch).map((node) => node.id));
  const own = indicators.filter((indicator) => ids.has(indicator.id));
  const total = (values: readonly Decimal[]) => exactDecimal(sum(values.map(resultValue)));
  return {
    id,
    ...(label === undefined ? {} : { label }),
    ...(group === undefined ? {} : { group }),
    weight: total(own.map(({ weight }) => weight)),
    ...(run.has(scoreColumn(id)) ? { score: shownDecimal(run.number(scoreColumn(id))) } : {}),
    points: total(own.map(({ points }) => points)),
  };
}

function extraScore({ id, label, measure, source }: Extra, run: Run, { decimals }: Settings): ExtraScore {
  return {
    id,
    ...(label === undefined ? {} : { label }),
    measure,
    ...rawResults(id, source, run),
    points: toDecimal(run.number(scoreColumn(id)), decimals),
  };
}
