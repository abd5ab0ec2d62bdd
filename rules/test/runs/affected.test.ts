import assert from "node:assert/strict";
import { parseFile } from "../../src/parse/parse-file.ts";
import { projectAt } from "../../src/program/project.ts";
import { runsOf } from "../../src/runs/index.ts";
import { inMemory } from "../program/tree.ts";

/** Two programs and a worker that both know a module, with a configuration in between. */
const FILES = {
  "package.json": { private: true },
  "api/package.json": { name: "api", scripts: { start: "node main.js" } },
  "api/main.js": 'import { port } from "./config.js"; import { open } from "./open.js"; open(port);',
  "api/config.js": "export const port = 3000;",
  "api/open.js": 'import http from "node:http"; export const open = (port) => http.createServer().listen(port);',
  "api/main.test.js": 'import "./open.js";',
  "pool/main.js":
    'import cluster from "node:cluster"; cluster.setupPrimary({ exec: "pool/worker.js" }); cluster.fork();',
  "pool/worker.js": 'import "./serve.js";',
  "pool/serve.js": 'import "../shared.js";',
  "alone/a.js": 'import "./b.js";',
  "alone/b.js": 'import "./a.js";',
  "deploy/ecosystem.config.json": { apps: [{ script: "../alone/started.js", instances: 2 }] },
  "alone/started.js": "",
  "types/a.js": "export class Own {}",
  "types/b.js": 'import type { Own } from "./a.js";',
  "shared.js": "",
};

/** The code whose findings may depend on these files. */
function affected(...changed: string[]): string[] {
  const runs = runsOf(projectAt("/home", parseFile, inMemory("/home", FILES)), parseFile);
  const isAffected = runs.affected(changed.map((each) => `/home/${each}`));
  return Object.keys(FILES).filter((each) => each.endsWith(".js") && isAffected(`/home/${each}`));
}

const API = ["api/main.js", "api/config.js", "api/open.js", "api/main.test.js"];

describe("what a change affects", () => {
  it("is nothing where nothing or only text has changed", () => {
    assert.deepEqual(affected(), []);
    assert.deepEqual(affected("README.md"), []);
  });
  it("is the whole program, for values and calls go from module to module", () => {
    for (const each of ["api/config.js", "api/open.js", "api/main.js"]) assert.deepEqual(affected(each), API, each);
  });
  it("is what a program starts, and what starts nothing is not", () => {
    const workers = ["pool/worker.js", "pool/serve.js", "shared.js"];
    assert.deepEqual(affected("pool/main.js"), ["pool/main.js", ...workers]);
    assert.deepEqual(affected("shared.js"), workers);
  });
  it("is what takes its types", () => assert.deepEqual(affected("types/a.js"), ["types/a.js", "types/b.js"]));
  it("is what loads each other in a circle", () =>
    assert.deepEqual(affected("alone/b.js"), ["alone/a.js", "alone/b.js"]));
  it("is what a changed test loads", () =>
    assert.deepEqual(affected("api/main.test.js"), ["api/open.js", "api/main.test.js"]));
  it("is what a test loads by other tests, also where they load each other", () => {
    const runs = runsOf(
      projectAt(
        "/home",
        parseFile,
        inMemory("/home", {
          "a.js": "",
          "b.js": "",
          "a.test.js": 'import "./b.test.js";',
          "b.test.js": 'import "./a.test.js"; import "./a.js";',
        }),
      ),
      parseFile,
    );
    const isAffected = (changed: string) => runs.affected([`/home/${changed}`])("/home/a.test.js");
    assert.equal(isAffected("a.js"), true);
    assert.equal(isAffected("b.js"), false);
  });
  it("is everything below a changed or removed configuration, and what it starts", () => {
    assert.deepEqual(affected("api/package.json"), API);
    assert.deepEqual(affected("alone/tsconfig.json"), ["alone/a.js", "alone/b.js", "alone/started.js"]);
    assert.deepEqual(affected("deploy/ecosystem.config.json"), ["alone/started.js"]);
  });
});
