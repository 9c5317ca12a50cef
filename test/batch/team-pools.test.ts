// Pools of many teams at once: each member's part, each team's figures and each reason of the function of one team, whatever the order of the rows.
import { describe, expect, test } from "vitest";
import { batchTeamPools, type InputColumn } from "../../src/batch/index.js";
import { type TeamPoolConfig, type TeamPoolInput, teamPool } from "../../src/index.js";
import { issuesOf } from "../issues-of.js";
import { asJson } from "../properties/exact.js";
import { type Random, randomOf } from "../reference/generate/random.js";

const { REFERENCE_SEED = "20261128", POOL_FILES = "300" } = process.env;
const PERIOD = "2026-07";
const TEAMS = ["north", "south", "é", "\u{1f600}"];
const IDS = ["a", "b", "B", "10", "9", "é", "Ａ", "\u{1f600}", "a\u{1f600}", "zz"];

type Member = TeamPoolInput["members"][number] & { readonly team: string };

function planConfig(random: Random): TeamPoolConfig {
  const { pick, chance, int } = random;
  const factors = [
    { by: "equal" as const },
    { by: "days" as const, ...(chance(40) ? { proration: { by: "working-days" as const } } : {}) },
    {
      by: "tier" as const,
      points: [
        { of: ["t1"], counts: pick([0, 1, "0.5"]) },
        { of: ["t2", "t3"], counts: pick([2, "1/3"]) },
      ],
    },
    { by: "attribute" as const, attribute: "role", points: [{ of: ["r1", "r2"], counts: pick([1, "2.5"]) }] },
    { by: "fact" as const, fact: "hours", ...(chance(50) ? { negative: "nothing" as const } : {}) },
    {
      by: "fact" as const,
      fact: "score",
      steps: [
        { from: 0, counts: pick([0, 1]) },
        { from: pick(["79.995", 80, "1/3"]), counts: pick([2, "2/7"]) },
      ],
    },
  ];
  const conditions = [
    { tier: ["t1", "t2"] },
    { attribute: "role", is: ["r1"] },
    { fact: "hours", atLeast: pick([0, "0.5", "1/3"]), ...(chance(50) ? { atMost: 160 } : {}) },
    { certificate: "c1" },
    { employedOn: "period-end" },
    { monthsOfService: 12, on: "period-start" },
    { at: { potential: ["high"], performance: ["high", "low"] } },
  ];
  const bound = () =>
    pick([
      { amount: pick([10, 55, 120]) },
      { share: pick(["10%", "1/3", "50%"]) },
      { fact: "salary", times: pick(["1%", "1/3"]) },
    ]);
  return {
    currency: pick(["CNY", "JPY", "KWD"]),
    fund: random.some(
      [
        { kind: "fixed" as const, amount: int(0, 1000) },
        { kind: "per-member" as const, amount: 100 },
        { kind: "excess" as const, of: [{ figure: "profit" }], over: [{ figure: "cost" }], share: "10%" },
      ],
      1,
      2,
    ),
    ...(chance(40)
      ? {
          score: {
            least: 50,
            factors: [
              { score: 50, factor: "80%" },
              { score: 90, factor: 1 },
            ],
          },
        }
      : {}),
    ...(chance(20) ? { most: [{ amount: 500 }], reserve: "10%" } : {}),
    sharedBy: random.some(factors, 1, 3),
    ...(chance(40) ? { memberLeast: bound() } : {}),
    ...(chance(40) ? { memberMost: bound() } : {}),
    whenShort: pick(["error", "reduce"]),
    ...(chance(30) ? { joiners: "excluded" as const } : {}),
    ...(chance(30) ? { leavers: "excluded" as const } : {}),
    ...(chance(40) ? { eligibility: random.some(conditions, 1, 2) } : {}),
  };
}

