import type { Path } from "../../kernel/errors.js";
import { checkIds } from "../../kernel/ids.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { compare } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import { checkStatedMoney, type WithCurrency } from "../money.js";
import { checkBrackets, checkCountText, checkRateTerms, soundTerms } from "../rate-table/check.js";
import { countedQuantity, paidQuantity } from "../rate-table/terms.js";
import type { CheckedCommission, Condition } from "./plan.js";

type Commission = Omit<CheckedCommission, "currency"> & WithCurrency;

const MONEY = [
  "brackets.*.pays",
  "tables.*.brackets.*.pays",
  "cap.above",
  "floor",
  "perDeal.cap.above",
  "perDeal.floor",
];

/** Notes what the schema cannot see in a commission. */
export function checkCommission(config: Commission, path: Path, report: Report): void {
  const terms = soundTerms(config, path, report);
  checkTables(config, terms, path, report);
  checkStatedMoney(config, MONEY, path, report);
  checkLimits(config, path, report);
  checkPerDeal(config, path, report);
  if (terms === undefined) return;
  checkRateTerms(terms, path, report);
  checkAmounts(terms, path, report);
  checkThreshold(terms, path, report);
  checkEach(terms, path, report);
  const { quotaIn, counts, threshold } = terms;
  if (quotaIn === undefined || counts === "attainment" || !report.sound([...path, "threshold"])) return;
  if (threshold?.counts !== "attainment")
    report.add([...path, "quotaIn"], "quota-unused", "nothing counts attainment: take quotaIn away");
}

function checkTables(config: Commission, terms: Commission | undefined, path: Path, report: Report): void {
  const { brackets, tables } = config;
  const at = [...path, "tables"];
  if ((brackets === undefined) === (tables === undefined)) {
    if (report.readable([...path, "brackets"]) && report.readable(at))
      report.add(path, "one-of", "expected either brackets or tables");
    return;
  }
  if (brackets !== undefined) checkBrackets(brackets, terms, [...path, "brackets"], report);
  checkIds(tables, at, report);
  for (const [index, table] of report.items(tables, at)) {
    checkBrackets(table.brackets, terms, [...at, index, "brackets"], report);
    checkWhen(table.when, index === (tables?.length ?? 0) - 1, [...at, index, "when"], report);
  }
  if (!report.sound(at) || (tables?.length ?? 0) < 2 || !report.sound([...path, "totals"])) return;
  if (terms?.counts === "attainment" && config.totals !== "shared")
    report.add([...path, "totals"], "not-a-choice", "one quota is for all tables: expected shared totals");
}

/** The conditions of a table; the last has none, and every other some. */
function checkWhen(
  when: readonly Condition[] | undefined,
  isLast: boolean,
  path: Path,
  report: Report,
): void {
  for (const [index, one] of report.items(when, path)) checkCondition(one, [...path, index], report);
  if (!report.readable(path)) return;
  if (when !== undefined && isLast)
    report.add(path, "row-missing", "the last table is for all other credits: take when away");
  if (when === undefined && !isLast)
    report.add(path, "missing", "every table but the last says which credits it is for");
}

/** Notes amounts beside rates that are paid on something else than is counted, and amounts that every table of a shared total would pay. */
function checkAmounts(config: Commission, path: Path, report: Report): void {
  const { brackets, tables, totals, counts = "amount", quotaIn } = config;
  if (!report.sound([...path, "totals"])) return;
  const lists: readonly (readonly [Path, typeof brackets])[] = [
    [[...path, "brackets"], brackets],
    ...report
      .items(tables, [...path, "tables"])
      .map(([index, table]) => [[...path, "tables", index, "brackets"], table.brackets] as const),
  ];
  const isShared = totals === "shared" && (tables?.length ?? 0) > 1;
  const all = lists.flatMap(([at, list]) => report.items(list, at).map(([, bracket]) => bracket));
  const isMixed =
    paidQuantity(config) !== countedQuantity(counts, quotaIn) && !all.every(({ pays }) => pays !== undefined);
  if (!isShared && !isMixed) return;
  const message = isShared
    ? "where totals are shared every bracket has a rate"
    : "where rates are paid on something else than is counted, every bracket has one";
  for (const [at, list] of lists) {
    for (const [index, { pays }] of report.items(list, at))
      if (pays !== undefined) report.add([...at, index, "pays"], "one-of", message);
  }
}

