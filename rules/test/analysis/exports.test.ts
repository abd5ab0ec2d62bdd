import { checkValues } from "./project.ts";

const SERVER = "import net from 'net'; ";

describe("values of other modules", () => {
  describe("exports of ES modules", () => {
    checkValues([
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
});
