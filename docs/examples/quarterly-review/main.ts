import { HELP, readOptions } from "./options.js";
import { Problem } from "./problem.js";
import { run } from "./run.js";

// A reader that closes the pipe early, as head does, ends nothing but the telling.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) process.stdout.write(HELP);
  else await run(options);
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
