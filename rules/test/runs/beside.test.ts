import assert from "node:assert/strict";
import { fileOf } from "../../src/analysis/source.ts";
import { sitesOf } from "../../src/sockets/collect.ts";
import { snippet } from "../analysis/marked.ts";
import { HOME, moduleIn, runsIn, type Sources } from "./project.ts";
import { runsOfListen } from "./who-runs.ts";

const LISTEN = 'import http from "node:http"; http.createServer().listen(3000);';
const CHILD = 'import http from "node:http"; import { fork } from "node:child_process";';
const BOTH = `${CHILD} import "./server.js";`;

/** Whether what is started opens the port of "server.js" beside the program that starts it. */
function beside(main: string): boolean {
  const [run, ...others] = runsOfListen({ "package.json": {}, "server.js": LISTEN, "main.js": main });
  assert.ok(run, "a run");
  assert.deepEqual(others, []);
  return run.beside?.() ?? false;
}

describe("whether what is started opens a port beside its launcher", () => {
  for (const [main, expected] of [
    [`${CHILD} fork("server.js");`, false],
    [`${BOTH} fork("server.js");`, true],
    [`${BOTH} if (x) fork("server.js");`, false],
    [`${CHILD} if (x) import("./server.js"); fork("server.js");`, false],
    [`${BOTH} function start() { fork("server.js"); } start();`, true],
    [`${BOTH} http.createServer((request, response) => fork("server.js"));`, true],
    [`${BOTH} http.createServer((request, response) => { if (x) fork("server.js"); });`, false],
    [`${BOTH} http.createServer((request, response) => { later(() => fork("server.js")); });`, false],
    [`${CHILD} http.createServer((request, response) => fork("server.js"));`, false],
    [`${BOTH} button.on("click", () => fork("server.js"));`, false],
    [`${BOTH} http.createServer((request, response) => fork(new URL("ser" + x, import.meta.url)));`, false],
  ] as const)
    it(`${main} → ${expected}`, () => assert.equal(beside(main), expected));

  it("is asked of no configuration", () => {
    const scripts = { start: "node main.js" };
    const [run] = runsOfListen({
      "package.json": { scripts },
      "server.js": LISTEN,
      "main.js": 'import "./server.js";',
    });
    assert.equal(run?.beside?.(), false);
    assert.equal(run.starter?.(), null);
  });
});

describe("the places of launches", () => {
  const sources: Sources = {
    "server.js": `${LISTEN} import { fork } from "node:child_process"; fork("main.js");`,
    "main.js": 'import "./server.js";',
  };
  it("lie in the tree of the host, where that is of the same file", () => {
    const { file, runs } = moduleIn(sources, "server.js");
    const [site] = sitesOf(file).sites;
    assert.ok(site);
    const [run] = runs.of(`${HOME}server.js`, site);
    assert.equal(run?.entry, `${HOME}main.js`);
    assert.equal(run.node && fileOf(run.node), file);
    assert.equal(run.starter?.(), file);
    assert.equal(run.text(), file.text);
  });
  it("also where the file was parsed for another one before", () => {
    const runs = runsIn(sources);
    const listen = (path: string, code: string) => {
      const { file } = snippet(code, `${HOME}${path}`);
      file.path = `${HOME}${path}`;
      const [site] = sitesOf(file).sites;
      assert.ok(site);
      return { file, run: runs.of(`${HOME}${path}`, site)[0] };
    };
    const other = listen("main.js", `${LISTEN} import "./server.js";`);
    assert.ok(other.run?.node);
    const { file, run } = listen("server.js", sources["server.js"] as string);
    assert.equal(run?.node && fileOf(run.node), file);
  });
  it("are not looked for in a tree of which nobody says what file it is", () => {
    const runs = runsIn(sources);
    const { file } = snippet(sources["server.js"] as string, "server.js");
    const [site] = sitesOf(file).sites;
    assert.ok(site);
    const [run] = runs.of(`${HOME}server.js`, site);
    assert.ok(run?.node);
    assert.notEqual(fileOf(run.node), file);
    assert.equal(file.path, undefined);
  });
});
