import assert from "node:assert/strict";
import type { Range } from "../../src/analysis/ast.ts";
import { parseFile } from "../../../server/src/lint/parse.ts";
import type { Runtime } from "../../src/catalogue/types.ts";
import { processOf } from "../../src/process/index.ts";
import { sitesOf } from "../../src/sockets/collect.ts";
import { conflictOf } from "../../src/process/conflicts.ts";
import { environment } from "./sites.ts";

/** The conflict of each listen of a text, in source order. */
function conflicts(text: string, runtime: Runtime = "node"): (string | null)[] {
  const sites = sitesOf(parseFile(text, "a.mjs"));
  const lineOf = ([start]: Range) => text.slice(0, start).split("\n").length;
  const around = {
    sites,
    process: processOf(sites, "a.mjs", runtime),
    environment: environment(runtime),
    runs: () => [],
    companions: () => [],
  };
  return sites.sites
    .filter((each) => each.op === "listen")
    .map((each) => {
      const conflict = conflictOf(each, around);
      return conflict?.kind === "mixed"
        ? `mixed with line ${lineOf(conflict.other.call.range)}`
        : (conflict?.kind ?? null);
    });
}

const NET = 'import net from "net";\n';
const CLUSTER = 'import cluster from "cluster";\nimport net from "net";\n';
const THREADS = `${NET}import { Worker, isMainThread } from "worker_threads";\n`;
const many = "for (let i = 0; i < 4; i++) new Worker(new URL(import.meta.url));";

describe("conflicts of a listen", () => {
  it("are there between threads that a loop starts, unless the port is shared or differs", () => {
    const of = (args: string, start = many) =>
      conflicts(`${THREADS}if (isMainThread) { ${start} } else net.createServer().listen(${args});`);
    assert.deepEqual(of("3000"), ["threads"]);
    assert.deepEqual(of("{ port: 3000, reusePort: true }"), [null]);
    assert.deepEqual(of("{ port: 3000, reusePort: false }"), [null], "stated");
    assert.deepEqual(of("3000 + threadId"), [null]);
    assert.deepEqual(of("0"), [null]);
    assert.deepEqual(of("3000", "new Worker(new URL(import.meta.url));"), [null], "a single worker");
    assert.deepEqual(of("{ ...rest, port: 3000 }"), [null]);
  });

  it("are made by `exclusive` in a worker of a Node cluster", () => {
    const of = (args: string, runtime?: Runtime) =>
      conflicts(
        `${CLUSTER}if (cluster.isPrimary) { for (const cpu of cpus) cluster.fork(); } else net.createServer().listen(${args});`,
        runtime,
      );
    assert.deepEqual(of("{ port: 3000, exclusive: true }"), ["exclusive"]);
    assert.deepEqual(of("{ port: 3000, exclusive: false }"), [null]);
    assert.deepEqual(of("3000"), [null], "the primary's socket is shared");
    assert.deepEqual(of("{ port: 3000, exclusive: true, reusePort: true }"), [null]);
    assert.deepEqual(of("{ port: 0, exclusive: true }"), [null]);
    assert.deepEqual(of("{ port: 3000, exclusive: true }", "bun"), ["exclusive"], "a cluster of Bun's");
  });

  it("are left open between the threads of a cluster's workers", () => {
    const code = `${THREADS}import cluster from "cluster";\nif (cluster.isPrimary) cluster.fork();\nelse if (isMainThread) { ${many} }\nelse net.createServer().listen(3000);`;
    assert.deepEqual(conflicts(code), [null]);
    assert.deepEqual(conflicts(code, "bun"), [null]);
  });

  it("are there beside another listen that shares the port", () => {
    const of = (first: string, second: string) =>
      conflicts(`${NET}net.createServer().listen(${first});\nnet.createServer().listen(${second});`);
    const shared = "{ port: 3000, reusePort: true }";
    assert.deepEqual(of("3000", shared), ["mixed with line 3", null]);
    assert.deepEqual(of(shared, "{ port: 3000, reusePort: false }"), [null, "mixed with line 2"]);
    assert.deepEqual(of(shared, shared), [null, null]);
    assert.deepEqual(of(shared, "3001"), [null, null]);
    assert.deepEqual(of('{ port: 3000, host: "10.0.0.1", reusePort: true }', '3000, "10.0.0.2"'), [null, null]);
    assert.deepEqual(of('{ port: 3000, host: "127.0.0.1", reusePort: true }', '3000, "localhost"'), [
      null,
      "mixed with line 2",
    ]);
    assert.deepEqual(of('{ port: 3000, host: "::", ipv6Only: true, reusePort: true }', '3000, "127.0.0.1"'), [
      null,
      null,
    ]);
    assert.deepEqual(of("{ port: 3000, reusePort: share }", "3000"), [null, null], "nobody knows");
    assert.deepEqual(of('{ path: "/tmp/a", reusePort: true }', "3000"), [null, null]);
    assert.deepEqual(of("{ port: 3000, ...(many && { reusePort: true }) }", "3000"), [null, null]);
  });

  it("are one a listen: between workers before mixed", () => {
    const code = `${THREADS}if (isMainThread) { ${many} } else { net.createServer().listen(3000); net.createServer().listen({ port: 3000, reusePort: true }); }`;
    assert.deepEqual(conflicts(code), ["threads", null]);
  });

  it("are none for what shares by default", () => {
    const uws = 'import uWS from "uWebSockets.js";\n';
    assert.deepEqual(
      conflicts(`${NET}${uws}uWS.App().listen(3000, cb);\nnet.createServer().listen({ port: 3000, reusePort: true });`),
      [null, null],
    );
  });
});
