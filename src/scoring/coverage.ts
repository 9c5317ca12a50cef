import { type Rational, rationalText } from "../kernel/rational.js";
import type { Step } from "../program/program.js";
import { type LeafShare, mayBeFilled } from "./branch.js";

/** Whether any of the leaves may be without evidence, so that there can be too little of it. */
export function mayBeUncovered(leaves: readonly LeafShare[], minimum: Rational): boolean {
  return minimum.n > 0n && leaves.some(({ leaf }) => leaf.missing.kind !== "error");
}

/** The steps from the column `of` to the column `to`, which is missing where less of the weight than a minimum has evidence of its own. */
export function coverageSteps(
  leaves: readonly LeafShare[],
  minimum: Rational,
  { of, to }: { readonly of: string; readonly to: string },
): readonly Step[] {
  const weighed = leaves.filter(({ share }) => share.n !== 0n);
  return [
    ...weighed.flatMap(({ leaf, share }): readonly Step[] => [
      {
        step: "piecewise",
        to: `${leaf.id}.evidenced`,
        of: `${leaf.id}.${mayBeFilled(leaf) ? "measured" : "score"}`,
        function: { pieces: [{ coefficients: [rationalText(share)] }] },
      },
      {
        step: "first-present",
        to: `${leaf.id}.coverage`,
        of: [`${leaf.id}.evidenced`],
        otherwise: "0",
      },
    ]),
    {
      step: "weighted-sum",
      to: "coverage",
      of: weighed.map(({ leaf }) => ({ column: `${leaf.id}.coverage`, weight: "1" })),
    },
    {
      step: "band",
      to: "evidence",
      of: "coverage",
      bands: [{ label: "too-little" }, { label: "enough", from: rationalText(minimum) }],
    },
    {
      step: "piecewise-by",
      to,
      of,
      by: "evidence",
      functions: [{ label: "enough", function: { pieces: [{ coefficients: ["0", "1"] }] } }],
    },
  ];
}
