import assert from "node:assert/strict";
import { resolve } from "../../src/analysis/values.ts";
import { inWords } from "./marked.ts";
import { checkValues, project } from "./project.ts";

describe("values of other modules", () => {
  describe("re-exports", () => {
    checkValues([
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
