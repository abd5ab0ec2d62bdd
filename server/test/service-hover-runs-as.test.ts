import assert from "node:assert/strict";
import type { Run } from "../../rules/src/process/run.ts";
import { open } from "./service-fixture.ts";
import { runsAs } from "./runs-as.ts";

const LISTEN = 'import http from "node:http";\nhttp.createServer().lis|ten(3000);\n';
const POOL = "// Threads.\nstart();\n";

const FIRST: Run["where"] = { file: "/project/pool.js", range: [0, 2] };

/** A launch on line 2 of pool.js. */
function run(parts: Partial<Run>): Run {
  return {
    kind: "thread",
    count: 4,
    certainty: "proven",
    environment: [],
    entry: "/project/src/server.ts",
    where: { file: "/project/pool.js", range: [12, 20] },
    text: () => POOL,
    ...parts,
  };
}

/** The line of the hover, how many paragraphs stand before it, and the whole hover. */
function lineOf(text: string, runs: readonly Run[]): { line: string | null; before: number; text: string } {
  const all = runsAs(runs);
  const shown = open(text, { program: { filename: "/project/src/server.ts", runs: () => all } }).hover() ?? "";
  const paragraphs = shown.split("\n\n");
  const at = paragraphs.findIndex((each) => /^\*(?:Runs|May run) as\*/.test(each));
  return { line: paragraphs[at] ?? null, before: at, text: shown };
}

describe("service: what a listen runs as, in its hover", () => {
  const words: [string, Partial<Run>[], string | null][] = [
    ["threads", [{}], "*Runs as*: 4 threads, started in `pool.js:2`."],
    [
      "cluster workers per CPU",
      [{ kind: "cluster", count: "many" }],
      "*Runs as*: several cluster workers, started in `pool.js:2`.",
    ],
    ["processes", [{ kind: "process", count: 2 }], "*Runs as*: 2 processes, started in `pool.js:2`."],
    [
      "what is proven before what may be",
      [{ kind: "process", count: 2, certainty: "maybe" }, {}],
      "*Runs as*: 4 threads, started in `pool.js:2`.",
    ],
    [
      "two launches of two programs",
      [{ where: FIRST }, { entry: "/project/src/other.ts" }],
      "*Runs as*: 4 threads, started in `pool.js:1`.",
    ],
    [
      "two launches of a configuration, which are alternatives",
      [
        { where: { file: "/project/pm2.json", range: [0, 2] } },
        { where: { file: "/project/pm2.json", range: [12, 20] } },
      ],
      "*Runs as*: 4 threads, started in `pm2.json:1`.",
    ],
    [
      "pm2, of several starts the first",
      [{ kind: "pm2-cluster" }, { kind: "pm2-fork", count: 2 }],
      "*Runs as*: 4 pm2 cluster workers, started in `pool.js:2`.",
    ],
    ["a single thread", [{ count: 1 }], "*Runs as*: 1 thread, started in `pool.js:2`."],
    [
      "what settings state",
      [{ kind: "cluster", where: { file: "/project/src/server.ts", range: [0, 0] } }],
      "*Runs as*: 4 cluster workers, as the settings state.",
    ],
    ["what may be", [{ certainty: "maybe" }], "*May run as*: 4 threads, started in `pool.js:2`."],
    [
      "the proven one where there is one",
      [{ certainty: "maybe", kind: "cluster" }, {}],
      "*Runs as*: 4 threads, started in `pool.js:2`.",
    ],
    [
      "two places of one file",
      [{}, { where: FIRST }],
      "*Runs as*: 8 threads, started in `pool.js:2` and another place.",
    ],
    [
      "more places of one file",
      [{}, { where: FIRST }, { where: { ...FIRST, range: [21, 29] }, text: () => `${POOL}start();\n` }],
      "*Runs as*: 12 threads, started in `pool.js:2` and 2 more places.",
    ],
    [
      "several, where a place starts any number",
      [{}, { where: FIRST, count: "many" }],
      "*Runs as*: several threads, started in `pool.js:2` and another place.",
    ],
    ["one kind of them", [{}, { where: FIRST, kind: "cluster" }], "*Runs as*: 4 threads, started in `pool.js:2`."],
    [
      "those of one file",
      [{}, { where: { ...FIRST, file: "/project/other.js" } }],
      "*Runs as*: 4 threads, started in `pool.js:2`.",
    ],
    ["nothing where it is one process", [{ kind: "process", count: 1 }], null],
    ["nothing where nobody knows", [], null],
  ];
  for (const [name, runs, expected] of words)
    it(`names ${name}`, () => assert.equal(lineOf(LISTEN, runs.map(run)).line, expected));

  it("stands below what the call does, and only where something is opened", () => {
    assert.ok(lineOf(LISTEN, [run({})]).before >= 3);
    assert.equal(lineOf(LISTEN.replace("3000", "{ fd: 3 }"), [run({})]).line, null);
    assert.equal(lineOf('import net from "node:net";\nnet.conn|ect(3000);\n', [run({})]).line, null);
    assert.equal(
      lineOf('import dgram from "node:dgram";\ndgram.createSocket("udp4").bi|nd(5353);\n', [run({})]).line,
      "*Runs as*: 4 threads, started in `pool.js:2`.",
    );
  });

  it("names the line alone where the file starts itself", () => {
    const cluster =
      'import cluster from "node:cluster";\nimport http from "node:http";\n' +
      "if (cluster.isPrimary) for (let i = 0; i < 2; i++) cluster.fork();\nelse http.createServer().lis|ten(3000);\n";
    assert.equal(lineOf(cluster, []).line, "*Runs as*: 2 cluster workers, started in line 3.");
    const primary = cluster.replace("cluster.fork();\nelse", "cluster.fork();\nif (cluster.isPrimary)");
    assert.equal(lineOf(primary, []).line, null);
  });

  it("decides about the first line and the calls where nothing else starts the file", () => {
    const [cluster, once] = [run({ kind: "cluster" }), run({ kind: "process", count: 1 })];
    const opened = (...runs: Run[]) => lineOf(LISTEN, runs).text;
    for (const kind of ["cluster", "pm2-cluster"] as const) {
      const text = opened(run({ kind }));
      assert.match(text, /The primary opens \[::\]:3000 for IPv4 and IPv6\. All workers serve it\./);
      assert.match(text, /^primary: bind\(/m);
    }
    for (const runs of [[cluster, once], [run({})], [run({ kind: "cluster", certainty: "maybe" })], []])
      assert.match(opened(...runs), /\n\nOpens .* A second process fails with EADDRINUSE\./);
    assert.match(
      lineOf(LISTEN.replace("3000", "{ port: 3000, reusePort: true }"), [cluster]).text,
      /Opens .* Every worker binds it itself, past the primary\./,
    );
  });

  it("is gone with the consequences where settings leave them out", () => {
    const parts = { syscalls: true, consequences: false, facts: true, machine: true };
    const program = { filename: "/project/src/server.ts", runs: () => runsAs([run({})]) };
    assert.doesNotMatch(open(LISTEN, { program }).hover({ parts }) ?? "", /Runs as/);
  });
});
