import assert from "node:assert/strict";
import type { Sources } from "./project.ts";
import { runs } from "./who-runs.ts";

const LISTEN = 'import http from "node:http"; http.createServer().listen(3000);';
const CLASS =
  'import http from "node:http"; export class Server { start() { http.createServer().listen(3000); } stop() {} }';
const START = 'import http from "node:http"; export function start() { http.createServer().listen(3000); }';
const STARTED = { "pool.js": 'import { fork } from "node:child_process"; fork("main.js");' };

type Answer = "yes" | "maybe" | "no";

/** Whether the program of "main.js" comes by the listen of "server.js". */
function comes(sources: Sources): Answer {
  const found = { "process 1 main.js": "yes", "process 1 main.js?": "maybe", "": "no" }[
    runs({ ...STARTED, ...sources })
  ];
  assert.ok(found);
  return found as Answer;
}

function table(title: string, rows: readonly (readonly [what: string, sources: Sources, expected: Answer])[]): void {
  describe(title, () => {
    for (const [what, sources, expected] of rows)
      it(`${what} → ${expected}`, () => assert.equal(comes(sources), expected));
  });
}

describe("whether a program comes by a method of another module's class", () => {
  const IMPORT = 'import { Server } from "./server.js"; ';
  for (const [main, expected] of [
    ["new Server().start();", "yes"],
    ["const server = new Server(); server.start();", "yes"],
    ["if (x) new Server().start();", "maybe"],
    ["new Server();", "maybe"],
    ["new Server().stop();", "maybe"],
    ["use(Server);", "maybe"],
    ["", "no"],
  ] as const)
    it(`${main || "nothing"} → ${expected}`, () =>
      assert.equal(comes({ "server.js": CLASS, "main.js": IMPORT + main }), expected));

  for (const [server, expected] of [
    ["export class Server { start = () => { http.createServer().listen(3000); }; }", "yes"],
    ["export class Server { static other = () => { http.createServer().listen(3000); }; }", "maybe"],
    ["class Base { start() { http.createServer().listen(3000); } } export class Server extends Base {}", "maybe"],
    ["export class Server { constructor() { http.createServer().listen(3000); } start() {} }", "yes"],
    ["class Server { start() { http.createServer().listen(3000); } } new Server().start(); export { Server };", "yes"],
  ] as const)
    it(server, () =>
      assert.equal(
        comes({ "server.js": `import http from "node:http"; ${server}`, "main.js": `${IMPORT}new Server().start();` }),
        expected,
      ),
    );

  it("is not certain by what another program does with it", () => {
    const other = { "other.js": `${IMPORT}new Server().start();` };
    assert.equal(comes({ "server.js": CLASS, "main.js": `${IMPORT}new Server();`, ...other }), "maybe");
    assert.equal(comes({ "server.js": CLASS, "main.js": 'import "./server.js";', ...other }), "no");
  });
  it("is certain by a module in between", () => {
    const between = { "between.js": `${IMPORT}export const server = new Server();` };
    const main = 'import { server } from "./between.js"; server.start();';
    assert.equal(comes({ "server.js": CLASS, "main.js": main, ...between }), "yes");
  });
  it("is certain by a method of an object", () => {
    const server =
      'import http from "node:http"; export const server = { start() { http.createServer().listen(3000); } };';
    const main = (code: string) =>
      comes({ "server.js": server, "main.js": `import { server } from "./server.js"; ${code}` });
    assert.equal(main("server.start();"), "yes");
    assert.equal(main(""), "no");
  });
});

