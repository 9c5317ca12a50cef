import { classifier, compilePolicy, labelText, type Policy } from "tierwise";

/** A person in the matrix. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly name?: string;
}

/** Where the axes begin; nobody is below it. */
const LOWEST = 40;
const MOVES = { up: "#bbf7d0", stay: "#e5e7eb", down: "#fecaca" };

/** The matrix of a policy, drawn from the policy: its cells, what they propose, and people in it; an arrow joins those of `path`. */
export function matrix(policy: Policy, title: string, dots: readonly Dot[], path: readonly Dot[] = []) {
  const classify = classifier({ ...compilePolicy(policy).parts.matrix, gates: [] });
  const [across, up] = policy.axes;
  if (across === undefined || up === undefined) throw new Error("a matrix has two axes");
  const cells = ranges(across.bands).flatMap(([x, x2]) =>
    ranges(up.bands).map(([y, y2]) => {
      const { cell } = classify({ scores: { [across.id]: x, [up.id]: y } });
      const middle = { x: (x + x2) / 2, y: y2 - 1 };
      const name = labelText(cell.label, "en", "").replaceAll(" ", "\n");
      return { x, x2, y, y2, middle, move: cell.move, name };
    }),
  );
  const scale = { domain: [LOWEST, 100], nice: false };
  const position = (field: "x" | "y", id: string) => ({
    field,
    type: "quantitative",
    title: id,
    scale,
    axis: { grid: false },
  });
  const at = { x: position("x", across.id), y: position("y", up.id) };
  return {
    title: { text: title, fontSize: 13, fontWeight: "normal" },
    width: 280,
    height: 280,
    layer: [
      {
        data: { values: cells },
        mark: { type: "rect", stroke: "white", strokeWidth: 2 },
        encoding: {
          ...at,
          x2: { field: "x2" },
          y2: { field: "y2" },
          color: {
            field: "move",
            type: "nominal",
            title: "the cell proposes",
            scale: { domain: Object.keys(MOVES), range: Object.values(MOVES) },
          },
        },
      },
      {
        data: { values: cells.map(({ middle, name }) => ({ ...middle, name })) },
        mark: { type: "text", fontSize: 10, color: "#6b7280", lineBreak: "\n", baseline: "top" },
        encoding: { ...at, text: { field: "name" } },
      },
      {
        data: { values: path },
        mark: { type: "line", color: "#1d4ed8", strokeWidth: 2, strokeDash: [4, 3] },
        encoding: at,
      },
      {
        data: { values: dots },
        mark: { type: "circle", size: 60, color: "#1d4ed8", opacity: 1 },
        encoding: at,
      },
      {
        data: { values: dots.filter(({ name }) => name !== undefined) },
        mark: { type: "text", align: "left", dx: 9, dy: 11, fontSize: 11 },
        encoding: { ...at, text: { field: "name" } },
      },
    ],
  };
}

/** The beginning and the end of each band. */
function ranges(bands: readonly { readonly from?: number | string | undefined }[]) {
  return bands.map(
    ({ from = 0 }, index) => [Math.max(LOWEST, Number(from)), Number(bands[index + 1]?.from ?? 100)] as const,
  );
}
