import assert from "node:assert/strict";
import { parseFile } from "../../server/src/parse.ts";
import { insertArgument, insertBefore, moveStatementBefore, removeOption, setOption, setValue } from "../src/fixes.ts";
import type { Edit } from "../src/rule.ts";
import { indexOf, type SourceFile } from "../src/sockets/source.ts";
import { sitesOf, type Site } from "../src/sockets/sites.ts";

type Build = (file: SourceFile, site: Site) => readonly Edit[] | null;
type Case = readonly [title: string, before: string, after: string | null];

/** Edits as a client applies them: none may overlap another. */
function apply(text: string, edits: readonly Edit[]): string {
  let result = text;
  let limit = Infinity;
  for (const { range, text: added } of [...edits].sort((a, b) => b.range[0] - a.range[0])) {
    assert.ok(range[1] <= limit && range[0] <= range[1], "edits overlap");
    result = result.slice(0, range[0]) + added + result.slice(range[1]);
    limit = range[0];
  }
  return result;
}

/** Builds the edits for the first operation of a kind, and checks that what comes out can be read again. */
function run(prelude: string, code: string, filename: string, op: Site["op"], build: Build): string | null {
  const text = prelude + code;
  const file = parseFile(text, filename);
  const site = sitesOf(file).sites.find((each) => each.op === op);
  assert.ok(site, `no ${op} in ${code}`);
  const edits = build(file, site);
  if (!edits) return null;
  const result = apply(file.text, edits);
  parseFile(result, filename);
  assert.ok(result.startsWith(prelude), "the prelude changed");
  return result.slice(prelude.length);
}

function table(prelude: string, filename: string, op: Site["op"], build: Build, cases: readonly Case[]): void {
  for (const [title, before, after] of cases) {
    it(`${title}: ${after === null ? "nothing is sure" : "edited"}`, () => {
      assert.equal(run(prelude, before, filename, op, build), after);
    });
  }
}

const NET = `import net from "node:net";\nconst server = net.createServer();\n`;
const typescript = { typescript: true };
const shared: Build = (file, site) => setOption(file, site, "reusePort", "false");

