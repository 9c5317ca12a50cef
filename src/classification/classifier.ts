import * as z from "zod/mini";
import { defineCalculator, defineFactory, type Factory } from "../kernel/calculator.js";
import { type Decimal, exactDecimal } from "../kernel/decimal.js";
import { inputNumber } from "../kernel/fields.js";
import type { Label } from "../kernel/label.js";
import { readNumber } from "../kernel/number.js";
import { compare, type Rational, rationalText, subtract } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { type Checked, lazySchema, type Written } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import { type ProgramCalculator, withProgram } from "../program/calculator.js";
import { compileProgram, type Run } from "../program/interpreter.js";
import type { Program, Step, TraceLine } from "../program/program.js";
import type { Band } from "./bands.js";
import {
  type CheckedCell,
  type CheckedMatrix,
  cellKey,
  checkMatrix,
  type Matrix,
  type Move,
  matrixSchema,
} from "./matrix.js";

const placementInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    scores: z.record(z.string(), inputNumber()),
    indicators: z.optional(z.record(z.string(), inputNumber())),
  }),
);

/**
 * The score on each axis and, where there are gates, the scores of their indicators.
 *
 * @useDeclaredType
 */
export type PlacementInput = Written<typeof placementInput>;

/** A cell of the matrix. */
export interface Cell {
  readonly at: { readonly [axis: string]: string };
  readonly label?: Label;
  readonly tier?: string;
  readonly tierLabel?: Label;
  readonly move?: Move;
  readonly actions: readonly Label[];
}

/** Where a person is on one axis. */
export interface AxisPlacement {
  readonly axis: string;
  readonly label?: Label;
  readonly score: Decimal;
  readonly band: string;
  readonly bandLabel?: Label;
  /** Where the band begins, if it has a lower end. */
  readonly from?: Decimal;
  /** The next band, where it begins and how far that is; absent in the highest band. */
  readonly next?: {
    readonly band: string;
    readonly label?: Label;
    readonly from: Decimal;
    readonly distance: Decimal;
  };
}

/** A gate that passed or failed. */
export interface GateResult {
  readonly id: string;
  readonly label?: Label;
  readonly indicator: string;
  readonly score: Decimal;
  readonly atLeast: Decimal;
  readonly passed: boolean;
  readonly onFail: "block-promotion" | "veto";
}

/** Where a person is in the matrix. */
export interface Placement {
  readonly kind: "placement";
  readonly scores: { readonly [axis: string]: Decimal };
  readonly axes: readonly AxisPlacement[];
  /** The cell that counts: that of the bands, or of the lowest bands after a veto. */
  readonly cell: Cell;
  readonly gates: readonly GateResult[];
  /** Whether a failed gate forbids a move up. */
  readonly promotionBlocked: boolean;
  /** Whether a failed gate put the person into the cell of the lowest bands. */
  readonly vetoed: boolean;
  readonly trace: readonly TraceLine[];
}

/** A compiled matrix. */
export type Classifier = ProgramCalculator<PlacementInput, Placement>;

