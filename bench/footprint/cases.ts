import {
  batch,
  batchAllocation,
  batchBonusPool,
  batchContext,
  batchPlaces,
  batchTeamPools,
  type InputColumn,
} from "tierwise/batch";
import type { People } from "./people.js";
import { comparing, listPolicy, REGION, TIERS } from "./policies.js";

type Columns = Readonly<Record<string, InputColumn>>;

/** What is run over people: their columns are made once, and are not what it needs. */
export type Case = (people: People) => () => unknown;

/** The group functions and lists, each on plain work of its kind. */
export const CASES: Readonly<Record<string, Case>> = {
  batchContext: (people) => {
    const columns = scoredColumns(people);
    const make = batchContext(comparing(people.group !== undefined));
    return () => make({ columns });
  },
  "batch, with what batchContext made": (people) => {
    const columns = scoredColumns(people);
    const policy = comparing(people.group !== undefined);
    const { context } = batchContext(policy)({ columns });
    const review = batch(policy);
    return () => review({ columns, ...context });
  },
  batchPlaces: (people) => {
    const columns = {
      ...named(people, "group"),
      tier: people.labels(TIERS.slice(0, 2)),
      candidateFor: people.labels(TIERS.slice(2)),
      "keys.performance": people.numbers(0, 120),
      "keys.months": people.numbers(0, 60),
    };
    const allocate = batchPlaces({
      tiers: TIERS.map((id) => ({ id })),
      quotas: [{ tier: "senior", most: { share: "10%" } }],
      keys: [
        { key: "performance", order: "descending" },
        { key: "months", order: "ascending" },
      ],
    });
    return () => allocate({ columns });
  },
  batchTeamPools: (people) => {
    const columns = {
      ...named(people, "team"),
      tier: people.labels(TIERS),
      "employment.from": people.labels(days()),
      "facts.hours": people.numbers(0, 160),
      "facts.salary": people.numbers(3000, 9000),
    };
    const share = batchTeamPools({
      currency: "CNY",
      fund: [{ kind: "per-member", amount: 1000 }],
      sharedBy: [
        { by: "tier", points: TIERS.map((tier, place) => ({ of: [tier], counts: place + 1 })) },
        { by: "fact", fact: "hours" },
        { by: "days" },
      ],
      memberMost: { fact: "salary", times: "50%" },
    });
    const teams = people.groups.map((team) => (people.group === undefined ? {} : { team }));
    return () => share({ period: "2026-07", teams, columns });
  },
  batchBonusPool: (people) => {
    const columns = {
      ...named(people, "group"),
      target: people.numbers(1000, 9000),
      multiplier: people.numbers(0, 2),
      tier: people.labels(TIERS),
      "employment.from": people.labels(days()),
    };
    const pay = batchBonusPool({ currency: "CNY", eligibility: [{ tier: TIERS.slice(1) }] });
    const groups = entries(people, () => ({ pool: 1_000_000 }));
    return () => pay({ period: "2026", groups, columns });
  },
  batchAllocation: (people) => {
    const columns = {
      ...named(people, "group"),
      share: people.numbers(1, 100),
      "least.amount": people.numbers(0, 10),
      "most.amount": people.numbers(20, 5000),
    };
    const share = batchAllocation({ currency: "CNY" });
    const groups = entries(people, () => ({ amount: (100 * people.rows) / people.groups.length }));
    return () => share({ groups, columns });
  },
  "batch, with lists": (people) => {
    const columns = {
      id: people.id,
      "evidence.calls": people.lists(0, 100),
      "evidence.visits": people.lists(0, 100),
      "evidence.conduct.superior": people.lists(1, 5),
      "evidence.conduct.peer": people.lists(1, 5),
    };
    const review = batch(listPolicy());
    return () => review({ columns });
  },
};

function named({ id, group }: People, field: "group" | "team"): Columns {
  return { id, ...(group === undefined ? {} : { [field]: group }) };
}

function entries<Of extends object>({ groups, group: column }: People, of: () => Of) {
  return groups.map((group) => (column === undefined ? of() : { group, ...of() }));
}

/** The days on which people joined. */
function days(): readonly string[] {
  return Array.from({ length: 250 }, (_, index) => {
    const [month, day] = [(index % 12) + 1, (index % 28) + 1];
    return `${2000 + (index % 27)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  });
}

function scoredColumns(people: People): Columns {
  return {
    id: people.id,
    ...(people.group === undefined ? {} : { [`attributes.${REGION}`]: people.group }),
    "evidence.sales": people.numbers(30_000, 150_000),
    "evidence.customers": people.numbers(0, 100),
    "evidence.quality": people.numbers(0, 10),
    "evidence.skill": people.numbers(0, 100),
    "facts.months": people.numbers(0, 60),
  };
}
