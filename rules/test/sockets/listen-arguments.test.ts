import assert from "node:assert/strict";
import { textOf } from "../../src/analysis/source.ts";
import type { Runtime } from "../../src/catalogue/types.ts";
import { badArguments, errorOf, portCheckOf } from "../../src/sockets/listen-arguments.ts";
import type { ApiSite } from "../../src/sockets/site.ts";
import { callsIn, environment } from "./sites.ts";

const NET =
  'import net from "node:net";\nimport http from "node:http";\nimport dgram from "node:dgram";\nconst server = net.createServer();\n';

/** What is wrong with the arguments of the first listen or bind: `constant 70000`, `fallback 70000`, `range -1..5`, `swapped host, port`. */
function wrong(code: string, runtime: Runtime = "node"): string {
  const [site] = [...callsIn(NET + code), ...callsIn(NET + code, "bind")];
  const bad = site ? badArguments(site, environment(runtime)) : assert.fail(code);
  if (!bad) return "";
  switch (bad.kind) {
    case "constant":
      return `${bad.fallback ? "fallback" : "constant"} ${String(bad.value)}`;
    case "text":
      return `text ${bad.value}`;
    case "range":
      return `range ${bad.min}..${bad.max}`;
    case "host":
      return `host ${bad.value}, ${bad.meant}`;
    case "flag":
      return `${bad.option} ${String(bad.value)}`;
    case "swapped":
      return `swapped ${bad.text ?? textOf(bad.at)}${bad.port ? `, ${textOf(bad.port)}` : ""}`;
    default:
      return bad.kind;
  }
}

function table(title: string, rows: readonly (readonly [code: string, expected: string, runtime?: Runtime])[]): void {
  describe(title, () => {
    for (const [code, expected, runtime] of rows)
      it(`${code}${runtime ? ` (${runtime})` : ""}: ${expected || "nothing"}`, () =>
        assert.equal(wrong(code, runtime), expected));
  });
}

table("a host that is neither an address nor a name", [
  ["server.listen({ port: 1, host: '[::1]' });", "host [::1], ::1"],
  ["server.listen(1, '*');", "host *, ::"],
  ["server.listen(1, ' 0.0.0.0');", "host  0.0.0.0, 0.0.0.0"],
  ["server.listen(1, '127.1');", ""],
  ["server.listen(1, 'a b');", ""],
  ["server.listen(1, host);", ""],
  ["http.createServer().listen(1, '[::1]');", "host [::1], ::1"],
  ["http.createServer().listen(1, '[::1]');", "", "bun"],
  ["server.listen(1, '[::1]');", "host [::1], ::1", "bun"],
  ["server.listen(1, '*');", "", "bun"],
  ["server.listen(1, '[::1]');", "host [::1], ::1", "deno"],
  ["dgram.createSocket('udp4').bind(1, '*');", "host *, ::"],
  ["dgram.createSocket('udp4').bind(1, '*');", "", "bun"],
]);

table("an option that has to be a boolean", [
  ["server.listen({ port: 1, reusePort: 1 });", ""],
  ["server.listen({ port: 1, reusePort: 1 });", "reusePort 1", "bun"],
  ["server.listen({ port: 1, ipv6Only: 'yes' });", "ipv6Only yes", "bun"],
  ["server.listen({ port: 1, reusePort: true });", "", "bun"],
  ["server.listen({ port: 1, reusePort: null });", "", "bun"],
  ["server.listen({ port: 1, reusePort });", "", "bun"],
  ["server.listen({ port: 1, exclusive: 1 });", "", "bun"],
  ["http.createServer().listen({ port: 1, reusePort: 1 });", "", "bun"],
  ["server.listen({ port: 1, reusePort: 1 });", "", "deno"],
]);

