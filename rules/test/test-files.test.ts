import assert from "node:assert/strict";
import { looksLikeTest } from "../src/test-files.ts";

describe("files that look like tests", () => {
  for (const path of [
    "a.test.ts",
    "src/a.spec.js",
    "src/a.Bench.mjs",
    "test/a.js",
    "Tests/a.js",
    "src/__fixtures__/a.js",
    "hl-tests/a.js",
    "my_spec/a.js",
    "e2e/deep/a.js",
    "benchmarks/a.js",
    "src/mocks/a.js",
    "test-unit/a.js",
    "src/tests_integration/a.js",
    "test-e2e/a.js",
    "integrationTests/a.js",
    "mbTest/a.js",
    "libTEST/a.js",
    "lib2TEST/a.js",
    "testutil.ts",
    "src/test-helpers.ts",
    "test_helper/a.ts",
    "testUtils/a.ts",
  ])
    it(path, () => assert.equal(looksLikeTest(path), true));
});

describe("files that do not", () => {
  for (const path of [
    "a.ts",
    "test.ts",
    "src/spec.ts",
    "latest/a.js",
    "LATEST/a.js",
    "contest/a.js",
    "testing/a.js",
    "test-server/a.js",
    "attest-unit/a.js",
    "src/bench.js",
    "testutilities.ts",
    "mytestutil.ts",
    "src.test.d/a.ts",
    "inspect/a.js",
  ])
    it(path, () => assert.equal(looksLikeTest(path), false));
});
