import fc from "fast-check";
import { expect, test } from "vitest";
import { allocation } from "../../src/index.js";
import { apportion, compareIds } from "../../src/kernel/apportion.js";
import { apportionWithin, fill } from "../../src/kernel/bounded-apportion.js";
import { type Rational, rational, rationalText } from "../../src/kernel/rational.js";
import { total } from "./exact.js";

interface Row {
  readonly weight: number;
  readonly least: number;
  readonly most?: number;
}

const row: fc.Arbitrary<Row> = fc
  .tuple(
    fc.integer({ min: 0, max: 6 }),
    fc.integer({ min: 0, max: 12 }),
    fc.option(fc.integer({ min: 0, max: 30 })),
  )
  .map(([weight, least, room]) => ({ weight, least, ...(room === null ? {} : { most: least + room }) }));
const rows = fc.array(row, { minLength: 1, maxLength: 5 });
const amount = fc.integer({ min: 0, max: 120 });
const leastOf = (list: readonly Row[]) => list.reduce((all, { least }) => all + least, 0);

/** The shares of `list`, whose bounds are in parts of `unit`. */
function sharesOf(list: readonly Row[], unit = 1) {
  return list.map(({ weight, least, most }, index) => ({
    id: `p${index}`,
    share: rational(BigInt(weight)),
    least: rational(BigInt(least), BigInt(unit)),
    ...(most === undefined ? {} : { most: rational(BigInt(most), BigInt(unit)) }),
  }));
}

type Held = "least" | "most" | "free";

/** All ways to say of each row whether it has its least, its most or neither. */
function ways(list: readonly Row[]): readonly (readonly Held[])[] {
  return list.reduce<readonly (readonly Held[])[]>(
    (all, { most }) =>
      all.flatMap((way) =>
        (most === undefined ? (["least", "free"] as const) : (["least", "most", "free"] as const)).map(
          (held) => [...way, held],
        ),
      ),
    [[]],
  );
}

/**
 * The parts by trying every way: what those without a bound share by weight must be within their bounds, and whoever has a bound would break it at that rate. As texts of
 * fractions; one for each way that fits.
 */
function byTrying(whole: number, list: readonly Row[]): Set<string> {
  const found = new Set<string>();
  for (const way of ways(list)) {
    let [rest, weights] = [whole, 0];
    for (const [index, { weight, least, most = 0 }] of list.entries()) {
      if (way[index] === "free") weights += weight;
      else rest -= way[index] === "least" ? least : most;
    }
    const free = list.filter((_, index) => way[index] === "free");
    if (rest < 0 || (weights === 0 && rest > 0)) continue;
    // The rate is rest / weights; where nobody is free, any rate that all bounds allow.
    const fits = (rate: readonly [number, number]) =>
      list.every(({ weight, least, most = Number.POSITIVE_INFINITY }, index) => {
        const at = weight * rate[0];
        if (way[index] === "least") return at <= least * rate[1];
        if (way[index] === "most") return at >= most * rate[1];
        return at >= least * rate[1] && at <= most * rate[1];
      });
    const rates: (readonly [number, number])[] =
      weights > 0
        ? [[rest, weights]]
        : list.flatMap(({ weight, least, most = 0 }) =>
            weight === 0
              ? [[0, 1] as const]
              : [[0, 1] as const, [least, weight] as const, [most, weight] as const],
          );
    const rate = rates.find(fits);
    if (rate === undefined || (free.length > 0 && weights === 0 && free.some(({ least }) => least > 0)))
      continue;
    const parts = list.map(({ weight, least, most = 0 }, index): Rational => {
      if (way[index] === "least") return rational(BigInt(least));
      if (way[index] === "most") return rational(BigInt(most));
      return weights === 0 ? rational(0n) : rational(BigInt(weight * rest), BigInt(weights));
    });
    found.add(parts.map(rationalText).join(" "));
  }
  return found;
}

