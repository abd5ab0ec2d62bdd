import assert from "node:assert/strict";
import type { Runtime } from "../../src/catalogue/types.ts";
import { blocksAnother, duplicateOf, isReportedBeside, servesOneApp } from "../../src/process/duplicates.ts";
import type { ApiSite } from "../../src/sockets/site.ts";
import { listensOf, surroundings } from "./around.ts";

const IMPORTS =
  'import net from "node:net"; import http from "node:http"; import dgram from "node:dgram"; import express from "express";' +
  'import cluster from "node:cluster"; const a = net.createServer(); const b = net.createServer(); const app = express();' +
  'const u = dgram.createSocket("udp4"); const w = dgram.createSocket("udp4"); ' +
  'const s = dgram.createSocket({ type: "udp4", reuseAddr: true });' +
  'const t = dgram.createSocket({ type: "udp4", reuseAddr: true }); ';

interface Around {
  runtime?: Runtime;
  platforms?: readonly string[];
  node?: string;
}

/** `port same`, `port wildcard half`, `again`, `again, replaced`, `rounds`: the duplicate of the last call with a socket. */
function duplicate(code: string, { runtime = "node", ...what }: Around = {}): string | null {
  const around = surroundings(IMPORTS + code, { runtime, ...what });
  const site = around.sites.sites.at(-1);
  assert.ok(site, "a call with a socket");
  const found = duplicateOf(site, around);
  switch (found?.kind) {
    case "port":
      return `port ${found.overlap}${found.half ? " half" : ""}`;
    case "again":
      return found.replaces ? "again, replaced" : "again";
    default:
      return found?.kind ?? null;
  }
}

function table(title: string, rows: readonly (readonly [code: string, kind: string | null, around?: Around])[]) {
  describe(title, () => {
    for (const [code, kind, around] of rows)
      it(`${around ? `${JSON.stringify(around)}: ` : ""}${code}`, () => assert.equal(duplicate(code, around), kind));
  });
}

table("a listen on the port of another one", [
  ["a.listen(3000); b.listen(3000);", "port same"],
  ["a.listen(3000); b.listen(3000);", "port same", { platforms: ["darwin"] }],
  ["a.listen(3000); b.listen(3000, '10.0.0.1');", "port wildcard"],
  ["a.listen(3000); b.listen(3000, '10.0.0.1');", null, { platforms: ["darwin"] }],
  ["a.listen(3000); b.listen(3000, '10.0.0.1');", "port wildcard", { platforms: ["darwin", "linux"] }],
  ["a.listen(3000); net.connect(3000);", null],
  ["a.listen(3000); b.listen(3000, () => b.close());", null],
  ["a.listen(3000, () => a.close()); b.listen(3000);", null],
  ["if (cluster.isWorker) { a.listen(3000); b.listen(3000); }", null],
  ["if (cluster.isPrimary) { cluster.fork(); a.listen(3000); b.listen(3000); }", "port same"],
  ["a.listen(70000); b.listen(70000);", null],
  ["a.listen(x ? { port: 3000 } : { port: 3000, backlog: 9 }); b.listen(3000);", "port same"],
  ["a.listen(x ? { port: 3000 } : { port: 80 }); b.listen(3000);", null],
  ["a.listen(3000); b.listen(x ? { port: 3000 } : { port: 80 });", null],
  ["app.listen(x ? { port: 3000 } : { path: '/run/a' }); a.listen(3000);", null],
  ["a.listen({ ...(x && { port: 3000 }) }); b.listen(3000);", null],
  ["a.listen(3000); b.listen({ ...(x && { port: 3000 }) });", null],
  ["const options = {}; if (x) options.port = 3000; a.listen(options); b.listen(3000);", null],
  ["const options = {}; options.port = 3000; a.listen(options); b.listen(3000);", "port same"],
  ["a.listen({ port: 3000, ...(x && { backlog: 9 }) }); b.listen(3000);", "port same"],
  ["a.listen({ port: 3000, reusePort: true }); b.listen(3000);", null, { node: ">=23.1" }],
  ["a.listen({ port: 3000, reusePort: true }); b.listen(3000);", "port same", { node: ">=20 <22" }],
  ["app.listen(3000); app.listen(3000);", "port same"],
  ["app.listen(0); app.listen(0);", null],
  ["app.listen('/run/a'); app.listen('/run/a');", null],
  ["Bun.listen({ port: 3000, socket }); Bun.listen({ port: 3000, socket });", "port same", { runtime: "bun" }],
  ["Deno.listen({ port: 3000 }); Deno.serve({ port: 3000 }, f);", "port same", { runtime: "deno" }],
]);

