// Bonuses of many that pools fund: each amount, total and reason of the function of one pool, whatever the order of the rows.
import { expect, test } from "vitest";
import { type BatchBonusPoolInput, batchBonusPool, type InputColumn } from "../../src/batch/index.js";
import {
  type BonusPoolConfig,
  type BonusPoolInput,
  bonusPool,
  ROUNDING_MODES,
  TierwiseError,
} from "../../src/index.js";
import { asJson } from "../properties/exact.js";
import { type Random, randomOf } from "../reference/generate/random.js";

const { REFERENCE_SEED = "20261128", BONUS_FILES = "300" } = process.env;
const PERIOD = "2026-Q3";
const IDS = ["a", "b", "B", "10", "9", "é", "Ａ", "\u{1f600}", "a\u{1f600}", "zz"];

type Person = BonusPoolInput["people"][number] & { readonly group: string };

function planConfig({ pick, chance, some }: Random): BonusPoolConfig {
  const conditions = [
    { tier: ["t1"] },
    { fact: "score", atLeast: pick([50, "59.995"]) },
    { employedOn: "period-end" },
    { certificate: "c1" },
  ];
  return {
    currency: pick(["JPY", "USD", "KWD"]),
    rounding: pick([...ROUNDING_MODES]),
    whenBelow: pick(["paid", "scaled"]),
    ...(chance(50) ? { eligibility: some(conditions, 1, 2) } : {}),
    ...(chance(40) ? { proration: { by: pick(["working-days", "days-of-30"] as const) } } : {}),
  };
}

function planPeople({ pick, chance, int, some }: Random): readonly Person[] {
  const odd = (value: unknown, others: readonly unknown[]) => (chance(4) ? pick([...others]) : value);
  const amounts = chance(60)
    ? () => int(0, 1_000_000) / 100
    : () => pick([0, 1, "1/3", "0.005", 0.1 + 0.2, "1234.123456789012345"]);
  return ["north", "south"].slice(0, int(1, 2)).flatMap((group) =>
    some(IDS, 1, IDS.length).map((id) => {
      const person = {
        id,
        group,
        target: odd(amounts(), [undefined, -1, "much"]),
        multiplier: odd(pick([undefined, 0, 1, "1.25", 0.8, "1/3"]), [-1, "NaN", "1.123456789012345678"]),
        tier: odd(pick(["t1", "t2"]), [undefined, "no id"]),
        facts: { score: odd(pick([49, 50, 60]), [undefined, "none", "59.99499999999999999"]) },
        certificates: chance(80) ? ["c1"] : [],
        employment: odd(pick([undefined, { from: "2020-01-01" }, { from: "2026-08-10", to: "2026-09-15" }]), [
          { from: "2026-08-10", to: "2026-08-09" },
          { from: "2027-01-01" },
          { from: "soon" },
        ]),
      };
      return JSON.parse(JSON.stringify(person));
    }),
  );
}

function columnsOf(people: readonly Person[]): Record<string, InputColumn> {
  const column = (of: (person: Person) => unknown) => people.map((person) => of(person) ?? null);
  return {
    id: column(({ id }) => id),
    group: column(({ group }) => group),
    target: column(({ target }) => target),
    multiplier: column(({ multiplier }) => multiplier),
    tier: column(({ tier }) => tier),
    "facts.score": column(({ facts }) => facts?.score),
    "certificates.c1": column(({ certificates }) => certificates?.includes("c1")),
    "employment.from": column(({ employment }) => employment?.from),
    "employment.to": column(({ employment }) => employment?.to),
  } as Record<string, InputColumn>;
}

/** Those whom `bonusPool` does not refuse, as it pays them, and why the others are refused. */
function alone(pay: ReturnType<typeof bonusPool>, pool: number | string, people: readonly Person[]) {
  const refused = new Map<string, string>();
  let left = people.map(({ group: _, ...person }) => person);
  for (;;) {
    const outcome = pay.safe({ period: PERIOD, pool, people: left } as never);
    if (outcome.ok) return { outcome, people: left, refused };
    const ofPeople = outcome.error.issues.filter(({ path }) => path[0] === "people");
    if (ofPeople.length === 0) return { outcome, people: left, refused };
    for (const { path, code } of ofPeople) {
      const { id = "" } = left[path[1] as number] ?? {};
      if (!refused.has(id)) refused.set(id, `${path.slice(2).join(".")} ${code}`);
    }
    left = left.filter(({ id }) => !refused.has(id));
  }
}

