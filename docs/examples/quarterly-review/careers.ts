import {
  type CarryOver,
  carryOver,
  comparePeriods,
  type GroupMember,
  type Policy,
  type Review,
  type StandingInput,
  type TierPlaces,
  type TrainingPlan,
} from "tierwise";
import { besideEvidence, type Completed, complete, trainingOf } from "./beside.js";
import type { Table } from "./csv-read.js";
import { type Events, eventsUntil } from "./events.js";
import type { EvidenceRow } from "./evidence.js";
import type { Figures } from "./generate/figures.js";
import { groupPayOf } from "./group-pay.js";
import type { LoadedPolicy, Policies } from "./policy.js";
import { type Reason, type Rejected, reasonsOf } from "./reasons.js";
import type { Person, Standings } from "./standings.js";

/** One person's reviews in order; a period whose row was rejected is not among them. */
export interface Career {
  readonly person: Person;
  readonly reviews: readonly Review[];
  /** By the period that is first reviewed by another version of the policy: how the standing came over. */
  readonly carriedOver: ReadonlyMap<string, CarryOver>;
  /** By period: the own part of the plan of training, where there is one. */
  readonly training: ReadonlyMap<string, TrainingPlan>;
}

/** The limited places of a period. */
export interface PeriodPlaces {
  readonly period: string;
  readonly places: readonly TierPlaces[];
}

export interface Outcome {
  readonly careers: readonly Career[];
  readonly places: readonly PeriodPlaces[];
  readonly rejected: readonly Rejected[];
  readonly rowsIn: number;
}

/** A career that goes on. */
interface Going {
  readonly person: Person;
  standing: StandingInput;
  policy: Policy;
  readonly reviews: Review[];
  readonly carriedOver: Map<string, CarryOver>;
  readonly training: Map<string, TrainingPlan>;
  /** The honours that were won. */
  readonly honours: { readonly honour: string; readonly on: string }[];
  /** How many of the person's events reviews have had. */
  events: number;
}

/** What is known of the people beside their evidence. */
interface Company {
  readonly standings: Standings;
  readonly events: Events;
  readonly figures: Figures;
}

/** Reviews all people period by period: each decision's standing goes into the next review. */
export function reviewAll(
  policies: Policies,
  table: Table,
  rows: readonly EvidenceRow[],
  { standings: { people }, events, figures }: Company,
  onPeriod: (done: number, all: number) => void,
): Outcome {
  const rejected: Rejected[] = [];
  const reject = ({ row, person, period }: EvidenceRow, reasons: readonly Reason[]) =>
    rejected.push({ file: "evidence", row, person, period, reasons });

  for (const row of rows.filter(({ reasons }) => reasons.length > 0)) {
    const seen = new Set(row.reasons.map(({ column }) => column));
    const scored = row.policy.compiled.score.safe({ evidence: row.input.evidence });
    const more = reasonsOf(scored.ok ? [] : scored.error.issues, table, row.row);
    reject(row, [...row.reasons, ...more.filter(({ column }) => !seen.has(column))]);
  }

  const [{ document }] = policies.versions;
  const careers = new Map(
    [...people.values()].map((person): readonly [string, Going] => [
      person.id,
      {
        person,
        standing: person.standing,
        policy: document,
        reviews: [],
        carriedOver: new Map(),
        training: new Map(),
        honours: [],
        events: 0,
      },
    ]),
  );
  const sound = rows.filter(({ reasons }) => reasons.length === 0);
  const periods = [...new Set(sound.map(({ period }) => period))].sort(comparePeriods);
  const completed: Completed = new Map();
  const places = periods.map((period, index): PeriodPlaces => {
    const own = sound.filter((row) => row.period === period);
    const policy = policies.at(period);
    const carry = carryOver(policy.document);
    const result = policy.compiled.reviewGroup({
      period,
      people: own.map((row) => ({
        ...memberOf(row, careers.get(row.person) as Going, policy, carry, events),
        ...besideEvidence(policy, row, figures),
      })),
      ...trainingOf(policy, figures, completed),
      ...groupPayOf(
        policy,
        period,
        own.map((row) => {
          const { person, reviews: past } = careers.get(row.person) as Going;
          return { row, person, past };
        }),
        figures,
      ),
    });
    for (const { index: place, issues } of result.rejected) {
      const row = own[place] as EvidenceRow;
      const inRow = issues.map((issue) => ({ ...issue, path: issue.path.slice(2) }));
      reject(row, reasonsOf(inRow, table, row.row));
    }
    for (const { input, review } of result.people) {
      const career = careers.get(review.person.id) as Going;
      career.reviews.push(review);
      career.standing = review.standing;
      career.events += input.events?.length ?? 0;
    }
    for (const { people: winners } of result.pay?.honours ?? []) {
      for (const { id, honours } of winners) careers.get(id)?.honours.push(...honours);
    }
    for (const trainee of result.training?.people ?? []) {
      const plan = { ...(result.training as TrainingPlan), people: [trainee] };
      careers.get(trainee.id)?.training.set(period, plan);
    }
    if (result.training !== undefined) complete(result.training, completed);
    onPeriod(index + 1, periods.length);
    return { period, places: result.places };
  });
  return {
    careers: [...careers.values()],
    places,
    rejected: rejected.sort((a, b) => a.row.line - b.row.line),
    rowsIn: rows.length,
  };
}

/** What a group review takes of a person; a standing of an earlier version of the policy is carried over first. */
function memberOf(
  { period, input }: EvidenceRow,
  career: Going,
  { document }: LoadedPolicy,
  carry: ReturnType<typeof carryOver>,
  events: Events,
): GroupMember {
  const { person } = career;
  const { id, name, experienceYears, certificates, attributes } = person;
  if (career.policy.effectiveFrom !== document.effectiveFrom) {
    const came = carry.safe(career.standing);
    if (came.ok) {
      career.carriedOver.set(period, came.value);
      career.standing = came.value.standing;
      career.policy = document;
    }
  }
  const { balance } = career.reviews.at(-1)?.statement ?? {};
  return {
    person: { id, label: name, ...(experienceYears === undefined ? {} : { experienceYears }) },
    standing: career.standing,
    events: eventsUntil(events, id, period, career.events),
    certificates,
    attributes,
    honours: [...career.honours],
    ...(balance === undefined ? {} : { pay: { balance } }),
    ...input,
  };
}

/** Rows in are rows reviewed and rows rejected; anything else would be a fault of this program. */
export function checkAccounts({ careers, rejected, rowsIn }: Outcome): { readonly reviewed: number } {
  const reviewed = careers.reduce((sum, { reviews }) => sum + reviews.length, 0);
  if (reviewed + rejected.length !== rowsIn)
    throw new Error(`${rowsIn} rows came in, ${reviewed} were reviewed and ${rejected.length} rejected`);
  return { reviewed };
}
