import { apportion, roundToTotal, type Share } from "../kernel/apportion.js";
import {
  type Decimal,
  exactDecimal,
  resultValue,
  SHOWN_DECIMALS,
  shownDecimal,
  toDecimal,
  unitsToDecimal,
} from "../kernel/decimal.js";
import { type Growing, withoutAbsent } from "../kernel/plain.js";
import { add, compare, multiply, type Rational, rational, subtract, sum, ZERO } from "../kernel/rational.js";
import { round, roundToUnits } from "../kernel/rounding.js";
import type { Run } from "../program/interpreter.js";
import {
  type Branch,
  type CompositeNode,
  exactColumn,
  type Group,
  indicatorsOf,
  type Leaf,
  type Node,
  nodeMayBeMissing,
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

type Missing = NonNullable<IndicatorResult["missing"]>;
type Settings = ScoreRounding & { readonly scoreDecimals: number };

/** What a schema's results need, worked out once. */
export interface ResultParts {
  readonly whole: Whole;
  readonly settings: Settings;
  readonly list: ListParts;
  readonly fullMarks: readonly Rational[];
  readonly groups: readonly Group[];
  readonly extras: readonly { readonly extra: Extra; readonly raw: readonly RawColumn[] }[];
}

/** The indicators of a list, and the columns that their results are read from. */
interface ListParts {
  readonly branch: Branch;
  /** The weights, where they are the same for everybody. */
  readonly weights?: ListWeights;
  readonly indicators: readonly IndicatorParts[];
}

/** The weight of each indicator of a list: exact by its id, and in their order in units as they are shown. */
interface ListWeights {
  readonly exact: ReadonlyMap<string, Rational>;
  readonly units: readonly bigint[];
}

interface IndicatorParts {
  readonly node: Leaf | CompositeNode;
  readonly score: string;
  readonly raw: readonly RawColumn[];
  /** What a composite is made of. */
  readonly inner?: ListParts;
}

/** A raw value, and the column that it is shown from: as it was given, a label, or what steps made. */
interface RawColumn {
  readonly name: string;
  readonly column: string;
  readonly shows: "label" | "given" | "made";
}

/** Works out what all results of a schema need. */
export function resultParts(whole: Whole, settings: Settings): ResultParts {
  return {
    whole,
    settings,
    list: listParts(whole.branch),
    fullMarks: indicatorsOf(whole.branch).map((node) => scoreEnd(node, "fullMarks", settings) ?? ZERO),
    groups: groupsOf(whole.branch),
    extras: whole.extras.map((extra) => ({ extra, raw: rawColumns(extra.id, extra.source) })),
  };
}

function listParts(branch: Branch): ListParts {
  const indicators = indicatorsOf(branch).map((node) => ({
    node,
    score: scoreColumn(node.id),
    ...(node.kind === "indicator"
      ? { raw: rawColumns(node.id, node.source) }
      : { raw: [], inner: listParts(node.branch) }),
  }));
  const isSure = !branch.nodes.some(canBeMissing);
  const list = { branch, indicators };
  return isSure ? { ...list, weights: weightsOf(list, { has: () => true }) } : list;
}

function weightsOf({ branch, indicators }: ListParts, presence: Pick<Run, "has">): ListWeights {
  const exact = effectiveWeights(branch, presence);
  return {
    exact,
    units: apportioned(indicators.map(({ node: { id } }) => ({ id, share: exact.get(id) ?? ZERO }))),
  };
}

/** Whether an entry, or one of a group, can be without a score. */
function canBeMissing(node: Node): boolean {
  return nodeMayBeMissing(node) || (node.kind === "group" && node.branch.nodes.some(canBeMissing));
}

function rawColumns(id: string, { inputs, shown }: Source): readonly RawColumn[] {
  const given = new Map(inputs.map(({ column, type }) => [column, type]));
  return shown.map(({ name, column }) => {
    const type = given.get(column);
    const shows = type === undefined ? "made" : type === "label" ? "label" : "given";
    return { name, column: `${id}.${column}`, shows };
  });
}

/** The result of a run: every part of the score, as it is shown. */
export function scoreResult(parts: ResultParts, read: ReadScoreInput, coverage: Rational, run: Run): Score {
  const { whole, settings, fullMarks, list } = parts;
  const weights = list.weights ?? weightsOf(list, run);
  const scores = list.indicators.map(({ score }) => (run.has(score) ? run.number(score) : undefined));
  const exactPoints = list.indicators.map(({ node: { id } }, index) => ({
    id,
    share: multiply(weights.exact.get(id) ?? ZERO, scores[index] ?? ZERO),
  }));
  const allPoints = pointsOfAll(whole, exactPoints, run);
  const points = roundToTotal(
    exactPoints,
    roundToUnits(allPoints, SHOWN_DECIMALS, "half-up"),
    SHOWN_DECIMALS,
  );
  const results = indicatorResults(list, weights, read, run, settings);
  const indicators = list.indicators.map(({ node: { id, group } }, index): IndicatorScore => {
    const made = results[index] as Growing<IndicatorScore>;
    if (group !== undefined) made.group = group;
    made.points = unitsToDecimal(points[index] ?? 0n, SHOWN_DECIMALS);
    made.toFullMarks = shownDecimal(toWin(weights.exact.get(id), scores[index], fullMarks[index]));
    return made;
  });
  const { aggregation, limit, rounding } = differences(whole, allPoints, points, run);
  return withoutAbsent<Score>({
    kind: "score",
    value: toDecimal(run.number("score"), settings.scoreDecimals),
    coverage: shownDecimal(coverage),
    indicators,
    groups: parts.groups.map((group) => groupScore(group, indicators, run)),
    extras: parts.extras.map((extra) => extraScore(extra, run, settings)),
    aggregationDifference: aggregation.n === 0n ? undefined : exactDecimal(aggregation),
    limitDifference: limit.n === 0n ? undefined : exactDecimal(limit),
    roundingDifference: exactDecimal(rounding),
    limitedBy: appliedLimit(whole.branch, aggregatedColumn(whole), run),
    trace: run.trace(),
  });
}

/** The part of the weight that has evidence of its own. */
export function coverageOf({ leaves, allShares }: Whole, { present }: ReadScoreInput): Rational {
  const covered = leaves.filter(({ leaf }) => present.has(leaf.id));
  return covered.length === leaves.length ? allShares : sum(covered.map(({ share }) => share));
}

/** What the points of all indicators come to: the aggregated score, where that is their weighted mean. */
function pointsOfAll(whole: Whole, points: readonly Share[], run: Run): Rational {
  return whole.branch.aggregation.kind === "arithmetic"
    ? run.number(aggregatedColumn(whole))
    : sum(points.map(({ share }) => share));
}

function toWin(weight = ZERO, score: Rational | undefined, fullMarks = ZERO): Rational {
  if (score === undefined || compare(fullMarks, score) <= 0) return ZERO;
  return multiply(weight, subtract(fullMarks, score));
}

/** What the differences between the parts and the whole come to, that of the last rounding among them. */
function differences(whole: Whole, allPoints: Rational, points: readonly bigint[], run: Run) {
  const unrounded = run.number("unrounded");
  const extraPoints = sum(whole.extras.map(({ id }) => run.number(scoreColumn(id))));
  const aggregated = run.number(aggregatedColumn(whole));
  const aggregation = toShown(subtract(aggregated, allPoints));
  const limit = toShown(subtract(unrounded, add(aggregated, extraPoints)));
  const shownPoints = rational(
    points.reduce((all, part) => all + part, 0n),
    UNITS,
  );
  const parts = [shownPoints, extraPoints, aggregation, limit];
  return { aggregation, limit, rounding: parts.reduce(subtract, run.number("score")) };
}

function toShown(value: Rational): Rational {
  return round(value, SHOWN_DECIMALS, "half-up");
}

/** What each indicator of a list found; `weights` are parts of that list. */
function indicatorResults(
  { indicators }: ListParts,
  weights: ListWeights,
  read: ReadScoreInput,
  run: Run,
  settings: Settings,
): readonly IndicatorResult[] {
  return indicators.map(({ node, score, raw, inner }, index) => {
    const { id, label, measure } = node;
    const made = { id } as Growing<IndicatorResult>;
    if (label !== undefined) made.label = label;
    made.measure = measure;
    if (node.kind === "indicator") addRaw(made, node.source, raw, run);
    else made.raw = {};
    if (run.has(score)) made.score = toDecimal(run.number(score), settings.decimals);
    made.weight = unitsToDecimal(weights.units[index] as bigint, SHOWN_DECIMALS);
    const filled = read.present.has(id) ? undefined : read.filled.get(id);
    if (filled !== undefined)
      made.missing = withoutAbsent<Missing>({ rule: filled.rule, period: filled.period });
    const raters = node.kind === "indicator" ? raterResults(node, read, run) : undefined;
    if (raters !== undefined) made.raters = raters;
    if (inner === undefined) return made;
    made.parts = partResults(inner, read, run, settings);
    const limitedBy = appliedLimit(inner.branch, exactColumn(id), run);
    if (limitedBy !== undefined) made.limitedBy = limitedBy;
    return made;
  });
}

/** The parts of a composite, those of its groups in place of the groups; their weights are parts of the composite. */
function partResults(
  list: ListParts,
  read: ReadScoreInput,
  run: Run,
  settings: Settings,
): readonly IndicatorResult[] {
  return indicatorResults(list, list.weights ?? weightsOf(list, run), read, run, settings);
}

/** Weights in units as they are shown; none where all of them are zero. */
function apportioned(shares: readonly Share[]): readonly bigint[] {
  const none = shares.every(({ share }) => share.n === 0n);
  return none ? shares.map(() => 0n) : apportion(UNITS, shares);
}

function rawValues(columns: readonly RawColumn[], run: Run): RawValues {
  const values: Record<string, Decimal | string> = {};
  for (const { name, column, shows } of columns) {
    if (!run.has(column)) continue;
    if (shows === "label") values[name] = run.label(column);
    else values[name] = (shows === "made" ? shownDecimal : exactDecimal)(run.number(column));
  }
  return values;
}

/** Adds the raw values, and what belongs to them. */
function addRaw(
  made: Growing<Pick<IndicatorResult, "id" | "raw" | "rawLabels" | "rawDescription" | "targetRow">>,
  { rawLabels, rawDescriptions, targetRow }: Source,
  columns: readonly RawColumn[],
  run: Run,
): void {
  const raw = rawValues(columns, run);
  made.raw = raw;
  if (rawLabels !== undefined) made.rawLabels = rawLabels;
  const rawDescription = typeof raw.value === "string" ? rawDescriptions?.get(raw.value) : undefined;
  if (rawDescription !== undefined) made.rawDescription = rawDescription;
  if (targetRow === undefined) return;
  const row = `${made.id}.${targetRow.column}`;
  if (run.has(row)) made.targetRow = { by: targetRow.by, is: run.label(row) };
}

function raterResults({ id, source }: Leaf, read: ReadScoreInput, run: Run): IndicatorResult["raters"] {
  const ratings = read.ratings.get(id);
  if (source.raters === undefined || ratings === undefined) return undefined;
  const kinds = source.raters.map((kind) => ({ ...kind, has: run.has(`${id}.${kind.column}`) }));
  const weights = apportioned(
    kinds.map(({ kind, weight, has }) => ({ id: kind, share: has ? weight : ZERO })),
  );
  return kinds.map(({ label, column, has }, index): RaterScore => {
    const { kind, ...counts } = ratings[index] as RatingsOfKind;
    return {
      kind,
      ...(label === undefined ? {} : { label }),
      ...counts,
      weight: unitsToDecimal(weights[index] as bigint, SHOWN_DECIMALS),
      ...(has ? { score: shownDecimal(run.number(`${id}.${column}`)) } : {}),
    };
  });
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

function extraScore(
  { extra: { id, label, measure, source }, raw }: ResultParts["extras"][number],
  run: Run,
  { decimals }: Settings,
): ExtraScore {
  const made = { id } as Growing<ExtraScore>;
  if (label !== undefined) made.label = label;
  made.measure = measure;
  addRaw(made, source, raw, run);
  made.points = toDecimal(run.number(scoreColumn(id)), decimals);
  return made;
}
