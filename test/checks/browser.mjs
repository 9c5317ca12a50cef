// What needs a browser: the classic script of the packed package under a strict policy, and the pages in README and docs.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { blocks } from "./blocks.mjs";
import { check, finish, same, skip } from "./check.mjs";
import { browserMissing, launch, show } from "./chromium.mjs";
import { withUnpacked } from "./pack.mjs";

const policy = { "Content-Security-Policy": "script-src 'self'" };
const page = {
  type: "text/html",
  headers: policy,
  body: `<!doctype html><title>tierwise</title><p id="out"></p><script src="/lib.js"></script><script src="/main.js"></script>`,
};
const use = `
  const { allocation, compilePolicy, keyAccountManagers } = tierwise;
  compilePolicy(keyAccountManagers);
  const shares = ["a", "b", "c"].map((id) => ({ id, share: 1 }));
  const { parts } = allocation({ currency: "USD" })({ amount: "8.00", shares });
  document.getElementById("out").textContent = JSON.stringify(parts.map((part) => part.amount));
`;
const probe = `
  try { new Function(""); } catch {}
  document.getElementById("out").textContent = "probed";
`;
const script = (body) => ({ type: "text/javascript", body });

const examples = blocks().filter(
  ({ language, text }) => language === "html" && text.includes("tierwise.global.js"),
);

const tests = [
  [
    "a probe for code generation is seen as a violation",
    async (browser) => {
      const { complaints } = await show(browser, {
        "/": page,
        "/lib.js": script(""),
        "/main.js": script(probe),
      });
      if (!complaints.some((line) => line.startsWith("violation: script-src")))
        throw new Error("it was not seen");
    },
  ],
  [
    "the packed classic script under script-src 'self': right result, no violation, silent console",
    async (browser) => {
      const lib = await withUnpacked((folder) =>
        readFileSync(join(folder, "dist/tierwise.global.js"), "utf8"),
      );
      const files = { "/": page, "/lib.js": script(lib), "/main.js": script(use) };
      same(await show(browser, files), { text: '["2.67","2.67","2.66"]', complaints: [] });
    },
  ],
  ...examples.map(({ where, text }) => [
    where,
    async (browser) => {
      const shown = await show(browser, { "/": { type: "text/html", body: text } });
      same(shown.complaints, [], "complaints");
      if (!shown.text?.trim()) throw new Error("#out got no text");
    },
  ]),
];

const missing = browserMissing();
const browser = missing === undefined ? await launch() : undefined;
for (const [name, run] of tests) {
  if (browser === undefined) skip(name, missing);
  else await check(name, () => run(browser));
}
await browser?.close();
finish();