table("whether a program comes by a module", [
  [
    "that one of two loads for certain",
    {
      "server.js": LISTEN,
      "a.js": 'if (x) import("./server.js");',
      "b.js": 'import "./server.js";',
      "main.js": 'import "./a.js"; import "./b.js";',
    },
    "yes",
  ],
  [
    "that one may load and the other does not",
    {
      "server.js": LISTEN,
      "a.js": 'if (x) import("./server.js");',
      "b.js": 'function never() { import("./server.js"); }',
      "main.js": 'import "./a.js"; import "./b.js";',
    },
    "maybe",
  ],
  [
    "that is loaded by a circle that it does not come by",
    {
      "server.js": LISTEN,
      "a.js": 'import "./b.js"; import "./server.js";',
      "b.js": 'import "./a.js";',
      "n.js": 'export function never() { import("./server.js"); }',
      "main.js": 'import "./n.js";',
    },
    "no",
  ],
  [
    "that is loaded by the second of a circle",
    {
      "server.js": LISTEN,
      "a.js": 'import "./b.js"; if (x) import("./server.js");',
      "b.js": 'import "./a.js"; import "./server.js";',
      "main.js": 'import "./a.js";',
    },
    "yes",
  ],
  [
    "that is the program's own, where it begins",
    { "server.js": LISTEN, "main.js": 'if (require.main === module) require("./server.js");' },
    "yes",
  ],
  [
    "that is another one's own, where it begins",
    {
      "server.js": LISTEN,
      "a.js": 'if (require.main === module) require("./server.js");',
      "main.js": 'import "./a.js";',
    },
    "no",
  ],
  [
    "that does not parse in between",
    { "server.js": LISTEN, "a.js": 'import "./server.js"; (', "main.js": 'import "./a.js";' },
    "maybe",
  ],
]);

table("whether a program comes by a function", [
  [
    "that one of two modules calls for certain",
    {
      "server.js": START,
      "a.js": 'import { start } from "./server.js"; if (x) start();',
      "b.js": 'import { start } from "./server.js"; start();',
      "main.js": 'import "./a.js"; import "./b.js";',
    },
    "yes",
  ],
  [
    "that only a module of another program calls",
    {
      "server.js": START,
      "other.js": 'import { start } from "./server.js"; start();',
      "main.js": 'import "./server.js";',
    },
    "no",
  ],
  [
    "by modules that export each other",
    {
      "server.js": START,
      "a.js": 'export * from "./b.js";',
      "b.js": 'export * from "./a.js"; export * from "./server.js";',
      "main.js": 'import { start } from "./a.js"; start();',
    },
    "yes",
  ],
  [
    "by a function in between",
    {
      "server.js": START,
      "a.js": 'import { start } from "./server.js"; export function go() { start(); } export function stop() {}',
      "main.js": 'import { go } from "./a.js"; go();',
    },
    "yes",
  ],
  [
    "by another function in between",
    {
      "server.js": START,
      "a.js": 'import { start } from "./server.js"; export function go() { start(); } export function stop() {}',
      "main.js": 'import { stop } from "./a.js"; stop();',
    },
    "no",
  ],
  [
    "that goes out by no name",
    {
      "server.js":
        'import http from "node:http"; handlers.push(function () { http.createServer().listen(3000); }); export const x = () => handlers;',
      "main.js": 'import { x } from "./server.js"; x();',
    },
    "maybe",
  ],
  [
    "that it hands to one that calls it",
    {
      "server.js": START,
      "run.js": "export function run(task) { task(); }",
      "main.js": 'import { run } from "./run.js"; import { start } from "./server.js"; run(start);',
    },
    "maybe",
  ],
  [
    "that it hands to one that does not call it",
    {
      "server.js": START,
      "run.js": "export function run(task) {}",
      "main.js": 'import { run } from "./run.js"; import { start } from "./server.js"; run(start);',
    },
    "no",
  ],
]);

describe("a function that goes out of the file where a program begins", () => {
  it("may be called by somebody", () =>
    assert.equal(
      runs({ "server.js": START, "pool.js": 'import { fork } from "node:child_process"; fork("server.js");' }),
      "process 1 server.js?",
    ));
});

describe("questions that lead to too many others", () => {
  /** So many modules load "server.js", none of which the program comes by for certain. */
  const crowd = (count: number): Sources => ({
    "package.json": {},
    "server.js": LISTEN,
    ...Object.fromEntries(Array.from({ length: count }, (_, i) => [`a${i}.js`, 'import "./server.js";'])),
    "never.js": 'export function never() { import("./a0.js"); }',
    "main.js": 'import "./never.js";',
  });
  it("are answered up to 5,000 of them, and with maybe from there on", () => {
    // Three more: who loads "server.js", who loads "never.js", and who calls its function.
    assert.equal(comes(crowd(4997)), "no");
    assert.equal(comes(crowd(4998)), "maybe");
  });
});
