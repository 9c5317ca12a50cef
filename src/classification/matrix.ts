import * as z from "zod/mini";
import type { Path } from "../kernel/errors.js";
import { configNumber, id } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { label } from "../kernel/label.js";
import type { Report } from "../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../kernel/schema.js";
import { show, showChoices } from "../kernel/show.js";
import { actionsSchema } from "./actions.js";
import { type BandedAxis, bandsSchema, checkBands } from "./bands.js";
import { checkGates, gatesSchema } from "./gates.js";
import { relativeSchema } from "./relative.js";
import { tiersSchema } from "./tier.js";

/** The fields of one axis of a matrix; a policy's axis has them too. */
export function axisFields() {
  return {
    id: id(),
    label: z.optional(label()),
    bands: bandsSchema(),
    relative: z.optional(relativeSchema()),
    margin: z.optional(
      described(
        configNumber({ above: 0 }),
        "How far a score may be below the beginning of a band, for who was in it or a better one at the last review, to stay in it.",
      ),
    ),
  };
}

/** The fields of a matrix that a policy's `matrix` has too. */
export function matrixFields() {
  return {
    cells: z.optional(
      described(
        list(
          z.strictObject({
            at: described(z.record(z.string(), z.string()), "The band on each axis."),
            label: z.optional(label()),
            description: z.optional(described(label(), "What it means to be in the cell, in a sentence.")),
            tier: z.optional(described(id(), "The tier that belongs to the cell.")),
            move: z.optional(
              described(z.enum(["up", "stay", "down"]), "How the cell moves the person's tier."),
            ),
            actions: z.optional(
              described(actionsSchema(), "What management does for a person in this cell."),
            ),
          }),
          1,
        ),
        "One cell for each combination of bands. Without cells, each combination is one that proposes nothing.",
      ),
    ),
    gates: z.optional(described(gatesSchema(), "What has to be there whatever the other scores are.")),
  };
}

/** The schema of a matrix. */
export const matrixSchema = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    axes: described(list(z.strictObject(axisFields()), 1), "The axes of the matrix and their bands."),
    ...matrixFields(),
    tiers: z.optional(tiersSchema()),
  }),
);

/**
 * The matrix: the config of `classifier`.
 *
 * @useDeclaredType
 */
export type Matrix = Written<typeof matrixSchema>;

/** The same after the check, with defaults filled in. */
export type CheckedMatrix = Checked<typeof matrixSchema>;
/** A cell as the config has it. */
export type CheckedCell = NonNullable<CheckedMatrix["cells"]>[number];

/** How a cell moves the tier: one up, not at all, one down. */
export type Move = "up" | "stay" | "down";

const MOST_CELLS = 10_000;

/** Notes what the schema cannot see in a matrix. */
export function checkMatrix(config: CheckedMatrix, path: Path, report: Report): void {
  checkIds(config.tiers, [...path, "tiers"], report);
  checkAxes(config.axes, [...path, "axes"], report);
  const tiers = report.sound([...path, "tiers"]) ? config.tiers : undefined;
  const known = {
    axes: report.sound([...path, "axes"]) ? config.axes.map(({ id: axis }) => axis) : undefined,
    tiers: report.sound([...path, "tiers"]) ? (config.tiers ?? []).map(({ id: tier }) => tier) : undefined,
  };
  checkGates(config.gates, known, [...path, "gates"], report);
  if (report.sound([...path, "axes"])) checkCells({ ...config, tiers }, [...path, "cells"], report);
}

/** Notes axes that are there twice, and what is wrong with their bands. */
export function checkAxes(axes: readonly BandedAxis[], path: Path, report: Report): void {
  checkIds(axes, path, report);
  for (const [index, axis] of report.items(axes, path)) checkBands(axis, [...path, index], report);
}

/** Notes cells that are missing, there twice, or name what is not there. The axes are sound. */
export function checkCells(
  { axes, cells, tiers }: Pick<CheckedMatrix, "axes" | "cells" | "tiers">,
  path: Path,
  report: Report,
): void {
  if (!report.readable(path)) return;
  const size = axes.reduce((product, axis) => product * axis.bands.length, 1);
  if (size > MOST_CELLS) {
    report.add(path, "too-large", `expected at most ${MOST_CELLS} combinations of bands, got ${size}`);
    return;
  }
  if (cells === undefined) return;
  const found = new Set<string>();
  let allRead = report.items(cells, path).length === cells.length;
  for (const [index, cell] of report.items(cells, path)) {
    const here = [...path, index];
    checkCellTier(cell.tier, tiers, [...here, "tier"], report);
    if (report.sound([...here, "at"])) checkPosition(axes, cell.at, [...here, "at"], report);
    if (!report.clean([...here, "at"])) {
      allRead = false;
      continue;
    }
    const name = cellKey(axes, cell.at);
    if (found.has(name)) report.add([...here, "at"], "cell-twice", `the cell ${name} is there twice`);
    found.add(name);
  }
  if (!allRead) return;
  for (const at of combinations(axes)) {
    const name = cellKey(axes, at);
    if (!found.has(name)) report.add(path, "cell-missing", `the cell ${name} is missing`, { cell: at });
  }
}

function checkCellTier(
  tier: string | undefined,
  tiers: CheckedMatrix["tiers"],
  path: Path,
  report: Report,
): void {
  if (tier === undefined || tiers === undefined || !report.sound(path)) return;
  if (tiers.some((one) => one.id === tier)) return;
  const expected = showChoices(tiers.map((one) => one.id));
  report.add(path, "unknown-tier", `${show(tier)} is not a tier: expected ${expected}`, { tier });
}

function checkPosition(axes: CheckedMatrix["axes"], at: CheckedCell["at"], path: Path, report: Report): void {
  for (const axis of axes) {
    const band = Object.hasOwn(at, axis.id) ? at[axis.id] : undefined;
    if (axis.bands.some((one) => one.id === band)) continue;
    const expected = `expected a band of ${show(axis.id)}: ${showChoices(axis.bands.map((one) => one.id))}`;
    const here = [...path, axis.id];
    if (band === undefined) report.add(here, "missing", `this is required: ${expected}`);
    else report.add(here, "unknown-band", `${expected}, got ${show(band)}`);
  }
  for (const name of Object.keys(at)) {
    if (axes.some((axis) => axis.id === name)) continue;
    report.add(
      [...path, name],
      "unknown-axis",
      `${show(name)} is not an axis: expected ${showChoices(axes.map((axis) => axis.id))}`,
    );
  }
}

/** `high x low`: a cell's bands in the order of the axes. */
export function cellKey(axes: CheckedMatrix["axes"], at: CheckedCell["at"]): string {
  return axes.map((axis) => at[axis.id]).join(" x ");
}

/** All combinations of bands, the last axis running fastest. */
export function combinations(axes: CheckedMatrix["axes"]): readonly CheckedCell["at"][] {
  return axes.reduce<readonly CheckedCell["at"][]>(
    (all, axis) => all.flatMap((at) => axis.bands.map((band) => ({ ...at, [axis.id]: band.id }))),
    [{}],
  );
}
