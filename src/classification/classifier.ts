import { defineCalculator, defineFactory, type Factory } from "../kernel/calculator.js";
import { type Decimal, exactDecimal } from "../kernel/decimal.js";
import type { Label } from "../kernel/label.js";
import { readNumber } from "../kernel/number.js";
import { type Growing, own, withoutAbsent } from "../kernel/plain.js";
import { compare, type Rational, subtract } from "../kernel/rational.js";
import { type ProgramCalculator, withProgram } from "../program/calculator.js";
import { compileProgram, type Run } from "../program/interpreter.js";
import type { TraceLine } from "../program/program.js";
import { type Action, toAction } from "./actions.js";
import type { GroupBand, GroupBands } from "./band-context.js";
import type { Calibrated } from "./calibration/calibrated.js";
import { labelled } from "./facts.js";
import { type CheckedGate, type GateSubject, subjectOf } from "./gates.js";
import {
  type CheckedCell,
  type CheckedMatrix,
  cellKey,
  checkMatrix,
  combinations,
  type Matrix,
  type Move,
  matrixSchema,
} from "./matrix.js";
import { isFixed, type PlacementInput, placementInput, readPlacement } from "./placement-input.js";
import {
  bandColumn,
  fromColumn,
  gateColumn,
  placementProgram,
  scoreColumn,
  subjectColumn,
} from "./placement-program.js";

/** A cell of the matrix. */
export interface Cell {
  readonly at: { readonly [axis: string]: string };
  readonly label?: Label;
  /** What it means to be in the cell, in a sentence. */
  readonly description?: Label;
  readonly tier?: string;
  readonly tierLabel?: Label;
  readonly move?: Move;
  readonly actions: readonly Action[];
}

/** Where a person is on one axis. */
export interface AxisPlacement {
  readonly axis: string;
  readonly label?: Label;
  readonly score: Decimal;
  readonly band: string;
  readonly bandLabel?: Label;
  /** The band that a panel put the person into, which counts in place of that of the score; why, by whom and when. */
  readonly calibrated?: Calibrated & { readonly bandLabel?: Label };
  /** Where the band begins, if it has a lower end. */
  readonly from?: Decimal;
  /** The least score that keeps the band of the last review, where that is what holds the person in it. */
  readonly keptFrom?: Decimal;
  /** How many people the beginnings of the bands come from, and whether they were too few, so that fixed ones hold. */
  readonly group?: { readonly count: number; readonly fixed: boolean };
  /** The next band, where it begins and how far that is; absent where there is none that anybody reaches. */
  readonly next?: {
    readonly band: string;
    readonly label?: Label;
    readonly from: Decimal;
    readonly distance: Decimal;
    /** Only some people with exactly that score are in the band: further keys decide. */
    readonly tied?: true;
  };
}

/** A gate that passed or failed. */
export interface GateResult {
  readonly id: string;
  readonly label?: Label;
  /** What it looked at. */
  readonly of: GateSubject;
  /** The number it looked at; a certificate has none. */
  readonly value?: Decimal;
  readonly atLeast?: Decimal;
  readonly atMost?: Decimal;
  readonly passed: boolean;
  readonly onFail: "block-promotion" | "veto" | "cap-tier";
  /** The highest tier for a person who fails, where the gate caps it. */
  readonly tier?: string;
  readonly tierLabel?: Label;
}

/** Where a person is in the matrix. */
export interface Placement {
  readonly kind: "placement";
  readonly scores: { readonly [axis: string]: Decimal };
  readonly axes: readonly AxisPlacement[];
  /** The cell that counts: that of the bands, or of the lowest bands after a veto. */
  readonly cell: Cell;
  readonly gates: readonly GateResult[];
  /** Whether a failed gate forbids any move up. */
  readonly promotionBlocked: boolean;
  /** Whether a failed gate put the person into the cell of the lowest bands. */
  readonly vetoed: boolean;
  /** The highest tier to which a move up may lead, where failed gates cap it: of several the lowest. */
  readonly capTier?: string;
  readonly trace: readonly TraceLine[];
}

/** A compiled matrix. */
export type Classifier = ProgramCalculator<PlacementInput, Placement>;

