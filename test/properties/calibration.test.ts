import fc from "fast-check";
import { expect, test } from "vitest";
import { type CalibrationConfig, type CalibrationInput, calibration } from "../../src/index.js";

const BANDS = ["low", "middle", "high"];
const axes = ["x", "y"].map((id) => ({ id, bands: BANDS.map((band) => ({ id: band })) }));
const band = fc.constantFrom(...BANDS);
const bound = fc.oneof(
  fc.nat({ max: 6 }).map((count) => ({ count })),
  fc.nat({ max: 10 }).map((parts) => ({ share: `${parts}/10` })),
);
const at = fc.oneof(
  fc.record({ x: band }),
  fc.record({ y: band }),
  fc.record({ x: band, y: band }),
) as fc.Arbitrary<Record<string, string>>;

const configs = fc
  .record(
    {
      mostSteps: fc.nat({ max: 2 }),
      mostPeople: bound,
      quotas: fc.array(fc.record({ at, most: bound }), { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ["mostSteps"] },
  )
  .map((limits): CalibrationConfig => ({ axes, ...limits }));

const inputs = fc
  .array(fc.record({ bands: fc.record({ x: band, y: band }), to: fc.option(at, { freq: 1 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map(
    (list): CalibrationInput => ({
      people: list.map(({ bands }, index) => ({ id: `p${index}`, bands })),
      changes: list.flatMap(({ to }, index) =>
        to === null ? [] : [{ person: `p${index}`, to, reason: "why", by: "who", on: "2026-07-01" }],
      ),
    }),
  );

const RUNS = { numRuns: 2000 };

function limitOf(
  { count, share }: { readonly count?: number | undefined; readonly share?: unknown },
  people: number,
) {
  return count ?? Math.floor((Number(String(share).split("/")[0]) * people) / 10);
}

test("what is accepted keeps all limits, and what is refused breaks one", () => {
  let accepted = 0;
  fc.assert(
    fc.property(configs, inputs, (config, input) => {
      const { people, changes } = input;
      const after = people.map(
        ({ id, bands }): Record<string, string> => ({
          ...bands,
          ...changes.find(({ person }) => person === id)?.to,
        }),
      );
      const before = (id: string): Record<string, string> => people.find((one) => one.id === id)?.bands ?? {};
      const steps = changes.map(({ person, to }) =>
        Object.entries(to).map(([axis, band]) =>
          Math.abs(BANDS.indexOf(band) - BANDS.indexOf(before(person)[axis] ?? "")),
        ),
      );
      const keeps =
        steps.every(
          (list) => list.some((one) => one > 0) && list.every((one) => one <= (config.mostSteps ?? 1)),
        ) &&
        (config.mostPeople === undefined || changes.length <= limitOf(config.mostPeople, people.length)) &&
        (config.quotas ?? []).every(
          ({ at: where, most = {} }) =>
            after.filter((bands) => Object.entries(where).every(([axis, band]) => bands[axis] === band))
              .length <= limitOf(most, people.length),
        );
      const outcome = calibration(config).safe(input);
      expect(outcome.ok).toBe(keeps);
      if (!outcome.ok) return;
      accepted += 1;
      expect(outcome.value.people.map((one) => one.after)).toEqual(after);
      expect(outcome.value.people.map((one) => one.before)).toEqual(people.map(({ bands }) => bands));
      expect(outcome.value.moved).toBe(changes.length);
    }),
    RUNS,
  );
  expect(accepted).toBeGreaterThan(200);
});

test("the order of people and changes does not matter", () => {
  fc.assert(
    fc.property(configs, inputs, (config, { people, changes }) => {
      const calibrate = calibration(config);
      const one = calibrate.safe({ people, changes });
      const other = calibrate.safe({ people: [...people].reverse(), changes: [...changes].reverse() });
      expect(one.ok).toBe(other.ok);
      if (one.ok && other.ok) expect([...other.value.people].reverse()).toEqual(one.value.people);
    }),
    { ...RUNS, numRuns: 500 },
  );
});
