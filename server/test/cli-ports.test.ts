import assert from "node:assert/strict";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { run, withFiles } from "./cli.ts";

/** Threads that meet on a port, a cluster that shares one, a datagram socket, and what is configured elsewhere. */
const PROJECT = {
  "package.json": '{\n  "type": "module",\n  "scripts": { "start": "node main.js" }\n}\n',
  "main.js": 'import "./pool.js";\nimport "./admin.js";\n',
  "pool.js":
    'import { Worker } from "node:worker_threads";\nfor (let i = 0; i < 4; i++) new Worker(new URL("./worker.js", import.meta.url));\n',
  "worker.js": 'import http from "node:http";\nhttp.createServer().listen(3000);\n',
  "admin.js":
    'import http from "node:http";\nimport { config } from "./config.js";\n' +
    'http.createServer().listen(config.port, "127.0.0.1");\n' +
    "http.createServer().listen(Number(process.env.PORT ?? 8080), config.host);\n",
  "config.js": "export const config = JSON.parse(process.env.CONFIG);\n",
  "cluster.js":
    'import cluster from "node:cluster";\nif (cluster.isPrimary) for (let i = 0; i < 2; i++) cluster.fork();\nelse await import("./shared.js");\n',
  "shared.js": 'import http from "node:http";\nhttp.createServer().listen(4000);\n',
  "udp.js":
    'import dgram from "node:dgram";\nimport net from "node:net";\n' +
    'dgram.createSocket({ type: "udp4", reuseAddr: true }).bind(5353);\n' +
    'net.createServer().listen("/tmp/x.sock");\nnet.createServer().listen(0);\n',
};

const TABLE = `✖ 1 conflict: 7 listens in 4 files open ports 3000, 4000, 5353/udp and 8080, 1 port that is not constant, 1 free port and 1 Unix socket.

  PORT           HOST         SHARED     OPENED AT
✖ 3000           [::]         no         worker.js:2
    4 threads, started in pool.js:2
    All worker threads but the first that pool.js starts fail with EADDRINUSE: all open port 3000.
  4000           [::]         workers    shared.js:2
    2 cluster workers, started in cluster.js:2
  5353/udp       0.0.0.0      reuseAddr  udp.js:3
  8080 or $PORT  config.host  no         admin.js:4
    1 process, started in package.json:3
  config.port    127.0.0.1    no         admin.js:3
    1 process, started in package.json:3
  free port      [::]         no         udp.js:5
  "/tmp/x.sock"               no         udp.js:4
`;

interface Shape {
  version: number;
  files: number;
  conflicts: number;
  listens: {
    path: string;
    line: number;
    transport: string;
    port: { kind: string; number: number | null; text: string | null };
    host: { address: string | null; text: string | null };
    sharing: string;
    starts: { kind: string; count: unknown; proven: boolean; entry: string; at: { path: string; line: number } }[];
    programs: string[];
    conflicts: { rule: string; message: string; at: { line: number }; related: { at: { path: string } }[] }[];
  }[];
}

async function json(files: Readonly<Record<string, string>>, ...args: string[]): Promise<Shape> {
  const { out } = await withFiles(files, (directory) => run(directory, "ports", "--format", "json", ...args));
  return JSON.parse(out) as Shape;
}

