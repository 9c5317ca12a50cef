export { type BatchReviewer, batch } from "./batch.js";
export { type BatchColumnsInput, batchColumns } from "./batch-columns.js";
export { type BatchRowsInput, type BatchRowsReviewer, batchRows } from "./batch-rows.js";
export { type ChunkSignal, type ChunksRun, inChunks, type ReviewedChunk, reviewChunks } from "./chunks.js";
export type {
  CodesColumn,
  FloatColumn,
  InputColumn,
  ItemColumn,
  ListColumn,
  ListItem,
  OffsetsColumn,
  RecordsColumn,
  UnitsColumn,
  Validity,
} from "./columns/columns.js";
export type { DecimalColumn, FlagColumn, LabelColumn, PlacementColumns } from "./columns/result-columns.js";
export { unitsText } from "./columns/units-text.js";
export {
  type BatchContext,
  type BatchContextInput,
  type BatchContextMaker,
  batchContext,
} from "./context/batch-context.js";
export {
  type AllocatedGroup,
  type BatchAllocation,
  type BatchAllocationInput,
  batchAllocation,
} from "./groups/batch-allocation.js";
export {
  type BatchBonusPool,
  type BatchBonusPoolInput,
  type BonusPoolGroup,
  batchBonusPool,
} from "./groups/batch-bonus-pool.js";
export {
  type BatchPlaces,
  type BatchPlacesInput,
  type BatchTierPlaces,
  batchPlaces,
} from "./groups/batch-places.js";
export {
  type BatchTeam,
  type BatchTeamPools,
  type BatchTeamPoolsInput,
  batchTeamPools,
  type TeamIssues,
  type TeamPoolPaths,
} from "./groups/batch-team-pools.js";
export type { PlaceColumns } from "./groups/place-columns.js";
export type { GroupIssues, GroupPaths } from "./groups/problems.js";
export type { BatchGroup, BatchInput } from "./input/input.js";
export type { BatchRow } from "./input/people.js";
export type { BatchColumn } from "./input/policy-columns.js";
export type { Batch, BatchPaths, NotOverColumns, RowIssues } from "./outcome/result.js";
export type { MoneyColumn, PayColumns, PayLineColumn } from "./pay/columns.js";
