import assert from "node:assert/strict";
import { checkMessages } from "../../../server/src/lint/messages.ts";
import { HOME, runsIn, type Sources } from "./project.ts";

/** What no-listen-on-import says of "app.js", by the ids of its messages. */
function said(sources: Sources, path = "app.js"): string {
  const runs = runsIn(sources);
  return checkMessages({
    text: sources[path] as string,
    path,
    settings: { host: {}, hostName: "a test", package: (sources["package.json"] ?? {}) as object },
    levels: { "no-listen-on-import": { level: "error" } },
    program: { filename: `${HOME}${path}`, runs: () => runs },
  })
    .map(({ messageId, message }) => messageId ?? message)
    .join();
}

const HTTP = 'import http from "node:http"; ';
const APP = `${HTTP}export const app = http.createServer(); `;
const LISTEN = "app.listen(3000);";
const TEST = 'import { app } from "./app.js"; request(app);';

function table(title: string, rows: readonly (readonly [what: string, sources: Sources, expected: string])[]): void {
  describe(title, () => {
    for (const [what, sources, expected] of rows) it(what, () => assert.equal(said(sources), expected));
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
