import assert from "node:assert/strict";
import { said, type Sources } from "./project.ts";

const HTTP = 'import http from "node:http"; ';
const APP = `${HTTP}export const app = http.createServer(); `;
const LISTEN = "app.listen(3000);";
const TEST = 'import { app } from "./app.js"; request(app);';

function table(
  title: string,
  rows: readonly (readonly [what: string, sources: Sources, expected: string])[],
  path = "app.js",
): void {
  describe(title, () => {
    for (const [what, sources, expected] of rows)
      it(what, () => assert.equal(said("no-listen-on-import", sources, path), expected));
  });
}

table("a listen that a test opens by its import", [
  ["of what it listens on", { "app.js": APP + LISTEN, "app.test.js": TEST }, "test"],
  ["of nothing, without a test", { "app.js": APP + LISTEN, "other.js": TEST }, ""],
  [
    "of another module",
    { "app.js": APP + LISTEN, "app.test.js": 'import { app } from "./other.js"; request(app);' },
    "",
  ],
  ["of nothing by name", { "app.js": APP + LISTEN, "app.test.js": 'import "./app.js";' }, ""],
  ["of nothing that it uses", { "app.js": APP + LISTEN, "app.test.js": 'import { app } from "./app.js";' }, ""],
  ["of its types", { "app.js": APP + LISTEN, "app.test.ts": 'import type { app } from "./app.js";' }, ""],
  ["of a module that it closes", { "app.js": APP + LISTEN, "app.test.js": `${TEST} after(() => app.close());` }, ""],
  [
    "of a module that stands for another",
    { "app.js": APP + LISTEN, "app.test.js": `jest.mock("./app.js"); ${TEST}` },
    "",
  ],
  [
    "where another module stands for another",
    { "app.js": APP + LISTEN, "app.test.js": `jest.mock("./other.js"); ${TEST}` },
    "test",
  ],
  ["by require", { "app.js": APP + LISTEN, "app.test.js": 'const { app } = require("./app"); request(app);' }, "test"],
  [
    "by its directory",
    { "app.js": APP + LISTEN, "package.json": { main: "app.js" }, "test/a.test.js": 'request(require(".."));' },
    "test",
  ],
  ["in another file of tests", { "app.js": APP + LISTEN, "test/a.js": TEST.replace("./", "../") }, "test"],
  ["in node_modules", { "app.js": APP + LISTEN, "node_modules/a/a.test.js": TEST.replace("./", "../../") }, ""],
]);

table("a listen that a test opens by its import, or does not", [
  ["in a function", { "app.js": `${APP}function start() { ${LISTEN} }`, "app.test.js": TEST }, ""],
  [
    "in a function that is called",
    { "app.js": `${APP}function start() { ${LISTEN} } start();`, "app.test.js": TEST },
    "test",
  ],
  ["in a function that goes out", { "app.js": `${APP}export function start() { ${LISTEN} }`, "app.test.js": TEST }, ""],
  ["under a condition", { "app.js": `${APP}if (x) ${LISTEN}`, "app.test.js": TEST }, ""],
  ["in the program's own file", { "app.js": `${APP}if (require.main === module) ${LISTEN}`, "app.test.js": TEST }, ""],
  ["in an imported file", { "app.js": `${APP}if (require.main !== module) ${LISTEN}`, "app.test.js": TEST }, "test"],
  ["with a port under a condition", { "app.js": `${APP}app.listen(x ? 3000 : 4000);`, "app.test.js": TEST }, "test"],
  [
    "with options under a condition",
    { "app.js": `${APP}app.listen(x ? { port: 3000 } : { path: "/a" });`, "app.test.js": TEST },
    "",
  ],
  ["of a path", { "app.js": `${APP}app.listen("/run/a.sock");`, "app.test.js": TEST }, ""],
  ["of any port", { "app.js": `${APP}app.listen(0);`, "app.test.js": TEST }, ""],
  [
    "where it failed before",
    { "app.js": `${APP}app.on("error", () => ${LISTEN.slice(0, -1)});`, "app.test.js": TEST },
    "",
  ],
  [
    "with a port that the test sets",
    { "app.js": `${APP}app.listen(process.env.PORT || 3000);`, "app.test.js": `process.env.PORT = "0"; ${TEST}` },
    "",
  ],
  [
    "with a port that the test sets by its name",
    { "app.js": `${APP}app.listen(process.env.PORT || 3000);`, "app.test.js": `process.env["PORT"] = "0"; ${TEST}` },
    "",
  ],
  [
    "with a port that the test stubs",
    { "app.js": `${APP}app.listen(process.env.PORT || 3000);`, "app.test.js": `vi.stubEnv("PORT", "0"); ${TEST}` },
    "",
  ],
  [
    "with a port that the test compares",
    { "app.js": `${APP}app.listen(process.env.PORT || 3000);`, "app.test.js": `process.env.PORT == "0"; ${TEST}` },
    "test",
  ],
  [
    "with another variable that the test sets",
    { "app.js": `${APP}app.listen(process.env.PORT || 3000);`, "app.test.js": `process.env.HOST = "0"; ${TEST}` },
    "test",
  ],
]);

