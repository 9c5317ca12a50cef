import * as z from "zod/mini";
import { currency, currencyDecimals, isCurrency } from "../../kernel/currency.js";
import type { Path } from "../../kernel/errors.js";
import { configNumber, configRatio, decimals, id, roundingMode } from "../../kernel/fields.js";
import { checkIds } from "../../kernel/ids.js";
import { label } from "../../kernel/label.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { checkStatedMoney, type WithCurrency } from "../money.js";
import { checkRateTable } from "../rate-table/check.js";
import { rateTableFields } from "../rate-table/fields.js";
import { baseFields, checkBase, checkSum, sumFields } from "./bases.js";

/** The fields of deductions. */
export function deductionsFields() {
  return {
    currency: currency(),
    rounding: z._default(roundingMode(), "half-up"),
    suspensions: z.optional(
      described(list(suspensionSchema(), 1), "Pay that is not paid at all, before anything is deducted."),
    ),
    deductions: described(
      list(deductionSchema(), 1),
      "The deductions in the order in which they are made: what comes first has the priority.",
    ),
    most: z.optional(
      described(list(z.strictObject(sumFields()), 1), "The most that all of them take together."),
    ),
    leaves: z.optional(
      described(
        z.strictObject(sumFields()),
        "What all of them leave of the net pay, at least: a protected minimum.",
      ),
    ),
  };
}

function lineFields() {
  return {
    id: id(),
    label: z.optional(label()),
    category: z.optional(id()),
    rule: z.optional(described(label(), "The rule that it is made by, as statements cite it.")),
  };
}

function suspensionSchema() {
  return z.strictObject({
    ...lineFields(),
    for: described(list(id(), 1), "The kinds of events of the period that suspend it."),
    categories: described(list(id(), 1), "The categories of pay that are suspended."),
    share: z._default(configRatio({ above: 0, most: 1 }), 1),
  });
}

function deductionSchema() {
  return z.strictObject({
    ...lineFields(),
    due: dueSchema(),
    decimals: z.optional(
      described(
        decimals(),
        "To how many decimals what is newly due is rounded; without it, to those of the currency.",
      ),
    ),
    most: z.optional(
      described(
        list(
          z.strictObject({
            ...sumFields(),
            counts: described(
              z._default(z.enum(["own", "so-far"]), "own"),
              "own: what this deduction takes. so-far: also what those before it took.",
            ),
          }),
          1,
        ),
        "The most that it takes in a period; each of these holds.",
      ),
    ),
    leaves: z.optional(
      described(
        z.strictObject({
          ...sumFields(),
          shortfall: described(
            z._default(z.enum(["dropped", "carried"]), "dropped"),
            "carried: what a period lacks to it is made good in later ones, before anything is taken.",
          ),
        }),
        "What it leaves of the net pay, with what was deducted before it.",
      ),
    ),
    rest: described(
      z._default(z.enum(["carried", "dropped"]), "carried"),
      "What of it cannot be deducted: carried to the next period, or dropped.",
    ),
  });
}

function dueSchema() {
  const amount = () => configNumber({ least: 0 });
  return described(
    z.discriminatedUnion("kind", [
      described(
        z.strictObject({
          kind: z.literal("fines"),
          fines: list(
            z.strictObject({
              for: described(
                list(id(), 1),
                "Kinds of events: violations, severities, the id of a fine of the adjuster.",
              ),
              amounts: z.optional(
                described(
                  list(amount(), 1),
                  "What the first in the period costs, the second, and so on; the last for all that follow.",
                ),
              ),
              share: z.optional(configRatio({ least: 0 })),
              ...baseFields(),
            }),
            1,
          ),
        }),
        "Fines for events of the period, by their kind.",
      ),
      described(
        z.strictObject({ kind: z.literal("sum"), ...sumFields() }),
        "The same rule in every period, without an end; a loan is a claim with a most.",
      ),
      described(
        z.strictObject({ kind: z.literal("brackets"), ...baseFields(), ...rateTableFields() }),
        "What a rate table makes of the pay.",
      ),
      described(
        z.strictObject({ kind: z.literal("claims") }),
        "What the input claims: damages, loans, orders.",
      ),
    ]),
    "What is due.",
  );
}

