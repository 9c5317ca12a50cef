import {
  currencyDecimals,
  type Decimal,
  type Label,
  labelText,
  type Placement,
  type Policy,
  type Review,
} from "tierwise";
import type { Words } from "./words/index.js";

/** How labels, scores and money are written for people in the language of the run. */
export interface Show {
  label(label: Label | undefined, fallback: string): string;
  axis(axis: string): string;
  indicator(indicator: string): string;
  tier(tier: string): string;
  band(placed: Placement["axes"][number]): string;
  cell(placement: { readonly cell: Pick<Placement["cell"], "at" | "label"> }): string;
  /** What a part of a line is of, such as a table of rates. */
  part(of: string): string;
  score(axis: string, value: Decimal): string;
  number(value: Decimal | string): string;
  money(amount: Decimal | string, currency: string): string;
}

export function showIn({ axes, tiers, incentives = [] }: Policy, { locale }: Words): Show {
  const tag = locale.languageTag;
  const label: Show["label"] = (text, fallback) => labelText(text, tag, fallback);
  const plain = new Intl.NumberFormat(tag, { maximumFractionDigits: 6 });
  const money = new Map<string, Intl.NumberFormat>();
  const moneyIn = (currency: string) => {
    const digits = currencyDecimals(currency);
    const format =
      money.get(currency) ??
      new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    money.set(currency, format);
    return format;
  };
  // The formatters read decimal texts exactly, and their type does not say so in this version of the language's library.
  const exact = (value: Decimal | string) => String(value) as unknown as number;
  const tables = incentives.flatMap((one) => (one.use === "commission" ? (one.tables ?? []) : []));
  const axisOf = (id: string) => axes.find((axis) => axis.id === id);
  const bandLabel = (axis: string, band: string) =>
    label(axisOf(axis)?.bands.find(({ id }) => id === band)?.label, band);
  return {
    label,
    axis: (id) => label(axisOf(id)?.label, id),
    indicator: (id) =>
      label(
        itemIn(
          axes.flatMap(({ indicators }) => indicators),
          id,
        )?.label,
        id,
      ),
    tier: (id) => label(tiers.find((tier) => tier.id === id)?.label, id),
    band: ({ axis, band }) => bandLabel(axis, band),
    cell: ({ cell }) => label(cell.label, axes.map(({ id }) => bandLabel(id, cell.at[id] ?? "")).join(" / ")),
    part: (of) => label(tables.find(({ id }) => id === of)?.label, of),
    score: (axis, value) => value.toFixed(axisOf(axis)?.scoreDecimals ?? 2),
    number: (value) => plain.format(exact(value)),
    money: (amount, currency) => moneyIn(currency).format(exact(amount)),
  };
}

interface Item {
  readonly id: string;
  readonly label?: Label | undefined;
  readonly indicators?: readonly Item[] | undefined;
}

/** The indicator of an id, in a group or not. */
function itemIn(items: readonly Item[], id: string): Item | undefined {
  const found = items.find((item) => item.id === id);
  return (
    found ?? items.map(({ indicators = [] }) => itemIn(indicators, id)).find((item) => item !== undefined)
  );
}

/** The tier that a person has after the last review, or at the beginning where there was none. */
export function tierAfter(reviews: readonly Review[], beginning: string): string {
  return reviews.at(-1)?.standing.tier ?? beginning;
}
