import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { zhCN, zhTW } from "../../src/locales/index.js";
import { en } from "../../src/policy/locale.js";

const folder = new URL("../../src/incentives/", import.meta.url).pathname;
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(folder + name, "utf8"));

test("each kind of note has one calculator's words: a second would take the first one's place", () => {
  const kinds = sources.flatMap((text) =>
    [...text.matchAll(/NotesEn: NoteWords = \{(.*?)\n\};/gs)].flatMap(([, words = ""]) =>
      [...words.matchAll(/^ {2}"?([\w-]+)"?: /gm)].map(([, kind]) => kind),
    ),
  );
  expect(kinds.length).toBeGreaterThan(40);
  expect(kinds.filter((kind, index) => kinds.indexOf(kind) !== index)).toEqual([]);
});

test("each kind of note has words in every language", () => {
  const kinds = Object.keys(en.pay.notes).sort();
  expect(Object.keys(zhCN.pay.notes).sort()).toEqual(kinds);
  expect(Object.keys(zhTW.pay.notes).sort()).toEqual(kinds);
});
