import { table } from "./who-runs.ts";

const LISTEN = 'import http from "node:http"; http.createServer().listen(3000);';
const CLUSTER = 'import cluster from "node:cluster";';
const THREAD = 'import { Worker, isMainThread } from "node:worker_threads";';
const ITSELF = "new Worker(new URL(import.meta.url));";

table("who runs a listen: a file that starts itself", [
  ["its own analysis speaks of it", { "server.js": `${THREAD} ${LISTEN} if (isMainThread) ${ITSELF}` }, ""],
  [
    "also where another file loads it",
    { "server.js": `${THREAD} ${LISTEN} if (isMainThread) ${ITSELF}`, "main.js": 'import "./server.js";' },
    "",
  ],
  [
    "not of what else it starts",
    {
      "server.js": `${THREAD} ${LISTEN} if (isMainThread) new Worker("./worker.js");`,
      "worker.js": 'import "./server.js";',
    },
    "thread 1 worker.js",
  ],
  [
    "nor of a file that starts itself and loads it",
    { "server.js": LISTEN, "main.js": `${THREAD} import "./server.js"; if (isMainThread) ${ITSELF}` },
    "thread 1 main.js",
  ],
  [
    "nor of its program, where that begins with another file",
    { "server.js": `${CLUSTER} ${LISTEN} if (cluster.isPrimary) cluster.fork();`, "main.js": 'import "./server.js";' },
    "cluster 1 main.js",
  ],
]);

const pool = (code: string) => `${CLUSTER} ${code} if (cluster.isPrimary) cluster.fork();`;
const setup = (file: string) => `${CLUSTER} cluster.setupPrimary({ exec: "${file}" });`;

table("who runs a listen: a module that says what the workers of another one run", [
  [
    "is asked by those that say it themselves as well",
    {
      "server.js": LISTEN,
      "w.js": "",
      "pool.js": pool('cluster.setupPrimary({ exec: "w.js" });'),
      "setup.js": setup("server.js"),
      "main.js": 'import "./setup.js"; import "./pool.js";',
    },
    "",
  ],
  [
    "is not asked of threads",
    {
      "server.js": LISTEN,
      "pool.js": `${THREAD} if (isMainThread) new Worker(process.argv[1]);`,
      "setup.js": setup("server.js"),
      "main.js": 'import "./setup.js"; import "./pool.js";',
    },
    "",
  ],
  [
    "is asked where one of its programs is the same",
    {
      "server.js": LISTEN,
      "pool.js": pool(""),
      "setup.js": setup("server.js"),
      "main.js": 'import "./setup.js"; import "./pool.js";',
      "other.js": 'import "./setup.js";',
    },
    "cluster 1 server.js",
  ],
  [
    "is not asked where its programs are others",
    {
      "server.js": LISTEN,
      "pool.js": pool(""),
      "setup.js": setup("server.js"),
      "main.js": 'import "./pool.js";',
      "other.js": 'import "./setup.js";',
    },
    "",
  ],
  [
    "is not asked where it does not parse",
    {
      "server.js": LISTEN,
      "pool.js": pool(""),
      "setup.js": `${setup("server.js")} (`,
      "main.js": 'import "./setup.js"; import "./pool.js";',
    },
    "",
  ],
]);
