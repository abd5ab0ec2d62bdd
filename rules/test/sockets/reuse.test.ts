import assert from "node:assert/strict";
import { isTrueOn, isUnshared, reuseOf, rowAgainst, type Reuse } from "../../src/sockets/reuse.ts";
import type { CallSite } from "../../src/sockets/site.ts";
import type { Runtime } from "../../src/catalogue/types.ts";
import { callIn, callsIn, environment, listenWith } from "./sites.ts";

/** A verdict in one line. */
function text(reuse: Reuse): string {
  switch (reuse.state) {
    case "absent":
      return reuse.lost ? `absent, lost: ${reuse.lost.instead} [${reuse.lost.fact ?? ""}]` : "absent";
    case "stated":
      return `stated by ${reuse.by}`;
    case "effective":
      return reuse.constant ? "effective" : "effective, open";
    case "ignored":
      return `ignored by ${reuse.by} [${reuse.why.fact ?? ""}]`;
    case "default":
      return `default [${reuse.fact ?? ""}]`;
    default:
      return reuse.state;
  }
}

const on = (site: CallSite, runtime: Runtime = "node", node: string | null = null) =>
  text(reuseOf(site, environment(runtime, node)));

const HTTP = 'import http from "http";\n';
const UWS = 'import uWS from "uWebSockets.js";\n';
const HYPER = 'import { Server } from "hyper-express";\n';
const ELYSIA = 'import { Elysia } from "elysia";\n';