/** The schema of deductions. */
export const deductionsConfig = /* @__PURE__ */ lazySchema(() => z.strictObject(deductionsFields()));

/**
 * What is deducted from pay, in which order, and its limits: the config of `deductions`.
 *
 * @useDeclaredType
 */
export type DeductionsConfig = Written<typeof deductionsConfig>;

/** The same after the check, with defaults filled in. */
export type CheckedDeductions = Checked<typeof deductionsConfig>;

/** One deduction. */
export type DeductionRule = CheckedDeductions["deductions"][number];

/** One suspension. */
export type SuspensionRule = NonNullable<CheckedDeductions["suspensions"]>[number];

const MONEY = [
  "deductions.*.due.amount",
  "deductions.*.due.over.amount",
  "deductions.*.due.fines.*.amounts.*",
  "deductions.*.due.brackets.*.pays",
  "deductions.*.most.*.amount",
  "deductions.*.most.*.over.amount",
  "deductions.*.leaves.amount",
  "deductions.*.leaves.over.amount",
  "most.*.amount",
  "most.*.over.amount",
  "leaves.amount",
  "leaves.over.amount",
];

/** Notes what the schema cannot see in deductions. */
export function checkDeductions(
  config: Omit<CheckedDeductions, "currency"> & WithCurrency,
  path: Path,
  report: Report,
): void {
  checkStatedMoney(config, MONEY, path, report);
  const at = [...path, "deductions"];
  checkIds(config.deductions, at, report);
  checkSuspensions(config, [...path, "suspensions"], report);
  for (const [index, rule] of report.items(config.deductions, at)) {
    checkRule(rule, [...at, index], report);
    checkDecimals(rule, config.currency, [...at, index, "decimals"], report);
  }
  checkSums(config.most, [...path, "most"], report);
  if (config.leaves !== undefined) checkSum(config.leaves, [...path, "leaves"], report);
}

/** Lines are known by their ids: a suspension cannot have that of a deduction. */
function checkSuspensions(
  { suspensions, deductions }: Pick<CheckedDeductions, "suspensions" | "deductions">,
  path: Path,
  report: Report,
): void {
  checkIds(suspensions, path, report);
  if (!Array.isArray(deductions)) return;
  for (const [index, { id: name }] of report.items(suspensions, path)) {
    if (deductions.some((one) => one?.id === name))
      report.add([...path, index, "id"], "duplicate-id", `${show(name)} is a deduction`, { id: name });
  }
}

function checkSums(
  sums: readonly Parameters<typeof checkSum>[0][] | undefined,
  path: Path,
  report: Report,
): void {
  for (const [index, one] of report.items(sums, path)) checkSum(one, [...path, index], report);
}

function checkRule({ due, most, leaves }: DeductionRule, path: Path, report: Report): void {
  checkSums(most, [...path, "most"], report);
  if (leaves !== undefined) checkSum(leaves, [...path, "leaves"], report);
  const at = [...path, "due"];
  if (!report.readable(at)) return;
  if (due.kind === "sum") checkSum(due, at, report);
  if (due.kind === "brackets") {
    checkBase(due, at, report);
    checkRateTable(due, at, report);
  }
  if (due.kind === "fines") checkFines(due.fines, [...at, "fines"], report);
}

/** What is due is money: it may be rounded to whole units of the currency, to no finer ones than it has. */
function checkDecimals(
  { decimals: own }: DeductionRule,
  currency: WithCurrency["currency"],
  path: Path,
  report: Report,
): void {
  if (own === undefined || !isCurrency(currency) || !report.sound(path)) return;
  const most = currencyDecimals(currency);
  if (own > most)
    report.add(path, "out-of-range", `expected at most ${most}, the decimals of ${currency}, got ${own}`);
}

function checkFines(
  fines: Extract<DeductionRule["due"], { kind: "fines" }>["fines"],
  path: Path,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const [index, fine] of report.items(fines, path)) {
    const here = [...path, index];
    if (!report.sound(here)) continue;
    if ((fine.amounts === undefined) === (fine.share === undefined))
      report.add(here, "one-of", "expected either amounts or a share");
    checkBase(fine, here, report);
    for (const [position, name] of fine.for.entries()) {
      if (seen.has(name)) report.add([...here, "for", position], "row-twice", `${show(name)} is there twice`);
      seen.add(name);
    }
  }
}
