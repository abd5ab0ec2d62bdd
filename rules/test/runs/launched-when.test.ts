import { table } from "./who-runs.ts";

const LISTEN = 'import http from "node:http"; http.createServer().listen(3000);';
const CLUSTER = 'import cluster from "node:cluster";';
const THREAD = 'import { Worker, isMainThread } from "node:worker_threads";';
const CHILD = 'import { fork } from "node:child_process";';
const START = { "server.js": LISTEN, "start.js": `${THREAD} export function start() { new Worker("./server.js"); }` };

table("who runs a listen: whether a launch happens", [
  ["in a function that nobody calls", { ...START, "main.js": 'import "./start.js";' }, ""],
  [
    "in a function that is called",
    { ...START, "main.js": 'import { start } from "./start.js"; start();' },
    "thread 1 server.js",
  ],
  [
    "in a function that may be called",
    { ...START, "main.js": 'import { start } from "./start.js"; if (x) start();' },
    "thread 1 server.js?",
  ],
  [
    "in a function that one of two programs calls",
    { ...START, "main.js": 'import { start } from "./start.js"; start();', "other.js": 'import "./start.js";' },
    "thread 1 server.js",
  ],
  [
    "in a function that one of two programs may call",
    { ...START, "main.js": 'import { start } from "./start.js"; if (x) start();', "other.js": 'import "./start.js";' },
    "thread 1 server.js?",
  ],
  [
    "in the primary alone, which a variable tells from what it starts",
    {
      "server.js": LISTEN,
      "main.js": `${CHILD} if (!process.env.CHILD) fork("server.js", [], { env: { CHILD: 1 } });`,
    },
    "process 1 server.js CHILD",
  ],
  [
    "unless another variable is set",
    {
      "server.js": LISTEN,
      "main.js": `${CHILD} if (!process.env.OTHER) fork("server.js", [], { env: { CHILD: 1 } });`,
    },
    "process 1 server.js? CHILD",
  ],
  ["in code that does not parse", { "server.js": LISTEN, "main.js": `${CHILD} fork("server.js"); (` }, ""],
  [
    "in code that a machine has written",
    { "server.js": LISTEN, "main.js": `${CHILD} fork("server.js"); const a = "${"x".repeat(6000)}";` },
    "",
  ],
  ["in a test", { "server.js": LISTEN, "main.test.js": `${CHILD} fork("server.js");` }, ""],
  [
    "by a service that is scaled to none",
    {
      "server.js": LISTEN,
      "compose.yaml": "services:\n  web:\n    command: node server.js\n    network_mode: host\n    scale: 0\n",
    },
    "",
  ],
  [
    "by a service of which nobody knows the number",
    {
      "server.js": LISTEN,
      "compose.yaml": "services:\n  web:\n    command: node server.js\n    network_mode: host\n    scale: 1.5\n",
    },
    "process unknown server.js?",
  ],
]);

table("who runs a listen: the workers of a cluster of which nobody knows what they run", [
  [
    "what the package begins with, where that starts none in a worker",
    {
      "package.json": { main: "main.js" },
      "server.js": LISTEN,
      "main.js": `${CLUSTER} import "./server.js"; if (cluster.isPrimary) { cluster.setupPrimary({ exec: file }); cluster.fork(); }`,
    },
    "cluster 1 main.js?",
  ],
  [
    "not what is certain to start such workers itself",
    {
      "package.json": { main: "main.js" },
      "server.js": LISTEN,
      "main.js": `${CLUSTER} import "./server.js"; cluster.setupPrimary({ exec: file }); cluster.fork();`,
    },
    "",
  ],
  [
    "what may start such workers itself",
    {
      "package.json": { main: "main.js" },
      "server.js": LISTEN,
      "main.js": `${CLUSTER} import "./server.js"; cluster.setupPrimary({ exec: file }); if (x) cluster.fork();`,
    },
    "cluster 1 main.js?",
  ],
]);
