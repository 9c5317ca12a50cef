import { absolute, EXACT, fits, sizeOf } from "../forms/forms.js";
import { boundedLine, line } from "../forms/number-kernels.js";
import { pieces as runPieces, threeLines, type WholePieces } from "../forms/piecewise-kernels.js";
import { codes, type Operation, operation } from "../forms/planning.js";
import { firstOf, type WholePiece } from "./whole-functions.js";

/** A line that is held level at its ends runs without a choice of pieces. */
export function wholeOperation(
  out: Float64Array,
  a: Float64Array,
  pieces: readonly WholePiece[],
  least: bigint,
  most: bigint,
): Operation {
  const within = pieces.filter((piece, index) => {
    const next = pieces[index + 1];
    const first = firstOf(piece);
    const last = next === undefined ? undefined : (firstOf(next) as bigint) - 1n;
    return (first === undefined || first <= most) && (last === undefined || last >= least);
  });
  const only = within[0];
  if (within.length === 1 && only !== undefined && only.coefficients[2] === 0n) {
    const [constant, linear] = only.coefficients.map(Number) as [number, number, number];
    return operation(line, out, a, linear, constant);
  }
  const held = fits(2n * sizeOf({ least, most }) + 2n) ? heldLine(within, least, most) : undefined;
  if (held !== undefined) {
    const { factor, constant, low, high } = held;
    return operation(boundedLine, out, a, factor, constant, low, high);
  }
  const column = (make: (piece: WholePiece) => number) => Float64Array.from(within, make);
  const data: WholePieces = {
    from: column((piece) => Number(firstOf(piece) ?? least)),
    constant: column(({ coefficients }) => Number(coefficients[0])),
    linear: column(({ coefficients }) => Number(coefficients[1])),
    square: column(({ coefficients }) => Number(coefficients[2])),
  };
  if (within.length === 3 && fits(5n * greatestLine(within, sizeOf({ least, most }))))
    return operation(threeLines, out, a, data);
  return operation(runPieces, out, a, data, codes());
}

/** The greatest size that any of some lines comes to between whole numbers of a size; more than is exact where one is no line. */
function greatestLine(pieces: readonly WholePiece[], size: bigint): bigint {
  return pieces.reduce((greatest, { coefficients: [constant, linear, square] }) => {
    const own = square === 0n ? absolute(constant) + absolute(linear) * size : EXACT;
    return own > greatest ? own : greatest;
  }, 0n);
}

/** One line, with level pieces before and after it that go on from its ends. */
function heldLine(
  pieces: readonly WholePiece[],
  least: bigint,
  most: bigint,
): { factor: number; constant: number; low: number; high: number } | undefined {
  const lines = pieces.filter(({ coefficients: [, linear] }) => linear !== 0n);
  const [line] = lines;
  if (lines.length !== 1 || line === undefined || pieces.some(({ coefficients }) => coefficients[2] !== 0n))
    return undefined;
  const place = pieces.indexOf(line);
  const [constant, linear] = line.coefficients;
  const bound = (piece: WholePiece | undefined, inner: bigint | undefined): bigint | undefined => {
    if (piece === undefined) return undefined;
    const distance = piece.coefficients[0] - constant;
    if (inner === undefined || distance % linear !== 0n) return undefined;
    const at = distance / linear;
    return at === inner || at === inner - 1n ? at : undefined;
  };
  if (place > 1 || pieces.length - place > 2) return undefined;
  const before = place === 1 ? pieces[0] : undefined;
  const after = pieces[place + 1];
  const low = bound(before, firstOf(line));
  const high = bound(after, after === undefined ? undefined : firstOf(after));
  if ((before !== undefined && low === undefined) || (after !== undefined && high === undefined))
    return undefined;
  const ends = [low ?? least, high ?? most].map(absolute);
  if (!ends.every((end) => fits(absolute(linear) * end + absolute(constant)))) return undefined;
  return {
    factor: Number(linear),
    constant: Number(constant),
    low: Number(low ?? least),
    high: Number(high ?? most),
  };
}
