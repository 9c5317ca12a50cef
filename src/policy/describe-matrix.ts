import { toAction, type WrittenAction } from "../classification/actions.js";
import { type CheckedGate, subjectOf } from "../classification/gates.js";
import { cutsOf, type Relative, tieKeys } from "../classification/relative.js";
import { type Label, labelText } from "../kernel/label.js";
import type { Extras } from "../scoring/extras.js";
import type { CheckedItem } from "../scoring/items.js";
import type { Locale } from "./locale.js";
import type { CheckedAxis, CheckedPolicy } from "./policy.js";

/** The lines that say where the bands of an axis begin. */
export function describeBands(axis: CheckedAxis, locale: Locale): readonly string[] {
  const { matrix: words } = locale;
  const { relative, margin } = axis;
  const name = bandName(axis, locale);
  const fixed = axis.bands
    .map(({ id, from }) =>
      from === undefined
        ? words.lowestBand({ band: name(id) })
        : words.band({ band: name(id), from: String(from) }),
    )
    .join(locale.policy.separator);
  const bands = axis.bands.map(({ id }) => name(id)).join(locale.policy.separator);
  return [
    ...(relative === undefined
      ? [words.bands({ bands: fixed })]
      : [words.relativeBands({ bands }), ...describeRelative(relative, axis, locale)]),
    ...(relative?.minimumGroup === undefined
      ? []
      : [words.minimumGroup({ count: String(relative.minimumGroup), bands: fixed })]),
    ...(margin === undefined ? [] : [words.margin({ margin: String(margin) })]),
  ];
}

function bandName({ bands }: CheckedAxis, locale: Locale): (band: string) => string {
  return (band) => textOf(bands.find(({ id }) => id === band)?.label, band, locale);
}

function describeRelative(relative: Relative, axis: CheckedAxis, locale: Locale): readonly string[] {
  const { matrix: words } = locale;
  const name = bandName(axis, locale);
  const place = (band: string) => axis.bands.findIndex(({ id }) => id === band);
  const cuts = [...cutsOf(relative)]
    .sort((a, b) => place(b.band) - place(a.band))
    .map(({ band, written }) => ({ band: name(band), value: String(written) }));
  switch (relative.kind) {
    case "top-share":
      return [words.topShare({ cuts, rounding: relative.rounding }), describeTies(relative, locale)];
    case "top-count":
      return [words.topCount({ cuts }), describeTies(relative, locale)];
    case "forced":
      return [words.forced({ cuts }), describeTies(relative, locale)];
    case "quantile": {
      const { definition, decimals } = relative;
      return [words.quantile({ cuts, definition, decimals: String(decimals) })];
    }
    case "mean-deviation": {
      const { deviation, decimals, whenEqual } = relative;
      return [
        words.meanDeviation({
          cuts,
          deviation,
          whenEqual: whenEqual === undefined ? "" : name(whenEqual),
          decimals: String(decimals),
        }),
      ];
    }
  }
}

function describeTies(
  relative: Extract<Relative, { readonly ties: unknown }>,
  { matrix: words }: Locale,
): string {
  const { ties } = relative;
  return words.ties({ rule: typeof ties === "string" ? ties : "keys", keys: tieKeys(relative) });
}

/** The heading of the matrix, and its lines: cells and gates. */
export function describeMatrix(policy: CheckedPolicy, locale: Locale): readonly [string, readonly string[]] {
  const { axes, matrix, tiers } = policy;
  const { matrix: words } = locale;
  const tierText = (id: string) => textOf(tiers.find((tier) => tier.id === id)?.label, id, locale);
  const cells = (matrix.cells ?? []).flatMap(({ at, label, description, tier, move, actions = [] }) => {
    const position = axes
      .map((axis) => `${textOf(axis.label, axis.id, locale)} ${bandName(axis, locale)(at[axis.id] ?? "")}`)
      .join(" / ");
    const list = actions.map((action) => describeAction(action, locale)).join(locale.policy.separator);
    const says = [
      ...(tier === undefined ? [] : [words.cellTier({ tier: tierText(tier) })]),
      ...(move === undefined ? [] : [words.moves[move]]),
      ...(actions.length === 0 ? [] : [words.cellActions({ list })]),
    ];
    const cell = label === undefined ? position : `${position} (${textOf(label, "", locale)})`;
    return [
      words.cell({ cell, says: says.join(locale.policy.separator) }),
      ...(description === undefined ? [] : [`  ${textOf(description, "", locale)}`]),
    ];
  });
  const gates = (matrix.gates ?? []).map((gate) => describeGate(gate, policy, tierText, locale));
  return [words.matrix(), [...(matrix.cells === undefined ? [words.plainCells()] : cells), ...gates]];
}

function describeAction(written: WrittenAction, locale: Locale): string {
  const { label, owner, due = {} } = toAction(written);
  return locale.matrix.action({
    action: textOf(label, "", locale),
    owner: textOf(owner, "", locale),
    days: "days" in due ? String(due.days) : "",
    months: "months" in due ? String(due.months) : "",
  });
}

function describeGate(
  gate: CheckedGate,
  { axes }: CheckedPolicy,
  tierText: (id: string) => string,
  locale: Locale,
): string {
  const { id, label, atLeast, atMost, onFail, tier } = gate;
  const { kind, id: subject } = subjectOf(gate);
  const known = kind === "axis" ? axes : axes.flatMap(namedItems);
  const named = known.find((one) => one.id === subject)?.label;
  return locale.matrix.gate({
    gate: textOf(label, id, locale),
    kind,
    subject: kind === "fact" ? factText(subject, locale) : textOf(named, subject, locale),
    atLeast: String(atLeast ?? ""),
    atMost: String(atMost ?? ""),
    onFail,
    tier: tier === undefined ? "" : tierText(tier),
  });
}

function factText(fact: string, { decision }: Locale): string {
  const { facts } = decision.conditions;
  return Object.hasOwn(facts, fact) ? (facts[fact] ?? fact) : fact;
}

/** The indicators, groups and extras of an axis, those of variants too. */
export function namedItems(axis: CheckedAxis): readonly NamedItem[] {
  const inside = (items: readonly CheckedItem[]): readonly CheckedItem[] =>
    items.flatMap((item) => (item.indicators === undefined ? [item] : [item, ...inside(item.indicators)]));
  const all = [axis, ...(axis.variants ?? [])];
  return all.flatMap(({ indicators, extras }) => [
    ...inside(indicators as readonly CheckedItem[]),
    ...((extras as Extras | undefined)?.items ?? []),
  ]);
}

interface NamedItem {
  readonly id: string;
  readonly label?: Label | undefined;
}

function textOf(label: Label | undefined, fallback: string, { languageTag }: Locale): string {
  return labelText(label, languageTag, fallback);
}