/**
 * Places a person in a matrix of bands (M5): the band of each score, the cell where they meet, and what the cell says of tier, move
 * and management actions. Without cells, each combination of bands is a cell that proposes nothing. Gates look at an indicator, a group, an axis, a fact
 * or a certificate that other scores cannot make up for (M6).
 *
 * Scores are compared as they are given, so give them rounded as they are published. A score of exactly a band's `from` is in it. With a `margin`, who
 * was in a band or a better one at the review before (`previous`) stays in it as long as the score is not below its beginning less the margin. Bands that are `relative` begin where the context of
 * the group says, which `bandContext` makes. A band that a panel `calibrated` counts in place of that of the score; gates count all the same. A failed gate forbids a move up; a veto also puts the person into the cell of the lowest bands; `cap-tier` says the highest
 * tier that is left open.
 *
 * Errors of the config: bands out of order, overlapping or with a hole (`bands-unsorted`, `bands-overlap`, `bands-hole`), a combination of
 * bands without a cell (`cell-missing`) or with two (`cell-twice`), a tier that is not in `tiers` (`unknown-tier`), cuts that are missing or out of order
 * (`cut-missing`, `cuts-unsorted`, `shares-sum`). Errors of the input: a score missing, of an unknown axis, or below the lowest band (`below-bands`).
 *
 * @example
 * ```ts
 * import { classifier } from "tierwise";
 *
 * const bands = [{ id: "low", from: 0 }, { id: "high", from: 80 }];
 * const classify = classifier({
 *   axes: [{ id: "capability", bands }, { id: "performance", bands }],
 *   cells: [
 *     { at: { capability: "high", performance: "high" }, move: "up", actions: ["challenging work"] },
 *     { at: { capability: "high", performance: "low" }, move: "stay", actions: ["coaching"] },
 *     { at: { capability: "low", performance: "high" }, move: "stay", actions: ["training"] },
 *     { at: { capability: "low", performance: "low" }, move: "down" },
 *   ],
 * });
 * const placement = classify({ scores: { capability: 80, performance: "79.99" } });
 * placement.cell.actions; // => [{ label: "coaching" }]
 * placement.axes[1]?.next; // => { band: "high", from: "80", distance: "0.01" }
 * ```
 */
export const classifier: Factory<Matrix, Classifier> = /* @__PURE__ */ defineFactory({
  title: "classifier",
  config: matrixSchema,
  check: (config, report) => checkMatrix(config, [], report),
  compile: compileMatrix,
});

function compileMatrix(config: CheckedMatrix): Classifier {
  const { axes, gates = [], tiers } = config;
  const cells = new Map(cellsOf(config).map((cell) => [cellKey(axes, cell.at), cell]));
  const lowest = cells.get(
    cellKey(axes, Object.fromEntries(axes.map((axis) => [axis.id, axis.bands[0]?.id ?? ""]))),
  ) as Cell;
  const program = placementProgram(config);
  const run = compileProgram(program);
  const begins = axes.map(axisBegins);
  const judgedGates = gates.map((gate) => gateParts(gate, tiers));
  const calculator = defineCalculator({
    title: "classifier",
    input: placementInput,
    run(input, report): Placement {
      const columns = readPlacement(config, input, report);
      report.stop();
      const result = run(columns);
      const gateResults = judgedGates.map((gate) => gateResult(gate, result));
      const failed = gateResults.filter(({ passed }) => !passed);
      const vetoed = failed.some(({ onFail }) => onFail === "veto");
      const capTier = tiers?.find(({ id }) => failed.some(({ tier }) => tier === id))?.id;
      const placed = begins.map((begin) => {
        const made = placeOn(begin, input.cohort?.axes[begin.axis.id], result);
        const calibrated = calibratedOn(begin.axis, input.calibrated);
        if (calibrated !== undefined) made.calibrated = calibrated;
        return made;
      });
      const scores: Record<string, Decimal> = {};
      const at: Record<string, string> = {};
      for (const { axis, score, band, calibrated } of placed) {
        scores[axis] = score;
        at[axis] = calibrated?.band ?? band;
      }
      return withoutAbsent<Placement>({
        kind: "placement",
        scores,
        axes: placed,
        cell: vetoed ? lowest : (cells.get(cellKey(axes, at)) as Cell),
        gates: gateResults,
        promotionBlocked: failed.some(({ onFail }) => onFail !== "cap-tier"),
        vetoed,
        capTier,
        trace: result.trace(),
      });
    },
  });
  return withProgram(calculator, program);
}

/** What the results of a gate need, worked out once. */
function gateParts(gate: CheckedGate, tiers: CheckedMatrix["tiers"]) {
  const { atLeast, atMost, tier } = gate;
  return {
    gate,
    subject: subjectColumn(gate),
    column: gateColumn(gate.id),
    atLeast: atLeast === undefined ? undefined : readNumber(atLeast),
    atMost: atMost === undefined ? undefined : readNumber(atMost),
    tierLabel: tiers?.find((one) => one.id === tier)?.label,
  };
}

function gateResult(
  { gate, subject, column, atLeast, atMost, tierLabel }: ReturnType<typeof gateParts>,
  run: Run,
): GateResult {
  const { id, label, onFail, tier } = gate;
  const of = subjectOf(gate);
  const made = { id } as Growing<GateResult>;
  if (label !== undefined) made.label = label;
  made.of = of;
  if (of.kind !== "certificate") made.value = exactDecimal(run.number(subject));
  if (atLeast !== undefined) made.atLeast = exactDecimal(atLeast);
  if (atMost !== undefined) made.atMost = exactDecimal(atMost);
  made.passed = run.label(column) === "passed";
  made.onFail = onFail;
  if (tier !== undefined) made.tier = tier;
  if (tierLabel !== undefined) made.tierLabel = tierLabel;
  return made;
}