/** Members of whom few lack something, or have what is none. */
function planMembers(random: Random): readonly Member[] {
  const { pick, chance, int } = random;
  const hours = () => pick([0, 1, 8, "7.5", int(0, 160), 0.1 + 0.2, "1/3", "12.123456789012345678"]);
  const plain = chance(60);
  return TEAMS.slice(0, int(1, 3)).flatMap((team) =>
    random.some(IDS, 1, IDS.length).map((id) => {
      const odd = (value: unknown, others: readonly unknown[]) => (chance(4) ? pick([...others]) : value);
      const member = {
        id,
        team,
        tier: odd(pick(["t1", "t2", "t3"]), [undefined, "t9", "not an id"]),
        attributes: odd({ role: pick(["r1", "r2"]) }, [undefined, { role: "r9" }, { role: "" }]),
        facts: {
          hours: odd(plain ? int(0, 16000) / 100 : hours(), [-1, "much", undefined, Number.NaN]),
          score: odd(pick([0, 79.99, "79.995", 80, 100]), [undefined, -5]),
          salary: odd(int(100_000, 1_000_000) / 100, [undefined, -1, "1000.123456789"]),
          unused: odd(1, [undefined, "0.1234567890123456789", "none"]),
        },
        certificates: chance(80) ? ["c1"] : [],
        at: { potential: pick(["high", "low"]), performance: odd(pick(["high", "low"]), [undefined]) },
        employment: odd(
          {
            from: pick(["2020-01-01", "2026-07-01", "2026-07-15"]),
            to: pick([undefined, "2026-07-20", "2026-07-31"]),
          },
          [
            undefined,
            { from: "2026-08-01" },
            { from: "2026-07-10", to: "2026-07-09" },
            { from: "2026-02-30" },
            { to: "2026-07-05" },
          ],
        ),
      };
      return JSON.parse(JSON.stringify(member, (_, value) => (Number.isNaN(value) ? "NaN" : value)));
    }),
  );
}

type Path = readonly string[];
const PATHS: readonly Path[] = [
  ["id"],
  ["team"],
  ["tier"],
  ["attributes", "role"],
  ["facts", "hours"],
  ["facts", "score"],
  ["facts", "salary"],
  ["facts", "unused"],
  ["at", "potential"],
  ["at", "performance"],
  ["employment", "from"],
  ["employment", "to"],
];
const valueAt = (member: unknown, path: Path) =>
  path.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], member) ??
  null;

function columnsOf(members: readonly Member[]): Record<string, InputColumn> {
  const columns = PATHS.map(
    (path) => [path.join("."), members.map((member) => valueAt(member, path))] as const,
  );
  const held = members.map(({ certificates = [] }) => certificates.includes("c1"));
  return { ...Object.fromEntries(columns), "certificates.c1": held } as Record<string, InputColumn>;
}

/** Those whom `teamPool` does not refuse, one by one and then together, as it shares among them; and why the others are refused. */
function alone(config: TeamPoolConfig, team: string, entry: object, members: readonly Member[]) {
  const pool = teamPool(config);
  const refused = new Map<string, string>();
  let left = members.map(({ team: _, ...member }) => member);
  for (;;) {
    const outcome = pool.safe({ period: PERIOD, team, ...entry, members: left } as never);
    if (outcome.ok) return { outcome, refused };
    const ofMembers = outcome.error.issues.filter(({ path }) => path[0] === "members" && path.length > 1);
    if (ofMembers.length === 0) return { outcome, refused };
    // Who is refused whatever the pool is goes first; how large it is, and so what a bound leaves of it, depends on the others.
    const whatever = ofMembers.filter(({ code, path }) => code !== "range-empty" || path.length > 2);
    for (const { path, code } of whatever.length > 0 ? whatever : ofMembers) {
      const { id = "" } = left[path[1] as number] ?? {};
      if (!refused.has(id)) refused.set(id, `${path.slice(2).join(".")} ${code}`);
    }
    left = left.filter(({ id }) => !refused.has(id));
  }
}