table("a second listen of one server", [
  ["a.listen(3000); a.listen(3001);", "again"],
  ["a.listen(3000, '127.0.0.1'); a.listen(3001);", "again, replaced"],
  ["a.listen(3000); a.listen(3001, '127.0.0.1');", "again"],
  ["a.listen(0); a.listen(0);", "again"],
  ["a.listen(); a.listen(3000);", "again"],
  ["a.listen('/run/a'); a.listen('/run/b');", "again"],
  ["a.listen({ path: '/run/a', host: '::' }); a.listen(3000);", "again"],
  ["a.listen({ fd: 3 }); a.listen(3000);", null],
  ["a.listen(70000); a.listen(3000);", null],
  ["a.listen({ port: 3000, reusePort: true }); a.listen({ port: 3000, reusePort: true });", null, { node: ">=23.1" }],
  ["if (x) a.listen(3000); else a.listen(3001);", null],
  ["a.listen(3000); a.close(); a.listen(3001);", null],
  ["u.bind(5000); u.bind(5001);", "again"],
  ["s.bind(5000); s.bind(5001);", "again"],
  ["u.bind(); w.bind();", null],
]);

table("datagram sockets on one port", [
  ["u.bind(5000); w.bind(5000);", "port same"],
  ["u.bind(5000); w.bind(5001);", null],
  ["u.bind(5000); a.listen(5000);", null],
  ["u.bind(5000, '10.0.0.1'); w.bind(5000);", "port wildcard"],
  ["u.bind(5000, '10.0.0.1'); w.bind(5000);", null, { platforms: ["darwin"] }],
  ["u.bind(5000); w.bind(5000, () => w.close());", null],
  ["if (cluster.isWorker) { u.bind(5000); w.bind(5000); }", null],
  ["u.bind(5000); w.addMembership('224.0.0.1'); w.bind(5000);", null],
  ["u.bind(5000); w.addSourceSpecificMembership('10.0.0.1', '232.0.0.1'); w.bind(5000);", null],
  ["u.bind(5000); w.setMulticastTTL(2); w.bind(5000);", "port same"],
  ["u.bind(5000); dgram.createSocket({ type: 'udp4', reusePort: true }).bind(5000);", null],
  ["u.bind(5000); dgram.createSocket({ type: 'udp4', reusePort: false }).bind(5000);", "port same"],
  ["u.bind(5000); dgram.createSocket({ type: 'udp4', reuseAddr }).bind(5000);", null],
]);

table("a datagram socket that shares its address beside one that does not", [
  ["u.bind(5000); s.bind(5000);", "port same half"],
  ["s.bind(5000); u.bind(5000);", "port same half"],
  ["s.bind(5000); t.bind(5000);", null],
  ["s.bind(5000); u.bind(5001);", null],
  ["s.bind(5000, '10.0.0.1'); u.bind(5000);", "port wildcard half"],
  ["u.bind(5000); s.bind(5000);", null, { platforms: ["darwin", "win32"] }],
  ["u.bind(5000); s.bind(5000);", null, { runtime: "bun" }],
  ["s.bind(5000); u.bind(5000);", null, { runtime: "bun" }],
  ["u.bind(5000); s.bind(5000, () => s.close());", null],
  ["if (cluster.isWorker) { u.bind(5000); s.bind(5000); }", null],
  ["u.bind(5000); s.bind(70000);", null],
  ["u.bind(5000); dgram.createSocket({ type: 'udp4', ...(x && { reuseAddr: true }) }).bind(5000);", null],
  ["u.bind(5000); dgram.createSocket({ type: 'udp4', reuseAddr: true, reusePort: true }).bind(5000);", null],
]);