describe("setOption, positional arguments", () => {
  table(NET, "a.js", "listen", shared, [
    ["port, host, backlog, callback", `server.listen(3000, "0.0.0.0", 511, cb)`, `server.listen({ port: 3000, host: "0.0.0.0", backlog: 511, reusePort: false }, cb)`],
    ["port and callback", `server.listen(port, cb);`, `server.listen({ port, reusePort: false }, cb);`],
    ["port alone", `server.listen(8080);`, `server.listen({ port: 8080, reusePort: false });`],
    ["a port from the environment", `server.listen(process.env.PORT || 3000, () => {});`, `server.listen({ port: process.env.PORT || 3000, reusePort: false }, () => {});`],
    ["port and backlog", `server.listen(3000, 128, cb);`, `server.listen({ port: 3000, backlog: 128, reusePort: false }, cb);`],
    ["an undefined host", `server.listen(3000, undefined, 128);`, `server.listen({ port: 3000, host: undefined, backlog: 128, reusePort: false });`],
    ["a host of the same name", `server.listen(port, host);`, `server.listen({ port, host, reusePort: false });`],
    ["a host by its name", `server.listen(port, config.hostname, () => {});`, `server.listen({ port, host: config.hostname, reusePort: false }, () => {});`],
    ["a host with a fallback", `server.listen(port, process.env.BIND_TO || "127.0.0.1");`, `server.listen({ port, host: process.env.BIND_TO || "127.0.0.1", reusePort: false });`],
    ["a callback declared elsewhere in the file", `server.listen(3000, up);\nfunction up() {}`, `server.listen({ port: 3000, reusePort: false }, up);\nfunction up() {}`],
    ["a bound callback", `server.listen(3000, this.up.bind(this));`, `server.listen({ port: 3000, reusePort: false }, this.up.bind(this));`],
    ["the resolver of a promise", `await new Promise((yes) => server.listen(3000, yes));`, `await new Promise((yes) => server.listen({ port: 3000, reusePort: false }, yes));`],
    ["an unknown last argument behind the host stays where it means the same", `server.listen(3000, "::", x);`, `server.listen({ port: 3000, host: "::", reusePort: false }, x);`],
    ["comments", `server.listen(/* web */ 3000 /* http */, /* all */ "::", // any\n  cb);`, `server.listen(/* web */ { port: 3000 /* http */, /* all */ host: "::", reusePort: false }, // any\n  cb);`],
    ["a line comment behind the port", `server.listen(3000 // web\n);`, `server.listen({ port: 3000, reusePort: false } // web\n);`],
    ["a trailing comma", `server.listen(3000, cb,);`, `server.listen({ port: 3000, reusePort: false }, cb,);`],
    ["a sequence in parentheses", `server.listen((a, port), (cb));`, `server.listen({ port: (a, port), reusePort: false }, (cb));`],
    ["parentheses around a port", `server.listen((3000), "::");`, `server.listen({ port: (3000), host: "::", reusePort: false });`],
    ["a port on its own line", `server.listen(\n  3000,\n  () => {},\n);`, `server.listen(\n  { port: 3000, reusePort: false },\n  () => {},\n);`],
    [
      "arguments on lines, with comments",
      `server.listen(\n  3000, // web\n  // all addresses\n  "::",\n  () => {},\n);`,
      `server.listen(\n  {\n    port: 3000, // web\n    // all addresses\n    host: "::",\n    reusePort: false,\n  },\n  () => {},\n);`,
    ],
    ["tabs", `server.listen(\n\t3000,\n\t"::"\n);`, `server.listen(\n\t{\n\t\tport: 3000,\n\t\thost: "::",\n\t\treusePort: false\n\t}\n);`],
    ["no semicolons", `server\n  .on("error", log)\n  .listen(3000)\n;[1].map(log)`, `server\n  .on("error", log)\n  .listen({ port: 3000, reusePort: false })\n;[1].map(log)`],
    ["an optional call", `server?.listen?.(3000)`, `server?.listen?.({ port: 3000, reusePort: false })`],
    ["an unknown name in the place of the host", `server.listen(3000, x);`, null],
    ["spread arguments", `server.listen(...args);`, null],
    ["a spread behind the port", `server.listen(3000, ...rest);`, null],
    ["a path", `server.listen("/run/app.sock");`, null],
    ["a name that may be a path", `server.listen(pathOrPort, cb);`, null],
    ["an object behind the port", `server.listen(3000, { host: "::" });`, null],
    ["a port that a local function may hand back as a path", `const at = normalize(process.env.PORT);\nserver.listen(at);\nfunction normalize(value) { const n = parseInt(value, 10); if (isNaN(n)) return value; return n; }`, null],
    ["no port", `server.listen(cb);`, null],
  ]);

  it("keeps CRLF everywhere in a file that has it", () => {
    const result = run(NET.replaceAll("\n", "\r\n"), `server.listen(\r\n  3000,\r\n  "::"\r\n);\r\n`, "a.js", "listen", shared);
    assert.equal(result, `server.listen(\r\n  {\r\n    port: 3000,\r\n    host: "::",\r\n    reusePort: false\r\n  }\r\n);\r\n`);
  });

  it("takes the quotes of the file's imports", () => {
    const guarded: Build = (file, site) => setOption(file, site, "reusePort", `process.platform === "linux"`);
    assert.equal(run(`const net = require('net')\n`, `net.createServer().listen(80)`, "a.cjs", "listen", guarded), `net.createServer().listen({ port: 80, reusePort: process.platform === 'linux' })`);
    assert.equal(run(`const net = require("net")\n`, `net.createServer().listen(80)`, "a.cjs", "listen", guarded), `net.createServer().listen({ port: 80, reusePort: process.platform === "linux" })`);
  });
});