function compare(random: Random, paths: Record<string, number>) {
  let config = planConfig(random);
  while (teamPool.check(config).length > 0) config = planConfig(random);
  const members = planMembers(random);
  const names = [...new Set(members.map(({ team }) => team))];
  const entries = names.map((team) => ({
    team,
    figures: { profit: random.int(0, 20000), ...(random.chance(95) ? { cost: 1000.5 } : {}) },
    ...(config.score === undefined ? {} : { score: random.pick([40, 50, 75, 100]) }),
  }));
  const input = {
    period: PERIOD,
    teams: [...entries, { ...entries[0], team: "nobody" }],
    columns: columnsOf(members),
  };
  const found = batchTeamPools(config)(input as never);
  const issueOf = new Map(found.issues.map(({ row, issues: [issue] }) => [row, issue] as const));
  for (const { team, ...entry } of entries) {
    const { outcome, refused } = alone(
      config,
      team,
      entry,
      members.filter((member) => member.team === team),
    );
    const made = found.teams.find((one) => one.team === team);
    expect(made === undefined).toBe(!outcome.ok);
    if (outcome.ok) {
      const { kind: _, members: sharers, excluded, ...totals } = outcome.value;
      const { members: count, counts, ...others } = made as NonNullable<typeof made>;
      expect(asJson(others)).toEqual(asJson(totals));
      expect(count).toBe(sharers.length);
      const note = sharers[0]?.line.notes?.find(({ kind }) => kind === "pool-counts");
      if (note !== undefined && typeof counts !== "string")
        expect(asJson(counts)).toEqual(asJson(note.values.total));
      for (const [row, { id, team: of }] of members.entries()) {
        if (of !== team) continue;
        const sharer = sharers.find((one) => one.id === id);
        const scale = 10 ** found.parts.scale;
        const reason = excluded.find((one) => one.id === id)?.reasons[0]?.kind;
        const code = found.excluded.codes[row] as number;
        const units = found.parts.units[row] as number;
        expect(found.excluded.dictionary[code]).toBe(reason);
        if (sharer === undefined) expect(units).toBeNaN();
        else expect(units).toBe(Number(sharer.line.amount.times(scale)));
        expect(found.held.dictionary[found.held.codes[row] as number]).toBe(sharer?.held);
      }
    } else {
      const wrong = found.teamIssues.find((one) => one.team === team);
      expect(wrong?.issues.map(({ code }) => code)).toEqual(outcome.error.issues.map(({ code }) => code));
    }
    for (const [row, { id, team: of }] of members.entries()) {
      if (of !== team) continue;
      const issue = issueOf.get(row);
      // What a bound leaves of a pool is not known before the pool is.
      if (!outcome.ok && refused.get(id) === " range-empty") continue;
      expect(issue && `${issue.path.join(".")} ${issue.code}`, `row ${row}`).toBe(refused.get(id));
    }
  }
  const { columns, exact, excluded, failed } = found.paths;
  expect(columns + exact + excluded + failed).toBe(members.length);
  for (const [path, count] of Object.entries(found.paths)) paths[path] = (paths[path] ?? 0) + count;
  const order = members
    .map((_, row) => ({ row, by: random.int(0, 1_000_000) }))
    .sort((a, b) => a.by - b.by)
    .map(({ row }) => row);
  const moved = batchTeamPools(config)({
    ...input,
    columns: columnsOf(order.map((row) => members[row] as Member)),
  } as never);
  expect(order.map((_, at) => moved.parts.units[at])).toEqual(order.map((row) => found.parts.units[row]));
  expect(asJson(moved.teams)).toEqual(asJson(found.teams));
}

test("every part, figure and reason is that of the function of one team", () => {
  const random = randomOf(Number(REFERENCE_SEED) + 5);
  const paths: Record<string, number> = {};
  for (let file = 0; file < Number(POOL_FILES); file += 1) compare(random, paths);
  expect(Math.min(...Object.values(paths))).toBeGreaterThan(Number(POOL_FILES) / 2);
}, 600_000);

const half: TeamPoolConfig = {
  currency: "USD",
  fund: [{ kind: "share", of: [{ figure: "profit" }], share: "50%" }],
  sharedBy: [{ by: "fact", fact: "hours" }],
};
const twoTeams = [
  { team: "north", figures: { profit: 100 } },
  { team: "south", figures: { profit: "0.03" } },
];

const wrong = (work: () => unknown) => issuesOf(work).map((one) => one.join(" "));

