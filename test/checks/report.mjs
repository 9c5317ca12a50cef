// The page of the quarterly review in a browser: drawn, silent, without the network, and one person at a click.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { check, finish, same, skip } from "./check.mjs";
import { browserMissing, launch } from "./chromium.mjs";

const hostile = '</script><img src="https://example.invalid/x" onerror="document.title=\'run\'"><script>';

function makePages(folder) {
  const run = (out, ...args) =>
    execFileSync(
      process.execPath,
      ["--import", "tsx", "docs/examples/quarterly-review/main.ts", "--out", out, ...args],
      { stdio: "ignore" },
    );
  run(join(folder, "en"));
  run(join(folder, "tw"), "--locale", "zh-TW");
  const quoted = `"${hostile.replaceAll('"', '""')}"`;
  writeFileSync(
    join(folder, "standings.csv"),
    `person,name,tier,since\n${quoted},${quoted},junior,2025-01-01\n`,
  );
  const ratings = "communication,relationships,market-development,business-knowledge,adaptability,teamwork";
  const others =
    "sales.actual,sales.target,customers.actual,customers.target,satisfaction,growth.actual,growth.target,delivery";
  writeFileSync(
    join(folder, "evidence.csv"),
    `person,period,${ratings},${others}\n${quoted},2026-Q3,4,4,4,4,4,4,90,100,9,10,80,5,6,90\n`,
  );
  const own = ["evidence", "standings"].flatMap((name) => [`--${name}`, join(folder, `${name}.csv`)]);
  run(join(folder, "hostile"), ...own);
}

/** Opens a page, and gives it with all that it said or asked for. */
async function open(browser, path, settings = {}) {
  const context = await browser.newContext(settings);
  const page = await context.newPage();
  const heard = [];
  page.on("console", (message) => heard.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
  const address = pathToFileURL(path).href;
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== address && !request.url().startsWith("data:"))
      heard.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  return { page, heard, close: () => context.close() };
}

const widths = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("#shown svg .bar")].map((bar) => bar.getBoundingClientRect().width),
  );

const tests = [
  [
    "the page draws bars, says nothing on the console and asks for nothing",
    async (browser, folder) => {
      const { page, heard, close } = await open(browser, join(folder, "en/report.html"));
      const bars = await widths(page);
      same(bars.length, 11, "bars of the first person");
      if (bars.filter((width) => width > 0).length < 9) throw new Error(`bars have the widths ${bars}`);
      const tiers = await page.locator(".tiers svg rect").count();
      if (tiers < 6) throw new Error(`${tiers} bars of tiers`);
      same(heard, [], "complaints");
      await close();
    },
  ],
  [
    "a click on a person in the table shows that person, and a click on a quarter that quarter",
    async (browser, folder) => {
      const { page, heard, close } = await open(browser, join(folder, "en/report.html"));
      await page.locator(".decisions").getByRole("link", { name: "Anna Lindqvist", exact: true }).click();
      await shows(page, "Anna Lindqvist k02, 2027-Q4");
      await page.locator("#person-periods a", { hasText: "2027-Q1" }).click();
      await shows(page, "Anna Lindqvist k02, 2027-Q1");
      await page.locator("#person").selectOption({ label: "司馬承宇 (k25)" });
      await shows(page, "司馬承宇 k25, 2027-Q4");
      same(await page.locator("#person-periods [aria-current]").count(), 1);
      same(heard, [], "complaints");
      await close();
    },
  ],
  [
    "the table shows one period, or all, and finds a name",
    async (browser, folder) => {
      const { page, close } = await open(browser, join(folder, "en/report.html"));
      const rows = page.locator(".decisions tbody tr:visible");
      const last = await rows.count();
      await page.locator("#table-periods button").last().click();
      if ((await rows.count()) <= last * 4) throw new Error("not all periods are shown");
      await page.locator("#find").fill("lindq");
      const names = new Set(await rows.locator("a").allInnerTexts());
      same([...names], ["Anna Lindqvist"]);
      await close();
    },
  ],
  ...["en", "tw"].flatMap((name) =>
    ["light", "dark"].map((colorScheme) => [
      `on a phone nothing is wider than the screen (${name}, ${colorScheme})`,
      async (browser, folder) => {
        const viewport = { width: 375, height: 800 };
        const path = join(folder, name, "report.html");
        const { page, heard, close } = await open(browser, path, { viewport, colorScheme });
        same(await page.evaluate(() => document.documentElement.scrollWidth), 375, "width");
        const wide = await page.evaluate(() =>
          [...document.body.querySelectorAll("*")]
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > 375.5)
            .map((one) => one.tagName),
        );
        same(wide, [], "elements beyond the edge");
        same(heard, [], "complaints");
        await close();
      },
    ]),
  ),
  [
    "in the dark the text of the bars is light, and on paper it is dark again",
    async (browser, folder) => {
      const { page, close } = await open(browser, join(folder, "en/report.html"), { colorScheme: "dark" });
      const lightness = () =>
        page
          .locator("#shown svg .ink")
          .first()
          .evaluate((text) => Number(getComputedStyle(text).fill.match(/\d+/)[0]));
      if ((await lightness()) < 180) throw new Error("dark text on a dark page");
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      if ((await lightness()) > 80) throw new Error("light text on paper");
      same(await page.locator(".controls").first().isVisible(), false, "controls on paper");
      await close();
    },
  ],
  [
    "hostile names are text: nothing runs, nothing is asked for",
    async (browser, folder) => {
      const { page, heard, close } = await open(browser, join(folder, "hostile/report.html"));
      await page.locator(".decisions tbody a").click();
      same((await page.locator("#shown h3").innerText()).includes("<img src="), true, "the name is shown");
      same(await page.locator("img").count(), 0, "images");
      same(await page.title(), "Quarterly review: Key account managers");
      same(heard, [], "complaints");
      await close();
    },
  ],
];

const missing = browserMissing();
const folder = mkdtempSync(join(tmpdir(), "tierwise-report-"));
const browser = missing === undefined ? await launch() : undefined;
if (browser !== undefined) makePages(folder);
for (const [name, run] of tests) {
  if (browser === undefined) skip(name, missing);
  else await check(name, () => run(browser, folder));
}
await browser?.close();
rmSync(folder, { recursive: true, force: true });
finish();

/** The address changes first and the page follows, so this waits for the heading and then compares it. */
async function shows(page, heading) {
  await page
    .locator("#shown h3", { hasText: heading })
    .waitFor({ timeout: 10_000 })
    .catch(() => {});
  same(await page.locator("#shown h3").innerText(), heading);
}