describe("the verdict on reuse", () => {
  const plainListens: readonly (readonly [args: string, verdict: string])[] = [
    ["3000", "absent"],
    ["{ port: 3000 }", "absent"],
    ["{ port: 3000, ...rest }", "unknown"],
    ["...args", "unknown"],
    ["{ port: 3000, reusePort: false }", "stated by reusePort"],
    ["{ port: 3000, reusePort: 0 }", "stated by reusePort"],
    ["{ port: 3000, exclusive: true }", "stated by exclusive"],
    ["{ port: 3000, exclusive: false }", "stated by exclusive"],
    ["{ port: 3000, exclusive: true, reusePort: true }", "effective"],
    ["3000, { reusePort: true }", "stated by elsewhere"],
    ["3000, { exclusive: true }", "stated by elsewhere"],
    ["3000, { backlog: 5 }", "absent"],
    ["{ port: 3000, reusePort: true }", "effective"],
    ["{ port: 0, reusePort: true }", "effective"],
    ["{ port: 3000, reusePort: share }", "effective, open"],
    ['{ port: 3000, reusePort: "yes" }', "ignored by type [node-reuse-port-strict-true]"],
    ['{ path: "/tmp/a", reusePort: true }', "ignored by endpoint [node-reuse-port-path]"],
    ["{ fd: 3, reusePort: true }", "ignored by endpoint [node-reuse-port-fd]"],
    ["{ handle, reusePort: true }", "ignored by endpoint [node-bound-socket]"],
    ['{ path: "/tmp/a", reusePort: false }', "stated by reusePort"],
  ];
  for (const [args, verdict] of plainListens)
    it(`net: listen(${args}): ${verdict}`, () => assert.equal(on(listenWith(args)), verdict));

  it("looks at the server that was made, too", () => {
    const [listen] = callsIn(`${HTTP}http.createServer({ exclusive: true }).listen(3000);`);
    assert.equal(on(listen!), "stated by elsewhere");
    const [open] = callsIn(`${HTTP}http.createServer({ ...options }).listen(3000);`);
    assert.equal(on(open!), "absent", "what may stand there is not stated");
  });

  it("depends on the versions of Node", () => {
    const site = listenWith("{ port: 3000, reusePort: true }");
    const version = "ignored by version [node-reuse-port-versions]";
    assert.equal(on(site, "node", "20.x"), version);
    assert.equal(on(site, "node", "23.0.x"), version);
    assert.equal(on(site, "node", ">=20"), "effective");
    assert.equal(on(site, "node", ">=22.12 <23"), "effective");
    assert.equal(on(site, "bun", "20.x"), "effective", "versions of Node say nothing of Bun");
    assert.equal(
      on(listenWith('{ port: 1, reusePort: "yes" }'), "node", "20.x"),
      "ignored by type [node-reuse-port-strict-true]",
    );
    const udp = callIn('import dgram from "dgram";\ndgram.createSocket({ type: "udp4", reusePort: true });', "create");
    assert.equal(on(udp, "node", "20.x"), "ignored by version [dgram-reuse-port-versions]");
    assert.equal(on(udp, "deno"), "ignored by call [deno-datagram-options]");
  });

  it("depends on the runtime", () => {
    const site = callIn(`${HTTP}http.createServer().listen({ port: 3000, reusePort: true });`);
    assert.equal(on(site), "effective");
    assert.equal(on(site, "bun"), "ignored by call [bun-http-ignores-reuse-port]");
    assert.equal(on(site, "deno"), "effective");
    const silent = callIn(`${HTTP}http.createServer().listen(3000);`);
    assert.equal(on(silent, "bun"), "absent, lost: use Bun.serve({ reusePort }) [bun-http-ignores-reuse-port]");
    assert.equal(
      on(listenWith('{ path: "/a", reusePort: true }'), "deno"),
      "ignored by endpoint []",
      "the fact is about Node",
    );
    const bun = callIn("Bun.listen({ hostname: h, port: 1, exclusive: true, reusePort: true, socket });");
    assert.equal(on(bun, "bun"), "ignored by call [bun-exclusive-wins]");
    const shared = callIn("Bun.listen({ hostname: h, port: 1, exclusive: false, reusePort: true, socket });");
    assert.equal(on(shared, "bun"), "effective");
  });

  it("is computed once for an environment, and anew for another", () => {
    const site = listenWith("{ port: 3000, reusePort: true }");
    const node = environment();
    assert.equal(reuseOf(site, node), reuseOf(site, node));
    assert.notEqual(reuseOf(site, node), reuseOf(site, environment("node", "20.x")));
  });

  it("knows which APIs lose the option, and what to do", () => {
    const ws = 'import { WebSocketServer } from "ws";\n';
    assert.match(
      on(callIn(`${ws}new WebSocketServer({ port: 1 });`)),
      /^absent, lost: create the http\.Server yourself/,
    );
    assert.equal(on(callIn(`${ws}new WebSocketServer({ port: 1, reusePort: true });`)), "ignored by call []");
    const nest = 'import { NestFactory } from "@nestjs/core";\nconst app = await NestFactory.create(M);\napp.listen(';
    assert.match(on(callIn(`${nest}3000);`)), /^absent, lost: pass the options object/);
    assert.equal(on(callIn(`${nest}{ port: 3000 });`)), "absent");
    const grpc = callIn('import grpc from "@grpc/grpc-js";\nnew grpc.Server().bindAsync("[::]:50051", c, f);');
    assert.match(on(grpc), /^absent, lost: give each process a port of its own/, "no row, yet it drops the option");
    const hapi = callIn('import Hapi from "@hapi/hapi";\nHapi.server({ port: 1, reusePort: true });');
    assert.equal(on(hapi), "stated by reusePort", "it throws, and shares nothing");
  });

  it("knows what shares by default, and what tells it not to", () => {
    const uws = "default [uws-shares-by-default]";
    assert.equal(on(callIn(`${UWS}uWS.App().listen(3000, () => {});`)), uws);
    assert.equal(on(callIn(`${UWS}uWS.App().listen(3000, given);`)), "unknown", "a callback, or flags");
    assert.equal(on(callIn(`${UWS}uWS.App().listen(3000, uWS.LIBUS_LISTEN_DEFAULT, () => {});`)), uws);
    assert.equal(on(callIn(`${UWS}uWS.App().listen("::", 3000, () => {});`)), uws);
    assert.equal(on(callIn(`${UWS}uWS.App().listen(3000, 0, () => {});`)), uws);
    assert.equal(on(callIn(`${UWS}uWS.App().listen(3000, 1, () => {});`)), "unknown");
    assert.equal(
      on(callIn(`${UWS}uWS.App().listen(3000, uWS.LIBUS_LISTEN_EXCLUSIVE_PORT, () => {});`)),
      "stated by elsewhere",
    );
    assert.equal(on(callIn(`${UWS}uWS.App().listen(3000, flags(), () => {});`)), "unknown");
    assert.equal(on(callIn(`${HYPER}new Server().listen(3000);`)), uws);
    assert.equal(on(callIn(`${HYPER}new Server({ exclusive_port: false }).listen(3000);`)), uws);
    assert.equal(on(callIn(`${HYPER}new Server({ exclusive_port: true }).listen(3000);`)), "stated by elsewhere");
    assert.equal(on(callIn(`${HYPER}new Server(options).listen(3000);`)), "unknown");
    assert.equal(on(callIn(`${HYPER}export const f = (s: Server) => s.listen(3000);`, "listen", "a.ts")), "unknown");
  });

  it("follows Elysia to the runtime that it stands on", () => {
    const listen = (made: string, args: string, before = "") =>
      callIn(`${ELYSIA}${before}new Elysia(${made}).listen(${args});`);
    assert.equal(on(listen("", "3000"), "bun"), "default []");
    assert.equal(on(listen("", "3000"), "deno"), "unknown");
    assert.equal(on(listen("{ adapter: node() }", "3000"), "node"), "unknown");
    assert.equal(on(listen("", "3000", 'import { node } from "@elysiajs/node";\n'), "node"), "unknown");
    assert.equal(on(listen("", "{ port: 3000, reusePort: false }"), "bun"), "stated by reusePort");
    assert.equal(on(listen("{ serve: { reusePort: false } }", "3000"), "bun"), "stated by elsewhere");
    assert.equal(on(listen("", "{ port: 3000, reusePort: true }"), "bun"), "effective");
    assert.equal(on(listen("{ serve: { reusePort: true } }", "3000"), "bun"), "unknown", "stated, and not by default");
  });

  it("looks at the type of the value only where the API does", () => {
    const bun = callIn("Bun.serve({ port: 1, reusePort: 1, fetch });");
    assert.equal(on(bun, "bun"), "effective", "Bun.serve takes every truthy value");
    const listen = callIn("Bun.listen({ hostname: 'a', port: 1, reusePort: 1, socket });");
    assert.equal(on(listen, "bun"), "stated by reusePort", "it throws, and nothing is shared");
    assert.match(on(callIn("Deno.serve({ port: 1, reusePort: 1 }, f);"), "deno"), /^ignored by type/);
    const net = callIn('import net from "net"; net.createServer().listen({ port: 1, reusePort: 1 });');
    assert.match(on(net, "deno"), /^ignored by type/);
    assert.equal(on(net, "bun"), "stated by reusePort");
  });

  it("takes the options of the call that makes a socket for its own", () => {
    const udp = callIn('import dgram from "dgram";\ndgram.createSocket({ type: "udp4", exclusive: false });', "create");
    assert.equal(on(udp), "stated by exclusive");
    assert.equal(on(callIn('import dgram from "dgram";\ndgram.createSocket({ type: "udp4" });', "create")), "absent");
  });

  it("is unshared where the call is silent or says no", () => {
    const verdict = (args: string) => isUnshared(reuseOf(listenWith(args), environment()));
    assert.deepEqual(
      ["1", "{ port: 1, reusePort: false }", "{ port: 1, reusePort: true }", "{ ...rest }"].map(verdict),
      [true, true, false, false],
    );
  });
});

