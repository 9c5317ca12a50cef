import * as z from "zod/mini";
import type { Path } from "../kernel/errors.js";
import { id } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { label, labels } from "../kernel/label.js";
import type { Report } from "../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../kernel/schema.js";
import { show, showChoices } from "../kernel/show.js";
import { type Band, bandsSchema, checkBands } from "./bands.js";
import { gatesSchema } from "./gates.js";
import { tiersSchema } from "./tier.js";

/** The fields of one axis of a matrix; a policy's axis has them too. */
export function axisFields() {
  return { id: id(), label: z.optional(label()), bands: bandsSchema() };
}

/** The fields of a matrix that a policy's `matrix` has too. */
export function matrixFields() {
  return {
    cells: described(
      list(
        z.strictObject({
          at: described(z.record(z.string(), z.string()), "The band on each axis."),
          label: z.optional(label()),
          tier: z.optional(described(id(), "The tier that belongs to the cell.")),
          move: z.optional(
            described(z.enum(["up", "stay", "down"]), "How the cell moves the person's tier."),
          ),
          actions: z.optional(described(labels(), "What management does for a person in this cell.")),
        }),
        1,
      ),
      "One cell for each combination of bands. It names a tier, a move or both.",
    ),
    gates: z.optional(described(gatesSchema(), "Minimums that other scores cannot make up for.")),
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
export type CheckedCell = CheckedMatrix["cells"][number];

/** How a cell moves the tier: one up, not at all, one down. */
export type Move = "up" | "stay" | "down";

const MOST_CELLS = 10_000;

/** Notes what the schema cannot see in a matrix. */
export function checkMatrix(config: CheckedMatrix, path: Path, report: Report): void {
  checkIds(config.tiers, [...path, "tiers"], report);
  checkAxes(config.axes, [...path, "axes"], report);
  checkIds(config.gates, [...path, "gates"], report);
  const tiers = report.sound([...path, "tiers"]) ? config.tiers : undefined;
  if (report.sound([...path, "axes"])) checkCells({ ...config, tiers }, [...path, "cells"], report);
}

/** Notes axes that are there twice, and what is wrong with their bands. */
export function checkAxes(
  axes: readonly { readonly id: string; readonly bands: readonly Band[] }[],
  path: Path,
  report: Report,
): void {
  checkIds(axes, path, report);
  for (const [index, axis] of report.items(axes, path)) {
    checkBands(axis.bands, [...path, index, "bands"], report);
  }
}

/** Notes cells that are missing, there twice, empty, or name what is not there. The axes are sound. */
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
  const found = new Set<string>();
  let allRead = report.items(cells, path).length === cells.length;
  for (const [index, cell] of report.items(cells, path)) {
    const here = [...path, index];
    if (report.sound(here) && cell.tier === undefined && cell.move === undefined) {
      report.add(here, "cell-empty", "expected a tier, a move (up, stay or down) or both");
    }
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

function combinations(axes: CheckedMatrix["axes"]): readonly CheckedCell["at"][] {
  return axes.reduce<readonly CheckedCell["at"][]>(
    (all, axis) => all.flatMap((at) => axis.bands.map((band) => ({ ...at, [axis.id]: band.id }))),
    [{}],
  );
}
