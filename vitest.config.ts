import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Whole documents read several pages with the real engine; everything else finishes in milliseconds.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
