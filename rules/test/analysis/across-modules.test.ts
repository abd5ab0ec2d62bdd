import assert from "node:assert/strict";
import type { Call } from "../../src/analysis/ast.ts";
import { calleeOf, functionOf } from "../../src/analysis/calls.ts";
import { evaluate } from "../../src/analysis/constants.ts";
import { fallbackOf } from "../../src/analysis/defaults.ts";
import { identities, isSame } from "../../src/analysis/identities.ts";
import { resolve } from "../../src/analysis/values.ts";
import { inWords } from "./marked.ts";
import { project } from "./project.ts";

type Sources = Readonly<Record<string, string>>;
type Case = readonly [title: string, expected: string, sources: Sources];

function check(cases: readonly Case[]) {
  for (const [title, expected, sources] of cases)
    it(`${title} → ${expected}`, () => assert.equal(inWords(resolve(project(sources).marks[0]!)), expected));
}

const SERVER = "import net from 'net'; ";

describe("values of other modules", () => {
  describe("exports of ES modules", () => {
    check([
      [
        "a named export",
        "a net.Server",
        { "a.ts": "import { s } from './b'; «s»;", "b.ts": SERVER + "export const s = net.createServer();" },
      ],
      [
        "under another name",
        "a net.Server",
        {
          "a.ts": "import { t as u } from './b'; «u»;",
          "b.ts": SERVER + "const s = net.createServer(); export { s as t };",
        },
      ],
      [
        "a destructured export",
        "class K",
        { "a.ts": "import { s } from './b'; «s»;", "b.ts": "export const { s } = { s: class K {} };" },
      ],
      [
        "a default expression",
        "a net.Server",
        { "a.ts": "import s from './b'; «s»;", "b.ts": SERVER + "export default net.createServer();" },
      ],
      [
        "a default name",
        "a net.Server",
        { "a.ts": "import s from './b'; «s»;", "b.ts": SERVER + "const s = net.createServer(); export default s;" },
      ],
      ["a default class", "class K", { "a.ts": "import K from './b'; «K»;", "b.ts": "export default class K {}" }],
      [
        "a default class without a name",
        "class",
        { "a.ts": "import K from './b'; «K»;", "b.ts": "export default class {}" },
      ],
      [
        "a default function",
        "function f",
        { "a.ts": "import f from './b'; «f»;", "b.ts": "export default function f() {}" },
      ],
      [
        "`default` by name",
        "class K",
        { "a.ts": "import { default as K } from './b'; «K»;", "b.ts": "class K {} export { K as default };" },
      ],
      [
        "a namespace",
        "a net.Server",
        { "a.ts": "import * as b from './b'; «b.s»;", "b.ts": SERVER + "export const s = net.createServer();" },
      ],
      [
        "the default of a namespace",
        "class K",
        { "a.ts": "import * as b from './b'; «b.default»;", "b.ts": "export default class K {}" },
      ],
      [
        "a named export of a default import",
        "class K",
        { "a.ts": "import b from './b'; «b.K»;", "b.ts": "export default { K: class K {} };" },
      ],
      [
        "an import that is awaited",
        "class K",
        { "a.ts": "const { K } = await import('./b'); «K»;", "b.ts": "export class K {}" },
      ],
      [
        "a variable that is written twice",
        "./b.s",
        { "a.ts": "import { s } from './b'; «s»;", "b.ts": SERVER + "export let s = net.createServer(); s = 1;" },
      ],
      [
        "an export that is not there",
        "./b.x",
        { "a.ts": "import { x } from './b'; «x»;", "b.ts": "export const y = 1;" },
      ],
      ["a module that is not there", "./c.x", { "a.ts": "import { x } from './c'; «x»;" }],
      [
        "a package that is not read",
        "net.createServer",
        {
          "a.ts": "import { createServer } from 'net'; «createServer»;",
          net: "export const createServer = class K {};",
        },
      ],
      [
        "a constant",
        "./b.port",
        { "a.ts": "import { port } from './b'; «port»;", "b.ts": "export const port = 3000;" },
      ],
      [
        "an export of another package",
        "net.createServer",
        {
          "a.ts": "import { make } from './b'; «make»;",
          "b.ts": "import { createServer } from 'net'; export const make = createServer;",
        },
      ],
      [
        "a workspace package by name",
        "class K",
        { "a.ts": "import { K } from '@scope/b'; «K»;", "@scope/b": "export class K {}" },
      ],
    ]);
  });

  describe("re-exports", () => {
    check([
      [
        "named",
        "class K",
        { "a.ts": "import { K } from './b'; «K»;", "b.ts": "export { K } from './c';", "c.ts": "export class K {}" },
      ],
      [
        "renamed",
        "class K",
        {
          "a.ts": "import { L } from './b'; «L»;",
          "b.ts": "export { default as L } from './c';",
          "c.ts": "export default class K {}",
        },
      ],
      [
        "imported first",
        "class K",
        {
          "a.ts": "import { K } from './b'; «K»;",
          "b.ts": "import { K } from './c'; export { K };",
          "c.ts": "export class K {}",
        },
      ],
      [
        "a barrel",
        "class K",
        {
          "a.ts": "import { K } from './b'; «K»;",
          "b.ts": "export * from './c'; export * from './d';",
          "c.ts": "export class L {}",
          "d.ts": "export class K {}",
        },
      ],
      [
        "a directory",
        "class K",
        {
          "a.ts": "import { K } from './b'; «K»;",
          "b/index.ts": "export * from './c';",
          "b/c.ts": "export class K {}",
        },
      ],
      [
        "own exports before those of a barrel",
        "class K",
        {
          "a.ts": "import { K } from './b'; «K»;",
          "b.ts": "export * from './c'; export class K {}",
          "c.ts": "export class K { x; } export const y = 1;",
        },
      ],
      [
        "a barrel has no default",
        "./b",
        { "a.ts": "import K from './b'; «K»;", "b.ts": "export * from './c';", "c.ts": "export default class K {}" },
      ],
      [
        "a namespace with a name",
        "class K",
        { "a.ts": "import { c } from './b'; «c.K»;", "b.ts": "export * as c from './c';", "c.ts": "export class K {}" },
      ],
      [
        "of a known package",
        "net.createServer",
        {
          "a.ts": "import { createServer } from './b'; «createServer»;",
          "b.ts": "export { createServer } from 'net';",
        },
      ],
      [
        "everything of a known package",
        "net.createServer",
        { "a.ts": "import { createServer } from './b'; «createServer»;", "b.ts": "export * from 'node:net';" },
      ],
      [
        "in a circle",
        "./c.K",
        {
          "a.ts": "import { K } from './b'; «K»;",
          "b.ts": "export * from './c'; export { K } from './c';",
          "c.ts": "export * from './b';",
        },
      ],
      [
        "of each other's values",
        "./a.y",
        {
          "a.ts": "import { x } from './b'; export const y = x; «y»;",
          "b.ts": "import { y } from './a'; export const x = y;",
        },
      ],
    ]);
    it("gives up on a chain of hundreds of files", () => {
      const chain = Object.fromEntries(
        Array.from({ length: 400 }, (_, i) => [`m${i}.ts`, `export { K } from './m${i + 1}';`]),
      );
      const { marks } = project({ "a.ts": "import { K } from './m0'; «K»;", ...chain, "m400.ts": "export class K {}" });
      assert.notEqual(inWords(resolve(marks[0]!)), "class K");
    });
  });

  describe("CommonJS", () => {
    check([
      [
        "module.exports",
        "class K",
        { "a.cjs": "const K = require('./b'); «K»;", "b.cjs": "module.exports = class K {};" },
      ],
      [
        "module.exports with names",
        "class K",
        { "a.cjs": "const { K } = require('./b'); «K»;", "b.cjs": "class K {} module.exports = { K };" },
      ],
      [
        "a member of it",
        "class K",
        { "a.cjs": "const b = require('./b'); «b.K»;", "b.cjs": "class K {} module.exports = { K };" },
      ],
      ["exports.x", "class K", { "a.cjs": "const { K } = require('./b'); «K»;", "b.cjs": "exports.K = class K {};" }],
      ["module.exports.x", "class K", { "a.cjs": "«require('./b').K»;", "b.cjs": "module.exports.K = class K {};" }],
      [
        "exports = module.exports",
        "class K",
        { "a.cjs": "«require('./b')»;", "b.cjs": "exports = module.exports = class K {};" },
      ],
      [
        "a property of what is exported whole",
        "class L",
        { "a.cjs": "«require('./b').L»;", "b.cjs": "module.exports = class K {}; module.exports.L = class L {};" },
      ],
      [
        "something that it requires itself",
        "a net.Server",
        {
          "a.cjs": "«require('./b')»;",
          "b.cjs": "module.exports = require('./c');",
          "c.cjs": "module.exports = require('net').createServer();",
        },
      ],
      [
        "two that differ",
        "./b",
        {
          "a.cjs": "const b = require('./b'); «b»;",
          "b.cjs": "if (x) module.exports = class K {}; else module.exports = class L {};",
        },
      ],
      [
        "the default import",
        "class K",
        { "a.ts": "import K from './b.cjs'; «K»;", "b.cjs": "module.exports = class K {};" },
      ],
      [
        "a named import",
        "class K",
        { "a.ts": "import { K } from './b.cjs'; «K»;", "b.cjs": "exports.K = class K {};" },
      ],
      [
        "the default import of names",
        "class K",
        { "a.ts": "import b from './b.cjs'; «b.K»;", "b.cjs": "exports.K = class K {};" },
      ],
      [
        "a namespace",
        "class K",
        { "a.ts": "import * as b from './b.cjs'; «b.K»;", "b.cjs": "module.exports = { K: class K {} };" },
      ],
      [
        "an ES module, required",
        "class K",
        { "a.cjs": "const { default: K } = require('./b'); «K»;", "b.ts": "export default class K {}" },
      ],
      [
        "through an interop helper",
        "class K",
        { "a.cjs": "const b = __importDefault(require('./b')); «b.default»;", "b.ts": "export default class K {}" },
      ],
      ["export =", "class K", { "a.ts": "import K = require('./b'); «K»;", "b.ts": "class K {} export = K;" }],
      ["export =, imported", "class K", { "a.ts": "import K from './b'; «K»;", "b.ts": "class K {} export = K;" }],
      [
        "createRequire",
        "class K",
        {
          "a.ts": "import { createRequire } from 'module'; «createRequire(import.meta.url)('./b')»;",
          "b.cjs": "module.exports = class K {};",
        },
      ],
    ]);
  });

  describe("what they make", () => {
    const POOL = SERVER + "export class Pool extends net.Server {} ";
    check([
      [
        "a factory",
        "a net.Server",
        {
          "a.ts": "import { make } from './b'; «make()»;",
          "b.ts": SERVER + "export function make() { return net.createServer(); }",
        },
      ],
      [
        "a factory that calls another",
        "a net.Server",
        {
          "a.ts": "import { make } from './b'; «make()»;",
          "b.ts": "import { create } from './c'; export const make = () => create();",
          "c.ts": SERVER + "export const create = () => net.createServer();",
        },
      ],
      [
        "a factory in an object",
        "a net.Server",
        {
          "a.ts": "import b from './b'; «b.make()»;",
          "b.ts": SERVER + "export default { make() { return net.createServer(); } };",
        },
      ],
      ["a class", "object K", { "a.ts": "import { K } from './b'; «new K()»;", "b.ts": "export class K {}" }],
      [
        "a class that extends a server",
        "a net.Server",
        { "a.ts": "import { Pool } from './b'; «new Pool()»;", "b.ts": POOL },
      ],
      [
        "a base class",
        "a net.Server",
        { "a.ts": "import { Pool } from './b'; class Mine extends Pool {} «new Mine()»;", "b.ts": POOL },
      ],
      [
        "this of a base class",
        "a net.Server",
        { "a.ts": "import { Pool } from './b'; class Mine extends Pool { m() { «this»; } }", "b.ts": POOL },
      ],
      [
        "a field of a class",
        "a net.Server",
        {
          "a.ts": "import { K } from './b'; «new K().server»;",
          "b.ts": SERVER + "export class K { server = net.createServer(); }",
        },
      ],
      [
        "a field of a base class",
        "a net.Server",
        {
          "a.ts": "import { B } from './b'; class K extends B { m() { «this.server»; } }",
          "b.ts": SERVER + "export class B { constructor() { this.server = net.createServer(); } }",
        },
      ],
      [
        "a field by its type",
        "a net.Server",
        {
          "a.ts": "import { B } from './b'; class K extends B { m() { «this.server»; } }",
          "b.ts": "import type { Server } from 'net'; export abstract class B { protected server: Server; }",
        },
      ],
      [
        "a getter",
        "a net.Server",
        {
          "a.ts": "import { K } from './b'; «new K().server»;",
          "b.ts": SERVER + "export class K { #s = net.createServer(); get server() { return this.#s; } }",
        },
      ],
      [
        "a getter of an object",
        "a net.Server",
        {
          "a.ts": "import b from './b'; «b.server»;",
          "b.ts": SERVER + "const s = net.createServer(); export default { get server() { return s; } };",
        },
      ],
      [
        "a method",
        "function",
        { "a.ts": "import { K } from './b'; «new K().listen»;", "b.ts": "export class K { listen() {} }" },
      ],
      [
        "what a method gives",
        "a net.Server",
        {
          "a.ts": "import { K } from './b'; «new K().open()»;",
          "b.ts": SERVER + "export class K { open() { return net.createServer(); } }",
        },
      ],
      [
        "a static method",
        "a net.Server",
        {
          "a.ts": "import { K } from './b'; «K.open()»;",
          "b.ts": SERVER + "export class K { static open() { return net.createServer(); } }",
        },
      ],
      [
        "a parameter of a type",
        "object K",
        { "a.ts": "import type { K } from './b'; function f(k: K) { «k»; }", "b.ts": "export class K {}" },
      ],
      [
        "a re-exported type",
        "a net.Server",
        {
          "a.ts": "import type { Server } from './b'; function f(k: Server) { «k»; }",
          "b.ts": "export type { Server } from 'net';",
        },
      ],
      [
        "the same name in both files",
        "a net.Server",
        {
          "a.ts": "import { make } from './b'; const s = class K {}; «make()»;",
          "b.ts": SERVER + "const s = net.createServer(); export const make = () => s;",
        },
      ],
      [
        "an own listen",
        "object Mine",
        {
          "a.ts": "import { Mine } from './b'; «new Mine()»;",
          "b.ts": SERVER + "export class Mine extends net.Server { listen() {} }",
        },
      ],
    ]);

    it("a call of an own listen is that method, whatever the class extends", () => {
      const { marks, files } = project({
        "a.ts": "import { Mine } from './b'; const mine = new Mine(); «mine.listen»; «mine.listen(1)»;",
        "b.ts": SERVER + "export class Mine extends net.Server { listen«(port) { super.listen(port); }» }",
      });
      assert.equal(functionOf(marks[0]), files.get("b.ts")?.marks[0]);
      assert.equal(calleeOf(marks[1] as Call), null);
    });

    it("one server is the same in both files", () => {
      const { marks, files } = project({
        "a.ts": "import { s, make } from './b'; «s»; «make()»; «make()»;",
        "b.ts": SERVER + "export const s = «net.createServer()»; export const make = () => net.createServer();",
      });
      const [s, one, two] = marks.map(identities);
      assert.ok(isSame(s!, identities(files.get("b.ts")!.marks[0]!)));
      assert.ok(!isSame(one!, two!));
      assert.ok(!isSame(one!, s!));
    });
  });

  describe("constants", () => {
    for (const [title, expected, sources] of [
      [
        "a named constant",
        3000,
        { "a.ts": "import { port } from './b'; «port»;", "b.ts": "export const port = 3000;" },
      ],
      [
        "computed from others",
        3001,
        {
          "a.ts": "import { port } from './b'; «port + 1»;",
          "b.ts": "import { base } from './c'; export const port = base;",
          "c.ts": "export const base = 3000;",
        },
      ],
      ["a default", 3000, { "a.ts": "import port from './b'; «port»;", "b.ts": "export default 3000;" }],
      [
        "in an object",
        3000,
        { "a.ts": "import { config } from './b'; «config.port»;", "b.ts": "export const config = { port: 3000 };" },
      ],
      [
        "beside what is not constant",
        3000,
        {
          "a.ts": "import { config } from './b'; «config.port»;",
          "b.ts": "export const config = { port: 3000, host: os.hostname() };",
        },
      ],
      [
        "nested",
        3000,
        {
          "a.ts": "import config from './b'; «config.http.port»;",
          "b.ts": "export default { http: { port: 3000, tls: read() } };",
        },
      ],
      [
        "frozen",
        3000,
        {
          "a.ts": "import config from './b'; «config.port»;",
          "b.ts": "export default Object.freeze({ port: 3000, x: y });",
        },
      ],
      [
        "of a namespace",
        3000,
        { "a.ts": "import * as config from './b'; «config.port»;", "b.ts": "export const port = 3000;" },
      ],
      [
        "required",
        3000,
        { "a.cjs": "const config = require('./b'); «config.port»;", "b.cjs": "module.exports = { port: 3000, x: y };" },
      ],
      [
        "required and taken apart",
        3000,
        { "a.cjs": "const { port } = require('./b'); «port»;", "b.cjs": "module.exports = { port: 3000, x: y };" },
      ],
      ["exports.x", 3000, { "a.cjs": "const { port } = require('./b'); «port»;", "b.cjs": "exports.port = 3000;" }],
      [
        "an enum",
        3000,
        { "a.ts": "import { Port } from './b'; «Port.Http»;", "b.ts": "export enum Port { Http = 3000 }" },
      ],
      [
        "an enum of a namespace",
        3000,
        { "a.ts": "import * as b from './b'; «b.Port.Http»;", "b.ts": "export enum Port { Http = 3000 }" },
      ],
      [
        "a static field",
        3000,
        { "a.ts": "import { K } from './b'; «K.PORT»;", "b.ts": "export class K { static PORT = 3000; }" },
      ],
      [
        "what a function gives",
        3000,
        { "a.ts": "import { port } from './b'; «port()»;", "b.ts": "const p = 3000; export const port = () => p;" },
      ],
      [
        "a variable that is written again",
        null,
        { "a.ts": "import { port } from './b'; «port»;", "b.ts": "export let port = 3000; port = 3001;" },
      ],
      [
        "an object that is written to",
        null,
        {
          "a.ts": "import { config } from './b'; «config.port»;",
          "b.ts": "export const config = { port: 3000, x: y }; config.port = 1;",
        },
      ],
      [
        "an object that is written to here",
        null,
        {
          "a.ts": "import { config } from './b'; config.port = 1; «config.port»;",
          "b.ts": "export const config = { port: 3000 };",
        },
      ],
      [
        "in a circle",
        null,
        {
          "a.ts": "import { x } from './b'; export const y = x; «x»;",
          "b.ts": "import { y } from './a'; export const x = y;",
        },
      ],
      [
        "an environment variable",
        null,
        { "a.ts": "import { port } from './b'; «port»;", "b.ts": "export const port = process.env.PORT || 3000;" },
      ],
    ] as const)
      it(`${title} → ${expected}`, () => assert.equal(evaluate(project(sources).marks[0]!)?.value ?? null, expected));

    for (const [title, expected, sources] of [
      [
        "behind a variable",
        3000,
        { "a.ts": "import { port } from './b'; «port»;", "b.ts": "export const port = process.env.PORT || 3000;" },
      ],
      [
        "behind a property",
        3000,
        {
          "a.ts": "import { config } from './b'; «config.port»;",
          "b.ts": "export const config = { port: Number(process.env.PORT ?? 3000) };",
        },
      ],
      [
        "behind a namespace",
        3000,
        {
          "a.ts": "import * as config from './b'; «config.port»;",
          "b.ts": "export const port = process.env.PORT || 3000;",
        },
      ],
      [
        "required and taken apart",
        3000,
        {
          "a.cjs": "const { port } = require('./b'); «port»;",
          "b.cjs": "module.exports = { port: process.env.PORT || 3000 };",
        },
      ],
      [
        "behind what a function gives",
        3000,
        {
          "a.ts": "import { port } from './b'; «port()»;",
          "b.ts": "export const port = () => process.env.PORT || 3000;",
        },
      ],
      [
        "nothing",
        null,
        { "a.ts": "import { port } from './b'; «port»;", "b.ts": "export const port = process.env.PORT;" },
      ],
    ] as const)
      it(`the fallback ${title} → ${expected}`, () =>
        assert.equal(fallbackOf(project(sources).marks[0]!)?.value ?? null, expected));
  });

  describe("laziness", () => {
    const SOURCES = {
      "a.ts": "import { x } from './b'; import { y } from './c'; function f() { «x»; «y»; return z; }",
      "b.ts": "import { z } from './d'; export const x = 1; export const w = z;",
      "c.ts": "export const y = 1;",
      "d.ts": "export const z = 1;",
    };
    it("loads nothing before a value leads there, and no more than it has to", () => {
      const { marks, loaded } = project(SOURCES);
      assert.deepEqual(loaded, []);
      resolve(marks[0]!);
      assert.deepEqual(loaded, ["b.ts"]);
      resolve(marks[1]!);
      assert.deepEqual(loaded, ["b.ts", "c.ts"]);
    });
    it("never asks for a package of the catalogue", () => {
      const { marks, file } = project({ "a.ts": "import net from 'node:net'; «net.createServer()»;" });
      file.load = () => assert.fail("asked");
      assert.equal(inWords(resolve(marks[0]!)), "a net.Server");
    });
    it("answers as before where nothing can be loaded", () => {
      const { marks, file } = project({ "a.ts": "import { x } from './b'; «x»;", "b.ts": "export class x {}" });
      file.load = undefined;
      assert.equal(inWords(resolve(marks[0]!)), "./b.x");
    });
  });
});
