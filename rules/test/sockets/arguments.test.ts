import assert from "node:assert/strict";
import { callIn, callsIn, listenWith, plain, sitesIn } from "./sites.ts";

const NET = 'import net from "node:net";\nconst server = net.createServer();\n';

describe("arguments", () => {
  it("are read branch by branch where the first one is a condition", () => {
    const sites = callsIn(`${NET}server.listen(path ? { path } : { port: 3000 });`);
    assert.deepEqual(
      sites.map(({ endpoint, conditions }) => [endpoint.kind, conditions.map((each) => each.when)]),
      [
        ["ipc", [true]],
        ["port", [false]],
      ],
    );
  });

  it("are one reading where neither branch is an object", () => {
    assert.equal(callsIn(`${NET}server.listen(path ? "/tmp/a" : 3000);`).length, 1);
  });

  it("are read once for every object that a variable may be", () => {
    const written = "let options = { port: 1 };\nif (many) options = { port: 2, reusePort: true };\n";
    const sites = callsIn(`${NET}${written}server.listen(options);`);
    assert.deepEqual(
      sites.map((each) => [each.endpoint.kind === "port" && each.endpoint.value, plain(each.option("reusePort"))]),
      [
        [1, "absent"],
        [2, "known true"],
      ],
    );
  });

  it("are unknown behind a spread, as far as it may reach", () => {
    const before = listenWith("...args");
    assert.deepEqual([before.options, before.optionsUnknown], [null, true]);
    const behind = listenWith("3000, ...args");
    assert.deepEqual([behind.endpoint.kind, behind.optionsUnknown], ["port", true]);
    assert.equal(plain(behind.option("reusePort")), "unknown");
    assert.equal(listenWith("3000, ...args, { reusePort: true }").stray.length, 0, "nobody knows where that stands");
  });

  it("keep objects that nobody reads apart", () => {
    const site = listenWith("3000, { reusePort: true }, () => {}");
    assert.equal(site.stray.length, 1);
    assert.equal(plain(site.option("reusePort")), "absent");
    assert.ok(site.callback);
    assert.equal(listenWith("{ port: 3000 }").stray.length, 0);
    assert.equal(listenWith('"/tmp/a", { reusePort: true }').stray.length, 1);
    const grpc = 'import grpc from "@grpc/grpc-js";\nnew grpc.Server().bindAsync("[::]:1", { reusePort: true }, f);';
    assert.equal(callIn(grpc).stray.length, 0, "an argument that is something else");
    const passed = callIn('import uWS from "uWebSockets.js";\nuWS.App().listen({ reusePort: true }, 3000);');
    assert.equal(passed.stray.length, 0, "the first argument is not behind anything");
    assert.equal(
      callIn('import http from "http";\nhttp.get("http://a", { localAddress: "::1" });', "connect").stray.length,
      0,
      "the row gives the second argument a meaning",
    );
  });

  it("take the form that fits: a port, a host before it, settings behind it", () => {
    const uws = 'import uWS from "uWebSockets.js";\nuWS.App().listen(';
    assert.equal(plain(callIn(`${uws}"127.0.0.1", 3000, cb);`).host), 'known "127.0.0.1"');
    assert.equal(plain(callIn(`${uws}3000, cb);`).host), "absent");
    assert.equal(plain(callIn(`${uws}port.value, 0);`).host), "absent", "two arguments begin with the port");
    const tls = (args: string) => callIn(`import tls from "tls";\ntls.connect(${args});`, "connect");
    assert.equal(plain(tls('443, "a.test", { localAddress: "::1" }').option("localAddress")), 'known "::1"');
    assert.equal(plain(tls('443, { localAddress: "::1" }').option("localAddress")), 'known "::1"');
    assert.equal(plain(tls('{ port: 443, localAddress: "::1" }').option("localAddress")), 'known "::1"');
  });

  it("are looked up under the row's own spelling and below the place that it names", () => {
    const deno = callIn("Deno.listenDatagram({ port: 1, hostname: h, reuseAddress: true });", "bind");
    assert.deepEqual([plain(deno.option("reuseAddr")), plain(deno.option("host"))], ["known true", "open"]);
    const vite = callIn(
      'import { createServer } from "vite";\ncreateServer({ server: { reusePort: true } });',
      "create",
    );
    assert.equal(plain(vite.option("reusePort")), "known true");
    const above = callIn('import { createServer } from "vite";\ncreateServer({ reusePort: true });', "create");
    assert.equal(plain(above.option("reusePort")), "absent");
    const redis = (options: string) =>
      callIn(`import Redis from "ioredis";\nnew Redis({ ${options} });`, "connect").option("tls.localAddress");
    assert.equal(plain(redis('tls: { localAddress: "::1" }')), 'known "::1"');
    assert.equal(plain(redis('localAddress: "::1"')), "absent");
    assert.equal(plain(redis("tls")), "unknown");
  });
});

describe("kinds of sites", () => {
  it("tell a known callee from a shape", () => {
    assert.deepEqual(
      sitesIn(`${NET}server.listen(3000);\nexport const f = (other) => other.listen({ port: 4000, reusePort: true });`)
        .filter((each) => each.op === "listen")
        .map((each) => [each.kind, each.kind === "api" ? each.api : null]),
      [
        ["api", "net.Server#listen"],
        ["shaped", null],
      ],
    );
  });

  it("wait for `new` where the row wants it", () => {
    const ws = 'import { WebSocketServer } from "ws";\n';
    assert.equal(callsIn(`${ws}new WebSocketServer({ port: 1 });`).length, 1);
    assert.equal(callsIn(`${ws}WebSocketServer({ port: 1 });`).length, 0);
    assert.equal(callsIn(`${ws}class S extends WebSocketServer { constructor() { super({ port: 1 }); } }`).length, 1);
  });

  it("have raw calls, which take no options and say what they set", () => {
    const raw = sitesIn(`import koffi from "koffi";
const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int, int, int)");
const setsockopt = libc.func("int setsockopt(int, int, int, void *, int)");
const bind = libc.func("int bind(int, void *, int)");
const fd = socket(2, 1, 0);
setsockopt(fd, 1, 15, on, 4);
bind(fd, Buffer.from([2, 0, 0x1f, 0x90, 0, 0, 0, 0]), 16);`);
    assert.deepEqual(
      raw.map((each) => [
        each.kind,
        each.op,
        each.kind === "raw" ? each.sets : "",
        each.endpoint.kind === "port" ? each.endpoint.value : each.endpoint.kind,
      ]),
      [
        ["raw", "setsockopt", "SO_REUSEPORT", "unknown"],
        ["raw", "bind", null, 8080],
      ],
    );
    assert.ok(raw.every((each) => !("operation" in each) && !("option" in each)));
  });

  it("are repeated from the second listen of one server on, one in error handling never being the first", () => {
    const listens = (code: string) => callsIn(`${NET}${code}`).map((each) => each.repeated);
    assert.deepEqual(listens("server.listen(1);\nserver.listen(2);"), [false, true]);
    assert.deepEqual(listens('server.on("error", () => server.listen(1));\nserver.listen(2);'), [true, false]);
    assert.deepEqual(listens('server.listen("/tmp/a");\nserver.listen(2);'), [false, false], "a path is not a retry");
  });
});
