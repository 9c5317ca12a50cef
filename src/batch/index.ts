export {
  type Batch,
  type BatchPaths,
  type BatchReviewer,
  batch,
  type RowIssues,
} from "./batch.js";
export type { CodesColumn, FloatColumn, InputColumn, ListColumn, UnitsColumn, Validity } from "./columns.js";
export type { BatchInput } from "./input.js";
export type { DecimalColumn, FlagColumn, LabelColumn, PlacementColumns } from "./results.js";
