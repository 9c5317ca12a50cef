import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber, configRatio, id, wholeNumber } from "../../kernel/fields.js";
import { checkIds } from "../../kernel/ids.js";
import { label } from "../../kernel/label.js";
import { readNumber } from "../../kernel/number.js";
import { prorationSchema } from "../../kernel/proration.js";
import { compare } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { checkEligibility, eligibilityFields } from "../eligibility-conditions.js";
import { payFields } from "../fields.js";
import { checkStatedMoney, type WithCurrency } from "../money.js";
import { checkRows } from "../rows.js";

/** The fields of benefits; the category is that of items without one of their own. */
export function benefitsFields() {
  const { id: _, label: __, rule: ___, ...shared } = payFields();
  return {
    ...shared,
    items: described(
      list(
        z.strictObject({
          id: id(),
          label: z.optional(label()),
          category: z.optional(id()),
          rule: z.optional(described(label(), "The rule that it is paid by, as statements cite it.")),
          pays: paysSchema(),
          months: z.optional(
            described(
              list(wholeNumber(1, 12), 1),
              "The months of the year in which it is paid, by number; without it, all of them.",
            ),
          ),
          proration: z.optional(prorationSchema()),
          ...eligibilityFields(),
        }),
        1,
      ),
      "The benefits, in the order of their lines.",
    ),
  };
}

function paysSchema() {
  const amount = () => configNumber({ least: 0 });
  const per = () =>
    described(
      z._default(z.enum(["month", "quarter", "half-year", "year", "period"]), "month"),
      "For how long the amount pays; period: once, however long the period is.",
    );
  const amounts = () => list(z.strictObject({ of: list(id(), 1), amount: amount() }), 1);
  return described(
    z.discriminatedUnion("kind", [
      described(
        z.strictObject({ kind: z.literal("amount"), amount: amount(), per: per() }),
        "The same for all.",
      ),
      described(
        z.strictObject({ kind: z.literal("by-tier"), amounts: amounts(), per: per() }),
        "An amount for each tier.",
      ),
      described(
        z.strictObject({ kind: z.literal("by-attribute"), attribute: id(), amounts: amounts(), per: per() }),
        "An amount for each value of an attribute, such as the location.",
      ),
      described(
        z.strictObject({
          kind: z.literal("rate"),
          fact: described(id(), "The number of the person that it is worked out from: salary, days at work."),
          rate: described(configRatio({ least: 0 }), "What is paid for each unit of it."),
          least: z.optional(described(bound(), "It counts as at least this.")),
          most: z.optional(described(bound(), "It counts as at most this.")),
          over: z.optional(described(bound(), "Only what is above this counts.")),
        }),
        "A rate on a number of the person for the period.",
      ),
    ]),
    "What is paid.",
  );
}

/** A bound: a number, or a part of another number of the person. */
function bound() {
  return z.union([
    configNumber({ least: 0 }),
    z.strictObject({
      fact: described(id(), "Another number of the person, such as the salary."),
      times: z.optional(described(configRatio({ least: 0 }), "What part of it; all of it, if not said.")),
    }),
  ]);
}

/** The schema of benefits. */
export const benefitsConfig = /* @__PURE__ */ lazySchema(() => z.strictObject(benefitsFields()));

/**
 * The benefits: the config of `benefits`.
 *
 * @useDeclaredType
 */
export type BenefitsConfig = Written<typeof benefitsConfig>;

/** What bounds the number that a rate is on. */
export type BenefitBound = z.output<ReturnType<typeof bound>>;

/** The same after the check, with defaults filled in. */
export type CheckedBenefits = Checked<typeof benefitsConfig>;

/** One benefit. */
export type BenefitItem = CheckedBenefits["items"][number];

const MONEY = ["items.*.pays.amount", "items.*.pays.amounts.*.amount"];

/** Notes what the schema cannot see in benefits. */
export function checkBenefits(
  config: Omit<CheckedBenefits, "currency"> & WithCurrency,
  path: Path,
  report: Report,
): void {
  checkStatedMoney(config, MONEY, path, report);
  const at = [...path, "items"];
  checkIds(config.items, at, report);
  for (const [index, item] of report.items(config.items, at)) {
    const here = [...at, index];
    checkEligibility(item.eligibility, [...here, "eligibility"], report);
    if (!report.sound([...here, "pays"])) continue;
    const { pays } = item;
    if ("amounts" in pays) checkRows(pays.amounts, [...here, "pays", "amounts"], report);
    if (pays.kind === "rate") checkBase(pays, [...here, "pays"], report);
    const isMonthly = pays.kind !== "rate" && (pays.per ?? "month") === "month";
    if (item.months !== undefined && report.sound([...here, "months"]) && !isMonthly)
      report.add(
        [...here, "months"],
        "one-of",
        "only an amount for a month is paid in some months: take this away",
      );
  }
}

function checkBase(
  { least, most, over }: Extract<BenefitItem["pays"], { kind: "rate" }>,
  path: Path,
  report: Report,
): void {
  if (most === undefined || typeof most === "object") return;
  for (const [name, low] of [["least", least] as const, ["over", over] as const]) {
    if (low === undefined || typeof low === "object") continue;
    if (compare(readNumber(low), readNumber(most)) > 0)
      report.add([...path, name], "range-empty", `expected at most ${show(most)}, got ${show(low)}`);
  }
}
