import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { bandContext, classifier, type Placement } from "../../src/index.js";
import { differences, plain } from "./compared.js";
import { python } from "./python.js";

const SEED = Number(process.env.REFERENCE_SEED ?? 20_261_124);
const GROUPS = Number(process.env.REFERENCE_GROUPS ?? 2_500);
const TIMEOUT = 200_000;

interface Case {
  readonly matrix: Parameters<typeof classifier>[0];
  readonly people: Parameters<ReturnType<typeof bandContext>>[0]["people"];
  readonly context: NonNullable<Parameters<ReturnType<typeof classifier>>[0]["cohort"]>;
  readonly placed: readonly {
    readonly input: Parameters<ReturnType<typeof classifier>>[0];
    readonly expect: unknown;
  }[];
}

it.skipIf(python === undefined)(
  "an independent reference agrees on every group, band, margin and gate",
  () => {
    const { coverage, cases } = runReference();
    const wrong: string[] = [];
    let placed = 0;
    for (const one of cases) {
      const cohort = bandContext(one.matrix)({ people: one.people });
      const classify = classifier(one.matrix);
      const ours = one.placed.map(({ input }) => compared(classify({ ...input, cohort })));
      placed += ours.length;
      const found = [
        ...differences(plain(cohort), one.context),
        ...differences(
          ours,
          one.placed.map((person) => person.expect),
        ),
      ];
      if (found.length > 0 && wrong.length < 20)
        wrong.push(`${found.slice(0, 3).join("\n")}\n${JSON.stringify(one.matrix)}`);
    }
    const counted = Object.entries(coverage).map(([what, count]) => `${what} ${count}`);
    console.info(
      `Classification reference, seed ${SEED}: ${cases.length} groups, ${placed} placements.\n${counted.join(", ")}`,
    );
    expect(wrong, `seed ${SEED}`).toEqual([]);
    expect(Object.entries(coverage).filter(([, count]) => count < GROUPS / 100)).toEqual([]);
    expect(Object.keys(coverage)).toHaveLength(50);
  },
  TIMEOUT,
);

function runReference(): {
  readonly coverage: Readonly<Record<string, number>>;
  readonly cases: readonly Case[];
} {
  const script = new URL("bands_reference.py", import.meta.url).pathname;
  const run = spawnSync(python as string, [script, SEED, GROUPS].map(String), {
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (run.status !== 0) throw new Error(`the reference failed:\n${run.stderr}`);
  return JSON.parse(run.stdout);
}

function compared({ axes, gates, promotionBlocked, vetoed, capTier }: Placement): unknown {
  return plain({ axes, gates, promotionBlocked, vetoed, capTier });
}
