import assert from "node:assert/strict";
import { parseFile } from "../../../server/src/lint/parse.ts";
import type { Runtime } from "../../src/catalogue/types.ts";
import { sitesOf } from "../../src/sockets/collect.ts";
import { withServedExport } from "../../src/sockets/served-exports.ts";
import { endpointInWords, environment } from "./sites.ts";

interface Around {
  runtime?: Runtime;
  isEntry?: boolean;
  dependencies?: Record<string, string>;
}

/** The export that is served: `label at "text": endpoint`; empty where there is none. */
function served(
  code: string,
  { runtime = "bun", isEntry = true, dependencies = {} }: Around = {},
  path = "a.ts",
): string {
  const sites = sitesOf(parseFile(code, path));
  const found = withServedExport(sites, { ...environment(runtime), dependencies }, () => isEntry);
  return found.sites
    .flatMap((each) =>
      each.kind === "api" && each.isServedExport
        ? [`${each.label} at "${code.slice(...each.name.range)}": ${endpointInWords(each.endpoint)}`]
        : [],
    )
    .join("; ");
}

const DEFAULT = 'export default at "export default": ';

describe("a default export that Bun serves", () => {
  for (const [code, expected] of [
    ["export default { fetch() {} };", `${DEFAULT}port 3000`],
    ["export default { port: 8080, fetch };", `${DEFAULT}port 8080`],
    ["export default { unix: '/run/a', fetch };", `${DEFAULT}ipc`],
    ["export  default { fetch };", 'export default at "export  default": port 3000'],
    ["export default { fetch } satisfies Serve;", `${DEFAULT}port 3000`],
    ["const app = { fetch, port: 1 }; export default app;", `${DEFAULT}port 1`],
    ["const app = { fetch, port: 1 }; export { app as default };", 'export default at "default": port 1'],
    ["const app = { fetch, port: 1 }; export { app };", ""],
    ["const app = { fetch, port: 1 }; export { x, app as default };", 'export default at "default": port 1'],
    ["export { app as default } from './app';", ""],
    ["let app = { fetch }; app = x; export default app;", ""],
    ["export const fetch = x;", ""],
    ["export default { get() {} };", ""],
    ["export default { fetch, stop() {} };", ""],
    ["export default { fetch, ...x };", ""],
    ["export default { fetch(a, b) {} };", `${DEFAULT}port 3000`],
    ["export default { fetch(request, env, context) {} };", ""],
    ["export default { port: 1, fetch(request, env, context) {} };", `${DEFAULT}port 1`],
    ["export default { fetch, scheduled() {} };", ""],
    ["export default { fetch, queue() {} };", ""],
    ["export default { port: 1, fetch, queue() {} };", `${DEFAULT}port 1`],
    ["export default function fetch() {}", ""],
    ["export default class { fetch() {} }", ""],
    ["module.exports = { fetch };", ""],
    ["module.exports = { port: 1, fetch };", 'module.exports at "module.exports": port 1'],
    ["module.exports = { hostname: 'a', fetch };", 'module.exports at "module.exports": port 3000'],
    ["module.exports = { reusePort: true, fetch };", 'module.exports at "module.exports": port 3000'],
    ["module.exports += { port: 1, fetch };", ""],
    ["module.other = { port: 1, fetch };", ""],
    ["it.exports = { port: 1, fetch };", ""],
    ["it.module.exports = { port: 1, fetch };", ""],
    ["exports = { port: 1, fetch };", ""],
    ["keep(module.exports);", ""],
    ["export = { port: 1, fetch };", 'module.exports at "export": port 1'],
    ["import { Hono } from 'hono'; export default new Hono();", `${DEFAULT}port 3000`],
    [
      "import { Hono } from 'hono'; const app = new Hono().get('/', x).post('/', y); export default app;",
      `${DEFAULT}port 3000`,
    ],
    ["import { Hono } from 'hono/quick'; export default new Hono();", `${DEFAULT}port 3000`],
    ["import { OpenAPIHono } from '@hono/zod-openapi'; export default new OpenAPIHono();", `${DEFAULT}port 3000`],
    ["import { Hono } from 'hono'; module.exports = new Hono();", 'module.exports at "module.exports": port 3000'],
    ["import { Hono } from 'hono'; export default Hono();", ""],
    ["import { Hono } from 'hono'; export default Hono;", ""],
    ["import { Router } from 'hono'; export default new Router();", ""],
    ["import { Hono } from 'other'; export default new Hono();", ""],
    ["class Hono {} export default new Hono();", ""],
    ["const hono = 1;", ""],
  ] as [string, string][])
    it(`${code} → ${expected || "none"}`, () => assert.equal(served(code), expected));

  it("is one of Bun's alone, in a file that it runs itself", () => {
    const code = "export default { fetch };";
    assert.equal(served(code, { runtime: "node" }), "");
    assert.equal(served(code, { runtime: "deno" }), "");
    assert.equal(served(code, { isEntry: false }), "");
  });

  it("belongs to another host where its packages are there, unless it names what only Bun reads", () => {
    for (const name of ["wrangler", "@cloudflare/workers-types", "@cloudflare/vite-plugin"])
      assert.equal(served("export default { fetch };", { dependencies: { [name]: "1" } }), "", name);
    assert.equal(served("export default { fetch };", { dependencies: { hono: "4" } }), `${DEFAULT}port 3000`);
    assert.equal(served("export default { port: 1, fetch };", { dependencies: { wrangler: "4" } }), `${DEFAULT}port 1`);
  });

  it("stands among the other sites in source order", () => {
    const sites = sitesOf(
      parseFile(
        "Bun.listen({ port: 1, hostname: 'a', socket });\nexport default { fetch };\nBun.serve({ fetch });",
        "a.ts",
      ),
    );
    const found = withServedExport(sites, environment("bun"), () => true);
    assert.deepEqual(
      found.sites.map(({ label }) => label),
      ["Bun.listen()", "export default", "Bun.serve()"],
    );
    assert.equal(
      withServedExport(sites, environment("bun"), () => true),
      found,
      "made once",
    );
    assert.equal(
      withServedExport(sites, environment("bun"), () => false),
      sites,
    );
  });
});
