import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/property-seed.ts"],
    testTimeout: 60_000,
    isolate: false,
    maxWorkers: "100%",
    typecheck: { include: ["test/**/*.test-d.ts"], tsconfig: "tsconfig.json" },
  },
});
