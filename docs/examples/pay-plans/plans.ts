import { readFileSync } from "node:fs";
import type { Label, Statement, StatementLine } from "tierwise";

/** A published plan: where it stands, and its rules as configs of calculators. */
export interface PayPlan<Configs> {
  readonly title: Label;
  readonly source: string;
  readonly currency: string;
  readonly configs: Configs;
}

/** The year of one person of a plan. */
export interface PersonsYear {
  readonly id: string;
  readonly label: Label;
  readonly statements: readonly Statement[];
}

/** A plan's year, as the program works it out. */
export interface PlansYear {
  readonly title: Label;
  readonly source: string;
  readonly people: readonly PersonsYear[];
  /** What becomes of the posts of people, where the plan says so: sentences of decisions that moved somebody. */
  readonly moves: readonly { readonly person: string; readonly period: string; readonly to: string }[];
}

/** Reads a file of a plan's folder. */
export function readPart<Part>(folder: string, file: string): Part {
  return JSON.parse(readFileSync(new URL(`${folder}/${file}`, import.meta.url), "utf8"));
}

/** The months of a year, as periods. */
export function monthsOf(year: string): readonly string[] {
  return Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`);
}

/** The statements of a person as they are kept in `statements.json`: without traces and labels. */
export function kept(statements: readonly Statement[]): unknown {
  const lineOf = ({ trace: _trace, label: _label, rule: _rule, ...line }: StatementLine) => line;
  const written = statements.map((one) => ({ ...one, lines: one.lines.map(lineOf) }));
  return JSON.parse(JSON.stringify(written));
}
