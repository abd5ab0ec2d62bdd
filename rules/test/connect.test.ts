import assert from "node:assert/strict";
import { parseFile } from "../../server/src/lint/parse.ts";
import { perFile } from "../src/analysis/source.ts";
import { connect, type FileInProgram } from "../src/connect.ts";
import { contextOf, type Input } from "../src/lint.ts";
import type { Runs } from "../src/runs/index.ts";

/** What a project is asked, in words. */
function project(name: string, filename = "/home/a.js"): { program: FileInProgram; asked: string[] } {
  const asked: string[] = [];
  const runs = new Proxy({} as Runs, {
    get: (_, method: string) => (path: string, _file: unknown, what?: unknown) => {
      asked.push([name, method, path, ...(typeof what === "string" ? [what] : [])].join(" "));
      return `${name} ${method}`;
    },
  });
  return { program: { filename, runs: () => runs }, asked };
}

const QUESTIONS = ["load", "peek", "callersOf", "loadedBy", "othersSetOptions", "othersExchangeAgent"] as const;
const workedOut = perFile(() => ({}));

describe("a file in its project", () => {
  it("asks the project for what stands in other files", () => {
    const file = parseFile("f();", "a.js");
    const { program, asked } = project("one");
    connect(file, program);
    assert.deepEqual(asked, [], "nothing is asked before somebody wants to know");
    assert.equal(file.path, "/home/a.js");
    const fn = {} as never;
    const answers: unknown[] = [
      file.load!("./b.js"),
      file.peek!("./b.js"),
      file.callersOf!(fn),
      file.loadedBy!(),
      file.othersSetOptions!(),
      file.othersExchangeAgent!(),
    ];
    const methods = ["load", "peek", "callersOf", "loadOf", "othersSetOptions", "othersExchangeAgent"];
    assert.deepEqual(
      answers,
      methods.map((each) => `one ${each}`),
    );
    assert.deepEqual(asked.slice(0, 3), [
      "one load /home/a.js ./b.js",
      "one peek /home/a.js ./b.js",
      "one callersOf /home/a.js",
    ]);
  });

  it("asks the one that it was given last, and has it look again at what rests on others", () => {
    const file = parseFile("f();", "a.js");
    const [one, two, three] = [project("one"), project("two"), project("three")];
    connect(file, one.program);
    connect(file, two.program);
    assert.deepEqual(two.asked, [], "nothing was taken from another file so far");
    file.peek!("./b.js");
    connect(file, three.program);
    assert.deepEqual(
      [one.asked, two.asked, three.asked],
      [[], ["two peek /home/a.js ./b.js"], ["three refresh /home/a.js"]],
    );
  });

  it("asks nobody where nothing beyond it is looked at, and forgets what was worked out", () => {
    const file = parseFile("f();", "a.js");
    const before = workedOut(file);
    connect(file, null);
    assert.equal(workedOut(file), before);
    connect(file, project("one").program);
    connect(file, null);
    for (const each of QUESTIONS) assert.equal(file[each], undefined, each);
    assert.notEqual(workedOut(file), before);
    const { program, asked } = project("two");
    connect(file, program);
    assert.deepEqual(asked, [], "it begins anew");
    assert.notEqual(file.load, undefined);
  });
});

describe("what is known of a file", () => {
  const file = parseFile('import net from "node:net";\nnet.createServer().listen(3000);\n', "a.mjs");
  const input: Input = { file, path: "a.mjs", settings: { host: {}, hostName: "", package: null }, program: null };
  it("is worked out once for its settings, path and project", () => {
    const context = contextOf(input);
    assert.equal(contextOf({ ...input }), context);
    for (const other of [
      { settings: { host: {}, hostName: "", package: null } },
      { path: "b.mjs" },
      { program: undefined },
    ] as Partial<Input>[])
      assert.notEqual(contextOf({ ...input, ...other }), contextOf(input), JSON.stringify(other));
  });
  it("says whether it is TypeScript by its name", () => {
    const typescript = (path: string) => contextOf({ ...input, path }).typescript;
    assert.deepEqual(["a.ts", "a.tsx", "a.mts", "a.cts"].map(typescript), [true, true, true, true]);
    assert.deepEqual(["a.js", "a.mjs", "a.ts.js", "ats", "a.tsv"].map(typescript), [false, false, false, false, false]);
  });
  it("names nobody who starts it where the project is not looked at", () => {
    const { runs, everyRun, tests, roots, companions, loads, isOn, sites } = contextOf(input);
    const [site] = sites.sites;
    assert.deepEqual([runs(site!), everyRun(site!), tests(), roots(), companions()], [[], [], [], [], []]);
    assert.equal(loads("a", {} as never, site!), false);
    assert.equal(isOn("any"), true);
  });
});