test("the parts are the only ones that share by weight within the bounds", () => {
  fc.assert(
    fc.property(amount, rows, (whole, list) => {
      const filling = fill(rational(BigInt(whole)), sharesOf(list));
      if (leastOf(list) > whole) {
        expect(filling).toBeUndefined();
        return;
      }
      const parts = filling?.parts.map((part) => rationalText(part.amount)).join(" ");
      const most = list.reduce(
        (all, { weight, least, most: top = Number.POSITIVE_INFINITY }) => all + (weight === 0 ? least : top),
        0,
      );
      if (most < whole) {
        expect(filling?.left).toEqual(rational(BigInt(whole - most)));
        expect(parts).toBe(
          list.map(({ weight, least, most: top }) => (weight === 0 ? least : top)).join(" "),
        );
      } else {
        expect(filling?.left.n).toBe(0n);
        expect([...byTrying(whole, list)]).toEqual([parts]);
      }
    }),
    { numRuns: 2000 },
  );
});

test("whole parts and what is left sum to the units; each is within a unit of its exact part, and within its bounds where whole units can be", () => {
  fc.assert(
    fc.property(amount, rows, fc.integer({ min: 1, max: 4 }), (whole, list, unit) => {
      const shares = sharesOf(list, unit);
      const filling = apportionWithin(BigInt(whole), shares);
      if (leastOf(list) > whole * unit) {
        expect(filling).toBeUndefined();
        return;
      }
      const parts = filling?.parts.map((part) => Number(part.amount)) ?? [];
      expect(parts.reduce((all, one) => all + one, 0) + Number(filling?.left)).toBe(whole);
      const up = list.map(({ least }) => Math.ceil(least / unit));
      const down = list.map(({ most = Number.POSITIVE_INFINITY }) => Math.floor(most / unit));
      const possible =
        up.every((one, index) => one <= (down[index] ?? 0)) && up.reduce((a, b) => a + b, 0) <= whole;
      for (const [index, part] of parts.entries()) {
        const { weight, least, most = Number.POSITIVE_INFINITY } = list[index] as Row;
        if (possible) expect(part >= (up[index] ?? 0) && part <= (down[index] ?? 0)).toBe(true);
        else expect(part > least / unit - 1 && part < most / unit + 1).toBe(true);
        if (weight === 0) expect(part).toBeLessThanOrEqual(Math.ceil(least / unit));
      }
      const anyMost = list.some(({ weight, most }) => weight > 0 && most === undefined);
      if (anyMost) expect(filling?.left).toBe(0n);
    }),
    { numRuns: 2000 },
  );
});

test("without bounds it is the method of the largest remainder", () => {
  fc.assert(
    fc.property(amount, rows, (whole, list) => {
      const shares = list.map(({ weight }, index) => ({ id: `p${index}`, share: rational(BigInt(weight)) }));
      if (shares.every(({ share }) => share.n === 0n)) return;
      expect(apportionWithin(BigInt(whole), shares)?.parts.map((part) => part.amount)).toEqual(
        apportion(BigInt(whole), shares),
      );
    }),
  );
});

test("the order of rows changes nothing, and a negative amount mirrors the positive one", () => {
  const bounded = fc
    .tuple(amount, rows)
    .filter(([whole, list]) => leastOf(list) <= whole && list.some(({ weight }) => weight > 0));
  fc.assert(
    fc.property(bounded, ([whole, list]) => {
      const shares = list.map(({ weight, least, most }, index) => ({
        id: `p${index}`,
        share: weight,
        least: { amount: least },
        ...(most === undefined ? {} : { most: { amount: most } }),
      }));
      const share = allocation({ decimals: 0 });
      const { parts, undistributed } = share({ amount: whole, shares });
      const turned = share({ amount: whole, shares: [...shares].reverse() });
      expect([...turned.parts].sort((a, b) => compareIds(a.id, b.id))).toEqual(parts);
      const debt = share({ amount: -whole, shares });
      expect(debt.parts.map((part) => part.amount.neg().plus(0).toFixed())).toEqual(
        parts.map((part) => part.amount.toFixed()),
      );
      expect(total([...parts.map((part) => part.amount), undistributed]).toFixed()).toBe(String(whole));
    }),
  );
});

test("a larger amount lowers nobody's exact part", () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 1, max: 30 }), rows, (whole, more, list) => {
      if (leastOf(list) > whole) return;
      const [less, greater] = [whole, whole + more].map(
        (one) => fill(rational(BigInt(one)), sharesOf(list))?.parts,
      );
      for (const [index, part] of (less ?? []).entries()) {
        const other = greater?.[index]?.amount ?? rational(0n);
        expect(other.n * part.amount.d >= part.amount.n * other.d).toBe(true);
      }
    }),
  );
});
