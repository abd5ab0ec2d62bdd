import assert from "node:assert/strict";
import type { FunctionNode } from "../../src/analysis/ast.ts";
import { parseFile } from "../../src/parse/parse-file.ts";
import { projectAt } from "../../src/program/project.ts";
import { runsOf } from "../../src/runs/index.ts";
import { sitesOf } from "../../src/sockets/collect.ts";
import { changing } from "./changing.ts";
import { HOME, type Sources } from "./project.ts";

const LISTEN = 'import http from "node:http"; http.createServer().listen(3000);';
const THREAD = 'import { Worker } from "node:worker_threads";';

/** A project whose files change, and what is known of its "server.js". */
function project(sources: Sources) {
  const files = changing("/home", sources);
  let parsed: string[] = [];
  const parse: typeof parseFile = (text, path) => {
    parsed.push(path.slice(HOME.length));
    return parseFile(text, path);
  };
  const runs = runsOf(projectAt("/home", parse, files), parse);
  const file = parseFile(LISTEN, `${HOME}server.js`);
  file.path = `${HOME}server.js`;
  const [site] = sitesOf(file).sites;
  assert.ok(site);
  return {
    runs,
    change: (changes: Readonly<Record<string, string | object | null>>) => files.change(changes),
    roots: (path: string) =>
      runs
        .roots(HOME + path)
        .map((each) => each.slice(HOME.length))
        .join(" "),
    starts: () =>
      runs
        .every(file.path!, site)
        .map(({ kind, count, entry }) => `${kind} ${count} ${entry.slice(HOME.length)}`)
        .join(", "),
    /** What was parsed since the last time that somebody looked. */
    parsed() {
      const before = parsed.join(" ");
      parsed = [];
      return before;
    },
  };
}

describe("what is known of a project that changes", () => {
  it("are the launches of its code", () => {
    const { starts, change } = project({ "server.js": LISTEN, "main.js": `${THREAD} new Worker("./server.js");` });
    assert.equal(starts(), "thread 1 server.js");
    change({ "main.js": `${THREAD} for (let i = 0; i < 3; i++) new Worker("./server.js");` });
    assert.equal(starts(), "thread 3 server.js");
    change({ "main.js": null });
    assert.equal(starts(), "");
  });
  it("are the launches of its configurations", () => {
    const script = (start: string) => ({ "package.json": { scripts: { start } } });
    const { starts, change } = project({ "server.js": LISTEN, ...script("node server.js") });
    assert.equal(starts(), "process 1 server.js");
    change(script("node other.js"));
    assert.equal(starts(), "");
  });
  it("are the ways of its programs", () => {
    const { roots, change } = project({ "a.js": "", "b.js": 'import "./a";', "c.js": "" });
    assert.equal(roots("a.js"), "b.js");
    change({ "b.js": "" });
    assert.equal(roots("a.js"), "a.js");
    change({ "c.js": 'import "./a";' });
    assert.equal(roots("a.js"), "c.js");
  });
  it("are the ways that rest on a value of another module", () => {
    const loads = 'import { dir } from "./dir.js"; require(__dirname + dir + name);';
    const { roots, change } = project({ "a.js": "", "b.js": loads, "dir.js": 'export const dir = "/a";', "z.js": "" });
    assert.equal(roots("a.js"), "b.js");
    assert.equal(roots("z.js"), "z.js");
    change({ "dir.js": 'export const dir = "/z";' });
    assert.equal(roots("a.js"), "a.js");
    assert.equal(roots("z.js"), "b.js");
    change({ "dir.js": 'export const dir = "/z"; f();' });
    assert.equal(roots("z.js"), "b.js");
  });
  it("are its tests", () => {
    const use = 'import { a } from "./a.js"; a();';
    const { runs, change } = project({ "a.js": "", "a.test.js": use, "b.test.js": "" });
    const tests = () =>
      runs.tests(`${HOME}a.js`, (path) => path.includes(".test.")).map(({ path }) => path.slice(HOME.length));
    assert.deepEqual(tests(), ["a.test.js"]);
    change({ "a.test.js": "", "b.test.js": use });
    assert.deepEqual(tests(), ["b.test.js"]);
    change({ "c.test.js": use });
    assert.deepEqual(tests(), ["b.test.js", "c.test.js"]);
    change({ "b.test.js": null });
    assert.deepEqual(tests(), ["c.test.js"]);
  });
  it("is whether another module writes an option of clients", () => {
    const { runs, change } = project({ "a.js": "", "b.js": "" });
    const host = parseFile("", `${HOME}a.js`);
    const isSet = () => {
      runs.refresh(`${HOME}a.js`, host);
      return runs.othersSetOptions(`${HOME}a.js`, host);
    };
    assert.equal(isSet(), false);
    change({ "b.js": "http.get({ localAddress: a });" });
    assert.equal(isSet(), true);
    change({ "b.js": "" });
    assert.equal(isSet(), false);
  });
});

