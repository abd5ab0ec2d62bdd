import assert from "node:assert/strict";
import { parseFile } from "../../../server/src/lint/parse.ts";
import { contextOf } from "../../src/lint.ts";
import { pageOf } from "../../src/rules/page.ts";

const IMPORTS = `import net from "node:net"; import dgram from "node:dgram"; import http from "node:http"; import koffi from "koffi";
const lib = koffi.load("libc.so.6"); const socket = lib.func("int socket(int, int, int)"); const bind = lib.func("int bind(int, void *, int)"); const connect = lib.func("int connect(int, void *, int)"); const setsockopt = lib.func("int setsockopt(int, int, int, void *, int)");
`;

/** The page for the last call of a text. */
function page(code: string, runtime?: string): string {
  const file = parseFile(IMPORTS + code, "src/a.mjs");
  const host = { platforms: ["linux"], ...(runtime !== undefined && { runtime }) };
  const settings = { host, hostName: "a test", package: null } as const;
  const context = contextOf({ file, path: "src/a.mjs", settings: settings as never });
  const site = context.sites.sites.at(-1);
  assert.ok(site, "a site");
  return pageOf(site, { ...context, options: {}, isOn: () => true } as never);
}

describe("the page that tells more about a call", () => {
  for (const [code, rule, runtime] of [
    // A rule reports them.
    ["net.createServer().listen(3000);", "require-reuse-option"],
    ["net.createServer().listen({ port: 40000, reusePort: false });", "no-ephemeral-server-port"],
    ["net.createServer().listen('localhost', 80);", "valid-listen-arguments"],
    ["net.createServer().listen({ port: 3000, reusePort: true });", "no-silent-port-sharing"],
    ["net.connect({ port: 80, localPort: 5000 });", "no-fixed-local-port"],
    // No rule does.
    ["net.createServer().listen({ port: 3000, reusePort: false });", "require-reuse-option"],
    ["net.createServer().listen(0);", "require-reuse-option"],
    ["net.createServer().listen({ port: 3000, reusePort: x });", "no-unguarded-reuse-port"],
    ["net.createServer().listen(options);", "require-reuse-option"],
    ["if (x) net.createServer().listen({ port: 3000, reusePort: true });", "no-unguarded-reuse-port"],
    ["net.connect({ port: 80 });", "no-bind-before-connect"],
    ["net.connect({ port: 80, localPort });", "no-fixed-local-port"],
    ["net.connect({ port: 80, localPort, localAddress });", "no-bind-before-connect"],
    ["new net.BoundSocket({ port: 0 });", "no-bind-before-connect"],
    ["dgram.createSocket('udp4').bind(5000);", "no-unicast-reuse-addr"],
    [
      "const s = dgram.createSocket({ type: 'udp4', reuseAddr: true }); s.on('listening', () => s.addMembership(g)); s.bind(5000);",
      "require-multicast-reuse-addr",
    ],
    ["const s = dgram.createSocket('udp4'); s.setTTL(4); s.bind(5000);", "no-unicast-reuse-addr"],
    ["const fd = socket(2, 1, 0);\nsetsockopt(fd, 1, 2, one, 4);", "no-late-socket-option"],
    ["const fd = socket(2, 1, 0);\nconnect(fd, to, 16);", "no-bind-before-connect"],
    ["const fd = socket(2, 1, 0);\nbind(fd, at, 16);", "require-reuse-option"],
    ["http.createServer().listen({ port: 3000, reusePort: x });", "no-ignored-socket-option", "bun"],
  ] as const)
    it(`${rule}: ${code}`, () => assert.equal(page(code, runtime), rule));
});
