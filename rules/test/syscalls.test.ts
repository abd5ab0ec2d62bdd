import assert from "node:assert/strict";
import bun from "../src/catalogue/bun.ts";
import deno from "../src/catalogue/deno.ts";
import dgram from "../src/catalogue/dgram.ts";
import http from "../src/catalogue/http.ts";
import http2 from "../src/catalogue/http2.ts";
import net from "../src/catalogue/net.ts";
import tls from "../src/catalogue/tls.ts";
import { runtimePrograms } from "../../lab/programs/index.ts";
import { renderSyscalls, syscalls } from "../src/syscalls/index.ts";
import type { Platform, Runtime, SocketCall } from "../src/syscalls/index.ts";

const node: Runtime = { name: "node" };
const on = (call: SocketCall, platform: Platform = "linux", runtime = node) =>
  renderSyscalls(syscalls(call, runtime, platform));

const listen: SocketCall = { api: "net.Server#listen", op: "listen", transport: "tcp", port: { known: 3000 } };
const connect: SocketCall = {
  api: "net.connect",
  op: "connect",
  transport: "tcp",
  host: { known: "10.0.0.1" },
  port: { known: 80 },
};
const bind: SocketCall = { api: "dgram.Socket#bind", op: "bind", transport: "udp", port: { known: 5353 } };
const yes = { known: true };

