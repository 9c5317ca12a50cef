import type { CommissionConfig } from "../../../../src/index.js";
import { names, type Random } from "../random.js";
import { CORNERS } from "./numbers.js";

type Bracket = NonNullable<CommissionConfig["brackets"]>[number];
type Terms = Pick<CommissionConfig, "counts" | "quotaIn" | "paidOn" | "method" | "curve">;

const RATES = ["0", "5%", "10%", "1/3", "12.5%", "0.0725", "40%"] as const;

/** Brackets of one table: by rates, or by amounts, or marginal ones of both kinds. */
export function planBrackets(random: Random, terms: Terms, amounts: boolean): readonly Bracket[] {
  const { counts = "amount", method, curve } = terms;
  const isRatio = counts === "attainment" || counts === "margin-percent";
  const written = (corner: number) => (isRatio ? `${corner / 2.5}%` : corner);
  const corners = [random.pick([0, 0, 0, 25]), ...random.some(CORNERS, 0, 3)];
  const end = random.chance(20) ? random.pick([600, 1500, 9_000]) : undefined;
  const mixed = amounts && random.chance(30) && curve !== "lines";
  const pays = (index: number) =>
    amounts && method !== "each" && (!mixed || random.chance(50) || index === 0);
  const rate = () =>
    paidIn(terms) === "units" ? { perUnit: random.pick(["0.5", 2, "1/3"]) } : { rate: random.pick(RATES) };
  return corners.map((from, index) => {
    const isLast = index === corners.length - 1;
    const paysAmount = pays(index);
    const last = end ?? (paysAmount && method !== "whole" ? 2_000 : undefined);
    const to = isLast ? last : random.chance(20) ? corners[index + 1] : undefined;
    return {
      ...(from === 0 && random.chance(60) ? {} : { from: written(from) }),
      ...(to === undefined ? {} : { to: written(to) }),
      ...(paysAmount ? { pays: random.pick([0, 15, 40, "99.99", "100/3"]) } : rate()),
    };
  });
}

function paidIn({ counts = "amount", quotaIn = "amount", paidOn }: Terms) {
  if (paidOn !== undefined) return paidOn;
  if (counts === "attainment") return quotaIn;
  return counts === "margin-percent" ? "amount" : counts;
}

/** Two or three tables, by attributes and by how large a deal is; the last is for all others. */
export function planTables(
  random: Random,
  terms: Terms,
  amounts: boolean,
): NonNullable<CommissionConfig["tables"]> {
  const conditions = () =>
    random.some(
      [
        { attribute: "product", is: ["cloud"] },
        {
          deal: random.pick(["amount", "units", "margin"] as const),
          atLeast: random.pick([100, 250]),
          ...(random.chance(30) ? { atMost: 400 } : {}),
        },
        { deal: "margin-percent" as const, atMost: "40%" },
      ],
      1,
      2,
    );
  const ids = names("table", random.pick([1, 2, 2, 3]));
  return ids.map((id, index) => ({
    id,
    ...(index === ids.length - 1 ? {} : { when: conditions() }),
    brackets: planBrackets(random, terms, amounts),
  }));
}
