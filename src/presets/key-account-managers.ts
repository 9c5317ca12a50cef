import type { Policy } from "../policy/policy.js";
import { adjustment } from "./key-account-managers/adjustment.js";
import { axes } from "./key-account-managers/axes.js";
import { equity, training } from "./key-account-managers/grants.js";
import { incentives } from "./key-account-managers/incentives.js";
import { matrix } from "./key-account-managers/matrix.js";
import { notes } from "./key-account-managers/notes.js";
import { places } from "./key-account-managers/places.js";
import { promotionScore } from "./key-account-managers/promotion-score.js";
import { tiers } from "./key-account-managers/tiers.js";

/**
 * The policy of a published study on corporate account managers (rows M1, M2, M5 to M7, M9 to M15 of the model), as one JSON document in
 * three languages. Its `notes` tell what the study says from what is our reading: the study gives the weights and the principles, and no
 * thresholds, matrix or amounts.
 *
 * @example
 * ```ts
 * import { compilePolicy } from "tierwise";
 * import { keyAccountManagers } from "tierwise/presets";
 *
 * compilePolicy.check(keyAccountManagers); // => []
 * JSON.parse(JSON.stringify(keyAccountManagers)).axes.length; // => 2
 * ```
 */
export const keyAccountManagers: Policy = {
  format: 1,
  id: "key-account-managers",
  label: { en: "Key account managers", "zh-CN": "集团客户经理", "zh-TW": "集團客戶經理" },
  effectiveFrom: "2026-07-01",
  currency: "CNY",
  axes,
  tiers,
  matrix,
  promotionScore,
  adjustment,
  places,
  incentives,
  equity,
  training,
  notes,
};