function checkCondition(condition: Condition, path: Path, report: Report): void {
  if (!report.sound(path) || !("deal" in condition)) return;
  const { deal, atLeast, atMost } = condition;
  checkCountText(atLeast, deal, [...path, "atLeast"], report);
  checkCountText(atMost, deal, [...path, "atMost"], report);
  if (atLeast === undefined && atMost === undefined)
    report.add(path, "one-of", "expected atLeast, atMost or both");
  else if (
    atLeast !== undefined &&
    atMost !== undefined &&
    compare(readRatio(atLeast), readRatio(atMost)) > 0
  )
    report.add([...path, "atMost"], "range-empty", `expected at least ${show(atLeast)}, got ${show(atMost)}`);
}

function checkThreshold(config: Commission, path: Path, report: Report): void {
  const { threshold, counts = "amount", quotaIn, per, method } = config;
  const at = [...path, "threshold"];
  if (threshold === undefined || !report.sound(at)) return;
  checkCountText(threshold.from, threshold.counts ?? counts, [...at, "from"], report);
  if (threshold.pays !== "above") return;
  const here = [...at, "pays"];
  if (threshold.counts !== undefined && threshold.counts !== counts)
    report.add(
      here,
      "not-a-choice",
      "only what the brackets count can be paid on above a threshold: expected all",
    );
  else if (per === "credit" || per === "order")
    report.add(here, "not-a-choice", "the brackets begin anew with each deal: expected all");
  else if (method === "each")
    report.add(here, "not-a-choice", "each credit is paid as a whole: expected all, or the method marginal");
  else if (
    method === "whole" &&
    (paidQuantity(config) !== countedQuantity(counts, quotaIn) ||
      counts === "margin-percent" ||
      (config.totals === "shared" && (config.tables?.length ?? 0) > 1))
  )
    report.add(
      here,
      "not-a-choice",
      "what is paid on is not what is counted: expected all, or the method marginal",
    );
  else if (report.sound([...path, "tables"]) && report.sound([...path, "brackets"]))
    checkTablesAbove(config, threshold.from, at, report);
}

/** Tables that end below the threshold, or that pay an amount for all. */
function checkTablesAbove(
  { tables, brackets = [], method }: Commission,
  from: number | string,
  path: Path,
  report: Report,
): void {
  for (const { brackets: own } of tables ?? [{ brackets }]) {
    const end = own.at(-1)?.to;
    if (end !== undefined && compare(readRatio(end), readRatio(from)) <= 0)
      report.add(
        [...path, "from"],
        "range-empty",
        `expected less than ${show(end)}, where a table ends, got ${show(from)}`,
      );
    if (method === "whole" && own.some(({ pays }) => pays !== undefined))
      report.add([...path, "pays"], "not-a-choice", "an amount is paid for all or not at all: expected all");
  }
}

/** A rate for each credit in turn needs a count that runs over several. */
function checkEach({ method, per }: Commission, path: Path, report: Report): void {
  if (method !== "each" || (per !== "credit" && per !== "order") || !report.sound([...path, "method"]))
    return;
  const message = "the brackets begin anew with each deal: expected the method whole";
  report.add([...path, "method"], "not-a-choice", message);
}

function checkLimits({ cap, floor }: Commission, path: Path, report: Report): void {
  if (cap === undefined || floor === undefined) return;
  if (!report.sound([...path, "cap"]) || !report.sound([...path, "floor"])) return;
  if (compare(readNumber(floor), readNumber(cap.above)) > 0)
    report.add(
      [...path, "floor"],
      "range-empty",
      `expected at most ${show(cap.above)}, the cap, got ${show(floor)}`,
    );
}

function checkPerDeal({ perDeal, per }: Commission, path: Path, report: Report): void {
  const at = [...path, "perDeal"];
  if (perDeal === undefined || !report.sound(at)) return;
  if (per === "period" || per === "to-date") {
    for (const name of ["cap", "floor"] as const) {
      if (perDeal[name] === undefined) continue;
      const message = "deals have no commission of their own here: expected per credit or per order";
      report.add([...at, name], "not-a-choice", message);
    }
  }
  checkLimits(perDeal as Pick<Commission, "cap" | "floor"> as Commission, at, report);
}
