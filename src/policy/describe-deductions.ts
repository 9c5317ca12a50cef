import type { Sum } from "../incentives/deductions/bases.js";
import { type Label, labelText } from "../kernel/label.js";
import type { SumWords } from "./deduction-sentences.js";
import { describeBrackets } from "./describe-commission.js";
import { categoryTexts, factText } from "./describe-eligibility.js";
import type { OfUse } from "./incentives.js";
import type { Locale } from "./locale.js";
import type { CheckedPolicy } from "./policy.js";

type Rule = OfUse<"deductions">["deductions"][number];

/** What is suspended and deducted, in its order, and within which limits. */
export function describeDeductions(
  { suspensions = [], deductions, most = [], leaves }: OfUse<"deductions">,
  policy: CheckedPolicy,
  locale: Locale,
): readonly string[] {
  const { payRules: words, languageTag } = locale;
  const text = ({ id, label }: { readonly id: string; readonly label?: Label | undefined }) =>
    labelText(label, languageTag, id);
  const sum = (one: Sum) => sumWords(one, policy, locale);
  const lines = [
    ...suspensions.map((one) =>
      words.suspension({
        item: text(one),
        events: eventTexts(one.for, policy, locale),
        share: String(one.share),
        categories: categoryTexts(one.categories, locale),
      }),
    ),
    ...deductions.flatMap((rule) => [
      words.deduction({ item: text(rule) }),
      ...describeRule(rule, policy, locale).map((line) => `  ${line}`),
    ]),
    ...most.map((one) => words.mostDeducted({ ...sum(one), counts: "all" })),
    ...(leaves === undefined ? [] : [words.leaves({ ...sum(leaves), shortfall: "dropped", by: "all" })]),
  ];
  return [words.deductions(), ...lines.map((line) => `  ${line}`)];
}

function describeRule(
  { due, most = [], leaves, rest, decimals }: Rule,
  policy: CheckedPolicy,
  locale: Locale,
): readonly string[] {
  const { payRules: words } = locale;
  const sum = (one: Sum) => sumWords(one, policy, locale);
  return [
    ...describeDue(due, policy, locale),
    ...(decimals === undefined ? [] : [words.roundedDue({ decimals })]),
    ...most.map(({ counts, ...one }) => words.mostDeducted({ ...sum(one), counts })),
    ...(leaves === undefined
      ? []
      : [words.leaves({ ...sum(leaves), shortfall: leaves.shortfall, by: "own" })]),
    words.rest[rest],
  ];
}

/** Kinds of events: severities and consequences of violations by their labels. */
function eventTexts(
  kinds: readonly string[],
  { adjustment: { violations } }: CheckedPolicy,
  { languageTag, policy: { separator } }: Locale,
): string {
  const known = [...(violations?.severities ?? []), ...(violations?.consequences ?? [])];
  return kinds
    .map((kind) => labelText(known.find(({ id }) => id === kind)?.label, languageTag, kind))
    .join(separator);
}

function describeDue(due: Rule["due"], policy: CheckedPolicy, locale: Locale): readonly string[] {
  const { payRules: words } = locale;
  const sum = (one: Sum) => sumWords(one, policy, locale);
  switch (due.kind) {
    case "fines":
      return due.fines.map((fine) =>
        words.fine({
          ...sum(fine),
          amount: "",
          events: eventTexts(fine.for, policy, locale),
          amounts: (fine.amounts ?? []).map(String),
        }),
      );
    case "sum":
      return [words.everyPeriod(sum(due))];
    case "brackets":
      return [
        words.byTable({ ...sum(due), method: due.method }),
        ...describeBrackets(due.brackets, due.method === "whole", words).map((line) => `  ${line}`),
        ...(due.curve === "lines" ? [words.rateLines()] : []),
        ...(due.method === "whole" ? [words.boundary(due)] : []),
      ];
    case "claims":
      return [words.claims()];
  }
}

function sumWords(
  { amount = "", share = "", of = "net", categories = [], fact = "", times = "", over }: Sum,
  policy: CheckedPolicy,
  locale: Locale,
): SumWords {
  return {
    over: over === undefined ? "" : locale.payRules.statedSum(sumWords(over, policy, locale)),
    amount: String(amount),
    share: String(share),
    of,
    categories: categoryTexts(categories, locale),
    fact: fact && factText(fact, policy, locale),
    times: String(times),
  };
}
