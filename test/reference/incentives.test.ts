import { expect, it } from "vitest";
import { startReference } from "./asking.js";
import { differences } from "./compared.js";
import { coverage } from "./coverage/coverage.js";
import type { Asked } from "./generate/incentives/subject.js";
import { SUBJECTS } from "./generate/incentives/subjects.js";
import { randomOf } from "./generate/random.js";
import { python } from "./python.js";

const SEED = Number(process.env.REFERENCE_SEED ?? 20_261_128);
const RESULTS = Number(process.env.REFERENCE_RESULTS ?? 32_065);
/** The calculators alone that are asked, where it is said: `REFERENCE_PAY=commission,basePay`. */
const ASKED = SUBJECTS.filter(({ use }) => process.env.REFERENCE_PAY?.split(",").includes(use) ?? true);
const TIMEOUT = 900_000;

it.skipIf(python === undefined)(
  "an independent reference agrees on every field of what plans of pay come to",
  async () => {
    const random = randomOf(SEED);
    const seen = coverage(Object.assign({}, ...ASKED.map(({ kinds }) => kinds)));
    const reference = startReference("incentives_reference.py");
    const wrong: string[] = [];
    const waiting: Asked[] = [];
    const compare = async (asked: Asked) => {
      const theirs = await reference.answer(`${asked.use}, seed ${SEED}: ${JSON.stringify(asked.config)}`);
      for (const [index, ours] of asked.ours.entries()) {
        const found = disagreements(ours, (theirs as unknown[])[index]);
        if (found.length > 0 && wrong.length < 20)
          wrong.push(
            `${found.slice(0, 5).join("\n")}\n${JSON.stringify(asked.config)}\n${JSON.stringify(asked.inputs[index])}`,
          );
      }
    };

    const whole = ASKED.reduce((sum, { share }) => sum + share, 0);
    let results = 0;
    for (const subject of ASKED) {
      for (let left = Math.ceil((subject.share * RESULTS) / whole); left > 0; ) {
        const { ours, ...asked } = subject.plan(random, seen.count);
        reference.ask({ use: asked.use, config: asked.config, inputs: asked.inputs });
        waiting.push({ ...asked, ours });
        left -= ours.length;
        results += ours.length;
        if (waiting.length > 20) await compare(waiting.shift() as Asked);
      }
    }
    for (const asked of waiting) await compare(asked);
    reference.end();

    console.info(`Reference of pay, seed ${SEED}: ${results} results.\n${seen.print()}`);
    expect(wrong, `seed ${SEED}`).toEqual([]);
    expect(results).toBeGreaterThanOrEqual(RESULTS);
    expect(seen.missing()).toEqual([]);
  },
  TIMEOUT,
);

/** The differences of two results. Of what is wrong with an input the reference names what it comes to first, and the library all at once. */
function disagreements(ours: unknown, theirs: unknown): readonly string[] {
  const [all, first] = [ours, theirs].map((one) => (one as { problems?: readonly string[] }).problems);
  if (all === undefined || first === undefined) return differences(ours, theirs);
  return first.filter((code) => !all.includes(code)).map((code) => `not refused by ${code} but by ${all}`);
}