table("a constant in the place of a port", [
  ["server.listen(3000);", ""],
  ["server.listen(65535);", ""],
  ["server.listen(65536);", "constant 65536"],
  ["server.listen(0);", ""],
  ["server.listen(-1);", "constant -1"],
  ["server.listen(1.5);", "constant 1.5"],
  ["server.listen(NaN);", ""],
  ["server.listen('70000');", "constant 70000"],
  ["server.listen('/run/a');", ""],
  ["server.listen('-5');", ""],
  ["server.listen(true);", "constant true"],
  ["server.listen(5n);", "constant 5"],
  ["server.listen('');", "constant "],
  ["server.listen(' ');", "constant  "],
  ["server.listen('', 'x');", "constant ", "deno"],
  ["server.listen('');", "", "bun"],
  ["server.listen({ port: '' });", "constant ", "bun"],
  ["server.listen({ port: 'x' });", "constant x"],
  ["server.listen({ port: -5 });", "constant -5"],
  ["server.listen({ port: null });", ""],
  ["server.listen({ port: [80] });", ""],
  ["const port = 70000; server.listen(port);", "constant 70000"],
  ["server.listen(process.env.PORT || 70000);", "fallback 70000"],
  ["server.listen(process.env.PORT || 3000);", ""],
  ["server.listen(process.env.PORT || '');", "fallback "],
  ["server.listen(Number(process.env.PORT || ''));", ""],
  ["const port = process.env.PORT || ''; server.listen(port);", "fallback "],
  ["server.listen(port);", ""],
  ["server.listen();", ""],
  ["http.createServer().listen(70000);", "constant 70000"],
  ["http.createServer().listen(70000);", "", "bun"],
  ["http.createServer().listen(70000);", "constant 70000", "deno"],
  ["server.listen(70000);", "constant 70000", "bun"],
  ["import tls from 'node:tls'; tls.createServer().listen(70000);", "constant 70000"],
  ["import tls from 'node:tls'; tls.createServer().listen(70000);", "", "deno"],
  ["Bun.serve({ port: 70000, fetch });", "constant 70000", "bun"],
  ["Bun.serve({ port: '', fetch });", "", "bun"],
  ["Bun.serve({ port: true, fetch });", "", "bun"],
  ["Bun.listen({ hostname: 'a', port: 70000, socket });", "constant 70000", "bun"],
  ["import Hapi from '@hapi/hapi'; Hapi.server({ port: 70000 });", ""],
]);

table("a constant in the place of a datagram socket's port", [
  ["dgram.createSocket('udp4').bind(70000);", "constant 70000"],
  ["dgram.createSocket('udp4').bind({ port: 70000 });", "constant 70000"],
  ["dgram.createSocket('udp4').bind(5000);", ""],
  ["dgram.createSocket('udp4').bind(70000);", "", "bun"],
  ["dgram.createSocket('udp4').bind('5000');", "text 5000", "deno"],
  ["dgram.createSocket('udp4').bind('');", "", "deno"],
  ["dgram.createSocket('udp4').bind(5000);", "", "deno"],
  ["dgram.createSocket('udp4').bind('5000');", ""],
]);

table("a computed port", [
  ["server.listen(3000 + Math.floor(Math.random() * 100));", ""],
  ["server.listen(60000 + Math.floor(Math.random() * 10000));", "range 60000..69999"],
  ["server.listen(65000 + Math.floor(Math.random() * 536));", ""],
  ["server.listen(65000 + Math.floor(Math.random() * 537));", "range 65000..65536"],
  ["server.listen(Math.floor(Math.random() * 10));", ""],
  ["server.listen(Math.floor(Math.random() * 10) - 1);", "range -1..8"],
  ["server.listen(Math.random() * 1000);", "fraction"],
  ["const port = process.pid; if (port < 65536) server.listen(port);", ""],
  ["const port = process.pid; if (x < 65536) server.listen(port);", "range 1..4194304"],
  ["const port = process.pid; if (port > 65535) throw 1; server.listen(port);", ""],
  ["const n = 1; const port = process.pid + x; server.listen(port);", ""],
]);

