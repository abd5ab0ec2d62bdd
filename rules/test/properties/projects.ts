import fc from "fast-check";

/** A program of several files whose findings are known from how it was made. */
export interface GeneratedProject {
  /** Texts by path. */
  files: Readonly<Record<string, string>>;
  /** The file that listens, and what the rules say of it; nothing is said of the others. */
  listens: string;
  rules: string[];
}

/** How the file that listens comes by its server: its own lines, and other files. */
interface Maker {
  lines: string[];
  server: string;
  files: Record<string, string>;
}

const HTTP = 'import http from "node:http";\n';

const makers: readonly Maker[] = [
  { lines: ['import http from "node:http";'], server: "http.createServer()", files: {} },
  {
    lines: ['import { make } from "./make.js";'],
    server: "make()",
    files: { "make.js": `${HTTP}export function make() {\n  return http.createServer();\n}\n` },
  },
  {
    lines: ['import make from "./make.js";'],
    server: "make()",
    files: { "make.js": `${HTTP}export default () => http.createServer();\n` },
  },
  {
    lines: ['import { server } from "./make.js";'],
    server: "server",
    files: { "make.js": `${HTTP}export const server = http.createServer();\n` },
  },
  {
    lines: ['import * as parts from "./make.js";'],
    server: "parts.server",
    files: { "make.js": `${HTTP}const server = http.createServer();\nexport { server };\n` },
  },
  {
    lines: ['import { server } from "./parts.js";'],
    server: "server",
    files: {
      "parts.js": 'export * from "./make.js";\nexport const name = "parts";\n',
      "make.js": `${HTTP}export const server = http.createServer();\n`,
    },
  },
  {
    lines: ['import { gateway } from "./parts.js";'],
    server: "gateway",
    files: {
      "parts.js": 'export { server as gateway } from "./make.js";\n',
      "make.js": `${HTTP}export const server = http.createServer();\n`,
    },
  },
  {
    lines: ['import app from "./make.cjs";'],
    server: "app",
    files: { "make.cjs": 'const express = require("express");\nmodule.exports = express();\n' },
  },
  {
    lines: [
      'import { createRequire } from "node:module";',
      'const { app } = createRequire(import.meta.url)("./make.cjs");',
    ],
    server: "app",
    files: { "make.cjs": 'const express = require("express");\nexports.app = express();\n' },
  },
];

/** What the call is given: the arguments, what they need, and what is said where one process runs it. */
interface Given {
  lines: string[];
  text: string;
  files: Record<string, string>;
  rule: string | null;
}

const PLAIN = "require-reuse-option";
const SHARED = "no-unguarded-reuse-port";

const given: readonly Given[] = [
  { lines: [], text: "3000", files: {}, rule: PLAIN },
  { lines: [], text: "process.env.PORT || 3000", files: {}, rule: PLAIN },
  { lines: [], text: "{ port: 3000, reusePort: true }", files: {}, rule: SHARED },
  { lines: [], text: '{ port: 3000, reusePort: process.platform === "linux" }', files: {}, rule: null },
  {
    lines: ['import { PORT } from "./config.js";'],
    text: "PORT",
    files: { "config.js": "export const PORT = 3000;\n" },
    rule: PLAIN,
  },
  {
    lines: ['import config from "./config.js";'],
    text: "{ port: config.port }",
    files: { "config.js": "export default { port: 3000, host: '::' };\n" },
    rule: PLAIN,
  },
  {
    lines: ['import { PORT } from "./config.js";'],
    text: "PORT",
    files: { "config.js": "export const PORT = 0;\n" },
    rule: null,
  },
  {
    lines: ['import { where } from "./config.js";'],
    text: "where",
    files: { "config.js": "export const where = { port: 3000, reusePort: true };\n" },
    rule: SHARED,
  },
  {
    lines: ['import { shares } from "./config.js";'],
    text: "{ port: 3000, reusePort: shares }",
    files: { "config.js": 'export const shares = process.platform === "linux";\n' },
    rule: null,
  },
];

/** Who runs the file that listens, and what becomes of a plain listen there. */
interface Start {
  files: (starts: string) => Record<string, string>;
  /** Null: silent. */
  plain: string | null;
}

const CONFLICT = "no-worker-port-conflict";
const CLUSTER = 'import cluster from "node:cluster";\n';
const FOUR = "for (let i = 0; i < 4; i++)";

const starts: readonly Start[] = [
  { files: () => ({}), plain: PLAIN },
  { files: (run) => ({ "index.js": run }), plain: PLAIN },
  {
    files: (run) => ({ "index.js": `${CLUSTER}console.log(cluster.isPrimary);\n${run}` }),
    plain: PLAIN,
  },
  {
    files: () => ({
      "index.js": `${CLUSTER}if (cluster.isPrimary) ${FOUR} cluster.fork();\nelse await import("./run.js");\n`,
    }),
    plain: null,
  },
  {
    files: () => ({ "index.js": `${CLUSTER}cluster.setupPrimary({ exec: "run.js" });\n${FOUR} cluster.fork();\n` }),
    plain: null,
  },
  {
    files: () => ({
      "ecosystem.config.cjs":
        'module.exports = { apps: [{ script: "./run.js", instances: "max", exec_mode: "cluster" }] };\n',
    }),
    plain: null,
  },
  {
    files: () => ({
      "package.json": '{ "type": "module", "portreuse": { "launches": { "run.js": { "as": "cluster" } } } }',
    }),
    plain: null,
  },
  {
    files: () => ({
      "index.js": `import { Worker } from "node:worker_threads";\n${FOUR} new Worker(new URL("./run.js", import.meta.url));\n`,
    }),
    plain: CONFLICT,
  },
  {
    files: () => ({
      "index.js": `import { fork } from "node:child_process";\nimport { fileURLToPath } from "node:url";\n${FOUR} fork(fileURLToPath(new URL("./run.js", import.meta.url)));\n`,
    }),
    plain: CONFLICT,
  },
  {
    files: () => ({
      "ecosystem.config.cjs": 'module.exports = { apps: [{ script: "./run.js", instances: 4, exec_mode: "fork" }] };\n',
    }),
    plain: CONFLICT,
  },
];

/** Programs with one listen, of two to seven files. */
export const projects: fc.Arbitrary<GeneratedProject> = fc
  .tuple(fc.constantFrom(...makers), fc.constantFrom(...given), fc.constantFrom(...starts), fc.boolean())
  .map(([maker, argument, start, inFunction]) => {
    const call = `${maker.server}.listen(${argument.text});`;
    const own = inFunction ? [`export function start() {\n  ${call}\n}`] : [call];
    const listens = `${[...maker.lines, ...argument.lines, ...own].join("\n")}\n`;
    const run = inFunction ? 'import { start } from "./listens.js";\nstart();\n' : 'import "./listens.js";\n';
    const rule = argument.rule === PLAIN ? start.plain : argument.rule;
    return {
      files: {
        "package.json": '{ "type": "module", "scripts": { "start": "node index.js" } }',
        "listens.js": listens,
        "run.js": run,
        ...maker.files,
        ...argument.files,
        ...start.files(run),
      },
      listens: "listens.js",
      rules: rule === null ? [] : [`portreuse/${rule}`],
    };
  });