function compare(random: Random, paths: Record<string, number>) {
  const config = planConfig(random);
  const people = planPeople(random);
  const groups = [...new Set(people.map(({ group }) => group))].map((group) => ({
    group,
    pool: random.pick([0, random.int(1, 30_000), random.int(1, 300_000), "100.1"]),
  }));
  const input = {
    period: PERIOD,
    groups: [...groups, { group: "nobody", pool: 5 }],
    columns: columnsOf(people),
  };
  const found = batchBonusPool(config)(input);
  const pay = bonusPool(config);
  const issues = new Map(found.issues.map(({ row, issues: [issue] }) => [row, issue] as const));
  for (const { group, pool } of groups) {
    const {
      outcome,
      people: paid,
      refused,
    } = alone(
      pay,
      pool,
      people.filter((person) => person.group === group),
    );
    const made = found.groups.find((one) => one.group === group);
    if (!outcome.ok) {
      const wrong = found.groupIssues.find((one) => one.group === group);
      expect(wrong?.issues.map(({ code }) => code)).toEqual(outcome.error.issues.map(({ code }) => code));
      continue;
    }
    const { pool: whole, claimed, factor, amount, left, lines } = outcome.value;
    expect(asJson(made)).toEqual(
      asJson({ group, pool: whole, claimed, factor, amount, left, rows: lines.length }),
    );
    for (const [row, { id, group: of }] of people.entries()) {
      if (of !== group) continue;
      const line = lines[paid.findIndex((one) => one.id === id)];
      const units = found.parts.units[row] as number;
      if (line === undefined) expect(units).toBeNaN();
      else expect(units).toBe(Number(line.amount.times(10 ** found.parts.scale)));
      const reason = line?.notes?.find(({ kind }) => kind.startsWith("ineligible"))?.kind;
      expect(found.excluded.dictionary[found.excluded.codes[row] as number]).toBe(reason);
      const issue = issues.get(row);
      expect(issue && `${issue.path.join(".")} ${issue.code}`).toBe(refused.get(id));
    }
  }
  for (const [path, count] of Object.entries(found.paths)) paths[path] = (paths[path] ?? 0) + count;
  expect(Object.values(found.paths).reduce((all, count) => all + count)).toBe(people.length);
  const order = [...people.keys()].reverse();
  const moved = batchBonusPool(config)({
    ...input,
    columns: columnsOf(order.map((row) => people[row] as Person)),
  });
  expect(order.map((_, at) => moved.parts.units[at])).toEqual(order.map((row) => found.parts.units[row]));
  expect(asJson(moved.groups)).toEqual(asJson(found.groups));
}

test("every amount, total and reason is that of the function of one pool", () => {
  const random = randomOf(Number(REFERENCE_SEED) + 17);
  const paths: Record<string, number> = {};
  for (let file = 0; file < Number(BONUS_FILES); file += 1) compare(random, paths);
  expect(Math.min(...Object.values(paths))).toBeGreaterThan(Number(BONUS_FILES) / 2);
}, 600_000);

test("what is wrong with an input or a group is said", () => {
  const pay = batchBonusPool({ currency: "USD" });
  const columns: BatchBonusPoolInput["columns"] = { id: ["a", "b"], group: ["x", "y"], target: [1, 2] };
  const { parts, groupIssues, paths } = pay({ period: "2026", groups: [{ group: "x", pool: 5 }], columns });
  expect([...parts.units]).toEqual([100, Number.NaN]);
  expect(groupIssues.map(({ group, issues }) => [group, issues[0]?.code])).toEqual([["y", "amount-missing"]]);
  expect(paths).toEqual({ columns: 1, exact: 0, failed: 1 });
  expect(() =>
    pay({ period: "2026", groups: [{ pool: 5 }], columns: { ...columns, absences: [0, 0] } }),
  ).toThrow(TierwiseError);
  expect(
    batchBonusPool.check({ currency: "USD", eligibility: [{ honours: ["star"] }] }).map(({ code }) => code),
  ).toEqual(["not-over-columns"]);
});
