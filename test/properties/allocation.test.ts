import fc from "fast-check";
import { expect, test } from "vitest";
import { allocation } from "../../src/index.js";
import { ids, total, wide } from "./exact.js";

const share = fc.oneof(
  fc.integer({ min: 0, max: 1000 }),
  fc.constantFrom(0, 0, 1, "0.75", "37.5", 0.1),
  fc
    .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 99 }))
    .map(([top, bottom]) => `${top}/${bottom}`),
);
const shares = ids(1, 8)
  .chain((names) => fc.tuple(...names.map((id) => share.map((one) => ({ id, share: one })))))
  .filter((list) => list.some(({ share: one }) => numeric(one) > 0));
const units = fc.integer({ min: 0, max: 1_000_000 });
const whole = allocation({ decimals: 0 });
type Shares = readonly { readonly id: string; readonly share: number | string }[];

/** Near enough to compare shares that are not the same; equal fractions are equal. */
function numeric(value: number | string): number {
  const [top, bottom = "1"] = String(value).split("/");
  return Number(top) / Number(bottom);
}

function partsOf(amount: number, list: Shares): Map<string, number> {
  return new Map(whole({ amount, shares: list }).parts.map((part) => [part.id, part.amount.toNumber()]));
}

test("parts sum to the whole, in any unit and for any sign", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.constantFrom("JPY", "USD", "KWD", "CLF"),
      shares,
      (amount, currency, list) => {
        const shared = allocation({ currency })({ amount, shares: list });
        expect(total(shared.parts.map((part) => part.amount)).eq(amount)).toBe(true);
        expect(shared.parts.map(({ id }) => id)).toEqual(list.map(({ id }) => id));
      },
    ),
  );
});

test("each part is within one unit of its exact share, and a share of zero gets nothing", () => {
  fc.assert(
    fc.property(
      units,
      fc
        .array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 8 })
        .filter((list) => list.some((one) => one > 0)),
      (amount, list) => {
        const sum = BigInt(list.reduce((all, one) => all + one, 0));
        const { parts } = whole({
          amount,
          shares: list.map((one, index) => ({ id: `p${index}`, share: one })),
        });
        for (const [index, part] of parts.entries()) {
          const error = BigInt(part.amount.toFixed()) * sum - BigInt(amount) * BigInt(list[index] ?? 0);
          expect(error > -sum && error < sum).toBe(true);
          if (list[index] === 0) expect(part.amount.toFixed()).toBe("0");
        }
      },
    ),
  );
});

test("a larger share never gets less than a smaller", () => {
  fc.assert(
    fc.property(units, shares, (amount, list) => {
      const parts = partsOf(amount, list);
      for (const a of list) {
        for (const b of list) {
          if (numeric(a.share) > numeric(b.share))
            expect(parts.get(a.id)).toBeGreaterThanOrEqual(parts.get(b.id) ?? 0);
        }
      }
    }),
  );
});

test("raising one share alone never lowers its part", () => {
  fc.assert(
    fc.property(
      units,
      ids(1, 8),
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 8, maxLength: 8 }),
      fc.integer({ min: 1, max: 60 }),
      (amount, names, values, more) => {
        const list = names.map((id, index) => ({ id, share: (values[index] ?? 0) + (index === 1 ? 1 : 0) }));
        if (list.every((one) => one.share === 0)) return;
        const [first, ...others] = list as [Shares[number], ...Shares[number][]];
        const raised = [{ ...first, share: Number(first.share) + more }, ...others];
        expect(partsOf(amount, raised).get(first.id)).toBeGreaterThanOrEqual(
          partsOf(amount, list).get(first.id) ?? 0,
        );
      },
    ),
    { numRuns: 1000 },
  );
});

test("a negative amount mirrors the positive one", () => {
  fc.assert(
    fc.property(units, shares, (amount, list) => {
      const positive = whole({ amount, shares: list }).parts;
      const negative = whole({ amount: -amount, shares: list }).parts;
      expect(negative.map((part) => part.amount.plus(0).toFixed())).toEqual(
        positive.map((part) => wide(part.amount).neg().plus(0).toFixed()),
      );
    }),
  );
});

test("the order of rows changes nothing, nor does the scale of the shares", () => {
  fc.assert(
    fc.property(units, shares, fc.integer({ min: 1, max: 9 }), (amount, list, factor) => {
      const parts = partsOf(amount, list);
      const turned = [...list.slice(1), ...list.slice(0, 1)].reverse();
      expect(partsOf(amount, turned)).toEqual(new Map(turned.map(({ id }) => [id, parts.get(id)])));
      const scaled = list.map(({ id, share: one }) => {
        const [top, bottom = "1"] = String(one).split("/");
        return {
          id,
          share: `${wide(top ?? 0)
            .times(factor)
            .toFixed()}/${bottom}`,
        };
      });
      expect(partsOf(amount, scaled)).toEqual(parts);
    }),
  );
});
