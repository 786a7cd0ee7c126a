import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    // Starting PocketBase took up to 5 s on a busy machine.
    hookTimeout: 60_000,
    testTimeout: 30_000,
  },
});
