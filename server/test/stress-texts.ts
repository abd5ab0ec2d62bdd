/** A program of several files: who runs what, on which port, stands in another one. */
export const FILES: Readonly<Record<string, string>> = {
  "package.json": '{ "type": "module", "scripts": { "start": "node index.js" } }',
  "index.js":
    'import cluster from "node:cluster";\nimport { start } from "./server.js";\nif (cluster.isPrimary) cluster.fork();\nelse start();\n',
  "server.js":
    'import http from "node:http";\nimport { PORT } from "./config.js";\nexport const start = () => http.createServer().listen(PORT);\n',
  "config.js": "export const PORT = 3000;\n",
  "pool.js":
    'import { Worker } from "node:worker_threads";\nfor (let i = 0; i < 4; i++) new Worker(new URL("./child.js", import.meta.url));\n',
  "child.js": 'import net from "node:net";\nimport { PORT } from "./config.js";\nnet.createServer().listen(PORT);\n',
};
export const OTHER: Readonly<Record<string, string>> = {
  "package.json": '{ "portreuse": { "platforms": ["linux"] } }',
  "app.js": 'const express = require("express");\nexpress().listen({ port: 8080, reusePort: true });\n',
};

/** What people type, and what they leave half typed. */
export const TYPED = [
  "",
  " ",
  "\n",
  "{",
  "}",
  "(",
  ")",
  ";",
  '"',
  "/*",
  "// ",
  "reusePort: true, ",
  "start();\n",
  "export ",
  "3000",
  "PORT",
  "await ",
  "\u{1F6F0}",
];
export const SETTINGS = [
  null,
  {},
  { platforms: ["linux"] },
  { rules: { "require-reuse-option": "off" } },
  { platforms: ["beos"] },
  { node: 20 },
  "nonsense",
];
