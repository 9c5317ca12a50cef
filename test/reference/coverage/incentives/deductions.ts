import { type Deductions, type DeductionsConfig, ROUNDING_MODES } from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";
import { countChoices, countLines, kindsOf } from "./lines.js";

const FIELDS = { rounding: ["-", ...ROUNDING_MODES], currency: ["USD", "JPY", "CNY"] };
const AMOUNTS = ["suspended", "deducted", "carried", "dropped"] as const;

export const KINDS = {
  ...kindsOf("deductions", FIELDS),
  "deductions due": ["fines", "claims", "sum", "brackets"],
  "deductions rules": [
    "suspensions",
    "most",
    "so-far",
    "most of all",
    "leaves",
    "shortfall",
    "leaves of all",
    "dropped",
    "decimals",
  ],
  "deductions sums": ["amount", "share", "over", "fact"],
  "deductions of": ["-", "gross", "net", "left", "categories"],
  "deductions amounts": AMOUNTS,
  "deductions lines": ["negative", "nothing"],
  "deductions notes": [
    "suspended-for",
    "deduction-most",
    "deduction-leaves",
    "deduction-nothing-left",
    "deduction-carried",
    "deduction-dropped",
    "rounded",
    "rounded-due",
    "parts-rounded-to-sum",
  ],
  "deductions refused": [
    "unknown-event",
    "unknown-deduction",
    "event-in-future",
    "fact-missing",
    "out-of-range",
    "above-brackets",
    "duplicate-id",
    "amount-too-fine",
    "period-not-after",
    "wrong-cycle",
  ],
};

export function countDeductions(config: DeductionsConfig, outcome: Outcome<Deductions>, count: Count): void {
  countChoices("deductions", config, Object.keys(FIELDS), count);
  const rule = (name: string, met: boolean) => count("deductions rules", name, met);
  rule("suspensions", config.suspensions !== undefined);
  rule("most of all", config.most !== undefined);
  rule("leaves of all", config.leaves !== undefined);
  for (const { due, most = [], leaves, rest, decimals } of config.deductions) {
    rule("decimals", decimals !== undefined);
    count("deductions due", due.kind);
    rule("most", most.length > 0);
    rule(
      "so-far",
      most.some(({ counts }) => counts === "so-far"),
    );
    rule("leaves", leaves !== undefined);
    rule("shortfall", leaves?.shortfall === "carried");
    rule("dropped", rest === "dropped");
    for (const sum of [...most, ...(leaves === undefined ? [] : [leaves])]) {
      count("deductions sums", ["amount", "over", "share", "fact"].find((name) => name in sum) ?? "");
      if (sum.share !== undefined)
        count("deductions of", sum.categories === undefined ? (sum.of ?? "-") : "categories");
    }
  }
  countLines("deductions", outcome, count);
  if (!outcome.ok) return;
  for (const name of AMOUNTS) count("deductions amounts", name, !outcome.value[name].isZero());
}
