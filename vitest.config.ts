import { defineConfig } from "vitest/config";

/** Test projects: everything but the browser runs in `node`; `viewer` drives a real Chromium. */
const config: ReturnType<typeof defineConfig> = defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "node", include: ["tests/**/*.test.ts"], exclude: ["tests/viewer/**"] } },
      {
        extends: true,
        test: { name: "viewer", testTimeout: 120_000, include: ["tests/viewer/**/*.test.ts"], globalSetup: ["tests/viewer/setup.ts"] },
      },
    ],
  },
});
export default config;
