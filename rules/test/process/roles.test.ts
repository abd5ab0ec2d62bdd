import assert from "node:assert/strict";
import { ancestors, isFunction, type Node } from "../../src/analysis/ast.ts";
import { functionName } from "../../src/process/names.ts";
import { isConditionalShare, isWorkerFile, mentionsSecond } from "../../src/process/roles.ts";
import { isCluster, sharesPorts } from "../../src/process/run.ts";
import { facts, file, here } from "./code.ts";

describe("a file that only runs as a worker thread", () => {
  const IMPORT = `import { parentPort, workerData } from "node:worker_threads";`;
  for (const [text, expected] of [
    [`import { parentPort } from "node:worker_threads"; parentPort.on("message", f);`, true],
    [`import { workerData } from "worker_threads"; f(workerData);`, true],
    [`const threads = require("worker_threads"); threads.parentPort.on("message", f);`, true],
    [`${IMPORT} if (threads.isMainThread) f();`, false],
    [`${IMPORT} new threads.Worker("w.js");`, false],
    [`import { threadId } from "node:worker_threads"; f(threadId);`, false],
    [`import fs from "node:fs"; parentPort.on("message", f);`, false],
    [`f(workerData);`, false],
  ] as const)
    it(text, () => assert.equal(isWorkerFile(file(text)), expected));
});

describe("a text that speaks of a second process or thread", () => {
  for (const text of [
    "child.fork();",
    "if (isMainThread) f();",
    "parentPort.on('message', f);",
    "process.env.NODE_APP_INSTANCE;",
    "process.env.pm_id;",
    "os.cpus();",
    "os.availableParallelism();",
    "navigator.hardwareConcurrency;",
    "process.env.NODE_UNIQUE_ID;",
    "process.send(1);",
    "process?.send(1);",
    "process.send?.(1);",
  ])
    it(text, () => assert.equal(mentionsSecond(file(text)), true));
  for (const text of [
    "f();",
    "response.send(1);",
    "process.sender;",
    "process.exit(); other.send(1);",
    "my_process.send();",
  ])
    it(`not: ${text}`, () => assert.equal(mentionsSecond(file(text)), false));
});

describe("reusePort under a condition", () => {
  for (const [option, expected] of [
    ["", false],
    ["reusePort: true", false],
    ["reusePort: false", false],
    ["reusePort: many", true],
    ["reusePort: many ? true : false", true],
    ["...(many && { reusePort: true })", true],
    ["exclusive: many", false],
  ] as const)
    it(option, () => {
      const { site } = facts(`import net from "node:net"; net.createServer().listen({ port: 1, ${option} });`);
      assert.equal(isConditionalShare(site), expected);
    });
});

describe("what started so shares a port", () => {
  for (const [kind, shares, cluster] of [
    ["cluster", true, true],
    ["pm2-cluster", true, true],
    ["deno-serve", true, false],
    ["unknown", true, false],
    ["thread", false, false],
    ["process", false, false],
    ["pm2-fork", false, false],
  ] as const)
    it(kind, () => assert.deepEqual([sharesPorts(kind), isCluster(kind)], [shares, cluster]));
});

describe("the name that a function is called by", () => {
  for (const [text, expected] of [
    ["function start() { here(); }", "start"],
    ["const other = function start() { here(); };", "start"],
    ["const start = () => here();", "start"],
    ["let start; start = () => here();", "start"],
    ["const { start = () => here() } = options;", null],
    ["const [start] = [() => here()];", null],
    ["exports.start = () => here();", "start"],
    ["exports[start] = () => here();", null],
    ["class A { start() { here(); } }", "start"],
    ["class A { start = () => here(); }", "start"],
    ["use({ start() { here(); } });", "start"],
    ["use({ start: () => here() });", "start"],
    ["use(() => here());", null],
    ["export default () => here();", null],
  ] as const)
    it(text, () => {
      const fn = [...ancestors(here(file(text)) as Node)].find(isFunction);
      assert.ok(fn);
      assert.equal(functionName(fn), expected);
    });
});
