import assert from "node:assert/strict";
import type { Runtime } from "../../src/catalogue/types.ts";
import { isReadElsewhere, reachesSocket, reuseOf, rowAgainst } from "../../src/sockets/reuse.ts";
import type { CallSite } from "../../src/sockets/site.ts";
import { callIn, callsIn, environment, listenWith } from "./sites.ts";

const HTTP = 'import http from "http";\n';

describe("a policy in another branch", () => {
  const NET = 'import net from "node:net";\nconst a = net.createServer(); const b = net.createServer();\n';
  const both = (code: string) =>
    callsIn(NET + code).map((each) => {
      const reuse = reuseOf(each, environment());
      return reuse.state === "stated" ? `stated by ${reuse.by}` : reuse.state;
    });
  const stated = "stated by elsewhere";
  for (const [code, expected] of [
    ["a.listen(w ? { port: 1 } : { port: 1, reusePort: true });", [stated, "effective"]],
    ["if (w) a.listen(1); else a.listen({ port: 1, reusePort: true });", [stated, "effective"]],
    ["if (w) a.listen(1); else a.listen({ port: 1, exclusive: true });", [stated, "stated by exclusive"]],
    ["if (w) a.listen(1); else a.listen({ port: 1 });", ["absent", "absent"]],
    ["if (w) a.listen(1); else b.listen({ port: 1, reusePort: true });", ["absent", "effective"]],
    ["a.listen(1); a.listen({ port: 1, reusePort: true });", ["absent", "effective"]],
    ["if (w) a.listen(1); else a.listen({ port: 0, reusePort: true });", ["absent", "effective"]],
  ] as [string, string[]][])
    it(`${code} ${expected.join(", ")}`, () => assert.deepEqual(both(code), expected));
});

describe("an options object of two calls", () => {
  const read = (code: string, runtime: Runtime = "bun") => {
    const before = `${HTTP}import net from "node:net";\nconst o = { port: 1, reusePort: true };\n`;
    const [site] = callsIn(before + code) as [CallSite];
    const row = rowAgainst(site, "reusePort", environment("bun"))!;
    return isReadElsewhere(site, site.option("reusePort"), row, environment(runtime));
  };
  it("is read by the other one, where that does not ignore it too", () => {
    assert.equal(read("http.createServer().listen(o); net.createServer().listen(o);"), true);
    assert.equal(read("http.createServer().listen(o); http.createServer().listen(o);"), false);
    assert.equal(read("http.createServer().listen(o); net.createServer().listen({ ...o });"), true);
    assert.equal(read("http.createServer().listen(o); net.createServer().listen(2);"), false);
    assert.equal(read("http.createServer().listen(o);"), false);
  });
});

describe("reachesSocket", () => {
  it("is so where the call has a port, and no row against it", () => {
    assert.equal(reachesSocket(listenWith("1"), environment()), true);
    assert.equal(reachesSocket(listenWith('"/tmp/a"'), environment()), false);
    assert.equal(reachesSocket(listenWith("{ fd: 3 }"), environment()), false);
    const http = callIn(`${HTTP}http.createServer().listen(1);`);
    assert.equal(reachesSocket(http, environment()), true);
    assert.equal(reachesSocket(http, environment("bun")), false);
  });
});
