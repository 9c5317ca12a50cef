import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UNIT_ROUNDINGS } from "../../src/incentives/equity/unit-rounding.js";
import {
  type Holding,
  type UnitRounding,
  type Vesting,
  type VestingConfig,
  type VestingInput,
  vesting,
} from "../../src/index.js";
import { asJson, decimalText, total, wide } from "./exact.js";

type Events = NonNullable<VestingInput["events"]>;
type Event = Events[number];

const DAY = 86_400_000;
const dayOf = (from: string, days: number) =>
  new Date(Date.parse(from) + days * DAY).toISOString().slice(0, 10);

const part = fc.oneof(
  fc.record({ months: fc.integer({ min: 1, max: 12 }), times: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ days: fc.integer({ min: 1, max: 200 }), times: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ months: fc.constant(0) }),
  fc.record({ on: fc.integer({ min: 0, max: 2000 }).map((days) => dayOf("2020-01-01", days)) }),
  fc.record({ milestone: fc.constantFrom("listing", "sale") }),
);
const schedule = fc
  .array(fc.tuple(part, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 4 })
  .map((parts) => {
    const all = parts.reduce((sum, [, weight]) => sum + weight, 0);
    return parts.map(([one, weight]) => ({ ...one, share: `${weight}/${all}` }));
  });
const early = fc.oneof(
  fc.record({
    share: fc.constantFrom("50%", "1/3", 1),
    taking: fc.constantFrom("each" as const, "earliest" as const, "latest" as const),
  }),
  fc.record({ months: fc.integer({ min: 1, max: 24 }) }),
);
const terms: fc.Arbitrary<VestingConfig> = fc
  .record({
    schedule,
    cliff: fc.option(fc.record({ months: fc.integer({ min: 0, max: 14 }) }), { nil: undefined }),
    day: fc.constantFrom("start-day" as const, "day-before-start-day" as const, 1, 15, 28, 29, 30, 31),
    unitRounding: fc.constantFrom<UnitRounding>(...UNIT_ROUNDINGS),
    heldUntil: fc.option(fc.constant(["listing"]), { nil: undefined }),
    performance: fc.option(fc.constant({ rounding: "half-up" as const }), { nil: undefined }),
    leave: fc.option(
      fc.record({
        shifts: fc.constantFrom("days" as const, "months" as const),
        leastDays: fc.integer({ min: 1, max: 40 }),
        graceDays: fc.integer({ min: 0, max: 40 }),
      }),
      { nil: undefined },
    ),
    single: fc.option(early, { nil: undefined }),
    double: fc.option(early, { nil: undefined }),
    left: fc.option(early, { nil: undefined }),
    keepsServed: fc.boolean(),
  })
  .map(({ single, double, left, keepsServed, ...rest }) => ({
    ...rest,
    acceleration: [
      { milestone: "sale", months: 1 },
      ...(single === undefined ? [] : [{ milestone: "sale", ...single }]),
      ...(double === undefined
        ? []
        : [{ milestone: "sale", reasons: ["dismissed"], withinMonths: 12, ...double }]),
    ],
    termination: [
      {
        reasons: ["dismissed"],
        keepsServed,
        exercise: { days: 90 },
        ...(left === undefined ? {} : { accelerate: left }),
      },
      { exercise: { months: 3 } },
    ],
  }));

