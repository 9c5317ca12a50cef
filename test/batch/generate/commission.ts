import type { Policy } from "../../../src/index.js";
import { ROUNDING_MODES } from "../../../src/kernel/rounding.js";
import type { Random } from "../../reference/generate/random.js";
import { figure } from "./figures.js";
import type { IncentivePlan, Place } from "./pay.js";

type Incentive = NonNullable<Policy["incentives"]>[number];

/** A commission on an indicator, most of them on one amount of each person. */
export function planCommission(random: Random, { id, indicators }: Place): IncentivePlan {
  const on = random.pick(indicators);
  const per = random.pick(["period", "period", "credit", "to-date", random.chance(8) ? "order" : "period"]);
  const counts = random.pick(["amount", "amount", "units", "attainment"]);
  const isRatio = counts === "attainment";
  const at = (part: number) => (isRatio ? `${part}%` : part * 1000);
  const inUnits = counts === "units" || (isRatio && random.chance(30));
  const pays = (rate: string, perUnit: number | string) => (inUnits ? { perUnit } : { rate });
  const tables = random.chance(20) && !isRatio;
  const brackets = [
    pays(random.pick(["4%", "0.5%"]), "0.04"),
    { from: at(50), ...pays("6.25%", "1/16") },
    ...(random.chance(60) ? [{ from: at(100), ...pays("1/15", "0.07") }] : []),
    ...(random.chance(15) ? [{ from: at(120), ...pays("8%", "0.08"), to: at(180) }] : []),
  ];
  const gated = random.chance(30);
  return {
    incentive: {
      use: "commission",
      id,
      on,
      per,
      counts,
      ...(isRatio && inUnits ? { quotaIn: "units" } : {}),
      rounding: random.pick(ROUNDING_MODES),
      ...(random.chance(10) && (per === "period" || per === "to-date")
        ? { method: "each" }
        : { method: random.pick(["marginal", "whole"]) }),
      curve: random.pick(["steps", "steps", "lines"]),
      boundary: random.pick(["upper", "lower"]),
      ...(tables
        ? {
            tables: [
              { id: "key", when: [{ attribute: "customer", is: ["key"] }], brackets: [pays("3%", "0.03")] },
              { id: "rest", brackets },
            ],
          }
        : { brackets }),
      ...(gated ? { threshold: { from: at(30) } } : {}),
      ...(random.chance(30) ? { cap: { above: 5000, share: random.pick(["0%", "50%"]) } } : {}),
      ...(random.chance(20) ? { floor: 100 } : {}),
    } as Incentive,
    person: () => ({
      [`amounts.${on}`]: random.chance(8)
        ? null
        : random.pick([
            0,
            50_000,
            100_000,
            figure(random, [-20_000, 170_000], 2),
            figure(random, [0, 190_000], 0),
          ]),
      ...(isRatio
        ? {
            [`quotas.${on}`]: random.chance(1)
              ? null
              : random.pick([100_000, "99999.99", figure(random, [40_000, 120_000], 2)]),
          }
        : {}),
      ...(per === "to-date" && !tables
        ? {
            [`toDate.${on}`]: random.chance(30) ? null : random.pick([0, figure(random, [0, 90_000], 2)]),
            [`paid.${on}`]: random.chance(60) ? null : figure(random, [0, 2000], 0),
          }
        : {}),
    }),
  };
}
