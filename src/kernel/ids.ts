import type { Path } from "./errors.js";
import type { Report } from "./report.js";
import { show } from "./show.js";

/** Notes ids that are there twice. */
export function checkIds(
  items: readonly { readonly id?: string | undefined }[] | undefined,
  path: Path,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const [index, { id: name }] of report.items(items, path)) {
    const here = [...path, index, "id"];
    if (name === undefined || !report.sound(here)) continue;
    if (seen.has(name)) report.add(here, "duplicate-id", `${show(name)} is there twice`, { id: name });
    seen.add(name);
  }
}
