import assert from "node:assert/strict";
import { evaluate } from "../../src/analysis/constants.ts";
import { fallbackOf } from "../../src/analysis/defaults.ts";
import "../../src/analysis/values.ts";
import { project } from "./project.ts";

describe("values of other modules", () => {
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
        "an object of constants that is written to",
        null,
        {
          "a.ts": "import { config } from './b'; «config.port»;",
          "b.ts": "export const config = { port: 3000 }; config.port = 1;",
        },
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
});
