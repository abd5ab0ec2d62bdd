import assert from "node:assert/strict";
import type { Call } from "../../src/analysis/ast.ts";
import { calleeOf, functionOf } from "../../src/analysis/calls.ts";
import { identities, isSame } from "../../src/analysis/identities.ts";
import { checkValues, project } from "./project.ts";

const SERVER = "import net from 'net'; ";

describe("values of other modules", () => {
  describe("what they make", () => {
    const POOL = SERVER + "export class Pool extends net.Server {} ";
    checkValues([
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
});
