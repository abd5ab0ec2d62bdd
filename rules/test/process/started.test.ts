import assert from "node:assert/strict";
import { conflictOf, differsByLaunch } from "../../src/process/conflicts.ts";
import type { Run } from "../../src/process/run.ts";
import { listensOf, run, surroundings } from "./around.ts";
import { launches } from "./code.ts";
import type { Runtime } from "../../src/catalogue/types.ts";

const NET =
  'import net from "node:net"; import http from "node:http"; import { workerData } from "node:worker_threads"; ';
const listen = (args: string) => `net.createServer().listen(${args});`;

function conflict(code: string, runs: readonly Run[], runtime: Runtime = "node"): string | null {
  const around = surroundings(NET + code, { runs, runtime });
  return conflictOf(listensOf(around)[0]!, around)?.kind ?? null;
}

const PORT = { name: "PORT", varies: true };
const SAME = { name: "PORT", varies: false };

describe("a listen that others start many times", () => {
  const rows: readonly (readonly [args: string, what: Partial<Run>, expected: string | null])[] = [
    ["3000", {}, "started"],
    ["3000", { kind: "thread" }, "started"],
    ["3000", { count: 2 }, "started"],
    ["3000", { count: 1 }, null],
    ["3000", { count: "unknown" }, null],
    ["3000", { certainty: "maybe" }, null],
    ["3000", { kind: "cluster" }, null],
    ["3000", { kind: "pm2-cluster" }, null],
    ["3000", { kind: "deno-serve" }, null],
    ["3000", { kind: "unknown" }, null],
    ["{ port: 3000, exclusive: true }", { kind: "cluster" }, "started"],
    ["{ port: 3000, exclusive: true }", { kind: "pm2-cluster" }, "started"],
    ["{ port: 3000, exclusive: true }", { kind: "deno-serve" }, null],
    ["{ port: 3000, exclusive: false }", { kind: "cluster" }, null],
    ["{ port: 3000, reusePort: false }", {}, null],
    ["{ port: 3000, reusePort: true }", {}, null],
    ["port", {}, null],
    ["0", {}, null],
    ["workerData.port", {}, null],
    ["process.env.PORT", {}, "started"],
    ["process.env.PORT", { environment: [PORT] }, null],
    ["process.env.PORT", { environment: [SAME] }, "started"],
    ["process.env.PORT", { environment: [{ name: "HOST", varies: true }] }, "started"],
    ["process.env.PORT", { environment: null }, null],
    ["3000", { environment: null }, "started"],
  ];
  for (const [args, what, expected] of rows)
    it(`${args} ${JSON.stringify(what)} → ${expected}`, () =>
      assert.equal(conflict(listen(args), [run(what)]), expected));

  it("meets itself in the workers of a cluster where each of them binds the port", () => {
    const cluster = [run({ kind: "cluster" })];
    assert.equal(conflict("Bun.listen({ port: 3000, socket });", cluster, "bun"), "started");
    assert.equal(conflict("Bun.serve({ port: 3000, fetch });", cluster, "bun"), null);
    assert.equal(conflict(listen("3000"), cluster, "bun"), null);
    assert.equal(conflict("http.createServer().listen({ port: 3000, exclusive: true });", cluster, "bun"), null);
    assert.equal(conflict("Deno.listen({ port: 3000 });", cluster, "deno"), "started");
  });

  it("is not judged where it may be of anything", () => {
    assert.equal(conflict("export function start(app) { app.listen(3000); }", [run()]), null);
  });
});

