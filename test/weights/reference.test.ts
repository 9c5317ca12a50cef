import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { AhpWeights } from "../../src/index.js";
import { calculatorOf, type FactoryName } from "../../src/registry.js";

const SEED = Number(process.env.REFERENCE_SEED ?? 20_260_801);
const TASKS = 400;

interface Task {
  readonly use: FactoryName;
  readonly config: Readonly<Record<string, unknown>> & { readonly decimals: number };
  readonly input: Readonly<Record<string, unknown>>;
}

const python = ["python3", "python"].find((name) => spawnSync(name, ["-c", "import decimal"]).status === 0);
if (python === undefined) console.warn("No Python here: the reference check of the weights is skipped.");

const JUDGEMENTS = ["1/9", "1/7", "1/5", "1/4", "1/3", "1/2", "1", "2", "3", "4", "5", "7", "9", "5/2"];
const USES = [
  "ahp",
  "criticWeights",
  "entropyWeights",
  "standardDeviationWeights",
  "variationWeights",
  "merecWeights",
] as const;

it.skipIf(python === undefined)(
  "an independent reference agrees to the last digit on weights from judgements and data",
  () => {
    const tasks = plan();
    const ours = tasks.map(({ use, config, input }) => {
      const result = calculatorOf(use, config)(input) as AhpWeights;
      const { lambdaMax, index, ratio, worst } = result.consistency ?? {};
      const large = (input.criteria as readonly unknown[]).length > 2;
      return [
        ...result.weights.map(({ weight }) => weight),
        ...[lambdaMax, ...(large ? [index, ratio] : []), worst?.judgement, worst?.implied],
      ]
        .filter((number) => number !== undefined)
        .map((number) => number.toFixed(config.decimals));
    });
    const script = fileURLToPath(new URL("../reference/weights_reference.py", import.meta.url));
    const { stdout, stderr, status } = spawnSync(python as string, [script], {
      input: JSON.stringify(tasks),
      encoding: "utf8",
      maxBuffer: 1e8,
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const theirs = JSON.parse(stdout) as readonly (readonly string[])[];
    const different = tasks
      .map((task, index) => ({ task, ours: ours[index], theirs: theirs[index] }))
      .filter((one) => JSON.stringify(one.ours) !== JSON.stringify(one.theirs));
    console.info(`Reference check of the weights, seed ${SEED}: ${tasks.length} matrices.`);
    expect(different.slice(0, 5)).toEqual([]);
  },
  120_000,
);

function plan(): readonly Task[] {
  let state = BigInt(SEED);
  const upTo = (most: number) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
    return Number((state >> 33n) % BigInt(most));
  };
  const pick = <T>(from: readonly T[]) => from[upTo(from.length)] as T;
  return Array.from({ length: TASKS }, (_, index): Task => {
    const use = USES[index % USES.length] as (typeof USES)[number];
    const decimals = upTo(21);
    const size = 2 + upTo(5);
    if (use === "ahp") {
      const judgements = Array.from({ length: size - 1 }, (_row, row) =>
        Array.from({ length: size - 1 - row }, () => pick(JUDGEMENTS)),
      );
      const criteria = Array.from({ length: size }, (_item, place) => ({ id: `c${place}` }));
      return {
        use,
        config: { decimals, method: pick(["eigenvector", "geometric-mean"]) },
        input: { criteria, judgements },
      };
    }
    const rows = 3 + upTo(6);
    const criteria = Array.from({ length: size }, (_item, place) => ({
      id: `c${place}`,
      kind: pick(["benefit", "cost"]),
      values: Array.from({ length: rows }, (_value, row) => `${row + 1 + upTo(5000)}.${upTo(10)}`),
    }));
    const scalings =
      use === "criticWeights" || use === "standardDeviationWeights"
        ? ["min-max", "sum", "max", "vector", "none"]
        : ["none", "min-max", "max", "sum"];
    return {
      use,
      config: {
        decimals,
        ...(use === "merecWeights" ? {} : { scaling: pick(scalings) }),
        ...(use === "criticWeights" ? { correlation: pick(["pearson", "spearman"]) } : {}),
      },
      input: { criteria },
    };
  });
}
