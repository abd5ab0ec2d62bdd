import assert from "node:assert/strict";
import type { Call } from "../../src/analysis/ast.ts";
import { identities } from "../../src/analysis/identities.ts";
import { textOf } from "../../src/analysis/source.ts";
import { boundSocketUse } from "../../src/sockets/bound-socket.ts";
import { sitesOf } from "../../src/sockets/collect.ts";
import { reachesPackages } from "../../src/sockets/known-packages.ts";
import { callsBack, emitsError, mayEmitError } from "../../src/sockets/listen-errors.ts";
import { joinsOf, receivesMany } from "../../src/sockets/membership.ts";
import { isTcpListen, type ApiSite, type CallSite } from "../../src/sockets/site.ts";
import { bindOf, makesDatagramSocket } from "../../src/sockets/udp.ts";
import { listeningTo, usesOfResult } from "../../src/sockets/uses.ts";
import { parseFile } from "../../../server/src/lint/parse.ts";
import { snippet } from "../analysis/marked.ts";
import { callIn, callsIn, environment, sitesIn } from "./sites.ts";

describe("uses of what a call gives", () => {
  for (const [code, expected] of [
    ["const s = «app.listen(1)»; s.on('error', f);", 1],
    ["const s = «app.listen(1)»; s.on('error', f); s.once('error', g);", 2],
    ["const s = «app.listen(1)»; s.prependListener('error', f);", 1],
    ["const s = «app.listen(1)»; s.off('error', f);", 0],
    ["const s = «app.listen(1)»; s.ion('error', f);", 0],
    ["const s = «app.listen(1)»; s.only('error', f);", 0],
    ["const s = «app.listen(1)»; s.on('close', f);", 0],
    ["const s = «app.listen(1)»; s.on(error, f);", 0],
    ["const s = «app.listen(1)»; t.on('error', f);", 0],
    ["«app.listen(1)».on('error', f);", 1],
    ["«app.listen(1)».ref().on('error', f);", 1],
    ["«app.listen(1)».on;", 0],
    ["x[«app.listen(1)»]('error', f);", 0],
    ["x(«app.listen(1)»).on('error', f);", 0],
    ["const s = await «app.listen(1)»; s.on('error', f);", 1],
    ["const s = «app.listen(1)» as Server; s.on('error', f);", 1],
    ["const s = «app.listen(1)».on('x', y); s.on('error', f);", 1],
    ["let s; s = «app.listen(1)»; s.on('error', f);", 1],
    ["const s = x(«app.listen(1)»); s.on('error', f);", 0],
    ["class C { m() { this.s = «app.listen(1)»; } n() { this.s.on('error', f); } }", 1],
    ["class C { m() { this.s = «app.listen(1)»; } n() { this.t.on('error', f); } }", 0],
  ] as [string, number][])
    it(`${code}: ${expected}`, () => {
      const { file, marks } = snippet(`export async function f(app) { ${code} }`);
      assert.equal(usesOfResult(sitesOf(file), marks[0] as Call, listeningTo("error")).length, expected);
    });
});

describe("listens that repeat another", () => {
  const NET = 'import net from "node:net";\nconst server = net.createServer();\n';
  for (const [code, expected] of [
    ["server.listen(1); server.listen(2);", "first, again"],
    ["server.listen(1); net.createServer().listen(2);", "first, first"],
    ["net.createServer().listen(1); net.createServer().listen(1);", "first, first"],
    ["try { server.listen(1); } catch { server.listen(2); }", "first, again"],
    ["server.listen({ fd: 3 }); server.listen(2);", "first, first"],
    ["server.listen({ handle: h }); server.listen(2);", "first, first"],
    ["export function f(app) { const s = app.listen(3000); s.listen(4000); }", "first, again"],
    ["export function f(app) { const s = app.listen(3000); app.listen(4000); }", "first, again"],
    ["export function f(app, b) { app.listen(3000); b.listen(4000); }", "first, first"],
    ["server.listen(x ? { port: 1 } : { port: 2 });", "first, first"],
  ] as [string, string][])
    it(`${code} → ${expected}`, () =>
      assert.equal(
        callsIn(NET + code)
          .map((each) => (each.repeated ? "again" : "first"))
          .join(", "),
        expected,
      ));
});

