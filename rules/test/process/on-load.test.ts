import assert from "node:assert/strict";
import { indexOf } from "../../src/analysis/source.ts";
import { runsIn } from "../../src/process/index.ts";
import { mayRunOnLoad } from "../../src/process/on-load.ts";
import { parseFile } from "../../../server/src/lint/parse.ts";
import { fixturesIn } from "../fixtures.ts";
import { file, here } from "./code.ts";

const RUN = [
  "here();",
  "(() => here())();",
  "connect().then(() => { here(); });",
  "function start() { here(); } start();",
  "start(); function start() { here(); }",
  "const start = () => here(); setTimeout(start, 10);",
  "const app = {}; app.start = function () { here(); }; app.start();",
  "let start, begin; start = begin = () => here(); begin();",
  "const app = { start() { here(); } }; app.start();",
  "const app = { start: () => here() }; app[`start`]();",
  "run({ start() { here(); } });",
  "class App { start() { here(); } } new App().start();",
  "class App { #start() { here(); } static make() { new App().#start(); } } App.make();",
  "class App { start = () => here(); } new App().start();",
  "class App { constructor() { here(); } } new App();",
  "class App { constructor() { this.start(); } start() { here(); } } const app = new App();",
  "class App { static { here(); } }",
  "function outer() { function inner() { here(); } inner(); } outer();",
  "const start = wrap(() => here());",
  "exports.start = exports.begin = () => here(); exports.begin();",
  "const $start = () => here(); $start();",
  "const { start } = { start: () => here() }; start();",
  "function start() { here(); } function outer() { function inner() { start(); } inner(); } outer();",
];

const WAIT = [
  "function start() { here(); }",
  "export function start() { here(); }",
  "export const start = () => { here(); };",
  "exports.start = () => here();",
  "class App { start() { here(); } } new App();",
  "class App { constructor() { here(); } } module.exports = App;",
  "class App { #start() { here(); } run() { this.#start(); } } export const app = new App();",
  "class App { constructor() { accept(this.handle); } handle() { new Session().run(); } run() { here(); } }",
  "function a() { b(); here(); } function b() { a(); }",
  "function start() { here(); } function restart() { start(); } const starts = restarted;",
  "const start = () => here(); const $start = starting.start$;",
  "function start() { here(); } function outer() { function inner() { start(); } } outer();",
  "function f() { exports[name] = () => here(); }",
  "function outer() { function inner() { start(); } function other() {} } function start() { here(); } outer();",
];

describe("what may run when a module is loaded, by its names", () => {
  for (const text of RUN)
    it(`may: ${text}`, () => {
      assert.equal(mayRunOnLoad(here(file(text))), true);
    });
  for (const text of WAIT)
    it(`does not: ${text}`, () => {
      assert.equal(mayRunOnLoad(here(file(text))), false);
    });
  it("is never denied where the calls of a file lead to it", () => {
    let reached = 0;
    let denied = 0;
    const folders = ["no-listen-on-import", "no-duplicate-listen", "no-worker-port-conflict"];
    for (const { text, path } of folders.flatMap((each) => fixturesIn(each))) {
      let parsed;
      try {
        parsed = parseFile(text, path);
      } catch {
        continue;
      }
      for (const call of indexOf(parsed).calls) {
        const may = mayRunOnLoad(call);
        if (!may) denied++;
        if (runsIn(call, "imported", undefined, () => "no") !== "yes") continue;
        reached++;
        assert.ok(may, `${path}: ${text.slice(...call.range).slice(0, 80)}`);
      }
    }
    assert.ok(reached > 500 && denied > 20, `${reached} reached, ${denied} denied`);
  });
});
