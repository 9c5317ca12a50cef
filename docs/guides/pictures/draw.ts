// Draws the pictures of the guides from what tierwise computes: `npx tsx docs/guides/pictures/draw.ts [FOLDER]`.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, type Spec, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { appeal } from "./appeal.js";
import { caps } from "./caps.js";
import { measures } from "./measures.js";
import { missing } from "./missing.js";
import { nineBox } from "./nine-box.js";
import { payoutCurves } from "./payout-curves.js";
import { places } from "./places.js";
import { raters } from "./raters.js";
import { states } from "./states.js";
import { versions } from "./versions.js";
import { vesting } from "./vesting.js";
import { weights } from "./weights.js";

const PICTURES: Readonly<Record<string, () => TopLevelSpec>> = {
  measures,
  weights,
  raters,
  missing,
  versions,
  appeal,
  places,
  "nine-box": nineBox,
  states,
  vesting,
  "payout-curves": payoutCurves,
  caps,
};
const CONFIG = {
  aria: false,
  background: "white",
  font: "sans-serif",
  axis: {
    labelLimit: 0,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: "normal",
    gridColor: "#e5e7eb",
  },
  header: { labelFontSize: 13, title: null },
  view: { stroke: null },
} as const;

const folder = process.argv[2] ?? fileURLToPath(new URL(".", import.meta.url));
for (const [name, spec] of Object.entries(PICTURES)) {
  const made = compile({ ...spec(), config: CONFIG } as TopLevelSpec).spec as Spec;
  const svg = await new View(parse(made), { renderer: "none" }).toSVG();
  writeFileSync(join(folder, `${name}.svg`), `${svg}\n`);
}
