import assert from "node:assert/strict";
import { parseFile } from "../../../server/src/lint/parse.ts";
import { handlersOf, listensTo } from "../../src/sockets/handlers.ts";
import { marked } from "../analysis/marked.ts";
import type { Call } from "../../src/analysis/ast.ts";

/** `SIGTERM by on`, `once SIGINT|SIGTERM by once`, `app-error of requests by on`; `?` for signals that nobody knows. */
function handlers(code: string): string {
  const file = parseFile(code, "a.mjs");
  return handlersOf(file)
    .map((each) => {
      const name = file.text.slice(...each.name.range);
      const what =
        each.kind === "app-error"
          ? `app-error of ${each.about}`
          : `${each.once ? "once " : ""}${each.signals?.join("|") ?? "?"}`;
      return `${what} by ${name}${each.listener ? "" : ", from elsewhere"}`;
    })
    .join("; ");
}

describe("handlers", () => {
  for (const [code, expected] of [
    ["process.on('SIGTERM', () => {});", "SIGTERM by on"],
    ["process.on('SIGTERM', stop);", "SIGTERM by on, from elsewhere"],
    ["function stop() {} process.on('SIGTERM', stop);", "SIGTERM by on"],
    ["process.once('SIGUSR2', () => {});", "once SIGUSR2 by once"],
    ["process.prependOnceListener('SIGINT', () => {});", "once SIGINT by prependOnceListener"],
    ["process.addListener('SIGINT', () => {});", "SIGINT by addListener"],
    ["process.prependListener('SIGINT', () => {});", "SIGINT by prependListener"],
    ["process.off('SIGINT', () => {});", ""],
    ["process.only('SIGINT', () => {});", ""],
    ["process.goon('SIGINT', () => {});", ""],
    ["process[x]('SIGINT', () => {});", ""],
    ["on('SIGINT', () => {});", ""],
    ["process.on('SIGINT');", ""],
    ["process.on('exit', () => {});", ""],
    ["process.on('SIG', () => {});", ""],
    ["process.on('XSIGINT', () => {});", ""],
    ["process.on('SIGINTx', () => {});", ""],
    ["process.on('SIGUSR22', () => {});", ""],
    ["process.on(name, () => {});", "? by on"],
    ["import process from 'node:process'; process.on('SIGINT', () => {});", "SIGINT by on"],
    ["it.on('SIGINT', () => {});", ""],
    ["it.process.on('SIGINT', () => {});", ""],
    ["new process.on('SIGINT', () => {});", ""],
    ["for (const s of ['SIGINT', 'SIGTERM']) process.on(s, () => {});", "SIGINT|SIGTERM by on"],
    ["['SIGINT', 'SIGTERM'].forEach((s) => process.on(s, () => {}));", "SIGINT|SIGTERM by on"],
    ["for (const s of ['SIGINT', x]) process.on(s, () => {});", "? by on"],
    ["for (const [s] of [['SIGINT'], ['SIGTERM']]) process.on(s, () => {});", "? by on"],
    ["for (const s of ['exit', 'SIGTERM']) process.on(s, () => {});", "exit|SIGTERM by on"],
    ["for (const s of ['exit', 'beforeExit']) process.on(s, () => {});", ""],
    ["import express from 'express'; express().on('error', () => {});", "app-error of nothing by on"],
    ["import express from 'express'; express().on('errors', () => {});", ""],
    ["import express from 'express'; express().on('error');", ""],
    ["import Koa from 'koa'; new Koa().on('error', () => {});", "app-error of requests by on"],
    ["import net from 'net'; net.createServer().on('error', () => {});", ""],
    ["it.on('error', () => {});", ""],
    ["process.on('SIGINT', () => process.on('SIGTERM', () => {}));", "SIGINT by on; SIGTERM by on"],
  ] as [string, string][])
    it(`${code} → ${expected || "none"}`, () => assert.equal(handlers(code), expected));
});

describe("listensTo", () => {
  for (const [code, expected] of [
    ["«it.on('error', f)»", "on"],
    ["«it.once('error')»", "once"],
    ["«it.on('close', f)»", null],
    ["«it.on(error, f)»", null],
    ["«it.off('error', f)»", null],
    ["«on('error', f)»", null],
    ["«new it.on('error', f)»", null],
  ] as const)
    it(`${code} → ${expected}`, () => assert.equal(listensTo(marked(code) as Call, "error"), expected));
});
