import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { cohortContext, type InsufficientEvidence, type Score, scorer } from "../../src/index.js";
import { differences, plain } from "./compared.js";
import { python } from "./python.js";

const SEED = Number(process.env.REFERENCE_SEED ?? 20_261_123);
const SCHEMAS = Number(process.env.REFERENCE_SCHEMAS ?? 4_000);
const PEOPLE_PER_SCHEMA = 5;
const TIMEOUT = 400_000;

interface Case {
  readonly schema: Parameters<typeof scorer>[0];
  readonly cohortPeople?: Parameters<ReturnType<typeof cohortContext>>[0]["people"];
  readonly context?: unknown;
  readonly people: readonly {
    readonly input: Parameters<ReturnType<typeof scorer>>[0];
    readonly expect: unknown;
  }[];
}

it.skipIf(python === undefined)(
  "an independent reference agrees on every score to the last digit",
  () => {
    const { coverage, cases } = runReference();
    const wrong: string[] = [];
    let people = 0;
    for (const one of cases) {
      const made = scorer(one.schema);
      const ours = one.people.map(({ input }) => compared(made(input)));
      people += ours.length;
      const context = one.cohortPeople && plain(cohortContext(one.schema)({ people: one.cohortPeople }));
      const found = [
        ...differences(context, one.context),
        ...differences(
          ours,
          one.people.map((person) => person.expect),
        ),
      ];
      if (found.length > 0 && wrong.length < 20)
        wrong.push(`${found.slice(0, 3).join("\n")}\n${JSON.stringify(one.schema)}`);
    }
    const counted = Object.entries(coverage).map(([kind, count]) => `${kind} ${count}`);
    console.info(
      `Scoring reference, seed ${SEED}: ${cases.length} schemas, ${people} people.\n${counted.join(", ")}`,
    );
    expect(wrong, `seed ${SEED}`).toEqual([]);
    expect(people).toBeGreaterThanOrEqual(SCHEMAS * PEOPLE_PER_SCHEMA);
  },
  TIMEOUT,
);

/** The reference makes the schemas and the people, and says what must come out; it fails where a kind is not covered. */
function runReference(): {
  readonly coverage: Readonly<Record<string, number>>;
  readonly cases: readonly Case[];
} {
  const script = new URL("scoring_reference.py", import.meta.url).pathname;
  const args = [script, SEED, SCHEMAS, PEOPLE_PER_SCHEMA].map(String);
  const run = spawnSync(python as string, args, { encoding: "utf8", maxBuffer: 2 ** 30 });
  if (run.status !== 0) throw new Error(`the reference failed:\n${run.stderr}`);
  return JSON.parse(run.stdout);
}

/** What is compared of a result: all numbers but raw values and the trace, in the shape in which the reference writes them. */
function compared(result: Score | InsufficientEvidence): unknown {
  if (result.kind === "insufficient-evidence") {
    const { kind, because, coverage, missing } = result;
    return plain({ kind, because, coverage, missing: missing.map(({ id }) => id) });
  }
  const { trace: _trace, indicators, groups, extras, limitedBy, ...rest } = result;
  return plain({
    ...rest,
    ...comparedLimit(limitedBy),
    indicators: indicators.map(
      ({
        raw: _raw,
        label: _label,
        rawLabels: _labels,
        rawDescription: _says,
        targetRow: _row,
        ...found
      }) => {
        const { raters, parts, limitedBy: limit, ...own } = found;
        return {
          ...own,
          ...comparedRaters(raters),
          ...comparedLimit(limit),
          ...(parts === undefined
            ? {}
            : {
                parts: parts.map(
                  ({ id, score, weight, missing, raters: partRaters, limitedBy: partLimit }) => ({
                    id,
                    score,
                    weight,
                    missing,
                    ...comparedRaters(partRaters),
                    ...comparedLimit(partLimit),
                  }),
                ),
              }),
        };
      },
    ),
    groups: groups.map(({ id, weight, score, points }) => ({ id, weight, score, points })),
    extras: extras.map(({ id, points }) => ({ id, points })),
  });
}

function comparedLimit(limitedBy: Score["limitedBy"]) {
  if (limitedBy === undefined) return {};
  const { label: _label, ...limit } = limitedBy;
  return { limitedBy: limit };
}

function comparedRaters(raters: Score["indicators"][number]["raters"]) {
  if (raters === undefined) return {};
  const none = raters.every(({ weight }) => weight.isZero());
  return {
    raters: raters.map(({ label: _label, ratings, notObserved, minimum, weight, ...own }) => ({
      ...own,
      ratings: String(ratings),
      notObserved: String(notObserved),
      minimum: String(minimum),
      ...(none || own.outcome === "dropped" ? {} : { weight }),
    })),
  };
}
