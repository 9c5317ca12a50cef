import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import stringWidth from "string-width";
import { explain, type Policy } from "tierwise";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadPolicy } from "../docs/examples/quarterly-review/policy.js";
import { explanation } from "../docs/examples/quarterly-review/report/review.js";
import { showIn } from "../docs/examples/quarterly-review/show.js";
import { wordsOf } from "../docs/examples/quarterly-review/words/index.js";

type Cells = Readonly<Record<string, string>>;

const root = new URL("..", import.meta.url).pathname;
const scratch = mkdtempSync(join(tmpdir(), "tierwise-review-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Ran {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

function start(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const main = join(root, "docs/examples/quarterly-review/main.ts");
    const child = spawn(process.execPath, ["--import", "tsx", main, ...args], { cwd: root });
    let [output, errors] = ["", ""];
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (errors += chunk));
    child.on("close", (code) => resolve({ code, output, errors }));
  });
}

/** A run that must succeed, and what it wrote. */
async function review(name: string, ...args: readonly string[]) {
  const out = join(scratch, name);
  const ran = await start("--out", out, ...args);
  expect(ran.errors).toBe("");
  expect(ran.code).toBe(0);
  const text = (file: string) => readFileSync(join(out, file), "utf8");
  const table = (file: string): readonly Cells[] => parse(text(file), { bom: true, columns: true });
  return {
    output: ran.output,
    text,
    table,
    decisions: table("decisions.csv"),
    statements: table("statements.csv"),
    issues: table("issues.csv"),
    page: text("report.html"),
  };
}

function file(name: string, content: string): string {
  const path = join(scratch, name);
  writeFileSync(path, content);
  return path;
}

/** The numbers of the line that accounts for rows: in, reviewed or people, rejected. */
function accounts(output: string, line: string): readonly number[] {
  const found = output.split("\n").find((one) => one.startsWith(line)) ?? "";
  return (found.match(/\d+/g) ?? []).map(Number);
}

/** Whether the table gives a reason in these words. */
function saying(pattern: RegExp) {
  return ({ why = "" }: Cells) => pattern.test(why);
}

/** What the console says of a kind of thing that happened. */
function happened(output: string, title: string) {
  const lines = output.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`${title}: `));
  const [, count, first] = /: (\d+), the first (.*)$/.exec(lines[start] ?? "") ?? [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => !line.startsWith("  "));
  return { count: Number(count), first, reasons: rest.slice(0, end).map((line) => line.trim()) };
}

const POLICY = {
  format: 1,
  id: "service-desk",
  label: { en: "Service desk <b>", "zh-TW": "服務台" },
  effectiveFrom: "2025-01-01",
  currency: "JPY",
  axes: [
    {
      id: "results",
      indicators: [
        { id: "revenue", weight: "75%", measure: { kind: "attainment", target: 1000 } },
        { id: "calls", weight: "25%", measure: { kind: "attainment" } },
      ],
      bands: [{ id: "short" }, { id: "full", from: 90 }],
    },
    {
      id: "service",
      indicators: [{ id: "complaints", weight: 1, measure: { kind: "rating", from: 10, to: 0 } }],
      bands: [{ id: "poor" }, { id: "fine", from: 50 }],
    },
  ],
  tiers: [{ id: "one" }, { id: "two" }],
  matrix: {
    cells: [
      { at: { results: "short", service: "poor" }, tier: "one" },
      { at: { results: "short", service: "fine" }, move: "stay" },
      { at: { results: "full", service: "poor" }, move: "stay" },
      { at: { results: "full", service: "fine" }, tier: "two" },
    ],
  },
  adjustment: {
    cycle: "month",
    promote: { when: [{ kind: "cell" }] },
    demote: { when: [{ kind: "cell" }] },
    precedence: "demote",
  },
  incentives: [{ use: "commission", on: "revenue", per: "to-date", brackets: [{ rate: "10%" }] }],
};

const made = {} as Awaited<ReturnType<typeof review>>;
beforeAll(async () => {
  Object.assign(made, await review("made-up"));
}, 60_000);

