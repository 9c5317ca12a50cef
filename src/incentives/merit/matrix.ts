import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber, configRatio, id } from "../../kernel/fields.js";
import { checkIds } from "../../kernel/ids.js";
import { label } from "../../kernel/label.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { compare, type Rational } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { described, list, type Plain } from "../../kernel/schema.js";
import { show, showChoices } from "../../kernel/show.js";
import { type PositionsConfig, positionIds } from "./positions.js";

/** The fields of a merit matrix: bands of the score, and an increase for each band and position. */
export function matrixFields() {
  const ratio = () => configRatio({ least: 0 });
  return {
    bands: described(
      list(
        z.strictObject({
          id: id(),
          label: z.optional(label()),
          from: z.optional(
            described(
              configNumber(),
              "The least score; the lowest has none. Without any, people come with their band.",
            ),
          ),
        }),
        1,
      ),
      "The bands of the score, from the lowest.",
    ),
    matrix: described(
      list(
        z.strictObject({
          band: id(),
          positions: described(list(id(), 1), "The positions in the range that the cell is for."),
          percent: z.optional(described(ratio(), "The increase, as a part of the salary.")),
          least: z.optional(described(ratio(), "With target and most: the least that may be proposed.")),
          target: z.optional(described(ratio(), "What is paid where nothing is proposed.")),
          most: z.optional(ratio()),
        }),
        1,
      ),
      "The increase for each band of the score and each position in the range.",
    ),
  };
}

type Fields = ReturnType<typeof matrixFields>;

/** A merit matrix as the config has it. */
export type MeritMatrixConfig = Plain<{ [Key in keyof Fields]: z.output<Fields[Key]> }>;

/** What a cell of the matrix pays, and what may be proposed in it. */
export interface MeritCell {
  readonly target: Rational;
  readonly least: Rational;
  readonly most: Rational;
}

/** Notes what the schema cannot see in a merit matrix. */
export function checkMeritMatrix(
  { bands, matrix, ...positions }: MeritMatrixConfig & PositionsConfig,
  path: Path,
  report: Report,
): void {
  checkScoreBands(bands, [...path, "bands"], report);
  const at = [...path, "matrix"];
  if (!report.sound(at) || !report.sound([...path, "bands"]) || !report.clean([...path, "positions"])) return;
  const [bandIds, places] = [bands.map((band) => band.id), positionIds(positions)];
  const seen = new Set<string>();
  for (const [index, cell] of matrix.entries()) {
    const here = [...at, index];
    checkCell(cell, here, report);
    if (!bandIds.includes(cell.band)) {
      const message = `${show(cell.band)} is not a band: expected ${showChoices(bandIds)}`;
      report.add([...here, "band"], "unknown-band", message);
    }
    for (const [place, position] of cell.positions.entries()) {
      const there = [...here, "positions", place];
      const key = cellKey(cell.band, position);
      if (!places.includes(position)) {
        const message = `${show(position)} is not a position: expected ${showChoices(places)}`;
        report.add(there, "unknown-band", message);
      } else if (seen.has(key)) report.add(there, "cell-twice", `${key} has two increases`);
      seen.add(key);
    }
  }
  for (const band of bandIds) {
    for (const position of places) {
      const key = cellKey(band, position);
      if (!seen.has(key)) report.add(at, "cell-missing", `there is no increase for ${key}`);
    }
  }
}

/** Makes the function that finds the cell of a band and a position. */
export function compileMeritMatrix({
  matrix,
}: MeritMatrixConfig): (band: string, position: string) => MeritCell {
  const cells = new Map(
    matrix.flatMap(({ band, positions, percent, least, target, most }) => {
      const stated = percent ?? target;
      const cell = {
        target: readRatio(stated),
        least: readRatio(least ?? stated),
        most: readRatio(most ?? stated),
      };
      return positions.map((position) => [cellKey(band, position), cell] as const);
    }),
  );
  return (band, position) => cells.get(cellKey(band, position)) as MeritCell;
}

/** Whether people come with a score, and not with their band. */
export function bandsByScore({ bands }: MeritMatrixConfig): boolean {
  return bands.some(({ from }) => from !== undefined);
}

/** The band of a score. */
export function bandOfScore({ bands }: MeritMatrixConfig, score: Rational): string {
  const reached = bands.filter(({ from }) => from === undefined || compare(score, readNumber(from)) >= 0);
  return reached.at(-1)?.id ?? "";
}

function cellKey(band: string, position: string): string {
  return `${band}, ${position}`;
}

function checkScoreBands(bands: MeritMatrixConfig["bands"], at: Path, report: Report): void {
  if (!report.sound(at)) return;
  checkIds(bands, at, report);
  if (!bands.some(({ from }) => from !== undefined)) return;
  for (const [index, { from }] of bands.entries()) {
    const here = [...at, index, "from"];
    const before = bands[index - 1]?.from;
    if ((from === undefined) !== (index === 0)) {
      const message = "the lowest band holds from below, every other says from where on it holds";
      report.add(here, index === 0 ? "one-of" : "missing", message);
    } else if (
      from !== undefined &&
      before !== undefined &&
      compare(readNumber(before), readNumber(from)) >= 0
    )
      report.add(here, "bands-unsorted", `expected bands in rising order: ${from} is not above ${before}`);
  }
}

function checkCell(
  { percent, least, target, most }: MeritMatrixConfig["matrix"][number],
  path: Path,
  report: Report,
) {
  const range = least !== undefined && target !== undefined && most !== undefined;
  const none = (least ?? target ?? most) === undefined;
  if (percent === undefined ? !range : !none) {
    report.add(path, "one-of", "expected either a percent, or least, target and most");
  } else if (range) {
    const [low, middle, high] = [readRatio(least), readRatio(target), readRatio(most)];
    if (compare(low, middle) > 0 || compare(middle, high) > 0)
      report.add(path, "range-empty", "expected the least, the target and the most in rising order");
  }
}
