import {
  type CommissionConfig,
  type CommissionInput,
  commission,
  ROUNDING_MODES,
} from "../../../../src/index.js";
import { countCommission, KINDS } from "../../coverage/incentives/commission.js";
import { names, type Random } from "../random.js";
import { planBrackets, planTables } from "./brackets.js";
import { near, planMoney } from "./numbers.js";
import { askedOf, type Subject } from "./subject.js";

const QUANTITIES = ["amount", "units", "margin"] as const;
const COUNTS = [
  "amount",
  "amount",
  "amount",
  "units",
  "margin",
  "attainment",
  "attainment",
  "margin-percent",
] as const;

export const commissionSubject: Subject = {
  use: "commission",
  share: 6_000,
  kinds: KINDS,
  plan: (random, count) =>
    askedOf(
      "commission",
      commission,
      () => planCommission(random),
      (config) => planInput(random, config),
      {
        each: (config, input, outcome) => countCommission(config, input, outcome, count),
      },
    ),
};

/** A plan of any mode. */
export function planCommission(random: Random): CommissionConfig {
  const counts = random.pick(COUNTS);
  const method =
    counts === "margin-percent" && random.chance(95)
      ? "whole"
      : random.pick(["marginal", "marginal", "each", "whole"] as const);
  const terms = {
    counts,
    method,
    ...(counts === "attainment" && random.chance(60) ? { quotaIn: random.pick(QUANTITIES) } : {}),
    ...(random.chance(35) ? { paidOn: random.pick(QUANTITIES) } : {}),
    ...(random.chance(30) ? { curve: random.pick(["steps", "lines", "lines"] as const) } : {}),
    ...(random.chance(40) ? { boundary: random.pick(["upper", "lower"] as const) } : {}),
  };
  const amounts = random.chance(20);
  return {
    currency: random.pick(["USD", "JPY", "KWD", "EUR"]),
    ...(random.chance(30) ? { id: "sales", rule: "Plan, section 3" } : {}),
    ...(random.chance(10) ? { category: "variable" } : {}),
    ...(random.chance(70) ? { rounding: random.pick(ROUNDING_MODES) } : {}),
    ...terms,
    ...(random.chance(65)
      ? { brackets: planBrackets(random, terms, amounts) }
      : { tables: planTables(random, terms, amounts), totals: random.pick(["own", "shared"] as const) }),
    per: random.pick(["credit", "order", "period", "to-date", "to-date"] as const),
    ...planLimits(random, counts),
  };
}

function planLimits(random: Random, counts: string) {
  const isRatio = (of: string) => of === "attainment" || of === "margin-percent";
  const other = random.pick(COUNTS);
  const seen = random.chance(25) ? other : undefined;
  const cap = () => ({
    above: random.int(5, 400),
    ...(random.chance(60) ? { share: random.pick([0, "50%", "1/3", 1]) } : {}),
  });
  return {
    ...(random.chance(25)
      ? {
          threshold: {
            ...(seen === undefined ? {} : { counts: seen }),
            from: isRatio(seen ?? counts) ? random.pick(["20%", "75%", "100%"]) : random.pick([50, 100, 400]),
            ...(random.chance(50) ? { pays: random.pick(["all", "above"] as const) } : {}),
          },
        }
      : {}),
    ...(random.chance(25) ? { cap: cap() } : {}),
    ...(random.chance(20) ? { floor: random.pick([0, 1, 5, "12.5"]) } : {}),
    ...(random.chance(30)
      ? {
          perDeal: {
            ...(random.chance(50) ? { credited: { quantity: random.pick(QUANTITIES), ...cap() } } : {}),
            ...(random.chance(40) ? { cap: cap() } : {}),
            ...(random.chance(40) ? { floor: random.pick([1, 5, "2.345"]) } : {}),
          },
        }
      : {}),
  };
}

/** Credits of any size and sign, and what goes with them. */
export function planInput(random: Random, config: CommissionConfig): CommissionInput {
  const returns = random.pick([0, 0, 10, 30, 100]);
  const scale = random.pick(["", "", "", "", "", "", "e15", "e-3"]);
  const credit = (id: string) => ({
    id,
    ...(config.per === "order" || random.chance(50) ? { order: random.pick(["o1", "o2", "o3"]) } : {}),
    ...(random.chance(60)
      ? { attributes: random.pick([{ product: "cloud" }, { product: "voice" }, {}]) }
      : {}),
    amount: planMoney(random, 600, returns, scale),
    units: planMoney(random, 300, returns, scale),
    margin: planMoney(random, 200, returns, scale),
  });
  const asks = config.counts === "attainment" || config.threshold?.counts === "attainment";
  const before = random.chance(60) ? names("e", random.int(1, 4)).map(credit) : undefined;
  return {
    credits: names("c", random.pick([0, 1, 1, 2, 3, 5])).map(credit),
    ...(asks ? { quota: random.pick([100, 400, 500, "333.3", "1000/3"]) } : {}),
    ...(config.per !== "to-date" || before === undefined ? {} : planBefore(random, config, before)),
  };
}

function planBefore(random: Random, config: CommissionConfig, earlier: CommissionInput["credits"]) {
  const paid = random.chance(25) ? { paid: random.pick([0, 1, 20, -5, 150]) } : {};
  const isOne = config.tables === undefined && config.perDeal === undefined && config.paidOn === undefined;
  if (
    isOne &&
    config.threshold?.counts === undefined &&
    config.method !== "each" &&
    config.counts !== "margin-percent" &&
    random.chance(30)
  )
    return { toDate: near(random, random.pick([0, 100, 250, 400])), ...paid };
  return { earlier, ...paid };
}
