import type { GateSubject } from "../classification/gates.js";
import type { QuantileDefinition } from "../classification/quantiles.js";

/** A cut of bands that depend on the group. All values come as texts. */
export interface CutWords {
  readonly band: string;
  readonly value: string;
}

/** The sentences that describe bands and the matrix. All values come as texts; empty ones are left out. */
export interface MatrixSentences {
  /** "{band} from {from}" */
  band(value: { readonly band: string; readonly from: string }): string;
  /** "{band} below that" */
  lowestBand(value: { readonly band: string }): string;
  /** "Bands: {bands}. A score of exactly the beginning is in the band." */
  bands(value: { readonly bands: string }): string;
  /** "Bands, from the lowest to the highest: {bands}." */
  relativeBands(value: { readonly bands: string }): string;
  /** Which cuts make bands that depend on the group, the best first. */
  topShare(value: { readonly cuts: readonly CutWords[]; readonly rounding: string }): string;
  topCount(value: { readonly cuts: readonly CutWords[] }): string;
  forced(value: { readonly cuts: readonly CutWords[] }): string;
  quantile(value: {
    readonly cuts: readonly CutWords[];
    readonly definition: QuantileDefinition;
    readonly decimals: string;
  }): string;
  meanDeviation(value: {
    readonly cuts: readonly CutWords[];
    readonly deviation: "population" | "sample";
    readonly whenEqual: string;
    readonly decimals: string;
  }): string;
  /** Who is in where people of the same score stand on both sides of a cut. */
  ties(value: {
    readonly rule: "all-in" | "all-out" | "keys";
    readonly keys: readonly { readonly key: string; readonly order: "ascending" | "descending" }[];
  }): string;
  /** "In a group of fewer than {count} people: {bands}." */
  minimumGroup(value: { readonly count: string; readonly bands: string }): string;
  /** "Who had a band at the last review keeps it down to {margin} below its beginning." */
  margin(value: { readonly margin: string }): string;
  /** "Matrix" */
  matrix(): string;
  /** "Each combination of bands is a cell, which proposes nothing." */
  plainCells(): string;
  /** "{cell}: {says}" */
  cell(value: { readonly cell: string; readonly says: string }): string;
  /** "tier {tier}" */
  cellTier(value: { readonly tier: string }): string;
  readonly moves: { readonly up: string; readonly stay: string; readonly down: string };
  /** "actions: {list}" */
  cellActions(value: { readonly list: string }): string;
  /** "{action} ({owner}, within {time})" */
  action(value: {
    readonly action: string;
    readonly owner: string;
    readonly days: string;
    readonly months: string;
  }): string;
  /** A gate: what it looks at, its limits, and what a failure does. */
  gate(value: {
    readonly gate: string;
    readonly kind: GateSubject["kind"];
    readonly subject: string;
    readonly atLeast: string;
    readonly atMost: string;
    readonly onFail: "block-promotion" | "veto" | "cap-tier";
    readonly tier: string;
  }): string;
}

const cutsEn = (cuts: readonly CutWords[]) => cuts.map(({ band, value }) => `${band} ${value}`).join(", ");

export const matrixSentencesEn: MatrixSentences = {
  band: ({ band, from }) => `${band} from ${from}`,
  lowestBand: ({ band }) => `${band} below that`,
  bands: ({ bands }) => `Bands: ${bands}. A score of exactly the beginning is in the band.`,
  relativeBands: ({ bands }) => `Bands, from the lowest to the highest: ${bands}.`,
  topShare: ({ cuts, rounding }) =>
    `Best share of the group, each counted from the top: ${cutsEn(cuts)}; head-counts rounded ${rounding}.`,
  topCount: ({ cuts }) => `Best people of the group, each counted from the top: ${cutsEn(cuts)}.`,
  forced: ({ cuts }) =>
    `Forced distribution of the group: ${cutsEn(cuts)}; head-counts by largest remainder, of equal ones the better band first.`,
  quantile: ({ cuts, definition, decimals }) =>
    `Bands begin at quantiles of the group's scores: ${cutsEn(cuts)}; definition ${definition}, rounded to ${decimals} decimals.`,
  meanDeviation: ({ cuts, deviation, whenEqual, decimals }) =>
    `Bands begin at the mean of the group's scores plus standard deviations (${deviation === "sample" ? "over n - 1" : "over n"}): ${cutsEn(cuts)}; rounded to ${decimals} decimals.${whenEqual === "" ? "" : ` Where all scores are the same, all are in ${whenEqual}.`}`,
  ties: ({ rule, keys }) => {
    if (rule === "all-in") return "People of the same score at a cut: all are in.";
    if (rule === "all-out") return "People of the same score at a cut: none is in.";
    const order = keys.map((one) => `${one.key} ${one.order === "ascending" ? "rising" : "falling"}`);
    return `People of the same score at a cut are taken in the order of: ${[...order, "id"].join(", ")}.`;
  },
  minimumGroup: ({ count, bands }) => `In a group of fewer than ${count} people: ${bands}.`,
  margin: ({ margin }) => `Who had a band at the last review keeps it down to ${margin} below its beginning.`,
  matrix: () => "Matrix",
  plainCells: () => "Each combination of bands is a cell, which proposes nothing.",
  cell: ({ cell, says }) => (says === "" ? cell : `${cell}: ${says}`),
  cellTier: ({ tier }) => `tier ${tier}`,
  moves: { up: "one tier up", stay: "stays", down: "one tier down" },
  cellActions: ({ list }) => `actions: ${list}`,
  action: ({ action, owner, days, months }) => {
    const time = days === "" ? (months === "" ? "" : `within ${months} months`) : `within ${days} days`;
    const said = [owner, time].filter((part) => part !== "").join(", ");
    return said === "" ? action : `${action} (${said})`;
  },
  gate: ({ gate, kind, subject, atLeast, atMost, onFail, tier }) => {
    const limits = [
      ...(atLeast === "" ? [] : [`at least ${atLeast}`]),
      ...(atMost === "" ? [] : [`at most ${atMost}`]),
    ].join(" and ");
    const wanted = kind === "certificate" ? `the certificate ${subject}` : `${subject} of ${limits}`;
    const otherwise = {
      "block-promotion": "no promotion",
      veto: "no promotion, and the cell of the lowest bands counts",
      "cap-tier": `no promotion above ${tier}`,
    }[onFail];
    return `Gate ${gate}: ${wanted}; otherwise ${otherwise}.`;
  },
};
