import { table } from "./who-runs.ts";

const LISTEN = 'import http from "node:http"; http.createServer().listen(3000);';
const CLUSTER = 'import cluster from "node:cluster"; import { join } from "node:path";';
const THREAD = 'import { Worker } from "node:worker_threads";';
const CHILD = 'import { fork } from "node:child_process"; import { join } from "node:path";';
const UNKNOWN = "cluster.setupPrimary({ exec: file }); cluster.fork();";

table("who runs a listen: paths that count from a file", [
  [
    "and from nowhere else",
    {
      "package.json": {},
      "sub/main.js": `${THREAD} new Worker(new URL("./server.js", import.meta.url));`,
      "sub/server.js": "",
      "server.js": LISTEN,
    },
    "",
  ],
  [
    "up from it",
    { "sub/main.js": `${THREAD} new Worker(new URL("../server.js", import.meta.url));`, "server.js": LISTEN },
    "thread 1 server.js",
  ],
  [
    "with a sign in them that begins the names of packages",
    {
      "package.json": {},
      "v@1/main.js": 'import "../server.js";',
      "sub/main.js": `${CHILD} fork("./v@1/main.js");`,
      "server.js": LISTEN,
    },
    "process 1 v@1/main.js",
  ],
  [
    "of which the rest is not known, from nowhere else either",
    { "package.json": {}, "sub/main.js": `${CHILD} fork(join(__dirname, "ser" + name));`, "server.js": LISTEN },
    "",
  ],
  ["absolute, where nothing is", { "main.js": `${CHILD} fork("/home/none.js");`, "server.js": LISTEN }, ""],
  [
    "below its folder, of which the rest is not known",
    { "main.js": `${CHILD} fork(__dirname + "/ser" + name);`, "server.js": LISTEN },
    "process 1 server.js?",
  ],
  [
    "below its folder, of which nothing is known",
    { "main.js": `${CHILD} fork(__dirname + name);`, "server.js": LISTEN },
    "",
  ],
  [
    "below a folder further up",
    { "a/b/c.js": `${CHILD} fork(join(__dirname, "../..", name));`, "server.js": LISTEN },
    "",
  ],
  [
    "below the folder above it",
    { "sub/main.js": `${CHILD} fork(join(__dirname, "..") + name);`, "server.js": LISTEN },
    "",
  ],
]);

const SUB = { "package.json": {}, "server.js": LISTEN, "a/server.js": "" };

table("who runs a listen: beginnings of paths that count from the working directory", [
  ["the package's", { ...SUB, "sub/main.js": `${CHILD} fork("./ser" + name);` }, "process 1 server.js?"],
  [
    "or the file's own",
    { ...SUB, "package.json": {}, "sub/main.js": `${CHILD} fork("../ser" + name);` },
    "process 1 server.js?",
  ],
  [
    "or the root",
    { ...SUB, "sub/package.json": {}, "sub/main.js": `${CHILD} fork("./ser" + name);` },
    "process 1 server.js?",
  ],
  ["of other files", { ...SUB, "sub/main.js": `${CHILD} fork("./a/" + name);` }, ""],
  ["absolute", { ...SUB, "sub/main.js": `${CHILD} fork("/home/ser" + name);` }, "process 1 server.js?"],
  ["of which nothing is known", { ...SUB, "main.js": `${CHILD} fork("./" + name);` }, ""],
]);

const PACKAGE = {
  "package.json": { workspaces: ["p"] },
  "p/package.json": { name: "worker", exports: { import: "./other.mjs", require: "./begin.cjs" } },
  "p/other.mjs": "",
  "p/begin.cjs": 'require("../server.js");',
  "server.js": LISTEN,
};

table("who runs a listen: what `require.resolve` finds", [
  [
    "is what a package has for require",
    { ...PACKAGE, "main.js": 'const { fork } = require("child_process"); fork(require.resolve("worker"));' },
    "process 1 p/begin.cjs",
  ],
  [
    "is not in the project for any other package",
    { ...PACKAGE, "main.js": 'const { fork } = require("child_process"); fork(require.resolve("other"));' },
    "",
  ],
]);

table("who runs a listen: the workers of a cluster, where nobody knows the file", [
  [
    "what the project begins with, where it has no manifest",
    {
      Procfile: "web: node begin.js",
      "begin.js": 'import "./server.js";',
      "sub/main.js": CLUSTER + UNKNOWN,
      "server.js": LISTEN,
    },
    "cluster 1 begin.js?, process 1 begin.js",
  ],
  [
    "what the own package begins with, not the one around it",
    {
      "package.json": { main: "main.js" },
      "main.js": 'import "./server.js";',
      "sub/package.json": { main: "begin.js" },
      "sub/begin.js": 'import "../server.js";',
      "sub/pool.js": CLUSTER + UNKNOWN,
      "server.js": LISTEN,
    },
    "cluster 1 sub/begin.js?",
  ],
  [
    "the file of that name alone",
    {
      "package.json": { main: "w.js" },
      "w.js": "",
      "main.js": `${CLUSTER} cluster.setupPrimary({ exec: join(dir, "ver.js") }); cluster.fork();`,
      "server.js": LISTEN,
    },
    "",
  ],
  [
    "a file of that name in that folder",
    {
      "package.json": { main: "server.js" },
      "a/w.js": "",
      "b/w.js": 'import "../server.js";',
      "main.js": `${CLUSTER} cluster.setupPrimary({ exec: join(dir, "b", "w.js") }); cluster.fork();`,
      "server.js": LISTEN,
    },
    "cluster 1 b/w.js?",
  ],
  [
    "the file itself, whatever other modules set up",
    {
      "server.js": LISTEN,
      "w.js": "",
      "pool.js": `const cluster = require("cluster"); require("./server.js"); if (cluster.isPrimary) { cluster.setupPrimary({ exec: __filename }); cluster.fork(); }`,
      "setup.js": `${CLUSTER} cluster.setupPrimary({ exec: "w.js" });`,
      "main.js": 'import "./setup.js"; import "./pool.js";',
    },
    "cluster 1 pool.js",
  ],
]);