describe("setOption, object literals", () => {
  table(NET, "a.js", "listen", shared, [
    ["on one line", `server.listen({ port: 3000 });`, `server.listen({ port: 3000, reusePort: false });`],
    ["without spaces", `server.listen({port: 3000}, cb);`, `server.listen({port: 3000, reusePort: false}, cb);`],
    ["on one line with a trailing comma", `server.listen({ port: 3000, });`, `server.listen({ port: 3000, reusePort: false, });`],
    ["on one line with a comment", `server.listen({ port: 3000 /* web */ });`, `server.listen({ port: 3000 /* web */, reusePort: false });`],
    ["on lines", `server.listen({\n  port: 3000,\n  host: "::",\n}, cb);`, `server.listen({\n  port: 3000,\n  host: "::",\n  reusePort: false,\n}, cb);`],
    ["on lines without a trailing comma", `server.listen({\n    port: 3000\n});`, `server.listen({\n    port: 3000,\n    reusePort: false\n});`],
    ["on lines with comments", `server.listen({\n  port: 3000, // web\n  // more to come\n});`, `server.listen({\n  port: 3000, // web\n  reusePort: false,\n  // more to come\n});`],
    ["a comment behind the last property", `server.listen({\n  port: 3000 // web\n});`, `server.listen({\n  port: 3000, // web\n  reusePort: false\n});`],
    ["the brace on another line", `server.listen({ port: 3000,\n  host: "::"\n});`, `server.listen({ port: 3000,\n  host: "::",\n  reusePort: false\n});`],
    ["a spread stays in front", `server.listen({ port, ...rest });`, `server.listen({ port, ...rest, reusePort: false });`],
    ["a value that stands there", `server.listen({ port: 3000, reusePort: true });`, `server.listen({ port: 3000, reusePort: false });`],
    ["a value in parentheses", `server.listen({ port: 3000, reusePort: (a, true) });`, `server.listen({ port: 3000, reusePort: false });`],
    ["undefined", `server.listen({ port: 3000, reusePort: undefined });`, `server.listen({ port: 3000, reusePort: false });`],
    ["a shorthand", `const reusePort = true;\nserver.listen({ port: 3000, reusePort });`, `const reusePort = true;\nserver.listen({ port: 3000, reusePort: false });`],
    ["a quoted key", `server.listen({ port: 3000, "reusePort": true });`, `server.listen({ port: 3000, "reusePort": false });`],
    ["a value before a spread", `server.listen({ port: 3000, reusePort: true, ...rest });`, null],
    ["a variable of this call alone", `const options = { port: 3000 };\nserver.listen(options);`, `const options = { port: 3000, reusePort: false };\nserver.listen(options);`],
    ["a variable that other members are read from", `const options = {\n  port: 3000,\n};\nserver.listen(options, () => console.log(options.port));`, `const options = {\n  port: 3000,\n  reusePort: false,\n};\nserver.listen(options, () => console.log(options.port));`],
    ["a variable that other calls get", `const options = { port: 3000 };\nserver.listen(options);\nother(options);`, null],
    ["an exported variable", `export const options = { port: 3000 };\nserver.listen(options);`, null],
    ["a frozen object", `server.listen(Object.freeze({ port: 3000 }));`, null],
    ["an object from elsewhere", `import { options } from "./options.js";\nserver.listen(options);`, null],
    ["a value assigned later", `const options = { port: 3000 };\noptions.reusePort = true;\nserver.listen(options);`, `const options = { port: 3000 };\noptions.reusePort = false;\nserver.listen(options);`],
  ]);

  it("reaches the branch of a condition that the site is about", () => {
    const code = `server.listen(path ? { path } : { port: 3000 });`;
    const file = parseFile(NET + code, "a.js");
    const site = sitesOf(file).sites.findLast((each) => each.op === "listen")!;
    assert.equal(apply(file.text, setOption(file, site, "reusePort", "false")!), `${NET}server.listen(path ? { path } : { port: 3000, reusePort: false });`);
  });
});
