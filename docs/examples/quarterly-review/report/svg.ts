import { parse, type Spec, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { Html } from "./html.js";

/** Draws the same picture with other data, again and again. */
export type Draw = (data: readonly object[], description: string) => Promise<Html>;

/** Compiles a Vega-Lite picture whose data is named "data". Its fills and strokes are names of CSS classes, so that the page can be light or dark. */
export function picture(spec: TopLevelSpec): Draw {
  const view = new View(parse(compile(spec).spec as Spec), { renderer: "none" });
  return async (data, description) => {
    await view.data("data", [...data]).runAsync();
    return new Html(compact(await view.toSVG(), description));
  };
}

/** An SVG for a page: classes in place of colours, short numbers, and none of the groups' descriptions. */
function compact(svg: string, description: string): string {
  const label = description.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  return svg
    .replace(/<path class="(?:background|foreground)"[^>]*\/>|<rect[^>]*fill="transparent"\/>/g, "")
    .replace(/<[^>]+>/g, compactTag)
    .replace(/^<svg[^>]*(viewBox="[^"]*")[^>]*>/, `<svg role="img" aria-label="${label}" $1>`);
}

function compactTag(tag: string): string {
  if (tag.startsWith("<svg")) return tag;
  return tag
    .replace(/ (?:role|aria-[a-z]+|font-family|stroke-miterlimit|class)="[^"]*"/g, "")
    .replace(/ transform="translate\(0,0\)"| fill="none"/g, "")
    .replace(/ (?:fill|stroke)="([a-z][a-z0-9-]*)"/, ' class="$1"')
    .replace(/-?\d+\.\d{3,}(?:e-\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100))
    .replace(/ d="M([-\d.]+),([-\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+Z"/, ' x="$1" y="$2" width="$3" height="$4"')
    .replace(/^<path(?= x=)/, "<rect");
}
