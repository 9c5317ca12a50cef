import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { python } from "./python.js";

/** A reference that runs beside the test: it is asked in lines, and answers each with a line. */
export interface Reference {
  ask(asked: unknown): void;
  /** The next answer; `about` says what was asked, for where the reference fails on it. */
  answer(about: string): Promise<unknown>;
  end(): void;
}

export function startReference(script: string): Reference {
  const child = spawn(python as string, [new URL(script, import.meta.url).pathname]);
  let said = "";
  child.stderr.on("data", (data) => {
    said += data;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    ask: (asked) => child.stdin.write(`${JSON.stringify(asked)}\n`),
    async answer(about) {
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`the reference failed on ${about}:\n${said}`);
      return JSON.parse(value);
    },
    end: () => child.stdin.end(),
  };
}
