// Loaded before a code block (node --import): gives it `assertJson`, and fails the process for what it found.
import { createAssertions } from "./assertions.mjs";

const { assertJson, problems } = createAssertions(JSON.parse(process.env.ASSERTION_LINES));
globalThis.assertJson = assertJson;
process.on("exit", (code) => {
  if (code !== 0 || problems().length === 0) return;
  console.error(problems().join("\n"));
  process.exitCode = 1;
});
