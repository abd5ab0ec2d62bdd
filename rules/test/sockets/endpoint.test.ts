import assert from "node:assert/strict";
import { callIn, endpointInWords as text, listenWith, plain } from "./sites.ts";

/** Where `net.Server#listen` ends up: [arguments, endpoint]. */
const LISTENS: readonly (readonly [args: string, endpoint: string])[] = [
  ["3000", "port 3000"],
  ['"3000"', "port 3000"],
  ["0", "port 0"],
  ["", "no port"],
  ["undefined", "no port"],
  ["() => {}", "no port"],
  ["{}", "no port"],
  ["process.env.PORT", "port ?"],
  ["process.env.PORT || 3000", "port ? else 3000"],
  ["process.env.PORT ?? 0", "port ?"],
  ["base + 1", "port ?"],
  ["65536", "unknown"],
  ['"/tmp/app.sock"', "ipc"],
  ["process.env.SOCKET_PATH", "ipc"],
  ["socketPath", "ipc"],
  ["fd", "fd"],
  ["handle", "handle"],
  ["portOrPath", "unknown"],
  ["options", "unknown"],
  ["net.createServer()", "handle"],
  ["{ port: 3000 }", "port 3000"],
  ["{ port: 0 }", "port 0"],
  ["{ port: config.port }", "port ?"],
  ['{ path: "/tmp/a" }', "ipc"],
  ['{ port: 3000, path: "/tmp/a" }', "port 3000"],
  ["{ fd: 3 }", "fd"],
  ["{ fd: 3, port: 3000 }", "fd"],
  ["{ _handle: h, port: 3000 }", "handle"],
  ["{ handle: h }", "handle"],
  ["{ handle: h, port: 3000 }", "handle"],
  ["{ fd: null, port: 3000 }", "port 3000"],
  ["{ port: undefined, path: '/tmp/a' }", "no port"],
  ["{ port: undefined }", "no port"],
  ["{ port: '/tmp/a' }", "unknown"],
  ["{ port: '3000' }", "port 3000"],
  ["{ ...rest, port: 3000 }", "port 3000"],
  ["{ host: 'a', ...rest }", "unknown"],
  ["x ? 3000 : socketPath", "port ? else 3000"],
  ["x ? '/tmp/a' : handle", "unknown"],
  ["{ ...rest }", "unknown"],
  ["...args", "unknown"],
];

/** Other APIs, whose rows say more: [code, kind of site, endpoint, host]. */
const ROWS: readonly (readonly [code: string, op: "listen" | "bind", endpoint: string, host: string])[] = [
  ["Bun.serve({ fetch })", "listen", "port 3000", "absent"],
  ['Bun.serve({ unix: "/tmp/a", fetch })', "listen", "ipc", "absent"],
  ['Bun.serve({ port: 1, hostname: "::1", fetch })', "listen", "port 1", 'known "::1"'],
  ["Deno.serve(() => new Response())", "listen", "port 8000", "absent"],
  [
    'import grpc from "@grpc/grpc-js";\nnew grpc.Server().bindAsync("[::1]:50051", c, f)',
    "listen",
    "port 50051",
    'known "::1"',
  ],
  [
    'import grpc from "@grpc/grpc-js";\nnew grpc.Server().bindAsync("0.0.0.0:0", c, f)',
    "listen",
    "port 0",
    'known "0.0.0.0"',
  ],
  ['import fastify from "fastify";\nfastify().listen({ port: 1 })', "listen", "port 1", 'known "localhost"'],
  ['import { WebSocketServer } from "ws";\nnew WebSocketServer({ server })', "listen", "attached", "absent"],
  ['import { WebSocketServer } from "ws";\nnew WebSocketServer({ port: 1 })', "listen", "port 1", "absent"],
  [
    'import { Server } from "socket.io";\nimport http from "http";\nnew Server(http.createServer())',
    "listen",
    "attached",
    "absent",
  ],
  [
    'import dgram from "dgram";\ndgram.createSocket("udp4").bind(5353, "127.0.0.1")',
    "bind",
    "port 5353",
    'known "127.0.0.1"',
  ],
  ['import dgram from "dgram";\ndgram.createSocket("udp4").bind()', "bind", "no port", "absent"],
  ['import net from "net";\nnew net.BoundSocket({ host })', "bind", "no port", "open"],
];

describe("endpoints", () => {
  for (const [args, endpoint] of LISTENS)
    it(`listen(${args}): ${endpoint}`, () => assert.equal(text(listenWith(args).endpoint), endpoint));

  for (const [code, op, endpoint, host] of ROWS)
    it(`${code.split("\n").at(-1)}: ${endpoint}`, () => {
      const site = callIn(code, op);
      assert.equal(text(site.endpoint), endpoint);
      assert.equal(plain(site.host), host);
    });

  it("takes the row's host only where the call gives none", () => {
    const fastify = (options: string) =>
      plain(callIn(`import fastify from "fastify";\nfastify().listen({ port: 1, ${options} });`).host);
    assert.equal(fastify('host: "::1"'), 'known "::1"');
    assert.equal(fastify("host: host()"), "open");
    assert.equal(fastify("...rest"), "unknown");
  });

  it("finds the host behind the port, before it, and in the options", () => {
    assert.equal(plain(listenWith('1, "::1"').host), 'known "::1"');
    assert.equal(plain(listenWith('{ port: 1, host: "::1" }').host), 'known "::1"');
    assert.equal(plain(listenWith("1, host()").host), "open");
    assert.equal(plain(listenWith("1, undefined, 5").host), "absent");
    assert.equal(plain(listenWith("1, 5").host), "absent", "a backlog");
    assert.equal(plain(listenWith("1, null").host), "absent");
    assert.equal(plain(listenWith("{ port: 1, host: null }").host), "absent");
  });

  it("are unknown for what opens no port", () => {
    const made = callIn('import net from "net";\nnet.createServer({ port: 1 });', "create");
    const connected = callIn('import net from "net";\nnet.connect({ port: 1 });', "connect");
    assert.deepEqual([text(made.endpoint), text(connected.endpoint)], ["unknown", "unknown"]);
  });
});
