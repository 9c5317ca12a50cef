import * as z from "zod/mini";
import { conditionsFor } from "../adjustment/conditions/condition.js";
import type { Condition } from "../adjustment/conditions/schema.js";
import { ladderOf } from "../adjustment/ladder.js";
import type { CheckedRules } from "../adjustment/rules.js";
import { defineFactory } from "../kernel/calculator.js";
import { spacedAsChinese } from "../kernel/han-spacing.js";
import { wordOptions } from "../kernel/in-words.js";
import { labelText } from "../kernel/label.js";
import { checkPolicyParts } from "./check.js";
import { describeCondition, namesOf } from "./describe-adjustment.js";
import { boundWords } from "./describe-places.js";
import { en, type Locale } from "./locale.js";
import { type CheckedPolicy, type Policy, policySchema } from "./policy.js";
import { rangesOf, type ScoreRange } from "./warnings/ranges.js";
import { tiersOfMoves } from "./warnings/tiers.js";

const readPolicy = /* @__PURE__ */ defineFactory({
  title: "stateDiagram",
  config: policySchema,
  check: checkPolicyParts,
  compile: (policy) => policy,
});

const checkOptions = /* @__PURE__ */ wordOptions("stateDiagram", en, () => ({
  format: z.optional(z.enum(["mermaid", "dot"])),
}));

interface State {
  readonly id: string;
  readonly text: string;
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly lines: readonly string[];
}

interface Diagram {
  /** The states of each track, or of all tiers together. */
  readonly groups: readonly { readonly text?: string; readonly states: readonly State[] }[];
  readonly edges: readonly Edge[];
}

/**
 * The tiers of a policy as a state diagram, for documents and slides: the text of a Mermaid diagram (`"mermaid"`) or of a Graphviz graph (`"dot"`). An arrow up
 * or down says the conditions, any of which is enough, and what else is required (time in the tier and places too); a cell that names a tier farther away has an arrow of its own. A plan that
 * comes before a demotion is a state between, a failed trial or plan and a dismissal lead to an exit, and tracks are groups with the ways between them.
 *
 * @example
 * ```ts
 * import { stateDiagram } from "tierwise";
 * import { keyAccountManagers } from "tierwise/presets";
 *
 * const lines = stateDiagram(keyAccountManagers).split("\n");
 * lines[0]; // => "stateDiagram-v2"
 * lines[3]; // => "    state \"junior manager\" as tier_0"
 * ```
 */
export function stateDiagram(
  policy: Policy,
  options: { readonly format?: "mermaid" | "dot"; readonly locale?: Locale } = {},
): string {
  checkOptions(options);
  const { format = "mermaid", locale = en } = options;
  const diagram = spacedAsChinese(diagramOf(readPolicy(policy), locale), locale.languageTag, policy);
  return format === "mermaid" ? mermaid(diagram) : dot(diagram);
}

function diagramOf(policy: CheckedPolicy, locale: Locale): Diagram {
  const rules = { ...policy.adjustment, tiers: policy.tiers } as CheckedRules;
  const text = (label: Parameters<typeof labelText>[0], fallback: string) =>
    labelText(label, locale.languageTag, fallback);
  const stateOf = (tier: string) => `tier_${policy.tiers.findIndex(({ id }) => id === tier)}`;
  const states = (tiers: readonly string[]) =>
    tiers.map((tier) => ({
      id: stateOf(tier),
      text: text(policy.tiers.find(({ id }) => id === tier)?.label, tier),
    }));
  const ranges = rangesOf(policy);
  const edges = policy.tiers.flatMap(({ id }) => edgesFrom(id, policy, ranges, stateOf, locale));
  const others = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const special = [
    ...policy.tiers
      .map(({ id }) => `plan_${stateOf(id)}`)
      .filter((plan) => others.has(plan))
      .map((plan) => ({ id: plan, text: locale.rules.planState() })),
    ...(others.has("exit") ? [{ id: "exit", text: locale.rules.exitState() }] : []),
  ];
  const groups = (rules.tracks ?? [{ id: "", tiers: policy.tiers.map(({ id }) => id) }]).map((track) => ({
    ...(track.id === "" ? {} : { text: text("label" in track ? track.label : undefined, track.id) }),
    states: states(track.tiers),
  }));
  return { groups: [...groups, ...(special.length === 0 ? [] : [{ states: special }])], edges };
}