describe("portreuse ports", () => {
  it("says the answer first, then lists what is opened by port", async () => {
    const { code, out, err } = await withFiles(PROJECT, (directory) => run(directory, "ports"));
    assert.deepEqual([code, err], [0, ""]);
    assert.equal(out, TABLE);
  });

  it("has the number of a port that a caller gives, with the name that stands in the call", async () => {
    const { out } = await withFiles(
      {
        "main.js": 'import { start } from "./start.js";\nstart(Number(process.env.PORT ?? 4007));\n',
        "start.js": 'import http from "node:http";\nexport const start = (port) => http.createServer().listen(port);\n',
      },
      (directory) => run(directory, "ports"),
    );
    assert.match(out, /^1 listen in 1 file opens port 4007; no conflicts\.\n/);
    assert.match(out, /^ {2}4007 or port +\[::\] /m);
  });

  it("gives the same as JSON", async () => {
    const { version, files, conflicts, listens } = await json(PROJECT);
    assert.deepEqual([version, files, conflicts], [1, 8, 1]);
    const [worker, shared, , admin, configured] = listens as [Shape["listens"][0], ...Shape["listens"]];
    assert.deepEqual(worker?.starts, [
      { kind: "thread", count: 4, proven: true, entry: "worker.js", at: { path: "pool.js", line: 2, column: 29 } },
    ]);
    assert.deepEqual(
      worker?.conflicts.map((each) => [each.rule, each.at.line, each.related.map(({ at }) => at.path)]),
      [["no-worker-port-conflict", 2, ["pool.js"]]],
    );
    assert.deepEqual([shared?.sharing, shared?.programs], ["workers", ["cluster.js"]]);
    assert.deepEqual(admin?.port, { kind: "default", number: 8080, text: "Number(process.env.PORT ?? 8080)" });
    assert.deepEqual(admin?.host, { address: null, text: "config.host" });
    assert.deepEqual(configured?.port, { kind: "configured", number: null, text: "config.port" });
    assert.deepEqual(configured?.programs, ["main.js"]);
  });

  it("draws a page with links and a diagram", async () => {
    const { out } = await withFiles(PROJECT, (directory) => run(directory, "ports", "-f", "markdown"));
    assert.match(out, /^# Ports\n\n\*\*1 conflict: 7 listens in 4 files open /);
    assert.ok(
      out.includes(
        "| ✖ | `3000` | `[::]` | no | [worker.js:2](worker.js#L2) | 4 threads, started in [pool.js:2](pool.js#L2) |",
      ),
      out,
    );
    const diagram = /```mermaid\n([^]*?)\n```/.exec(out)?.[1] ?? "";
    const name = (label: string) =>
      new RegExp(`^ {2}(n\\d+)\\W+"${label.replace(/[$[\]().]/g, "\\$&")}`, "m").exec(diagram)?.[1];
    assert.ok(diagram.includes(`  ${name("pool.js:2")} -->|"4 threads"| ${name("worker.js")}\n`), diagram);
    assert.ok(diagram.includes(`  ${name("worker.js")} --> ${name("✖ 3000<br/>on #91;::#93;")}\n`), diagram);
    assert.match(diagram, /"✖ 3000<[^\n]*:::conflict\n[^]*classDef conflict /);
  });

  it("has one line for each thing that is missing or wrong", async () => {
    const none = await withFiles({ "a.js": "export {};\n" }, (directory) => run(directory, "ports"));
    assert.deepEqual(none, { code: 0, out: "No listens in 1 file.\n", err: "" });
    const empty = await withFiles({}, (directory) => run(directory, "ports"));
    assert.deepEqual(empty, { code: 0, out: "No JavaScript or TypeScript files, so no listens.\n", err: "" });
    const gone = await withFiles({ "a.js": PROJECT["worker.js"] }, (directory) => run(directory, "ports", "a.js", "b"));
    assert.equal(gone.code, 2);
    assert.match(gone.out, /^1 listen in 1 file opens port 3000; no conflicts\.\n/);
    assert.match(gone.err, /^portreuse: no such file or directory: b[^\n]*\n$/);
    const nothing = await withFiles({ "a.js": "" }, (directory) => run(directory, "ports", "src/"));
    assert.deepEqual(nothing, { code: 2, out: "", err: "portreuse: no such file or directory: src/\n" });
    const set = await withFiles(
      {
        "package.json": '{ "portreuse": { "runtime": "nod" } }',
        "ecosystem.config.json": '{ "apps": [',
        "a.js": PROJECT["worker.js"],
        "b.js": PROJECT["worker.js"],
      },
      (directory) => run(directory, "ports"),
    );
    assert.equal(set.code, 2);
    assert.match(set.out, /^2 listens in 2 files/);
    assert.deepEqual(set.err.trimEnd().split("\n"), [
      "portreuse: ecosystem.config.json:1:12: not valid JSON: close bracket expected. What it starts is not known.",
      'portreuse: package.json: portreuse.runtime: expected one of node, bun, deno, got "nod". Did you mean node?',
    ]);
    const broken = await withFiles({ "a.js": `${PROJECT["worker.js"]}(` }, (directory) => run(directory, "ports"));
    assert.equal(broken.code, 2);
    assert.match(broken.err, /^portreuse: cannot parse a\.js:3:2: [^\n]+\.\n$/);
    const [wrong, right] = await withFiles({ "a.js": PROJECT["worker.js"] }, async (directory) => [
      await run(directory, "ports", "--format", "tabel"),
      await run(directory, "ports"),
    ]);
    assert.match(right.out, /^1 listen in 1 file/);
    assert.deepEqual([wrong.code, wrong.out], [2, right.out]);
    assert.match(wrong.err, /^portreuse: Unknown format "tabel"\. Did you mean table\?\n$/);
  });

  it("names a file that cannot be read, and lists the rest", async function () {
    if (process.platform === "win32" || process.getuid?.() === 0) return this.skip();
    await withFiles({ "a.js": PROJECT["worker.js"], "b.js": "" }, async (directory) => {
      chmodSync(join(directory, "b.js"), 0);
      const { code, out, err } = await run(directory, "ports");
      assert.equal(code, 2);
      assert.match(out, /^1 listen in 1 file opens port 3000; no conflicts\.\n/);
      assert.match(err, /^portreuse: cannot read b\.js: permission denied\.\n$/);
    });
  });

  it("reports the conflicts of the rules whatever their levels are, and none that a comment switches off", async () => {
    const twice =
      'import http from "node:http";\nhttp.createServer().listen(3000);\n//\nhttp.createServer().listen(3000);\n';
    const { listens } = await json({ "a.js": twice });
    assert.deepEqual(
      listens.map((each) => each.conflicts.map(({ rule }) => rule)),
      [[], ["no-duplicate-listen"]],
    );
    const disabled = twice.replace("//", "// eslint-disable-next-line portreuse/no-duplicate-listen -- one is closed");
    assert.equal((await json({ "a.js": disabled })).conflicts, 0);
    const off = `/* eslint portreuse/no-duplicate-listen: "off" */\n${twice}`;
    assert.equal((await json({ "a.js": off })).conflicts, 0);
  });

  it("leaves out tests, probes, and servers that take what is open already", async () => {
    const { listens } = await json({
      "test/a.test.js": PROJECT["worker.js"],
      "probe.js":
        'import net from "node:net";\nexport const isFree = (port) => new Promise((resolve) => {\n' +
        "  const s = net.createServer();\n  s.once('error', () => resolve(false));\n" +
        "  s.listen(port, () => s.close(() => resolve(true)));\n});\n",
      "attached.js":
        'import http from "node:http";\nimport { WebSocketServer } from "ws";\nconst server = http.createServer();\n' +
        "new WebSocketServer({ server });\nserver.listen({ fd: 3 });\n",
    });
    assert.deepEqual(listens, []);
  });
});

describe("portreuse ports, on projects that are hard to follow", () => {
  it("looks at a folder of fixtures as a project where it is what is opened", () =>
    withFiles(
      {
        ".git/HEAD": "ref: refs/heads/main\n",
        "package.json": "{}",
        "test-fixtures/app/pool.js": PROJECT["pool.js"],
        "test-fixtures/app/worker.js": PROJECT["worker.js"],
      },
      async (directory) => {
        const { out } = await run(join(directory, "test-fixtures/app"), "ports");
        assert.match(out, /\n {4}4 threads, started in pool\.js:2\n/);
      },
    ));

  it("ends where imports go in circles", async () => {
    const { listens } = await json({
      "a.js": 'import "./b.js";\nimport { fork } from "node:child_process";\nfork("./a.js");\n',
      "b.js": 'import "./c.js";\nimport "./a.js";\n',
      "c.js": `import "./b.js";\n${PROJECT["worker.js"]}`,
    });
    assert.deepEqual(
      listens.map(({ path, line, programs }) => [path, line, programs.length > 0]),
      [["c.js", 3, true]],
    );
  });

  it("lists a listen that no launch leads to, and launches that lead nowhere start nothing", async () => {
    const { listens } = await json({
      "package.json": '{ "scripts": { "start": "node gone.js", "x": "node \\"unclosed" } }',
      "start.js":
        'import { fork } from "node:child_process";\nfork("./gone.js");\nfork(process.argv[2]);\nfork(new URL("file:///nowhere/x.js"));\n',
      "worker.js": PROJECT["worker.js"],
      "ecosystem.config.js": "module.exports = { apps: [{ script: './gone.js', instances: 4 }, 5, null] };\n",
    });
    assert.deepEqual(
      listens.map(({ path, starts, conflicts }) => [path, starts, conflicts]),
      [["worker.js", [], []]],
    );
  });

  it("shows what is written for a port of which nothing is known", async () => {
    const { listens } = await json({
      "a.js":
        'import http from "node:http";\nimport getPort from "get-port";\nconst port = await getPort();\n' +
        "export const open = (options) => http.createServer().listen(options);\n" +
        "http.createServer().listen(port);\nhttp.createServer().listen(...process.argv);\n",
    });
    assert.deepEqual(
      listens.map(({ line, port: { kind, number } }) => [line, kind, number]),
      [4, 6, 5].map((line) => [line, "unknown", null]),
    );
    assert.equal(listens[2]?.port.text, "await getPort()");
  });

  it("lists 2,000 listens, and draws as many as can be read", async () => {
    const files = Array.from({ length: 40 }, (_, file) => {
      const lines = Array.from({ length: 50 }, (_, i) => `http.createServer().listen(${10_000 + 50 * file + i});\n`);
      return [`${file}.js`, `import http from "node:http";\n${lines.join("")}`];
    });
    await withFiles(Object.fromEntries(files) as Record<string, string>, async (directory) => {
      const started = performance.now();
      const table = await run(directory, "ports");
      assert.ok(performance.now() - started < 30_000, `${performance.now() - started} ms`);
      assert.match(table.out, /^2000 listens in 40 files open 2000 ports; no conflicts\.\n/);
      assert.equal(table.out.split("\n").length, 2_004);
      const { out } = await run(directory, "ports", "-f", "markdown");
      assert.equal(out.match(/-->/g)?.length, 60);
      assert.match(out, /\n1940 more listens are in the table alone\.\n$/);
    });
  }).timeout(120_000);
});
