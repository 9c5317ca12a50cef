export type { WorkerLike } from "./link.js";
export {
  startWorkers,
  type Workers,
  type WorkersOptions,
  type WorkersRun,
} from "./pool.js";
export type { AbortSignalLike } from "./staff.js";
