import assert from "node:assert/strict";
import { sitesOf } from "../../src/sockets/collect.ts";
import { project } from "../analysis/project.ts";

const FILES = {
  "log.js": "export function log() {} export class Log {} export default function () {}",
  "makes.js": "import http from 'node:http'; export function start() { return http.createServer(); }",
  "again.js": "export { createServer as makeServer } from 'node:http';",
  "barrel.js": "export * from './again.js';",
  "common.cjs": "module.exports = { makeServer: require('http').createServer };",
  "server.js": "import http from 'node:http'; export const server = http.createServer();",
  "default.js": "import http from 'node:http'; export default http.createServer;",
  "default-name.js": "import http from 'node:http'; export default make;\nfunction make() {}",
  "default-function.js": "import http from 'node:http'; export default async function () {}",
  "default-class.js": "import http from 'node:http'; export default class {}",
  "generator.js": "import http from 'node:http'; export function* makeServer() {}",
  "common-function.cjs": "const http = require('http'); module.exports = function () {};",
  "base.js": "export { WebSocketServer as Base } from 'ws';",
  "client.js": "import axios from 'axios'; export const api = axios.create();",
};

/** The sites of a file, by what they do, and the other files that were parsed for them. */
function found(source: string): { sites: string[]; parsed: string[] } {
  const { file, loaded } = project({ "a.js": source, ...FILES });
  return { sites: sitesOf(file).sites.map(({ op, label }) => `${op} ${label}`), parsed: loaded };
}

describe("sites that other files show", () => {
  const HTTP = "import http from 'node:http'; http.createServer(); ";
  for (const [title, source, sites, parsed] of [
    ["a server", "import { server } from './server.js'; server.listen(3000);", ["listen server.listen()"], "server.js"],
    [
      "a function under another name",
      "import { makeServer } from './again.js'; makeServer();",
      ["create makeServer()"],
      "again.js",
    ],
    [
      "one that is exported twice",
      "import { makeServer } from './barrel.js'; makeServer();",
      ["create makeServer()"],
      "barrel.js again.js",
    ],
    [
      "one of CommonJS",
      "const { makeServer } = require('./common.cjs'); makeServer();",
      ["create makeServer()"],
      "common.cjs",
    ],
    ["a default export", "import make from './default.js'; make();", ["create make()"], "default.js"],
    [
      "one under another name",
      "import { default as make } from './default.js'; make();",
      ["create make()"],
      "default.js",
    ],
    [
      "a class that is extended",
      "import { Base } from './base.js'; class S extends Base { constructor() { super({ port: 1 }); } }",
      ["listen super()"],
      "base.js",
    ],
    [
      "a client, where the file gives an address",
      "import { api } from './client.js'; api.get('/', { agent: null, localAddress: '127.0.0.1' });",
      ["connect api.get()"],
      "client.js",
    ],
  ] as const)
    it(`are seen: ${title}`, () => assert.deepEqual(found(source), { sites, parsed: parsed.split(" ") }));

  for (const [title, source] of [
    ["a function of the project", "import { log } from './log.js'; log();"],
    ["a class", "import { Log } from './log.js'; new Log();"],
    ["a default function", "import log from './log.js'; log();"],
    ["a function that makes a server, which nobody listens on here", "import { start } from './makes.js'; start();"],
    ["a default that is declared beside", "import make from './default-name.js'; make();"],
    ["a default function that is asynchronous", "import make from './default-function.js'; make();"],
    ["a default class", "import Make from './default-class.js'; new Make();"],
    ["a generator", "import { makeServer } from './generator.js'; makeServer();"],
    ["a function of CommonJS", "const make = require('./common-function.cjs'); make();"],
    ["a function of no import", "export function f(make) { make(); }"],
    ["an object of the file", "const it = { listen() {} }; it.listen();"],
    ["a function of all of a module", "import * as all from './again.js'; all.makeServer();"],
    ["a method of another name", "import { server } from './server.js'; server.address();"],
    ["a client of which no rule speaks", "import { api } from './client.js'; api.get('/');"],
    ["a handler that is bound", "import { server } from './server.js'; server.handle.bind(this);"],
  ] as const)
    it(`need no other file for ${title}`, () =>
      assert.deepEqual(found(HTTP + source), { sites: ["create http.createServer()"], parsed: [] }));
});
