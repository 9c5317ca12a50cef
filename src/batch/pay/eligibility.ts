import { bandColumn, scoreColumn } from "../../classification/placement-program.js";
import type { EligibilityCondition } from "../../incentives/eligibility-conditions.js";
import { readNumber } from "../../kernel/number.js";
import { rationalText } from "../../kernel/rational.js";
import type { PiecewiseData, Step } from "../../program/program.js";
import { attributeColumn } from "../columns/names.js";
import { certificateInput } from "../sources/certificates.js";
import type { ProgramInput } from "../sources/inputs.js";
import { type PayGiven, TIER } from "./part.js";

/** Steps that say in a column who is eligible: 1, or else 0. */
export interface EligibilitySteps {
  readonly inputs: readonly ProgramInput[];
  readonly steps: readonly Step[];
  readonly column: string;
}

/** The steps of conditions of eligibility in the columns that begin with `name`; undefined where one of them has no columns. */
export function eligibilitySteps(
  conditions: readonly EligibilityCondition[],
  name: string,
  given: PayGiven,
): EligibilitySteps | undefined {
  const made = conditions.map((one, index) => conditionSteps(one, `${name} ${index + 1}`, given));
  if (!made.every((one) => one !== undefined)) return undefined;
  return {
    inputs: made.flatMap(({ inputs }) => inputs),
    steps: [
      ...made.flatMap(({ steps }) => steps),
      { step: "product", to: name, of: made.map(({ column }) => column) },
    ],
    column: name,
  };
}

function conditionSteps(
  condition: EligibilityCondition,
  column: string,
  given: PayGiven,
): EligibilitySteps | undefined {
  if ("tier" in condition)
    return { inputs: [], steps: oneOf(column, TIER, condition.tier, given.tiers), column };
  if ("attribute" in condition) return attributeSteps(condition, column);
  if ("fact" in condition) return factSteps(condition, column, given);
  if ("certificate" in condition) return certificateSteps(condition.certificate, column);
  return "at" in condition ? placeSteps(condition.at, column, given) : undefined;
}

type Of<Key extends string> = Extract<EligibilityCondition, Readonly<Record<Key, unknown>>>;

/** Whether a label is one of some. */
function oneOf(to: string, by: string, wanted: readonly string[], all: readonly string[]): readonly Step[] {
  const rows = all.map((label) => ({ labels: [label], value: wanted.includes(label) ? "1" : "0" }));
  return [{ step: "look-up", to, by: [by], type: "number", rows }];
}

function attributeSteps({ attribute, is }: Of<"attribute">, column: string): EligibilitySteps {
  const label = `${column} attribute`;
  const input: ProgramInput = {
    column: label,
    type: "label",
    path: attributeColumn(attribute),
    missing: "set-aside",
    unknown: "stays",
    labels: new Map(is.map((value) => [value, value] as const)),
  };
  const steps: readonly Step[] = [
    ...oneOf(`${column} found`, label, is, is),
    { step: "first-present", to: column, of: [`${column} found`], otherwise: "0" },
  ];
  return { inputs: [input], steps, column };
}

/** Whether a fact is within limits; the score of an axis is a fact too. */
function factSteps(
  { fact, atLeast, atMost }: Of<"fact">,
  column: string,
  { axes }: PayGiven,
): EligibilitySteps {
  const isAxis = axes.some(({ id }) => id === fact);
  const of = isAxis ? scoreColumn(fact) : `${column} fact`;
  const text = (value: number | string) => rationalText(readNumber(value));
  const pieces: PiecewiseData["pieces"] = [
    { coefficients: [atLeast === undefined ? "1" : "0"] },
    ...(atLeast === undefined ? [] : [{ from: text(atLeast), coefficients: ["1"] }]),
    ...(atMost === undefined ? [] : [{ from: text(atMost), includesFrom: false, coefficients: ["0"] }]),
  ];
  return {
    inputs: isAxis ? [] : [{ column: of, type: "number", path: `facts.${fact}`, missing: "set-aside" }],
    steps: [{ step: "piecewise", to: column, of, function: { pieces } }],
    column,
  };
}

/** Whether a certificate is held. */
function certificateSteps(certificate: string, column: string): EligibilitySteps {
  const label = `${column} certificate`;
  return {
    inputs: [certificateInput(label, certificate)],
    steps: oneOf(column, label, ["held"], ["held", "not-held"]),
    column,
  };
}

/** Whether the bands are some of those named. */
function placeSteps(
  at: Readonly<Record<string, readonly string[]>>,
  column: string,
  { axes }: PayGiven,
): EligibilitySteps | undefined {
  const named = Object.entries(at).map(([axis, wanted]) => ({
    axis,
    wanted,
    bands: axes.find(({ id }) => id === axis)?.bands.map(({ id }) => id),
  }));
  if (named.some(({ bands }) => bands === undefined)) return undefined;
  const to = (axis: string) => `${column} ${axis}`;
  return {
    inputs: [],
    steps: [
      ...named.flatMap(({ axis, wanted, bands = [] }) => oneOf(to(axis), bandColumn(axis), wanted, bands)),
      { step: "product", to: column, of: named.map(({ axis }) => to(axis)) },
    ],
    column,
  };
}
