import assert from "node:assert/strict";
import { countOf, isMany, isSomeByDefault, sizeOf, sum, type Count } from "../../src/process/counts.ts";
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
    ["for (let i = 0; i <= 3; i++) here();", 4],
    ["for (let i = 4; i >= 1; i--) here();", 4],
    ["for (let i = 2; i < 4; i++) here();", 2],
    ["for (let i = 5; i < 4; i++) here();", 0],
    ["for (let i = 0; i !== 4; i++) here();", 4],
    ["for (let i = 0; i != 4; i++) here();", 4],
    ["for (let i = 0; i == 4; i++) here();", "many"],
    ["for (let i = 0; i + 4; i++) here();", "many"],
    ["for (let i = 0; i < 4; i += step) here();", "many"],
    ["for (let i = first; i < 4; i++) here();", "many"],
    ["for (let i; i < 4; i++) here();", "many"],
    ["for (i = 0; i < 4; i++) here();", "many"],
    ["for (let i = 0; next(i); i++) here();", "many"],
    ["for (;;) here();", "many"],
    ["const n = 3; for (let i = 0; i < n; i++) here();", 3],
    ["do here(); while (next());", "many"],
    ["for (const key in list) here(key);", "many"],
    ["for (const each of [1]) here(each);", 1],
    ["for (const each of [...list, 1]) here(each);", "many"],
    ["const list = [1, 2]; for (const each of list) here(each);", 2],
    ["for (const each of Array(3)) here();", 3],
    ["for (const each of new Array(3)) here();", 3],
    ["for (const each of Set(3)) here();", "many"],
    ["for (const each of Array(3).keys()) here();", 3],
    ["for (const each of Array(n).keys()) here();", "many"],
    ["for (const each of new Array(3).fill(0)) here();", 3],
    ["for (const each of [1, 2].map(f)) here();", 2],
    ["for (const each of [1, 2].filter(f)) here();", "many"],
    ["for (const each of map([1, 2])) here();", "many"],
    ["for (const each of Array.from({ length: 3 })) here();", 3],
    ["for (const each of Array.from({ size: 3 })) here();", "many"],
    ["for (const each of [1, 2].mapValues(f)) here();", "many"],
    ["for (const each of [1, 2].remap(f)) here();", "many"],
    ["for (const each of list()) here();", "many"],
    ["for (let i = 0; i < 3; i++) (() => here())();", 3],
    ["Array.from({ length: 3 }).forEach(() => here());", 3],
    ["Array(3).fill(0).map(() => here());", 3],
    ["Array.from({ length: n }, () => here());", "many"],
    ["Array.from(list, () => here());", "many"],
    ["_.times(3, () => here());", 3],
    ["_.times(n, () => here());", "many"],
    ["_.forEach([1, 2], () => here());", 2],
    ["_.forEach(list, () => here());", "many"],
    ["[1, 2].flatMap(() => here());", 2],
    ["[1, 2].reduce(() => here(), 0);", 2],
    ["forEach(() => here());", "many"],
    ["iterate.mapped(() => here());", 1],
    ["function start() { here(); } [1, 2].forEach(start);", 2],
    ["function start() { here(); } [1, 2].forEach(() => start());", 2],
    ["setTimeout(() => here(), 1000);", 1],
    ["start(() => here());", 1],
    ['server.once("listening", () => here());', 1],
    ['server.addListener("connection", () => here());', "unknown"],
    ['target.addEventListener("message", () => here());', "unknown"],
    ['app.post("/", () => here());', "unknown"],
    ["app.get(() => here());", 1],
    ['let listener = on("x", () => here());', "unknown"],
    ['gone("x", () => here());', 1],
    ['(() => here())("x");', 1],
    ['worker.on("error", () => here());', 0],
    ['worker.once("disconnect", () => here());', 0],
    ['worker.on("close", () => here());', 0],
    ['function start() { here(); } cluster.on("exit", start);', 0],
    ['function start() { here(); } cluster.on("exit", () => start());', 0],
    ['function start() { here(); cluster.on("exit", start); }', 0],
    ["function start() { here(); start(); } start();", 1],
    ["function start() { here(); } start(); if (x) start();", 2],
    ["function start() { here(); } for (;;) start(); start();", "many"],
    ["function start() { here(); }", 1],
    ["function start() { here(); } function a() { start(); }", 1],
    ["function start() { here(); } function a() { start(); } function b() { start(); } a();", "unknown"],
    ["function start() { here(); } function a() { start(); } function b() { start(); } a(); a();", "many"],
    ["function start() { here(); } function a() { start(); } function b() { start(); } run(a); run(b);", 2],
    ["class Pool { start() { here(); } } const pool = new Pool(); pool.start(); pool.start();", 2],
    ["for (const each of []) while (next()) here();", 0],
    ["while (next()) for (const each of []) here();", 0],
    ["[1, 2].forEach(() => { for (const each of []) here(); });", 0],
    ['process.on("SIGHUP", () => { for (const each of list) here(each); });', "many"],
    ["for (let i = 4; i >> 1; i--) here();", "many"],
    ["(() => { here(); })();", 1],
    ["function start() { here(); } (() => start())(); (() => start())();", 2],
    ["function start() { here(); } function a() { (() => start())(); } function b() { start(); } a(); b();", 2],
    [`function start() { here(); } ${"start(); ".repeat(8)}`, 8],
    [`function start() { here(); } ${"start(); ".repeat(9)}`, "many"],
    [`function a() { here(); } function b() { a(); } function c() { b(); } function d() { c(); } d(); d(); d();`, 3],
  ];
  for (const [code, count] of cases) it(`${code} → ${count}`, () => assert.equal(countOf(here(file(code))), count));
});

it("functions that call one another in a circle start many", () => {
  const code = "function a() { here(); b(); } function b() { setTimeout(() => a(), 1000); } a();";
  assert.equal(isMany(countOf(here(file(code)))), true);
});

describe("the number of workers that nobody knows", () => {
  const rows: readonly (readonly [code: string, some: boolean])[] = [
    ["«process.env.WORKERS || 2»", true],
    ["«process.env.WORKERS || 1»", true],
    ["«process.env.WORKERS ?? 0»", false],
    ["«Number(process.env.WORKERS) || 4»", true],
    ["«process.env.WORKERS»", false],
    ["«size()»", false],
  ];
  for (const [code, some] of rows)
    it(`${code} is ${some ? "" : "not "}one at least by default`, () => {
      assert.equal(isSomeByDefault(marked(code)), some);
    });
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
    ["«availableParallelism() - 1»", "many"],
    ["const cores = os.cpus().length; «cores»", "many"],
    ["«Math.max(numCPUs, 2)»", "many"],
    ["«numCPUsOf(x)»", "unknown"],
    ["«mycpus»", "unknown"],
    ["«'4'»", "unknown"],
  ];
  for (const [code, count] of cases) it(`${code} → ${count}`, () => assert.equal(sizeOf(marked(code)), count));
});
