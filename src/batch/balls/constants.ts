import type { Rational } from "../../kernel/rational.js";
import type { InputColumn } from "../columns/columns.js";
import { constantBall, putBall, putMissing } from "../forms/ball-form.js";
import { BLOCK } from "../forms/forms.js";
import type { ByLabel } from "../sources/inputs.js";
import { labelSource } from "../sources/label-sources.js";
import { hull } from "./bounds.js";
import type { BallSource } from "./read.js";

/** A number that is the same in all rows, or that each row's label decides, where it has too many digits for whole numbers of 53 bits. */
export function constantBalls(
  otherwise: Rational | ByLabel,
  columns: Readonly<Record<string, InputColumn>>,
): BallSource {
  return "n" in otherwise ? sameBalls(otherwise) : ballsByLabel(otherwise, columns);
}

function sameBalls(number: Rational): BallSource {
  const { middle, radius } = constantBall(number);
  return {
    from: 0,
    bounds: [number, number],
    read(out, _aside, count) {
      for (let row = 0; row < count; row += 1) putBall(out, row, middle, radius);
    },
    exactAt: () => number,
  };
}

/** A row whose label has no number is set aside. */
function ballsByLabel({ path, rows }: ByLabel, columns: Readonly<Record<string, InputColumn>>): BallSource {
  const meant = new Map(rows.map(({ is }, index) => [is, index] as const));
  const labels = labelSource(columns[path] ?? [], meant, { missing: "set-aside", unknown: "set-aside" });
  const codes = new Int32Array(BLOCK);
  const bounds = hull(rows.map(({ number }) => ({ bounds: [number, number] as const })));
  const balls = rows.map(({ number }) => constantBall(number));
  return {
    from: 0,
    ...(bounds === undefined ? {} : { bounds }),
    read(out, aside, count) {
      labels.from = this.from;
      labels.read(codes, aside, count);
      for (let row = 0; row < count; row += 1) {
        const ball = balls[codes[row] as number];
        if (ball === undefined) putMissing(out, row);
        else putBall(out, row, ball.middle, ball.radius);
      }
    },
    exactAt: (row) => rows[codes[row] as number]?.number ?? null,
  };
}
