import assert from "node:assert/strict";
import { countOf, isMany, sizeOf, sum, type Count } from "../../src/process/counts.ts";
import "../../src/sockets/collect.ts";
import { marked } from "../analysis/marked.ts";
import { file, here } from "./code.ts";

describe("how often something is started", () => {
  const cases: [code: string, count: Count][] = [
    ["here();", 1],
    ["for (let i = 0; i < 4; i++) here();", 4],
    ["for (let i = 1; i <= 4; i++) here();", 4],
    ["for (let i = 4; i > 0; i--) here();", 4],
    ["for (let i = 0; i < n; i++) here();", "many"],
    ["for (const each of [1, 2, 3]) here(each);", 3],
    ["for (const each of list) here(each);", "many"],
    ["while (next()) here();", "many"],
    ["[1, 2].forEach(() => here());", 2],
    ["Array.from({ length: 3 }, () => here());", 3],
    ["os.cpus().map(() => here());", "many"],
    ["function start() { here(); } start(); start();", 2],
    ["function start() { here(); } for (let i = 0; i < 3; i++) start();", 3],
    ["for (let i = 0; i < 2; i++) for (let j = 0; j < 3; j++) here();", 6],
    ['worker.on("exit", () => here());', 0],
    ['process.on("SIGHUP", () => here());', "unknown"],
    ['app.get("/", () => here());', "unknown"],
    ["setInterval(() => here(), 1000);", "unknown"],
    ['function start() { here(); } start(); cluster.on("exit", start);', 1],
  ];
  for (const [code, count] of cases) it(`${code} → ${count}`, () => assert.equal(countOf(here(file(code))), count));
});

describe("the sum of counts", () => {
  const cases: [counts: Count[], all: Count][] = [
    [[], 0],
    [[1], 1],
    [[1, 2], 3],
    [[1, "many"], "many"],
    [["unknown", "many"], "many"],
    [["unknown"], "unknown"],
    [[1, "unknown"], "unknown"],
    [[2, "unknown"], "many"],
    [[1, 1, "unknown"], "many"],
    [[0, "unknown"], "unknown"],
  ];
  for (const [counts, all] of cases) it(`${counts.join(" + ")} → ${all}`, () => assert.equal(sum(counts), all));

  it("is many from two on, for certain", () => {
    assert.deepEqual(([0, 1, 2, "many", "unknown"] as const).map(isMany), [false, false, true, true, false]);
  });
});

describe("the size of a pool", () => {
  const cases: [code: string, count: Count][] = [
    ["«4»", 4],
    ["const n = 2; «n»", 2],
    ["import os from 'node:os'; «os.cpus().length»", "many"],
    ["«navigator.hardwareConcurrency»", "many"],
    ["«settings.size»", "unknown"],
  ];
  for (const [code, count] of cases) it(`${code} → ${count}`, () => assert.equal(sizeOf(marked(code)), count));
});
