import assert from "node:assert/strict";
import { said, type Sources } from "./project.ts";

const HTTP = 'import http from "node:http"; ';
const APP = `${HTTP}export const app = http.createServer(); app.listen(3000); `;
const SERVERLESS = 'import serverless from "serverless-http"; ';

/** Who opens the port of "app.js", or of the file at `path`, by loading it. */
const opened = (sources: Sources, path = "app.js") =>
  said("no-listen-on-import", { "package.json": {}, ...sources }, path);

describe("a listen that a cloud function opens: what makes its handler", () => {
  for (const [code, expected] of [
    ["export const handler = serverless(app);", "handler"],
    ["export default serverless(app);", "handler"],
    ["exports.handler = serverless(app);", "handler"],
    ["const handler = serverless(app); module.exports.handler = wrap(handler);", "handler"],
    [
      "const handler = serverless(app); log(handler); exports.handler = async (event) => await handler(event);",
      "handler",
    ],
    ["const handler = serverless(app); use(handler);", ""],
    ["function make() { const handler = serverless(app); exports.handler = wrap(handler); }", ""],
    ["const { handler } = serverless(app); export { handler };", ""],
    ["serverless(app);", ""],
    ["call()(app); export const handler = serverless(app);", "handler"],
    ["export const handler = other(app);", ""],
  ] as const)
    it(code, () => assert.equal(opened({ "app.js": SERVERLESS + APP + code }), expected));
});

/** "main.js" makes the handler, and loads "app.js" by so many others. */
function chain(between: number): Sources {
  const names = ["app", ...Array.from({ length: between }, (_, i) => `b${i}`)];
  const others = names.slice(1).map((name, i) => [`${name}.js`, `export { app } from "./${names[i]}.js";`]);
  const main = `${SERVERLESS}import { app } from "./${names.at(-1)}.js"; export const handler = serverless(app);`;
  return { "app.js": APP, ...Object.fromEntries(others), "main.js": main };
}

describe("a listen that a cloud function opens: ways to the module", () => {
  for (const [between, expected] of [
    [0, "handler"],
    [2, "handler"],
    [3, ""],
  ] as const)
    it(`by ${between} modules in between → ${expected}`, () => assert.equal(opened(chain(between)), expected));

  it("under a condition", () =>
    assert.equal(
      opened({
        "app.js": APP,
        "main.js": `${SERVERLESS}if (x) require("./app.js"); export const handler = serverless(y);`,
      }),
      "",
    ));
  it("by a name that is not constant, or twice", () => {
    const main = (load: string) =>
      opened({ "app.js": APP, "main.js": `${SERVERLESS}${load} export const handler = serverless(y);` });
    assert.equal(main('require("./app");'), "handler");
    assert.equal(main('require("./ap" + name);'), "");
    assert.equal(main('require("./app"); ('), "");
    assert.equal(main('require("./app"); require("./app");'), "");
  });
  it("in a circle", () =>
    assert.equal(opened({ "app.js": `import "./main.js"; ${APP}`, "main.js": 'import "./app.js";' }), ""));
});

const next = (sources: Sources): Sources => ({ "package.json": { dependencies: { next: "15" } }, ...sources });
const framework = (code: string) => opened(next({ "instrumentation.ts": HTTP + code }), "instrumentation.ts");
const LISTEN = "http.createServer().listen(3000);";