describe("isTrueOn", () => {
  const of = (args: string, platform: string, before = "") => {
    const site = listenWith(args, before);
    return isTrueOn(site, site.option("reusePort"), platform);
  };

  it("follows the value and everything that it depends on", () => {
    const guard = '{ port: 1, reusePort: process.platform === "linux" }';
    assert.deepEqual([of(guard, "linux"), of(guard, "darwin")], [true, false]);
    const spread = '{ port: 1, ...(process.platform !== "win32" && { reusePort: true }) }';
    assert.deepEqual([of(spread, "linux"), of(spread, "win32")], [true, false]);
    assert.equal(of("{ port: 1, reusePort: share() }", "linux"), null);
    assert.equal(of("{ port: 1, ...(many && { reusePort: true }) }", "linux"), null);
    assert.equal(of("{ port: 1 }", "linux"), false);
    assert.equal(of("{ ...rest }", "linux"), null);
    const elsewhere = '{ port: 1, ...(process.platform === "linux" && { reusePort: share() }) }';
    assert.deepEqual([of(elsewhere, "win32"), of(elsewhere, "linux")], [false, null], "not there at all on Windows");
    assert.equal(of("{ port: 1, reusePort: 1 }", "linux"), false, "net wants true itself");
  });

  it("takes any truthy value where the API does", () => {
    const udp = callIn('import dgram from "dgram";\ndgram.createSocket({ type: "udp4", reusePort: 1 });', "create");
    assert.equal(isTrueOn(udp, udp.option("reusePort"), "linux"), true);
  });
});

describe("rowAgainst", () => {
  it("finds the row of an option, of its runtime, and beside what it wants", () => {
    const bind = callIn('import dgram from "dgram";\ndgram.createSocket("udp4").bind({ port: 1 });', "bind");
    assert.equal(rowAgainst(bind, "reuseAddr", environment())?.fact, "dgram-bind-options-ignored");
    assert.equal(rowAgainst(bind, "exclusive", environment()), null);
    const http = callIn(`${HTTP}http.createServer().listen(1);`);
    assert.equal(rowAgainst(http, "reusePort", environment()), null);
    assert.ok(rowAgainst(http, "reusePort", environment("bun")));
  });
});
