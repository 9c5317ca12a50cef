import { expect, it } from "vitest";
import { startReference } from "./asking.js";
import { differences } from "./compared.js";
import { KINDS } from "./coverage/careers/kinds.js";
import { coverage } from "./coverage/coverage.js";
import { type Career, careerMaker } from "./generate/careers/careers.js";
import { planRules, type RulesPlan } from "./generate/careers/rules.js";
import { names, randomOf } from "./generate/random.js";
import { python } from "./python.js";

const SEED = Number(process.env.REFERENCE_SEED ?? 20_260_902);
const CAREERS = Number(process.env.REFERENCE_CAREERS ?? 5_000);
const CAREERS_PER_RULES = 5;
const TIMEOUT = 900_000;

it.skipIf(python === undefined)(
  "an independent reference agrees on every field of the decisions of whole careers",
  async () => {
    const random = randomOf(SEED);
    const seen = coverage(KINDS);
    const reference = startReference("careers_reference.py");
    const wrong: string[] = [];
    let reviews = 0;
    const compare = async ({ plan, careers }: Asked) => {
      const theirs = await reference.answer(`${plan.id}, seed ${SEED}`);
      reviews += careers.reduce((sum, { ours }) => sum + ours.length, 0);
      const found = differences(
        careers.map(({ ours }) => ours),
        theirs,
      );
      if (found.length > 0 && wrong.length < 20) wrong.push(`${plan.id}: ${found.slice(0, 5).join("\n")}`);
    };

    const waiting: Asked[] = [];
    for (const id of names("rules-", Math.ceil(CAREERS / CAREERS_PER_RULES))) {
      const plan = planRules(random, id);
      const careers = names("", CAREERS_PER_RULES).map(careerMaker(random, plan, seen.count));
      const given = careers.map(({ ours: _ours, ...career }) => career);
      reference.ask({ matrix: plan.matrix, rules: plan.rules, careers: given });
      waiting.push({ plan, careers });
      if (waiting.length > 10) await compare(waiting.shift() as Asked);
    }
    for (const asked of waiting) await compare(asked);
    reference.end();

    console.info(`Reference of careers, seed ${SEED}: ${reviews} reviews.\n${seen.print()}`);
    expect(wrong, `seed ${SEED}`).toEqual([]);
    expect(reviews).toBeGreaterThanOrEqual(CAREERS * 12);
    expect(seen.missing()).toEqual([]);
  },
  TIMEOUT,
);

interface Asked {
  readonly plan: RulesPlan;
  readonly careers: readonly Career[];
}
