import assert from "node:assert/strict";
import { open, type Given } from "./service-fixture.ts";

const shown = (code: string, given: Given = {}) => open(code, given).hover() ?? "";
/** The sentence below the heading. */
const lead = (code: string, given: Given = {}) => shown(code, given).split("\n\n")[1] ?? "";

describe("service: hover, what a call does", () => {
  const cases: readonly (readonly [string, string, RegExp, Given?])[] = [
    [
      "a listen without a host",
      'require("http").createServer().lis|ten(3000);',
      /^Opens \[::\]:3000 for IPv4 and IPv6\. A second process fails with EADDRINUSE\.$/,
    ],
    ["on IPv4", 'require("http").createServer().lis|ten(3000, "0.0.0.0");', /^Opens 0\.0\.0\.0:3000 for IPv4\. /],
    [
      "on IPv6 alone",
      'require("net").createServer().lis|ten({ port: 1, host: "::", ipv6Only: true });',
      / for IPv6 alone\. /,
    ],
    [
      "a positional callback",
      "new Promise((resolve) => require('http').createServer().lis|ten(3000, resolve));",
      /^Opens \[::\]:3000 for IPv4/,
    ],
    [
      "a Unix path",
      'require("net").createServer().lis|ten("/run/x.sock");',
      /^Opens the Unix socket `\/run\/x\.sock`; there is no port\.$/,
    ],
    ["port 0", 'require("net").createServer().lis|ten(0);', /^Opens a free port of \[::\] .*another port\.$/],
    [
      "a configured port",
      'export const f = (port) => require("http").createServer().lis|ten(port);',
      /^Opens a configured port of \[::\] /,
    ],
    [
      "a default",
      'require("http").createServer().lis|ten(process.env.PORT || 8080);',
      /^Opens \[::\]:8080 by default for IPv4/,
    ],
    [
      "sharing",
      'require("net").createServer().lis|ten({ port: 1, reusePort: true });',
      /On Linux a second copy shares it, without an error\.$/,
    ],
    [
      "sharing, on Linux alone",
      'require("net").createServer().lis|ten({ port: 1, reusePort: true });',
      / A second copy shares it, without an error\.$/,
      { package: { os: ["linux"] } },
    ],
    [
      "sharing, not on Linux",
      'require("net").createServer().lis|ten({ port: 1, reusePort: true });',
      / It fails with ENOTSUP\.$/,
      { package: { os: ["darwin"] } },
    ],
    [
      "uWebSockets.js",
      'import { App } from "uWebSockets.js";\nApp().lis|ten(9001, () => {});',
      /^Opens port 9001 .*A second copy shares it, without an error\.$/,
    ],
    [
      "a cluster worker",
      'const cluster = require("cluster");\nif (cluster.isPrimary) cluster.fork();\nelse require("http").createServer().lis|ten(3000);',
      /^The primary opens \[::\]:3000 .*All workers serve it\.$/,
    ],
    [
      "Bun's cluster",
      'import cluster from "node:cluster";\nimport http from "node:http";\nif (cluster.isPrimary) cluster.fork();\nelse http.createServer().lis|ten(3000);',
      /^Opens .* Every worker binds it with SO_REUSEPORT/,
      { settings: { runtime: "bun" } },
    ],
    [
      "Bun on localhost",
      'Bun.ser|ve({ port: 1, hostname: "localhost", fetch });',
      /takes the other address of localhost/,
    ],
    [
      "NestJS on Fastify",
      'import { NestFactory } from "@nestjs/core";\nimport { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";\nconst app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter());\nawait app.lis|ten(3000);',
      /^Opens 127\.0\.0\.1:3000 for this machine alone\./,
    ],
    [
      "NestJS on Express",
      'import { NestFactory } from "@nestjs/core";\nconst app = await NestFactory.create(AppModule);\nawait app.lis|ten(3000);',
      /^Opens \[::\]:3000 for IPv4/,
    ],
    [
      "vite",
      'import { createServer } from "vite";\nconst server = await createServer({});\nawait server.lis|ten(5173);',
      /^Opens localhost:5173 for this machine alone\./,
    ],
    [
      "vite with a host",
      'import { createServer } from "vite";\nconst server = await createServer({ server: { host: true } });\nawait server.lis|ten(5173);',
      /^Opens `host`:5173\./,
    ],
    [
      "a plain request",
      'import http from "node:http";\nhttp.g|et("http://127.0.0.1:8080/x");',
      /^Connects to 127\.0\.0\.1:8080 from a local port that the kernel chooses\.$/,
    ],
    [
      "a name",
      'import net from "node:net";\nnet.con|nect(443, "example.com");',
      /^Connects to example\.com:443: tries the addresses of the name in turn/,
    ],
    [
      "a connection to a path",
      'import net from "node:net";\nnet.createConn|ection("/tmp/x.sock");',
      /^Connects to the Unix socket `\/tmp\/x\.sock`/,
    ],
    [
      "families that differ",
      'import net from "node:net";\nnet.conn|ect({ port: 1, host: "127.0.0.1", localAddress: "::1" });',
      /^Fails with EINVAL before there is a socket/,
    ],
    [
      "dgram send",
      'import dgram from "node:dgram";\nconst s = dgram.createSocket("udp4");\ns.se|nd("x", 53, "10.0.0.1");',
      /^Binds the socket to a free port first/,
    ],
    [
      "dgram connect",
      'import dgram from "node:dgram";\nconst s = dgram.createSocket("udp4");\ns.conn|ect(53, "10.0.0.1");',
      /^Binds the socket to a free port first/,
    ],
    [
      "dgram addMembership",
      'import dgram from "node:dgram";\nconst s = dgram.createSocket("udp4");\ns.addMem|bership("224.0.0.251");',
      /^Joining binds the socket to a free port first.*EINVAL\.$/,
    ],
    [
      "join, then bind",
      'import dgram from "node:dgram";\nconst s = dgram.createSocket({ type: "udp4", reuseAddr: true });\ns.addMembership("239.255.255.250");\ns.bi|nd(1900);',
      /^`bind\(\)` fails with EINVAL/,
    ],
    [
      "a datagram socket",
      'import dgram from "node:dgram";\ndgram.createSocket("udp4").bi|nd(53);',
      /^Binds 0\.0\.0\.0:53 for datagrams\. A second process fails with EADDRINUSE\.$/,
    ],
  ];
  for (const [name, code, expected, given] of cases) it(name, () => assert.match(lead(code, given), expected));

  const conditions: readonly (readonly [string, string, RegExp, Given?])[] = [
    ["a port below 1024", 'require("http").createServer().lis|ten(80);', /\*\*Without the right\*\*: .*EACCES/],
    [
      "a number without a default",
      'require("http").createServer().lis|ten(parseInt(process.env.WEB_PORT, 10));',
      /\*\*Without `WEB_PORT`\*\*: NaN throws ERR_SOCKET_BAD_PORT\./,
    ],
    [
      "a variable without a default",
      'require("http").createServer().lis|ten(process.env.PORT);',
      /\*\*Without `PORT`\*\*: The kernel chooses a free port/,
    ],
    ["the loopback address", 'require("http").createServer().lis|ten(3000, "127.0.0.1");', /\*\*In a container\*\*/],
    [
      "an address that may not be here",
      'import net from "node:net";\nnet.conn|ect({ port: 25, host: mx, localAddress: "203.0.113.20" });',
      /\*\*Not an address of this machine\*\*: `bind\(\)` fails with EADDRNOTAVAIL/,
    ],
    [
      "an IPv4 address and a name",
      'import net from "node:net";\nnet.conn|ect({ port: 25, host: "mx.test", localAddress: "203.0.113.20" });',
      /fails with EINVAL; `family: 4` avoids it/,
    ],
    [
      "an address, on macOS alone",
      'import net from "node:net";\nnet.conn|ect({ port: 25, host: mx, localAddress: "203.0.113.20" });',
      /\*\*On macOS, when ports run out\*\*: .*EADDRNOTAVAIL/,
      { package: { os: ["darwin"] } },
    ],
    [
      "a group in a cluster",
      'const cluster = require("cluster");\nif (cluster.isPrimary) cluster.fork();\nelse {\n  const s = require("dgram").createSocket({ type: "udp4", reuseAddr: true });\n  s.bi|nd(64000, () => s.addMembership("239.0.0.1"));\n}',
      /worker: setsockopt\(IP_ADD_MEMBERSHIP[^]*\*\*The second worker\*\*: .*EADDRINUSE/,
    ],
  ];
  for (const [name, code, expected, given] of conditions)
    it(`names the condition: ${name}`, () => assert.match(shown(code, given), expected));

  it("says nothing of Linux where the project does not run there", () => {
    for (const os of [["win32"], ["darwin"], ["darwin", "win32"]])
      for (const code of [
        'require("http").createServer().lis|ten(80);',
        'require("http").createServer().lis|ten(40000);',
        'require("net").createServer().lis|ten({ port: 1, reusePort: true });',
        'import net from "node:net";\nnet.conn|ect({ port: 25, host: mx, localAddress: "203.0.113.20" });',
        'import dgram from "node:dgram";\ndgram.createSocket({ type: "udp4", reuseAddr: true }).bi|nd(5353);',
      ]) {
        const text = shown(code, { package: { os } });
        assert.notEqual(text, "", code);
        assert.doesNotMatch(text, /linux|net\.ipv4|TIME_WAIT|EACCES|28,232/i, `${os.join()}: ${code}`);
      }
  });

  it("shows the calls as text, not as C", () => {
    assert.match(shown('require("http").createServer().lis|ten(3000, "0.0.0.0");'), /\n```\nsocket\(/);
  });
});