table("one listen in a loop", [
  ["for (const x of [1, 2]) net.createServer().listen(3000);", "rounds"],
  ["for (const x of [1, 2]) net.createServer().listen({ port: 3000, reusePort: true });", null, { node: ">=23.1" }],
  ["for (const x of [1, 2]) dgram.createSocket('udp4').bind(5000);", "rounds"],
  ["for (const x of [1, 2]) dgram.createSocket({ type: 'udp4', reuseAddr: true }).bind(5000);", null],
]);

describe("the default export that Bun serves, beside a listen", () => {
  const kinds = (code: string, runtime: Runtime = "bun") => {
    const around = surroundings(IMPORTS + code, { runtime, serves: true });
    const { sites } = around.sites;
    return [
      ...sites.map((each) => duplicateOf(each, around)?.kind ?? null).filter(Boolean),
      ...sites
        .filter((each) => isReportedBeside(each, around))
        .map((each) => (each.kind === "api" && each.isServedExport ? "the export is not reported too" : "a listen")),
    ].join(", ");
  };
  const both = "export, the export is not reported too";
  const rows: readonly (readonly [code: string, kinds: string])[] = [
    ["Bun.serve({ port: 3000, fetch }); export default { port: 3000, fetch };", both],
    ["Bun.serve({ port: 3001, fetch }); export default { port: 3000, fetch };", ""],
    ["a.listen(3000); export default { port: 3000, fetch };", both],
    ["a.listen(process.env.PORT || 3000); export default { port: 3000, fetch };", both],
    ["a.listen(process.env.PORT || 3001); export default { port: 3000, fetch };", ""],
    ["a.listen(process.env.PORT); export default { port: 3000, fetch };", ""],
    ["if (x) a.listen(3000); export default { port: 3000, fetch };", ""],
    ["export function f() { a.listen(3000); } export default { port: 3000, fetch };", ""],
    ["a.listen(3000, '127.0.0.1'); export default { port: 3000, fetch };", ""],
    ["a.listen(3000, '127.0.0.1'); export default { port: 3000, hostname: '127.0.0.1', fetch };", both],
    ["a.listen({ port: 3000, reusePort: true }); export default { port: 3000, fetch };", ""],
    ["a.listen(3000); export default { port: 3000, reusePort: true, fetch };", ""],
    ["export default { port: 3000, fetch }; a.listen(3000);", both],
    ["u.bind(3000); export default { port: 3000, fetch };", ""],
    ["dgram.createSocket('udp6').bind(3000); export default { port: 3000, fetch };", ""],
    ["a.listen(3000); b.listen(3000);", "port"],
  ];
  for (const [code, expected] of rows) it(code, () => assert.equal(kinds(code), expected));
});

describe("two listens of one application", () => {
  const rows: readonly (readonly [code: string, one: boolean])[] = [
    ["http.createServer(app).listen(80); app.listen(80);", true],
    ["new http.Server(app).listen(80); app.listen(80);", true],
    ["http.createServer({ keepAlive: true }, app).listen(80); app.listen(80);", true],
    ["app.listen(80); app.listen(81);", true],
    ["const other = express(); other.listen(80); app.listen(80);", false],
    ["const other = express(); http.createServer(other).listen(80); app.listen(80);", false],
    ["http.createServer((req, res) => res.end()).listen(80); app.listen(80);", false],
    ["http.createServer().listen(80); http.createServer().listen(80);", false],
  ];
  for (const [code, one] of rows)
    it(code, () => {
      const [first, second] = listensOf(surroundings(IMPORTS + code)) as ApiSite[];
      assert.equal(servesOneApp(first!, second!), one);
    });
});

describe("a listen because of which another one fails", () => {
  const blocks = (code: string) => {
    const around = surroundings(IMPORTS + code);
    return listensOf(around).map((each) => blocksAnother(each, around));
  };
  it("is the earlier one on the port", () => {
    assert.deepEqual(blocks("a.listen(3000); b.listen(3000);"), [true, false]);
    assert.deepEqual(blocks("a.listen(3000); b.listen(3001);"), [false, false]);
    assert.deepEqual(blocks("a.listen(3001); b.listen(3000); app.listen(3000);"), [false, true, false]);
  });
  it("is not the same server's", () => {
    assert.deepEqual(blocks("a.listen(3000); a.listen(3000);"), [false, false]);
    assert.deepEqual(blocks("for (const x of [1, 2]) net.createServer().listen(3000);"), [false]);
  });
});