/**
 * Places a person in a matrix of bands (M5): the band of each score, the cell where they meet, and what the cell says of tier, move
 * and management actions. Gates are minimums that other scores cannot make up for (M6).
 *
 * Scores are compared as they are given, so give them rounded as they are published. A score of exactly a band's `from` is in it. A failed gate
 * forbids a move up; a veto also puts the person into the cell of the lowest bands.
 *
 * Errors of the config: bands out of order, overlapping or with a hole (`bands-unsorted`, `bands-overlap`, `bands-hole`), a combination of
 * bands without a cell (`cell-missing`) or with two (`cell-twice`), a cell with neither tier nor move (`cell-empty`), a tier that is not in `tiers`
 * (`unknown-tier`). Errors of the input: a score missing, of an unknown axis, or below the lowest band (`below-bands`).
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
 * placement.cell.actions; // => ["coaching"]
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
  const { axes, gates = [] } = config;
  const cells = new Map(config.cells.map((cell) => [cellKey(axes, cell.at), toCell(cell, config.tiers)]));
  const lowest = cells.get(
    cellKey(axes, Object.fromEntries(axes.map((axis) => [axis.id, axis.bands[0]?.id ?? ""]))),
  ) as Cell;
  const program = placementProgram(config);
  const run = compileProgram(program);
  const calculator = defineCalculator({
    title: "classifier",
    input: placementInput,
    run(input, report): Placement {
      const columns = readScores(config, input, report);
      report.stop();
      const result = run(columns);
      const gateResults = gates.map(
        (gate): GateResult => ({
          id: gate.id,
          ...(gate.label === undefined ? {} : { label: gate.label }),
          indicator: gate.indicator,
          score: exactDecimal(result.number(`indicator ${gate.indicator}`)),
          atLeast: exactDecimal(readNumber(gate.atLeast)),
          passed: result.label(`gate ${gate.id}`) === "passed",
          onFail: gate.onFail,
        }),
      );
      const failed = gateResults.filter(({ passed }) => !passed);
      const vetoed = failed.some(({ onFail }) => onFail === "veto");
      const placed = axes.map((axis) => placeOn(axis, result));
      return {
        kind: "placement",
        scores: Object.fromEntries(placed.map(({ axis, score }) => [axis, score])),
        axes: placed,
        cell: vetoed ? lowest : (cells.get(result.label("cell")) as Cell),
        gates: gateResults,
        promotionBlocked: failed.length > 0,
        vetoed,
        trace: result.trace(),
      };
    },
  });
  return withProgram(calculator, program);
}

function readScores(
  { axes, gates = [] }: CheckedMatrix,
  input: Checked<typeof placementInput>,
  report: Report,
) {
  const columns: [string, Rational][] = [];
  for (const { id: axis, bands } of axes) {
    const given = Object.hasOwn(input.scores, axis) ? input.scores[axis] : undefined;
    if (given === undefined) {
      report.add(["scores", axis], "score-missing", `the axis ${show(axis)} has no score`);
      continue;
    }
    const score = readNumber(given);
    const lowest = bands[0]?.from;
    if (lowest !== undefined && compare(score, readNumber(lowest)) < 0) {
      report.add(
        ["scores", axis],
        "below-bands",
        `expected at least ${lowest}, where the lowest band begins, got ${show(given)}`,
      );
    }
    columns.push([`${axis}.score`, score]);
  }
  for (const axis of Object.keys(input.scores)) {
    if (!axes.some((one) => one.id === axis))
      report.add(["scores", axis], "unknown-axis", `${show(axis)} is not an axis of the matrix`);
  }
  for (const indicator of new Set(gates.map((gate) => gate.indicator))) {
    const scores = input.indicators ?? {};
    const given = Object.hasOwn(scores, indicator) ? scores[indicator] : undefined;
    if (given === undefined) {
      report.add(
        ["indicators", indicator],
        "score-missing",
        `a gate needs the score of the indicator ${show(indicator)}`,
      );
    } else {
      columns.push([`indicator ${indicator}`, readNumber(given)]);
    }
  }
  return columns;
}

function placeOn({ id: axis, label: text, bands }: CheckedMatrix["axes"][number], run: Run): AxisPlacement {
  const score = run.number(`${axis}.score`);
  const position = bands.findIndex((band) => band.id === run.label(`${axis}.band`));
  const band = bands[position] as Band;
  const next = bands[position + 1];
  const nextFrom = next?.from === undefined ? undefined : readNumber(next.from);
  return {
    axis,
    ...(text === undefined ? {} : { label: text }),
    score: exactDecimal(score),
    band: band.id,
    ...(band.label === undefined ? {} : { bandLabel: band.label }),
    ...(band.from === undefined ? {} : { from: exactDecimal(readNumber(band.from)) }),
    ...(next === undefined || nextFrom === undefined
      ? {}
      : {
          next: {
            band: next.id,
            ...(next.label === undefined ? {} : { label: next.label }),
            from: exactDecimal(nextFrom),
            distance: exactDecimal(subtract(nextFrom, score)),
          },
        }),
  };
}

function placementProgram({ axes, cells, gates = [] }: CheckedMatrix): Program {
  const indicators = [...new Set(gates.map((gate) => gate.indicator))];
  return {
    inputs: [
      ...axes.map((axis) => ({ column: `${axis.id}.score`, type: "number" as const })),
      ...indicators.map((indicator) => ({ column: `indicator ${indicator}`, type: "number" as const })),
    ],
    steps: [
      ...axes.map(
        ({ id: axis, bands }): Step => ({
          step: "band",
          to: `${axis}.band`,
          of: `${axis}.score`,
          bands: bands.map(({ id: band, from }) =>
            from === undefined ? { label: band } : { label: band, from: exactText(from) },
          ),
        }),
      ),
      {
        step: "look-up",
        to: "cell",
        by: axes.map((axis) => `${axis.id}.band`),
        type: "label",
        rows: cells.map(({ at }) => ({
          labels: axes.map((axis) => at[axis.id] ?? ""),
          value: cellKey(axes, at),
        })),
      },
      ...gates.map(
        (gate): Step => ({
          step: "band",
          to: `gate ${gate.id}`,
          of: `indicator ${gate.indicator}`,
          bands: [{ label: "failed" }, { label: "passed", from: exactText(gate.atLeast) }],
        }),
      ),
    ],
  };
}

function exactText(value: number | string): string {
  return rationalText(readNumber(value));
}

function toCell(
  { at, label: text, tier, move, actions = [] }: CheckedCell,
  tiers: CheckedMatrix["tiers"],
): Cell {
  const tierLabel = tiers?.find((one) => one.id === tier)?.label;
  return Object.freeze({
    at,
    ...(text === undefined ? {} : { label: text }),
    ...(tier === undefined ? {} : { tier }),
    ...(tierLabel === undefined ? {} : { tierLabel }),
    ...(move === undefined ? {} : { move }),
    actions,
  });
}