describe("the handle of a connection", () => {
  const BOUND = 'import net from "node:net";\nconst b = new net.BoundSocket({ host: "a" });\n';
  for (const [code, expected] of [
    ["net.connect({ handle: b });", "handle: b"],
    ["new net.Socket({ handle: b });", "handle: b"],
    ["const options = { handle: b }; net.connect(options);", "handle: b"],
    ["net.connect({ port: 1 });", null],
    ["net.connect({ handle: other });", null],
    ["net.connect({ other: b });", null],
    ["net.connect(...[{ handle: b }]);", null],
    ["net.createServer({ handle: b });", null],
    ["other({ handle: b });", null],
  ] as const)
    it(`${code} → ${expected}`, () => {
      const sites = sitesIn(BOUND + code);
      const site = sites.find(({ label }) => label.includes("BoundSocket")) ?? assert.fail("no site");
      const found = boundSocketUse(site.file, site);
      assert.equal(found && textOf(found), expected);
    });
});

const DGRAM =
  'import dgram from "node:dgram"; import net from "node:net";\nconst s = dgram.createSocket("udp4"); const t = dgram.createSocket("udp4");\n';

describe("the bind of a datagram socket", () => {
  const [first] = callsIn(`${DGRAM}s.bind(1);`, "create") as [CallSite];
  const bound = (code: string) => {
    const all = callsIn(DGRAM + code, "create");
    return bindOf(all[0]!, { sites: sitesOf(all[0]!.file) })?.label ?? null;
  };
  it("is that of its own", () => {
    assert.equal(bound("s.bind(1);"), "s.bind()");
    assert.equal(bound("t.bind(1);"), null);
    assert.equal(bound(""), null);
    const bind = callIn(`${DGRAM}s.bind(1);`, "bind");
    assert.equal(bindOf(bind, { sites: sitesOf(bind.file) }), bind);
  });
  it("is another thing than its making", () => {
    assert.equal(makesDatagramSocket(first), true);
    assert.equal(makesDatagramSocket(callIn(`${DGRAM}s.bind(1);`, "bind")), false);
    assert.equal(makesDatagramSocket(callIn("Bun.udpSocket({ port: 1 });", "bind")), true);
    assert.equal(
      makesDatagramSocket(callIn(`${DGRAM}net.createServer();`.replace(/const s.*\n/, ""), "create")),
      false,
    );
  });
  it("is no listen", () => {
    assert.equal(isTcpListen(callIn(`${DGRAM}s.bind(1);`, "bind")), false);
    assert.equal(isTcpListen(callIn(`${DGRAM}net.createServer().listen(1);`)), true);
  });
});

describe("a socket that joins groups", () => {
  for (const [code, joins, many] of [
    ["s.addMembership('224.0.0.1');", 1, true],
    ["s.addSourceSpecificMembership('10.0.0.1', '232.0.0.1');", 1, true],
    ["s.setBroadcast(true);", 0, true],
    ["s.setMulticastTTL(1);", 0, true],
    ["s.setMulticastLoopback(true);", 0, true],
    ["s.setTTL(1);", 0, false],
    ["s.dropMembership('224.0.0.1');", 0, false],
    ["s.readdMembership('224.0.0.1');", 0, false],
    ["t.addMembership('224.0.0.1');", 0, false],
    ["s.addMembership('224.0.0.1'); s.addMembership('224.0.0.2');", 2, true],
  ] as [string, number, boolean][])
    it(`${code} ${joins} ${many}`, () => {
      const [site] = callsIn(DGRAM + code, "create") as [CallSite];
      assert.equal(joinsOf(sitesOf(site.file), site).length, joins);
      assert.equal(receivesMany(site, sitesOf(site.file)), many);
    });
});

