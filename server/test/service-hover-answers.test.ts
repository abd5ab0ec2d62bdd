import assert from "node:assert/strict";
import { open, type Given } from "./service-fixture.ts";

const shown = (code: string, given: Given = {}) => open(code, given).hover() ?? "";
/** The sentence below the heading. */
const lead = (code: string, given: Given = {}) => shown(code, given).split("\n\n")[1] ?? "";

describe("service: hover, where the runtime, an agent or a family decides", () => {
  const cases: readonly (readonly [string, string, RegExp, Given?])[] = [
    [
      "options without a port",
      'require("http").createServer().lis|ten({ host: "0.0.0.0" });',
      /^Throws ERR_INVALID_ARG_VALUE/,
    ],
    [
      "ipv6Only where Node drops it",
      'require("net").createServer().lis|ten({ port: 1, ipv6Only: true });',
      / for IPv4 and IPv6\. /,
      { package: { engines: { node: "20.x" } } },
    ],
    [
      "ipv6Only where Deno drops it",
      'import net from "node:net";\nnet.createServer().lis|ten({ port: 1, host: "::", ipv6Only: true });',
      / for IPv4 and IPv6\. /,
      { settings: { runtime: "deno" } },
    ],
    [
      "a net server in Bun's cluster",
      'import cluster from "node:cluster";\nimport net from "node:net";\nif (cluster.isPrimary) cluster.fork();\nelse net.createServer().lis|ten(3000);',
      /^The primary opens .*All workers serve it\.$/,
      { settings: { runtime: "bun" } },
    ],
    [
      "a request with an agent",
      'import http from "node:http";\nconst agent = new http.Agent({ localAddress: "10.0.0.2" });\nhttp.g|et({ host: "10.0.0.1", agent });',
      /^Binds 10\.0\.0\.2 to a port/,
    ],
    [
      "an agent that comes from elsewhere",
      'import http from "node:http";\nexport const f = (agent) => http.g|et({ host: "10.0.0.1", agent });',
      /^Opens no socket of its own/,
    ],
    [
      "the default agent",
      'import http from "node:http";\nhttp.g|et({ host: "10.0.0.1", agent: http.globalAgent });',
      /^Connects to 10\.0\.0\.1:80 /,
    ],
    [
      "an agent for the whole program",
      'import http from "node:http";\nhttp.globalAgent = new http.Agent({ localAddress: "10.0.0.2" });\nhttp.g|et("http://10.0.0.1/");',
      /^Binds 10\.0\.0\.2 to a port/,
    ],
    [
      "an agent for the whole program, of another protocol",
      'import http from "node:http";\nimport https from "node:https";\nhttp.globalAgent = new http.Agent({ localAddress: "10.0.0.2" });\nhttps.g|et("https://10.0.0.1/");',
      /^Connects to 10\.0\.0\.1:443 /,
    ],
    [
      "an agent for the whole program, behind a test",
      'import http from "node:http";\nif (process.env.FROM) http.globalAgent = new http.Agent({ localAddress: "10.0.0.2" });\nhttp.g|et("http://10.0.0.1/");',
      /^Opens no socket of its own/,
    ],
    [
      "an agent for the whole program, later",
      'import http from "node:http";\nhttp.g|et("http://10.0.0.1/");\nhttp.globalAgent = new http.Agent({ localAddress: "10.0.0.2" });',
      /^Connects to 10\.0\.0\.1:80 /,
    ],
    [
      "options of the agent of the whole program",
      'import http from "node:http";\nhttp.globalAgent.options.localAddress = "10.0.0.2";\nhttp.g|et("http://10.0.0.1/");',
      /^Opens no socket of its own/,
    ],
    [
      "a package that asks the agent of the whole program",
      'import http from "node:http";\nimport axios from "axios";\nhttp.globalAgent = new http.Agent({ localAddress: "10.0.0.2" });\naxios.g|et("http://10.0.0.1/");',
      /^Opens no socket of its own/,
    ],
    [
      "a global dispatcher",
      'import { Agent, setGlobalDispatcher } from "undici";\nsetGlobalDispatcher(new Agent({ localAddress: "10.0.0.2" }));\nfe|tch("http://10.0.0.1/");',
      /^Binds 10\.0\.0\.2 to a port/,
    ],
    [
      "a global dispatcher, which Bun does not ask",
      'import { Agent, setGlobalDispatcher } from "undici";\nsetGlobalDispatcher(new Agent({ localAddress: "10.0.0.2" }));\nfe|tch("http://10.0.0.1/");',
      /^Connects to 10\.0\.0\.1:80 /,
      { settings: { runtime: "bun" } },
    ],
    [
      "a global dispatcher that is a proxy",
      'import "node:net";\nimport { ProxyAgent, setGlobalDispatcher } from "undici";\nsetGlobalDispatcher(new ProxyAgent("http://proxy.test:1"));\nfe|tch("http://10.0.0.1/");',
      /^Opens no socket of its own/,
    ],
    [
      "Bun's fetch over a Unix socket",
      'import "bun";\nfe|tch("http://10.0.0.1/", { unix: "/tmp/x" });',
      /^Connects to the Unix socket `\/tmp\/x`; there is no port\./,
      { settings: { runtime: "bun" } },
    ],
    [
      "fetch on Node.js, which has no such option",
      'import "node:net";\nfe|tch("http://10.0.0.1/", { unix: "/tmp/x" });',
      /^Connects to 10\.0\.0\.1:80 /,
    ],
    ["empty text for a port", 'require("net").createServer().lis|ten("");', /^Throws ERR_SOCKET_BAD_PORT: "" /],
    ["a bigint for a port", 'require("net").createServer().lis|ten(80n);', /^Throws ERR_INVALID_ARG_VALUE: 80n /],
    ["hexadecimal text for a port", 'require("net").createServer().lis|ten("0x1F90");', /^Opens \[::\]:8080 /],
    [
      "empty text for a port in Bun",
      'require("net").createServer().lis|ten("");',
      /^Opens a free port of \[::\]/,
      { settings: { runtime: "bun" } },
    ],
    [
      "text for a port of dgram in Deno",
      'require("dgram").createSocket("udp4").bi|nd("5000");',
      /^Fails with an 'error' event whose code is UNKNOWN/,
      { settings: { runtime: "deno" } },
    ],
    [
      "a dispatcher",
      'import { Agent, request } from "undici";\nconst dispatcher = new Agent({ localAddress: "10.0.0.2" });\nawait req|uest("http://10.0.0.1/", { dispatcher });',
      /^Opens no socket of its own/,
    ],
    [
      "Bun.connect to a name",
      'await Bun.con|nect({ hostname: "mx.test", port: 25, socket: {} });',
      /^Connects to mx\.test:25: tries the addresses of the name at once/,
      { settings: { runtime: "bun" } },
    ],
    [
      "families that differ, in Bun",
      'import net from "node:net";\nnet.conn|ect({ port: 1, host: "127.0.0.1", localAddress: "::1" });',
      /^Fails with ECONNREFUSED: ::1 is not of the family of 127\.0\.0\.1\.$/,
      { settings: { runtime: "bun" } },
    ],
    [
      "an address that is not of the datagram socket's family",
      'import dgram from "node:dgram";\ndgram.createSocket("udp4").bi|nd(53, "::1");',
      /^Fails with EINVAL before there is a socket/,
    ],
    [
      "a datagram socket on a descriptor",
      'import dgram from "node:dgram";\ndgram.createSocket("udp4").bi|nd({ fd: 3 });',
      /^Takes a descriptor as it is/,
    ],
    [
      "a datagram socket of an unknown family",
      'import dgram from "node:dgram";\nexport const f = (type) => dgram.createSocket(type).bi|nd(53);',
      /^Binds the wildcard address:53 /,
    ],
  ];
  for (const [name, code, expected, given] of cases) it(name, () => assert.match(lead(code, given), expected));

  it("names Linux where it speaks of a restart and the project runs elsewhere too", () => {
    const code = 'require("http").createServer().lis|ten(3000);';
    assert.match(shown(code), /\*\*Restart\*\*: On Linux it works at once/);
    assert.match(shown(code, { package: { os: ["linux"] } }), /\*\*Restart\*\*: Works at once/);
  });

  it("says of EACCES what it comes from, and nothing of other errors", () => {
    const text = shown('if (error.code === "EAC|CES") exit();');
    assert.match(text, /CAP_NET_BIND_SERVICE/);
    assert.doesNotMatch(text, /EADDRINUSE/);
  });
});

describe("service: hover of a call with two kinds of options", () => {
  const heading = (code: string) => shown(code).split("\n")[0] ?? "";
  const server = 'import net from "node:net";\nconst server = net.createServer();\n';

  it("names the test that decides", () => {
    const both = (listen: string) =>
      `${server}server.${listen}(process.env.SOCK ? { path: "/run/a" } : { port: 3000 });`;
    assert.match(heading(both("lis|ten")), /^\*\*`server\.listen\(\)`\*\* if `process\.env\.SOCK`/);
    const second = `${server}server.listen(process.env.SOCK ? { path: "/run/a" } : { port: 3000, re|usePort: true });`;
    assert.match(heading(second), /^\*\*`server\.listen\(\)`\*\* unless `process\.env\.SOCK`/);
  });

  it("lets no test of the code end the code that it is shown in", () => {
    const code = `${server}server.lis|ten(tag\`a\` ? { path: "/run/a" } : { port: 3000 });`;
    assert.match(heading(code), / if `[^`]+`\s*$/);
  });

  it("names none where there is one kind, whatever stands around the call", () => {
    assert.equal(
      heading(`${server}if (process.env.SOCK) server.lis|ten({ port: 3000 });`).trim(),
      "**`server.listen()`**",
    );
  });
});
