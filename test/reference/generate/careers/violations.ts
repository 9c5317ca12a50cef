import type { AdjustmentRules } from "../../../../src/index.js";
import { names, type Random } from "../random.js";
import { somewhere, written } from "./aims.js";
import { planLabel } from "./matrix.js";

type Violations = NonNullable<AdjustmentRules["violations"]>;

const KINDS = ["warning", "fine", "block-promotion", "demotion", "demotion", "dismissal"] as const;

export function planViolations(random: Random): Violations {
  const severities = names("severity", random.int(1, 3)).map((id) => ({
    id,
    ...planLabel(random),
    points: written(random, random.pick([somewhere(random, 0, 4), somewhere(random, 1, 3)])),
    ...(random.chance(80) ? { expiresMonths: random.pick([1, 3, 6, 12, 18, 24, 36]) } : {}),
  }));
  const consequences = names("", random.int(1, 5)).map((_, index) => {
    const kind = random.pick(KINDS);
    const after = random.chance(60)
      ? { atPoints: written(random, somewhere(random, 1, 6)) }
      : { severity: random.pick(severities).id, count: random.int(1, 3) };
    return {
      ...(random.chance(50) ? { id: `consequence${index + 1}` } : {}),
      ...planLabel(random),
      kind,
      ...after,
      ...(kind === "demotion" && random.chance(50) ? { steps: random.int(1, 3) } : {}),
    };
  });
  return { severities, consequences };
}
