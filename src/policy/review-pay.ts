import type { Decision } from "../adjustment/adjuster.js";
import type { KnownFacts } from "../adjustment/known-facts.js";
import type { Placement } from "../classification/classifier.js";
import type { Calculator } from "../kernel/calculator.js";
import type { Path } from "../kernel/errors.js";
import { withoutAbsent } from "../kernel/plain.js";
import type { Report } from "../kernel/report.js";
import type { Checked } from "../kernel/schema.js";
import type { Score } from "../scoring/score.js";
import type { PolicyStatement } from "./pay.js";
import { eventKinds } from "./pay-deductions.js";
import { type PayInput, payDetailFields } from "./pay-input.js";
import type { PaidPerson } from "./pay-person.js";
import type { CheckedPolicy } from "./policy.js";
import type { ReviewInput, reviewInput } from "./review-input.js";
import { valuesOf } from "./scores.js";

/** What a review has found out before it pays. */
export interface Reviewed {
  readonly input: ReviewInput;
  /** The same after the check, with defaults filled in. */
  readonly known: Checked<typeof reviewInput>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly facts: KnownFacts;
  readonly scores: { readonly [axis: string]: Score };
  readonly placement: Placement;
  /** Absent where something is wrong with the input of the decision. */
  readonly decision: Decision | undefined;
  /** The raw amounts that commission is paid on. */
  readonly raw: PayInput["amounts"];
}

/** An event that deductions may price, and where the review's input has it. */
interface PlacedEvent {
  readonly event: { readonly id: string; readonly kind: string; readonly date: string };
  readonly path: Path;
}

/** Compiles how a review pays. What is wrong is noted where the review's input has it: among its amounts, in the evidence, or under `pay`. */
export function compileReviewPay(
  policy: CheckedPolicy,
  pay: Calculator<PayInput, PolicyStatement> | undefined,
): (reviewed: Reviewed, report: Report) => PolicyStatement | undefined {
  const kinds = eventKinds(policy.incentives);
  const details = Object.keys(payDetailFields());
  return (reviewed, report) => {
    const { input, known } = reviewed;
    const told = known.pay?.events ?? [];
    const found = eventsIn(reviewed, kinds);
    const events = [...told, ...found.map(({ event }) => event)];
    const outcome = pay?.safe(payInputOf(reviewed, events));
    if (outcome === undefined || outcome.ok) return outcome?.value;
    for (const { path, code, message, params } of outcome.error.issues)
      report.add(placeOf(path, { input, details, told: told.length, found }), code, message, params);
    return undefined;
  };
}

/** What is known of the person, as conditions of eligibility look at it. */
export function personOf({
  input,
  attributes,
  facts,
  scores,
  placement,
}: Omit<Reviewed, "raw" | "decision">): PaidPerson {
  const { standing, certificates, honours, pay: { employment } = {} } = input;
  const at: Record<string, string> = {};
  for (const { axis, band, calibrated } of placement.axes) at[axis] = calibrated?.band ?? band;
  return withoutAbsent<PaidPerson>({
    tier: standing.tier,
    scores: valuesOf(scores),
    attributes,
    facts,
    at,
    certificates,
    honours,
    employment,
  });
}

function payInputOf(reviewed: Reviewed, events: readonly PlacedEvent["event"][]): PayInput {
  const { input, raw } = reviewed;
  const { person, period, pay: details = {}, amounts = {}, credits = {} } = input;
  const { earlier, toDate, paid, quotas } = input;
  const { experienceYears } = person;
  const stated = withoutAbsent({ experienceYears, credits, earlier, toDate, paid, quotas });
  return Object.assign(
    { period },
    details,
    personOf(reviewed),
    { events, amounts: { ...withoutNames(raw, credits), ...amounts } },
    stated,
  ) as PayInput;
}

/** Violations of the period and what the decision lets follow them, as far as deductions know them. */
function eventsIn({ known, decision }: Reviewed, kinds: ReadonlySet<string>): readonly PlacedEvent[] {
  if (decision === undefined) return [];
  const reversed = new Set(known.events.flatMap((one) => (one.kind === "reversal" ? [one.of] : [])));
  const violations = known.events.flatMap((one, index): readonly PlacedEvent[] => {
    if (one.kind !== "violation" || reversed.has(one.id)) return [];
    return [{ event: { id: one.id, kind: one.severity, date: one.date }, path: ["events", index] }];
  });
  const dates = new Map(known.events.map(({ id, date }) => [id, date]));
  const sanctions = decision.sanctions.flatMap((one): readonly PlacedEvent[] => {
    const last = one.violations.filter((id) => dates.has(id)).at(-1);
    if (one.kind === "block-promotion" || last === undefined) return [];
    const event = { id: `${one.id}.${last}`, kind: one.id, date: dates.get(last) ?? "" };
    return [{ event, path: ["events"] }];
  });
  return [...violations, ...sanctions].filter(({ event }) => kinds.has(event.kind));
}

/** Where the review's input has what the input of pay has at a path. */
function placeOf(
  path: Path,
  {
    input,
    details,
    told,
    found,
  }: {
    readonly input: ReviewInput;
    readonly details: readonly string[];
    readonly told: number;
    readonly found: readonly PlacedEvent[];
  },
): Path {
  const [door, name, ...rest] = path;
  const event = door === "events" && typeof name === "number" ? found[name - told] : undefined;
  if (event !== undefined) return event.path;
  if (door === "amounts" && !Object.hasOwn(input.amounts ?? {}, String(name)))
    return ["evidence", String(name), ...rest];
  return details.includes(String(door)) ? ["pay", ...path] : path;
}

/** What is there for other names. */
function withoutNames<T>(
  values: { readonly [name: string]: T } | undefined,
  names: object,
): { readonly [name: string]: T } {
  return Object.fromEntries(Object.entries(values ?? {}).filter(([name]) => !Object.hasOwn(names, name)));
}