describe("teams", () => {
  test("without a column of teams all share one pool", () => {
    const { parts, teams } = batchTeamPools(half)({
      period: PERIOD,
      teams: [{ figures: { profit: 200 } }],
      columns: { id: ["b", "a", "c"], "facts.hours": Int32Array.of(1, 1, 1) },
    });
    expect([...parts.units]).toEqual([3333, 3334, 3333]);
    expect(teams[0]).not.toHaveProperty("team");
  });

  test("one in which nobody is, or counts, has its pool undistributed; one of which nothing is said is named", () => {
    const { parts, teams, teamIssues, paths } = batchTeamPools(half)({
      period: PERIOD,
      teams: [...twoTeams, { team: "empty", figures: { profit: 8 } }],
      columns: { id: ["a", "a", "b"], team: ["north", "west", "south"], "facts.hours": [2, 2, 0] },
    });
    expect([...parts.units]).toEqual([5000, NaN, 0]);
    expect(teams.map(({ team, members, undistributed }) => [team, members, String(undistributed)])).toEqual([
      ["empty", 0, "4"],
      ["north", 1, "0"],
      ["south", 1, "0.02"],
    ]);
    expect(
      teamIssues.map(({ team, issues }) => [team, issues.map(({ path, code }) => [path, code])]),
    ).toEqual([["west", [[["teams", "figures", "profit"], "missing"]]]]);
    expect(paths).toEqual({ columns: 2, exact: 0, excluded: 0, failed: 1 });
  });

  test("one whose figure is missing harms no other", () => {
    const { parts, teamIssues } = batchTeamPools(half)({
      period: PERIOD,
      teams: [{ team: "north" }, { team: "south", figures: { profit: 2 } }],
      columns: { id: ["a", "b"], team: ["north", "south"], "facts.hours": [1, 1] },
    });
    expect([...parts.units]).toEqual([NaN, 100]);
    expect(teamIssues[0]?.issues[0]?.path).toEqual(["teams", 0, "figures", "profit"]);
  });
});

test("a pool for each member counts only those who share", () => {
  const { parts, teams } = batchTeamPools({
    currency: "USD",
    fund: [{ kind: "per-member", amount: 100 }],
    sharedBy: [{ by: "fact", fact: "hours" }],
    memberLeast: { fact: "owed" },
    memberMost: { share: "60%" },
  })({
    period: PERIOD,
    columns: {
      id: ["a", "b", "c", "d"],
      "facts.hours": [1, 3, -1, 1],
      // In a pool of three 181 is more than 60%, in one of two 121 is.
      "facts.owed": [0, 0, 0, 181],
    },
  });
  expect([...parts.units]).toEqual([8000, 12000, NaN, NaN]);
  expect([teams[0]?.members, String(teams[0]?.pool)]).toEqual([2, "200"]);
});

test("all that is wrong with a member is said at once", () => {
  const columns = {
    id: ["a"],
    "employment.from": ["2026-08-15"],
    "employment.to": ["2026-07-31"],
    "certificates.license": [2],
  };
  const { issues } = batchTeamPools({ ...half, eligibility: [{ tier: ["senior"] }] })({
    period: PERIOD,
    columns,
  });
  expect(issues[0]?.issues.map(({ path, code }) => `${path.join(".")} ${code}`)).toEqual([
    "certificates.license wrong-type",
    "employment.to range-empty",
    "tier fact-missing",
  ]);
});

test("what is a list has no columns, and is said so", () => {
  expect(
    batchTeamPools
      .check({ ...half, eligibility: [{ tier: ["a"] }, { honours: ["star"] }] })
      .map(({ path, code }) => [path, code]),
  ).toEqual([[["eligibility", 1], "not-over-columns"]]);
  const input = { period: PERIOD, columns: { id: ["a"], absences: [0], "honours.star": [1], hours: [1] } };
  expect(wrong(() => batchTeamPools(half)(input))).toEqual([
    "columns.absences not-over-columns",
    "columns.honours.star not-over-columns",
    "columns.hours unknown-column",
  ]);
  const names = { id: ["a"], "facts.__proto__": [1], "certificates.two words": [1], "attributes.": ["a"] };
  expect(wrong(() => batchTeamPools(half)({ period: PERIOD, columns: names }))).toEqual([
    "columns.facts.__proto__ unknown-column",
    "columns.certificates.two words unknown-column",
    "columns.attributes. unknown-column",
  ]);
  expect(wrong(() => batchTeamPools(half)({ period: "July", columns: {} }))).toEqual([
    "period period-invalid",
  ]);
});
