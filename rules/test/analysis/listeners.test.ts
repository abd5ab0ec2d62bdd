import assert from "node:assert/strict";
import { isFunction, type Node } from "../../src/analysis/ast.ts";
import { inErrorHandling, listenersOf } from "../../src/analysis/listeners.ts";
import "../../src/analysis/values.ts";
import { marked } from "./marked.ts";

/** The function that a marked node is, or stands in. */
function functionAt(node: Node) {
  for (let at: Node | undefined = node; at; at = at.parent ?? undefined) if (isFunction(at)) return at;
  return assert.fail("no function");
}

describe("listenersOf", () => {
  const cases: [code: string, events: string[]][] = [
    ['server.on("error", («e») => {});', ["error"]],
    ['server.once("close", function («e») {});', ["close"]],
    ['process.prependListener("SIGINT", «() => {}»);', ["SIGINT"]],
    ['worker.addEventListener("message", «() => {}»);', ["message"]],
    ["promise.catch(«() => {}»);", ["error"]],
    ["promise.then(«() => {}»);", []],
    ["server.on(name, «() => {}»);", []],
    ['function stop() { «1»; } process.on("SIGINT", stop); process.on("SIGTERM", stop);', ["SIGINT", "SIGTERM"]],
    ['const stop = () => «1»; process.on("SIGINT", stop);', ["SIGINT"]],
    ['class A { stop() { «1»; } start() { process.on("SIGINT", this.stop); } }', ["SIGINT"]],
    ['function stop() { «1»; } process.on("SIGINT", other);', []],
    ['on("error", «() => {}»);', []],
    ['server.prependOnceListener("error", «() => {}»);', ["error"]],
    ['server.addListener("error", «() => {}»);', ["error"]],
    ['server.only("error", «() => {}»);', []],
    ['server.ion("error", «() => {}»);', []],
    ['server.off("error", «() => {}»);', []],
    ["server.on(1, «() => {}»);", ["1"]],
    ['function stop() { «1»; } process.on("SIGINT", ...stop);', []],
    ['function stop() { «1»; } process.on("SIGINT", () => stop);', []],
    ["function stop() { «1»; } promise.catch(stop);", ["error"]],
    ["function stop() { «1»; } stop(1);", []],
  ];
  for (const [code, events] of cases)
    it(`${code} → ${events.join(" ") || "none"}`, () =>
      assert.deepEqual(listenersOf(functionAt(marked(code))), events));
});

describe("inErrorHandling", () => {
  const cases: [code: string, expected: boolean][] = [
    ["try { a(); } catch { «b()»; }", true],
    ["try { «a()»; } catch { b(); }", false],
    ["try { a(); } catch { b(); } finally { «c()»; }", false],
    ["promise.catch(() => { «b()»; });", true],
    ['server.on("error", () => setTimeout(() => { «b()»; }));', true],
    ['server.on("close", () => { «b()»; });', false],
    ['const failed = () => { «b()»; }; server.once("error", failed);', true],
    ["«b()»;", false],
  ];
  for (const [code, expected] of cases)
    it(`${code} → ${expected}`, () => assert.equal(inErrorHandling(marked(code)), expected));
});
