import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { Decimal } from "decimal.js";
import { bandContext, checkPolicy, compilePolicy, explain, type Label, labelText } from "tierwise";
import { en, zhCN } from "tierwise/locales";
import { describe, expect, test } from "vitest";
import { RULE_BOOKS, readBook, runCareer } from "../docs/examples/rule-books/books.js";
import { compare } from "./case-runner.js";

const root = new URL("..", import.meta.url).pathname;

/** Warnings that are true and meant, with the reason. */
const ACCEPTED: { readonly [book in (typeof RULE_BOOKS)[number]]?: readonly string[] } = {
  // The highest rank goes by selection, which is an appointment.
  "police-ranks": ["tier-unreachable tiers.12"],
  // The way out of the highest grade of the rank is in another act.
  "civil-service-appraisal": ["tier-dead-end tiers.3"],
  // How clubs leave the third league is in its own rules.
  "league-promotion": ["tier-dead-end tiers.0"],
};

describe.each(RULE_BOOKS)("%s", (name) => {
  const book = readBook(name);
  const policy = compilePolicy(book.policy);

  test("has only the warnings that are meant", () => {
    const warnings = checkPolicy(book.policy).map(({ code, path }) => `${code} ${path.join(".")}`);
    expect(warnings).toEqual(ACCEPTED[name] ?? []);
  });

  describe.each(book.careers)("$id", (career) => {
    const reviews = runCareer(policy, book, career);

    test.each(career.reviews.map((review, index) => [review.period, review.expect, index] as const))(
      "%s comes out as expected",
      (_period, wanted, index) => {
        expect(compare(wanted, reviews[index]?.decision, [], new Decimal(0))).toEqual([]);
      },
    );

    test.each([en, zhCN])("is explained in $languageTag", (locale) => {
      for (const review of reviews) expect(explain(review, { locale }).length).toBeGreaterThan(2);
    });
  });
});

describe("the leagues", () => {
  const book = readBook("league-promotion");
  const policy = compilePolicy(book.policy);
  const LEAGUES = ["first", "second"] as const;
  /** The sixteenth who lost their play-offs; those of the first league won theirs. */
  const LOST = ["2021 osnabruck", "2022 dynamo-dresden", "2023 arminia-bielefeld"];
  const clubs = (group: string) => book.groups[group]?.people ?? [];

  test.each(["2021", "2022", "2023"])("%s: every club plays on where it really did", (period) => {
    const moved = LEAGUES.flatMap((league) => {
      const bands = bandContext(policy.parts.matrix)({ people: clubs(`${league}-${period}`) });
      return clubs(`${league}-${period}`).map(({ id, scores }) => {
        const certificates = ["licence", ...(LOST.includes(`${period} ${id}`) ? ["play-off-lost"] : [])];
        const standing = { tier: `${league}-league`, since: "2020-07-01" };
        const evidence = { points: scores.season ?? "" };
        const review = policy.review({ person: { id }, period, evidence, certificates, bands, standing });
        return `${id} ${review.decision.to}`;
      });
    });
    const next = LEAGUES.flatMap((league) =>
      clubs(`${league}-${Number(period) + 1}`).map(({ id }) => `${id} ${league}-league`),
    );
    const stayed = moved.filter((one) => !one.endsWith("third-league"));
    expect(stayed).toHaveLength(33);
    expect(next).toEqual(expect.arrayContaining(stayed));
  });
});

describe("the program", () => {
  test.each([[], ["zh-CN"]])("prints every career with its reasons (%s)", async (...args: string[]) => {
    const main = join(root, "docs/examples/rule-books/main.ts");
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ["--import", "tsx", main, ...args], { cwd: root });
    const lines = stdout.split("\n");
    for (const { policy, careers } of RULE_BOOKS.map(readBook)) {
      const text = (label: Label | undefined) => labelText(label, args[0] ?? "en", "");
      expect(lines).toContain(`# ${text(policy.label)}`);
      for (const { label, invented } of careers)
        expect(lines).toContain(`## ${text(label)}${invented ? " (invented)" : ""}`);
    }
  });
});

test("the README tells of every rule book", () => {
  const readme = readFileSync(join(root, "docs/examples/rule-books/README.md"), "utf8");
  for (const name of RULE_BOOKS) {
    expect(readme).toContain(`| [${name}](#${name}) |`);
    expect(readme.split("\n")).toContain(`## ${name}`);
  }
});
