export * from "./audit/index.js";
export * from "./batch/index.js";
export * from "./index.js";
export * from "./locales/index.js";
export * from "./presets/index.js";
export * from "./registry.js";
