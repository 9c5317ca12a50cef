import { labelText } from "../../kernel/label.js";
import { en, type Locale } from "../locale.js";
import type { PathStep, PathTo } from "./path-to.js";

/**
 * Says in sentences what a person would need for a tier: each score that would be enough by itself, or that none is, the gates that fail, and what the
 * best scores would come to. Every number in them is in the result.
 *
 * @example
 * ```ts
 * import { explainPath, type PathTo } from "tierwise";
 *
 * const path: PathTo = {
 *   kind: "path", from: "junior", to: "senior", now: "junior", reached: true,
 *   axes: [], indicators: [], gates: [], best: { to: "senior", holds: [] },
 * };
 * explainPath(path); // => ["This review comes to senior already."]
 * ```
 */
export function explainPath(
  path: PathTo,
  { locale = en }: { readonly locale?: Locale } = {},
): readonly string[] {
  const words = locale.path;
  const name = ({ id, label }: Pick<PathStep, "id" | "label">) => labelText(label, locale.languageTag, id);
  const tier = labelText(path.toLabel, locale.languageTag, path.to);
  if (path.reached) return [words.reached({ tier })];
  const enough = [...path.axes, ...path.indicators].flatMap((step) =>
    step.needed === undefined
      ? []
      : [
          words.enough({
            name: name(step),
            score: String(step.score),
            needed: String(step.needed),
            rise: String(step.rise),
            tier,
          }),
        ],
  );
  return [
    ...(enough.length === 0 ? [words.none({ tier })] : enough),
    ...path.gates.map((gate) => words.gate({ gate: name(gate) })),
    words.best({ tier: labelText(path.best.toLabel, locale.languageTag, path.best.to) }),
  ];
}
