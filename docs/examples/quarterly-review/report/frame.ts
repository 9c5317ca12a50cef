import type { TopLevelSpec } from "vega-lite";

export type Layers = Extract<TopLevelSpec, { readonly layer: unknown }>["layer"];

/** A picture of layers without axes or margin, whose data is named "data" and whose shapes are placed in its own points. */
export function frame(width: number, height: number | { readonly step: number }, layer: Layers) {
  return {
    data: { name: "data" },
    width,
    height,
    padding: 0,
    background: "transparent",
    config: { aria: false, view: { stroke: null } },
    layer,
  };
}

/** A field as a place, drawn from `domain` to `range`: by default the points of the picture themselves. */
export function along(field: string, domain: readonly [number, number], range = domain) {
  const scale = { domain: [...domain], range: [...range], nice: false };
  return { field, type: "quantitative" as const, axis: null, scale };
}

/** The shapes of one kind. */
export function only(kind: string) {
  return [{ filter: `datum.kind === "${kind}"` }];
}

/** A field that names the class itself. */
export function asWritten(field: string) {
  return { field, type: "nominal" as const, scale: null };
}

/** Text in the middle of its line. */
export const textMark = { type: "text", baseline: "middle", fontSize: 12 } as const;
