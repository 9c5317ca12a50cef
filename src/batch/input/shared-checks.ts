import type { Issue, Path } from "../../kernel/errors.js";
import type { Report } from "../../kernel/report.js";
import { notAmong, show } from "../../kernel/show.js";
import type { CompiledPolicy } from "../../policy/compile.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import { type AxisChoices, type Choice, compileChoices, compileScores } from "../../policy/scores.js";
import type { BatchGroup, BatchInput } from "./input.js";

/** What is checked once and not in every row: the period, and what people are compared with. */
export interface SharedChecks {
  /** Notes what the one-person functions would say of it to everybody, whatever weight schemas they have. */
  readonly checkShared: (input: Shared, report: Report) => void;
  /** The same of a group, whose people have the weight schemas that it says. */
  readonly checkGroup: (group: BatchGroup, at: Path, report: Report) => void;
}

type Shared = Pick<BatchInput, "period" | "cohort" | "bands">;

export function sharedChecks(policy: CheckedPolicy, compiled: CompiledPolicy): SharedChecks {
  const { score, classify, parts } = compiled;
  let axes: readonly AxisChoices[] | undefined;
  const scoresBy = (variants: Variants) => {
    axes ??= compileChoices(policy, parts);
    return compileScores(axes.map((axis) => withFirst(axis, variants[axis.id])));
  };
  const found = new Map<string, CompiledPolicy["score"]>();
  const scoreOf = (variants: Variants): CompiledPolicy["score"] => {
    const key = JSON.stringify(policy.axes.map(({ id }) => variants[id] ?? null));
    const known = found.get(key) ?? (key.includes('"') ? scoresBy(variants) : score);
    found.set(key, known);
    return known;
  };
  const notePlaced = (bands: Shared["bands"], at: Path, report: Report) => {
    const placed =
      bands === undefined ? undefined : classify.safe({ scores: {}, person: "-", cohort: bands });
    if (placed !== undefined && !placed.ok) noteOf(placed.error.issues, "cohort", [...at, "bands"], report);
  };
  const each: readonly Variants[] = policy.axes.flatMap(({ id, variants = [] }) =>
    variants.map((variant) => ({ [id]: variant.id })),
  );
  return {
    checkShared(input, report) {
      const [own, ...others] = [{}, ...each].map((variants) => scoredIssues(scoreOf(variants), input));
      const isOfAll = (issue: Issue) => others.every((issues) => issues.some((one) => isSame(one, issue)));
      const issues = (own ?? []).filter(isOfAll);
      if (input.period !== undefined) noteOf(issues, "period", ["period"], report);
      if (input.cohort !== undefined) noteOf(issues, "cohort", ["cohort"], report);
      notePlaced(input.bands, [], report);
    },
    checkGroup({ variants = {}, cohort, bands }, at, report) {
      checkVariants(policy, variants, [...at, "variants"], report);
      if (!report.clean([...at, "variants"])) return;
      if (cohort !== undefined)
        noteOf(scoredIssues(scoreOf(variants), { cohort }), "cohort", [...at, "cohort"], report);
      notePlaced(bands, at, report);
    },
  };
}

type Variants = NonNullable<BatchGroup["variants"]>;

function checkVariants({ axes }: CheckedPolicy, variants: Variants, at: Path, report: Report): void {
  if (typeof variants !== "object" || variants === null) {
    report.add(at, "wrong-type", `expected variants by axis, got ${show(variants)}`);
    return;
  }
  for (const [axis, variant] of Object.entries(variants)) {
    const own = axes.find(({ id }) => id === axis);
    const known = (own?.variants ?? []).map(({ id }) => id);
    if (own === undefined) {
      const ids = axes.map(({ id }) => id);
      report.add([...at, axis], "unknown-axis", notAmong(ids, "an axis of this policy", axis));
    } else if (!known.includes(variant))
      report.add([...at, axis], "not-a-choice", notAmong(known, "a variant of the axis", variant));
  }
}

/** The weight schemas of an axis, of which one is for everybody. */
function withFirst({ id, choices }: AxisChoices, variant: string | undefined): AxisChoices {
  const { variant: _variant, ...first } = choices.find((one) => one.variant?.id === variant) as Choice;
  return { id, choices: [first, ...choices] };
}

function scoredIssues(score: CompiledPolicy["score"], { period, cohort }: Shared): readonly Issue[] {
  if (period === undefined && cohort === undefined) return [];
  const scored = score.safe({
    evidence: {},
    ...(period === undefined ? {} : { period }),
    ...(cohort === undefined ? {} : { cohort }),
  });
  return scored.ok ? [] : scored.error.issues;
}

function isSame(one: Issue, other: Issue): boolean {
  return one.code === other.code && JSON.stringify(one.path) === JSON.stringify(other.path);
}

/** Notes the issues of one property under a path of its own. */
function noteOf(issues: readonly Issue[], name: string, at: Path, report: Report): void {
  for (const { path, code, message, params } of issues)
    if (path[0] === name) report.add([...at, ...path.slice(1)], code, message, params);
}
