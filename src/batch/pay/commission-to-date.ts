import { toDateProgram } from "../../incentives/commission/program.js";
import { type SumColumn, sumColumns } from "../../incentives/commission/sum-columns.js";
import { currencyDecimals } from "../../kernel/currency.js";
import type { Step } from "../../program/program.js";
import { renameColumns } from "../../program/rename.js";
import type { CommissionOf, Counted, Paid } from "./counted.js";

/** What all to date earns, less what was paid; where nothing came before, nothing was. */
export function paidToDate(
  { incentive, at, given }: CommissionOf,
  { plan, now, before, anything }: Counted,
): Paid {
  const decimals = currencyDecimals(given.currency);
  const { steps } = renameColumns(toDateProgram(plan, decimals), at);
  const less = steps.findIndex(({ to }) => to === at("less"));
  const added = ({ column }: SumColumn, of: string, from: readonly string[]): readonly Step[] => [
    { step: "first-present", to: at(`earlier.${column}`), of: from, otherwise: "0" },
    {
      step: "weighted-sum",
      to: at(`to-date.${column}`),
      of: [
        { column: at(`earlier.${column}`), weight: "1" },
        { column: of, weight: "1" },
      ],
    },
  ];
  return {
    inputs: [
      { column: at("paid"), type: "number", path: `paid.${incentive.on}`, missing: "stays", decimals },
    ],
    steps: [
      ...sumColumns(plan).flatMap((sum) => added(sum, now(sum), before(sum))),
      ...steps.slice(0, less),
      { step: "first-present", to: at("before"), of: anything, otherwise: "0" },
      somethingBefore(at("anything"), at("before")),
      { step: "product", to: at("owed"), of: [at("earlier.amount"), at("anything")] },
      { step: "first-present", to: at("less"), of: [at("paid"), at("owed")] },
      ...steps.slice(less + 1),
    ],
    limits: [],
  };
}

/** 1 where a number is not zero, else 0. */
function somethingBefore(to: string, of: string): Step {
  return {
    step: "piecewise",
    to,
    of,
    function: {
      pieces: [
        { coefficients: ["1"] },
        { from: "0", coefficients: ["0"] },
        { from: "0", includesFrom: false, coefficients: ["1"] },
      ],
    },
  };
}
