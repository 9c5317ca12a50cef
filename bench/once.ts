import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { compilePolicy } from "tierwise";
import { keyAccountManagers } from "tierwise/presets";
import { spread } from "./measure.js";
import type { Timing } from "./table.js";

const root = new URL("..", import.meta.url).pathname;

/** What happens once: the review of `npm start` end to end, a policy compiled, the package imported. */
export function timings(rounds: number, folder: string): readonly Timing[] {
  const times = (name: string, work: () => number): Timing => ({
    name,
    ...spread(Array.from({ length: rounds }, work)),
  });
  return [
    times("`npm start`, from its files to its report", () => elapsed(() => start(folder))),
    times("`compilePolicy` of the preset", () => elapsed(() => compilePolicy(keyAccountManagers))),
    ...["tierwise", "tierwise/batch"].map((name) => times(`\`import "${name}"\``, () => imported(name))),
  ];
}

function start(folder: string): void {
  const main = join(root, "docs/examples/quarterly-review/main.ts");
  const args = ["--import", "tsx", main, "--out", join(folder, "review")];
  execFileSync(process.execPath, args, { cwd: root, stdio: "ignore" });
}

function imported(name: string): number {
  const code = `const start = performance.now(); await import("${name}"); console.log(performance.now() - start);`;
  const args = ["--input-type=module", "--eval", code];
  return Number(execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" }));
}

function elapsed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The sizes of what is published, compressed. */
export function sizes(): readonly (readonly [string, string])[] {
  return ["tierwise.global.js"].map((file) => {
    const bytes = gzipSync(readFileSync(join(root, "dist", file))).length;
    return [`\`dist/${file}\`, with gzip`, `${Math.round(bytes / 1000)} kB`] as const;
  });
}
