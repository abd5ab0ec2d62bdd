import assert from "node:assert/strict";
import { sitesOf } from "../../src/sockets/collect.ts";
import { hostsOverlap, meet } from "../../src/sockets/overlap.ts";
import type { CallSite } from "../../src/sockets/site.ts";
import { callsIn } from "./sites.ts";

/** Two listens of two servers, with something before them. */
function two(first: string, second: string, before = ""): [CallSite, CallSite] {
  const code = `import net from "node:net";\n${before}\nnet.createServer().listen(${first});\nnet.createServer().listen(${second});`;
  return callsIn(code) as [CallSite, CallSite];
}

// What conflicts between processes are judged by.
describe("whether hosts overlap", () => {
  for (const [first, second, expected] of [
    ["1", "1", true],
    ["1", "1, '10.0.0.1'", true],
    ["1", "1, '::1'", true],
    ["1, '*'", "1, '::0'", false],
    ["1, '0'", "1, '127.1'", true],
    ["1, '::ffff:0:0'", "1, '::1'", false],
    ["1, '::ffff:0:0'", "1, '10.0.0.1'", true],
    ["1, ''", "1, '::1'", true],
    ["1, '0.0.0.0'", "1, '10.0.0.1'", true],
    ["1, '0.0.0.0'", "1, '::1'", false],
    ["1, '0.0.0.0'", "1, '0.0.0.0'", true],
    ["1, '0.0.0.0'", "1", true],
    ["1, '10.0.0.1'", "1, '10.0.0.1'", true],
    ["1, '10.0.0.1'", "1, '::ffff:10.0.0.1'", true],
    ["1, '10.0.0.1'", "1, '10.0.0.2'", false],
    ["1, 'localhost'", "1, '127.0.0.1'", true],
    ["1, 'localhost'", "1, '::1'", true],
    ["1, 'localhost'", "1, '10.0.0.1'", false],
    ["1, 'LOCALHOST'", "1, '::1'", true],
    ["{ port: 1, host: '::', ipv6Only: true }", "1, '10.0.0.1'", false],
    ["{ port: 1, host: '::', ipv6Only: true }", "1, '::1'", true],
    ["{ port: 1, host: '::', ipv6Only: true }", "1, '0.0.0.0'", false],
    ["1, host()", "1, host()", false],
    ["1, host()", "1", false],
    ["{ port: 1, ...rest }", "1", false],
    ["1, address", "1, address", true],
    ["1, address", "1, other", false],
    ["1, again", "1, again", false],
  ] as [string, string, boolean][])
    it(`${first} and ${second}: ${expected}`, () => {
      const [a, b] = two(first, second, "const address = f(), other = f(); let again = f(); again = f();");
      assert.equal(hostsOverlap(a, b), expected);
      assert.equal(hostsOverlap(b, a), expected);
    });
});

// Of two servers, in one run of the program.
describe("whether two listens meet", () => {
  const NET = 'import net from "node:net"; const a = net.createServer(); const b = net.createServer();\n';
  for (const [code, expected] of [
    ["a.listen(1); b.listen(1);", true],
    ["a.listen(1); a.listen(1);", false],
    ["a.listen(1); b.listen(2);", false],
    ["a.listen(1); b.listen(p);", false],
    ["a.listen(p); b.listen(q);", false],
    ["const p = f(); a.listen(p); b.listen(p);", true],
    ["const p = f(); const q = f(); a.listen(p); b.listen(q);", false],
    ["let p = f(); a.listen(p); p = f(); b.listen(p);", false],
    ["a.listen(o.p); b.listen(o.p);", false],
    ["a.listen(0); b.listen(0);", false],
    ["a.listen(1); b.listen('/run/a');", false],
    ["a.listen(1, '10.0.0.1'); b.listen(1, '10.0.0.2');", false],
    ["if (x) a.listen(1); else b.listen(1);", false],
    ["if (x) a.listen(1); b.listen(1);", true],
    ["function f() { a.listen(1); } b.listen(1);", false],
    ["function f() { a.listen(1); b.listen(1); }", true],
    ["a.listen(1, () => b.listen(1));", true],
    ["a.on('listening', () => b.listen(1)); a.listen(1);", true],
    ["a.on('close', () => b.listen(1)); a.listen(1);", false],
    ["new Promise((done) => a.listen(1, done)); b.listen(1);", true],
    ["new Task((done) => a.listen(1, done)); b.listen(1);", false],
    ["export function f(app, it) { app.listen(3000); it.listen(3000); }", true],
    ["export function f(app) { app.listen(3000); app.listen(3000); }", false],
  ] as [string, boolean][])
    it(`${code} ${expected}`, () => {
      const [one, other] = callsIn(NET + code);
      assert.equal(meet(one!, other!, sitesOf(one!.file)), expected);
      assert.equal(meet(other!, one!, sitesOf(one!.file)), expected);
    });
});
