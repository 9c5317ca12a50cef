export type { Allocation, AllocationConfig, AllocationInput } from "./kernel/allocation.js";
export { allocation } from "./kernel/allocation.js";
export { scorer } from "./scoring/scorer.js";
export { classifier } from "./classification/classifier.js";
export { adjuster } from "./adjustment/adjuster.js";
export { basePay } from "./incentives/base-pay.js";
export { performanceBonus } from "./incentives/performance-bonus.js";
export { commission } from "./incentives/commission.js";
export { statement } from "./incentives/statement.js";