function edgesFrom(
  tier: string,
  policy: CheckedPolicy,
  ranges: ReadonlyMap<string, ScoreRange>,
  stateOf: (tier: string) => string,
  locale: Locale,
): readonly Edge[] {
  const from = stateOf(tier);
  const rules = { ...policy.adjustment, tiers: policy.tiers } as CheckedRules;
  const names = namesOf(policy, locale);
  const tierText = (id: string) =>
    labelText(policy.tiers.find((one) => one.id === id)?.label, locale.languageTag, id);
  const own = (list: unknown) => conditionsFor((list ?? []) as readonly Condition[], tier);
  const say = (list: unknown) =>
    own(list).map((one) => describeCondition({ ...one, tiers: undefined }, names, tierText, locale));
  const ladder = ladderOf(rules, tier);
  const position = ladder.indexOf(tier);
  const { promote, demote, violations, crossings = [], trial } = rules;
  const lines = { up: say(promote?.when), down: say(demote?.when) };
  const also = (lines: readonly string[]) => lines.map((line) => `+ ${line}`);
  const required = also([...say(promote?.requires), ...waits(promote, locale)]);
  const later = also(waits(demote, locale));
  const possible = { policy, ranges };
  const targets = (direction: "up" | "down") =>
    tiersOfMoves(own((direction === "up" ? promote : demote)?.when), direction, tier, possible);
  const plan = demote?.plan?.timing === "before-demotion" ? demote.plan : undefined;
  const down = lines.down.length === 0 ? [] : targets("down");
  const words = locale.rules;
  return [
    ...(lines.up.length === 0 ? [] : targets("up")).map((to) => ({
      from,
      to: stateOf(to),
      lines: [...lines.up, ...required, ...also(limitsOf(to, policy, locale))],
    })),
    ...(plan === undefined || down.length === 0
      ? down.map((to) => ({ from, to: stateOf(to), lines: [...lines.down, ...later] }))
      : [
          { from, to: `plan_${from}`, lines: [...lines.down, ...later] },
          { from: `plan_${from}`, to: from, lines: [words.planPasses()] },
          {
            from: `plan_${from}`,
            to: plan.onFail === "exit" ? "exit" : stateOf(down[0] as string),
            lines: [words.planFailsState()],
          },
        ]),
    ...(violations?.consequences ?? []).flatMap(({ kind, label, steps = 1 }) => {
      const name = labelText(label, locale.languageTag, locale.decision.sanctions[kind]);
      if (kind === "dismissal") return [{ from, to: "exit", lines: [name] }];
      const to = ladder[Math.max(0, position - steps)];
      return kind === "demotion" && to !== undefined && to !== tier
        ? [{ from, to: stateOf(to), lines: [name] }]
        : [];
    }),
    ...(trial === undefined || position > 0 ? [] : [{ from, to: "exit", lines: [words.trialFailsState()] }]),
    ...crossings.flatMap(({ map, requires }) =>
      map
        .filter((step) => step.from === tier)
        .map((step) => ({ from, to: stateOf(step.to), lines: say(requires) })),
    ),
  ];
}

/** How long one has to be in the tier before a move, and after one the other way. */
function waits(
  rules: CheckedRules["promote"] | CheckedRules["demote"],
  { rules: words }: Locale,
): readonly string[] {
  const { minimumMonthsInTier: least, coolingOffMonths: after } = rules ?? {};
  return [
    ...(least === undefined ? [] : [words.minimumMonths({ months: String(least) })]),
    ...(after === undefined ? [] : [words.coolingOff({ months: String(after) })]),
  ];
}

/** How many places a tier has. */
function limitsOf(
  tier: string,
  { places, tiers }: CheckedPolicy,
  { languageTag, places: words }: Locale,
): readonly string[] {
  return (places?.quotas ?? [])
    .filter((quota) => quota.tier === tier)
    .map(({ group = "", most, least }) => {
      const label = tiers.find(({ id }) => id === tier)?.label;
      const bounds = { most: boundWords(most), ...(least === undefined ? {} : { least: boundWords(least) }) };
      return words.quota({ tier: labelText(label, languageTag, tier), group, ...bounds });
    });
}

function mermaid({ groups, edges }: Diagram): string {
  const quoted = (text: string) => text.replace(/["\\]/g, "'").replace(/\s+/g, " ");
  const plain = (text: string) => quoted(text).replace(/[:;#{}<>]/g, (mark) => `#${mark.charCodeAt(0)};`);
  const state = ({ id, text }: State) => `state "${quoted(text)}" as ${id}`;
  return [
    "stateDiagram-v2",
    "  direction LR",
    ...groups.flatMap(({ text, states }, index) =>
      text === undefined
        ? states.map((one) => `  ${state(one)}`)
        : [
            `  state "${quoted(text)}" as track_${index} {`,
            ...states.map((one) => `    ${state(one)}`),
            "  }",
          ],
    ),
    ...edges.map(
      ({ from, to, lines }) =>
        `  ${from} --> ${to}${lines.length === 0 ? "" : ` : ${lines.map(plain).join("<br/>")}`}`,
    ),
  ].join("\n");
}

function dot({ groups, edges }: Diagram): string {
  const quoted = (text: string) =>
    `"${text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, " ")}"`;
  const node = ({ id, text }: State) => `${id} [label=${quoted(text)}];`;
  const label = (lines: readonly string[]) =>
    lines.length === 0 ? "" : ` [label="${lines.map((line) => quoted(line).slice(1, -1)).join("\\n")}"]`;
  return [
    "digraph tiers {",
    "  rankdir=LR;",
    "  node [shape=box, style=rounded];",
    ...groups.flatMap(({ text, states }, index) =>
      text === undefined
        ? states.map((one) => `  ${node(one)}`)
        : [
            `  subgraph cluster_${index} {`,
            `    label=${quoted(text)};`,
            ...states.map((one) => `    ${node(one)}`),
            "  }",
          ],
    ),
    ...edges.map(({ from, to, lines }) => `  ${from} -> ${to}${label(lines)};`),
    "}",
  ].join("\n");
}