const SERVERLESS = 'import serverless from "serverless-http"; ';

table("a listen that a cloud function opens", [
  [
    "where it is loaded",
    { "app.js": `${SERVERLESS}${APP}${LISTEN} export const handler = serverless(app);` },
    "handler",
  ],
  ["where it is not made", { "app.js": `${SERVERLESS}${APP}${LISTEN}` }, ""],
  ["where it is made and kept", { "app.js": `${SERVERLESS}${APP}${LISTEN} const handler = serverless(app);` }, ""],
  [
    "where it is made and goes out",
    { "app.js": `${SERVERLESS}${APP}${LISTEN} const handler = serverless(app); module.exports = { handler };` },
    "handler",
  ],
  [
    "where it is made in a function",
    { "app.js": `${SERVERLESS}${APP}${LISTEN} function make() { const handler = serverless(app); return handler; }` },
    "",
  ],
  [
    "where something else is made",
    { "app.js": `import other from "other"; ${APP}${LISTEN} export const handler = other(app);` },
    "",
  ],
  [
    "in a function that nobody calls",
    { "app.js": `${SERVERLESS}${APP}export function f() { ${LISTEN} } export const handler = serverless(app);` },
    "",
  ],
  [
    "in the only module that loads it",
    {
      "app.js": APP + LISTEN,
      "main.js": `${SERVERLESS}import { app } from "./app.js"; export const handler = serverless(app);`,
    },
    "handler",
  ],
  [
    "in the only module that loads it, which makes none",
    { "app.js": APP + LISTEN, "main.js": 'import { app } from "./app.js"; use(app);' },
    "",
  ],
  [
    "in the only module that loads what loads it",
    {
      "app.js": APP + LISTEN,
      "between.js": 'export { app } from "./app.js";',
      "main.js": `${SERVERLESS}import { app } from "./between.js"; export const handler = serverless(app);`,
    },
    "handler",
  ],
  [
    "in one of two that load it",
    {
      "app.js": APP + LISTEN,
      "other.js": 'import { app } from "./app.js";',
      "main.js": `${SERVERLESS}import { app } from "./app.js"; export const handler = serverless(app);`,
    },
    "",
  ],
  [
    "in a module that may load it",
    {
      "app.js": APP + LISTEN,
      "main.js": `${SERVERLESS}export const handler = serverless(async () => { await import("./app.js"); });`,
    },
    "",
  ],
]);

const NEXT = { "package.json": { dependencies: { next: "15" } } };
const REGISTER = `${HTTP}export function register() { http.createServer().listen(3000); }`;

table(
  "a listen that a framework opens",
  [
    ["in what it calls", { ...NEXT, "instrumentation.ts": REGISTER }, "loader"],
    ["in another project", { "package.json": {}, "instrumentation.ts": REGISTER }, ""],
    ["in what it does not call", { ...NEXT, "instrumentation.ts": REGISTER.replace("register", "other") }, ""],
    ["at the top", { ...NEXT, "instrumentation.ts": HTTP + "http.createServer().listen(3000);" }, "loader"],
    [
      "for Node.js alone",
      {
        ...NEXT,
        "instrumentation.ts": `${HTTP}export function register() { if (process.env.NEXT_RUNTIME === "nodejs") http.createServer().listen(3000); }`,
      },
      "loader",
    ],
    [
      "under a condition",
      {
        ...NEXT,
        "instrumentation.ts": `${HTTP}export function register() { if (x) http.createServer().listen(3000); }`,
      },
      "",
    ],
    [
      "that is shared",
      { ...NEXT, "instrumentation.ts": REGISTER.replace("3000", "{ port: 3000, reusePort: true }") },
      "",
    ],
    ["of any port", { ...NEXT, "instrumentation.ts": REGISTER.replace("3000", "0") }, ""],
  ],
  "instrumentation.ts",
);

const SERVER = `${HTTP}export const server = http.createServer(); server.listen(3000);`;

table(
  "a listen of a module that a framework loads by another one",
  [
    ["at the top", { ...NEXT, "instrumentation.ts": 'import "./server.ts";', "server.ts": SERVER }, "loader"],
    [
      "for Node.js alone",
      {
        ...NEXT,
        "instrumentation.ts": `export async function register() { if (process.env.NEXT_RUNTIME === "nodejs") await import("./server.ts"); }`,
        "server.ts": SERVER,
      },
      "loader",
    ],
    [
      "in what it does not call",
      {
        ...NEXT,
        "instrumentation.ts": 'export async function other() { await import("./server.ts"); }',
        "server.ts": SERVER,
      },
      "",
    ],
    [
      "in another project",
      { "package.json": {}, "instrumentation.ts": 'import "./server.ts";', "server.ts": SERVER },
      "",
    ],
    ["that nobody loads", { ...NEXT, "instrumentation.ts": "", "server.ts": SERVER }, ""],
    ["by a file of another name", { ...NEXT, "instruments.ts": 'import "./server.ts";', "server.ts": SERVER }, ""],
    [
      "for its types",
      { ...NEXT, "instrumentation.ts": 'import type { server } from "./server.ts";', "server.ts": SERVER },
      "",
    ],
  ],
  "server.ts",
);
