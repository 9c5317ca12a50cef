import type { Purpose } from "./result.js";
import type { Condition } from "./schema.js";

/** What one condition asks for. Numbers and names come as texts, empty where the condition has none. */
export interface ClauseWords {
  readonly kind: Condition["kind"];
  readonly axis: string;
  readonly threshold: string;
  readonly atMost: string;
  /** The mean of how many reviews; empty for one. */
  readonly over: string;
  /** Against which review back; empty for the one before. */
  readonly against: string;
  /** The fact or certificate. */
  readonly name: string;
  /** The bands, each with its axis. */
  readonly bands: readonly { readonly axis: string; readonly band: string }[];
  /** What conditions inside ask for. */
  readonly of: readonly string[];
}

/** How many reviews are needed and how many there are. All values are texts; `outOf` is empty where they are in a row. */
export interface RowWords {
  readonly count: string;
  readonly periods: string;
  readonly outOf: string;
}

/** A condition with the reviews that meet it. All values are texts. */
export interface ConditionWords {
  readonly purpose: string;
  readonly condition: string;
  /** What `row` says; empty where one review is enough. */
  readonly row: string;
  /** The reviews that meet it, with their values. */
  readonly evidence: string;
  /** How far the present value is away; empty where nothing is measured. */
  readonly distance: string;
}

/** The sentences about conditions. */
export interface ConditionSentences {
  readonly purposes: Readonly<Record<Purpose, string>>;
  /** The facts that the library works out, by name. */
  readonly facts: Readonly<Record<string, string>>;
  clause(value: ClauseWords): string;
  /** "{count} of {periods} reviews in a row", or of the last so many. */
  row(value: RowWords): string;
  /** "{periods} reviews in a row", or of the last so many. */
  needed(value: Omit<RowWords, "count">): string;
  /** "{value} now, {distance} away". */
  distance(value: { readonly value: string; readonly distance: string }): string;
  met(value: ConditionWords): string;
  notMet(value: ConditionWords): string;
}

export const conditionSentencesEn: ConditionSentences = {
  purposes: { up: "condition of promotion", down: "condition of demotion", requirement: "requirement" },
  facts: {
    "months-in-tier": "months in the tier",
    violations: "violations that count",
    "violation-points": "points for violations",
  },
  clause: ({ kind, axis, threshold, atMost, over, against, name, bands, of }) => {
    const score = over === "" ? axis : `mean of the last ${over} reviews of ${axis}`;
    const earlier = against === "" ? "the review before" : `the review ${against} before`;
    switch (kind) {
      case "at-least":
        return `${score} of at least ${threshold}`;
      case "below":
        return `${score} below ${threshold}`;
      case "rise":
        return `${axis} risen by at least ${threshold} against ${earlier}`;
      case "fall":
        return `${axis} fallen by at least ${threshold} against ${earlier}`;
      case "cell":
        return "the cell of the matrix proposes it";
      case "placed":
        return bands.map((one) => `${one.axis} in the band ${one.band}`).join(" and ");
      case "points":
        return `at least ${threshold} points`;
      case "promotion-score":
        return `a promotion score of at least ${threshold}`;
      case "fact":
        return [
          name,
          threshold === "" ? "" : `at least ${threshold}`,
          atMost === "" ? "" : `at most ${atMost}`,
        ]
          .filter((part) => part !== "")
          .join(", ");
      case "certificate":
        return `the certificate ${name}`;
      case "place-lost":
        return "the place in the tier went to others";
      case "all":
        return `all of: ${of.join("; ")}`;
      case "any":
        return `any of: ${of.join("; ")}`;
    }
  },
  row: ({ count, periods, outOf }) =>
    outOf === ""
      ? `${count} of ${periods} reviews in a row`
      : `${count} of ${periods} among the last ${outOf} reviews`,
  needed: ({ periods, outOf }) =>
    outOf === "" ? `${periods} reviews in a row` : `${periods} of the last ${outOf} reviews`,
  distance: ({ value, distance }) => `now ${value}, ${distance} away`,
  met: ({ purpose, condition, row, evidence }) =>
    `Met, ${purpose}: ${condition}${row === "" ? "" : `; ${row}`}${evidence === "" ? "" : ` (${evidence})`}.`,
  notMet: ({ purpose, condition, row, evidence, distance }) =>
    `Not met, ${purpose}: ${condition}${row === "" ? "" : `; ${row}`}${evidence === "" ? "" : ` (${evidence})`}${distance === "" ? "" : `; ${distance}`}.`,
};
