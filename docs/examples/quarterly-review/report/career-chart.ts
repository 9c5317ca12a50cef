import type { Policy, Review } from "tierwise";
import { type Show, tierAfter } from "../show.js";
import { along, asWritten, frame, only, textMark } from "./frame.js";
import type { Html } from "./html.js";
import { picture } from "./svg.js";

const WIDTH = 540;
const NAMES = 138;
const SCORES = 130;
const TOP = 16;
const ROW = 22;
/** The least space for the name of a period, or for its scores. */
const LABEL = 52;
/** A ladder of more tiers than this shows those alone in which the person has been. */
const MOST_TIERS = 6;

interface Figure {
  readonly policy: Pick<Policy, "axes" | "tiers">;
  readonly periods: readonly string[];
  readonly show: Pick<Show, "tier">;
  /** What the time before the first period is called. */
  readonly before: string;
}

interface Person {
  readonly reviews: readonly Review[];
  /** The tier before the first period. */
  readonly tier: string;
}

/** Draws careers: the score on each axis as a line over the periods, and below it the tier as one that steps. A period without a review is a gap. */
export function careerChart(
  { policy, periods, show, before }: Figure,
  all: readonly Review[],
): (person: Person, description: string) => Promise<Html> {
  const values = all.flatMap(({ placement }) => placement.axes.map(({ score }) => Number(score)));
  const [least, most] = [Math.min(0, ...values), Math.max(100, ...values)];
  const x = (slot: number) => NAMES + ((slot + 0.5) * (WIDTH - NAMES)) / (periods.length + 1);
  const every = Math.ceil(((periods.length + 1) * LABEL) / (WIDTH - NAMES));
  const isNamed = (_: unknown, slot: number) => slot % every === 0;
  const y = (score: number) => TOP + ((most - score) / (most - least)) * SCORES;
  const draw = picture(specOf(TOP + SCORES + 30 + Math.min(MOST_TIERS, policy.tiers.length) * ROW + 8));
  const grid = [0, 50, 100].flatMap((score) => [
    { kind: "grid", x: NAMES, x2: WIDTH, y: y(score) },
    { kind: "name", x: NAMES - 8, y: y(score), text: String(score) },
  ]);
  return ({ reviews, tier }, description) => {
    const scores = periods.flatMap((period, slot) =>
      policy.axes.map(({ id }, axis) => {
        const review = reviews.find((one) => one.period === period);
        const score = review?.placement.axes.find((one) => one.axis === id)?.score;
        const value = score === undefined ? null : Number(score);
        return { period, x: x(slot + 1), axis, value, y: value === null ? null : y(value) };
      }),
    );
    const steps = stepsOf(reviews, tier, periods);
    const rows = rowsOf(policy, steps);
    const base = TOP + SCORES + 30;
    const level = (id: string) => base + rows.indexOf(id) * ROW;
    const foot = base + rows.length * ROW;
    return draw(
      [
        ...grid,
        ...scores.map((one) => ({ ...one, kind: "score", stroke: `line-${one.axis % 4}` })),
        ...scores
          .filter(({ period }) => (periods.indexOf(period) + 1) % every === 0)
          .flatMap((one) => labelsOf(one, scores)),
        ...rows.flatMap((id) => [
          { kind: "grid", x: NAMES, x2: WIDTH, y: level(id) },
          { kind: "name", x: NAMES - 8, y: level(id), text: show.tier(id) },
        ]),
        ...steps.map(({ tier: id }, slot) => ({ kind: "tier", x: x(slot), y: level(id) })),
        ...steps.flatMap(({ tier: id, outcome }, slot) =>
          outcome === undefined ? [] : [{ kind: "dot", x: x(slot), y: level(id), fill: `at-${outcome}` }],
        ),
        ...[before, ...periods]
          .map((text, slot) => ({ kind: "period", x: x(slot), y: foot, text }))
          .filter(isNamed),
      ],
      description,
    );
  };
}

/** The tier before the first period and after each, and what was decided. */
function stepsOf(reviews: readonly Review[], tier: string, periods: readonly string[]) {
  const after = periods.map((period, index) => ({
    tier: tierAfter(
      reviews.filter((one) => periods.indexOf(one.period) <= index),
      tier,
    ),
    outcome: reviews.find((one) => one.period === period)?.decision.outcome,
  }));
  return [{ tier, outcome: undefined }, ...after];
}

/** The tiers that are drawn, the highest first. */
function rowsOf({ tiers }: Pick<Policy, "tiers">, steps: readonly { readonly tier: string }[]) {
  const all = tiers.map(({ id }) => id).reverse();
  if (all.length <= MOST_TIERS) return all;
  return all.filter((id) => steps.some(({ tier }) => tier === id)).slice(0, MOST_TIERS);
}

interface Scored {
  readonly period: string;
  readonly axis: number;
  readonly x: number;
  readonly y: number | null;
  readonly value: number | null;
}

/** The score in words: the highest of a period above its line, the lowest below; those between go without. */
function labelsOf({ period, axis, x, y, value }: Scored, scores: readonly Scored[]) {
  if (y === null || value === null) return [];
  const others = scores.filter((one) => one.period === period && one.axis !== axis && one.value !== null);
  const isAbove = (one: Scored) => Number(one.value) > value || (one.value === value && one.axis < axis);
  const above = others.filter(isAbove).length;
  if (above > 0 && above < others.length) return [];
  return [
    { kind: "value", x, y: above === 0 ? y - 10 : y + 11, text: value.toFixed(1), ink: `ink-${axis % 4}` },
  ];
}

function specOf(height: number): Parameters<typeof picture>[0] {
  const at = { x: along("x", [0, WIDTH]), y: along("y", [0, height]) };
  return frame(WIDTH, height, [
    {
      transform: only("grid"),
      mark: { type: "rule", stroke: "grid" },
      encoding: { ...at, x2: { field: "x2" } },
    },
    {
      transform: only("name"),
      mark: { ...textMark, align: "right", fill: "soft" },
      encoding: { ...at, text: { field: "text" } },
    },
    {
      transform: only("score"),
      mark: { type: "line" },
      encoding: { ...at, detail: { field: "axis", type: "nominal" }, stroke: asWritten("stroke") },
    },
    {
      transform: only("value"),
      mark: { ...textMark, fontSize: 11 },
      encoding: { ...at, text: { field: "text" }, fill: asWritten("ink") },
    },
    {
      transform: only("tier"),
      mark: { type: "line", interpolate: "step", stroke: "step" },
      encoding: at,
    },
    {
      transform: only("dot"),
      mark: { type: "circle", size: 90, opacity: 1 },
      encoding: { ...at, fill: asWritten("fill") },
    },
    {
      transform: only("period"),
      mark: { ...textMark, fill: "soft" },
      encoding: { ...at, text: { field: "text" } },
    },
  ]);
}