/** What may happen, each so many days after what happened before. */
const happening: fc.Arbitrary<readonly [number, (on: string) => Event]> = fc
  .tuple(
    fc.integer({ min: 0, max: 250 }),
    fc.oneof(
      fc.integer({ min: 0, max: 100 }).map((days) => (on: string) => ({
        kind: "leave" as const,
        on,
        to: dayOf(on, days),
      })),
      fc
        .constantFrom("listing", "sale")
        .map((milestone) => (on: string) => ({ kind: "milestone" as const, on, milestone })),
      fc
        .tuple(decimalText({ min: 0, max: 2, decimals: 2 }), fc.option(fc.constant([1]), { nil: undefined }))
        .map(([factor, tranches]) => (on: string) => ({
          kind: "performance" as const,
          on,
          factor,
          ...(tranches === undefined ? {} : { tranches }),
        })),
      early.map((one) => (on: string) => ({ kind: "accelerate" as const, on, ...one })),
      fc
        .constantFrom("dismissed", "resigned")
        .map((reason) => (on: string) => ({ kind: "terminate" as const, on, reason })),
      fc
        .integer({ min: 1, max: 300 })
        .map((units) => (on: string) => ({ kind: "exercise" as const, on, units })),
    ),
  )
  .map(([gap, make]) => [gap, make] as const);

const life = fc.record({
  config: terms,
  units: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 1_000_000 })),
  instrument: fc.constantFrom("options" as const, "restricted-units" as const),
  granted: fc.integer({ min: 0, max: 800 }).map((days) => dayOf("2020-01-01", days)),
  earlier: fc.integer({ min: 0, max: 400 }),
  term: fc.option(fc.integer({ min: 100, max: 4000 }), { nil: undefined }),
  happenings: fc.array(happening, { maxLength: 8 }),
});

/** The events of a life, one after another, without those that its terms do not allow. */
function eventsOf({ config, units, instrument, granted, earlier, term, happenings }: LifeOf): Events {
  const vest = vesting(config);
  const grant: Event = {
    kind: "grant",
    on: granted,
    units,
    instrument,
    start: dayOf(granted, -earlier),
    ...(term === undefined ? {} : { expires: dayOf(granted, term) }),
  };
  const events: Event[] = [grant];
  let day = granted;
  for (const [gap, make] of happenings) {
    const event = make(dayOf(day, gap));
    if (!vest.safe({ events: [...events, event] }).ok) continue;
    events.push(event);
    day = event.on;
  }
  return events;
}

type LifeOf = typeof life extends fc.Arbitrary<infer T> ? T : never;

/** What must be so on every day. */
function expectSums({ units, tranches, holding }: Vesting): void {
  const { adjusted, vested, unvested, forfeited, exercised, exercisable, lapsed } = units;
  expect(total([vested, unvested, forfeited]).eq(wide(adjusted))).toBe(true);
  expect(total(tranches.map((one) => one.units)).eq(wide(adjusted))).toBe(true);
  for (const part of Object.values(units)) expect(wide(part).gte(0)).toBe(true);
  if (holding.grant.instrument === "options")
    expect(total([exercised, exercisable, lapsed]).eq(wide(vested))).toBe(true);
  else expect(total([exercised, exercisable, lapsed]).eq(0)).toBe(true);
}

const SOME = { numRuns: 150 };