describe("a listen that others start twice", () => {
  const pair = (code: string, what: readonly [Partial<Run>, Partial<Run>] = [{}, {}], args = "3000") => {
    const nodes = launches(`import { fork } from "node:child_process"; ${code}`).map((each) => each.node);
    assert.equal(nodes.length, 2);
    const runs = what.map((each, i) => run({ count: 1, node: nodes[i]!, ...each }));
    return conflict(listen(args), runs);
  };
  const both = 'fork("a.mjs"); fork("a.mjs");';
  const rows: readonly (readonly [code: string, expected: string | null])[] = [
    [both, "started"],
    ['fork("a.mjs"); log(); fork("a.mjs");', "started"],
    ['fork("a.mjs"); await done; fork("a.mjs");', null],
    ['await ready; fork("a.mjs"); fork("a.mjs"); await done;', "started"],
    ['if (x) fork("a.mjs"); else fork("a.mjs");', null],
    ['if (x) fork("a.mjs"); fork("a.mjs");', null],
    ['const one = fork("a.mjs"); one.close(); fork("a.mjs");', null],
  ];
  for (const [code, expected] of rows) it(code, () => assert.equal(pair(code), expected));

  it("meets itself where both start the same file once, with the same port", () => {
    assert.equal(pair(both, [{}, { entry: "/b.mjs" }]), null);
    assert.equal(pair(both, [{ entry: "/b.mjs" }, { entry: "/b.mjs" }]), "started");
    assert.equal(pair(both, [{}, { count: "unknown" }]), null);
    assert.equal(pair(both, [{}, { count: 0 }]), null);
    assert.equal(pair(both, [{}, { kind: "cluster" }]), null);
    assert.equal(pair(both, [{}, { certainty: "maybe" }]), null);
  });

  it("does not where each of them may set the port", () => {
    assert.equal(pair(both, [{}, {}], "process.env.PORT"), "started");
    assert.equal(pair(both, [{ environment: [SAME] }, { environment: [SAME] }], "process.env.PORT"), null);
    assert.equal(pair(both, [{}, { environment: null }], "process.env.PORT"), null);
    assert.equal(pair(both, [{ environment: null }, { environment: null }]), "started");
  });

  it("does not where a configuration starts both: they are alternatives", () => {
    assert.equal(conflict(listen("3000"), [run({ count: 1 }), run({ count: 1 })]), null);
  });
});

describe("a listen of a program that starts itself", () => {
  const rows: readonly (readonly [args: string, what: Partial<Run>, expected: string | null])[] = [
    ["3000", {}, "startedBeside"],
    ["3000", { kind: "cluster" }, "startedBeside"],
    ["3000", { beside: () => false }, null],
    ["3000", { count: "unknown" }, null],
    ["3000", { count: "unknown", certainty: "maybe" }, "startedBeside"],
    ["3000", { certainty: "maybe" }, "startedBeside"],
    ["{ port: 3000, reusePort: false }", {}, null],
    ["port", {}, null],
    ["workerData.port", {}, null],
    ["process.env.PORT", {}, "startedBeside"],
    ["process.env.PORT", { environment: [PORT] }, null],
  ];
  for (const [args, what, expected] of rows)
    it(`${args} ${JSON.stringify(what)} → ${expected}`, () =>
      assert.equal(conflict(listen(args), [run({ count: 1, beside: () => true, ...what })]), expected));

  it("is not judged where it may be of anything", () => {
    assert.equal(
      conflict('import app from "./app.js"; app.listen(3000);', [run({ count: 1, beside: () => true })]),
      null,
    );
  });
});

describe("a port that somebody may hand to every process", () => {
  const differs = (args: string, ...runs: Run[]) => {
    const around = surroundings(NET + listen(args));
    return differsByLaunch(listensOf(around)[0]!, runs);
  };

  it("by an argument, where there are many processes", () => {
    assert.equal(differs("Number(process.argv[2])", run()), true);
    assert.equal(differs("Number(process.argv[2])", run({ kind: "thread" })), false);
    assert.equal(differs("Number(process.argv[2])", run({ kind: "thread" }), run()), true);
    assert.equal(differs("Number(process.argv[2])", run({ count: 1 })), false);
    assert.equal(differs("Number(process.argv[2])"), false);
    assert.equal(differs("3000", run()), false);
    assert.equal(differs("port", run()), false);
  });

  it("by a variable that is set anew for each", () => {
    assert.equal(differs("process.env.PORT", run({ environment: [PORT] })), true);
    assert.equal(differs("process.env.PORT", run({ environment: null })), true);
    assert.equal(differs("process.env.PORT", run({ environment: [SAME] })), false);
    assert.equal(differs("process.env.PORT", run()), false);
    assert.equal(differs("process.env.PORT", run({ environment: [PORT], count: 1 })), false);
    assert.equal(differs("process.env.PORT", run({ environment: [PORT], kind: "thread" })), true);
    assert.equal(differs("3000", run({ environment: [PORT] })), false);
    assert.equal(differs("workerData.port", run({ environment: [PORT] })), false);
    assert.equal(differs("", run({ environment: [PORT] })), false);
    assert.equal(differs("'/run/a'", run({ environment: null })), false);
  });
});
