import assert from "node:assert/strict";
import { parseFile } from "../../server/src/lint/parse.ts";
import { environmentOf } from "../src/environment.ts";
import { guardAsMain } from "../src/fixes/main-guard.ts";
import { merged } from "../src/problem.ts";
import type { UserSettings } from "../src/settings.ts";
import { sitesOf } from "../src/sockets/collect.ts";

const ES = 'import net from "node:net";\n';
const COMMON = 'const net = require("node:net");\n';
const NEW: UserSettings = { node: ">=24.2" };

/** The text with its listen under the condition, without its first line; null where nothing says how the module is loaded. */
function guarded(text: string, path: string, host: UserSettings): string | null {
  const file = parseFile(text, path);
  const environment = environmentOf(file, { host, hostName: "a test", package: null });
  const site = sitesOf(file).sites.find((each) => each.kind === "api" && each.op === "listen");
  assert.equal(site?.kind, "api");
  const found = site?.kind === "api" ? guardAsMain(site, { file, environment, path, typescript: false }) : null;
  if (!found) return null;
  const { range, text: added } = merged(text, found.edits);
  return (text.slice(0, range[0]) + added + text.slice(range[1])).slice(text.indexOf("\n") + 1);
}

describe("a listen only where its module is the program", () => {
  const LISTEN = "net.createServer().listen(80);\n";
  const STATED = "net.createServer().listen({ port: 80, reusePort: false });\n";
  for (const [before, path, settings, test] of [
    [ES, "a.mjs", NEW, "import.meta.main"],
    [ES, "a.js", NEW, "import.meta.main"],
    [ES, "a.ts", NEW, "import.meta.main"],
    [ES, "a.mjs", {}, null],
    [ES, "a.mjs", { node: ">=22" }, null],
    [ES, "a.mjs", { runtime: "bun" }, "import.meta.main"],
    [COMMON, "a.cjs", {}, "require.main === module"],
    [COMMON, "a.cts", {}, "require.main === module"],
    [COMMON, "a.js", {}, "require.main === module"],
    [COMMON, "a.jsx", NEW, "require.main === module"],
    [COMMON, "a.ts", NEW, null],
    [COMMON, "a.mjs", NEW, null],
    ["export const net = require('node:net');\n", "a.js", NEW, "import.meta.main"],
    ["export const net = require('node:net');\n", "a.js", {}, null],
    ["export * from 'a'; const net = require('node:net');\n", "a.js", {}, null],
    ["export default 1; const net = require('node:net');\n", "a.js", {}, null],
  ] as const)
    it(`${path} ${JSON.stringify(settings)} ${before.trim()}`, () =>
      assert.equal(guarded(before + LISTEN, path, settings), test === null ? null : `if (${test}) ${STATED}`));

  for (const [code, expected] of [
    [
      "net.createServer().listen({ port: 80, exclusive: true });\n",
      "if (import.meta.main) net.createServer().listen({ port: 80, exclusive: true });\n",
    ],
    ["const s = net.createServer().listen(80);\n", null],
    ["function f() { net.createServer().listen(80); }\n", null],
    ["x && net.createServer().listen(80);\n", null],
    [
      "if (x) { net.createServer().listen(80); }\n",
      "if (x) { if (import.meta.main) net.createServer().listen({ port: 80, reusePort: false }); }\n",
    ],
    [
      "net.createServer().listen(at);\n",
      "if (import.meta.main) net.createServer().listen({ port: at, reusePort: false });\n",
    ],
  ] as const)
    it(code.trim(), () => assert.equal(guarded(ES + code, "a.mjs", NEW), expected));

  it("states nothing where the package has decided", () =>
    assert.equal(guarded(ES + LISTEN, "a.mjs", { ...NEW, listens: "single" }), `if (import.meta.main) ${LISTEN}`));
});
