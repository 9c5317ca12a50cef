import type { Policy } from "../../../src/index.js";
import { ROUNDING_MODES } from "../../../src/kernel/rounding.js";
import type { Random } from "../../reference/generate/random.js";
import { figure } from "./figures.js";
import type { IncentivePlan, Place } from "./pay.js";

type Incentive = NonNullable<Policy["incentives"]>[number];

/** Benefits of every kind, for some people. */
export function planBenefits(random: Random, { id, axes, currency }: Place): IncentivePlan {
  const cents = { USD: ".99", JPY: "", KWD: ".335" }[currency] ?? "";
  const pays = random.some(
    [
      { kind: "amount", amount: `149${cents}`, per: random.pick(["month", "year", "period"]) },
      {
        kind: "by-tier",
        amounts: [
          { of: ["t1", "t2"], amount: 150 },
          { of: ["t3"], amount: `300${cents}` },
        ],
      },
      {
        kind: "by-attribute",
        attribute: "site",
        amounts: [
          { of: ["x"], amount: 20 },
          { of: ["y", "z"], amount: `33${cents}` },
        ],
      },
      { kind: "rate", fact: "days", rate: "1/7", least: 2, most: 60, over: random.pick([0, 5]) },
      { kind: "rate", fact: axes[0], rate: "12.5%", over: "60.5" },
    ],
    1,
    3,
  );
  const conditions = () =>
    random.some(
      [
        { tier: ["t1", "t2"] },
        { attribute: "site", is: ["x", "y"] },
        { fact: "days", atLeast: 3, atMost: "40.5" },
        { fact: axes[0], atLeast: 60 },
        { certificate: "license" },
        { at: { [axes[0] as string]: ["low", "high"] } },
      ],
      1,
      3,
    );
  return {
    incentive: {
      use: "benefits",
      rounding: random.pick(ROUNDING_MODES),
      items: pays.map((one, index) => ({
        id: `${id}-b${index}`,
        pays: one,
        ...("per" in one || one.kind === "rate" || random.chance(70) ? {} : { months: [2, 7, 8] }),
        ...(random.chance(60) ? { eligibility: conditions() } : {}),
      })),
    } as Incentive,
    person: () => ({
      "attributes.site": random.chance(1) ? null : random.pick(["x", "y", "z", random.chance(2) ? "w" : "x"]),
      "facts.days": random.chance(3)
        ? null
        : random.pick([2, 3, "40.5", "40.51", figure(random, [0, 70], 2)]),
    }),
  };
}