table("the host in front of the port", [
  ["server.listen('localhost', 3000);", "swapped localhost, 3000"],
  ["server.listen('127.0.0.1', 3000);", "swapped 127.0.0.1, 3000"],
  ["server.listen('::1', 3000);", "swapped ::1, 3000"],
  ["server.listen('::', port);", "swapped ::, port"],
  ["server.listen('[::1]', port);", "swapped [::1], port"],
  ["server.listen('fe80::1', port);", "swapped fe80::1, port"],
  ["server.listen('::ffff:10.0.0.1', port);", "swapped ::ffff:10.0.0.1, port"],
  ["server.listen('127.0.0.1');", "swapped 127.0.0.1"],
  ["server.listen('127.0.0.1:3000');", "swapped 127.0.0.1:3000"],
  ["server.listen(':3000');", "swapped :3000"],
  ["server.listen('[::1]:3000');", "swapped [::1]:3000"],
  ["server.listen('app.local:3000');", "swapped app.local:3000"],
  ["server.listen('app.local:300000');", ""],
  ["server.listen('/run/app:3000');", ""],
  ["server.listen('app.local', port);", "swapped app.local, port"],
  ["server.listen('app.local', 3000);", ""],
  ["server.listen('app.local', process.env.PORT);", "swapped app.local, process.env.PORT"],
  ["server.listen('app.local', backlog);", ""],
  ["server.listen('app.local', ...port);", ""],
  ["server.listen('app.local', () => {});", ""],
  ["server.listen('3000', port);", ""],
  ["server.listen('a1.2.3.4', backlog);", ""],
  ["server.listen('1.2.3.4.5', backlog);", ""],
  ["server.listen('xlocalhost', backlog);", ""],
  ["server.listen('localhosts', backlog);", ""],
  ["server.listen(host, port);", "swapped host, port"],
  ["server.listen(HOST, port);", "swapped HOST, port"],
  ["server.listen(config.hostname, config.port);", "swapped config.hostname, config.port"],
  ["server.listen(config.host_name, config.port);", "swapped config.host_name, config.port"],
  ["server.listen(bind_ip, port);", "swapped bind_ip, port"],
  ["server.listen(ipAddress, port);", "swapped ipAddress, port"],
  ["server.listen(ipAddr, port);", "swapped ipAddr, port"],
  ["server.listen(host, 3000);", ""],
  ["server.listen(host);", ""],
  ["server.listen(host, backlog);", ""],
  ["server.listen(ghost, port);", ""],
  ["server.listen(hosts, port);", ""],
  ["server.listen(zip, port);", ""],
  ["server.listen(port, host);", ""],
  ["server.listen({ port: 'localhost' }, port);", "constant localhost"],
  ["server.listen(process.env.HOST || 'localhost', port);", "swapped localhost, port"],
  ["http.createServer().listen('localhost', 3000);", "swapped localhost, 3000"],
  ["dgram.createSocket('udp4').bind('localhost', port);", ""],
]);

table("options without a port", [
  ["server.listen({ host: 'a' });", "missing"],
  ["server.listen({});", "missing"],
  ["server.listen({ port: undefined });", ""],
  ["server.listen({ path: '/run/a' });", ""],
  ["server.listen({ fd: 3 });", ""],
  ["server.listen({ handle });", ""],
  ["server.listen({ _handle: h });", ""],
  ["server.listen({ ports: 3 });", "missing"],
  ["server.listen({ myport: 3 });", "missing"],
  ["server.listen({ ...rest });", ""],
  ["server.listen({ [key]: 3 });", ""],
  ["server.listen({ host: 'a', ...rest });", ""],
  ["server.listen(options);", ""],
  ["const options = {}; server.listen(options);", ""],
  ["http.createServer().listen({ host: 'a' });", "missing"],
  ["server.listen.call(server, { host: 'a' });", "missing"],
  ["Bun.listen({ hostname: 'a', socket });", ""],
]);

describe("the error of a constant", () => {
  for (const [check, value, expected] of [
    ["ERR_SOCKET_BAD_PORT", 70000, "ERR_SOCKET_BAD_PORT"],
    ["ERR_SOCKET_BAD_PORT", "x", "ERR_SOCKET_BAD_PORT"],
    ["ERR_SOCKET_BAD_PORT", true, "ERR_INVALID_ARG_VALUE"],
    ["ERR_SOCKET_BAD_PORT", 5n, "ERR_INVALID_ARG_VALUE"],
    ["ERR_OUT_OF_RANGE", true, "ERR_OUT_OF_RANGE"],
    ["wraps", true, "wraps"],
  ] as const)
    it(`${String(value)} where the check is ${check}: ${expected}`, () =>
      assert.equal(errorOf(check, value), expected));
});

describe("what checks a port", () => {
  for (const [code, runtime, expected] of [
    ["server.listen(1);", "node", "ERR_SOCKET_BAD_PORT"],
    ["dgram.createSocket('udp4').bind(1);", "node", "wraps"],
    ["dgram.createSocket('udp4').bind(1);", "bun", null],
    ["dgram.createSocket('udp4').bind(1);", "deno", null],
    ["Bun.serve({ port: 1, fetch });", "bun", "ERR_OUT_OF_RANGE"],
    ["Bun.listen({ hostname: 'a', port: 1, socket });", "bun", "ERR_OUT_OF_RANGE"],
    ["http.createServer().listen(1);", "node", "ERR_SOCKET_BAD_PORT"],
    ["http.createServer().listen(1);", "bun", null],
    ["Deno.serve({ port: 1 }, handle);", "deno", null],
  ] as [string, Runtime, string | null][])
    it(`${code} (${runtime}): ${expected}`, () => {
      const [site] = [...callsIn(NET + code), ...callsIn(NET + code, "bind")];
      assert.equal(portCheckOf(site as ApiSite, environment(runtime)), expected);
    });
});
