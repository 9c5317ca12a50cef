import * as z from "zod/mini";
import { createReport } from "./report.js";
import { lazySchema, parseShape } from "./schema.js";

/** Makes the check of what a function is given, by the names of its parameters; of objects, what is not named may be there too. */
export function argumentsOf(title: string, fields: () => z.core.$ZodShape): (given: object) => void {
  const schema = lazySchema(() => z.looseObject(fields()));
  return (given) => {
    const report = createReport("invalid-input", title);
    parseShape(schema(), given, report);
    report.stop();
  };
}

/** Makes the check of the options of a function: what it does not know is an error, not ignored. */
export function optionsOf(title: string, fields: () => z.core.$ZodShape): (options: unknown) => void {
  const schema = lazySchema(() => z.strictObject({ options: z.strictObject(fields()) }));
  return (options) => {
    const report = createReport("invalid-input", title);
    parseShape(schema(), { options }, report);
    report.stop();
  };
}
