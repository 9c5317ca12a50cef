import { TierwiseError } from "../src/index.js";

/** The paths and codes of what is wrong with a call; nothing where it comes to a result. */
export function issuesOf(work: () => unknown): readonly (readonly [path: string, code: string])[] {
  try {
    work();
  } catch (error) {
    if (error instanceof TierwiseError)
      return error.issues.map(({ path, code }) => [path.join("."), code] as const);
    throw error;
  }
  return [];
}