/** Where one band begins for everybody, and whether only some with that score are in it. */
interface Begin {
  readonly from?: Rational;
  readonly tied: boolean;
}

/** An axis, and where its bands begin by the config. */
interface AxisBegins {
  readonly axis: CheckedMatrix["axes"][number];
  readonly columns: { readonly score: string; readonly band: string };
  readonly fixed: readonly Begin[];
}

function axisBegins(axis: CheckedMatrix["axes"][number]): AxisBegins {
  const fixed = axis.bands.map(({ from }) => ({
    ...(from === undefined ? {} : { from: readNumber(from) }),
    tied: false,
  }));
  return { axis, columns: { score: scoreColumn(axis.id), band: bandColumn(axis.id) }, fixed };
}

function placeOn(
  { axis, columns, fixed }: AxisBegins,
  group: GroupBands | undefined,
  run: Run,
): Growing<AxisPlacement> {
  const { id, label, bands, relative, margin } = axis;
  const score = run.number(columns.score);
  const name = run.label(columns.band);
  const position = bands.findIndex((band) => band.id === name);
  const begins =
    relative === undefined
      ? fixed
      : fixed.map((begin, index) =>
          index > 0 || !isFixed(axis, group) ? beginIn(group?.bands[index - 1]) : begin,
        );
  const band = bands[position] as CheckedMatrix["axes"][number]["bands"][number];
  const from = begins[position]?.from;
  const keeps = position > 0 && margin !== undefined && !reaches(fromColumn(id, band.id), score, run);
  const made = { axis: id } as Growing<AxisPlacement>;
  if (label !== undefined) made.label = label;
  made.score = exactDecimal(score);
  made.band = band.id;
  if (band.label !== undefined) made.bandLabel = band.label;
  if (from !== undefined) made.from = exactDecimal(from);
  if (keeps && from !== undefined) made.keptFrom = exactDecimal(subtract(from, readNumber(margin)));
  if (group !== undefined && relative !== undefined)
    made.group = { count: group.count, fixed: isFixed(axis, group) };
  const next = nextPlace(bands, begins, position, score);
  if (next !== undefined) made.next = next;
  return made;
}

/** The next band, if there is one that anybody reaches. */
function nextPlace(
  bands: CheckedMatrix["axes"][number]["bands"],
  begins: readonly Begin[],
  position: number,
  score: Rational,
): AxisPlacement["next"] {
  const next = nextOf(begins, position);
  const band = bands[next];
  const { from, tied = false } = begins[next] ?? {};
  if (band === undefined || from === undefined) return undefined;
  const made = { band: band.id } as Growing<NonNullable<AxisPlacement["next"]>>;
  if (band.label !== undefined) made.label = band.label;
  made.from = exactDecimal(from);
  made.distance = exactDecimal(subtract(from, score));
  if (tied) made.tied = tied;
  return made;
}

function calibratedOn(
  { id, bands }: CheckedMatrix["axes"][number],
  decided: Readonly<Record<string, Calibrated>> | undefined,
): AxisPlacement["calibrated"] {
  const calibrated = own(decided, id);
  const bandLabel = bands.find((band) => band.id === calibrated?.band)?.label;
  return calibrated && { ...calibrated, ...(bandLabel === undefined ? {} : { bandLabel }) };
}

function beginIn(band: GroupBand | undefined): Begin {
  const tied = band?.tied !== undefined;
  return band?.from === undefined ? { tied } : { from: readNumber(band.from), tied };
}

/** Whether a person reaches a band by the score, whatever the last review said. */
function reaches(column: string, score: Rational, run: Run): boolean {
  return run.has(column) && compare(score, run.number(column)) >= 0;
}

/** The band to which the next beginning leads: where several begin at once, the best that all who reach it are in. */
function nextOf(begins: readonly Begin[], position: number): number {
  const first = begins[position + 1]?.from;
  if (first === undefined) return position + 1;
  for (let index = begins.length - 1; index > position; index -= 1) {
    const { from, tied } = begins[index] as Begin;
    if (!tied && from !== undefined && compare(from, first) === 0) return index;
  }
  return position + 1;
}

/** The cells of a matrix, one for each combination of bands, the last axis running fastest. */
export function cellsOf({ axes, cells = [], tiers }: CheckedMatrix): readonly Cell[] {
  const written = new Map(cells.map((cell) => [cellKey(axes, cell.at), cell] as const));
  return combinations(axes).map((at) => toCell(written.get(cellKey(axes, at)) ?? { at }, tiers));
}

function toCell(
  { at, label, description, tier, move, actions = [] }: CheckedCell,
  tiers: CheckedMatrix["tiers"],
): Cell {
  const tierLabel = tiers?.find((one) => one.id === tier)?.label;
  return Object.freeze({
    at,
    ...labelled(label),
    ...(description === undefined ? {} : { description }),
    ...(tier === undefined ? {} : { tier }),
    ...(tierLabel === undefined ? {} : { tierLabel }),
    ...(move === undefined ? {} : { move }),
    actions: actions.map(toAction),
  });
}