describe("who is given the error of a listen", () => {
  const listen = (args: string) =>
    callIn(`import express from "express";\nexpress().listen(${args});`) as CallSite as ApiSite;
  const around = (express?: string) => ({
    ...environment(),
    dependencies: express === undefined ? {} : { express },
  });
  for (const [range, answer, emits] of [
    ["^4.0.0", "no", true],
    ["^5.0.0", "yes", false],
    [">=4", "maybe", false],
    [undefined, "no", false],
  ] as const)
    it(`express ${range}: ${answer}`, () => {
      assert.equal(callsBack(listen("3000, (err) => {}"), around(range)), answer);
      assert.equal(callsBack(listen("3000"), around(range)), "no");
      assert.equal(emitsError(listen("3000, (err) => {}"), around(range)), emits);
      assert.equal(emitsError(listen("3000"), around(range)), true);
    });
  it("is the server alone of node:net, on Node", () => {
    const net = (args: string) => callIn(`import net from "node:net";\nnet.createServer().listen(${args});`);
    assert.equal(emitsError(net("3000"), environment()), true);
    assert.equal(emitsError(net("3000"), environment("bun")), false);
    assert.equal(emitsError(net("'/run/a'"), environment()), false);
    assert.equal(emitsError(callIn("export function f(it) { it.listen(3000); }"), environment()), false);
    assert.equal(callsBack(net("3000, (err) => {}") as ApiSite, around("^5.0.0")), "no");
    assert.equal(emitsError(callIn(`${DGRAM}s.bind(1);`, "bind"), environment()), false);
  });
});

describe("an 'error' event that a program emits", () => {
  for (const [code, expected] of [
    ["app.emit('error', e);", true],
    ["other.emit('error', e);", false],
    ["app.on('error', e);", false],
    ["emit('error', e);", false],
    ["export function f(ctx) { ctx.app.emit('error', e); }", true],
    ["export function f(ctx) { ctx.other.emit('error', e); }", false],
    ["export function f(app) { app.emit('error', e); }", true],
    ["export function f(it) { it.emit('error', e); }", false],
  ] as [string, boolean][])
    it(`${code} ${expected}`, () => {
      const { file, marks } = snippet(
        `import Koa from "koa"; const app = new Koa(); const other = new Koa(); «app»; ${code}`,
        "a.mjs",
      );
      assert.equal(mayEmitError(file, identities(marks[0]!)), expected);
    });
});

describe("whether a file reaches packages", () => {
  for (const [code, expected] of [
    ["import net from 'net';", true],
    ["import net from 'node:net';", true],
    ["const net = require('net');", true],
    ["import x from './x.js';", false],
    ["import x from 'lodash';", false],
    ["x();", false],
    ["Deno.serve();", true],
    ["Deno.build;", false],
    ["Deno[x];", true],
    ["x[Deno];", true],
    ["const { serve } = Deno;", true],
    ["typeof Deno;", false],
    ["(Deno as any).serve();", true],
    ["(Deno as any).build;", false],
    ["const Deno = x; Deno.serve();", false],
    ["globalThis.Deno;", true],
    ["globalThis.x;", false],
    ["const { Deno } = globalThis;", true],
    ["window.x;", false],
    ["window.Bun;", true],
    ["self.Bun;", true],
    ["global.Bun;", true],
    ["globals.Bun;", false],
    ["fetch('x');", true],
    ["it.createSocket();", true],
    ["it.createSockets();", false],
    ["module . require('x');", true],
    ["createRequire(x);", true],
    ["process.getBuiltinModule('x');", true],
  ] as [string, boolean][])
    it(`${code} ${expected}`, () => assert.equal(reachesPackages(parseFile(code, "a.ts")), expected));
  it("may, where a type checker can tell", () => {
    const file = parseFile("x();", "a.ts");
    file.typeOf = () => null;
    assert.equal(reachesPackages(file), true);
  });
});
