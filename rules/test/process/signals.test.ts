import assert from "node:assert/strict";
import { isFunction, type Node } from "../../src/analysis/ast.ts";
import { idleness } from "../../src/process/only-logs.ts";
import { idleHandler } from "../../src/process/signals.ts";
import { handlersOf } from "../../src/sockets/handlers.ts";
import { marked } from "../analysis/marked.ts";
import { file } from "./code.ts";

describe("what a function does", () => {
  const does = (code: string) => {
    const fn: Node = marked(code.includes("«") ? code : `(«${code}»);`);
    assert.ok(isFunction(fn));
    return idleness(fn);
  };
  for (const code of ["() => {}", "() => { ; }", "function () { return; }", "async () => {}"])
    it(`nothing: ${code}`, () => assert.equal(does(code), "nothing"));
  for (const code of [
    '() => console.log("bye")',
    '() => { console.log("bye"); }',
    '() => { console.log("bye"); return; }',
    '() => { return console.log("bye"); }',
    "() => console.log()",
    '() => logger.info("bye")',
    '() => this.logger.warn("bye")',
    '() => app.log.error("bye")',
    '() => myLogger.fatal("bye")',
    '() => process.stdout.write("bye")',
    '() => process.stderr.write("bye")',
    '() => log("bye")',
    '() => debug("bye")',
    '(a) => console.log("bye " + a, a && a.b)',
    "(a) => console.log(`bye ${a.b} ${a}`)",
    "(a) => console.log({ a, b: this.b })",
    "() => console.log(new Date(), Date.now(), new Date().toISOString())",
    "(a) => console.log(String(a), JSON.stringify(a), chalk.red(a))",
    "function say() { console.log(1); } «() => say()»;",
    "const say = () => {}; «() => { say(); }»;",
    "function a() { b(); } function b() { c(); } function c() { console.log(1); } «() => a()»;",
  ])
    it(`prints: ${code}`, () => assert.equal(does(code), "logs"));
  for (const code of [
    "() => stop()",
    "() => { stop(); }",
    "() => process.exit()",
    "() => { console.log(1); stop(); }",
    "() => { console.log(1); return stop(); }",
    "() => { if (a) console.log(1); }",
    "() => { a = 1; }",
    "() => { return a; }",
    "() => console.log",
    "() => new console.log(1)",
    "() => console.log(stop())",
    "() => console.log(new Stop())",
    "() => console.log(`${stop()}`)",
    "() => console.log(a + stop())",
    "() => console.log(stop() + a)",
    "() => console.log(stop() || a)",
    "() => console.log(stop().a)",
    "() => console.log(String(stop()))",
    "() => console.log({ a: stop() })",
    "() => console.log({ a() {} })",
    "() => console.log(a = 1)",
    "() => file.write(1)",
    "() => stdout.end(1)",
    "() => console.exit(1)",
    "() => console[level](1)",
    "() => stop().log(1)",
    "() => blog(1)",
    "() => logs(1)",
    "() => stop.info(1)",
    "() => loggers.info(1)",
    "() => consoles.info(1)",
    "() => logger.informed(1)",
    "function say() { stop(); } «() => say()»;",
    "function say() { say(); } «() => say()»;",
  ])
    it(`something else: ${code}`, () => assert.equal(does(code), null));
});

describe("what the handlers of a signal leave undone", () => {
  const left = (code: string) => {
    const parsed = file(code);
    const handler = handlersOf(parsed).find((each) => each.kind === "signal");
    assert.ok(handler?.kind === "signal");
    return idleHandler(parsed, handler);
  };
  const IDLE = 'process.on("SIGTERM", () => {});';
  for (const [code, expected] of [
    [IDLE, "nothing"],
    ['process.on("SIGTERM", () => console.log(1));', "logs"],
    ['process.on("SIGTERM", () => stop());', null],
    ['process.once("SIGTERM", () => {});', null],
    ['process.on("SIGTERM", stop);', null],
    ["process.on(signal, () => {});", null],
    [`${IDLE} process.on("SIGTERM", () => console.log(1));`, "nothing"],
    [`${IDLE} process.on("SIGTERM", () => stop());`, null],
    [`${IDLE} process.on("SIGTERM", stop);`, null],
    [`${IDLE} process.on("SIGINT", () => stop());`, "nothing"],
    [`${IDLE} for (const each of signals) process.on(each, () => stop());`, null],
    [`import fs from "node:fs"; ${IDLE}`, "nothing"],
    [`import some from "some-package"; ${IDLE}`, null],
    [`import express from "express"; ${IDLE}`, "nothing"],
    [`import own from "./own.js"; ${IDLE}`, null],
    [`require("fs"); ${IDLE}`, "nothing"],
    [`require(name); ${IDLE}`, null],
    [`${IDLE} process.off("SIGTERM", f);`, null],
    [`${IDLE} process.removeListener("SIGTERM", f);`, null],
    [`${IDLE} process.removeAllListeners();`, null],
    [`${IDLE} server.off("close", f);`, "nothing"],
    [`${IDLE} process.setoff("SIGTERM", f);`, "nothing"],
    [`${IDLE} process.offer("SIGTERM", f);`, "nothing"],
    [`${IDLE} process.emit("x");`, "nothing"],
    [`import { parentPort } from "node:worker_threads"; ${IDLE}`, null],
    [`${IDLE} process.send?.(1);`, null],
    [`${IDLE} if (process.connected) f();`, null],
    [`${IDLE} process.on("message", f);`, null],
    [`${IDLE} process.on('disconnect', f);`, null],
    [`if (x) ${IDLE}`, null],
    [`if (require.main === module) ${IDLE}`, "nothing"],
    [`if (require.main !== module) ${IDLE}`, null],
    [`import cluster from "node:cluster"; if (cluster.isPrimary) ${IDLE}`, "nothing"],
    [`import cluster from "node:cluster"; if (cluster.isWorker) ${IDLE}`, null],
    [`import { isMainThread } from "node:worker_threads"; if (isMainThread) ${IDLE}`, "nothing"],
    [`function f() { ${IDLE} }`, null],
    [`function f() { ${IDLE} } f();`, "nothing"],
  ] as const)
    it(code, () => assert.equal(left(code), expected));
});