describe("what is parsed to know who runs a listen", () => {
  it("is what may start something, and what lies on a way from there, once", () => {
    const { starts, parsed, change } = project({
      "server.js": LISTEN,
      "between.js": 'import "./server.js";',
      "main.js": `${THREAD} new Worker("./between.js");`,
      "pool.js": `${THREAD} new Worker("./other.js");`,
      "other.js": "f();",
      "idle.js": "g();",
    });
    assert.equal(parsed(), "");
    assert.equal(starts(), "thread 1 between.js");
    assert.equal(parsed().split(" ").sort().join(" "), "between.js main.js pool.js");
    assert.equal(starts(), "thread 1 between.js");
    assert.equal(parsed(), "");
    change({ "idle.js": "h();" });
    assert.equal(starts(), "thread 1 between.js");
    assert.equal(parsed(), "");
    change({ "pool.js": `${THREAD} new Worker("./idle.js");` });
    assert.equal(starts(), "thread 1 between.js");
    assert.equal(parsed(), "pool.js");
  });
});

describe("what is parsed to know who calls a function", () => {
  it("is what may take it, by its text", () => {
    const text = "export function f() {} export function g() {}";
    const { runs, parsed } = project({
      "a.js": text,
      "b.js": 'import { f } from "./a.js"; f();',
      "c.js": 'import { g } from "./a.js"; g();',
      "d.js": "h();",
    });
    const host = parseFile(text, `${HOME}a.js`);
    const [exported] = host.ast.body;
    const fn = (exported as { declaration?: unknown }).declaration as FunctionNode;
    assert.equal(runs.callersOf(`${HOME}a.js`, host, fn)?.length, 1);
    assert.equal(parsed(), "b.js");
  });
});

describe("the other modules of a program", () => {
  const sources: Sources = {
    "server.js": LISTEN,
    "a.js": "listen(1);",
    "b.js": "f();",
    "main.js": 'import "./a.js"; import "./b.js"; import "./server.js";',
    "other.js": 'import "./a.js"; import "./c.js";',
    "c.js": "listen(2);",
    "alone.js": "listen(3);",
  };
  const companions = (accepts: (text: string) => boolean, files = sources) => {
    const { runs, parsed } = project(files);
    const found = runs.companions(`${HOME}server.js`, accepts).map(({ path }) => path?.slice(HOME.length));
    return { found: found.join(" "), parsed: parsed() };
  };
  it("are those whose text is accepted", () => {
    const accepts = (text: string) => text.includes("listen");
    assert.deepEqual(companions(accepts), { found: "a.js", parsed: "a.js" });
    assert.deepEqual(companions(() => true).found, "a.js b.js main.js");
    assert.deepEqual(
      companions(() => false),
      { found: "", parsed: "" },
    );
  });
  it("are asked about once for a text, by the same question", () => {
    let asked = 0;
    const accepts = () => ++asked > 0;
    const { runs, change } = project(sources);
    const ask = (path: string) => runs.companions(HOME + path, accepts);
    ask("server.js");
    assert.equal(asked, 7);
    ask("c.js");
    ask("server.js");
    assert.equal(asked, 7);
    change({ "b.js": "g();" });
    ask("server.js");
    assert.equal(asked, 8);
  });
  it("are none where they are more than 100", () => {
    const crowd = (count: number) => {
      const names = Array.from({ length: count }, (_, i) => `x${i}.js`);
      return companions((text) => text === "listen(x);", {
        "server.js": LISTEN,
        ...Object.fromEntries(names.map((name) => [name, "listen(x);"])),
        "main.js": ["server.js", ...names].map((name) => `import "./${name}";`).join("\n"),
      });
    };
    assert.equal(crowd(100).found.split(" ").length, 100);
    assert.equal(crowd(101).found, "");
  });
});

describe("the problems of a project", () => {
  const broken: Sources = { "pm2.json": "{", "test/fixtures/pm2.json": "{", "server.js": LISTEN };
  it("are not looked for before somebody asks who runs something", () => {
    assert.deepEqual(project(broken).runs.problems(), []);
  });
  it("are those of configurations, tests aside", () => {
    const { runs, starts } = project(broken);
    starts();
    assert.deepEqual(
      runs.problems().map(({ path }) => path),
      [`${HOME}pm2.json`],
    );
  });
  it("are that it has more modules than are looked at", () => {
    const names = Array.from({ length: 1001 }, (_, i) => [`${i}.js`, ""]);
    const { runs, roots } = project({ ...Object.fromEntries(names), "server.js": LISTEN });
    roots("server.js");
    assert.deepEqual(
      runs.problems().map(({ path }) => path),
      ["/home"],
    );
  });
});
