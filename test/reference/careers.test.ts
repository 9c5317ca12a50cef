import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
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
    const reference = startReference();
    const wrong: string[] = [];
    let reviews = 0;
    const compare = async ({ plan, careers }: Asked) => {
      const theirs = await reference.answer(plan.id);
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
      reference.ask(plan, careers);
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

/** Has the reference compute the same careers, a line for each set of rules. */
function startReference() {
  const script = new URL("careers_reference.py", import.meta.url).pathname;
  const child = spawn(python as string, [script]);
  let said = "";
  child.stderr.on("data", (data) => {
    said += data;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    ask({ matrix, rules }: RulesPlan, careers: readonly Career[]) {
      const given = careers.map(({ ours: _ours, ...career }) => career);
      child.stdin.write(`${JSON.stringify({ matrix, rules, careers: given })}\n`);
    },
    async answer(id: string): Promise<unknown> {
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`the reference failed on ${id}, seed ${SEED}:\n${said}`);
      return JSON.parse(value);
    },
    end: () => child.stdin.end(),
  };
}