describe("a listen that a framework opens: what it calls", () => {
  for (const [code, expected] of [
    [`export function register() { ${LISTEN} }`, "loader"],
    [`function start() { ${LISTEN} } export { start as register };`, "loader"],
    [`function start() { ${LISTEN} } export { start, start as register };`, "loader"],
    [`function start() { ${LISTEN} } export { start };`, ""],
    [`function start() { ${LISTEN} } later.push(start); export const a = 1;`, ""],
    [`export function register() { try { open(); } catch { ${LISTEN} } }`, ""],
    [`export function register() { open().catch(() => ${LISTEN.slice(0, -1)}); }`, ""],
    [`try { open(); } catch { ${LISTEN} } export const a = 1;`, ""],
    [`import dgram from "node:dgram"; dgram.createSocket("udp4").bind(3000); export const a = 1;`, ""],
  ] as const)
    it(code, () => assert.equal(framework(code), expected));

  it("is of the package that is installed, whichever of its names that has", () => {
    const plugin = `${HTTP}export default () => { ${LISTEN} };`;
    const nuxt = (dependencies: object, path: string) =>
      opened({ "package.json": { dependencies }, [path]: plugin }, path);
    assert.equal(nuxt({ nuxt: "4" }, "server/plugins/ports.ts"), "loader");
    assert.equal(nuxt({ nuxt3: "3" }, "server/plugins/ports.ts"), "loader");
    assert.equal(nuxt({ vue: "3" }, "server/plugins/ports.ts"), "");
    assert.equal(nuxt({ nuxt: "4" }, "server/ports.ts"), "");
  });
});

const behind = (server: string, load = 'import "./server.ts";', dependencies: object = { next: "15" }) =>
  opened({ "package.json": { dependencies }, "instrumentation.ts": load, "server.ts": HTTP + server }, "server.ts");

describe("a listen that a test opens", () => {
  it("is not one of a file that exports nothing", () => {
    const test = { "app.test.js": 'request(require("./app"));' };
    assert.equal(opened({ "app.js": APP, ...test }), "test");
    assert.equal(opened({ "app.js": APP.replace("export ", ""), ...test }), "");
  });
});

describe("a listen that a framework opens by another file", () => {
  const SERVER = `${LISTEN}`;
  for (const [load, expected] of [
    ['import "./server.ts";', "loader"],
    ['import { isMainThread } from "node:worker_threads"; if (isMainThread) await import("./server.ts");', "loader"],
    ['import { isMainThread } from "node:worker_threads"; if (!isMainThread) await import("./server.ts");', ""],
    ['import cluster from "node:cluster"; if (cluster.isPrimary) await import("./server.ts");', "loader"],
    ['import cluster from "node:cluster"; if (cluster.isWorker) await import("./server.ts");', ""],
    ['if (!process.send) await import("./server.ts");', "loader"],
    ['if (process.send) await import("./server.ts");', ""],
    ['if (x) await import("./server.ts");', ""],
  ] as const)
    it(load, () => assert.equal(behind(SERVER, load), expected));

  it("is one in a function that the framework calls by another file's name for it, under one of several", () => {
    const server = `export function open() { ${LISTEN} } export function register() {}`;
    const load = (code: string) => behind(server, `import { open, register as other } from "./server.ts"; ${code}`);
    assert.equal(load("export function register() { open(); }"), "loader");
    assert.equal(load("function start() { open(); } export { start, start as register };"), "loader");
    assert.equal(load("export function start() { open(); }"), "");
  });
  it("is not one in a function of the same name in another file", () => {
    const server = `export function register() { ${LISTEN} } export const a = 1;`;
    assert.equal(behind(server, 'import { a } from "./server.ts"; use(a);'), "");
    assert.equal(behind(server, 'export { register } from "./server.ts";'), "loader");
  });
  it("is one whatever that exports", () => {
    assert.equal(behind(`${LISTEN} export const a = 1;`), "loader");
    assert.equal(behind(`${LISTEN} export const a = 1;`, undefined, {}), "");
  });
  it("is not one with options under a condition, nor one that is shared", () => {
    assert.equal(behind('http.createServer().listen(x ? { port: 3000 } : { path: "/a" });'), "");
    assert.equal(behind("http.createServer().listen({ port: 3000, reusePort: true });"), "");
  });
  it("is not one of another framework's file", () => {
    assert.equal(behind(LISTEN, undefined, { nuxt: "4" }), "");
  });
  it("is not one after an error", () => {
    assert.equal(behind(`try { open(); } catch { ${LISTEN} }`), "");
  });
});
