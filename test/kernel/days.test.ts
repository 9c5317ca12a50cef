import { expect, test } from "vitest";
import { dateOf, dayNumber, weekdayOf } from "../../src/kernel/days.js";

const DAY = 86_400_000;
const first = Date.UTC(1000, 0, 1) / DAY;
const last = Date.UTC(8999, 11, 31) / DAY;

test("days are numbered as the platform's own calendar numbers them", () => {
  const wrong: number[] = [];
  for (let number = first; number <= last; number += number % 400 === 0 ? 1 : 7) {
    const platform = new Date(number * DAY);
    const date = platform.toISOString().slice(0, 10);
    const agrees =
      dayNumber(date) === number &&
      dateOf(number) === date &&
      weekdayOf(number) === (platform.getUTCDay() + 6) % 7;
    if (!agrees) wrong.push(number);
  }
  expect(wrong).toEqual([]);
});

test("every day around the leap days has its number", () => {
  for (const year of [1000, 1900, 2000, 2024, 2100, 8996]) {
    for (let number = Date.UTC(year, 1, 27) / DAY; number <= Date.UTC(year, 2, 2) / DAY; number += 1) {
      const date = new Date(number * DAY).toISOString().slice(0, 10);
      expect([dayNumber(date), dateOf(number)]).toEqual([number, date]);
    }
  }
});

test("outside the years that dates are written in there is none", () => {
  expect(dateOf(first)).toBe("1000-01-01");
  expect(dateOf(first - 1)).toBeUndefined();
  expect(dateOf(last)).toBe("8999-12-31");
  expect(dateOf(last + 1)).toBeUndefined();
});
