// A headless chromium, and pages served on 127.0.0.1 to show in it.
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { chromium } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Why there is no browser here, or undefined where there is one. With REQUIRE_BROWSER set, its absence is a fault. */
export function browserMissing() {
  if (existsSync(executablePath)) return undefined;
  const reason = `no chromium at ${executablePath} (CHROMIUM names another place)`;
  if (process.env.REQUIRE_BROWSER) throw new Error(reason);
  return reason;
}

export function launch() {
  const quiet = [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
  ];
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-sync", ...quiet],
  });
}

/**
 * Serves `files` (path -> { type, body, headers }), opens the page at `/`, waits until the element `#out` has a text, and gives
 * that text with everything that the page complained of: console messages, errors, violations of its policy.
 */
export async function show(browser, files) {
  const server = createServer((request, response) => {
    const file = files[request.url];
    if (file === undefined) response.writeHead(request.url === "/favicon.ico" ? 204 : 404).end();
    else
      response
        .writeHead(200, { "Content-Type": `${file.type}; charset=utf-8`, ...file.headers })
        .end(file.body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const context = await browser.newContext();
  const complaints = [];
  try {
    const page = await context.newPage();
    page.on("console", (message) => complaints.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
    await page.exposeFunction("noteViolation", (text) => complaints.push(`violation: ${text}`));
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        noteViolation(`${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    await page.route(/\/tierwise\.global\.js$/, (route) =>
      route.fulfill({ contentType: "text/javascript", path: "dist/tierwise.global.js" }),
    );
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const out = page.locator("#out:not(:empty)");
    const text = await out.textContent({ timeout: 10_000 }).catch(() => undefined);
    return { text, complaints };
  } finally {
    await context.close();
    server.close();
  }
}