describe("the life of a grant", () => {
  test("vested, unvested and forfeited sum to the grant after its performance, and vested never falls, after every event and on every day", () => {
    fc.assert(
      fc.property(life, fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 5 }), (one, looks) => {
        const vest = vesting(one.config);
        const events = eventsOf(one);
        let holding: Holding | undefined;
        let before = wide(0);
        for (const event of events) {
          const result: Vesting = vest({ ...(holding === undefined ? {} : { holding }), events: [event] });
          expectSums(result);
          expect(wide(result.units.vested).gte(before)).toBe(true);
          before = wide(result.units.vested);
          holding = result.holding;
        }
        let day = holding?.through ?? "";
        for (const gap of looks) {
          day = dayOf(day, gap);
          const result = vest({ holding: holding as Holding, at: day });
          expectSums(result);
          expect(wide(result.units.vested).gte(before)).toBe(true);
          before = wide(result.units.vested);
        }
      }),
      SOME,
    );
  });

  test("a fold that is split anywhere, through JSON, ends the same", () => {
    fc.assert(
      fc.property(life, fc.nat(), (one, nat) => {
        const vest = vesting(one.config);
        const events = eventsOf(one);
        const whole = vest({ events });
        const cut = 1 + (nat % events.length);
        const first = vest({ events: events.slice(0, cut) });
        const rest = vest({
          holding: asJson(first.holding) as unknown as Holding,
          events: events.slice(cut),
        });
        expect(asJson(rest)).toEqual(asJson(whole));
      }),
      SOME,
    );
  });

  test("without performance the grant stays as large as it was made; a factor multiplies what is not vested, rounded once", () => {
    fc.assert(
      fc.property(life, decimalText({ min: 0, max: 3, decimals: 3 }), (one, factor) => {
        const vest = vesting(one.config);
        const events = eventsOf(one).filter(({ kind }) => kind !== "performance" && kind !== "exercise");
        const result = vest.safe({ events });
        if (!result.ok) return;
        const { units, holding } = result.value;
        expect(wide(units.adjusted).eq(one.units)).toBe(true);
        const on = holding.through;
        const after = vest({ holding, events: [{ kind: "performance", on, factor }] }).units;
        expect(wide(after.vested).eq(wide(units.vested))).toBe(true);
        const exact = wide(units.unvested).times(factor);
        const step = one.config.unitRounding === "fractional" ? "1e-10" : "1";
        expect(wide(after.unvested).minus(exact).abs().lt(step)).toBe(true);
      }),
      SOME,
    );
  });
});

describe("every rounding of units", () => {
  const plain = fc.record({ schedule, units: fc.integer({ min: 1, max: 100_000 }) });

  test.each([...UNIT_ROUNDINGS])(
    "%s: tranches sum to the grant, and each is near its exact share",
    (unitRounding) => {
      fc.assert(
        fc.property(plain, ({ schedule: parts, units }) => {
          const { tranches } = vesting({ schedule: parts, unitRounding })({
            events: [{ kind: "grant", on: "2020-01-01", units }],
          });
          expect(total(tranches.map((one) => one.units)).eq(units)).toBe(true);
          const cumulative = unitRounding.startsWith("cumulative") || unitRounding === "fractional";
          const loaded = unitRounding === "front-loaded" || unitRounding === "back-loaded";
          let sum = wide(0);
          let exactSum = wide(0);
          for (const { exact, got } of withShares(parts, units, tranches)) {
            exactSum = exactSum.plus(exact);
            sum = sum.plus(got);
            if (cumulative) expect(sum.minus(exactSum).abs().lt(1)).toBe(true);
            if (loaded) expect(got.minus(exact).abs().lt(1)).toBe(true);
          }
        }),
        { ...SOME, numRuns: 60 },
      );
    },
  );
});

/** Each tranche with its exact share. */
function withShares(
  parts: readonly { readonly share: string; readonly times?: number }[],
  units: number,
  tranches: Vesting["tranches"],
) {
  const exact = parts.flatMap(({ share, times = 1 }) => {
    const [top = "1", bottom = "1"] = share.split("/");
    return Array.from({ length: times }, () => wide(units).times(top).div(bottom).div(times));
  });
  return tranches.map((one, index) => ({ exact: exact[index] ?? wide(0), got: wide(one.units) }));
}

test("a cliff holds back and changes nothing after it", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 1, max: 36 }),
      fc.constantFrom<UnitRounding>(...UNIT_ROUNDINGS),
      fc.integer({ min: 0, max: 1600 }),
      (units, months, unitRounding, days) => {
        const parts = [{ months: 1, times: 48 }];
        const events: Events = [{ kind: "grant", on: "2020-01-31", units }];
        const at = dayOf("2020-01-31", days);
        const [with_, without] = [{ cliff: { months } }, {}].map((cliff) =>
          vesting({ schedule: parts, unitRounding, ...cliff })({ events, at }),
        ) as [Vesting, Vesting];
        const cliffDay = with_.tranches[0]?.on ?? "";
        const expected = at < cliffDay ? wide(0) : wide(without.units.vested);
        expect(wide(with_.units.vested).eq(expected)).toBe(true);
      },
    ),
    SOME,
  );
});