describe("the made-up data", () => {
  test("is said to be made up, on the console, in the page and in the README", () => {
    const readme = readFileSync(join(root, "docs/examples/quarterly-review/README.md"), "utf8");
    for (const text of [made.output, made.page, readme]) expect(text).toMatch(/are made up\b/);
  });

  test("is 48 people over six quarters, with a byte order mark and CRLF", () => {
    const evidence = made.text("evidence.csv");
    expect(evidence.startsWith("\uFEFFperson,period,")).toBe(true);
    expect(evidence.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const rows = made.table("evidence.csv");
    expect(rows.length).toBeGreaterThan(48 * 6);
    expect(new Set(made.decisions.map(({ period }) => period)).size).toBe(6);
    expect(new Set(made.decisions.map(({ person }) => person)).size).toBe(48);
  });

  test("is the same for the same seed, and another for another", async () => {
    const [same, other] = await Promise.all([review("same", "--seed", "1"), review("other", "--seed", "2")]);
    for (const name of ["evidence.csv", "standings.csv", "decisions.csv", "report.html"])
      expect(same.text(name)).toBe(made.text(name));
    expect(other.text("evidence.csv")).not.toBe(made.text("evidence.csv"));
  });

  test("rows in are rows reviewed and rows rejected", () => {
    const rejected = made.issues.filter((row) => row["issue.file"] === "evidence");
    const counts = [made.table("evidence.csv").length, made.decisions.length, rejected.length];
    expect(counts[0]).toBe((counts[1] ?? 0) + (counts[2] ?? 0));
    expect(accounts(made.output, "Evidence")).toEqual(counts);
    expect(accounts(made.output, "Standings")).toEqual([49, 48, 1]);
  });

  test.each([
    ["a cell missing", /^teamwork is empty$/],
    ["a target missing", /^sales\.target is empty$/],
    ["text where a number belongs", /^satisfaction: "n\/a" is not a number/],
    ["Chinese text where a number belongs", /^customers\.actual: "四十" is not a number/],
    ["a formula where a number belongs", /^delivery: "=SUM\(N2:N7\)" is not a number/],
    ["a rating above the scale", /^communication: 6 is not from 1 to 5$/],
    ["a rating below the scale", /^adaptability: 0\.5 is not from 1 to 5$/],
    ["a target of zero", /^sales\.target: a target is above 0, and this is 0$/],
    ["a period that is not", /^period: "2027-Q5" is not a period/],
    ["thousands separators", /^sales\.actual: "[\d,.]+" is not a number .*--number-format 1,234\.56$/],
    ["a copy", /^the row repeats line \d+$/],
    ["a contradiction", /^the row contradicts line \d+, and none of them is used$/],
    ["a person who is not known", /^person: the standings have no "k99"$/],
  ])("%s is rejected with its reason", (_, reason) => {
    expect(made.issues.filter((row) => reason.test(row["issue.reasons"] ?? ""))).not.toEqual([]);
  });

  test("a rejected row is there as it was, with its line", () => {
    const lines = made.text("evidence.csv").split("\r\n");
    const columns = parse(lines[0] ?? "", { bom: true })[0] as readonly string[];
    for (const issue of made.issues.filter((row) => row["issue.file"] === "evidence")) {
      const [cells] = parse(lines[Number(issue["issue.line"]) - 1] ?? "") as readonly string[][];
      expect(columns.map((column) => issue[column]?.replace(/^'/, ""))).toEqual(cells);
    }
  });

  test("a rejected row leaves a gap, and the later quarters go on", () => {
    const gap = made.issues.find(
      (row) => /is empty/.test(row["issue.reasons"] ?? "") && row.period !== "2027-Q4",
    );
    const periods = made.decisions.filter(({ person }) => person === gap?.person).map(({ period }) => period);
    expect(periods).not.toContain(gap?.period);
    expect(periods).toContain("2027-Q4");
  });

  test("the standing is carried along", () => {
    const tiers = new Map(made.table("standings.csv").map(({ person, tier }) => [person, tier]));
    for (const { person, from, to } of made.decisions) {
      expect(from).toBe(tiers.get(person));
      tiers.set(person, to);
    }
    expect(made.decisions.some(({ outcome }) => outcome === "promoted")).toBe(true);
    expect(made.decisions.some(({ outcome }) => outcome === "demoted")).toBe(true);
  });

  test.each<[string, (row: Cells) => boolean, RegExp]>([
    ["promoted", ({ outcome }) => outcome === "promoted", /^Met, condition of promotion: .+ 2 of 2/],
    ["demoted", ({ outcome }) => outcome === "demoted", /^Met, condition of demotion: .+ 2 of 2/],
    ["crossed to another track", ({ outcome }) => outcome === "crossed", /^Met, requirement: training/],
    [
      "refused for want of a place",
      saying(/there is no place/),
      /there is no place in senior manager, rank \d+, number \d+ on the waiting list/,
    ],
    ["improvement plan passed", saying(/improvement plan [^.]* is passed/), /meets no condition of demotion/],
    [
      "improvement plan failed",
      saying(/improvement plan [^.]* is failed/),
      /meets a condition of demotion \(/,
    ],
    [
      "consequence of violations",
      saying(/Violations lead to: (?!no promotion)/),
      /^Violations lead to: warning \(v\d; points \d, needed 1\)/,
    ],
    ["standing changed with the policy", saying(/The tier is kept/), /^The tier is kept at least until 2027/],
  ])("%s: with its reasons in the table, on the console and in the page", (title, isOne, reason) => {
    const rows = made.decisions.filter(isOne);
    expect(rows).not.toEqual([]);
    const { count, first, reasons } = happened(made.output, title);
    expect(count).toBe(rows.length);
    const row = rows.find(({ person, period }) => first === `${person} ${period}`);
    expect(reasons.some((sentence) => reason.test(sentence))).toBe(true);
    for (const sentence of reasons) {
      expect(row?.why).toContain(sentence);
      expect(made.page).toContain(`<span>${sentence}</span>`);
    }
  });

  test("has the matrix with people in it, the movement between tiers, and a career as a line", () => {
    const [matrix = ""] = /<table class="matrix">[\s\S]*?<\/table>/.exec(made.page) ?? [];
    const last = made.decisions.filter(({ period }) => period === "2027-Q4");
    expect(matrix.match(/<li><a /g)).toHaveLength(last.length);
    expect(matrix).toMatch(/<td class="up"[\s\S]*<td class="down"/);
    const [flow = ""] = /<figure class="tiers">[\s\S]*?<\/figure>/.exec(made.page) ?? [];
    for (const way of ["promoted", "demoted", "crossed"])
      expect(flow).toMatch(new RegExp(`<path [^>]*class="flow-${way}"`));
    const [career = ""] = /<template id="career-9">[\s\S]*?<\/template>/.exec(made.page) ?? [];
    expect(career.match(/class="step"/g)).toHaveLength(1);
    expect(career.match(/class="at-crossed"/g)).toHaveLength(1);
    expect(career.match(/class="line-[01]"/g)).toHaveLength(2);
    expect(career).toContain("department manager");
  });

  test("shows grants of equity, plans of training, key accounts and referral rewards", () => {
    const templates = made.page.match(/<template id="review-[\s\S]*?<\/template>/g) ?? [];
    expect(templates).toHaveLength(made.decisions.length);
    expect(templates.filter((one) => !one.includes("<h4>Equity grants</h4>"))).toEqual([]);
    expect(made.page).toMatch(
      /Options of core managers<\/li><li>[^<]*<\/li><li>[\d-]+: 400 options are granted/,
    );
    expect(made.page).toMatch(/<h4>Training plan<\/h4><ul><li>k\d\d: courses: 1, cost: 1500\.00 CNY/);
    const lines = made.statements.map(({ line = "" }) => line.split(".")[0]);
    expect(lines.filter((line) => line === "referral")).toHaveLength(4);
    expect(made.page).toContain("Key accounts: of which");
  });

  test("a course is planned once for each person", () => {
    const plans = made.page.match(/<li>k\d\d: courses: [1-9][^<]*<\/li><li>[^<]*\.<\/li>/g) ?? [];
    expect(plans.length).toBeGreaterThan(20);
    const foundations = plans.filter((plan) => plan.includes("Foundations")).map((plan) => plan.slice(4, 7));
    expect(new Set(foundations).size).toBe(foundations.length);
  });

  test("says what the next version of the policy changes", () => {
    expect(made.page).toContain("What changes in the policy from 2027-07-01 on");
    expect(made.page).toContain("from: 80 becomes 82.");
    expect(made.page).toContain("Limited places");
  });

  test("is reviewed by two versions of the policy, each in its time", () => {
    for (const { period = "", policy } of made.decisions)
      expect(policy).toBe(period < "2027-Q3" ? "2026-07-01" : "2027-07-01");
  });

  test("gives no more senior places than a fifth of the people, but for those who hold one", () => {
    for (const period of new Set(made.decisions.map((row) => row.period))) {
      const rows = made.decisions.filter((row) => row.period === period);
      const before = rows.filter(({ from }) => from === "senior").length;
      const after = rows.filter(({ to }) => to === "senior").length;
      expect(after).toBeLessThanOrEqual(Math.max(Math.floor(rows.length / 5), before));
    }
  });

  test("statements sum to the pay of the decisions, to the cent", () => {
    const cents = (amount = "") => Math.round(Number(amount) * 100);
    const paid = new Map<string, number>();
    for (const { person, period, amount } of made.statements) {
      const key = `${person} ${period}`;
      paid.set(key, (paid.get(key) ?? 0) + cents(amount));
    }
    expect(made.decisions.map(({ pay }) => cents(pay))).toEqual(
      made.decisions.map(({ person, period }) => paid.get(`${person} ${period}`)),
    );
  });

  test("no cell is run as a formula, and negative numbers stay numbers", () => {
    const written = ["decisions.csv", "statements.csv", "issues.csv"];
    const cells = written.flatMap((name) => made.table(name).flatMap((row) => Object.values(row)));
    const leading = cells.filter((cell) => /^[=+\-@\t\r\n]/.test(cell));
    expect(leading.filter((cell) => !/^-\d+(\.\d+)?$/.test(cell))).toEqual([]);
    expect(cells).toContain("'=SUM(N2:N7)");
    expect(cells).toContain("'@admin");
  });

  test("the columns of the console's table are aligned, wide characters and all", () => {
    const lines = made.output.split("\n");
    const start = lines.findIndex((line) => /^-+( +-+)+$/.test(line));
    const table = lines.slice(start - 1, lines.indexOf("", start));
    expect(table).toHaveLength(50);
    expect(new Set(table.map((line) => stringWidth(line))).size).toBe(1);
  });

  test("without a terminal, progress is plain lines", () => {
    expect(made.output.split("\n").slice(0, 4)).toEqual([
      "Reading ...",
      "Reviewing ...",
      "Drawing ...",
      "Writing ...",
    ]);
    expect(made.output).not.toContain("\r");
  });

  test("the page is one file of less than 4 MB that names no other", () => {
    expect(made.page.length).toBeLessThan(4_000_000);
    expect(made.page.match(/https?:|@import|url\(/g)).toBe(null);
    expect(made.page.includes("default-src &#39;none&#39;")).toBe(true);
  });
});

test.each(["en", "zh-CN", "zh-TW"] as const)(
  "the page's groups of sentences are those of explain (%s)",
  (language) => {
    const { document, compiled } = loadPolicy(POLICY as Policy);
    const words = wordsOf(language);
    const reviewed = compiled.review({
      person: { id: "a" },
      period: "2025-01",
      standing: { tier: "one", since: "2025-01-01" },
      evidence: { revenue: 700, calls: { actual: 9, target: 10 }, complaints: 3 },
    });
    const groups = explanation(reviewed, { show: showIn(document, words), words });
    expect(groups.flatMap(({ sentences }) => sentences)).toEqual(
      explain(reviewed, { locale: words.locale }).slice(1),
    );
  },
);

test("a run in Traditional Chinese says all in it, and decides the same", async () => {
  const chinese = await review("zh-TW", "--locale", "zh-TW");
  expect(chinese.page).toContain('<html lang="zh-TW">');
  expect(chinese.output).toContain("所有人員與數字均為虛構");
  expect(chinese.output).toMatch(/佐證：讀入 \d+ 列 = 考核 \d+ 列 \+ 退回 \d+ 列/);
  expect(chinese.issues.map((row) => row["issue.reasons"])).toContain("communication：6 不在 1 至 5 之間");
  expect(chinese.issues.filter((row) => !/\p{Script=Han}/u.test(row["issue.reasons"] ?? ""))).toEqual([]);
  const numbers = ({ person, period, outcome, pay }: Cells) => [person, period, outcome, pay];
  expect(chinese.decisions.map(numbers)).toEqual(made.decisions.map(numbers));
});

test("numbers with thousands separators are read where the run declares them", async () => {
  const declared = await review("declared", "--number-format", "1,234.56");
  expect(declared.decisions.length).toBeGreaterThan(made.decisions.length);
  expect(declared.issues.filter((row) => /--number-format/.test(row["issue.reasons"] ?? ""))).toEqual([]);
});

describe("a policy of other axes, on files of one's own", () => {
  const policy = file("policy.json", `\uFEFF${JSON.stringify(POLICY)}`);
  const standings = file(
    "standings.csv",
    'person;name;tier;since\r\na;"<script>alert(1)</script>";one;2025-01-01\r\nb;=1+1;two;2025-01-01\r\nc;;three;2025-01-01\r\nd;;one;2025-02-01\r\n',
  );
  const evidence = file(
    "evidence.csv",
    [
      "period;person;note;revenue;calls.actual;calls.target;complaints;revenue.toDate",
      "2025-02;a;;1.200,5;10;10;2",
      "2025-01;a;-;500;10;10;2",
      "2025-01;b;\t;100;1;10;10",
      "2025-02;b;;1,200.5;1;10;11;;more;=yet more",
      "2025-Q1;b;;100;1;10;10",
      "2025-03;b;;-100;1;10;10;500",
      "2025-01;c;;100;1;10;10",
      "2024-12;a;;100;1;10;10",
      ";;;;;;",
      "2025-01;d;;100;1;10;10",
    ].join("\n"),
  );
  const args = ["--policy", policy, "--evidence", evidence, "--standings", standings];
  const format = ["--number-format", "1.234,56"];
  const own = {} as Awaited<ReturnType<typeof review>>;
  beforeAll(async () => {
    Object.assign(own, await review("own", ...args, ...format));
  }, 60_000);

  test("reviews each person in the order of periods", () => {
    const rows = own.decisions.map((row) => [
      row.person,
      row.period,
      row["results.score"],
      row.outcome,
      row.to,
      row.pay,
    ]);
    expect(rows).toEqual([
      ["a", "2025-01", "62.50", "retained", "one", "50"],
      ["a", "2025-02", "100.00", "promoted", "two", "120"],
      ["b", "2025-01", "10.00", "demoted", "one", "10"],
      ["b", "2025-03", "2.50", "retained", "one", "-10"],
    ]);
  });

  test("says why the other rows are not used", () => {
    const reasons = own.issues.map((row) => [row["issue.file"], row["issue.line"], row["issue.reasons"]]);
    expect(reasons).toEqual([
      [
        "evidence",
        "5",
        'the row has 10 cells, and the header has 8; revenue: "1,200.5" is not a number written as 1.234,56; it would be one with --number-format 1,234.56; complaints: 11 is not from 0 to 10',
      ],
      ["evidence", "6", 'period: "2025-Q1" is not of the length by which the policy reviews'],
      ["evidence", "8", 'person: the standing of "c" was rejected (line 4)'],
      ["evidence", "9", 'period: no version of the policy holds in "2024-12"'],
      [
        "evidence",
        "10",
        "person is empty; period is empty; revenue is empty; calls is empty; complaints is empty",
      ],
      ["evidence", "11", "the person's tier begins (since) after this period"],
      ["standings", "4", 'tier: "three" is none of one, two'],
    ]);
    expect(accounts(own.output, "Evidence")).toEqual([10, 4, 6]);
    expect(own.output).toContain("Columns that the policy has no use for: note");
    expect(own.issues[0]).toMatchObject({
      "beyond the header 1": "more",
      "beyond the header 2": "'=yet more",
    });
  });

  test("keeps hostile names harmless", () => {
    expect(own.decisions.find(({ person }) => person === "b")?.name).toBe("'=1+1");
    expect(own.decisions.at(-1)?.pay).toBe("-10");
    expect(own.page).not.toContain("<script>alert");
    expect(own.page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(own.page).toContain("<h1>Service desk &lt;b&gt;</h1>");
  });

  test.each([
    ["an unknown option", ["--loud"], /Unknown option '--loud'/],
    ["an unknown locale", ["--locale", "fr"], /--locale is one of en \| zh-CN \| zh-TW, not "fr"/],
    ["an unknown number format", ["--number-format", "1"], /--number-format is one of/],
    ["evidence alone", ["--evidence", evidence], /--evidence needs --standings/],
    ["a policy alone", ["--policy", policy], /--policy needs --evidence and --standings/],
    [
      "a file that is not there",
      ["--evidence", join(scratch, "none.csv"), "--standings", standings],
      /none\.csv: there is no such file/,
    ],
    [
      "a policy that is not JSON",
      ["--policy", evidence, "--evidence", evidence, "--standings", standings],
      /this is not JSON/,
    ],
    [
      "a policy that is not valid",
      [
        "--policy",
        file("bad.json", JSON.stringify({ ...POLICY, format: 2, tiers: [{ id: "a b" }] })),
        ...args.slice(2),
      ],
      /not a valid policy\n.*format: .*\n(.*\n)*.*tiers\[0\]\.id: /,
    ],
    [
      "evidence without the policy's columns",
      ["--evidence", evidence, "--standings", standings],
      /has no column communication, .*\n {2}the policy has no use for note, revenue/,
    ],
    [
      "results written over a file to read",
      [
        ...args.slice(0, 2),
        "--evidence",
        copyOf("decisions.csv", evidence),
        ...args.slice(4),
        "--out",
        scratch,
      ],
      /decisions\.csv is a file to read, and would be written over/,
    ],
    [
      "a file that is not in UTF-8",
      [
        "--evidence",
        evidence,
        "--standings",
        latin1("latin1.csv", "person,name,tier,since\na,Sørensen,one,2025-01-01\n"),
      ],
      /is not in UTF-8/,
    ],
    [
      "a quotation mark that is never closed",
      ["--evidence", file("quote.csv", 'person,period\n"a,2025-01\n'), "--standings", standings],
      /this is not sound CSV/,
    ],
  ])("%s is refused in words, with exit code 1", async (_, given, message) => {
    const { code, errors } = await start(
      ...given,
      ...(given.includes("--out") ? [] : ["--out", join(scratch, "refused")]),
    );
    expect(errors).toMatch(message);
    expect(errors).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });

  test("--help names every option", async () => {
    const { code, output } = await start("--help");
    expect(code).toBe(0);
    for (const option of [
      "policy",
      "evidence",
      "standings",
      "events",
      "out",
      "locale",
      "number-format",
      "seed",
    ])
      expect(output).toContain(`--${option}`);
  });
});

function copyOf(name: string, path: string): string {
  return file(name, readFileSync(path, "utf8"));
}

function latin1(name: string, content: string): string {
  const path = join(scratch, name);
  writeFileSync(path, content, "latin1");
  return path;
}
