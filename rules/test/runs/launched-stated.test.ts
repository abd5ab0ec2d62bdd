import assert from "node:assert/strict";
import type { GivenLaunches } from "../../src/runs/index.ts";
import { HOME, type Sources } from "./project.ts";
import { runs, runsOfListen, table } from "./who-runs.ts";

const SERVER = { "server.js": 'import http from "node:http"; http.createServer().listen(3000);' };
const START = { start: "node server.js" };
const states = (launches: object, scripts: object = START) => ({
  "package.json": { scripts, portreuse: { launches } },
});

table("launches that a project states", [
  ["win over what was found", { ...SERVER, ...states({ "server.js": { as: "cluster" } }) }, "cluster many server.js"],
  [
    "say nothing of other files",
    { ...SERVER, "main.js": "", ...states({ "main.js": { as: "cluster" } }) },
    "process 1 server.js",
  ],
  [
    "say nothing of a file that is not there",
    { ...SERVER, ...states({ "none.js": { as: "cluster" } }) },
    "process 1 server.js",
  ],
]);

describe("launches that the settings of a host state, of files that are not there or in no way that is known", () => {
  const given = (launches: object) =>
    runs({ ...SERVER, "package.json": { scripts: START } }, { folder: "/home", launches } as GivenLaunches);
  it("say nothing", () => {
    assert.equal(given({ "none.js": { as: "cluster" } }), "process 1 server.js");
    assert.equal(given({ "server.js": { as: "nonsense" } }), "process 1 server.js");
  });
  it("stand at the beginning of the file", () => {
    const [run] = runsOfListen(SERVER, { folder: "/home", launches: { "server.js": { as: "cluster" } } });
    assert.deepEqual(run?.where, { file: `${HOME}server.js`, range: [0, 0] });
    assert.equal(run.text(), SERVER["server.js"]);
  });
});

const app = (fields: object) => ({ "pm2.json": { apps: [{ script: "server.js", ...fields }] } });

describe("what is started beside one plain process", () => {
  for (const [what, sources, expected] of [
    ["a script", { "package.json": { scripts: START } }, ""],
    ["one process of pm2", app({ exec_mode: "fork" }), ""],
    ["two processes of pm2", app({ exec_mode: "fork", instances: 2 }), "pm2-fork 2 server.js"],
    ["a cluster of pm2 with one worker", app({ exec_mode: "cluster" }), "pm2-cluster 1 server.js"],
    [
      "what pm2 starts in a way that nobody knows",
      { "ecosystem.config.js": 'module.exports = { apps: [{ script: "server.js", exec_mode: process.env.MODE }] };' },
      "unknown 1 server.js?",
    ],
    ["one process of Deno", { "deno.json": { tasks: { start: "deno serve server.js" } } }, ""],
    [
      "threads of Deno",
      { "deno.json": { tasks: { start: "deno serve --parallel server.js" } } },
      "deno-serve many server.js",
    ],
    ["one process that the project states", states({ "server.js": { as: "once" } }), "process 1 server.js"],
    ["one thread that the project states", states({ "server.js": { as: "threads", count: 1 } }), "thread 1 server.js"],
  ] as const satisfies readonly (readonly [string, Sources, string])[])
    it(what, () => assert.equal(runs({ ...SERVER, ...sources }, null, "others"), expected));
});
