import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { differences } from "./compared.js";
import { type Career, planCareer, reviewer } from "./generate/careers/careers.js";
import { planRules, type RulesPlan } from "./generate/careers/rules.js";
import { randomOf } from "./generate/random.js";
import { python } from "./python.js";

const SEED = Number(process.env.REFERENCE_SEED ?? 20_260_902);
const CAREERS = Number(process.env.REFERENCE_CAREERS ?? 5_000);
const CAREERS_PER_RULES = 5;
const PERIODS = 12;
const TIMEOUT = 600_000;

it.skipIf(python === undefined)(
  "an independent reference agrees on every field of the decisions of whole careers",
  () => {
    const random = randomOf(SEED);
    const plans = Array.from({ length: Math.ceil(CAREERS / CAREERS_PER_RULES) }, (_, index) =>
      planRules(random, `rules-${index}`),
    );
    const careers = plans.flatMap((plan) => {
      const review = reviewer(plan);
      return Array.from({ length: CAREERS_PER_RULES }, () => planCareer(random, plan, review, PERIODS));
    });
    const theirs = runReference(plans, careers);
    const wrong = careers.flatMap(({ ours }, index) =>
      ours
        .flatMap((one, place) => {
          const found = differences(one, theirs[index]?.[place]);
          return found.map((difference) => `career ${index}, review ${place}: ${difference}`).slice(0, 5);
        })
        .slice(0, 5),
    );
    expect(wrong.slice(0, 20), `seed ${SEED}, ${wrong.length} differences`).toEqual([]);
  },
  TIMEOUT,
);

/** Has the reference compute the same careers; what went in and out stays where it is written if it cannot. */
function runReference(plans: readonly RulesPlan[], careers: readonly Career[]): readonly unknown[][] {
  const folder = mkdtempSync(join(tmpdir(), "tierwise-careers-"));
  const file = (name: string) => join(folder, `${name}.json`);
  writeFileSync(file("rules"), JSON.stringify(plans.map(({ id, matrix, rules }) => ({ id, matrix, rules }))));
  writeFileSync(file("careers"), JSON.stringify(careers.map(({ ours: _ours, ...given }) => given)));
  const script = new URL("careers_reference.py", import.meta.url).pathname;
  const run = spawnSync(python as string, [script, file("rules"), file("careers"), file("results")], {
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`the reference failed on ${folder}:\n${run.stderr}`);
  const results = JSON.parse(readFileSync(file("results"), "utf8"));
  rmSync(folder, { recursive: true });
  return results;
}