describe("syscalls", () => {
  it("tells a listen call by call", () => {
    assert.deepEqual(on(listen), [
      "socket(AF_INET6, SOCK_STREAM)",
      "setsockopt(SO_REUSEADDR, 1)",
      "setsockopt(IPV6_V6ONLY, 0)",
      "bind([::]:3000)",
      "listen(511)",
    ]);
  });

  it("names options whose value is not known", () => {
    assert.deepEqual(on({ ...listen, port: "unknown", host: "unknown", reusePort: "unknown", backlog: "unknown" }), [
      "socket(AF_INET or AF_INET6, SOCK_STREAM)",
      "setsockopt(SO_REUSEADDR, 1)",
      "setsockopt(SO_REUSEPORT, 1) if reusePort is true",
      "setsockopt(IPV6_V6ONLY, 0) (on an IPv6 socket)",
      "bind(host:port)",
      "listen(backlog)",
    ]);
    assert.deepEqual(
      on({ ...listen, host: "unknown", ipv6Only: "unknown" }).at(2),
      "setsockopt(IPV6_V6ONLY, ipv6Only) (on an IPv6 socket)",
    );
    assert.deepEqual(
      on({ ...connect, host: "unknown", localAddress: "unknown", localPort: "unknown" }).at(-2),
      "bind(localAddress:localPort)",
    );
    assert.deepEqual(on({ ...listen, port: "unknown" }).at(3), "bind([::]:port)");
  });

  it("leaves the family of a name open, unless an address or the call settles it", () => {
    assert.equal(on({ ...listen, host: { known: "localhost" } })[0], "socket(AF_INET or AF_INET6, SOCK_STREAM)");
    assert.equal(
      on({ ...connect, host: { known: "example.org" }, localAddress: { known: "192.0.2.7" } })[0],
      "socket(AF_INET, SOCK_STREAM)",
    );
    assert.equal(
      on({ ...connect, host: { known: "example.org" }, family: { known: 6 } })[0],
      "socket(AF_INET6, SOCK_STREAM)",
    );
  });

  it("knows which Node versions pass reusePort on", () => {
    for (const [version, passes] of [
      ["20.19.0", false],
      ["22.11.0", false],
      ["22.12.0", true],
      ["23.0.0", false],
      ["23.1.0", true],
      ["24.0.0", true],
    ] as const) {
      const calls = on({ ...listen, reusePort: yes }, "linux", { name: "node", version });
      assert.equal(calls.includes("setsockopt(SO_REUSEPORT, 1)"), passes, version);
    }
  });

  it("ends with ENOTSUP where libuv refuses reusePort", () => {
    assert.deepEqual(on({ ...listen, reusePort: yes }, "darwin"), [
      "socket(AF_INET6, SOCK_STREAM)",
      "setsockopt(SO_REUSEADDR, 1)",
      "setsockopt(SO_REUSEPORT, 1) fails with ENOTSUP (libuv refuses and does not ask the kernel)",
    ]);
    assert.deepEqual(on({ ...listen, reusePort: yes }, "win32"), [
      "setsockopt(SO_REUSEPORT, 1) fails with ENOTSUP (libuv refuses and does not ask the kernel)",
    ]);
    assert.match(on({ ...bind, reusePort: yes }, "darwin").at(-1)!, /ENOTSUP/);
    assert.doesNotMatch(
      on({ ...listen, reusePort: yes }, "darwin", { name: "node", version: "20.19.0" }).join(),
      /ENOTSUP/,
    );
  });

  it("goes on after a failure that depends on a value", () => {
    const calls = on({ ...listen, reusePort: "unknown" }, "darwin");
    assert.match(calls[2]!, /fails with ENOTSUP if reusePort is true/);
    assert.equal(calls.at(-1), "listen(511)");
  });

  it("sets no SO_REUSEADDR for TCP on Windows, and binds before every connect there", () => {
    assert.deepEqual(on(listen, "win32"), [
      "socket(AF_INET6, SOCK_STREAM)",
      "setsockopt(IPV6_V6ONLY, 0)",
      "bind([::]:3000)",
      "listen(511)",
    ]);
    assert.deepEqual(on(connect, "win32"), [
      "socket(AF_INET, SOCK_STREAM)",
      "bind(0.0.0.0:0) (ConnectEx wants a bound socket)",
      "connect(10.0.0.1:80)",
    ]);
    assert.deepEqual(on(connect, "darwin"), ["socket(AF_INET, SOCK_STREAM)", "connect(10.0.0.1:80)"]);
  });

  it("says SO_REUSEPORT for the reuseAddr of datagrams on macOS", () => {
    assert.ok(on({ ...bind, reuseAddr: yes }, "darwin").includes("setsockopt(SO_REUSEPORT, 1)"));
    assert.ok(on({ ...bind, reuseAddr: yes }, "win32").includes("setsockopt(SO_REUSEADDR, 1)"));
  });

  it("names the process of each call in a cluster", () => {
    const worker: SocketCall = { ...listen, clusterRole: "worker" };
    assert.ok(on(worker).every((line) => line.startsWith("primary: ")));
    assert.ok(on({ ...worker, reusePort: yes }).every((line) => line.startsWith("worker: ")));
    assert.equal(on(worker, "win32").at(-1), "worker: listen(511)");
    assert.deepEqual(on({ ...worker, fd: { known: 3 } }), ["primary: listen(511)"]);
    assert.deepEqual(on({ ...worker, fd: { known: 3 }, exclusive: yes }), ["primary: listen(511)"], "net drops it");
    assert.ok(on({ ...bind, clusterRole: "worker" }).every((line) => line.includes(": ")));
    assert.deepEqual(on({ ...bind, clusterRole: "worker" }, "win32"), []);
    assert.ok(
      on({ ...listen, clusterRole: "primary" }).every((line) => !line.includes(": ")),
      "the primary's own listen needs no name",
    );
  });

  it("tells Bun and Deno apart from Node", () => {
    const http: SocketCall = { ...listen, api: "http.Server#listen", reusePort: yes };
    assert.ok(!on(http, "linux", { name: "bun" }).includes("setsockopt(SO_REUSEPORT, 1)"));
    assert.ok(on(http, "linux", { name: "deno" }).includes("setsockopt(SO_REUSEPORT, 1)"));
    const serve: SocketCall = { ...listen, api: "deno.serve", reusePort: yes };
    assert.doesNotMatch(on(serve, "darwin", { name: "deno" }).join(), /SO_REUSEPORT/);
    assert.doesNotMatch(on(serve, "win32", { name: "deno" }).join(), /SO_REUSE/);
    // Bun 1.4, ServerConfig.getUsocketsOptions() and bsd_set_reuse().
    const second = (api: string, more: Partial<SocketCall>) =>
      on({ ...listen, api, ...more }, "win32", { name: "bun" }).at(1);
    assert.equal(second("bun.serve", {}), "setsockopt(SO_EXCLUSIVEADDRUSE, 1)");
    assert.equal(second("http.Server#listen", {}), "setsockopt(SO_EXCLUSIVEADDRUSE, 1)");
    assert.equal(second("bun.serve", { reusePort: yes }), "setsockopt(SO_REUSEADDR, 1)");
    assert.equal(second("bun.listen", { exclusive: yes }), "setsockopt(SO_EXCLUSIVEADDRUSE, 1)");
    assert.equal(second("bun.listen", { reusePort: yes }), "setsockopt(SO_REUSEADDR, 1)");
    assert.doesNotMatch(second("bun.listen", {}) ?? "", /SO_/);
  });

  it("knows which servers of Bun bind by themselves in a cluster worker", () => {
    const bun: Runtime = { name: "bun" };
    const inWorker = (api: string, more: Partial<SocketCall> = {}) =>
      on({ ...listen, api, clusterRole: "worker", ...more }, "linux", bun);
    const alone = ["SO_REUSEADDR", "SO_REUSEPORT", "SO_REUSEADDR"].map((name) => `worker: setsockopt(${name}, 1)`);
    for (const api of ["http.Server#listen", "https.Server#listen", "bun.serve"])
      for (const more of [{}, { exclusive: yes }, { port: { known: 0 } }]) {
        const port = "port" in more ? 0 : 3000;
        assert.deepEqual(inWorker(api, more), [
          "worker: socket(AF_INET6, SOCK_STREAM)",
          ...alone,
          "worker: setsockopt(IPV6_V6ONLY, 0)",
          `worker: bind([::]:${port})`,
          "worker: listen(512)",
        ]);
      }
    assert.deepEqual(inWorker("tls.Server#listen").slice(-2), ["primary: bind([::]:3000)", "worker: listen(511)"]);
    const secure = inWorker("http2.Http2SecureServer#listen");
    assert.deepEqual(secure.slice(-2), ["primary: bind([::]:3000)", "worker: listen(511)"]);
    assert.deepEqual(inWorker("net.Server#listen").slice(-2), ["primary: bind([::]:3000)", "primary: listen(512)"]);
    assert.ok(!inWorker("bun.listen").some((line) => line.includes("SO_REUSEPORT")));
  });

  it("has Deno's own servers bind in the worker", () => {
    const calls = on({ ...listen, api: "deno.serve", clusterRole: "worker" }, "linux", { name: "deno" });
    assert.deepEqual(calls.at(-1), "worker: listen(511)");
    assert.ok(calls.every((call) => call.startsWith("worker: ")));
  });

  it("says of Bun how the addresses of a name follow each other", () => {
    const last = (api: string, more: Partial<SocketCall>) =>
      syscalls({ ...connect, api, ...more }, { name: "bun" }, "linux").at(-1)?.note;
    const name = { host: { known: "example.com" } };
    assert.match(last("net.connect", name) ?? "", /every address, until one answers/);
    assert.match(last("bun.connect", name) ?? "", /every address, at once/);
    assert.equal(last("net.connect", { ...name, family: { known: 4 } }), undefined);
    assert.equal(last("net.connect", {}), undefined);
    const from = syscalls({ ...connect, ...name, localAddress: { known: "10.0.0.2" } }, { name: "bun" }, "linux");
    assert.match(from.at(-2)?.note ?? "", /EINVAL where the name comes to an IPv6 address first/);
  });

  it("listens on no path that a BoundSocket has bound", () => {
    const bound: SocketCall = { api: "net.BoundSocket", op: "bind", transport: "tcp", path: { known: "/run/x" } };
    assert.deepEqual(on(bound), ["socket(AF_UNIX, SOCK_STREAM)", "bind(/run/x)"]);
    const older = on(bound, "linux", { name: "node", version: "24.19.0" });
    assert.equal(older.at(-1), "bind(0.0.0.0:0)", "the option came with 24.20.0 and 26.7.0");
  });

  it("says nothing where there is no call or none is known", () => {
    assert.deepEqual(on({ ...listen, op: "create" }), []);
    assert.deepEqual(on({ ...listen, api: "bun.serve" }), []);
    assert.deepEqual(
      on({ ...bind, api: "net.BoundSocket", transport: "tcp" }, "linux", { name: "node", version: "22.12.0" }),
      [],
    );
    assert.deepEqual(on({ ...listen, path: { known: "/tmp/s" } }, "win32"), []);
    assert.deepEqual(on(connect, "win32", { name: "bun" }), []);
  });
});

describe("the programs of the runtimes' lab", () => {
  it("have ids of their own and calls to compare", () => {
    assert.equal(new Set(runtimePrograms.map(({ id }) => id)).size, runtimePrograms.length);
    for (const { id, call, runtimes } of runtimePrograms) {
      const name = runtimes.at(-1)!.replace(/-\d+$/, "") as Runtime["name"];
      assert.notDeepEqual(syscalls(call, { name }, "linux"), [], id);
    }
  });
});

describe("the catalogue's rows of the runtimes' own modules", () => {
  const traced = new Set(runtimePrograms.map(({ call }) => call.api));
  for (const { entries } of [net, tls, http, http2, dgram, bun, deno]) {
    for (const [key, { does }] of Object.entries(entries)) {
      // Creating a server or a datagram socket calls nothing, so there is nothing to trace.
      if (does !== undefined && does.op !== "create") it(`${key} has a program`, () => assert.ok(traced.has(key)));
    }
  }
});
