import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";
import { seeded } from "../quarterly-review/generate/random.js";

const RATINGS = [
  "communication",
  "relationships",
  "market-development",
  "business-knowledge",
  "adaptability",
  "teamwork",
];

/** The columns of the file, named as `batch` names them; `id` is who it is. */
const HEADER = [
  "id",
  "tier",
  ...RATINGS.map((id) => `evidence.${id}`),
  "evidence.sales.actual",
  "evidence.sales.target",
  "evidence.customers.actual",
  "evidence.customers.target",
  "evidence.satisfaction",
  "evidence.growth.actual",
  "evidence.growth.target",
  "evidence.delivery",
];

/** Writes people that nobody is, with a mistake in one row of a thousand. */
export async function writePeople(path: string, people: number, seed: number): Promise<void> {
  await pipeline(Readable.from(rows(people, seed)), stringify(), createWriteStream(path));
}

function* rows(people: number, seed: number): Generator<readonly string[]> {
  const random = seeded(seed);
  const cents = (from: number, to: number) => (random.whole(from * 100, to * 100) / 100).toFixed(2);
  yield HEADER;
  for (let person = 1; person <= people; person += 1)
    yield [
      `p${person}`,
      random.pick(["junior", "intermediate", "senior"]),
      ...RATINGS.map(() => String(random.whole(2, 10) / 2)),
      cents(60_000, 130_000),
      "100000.00",
      String(random.whole(10, 25)),
      "20",
      random.whole(1, 1000) === 1 ? "n/a" : cents(55, 100),
      String(random.whole(-10, 120) / 1000),
      "0.05",
      cents(60, 100),
    ];
}
