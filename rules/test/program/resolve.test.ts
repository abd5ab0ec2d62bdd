import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { resolverOf } from "../../src/program/resolve.ts";
import { inMemory, leads, memoryTree, resolverIn, tree } from "./tree.ts";

/** `from › specifier → where it leads`, one a line. */
function follow(root: string, expected: string, how = {}): void {
  for (const line of expected.trim().split("\n")) {
    const [, from = "", specifier = "", to] = /^\s*(\S+) › (.+?) → (.+)$/.exec(line) ?? [];
    assert.equal(leads(root, from, specifier, how), to, line.trim());
  }
}

describe("resolving a module", () => {
  it("follows relative paths with and without extension, indexes and the TypeScript behind .js", () => {
    const root = memoryTree({
      "package.json": "{}",
      "src/main.ts": "",
      "src/main.js": "",
      "src/a.ts": "",
      "src/b.tsx": "",
      "src/c.mts": "",
      "src/d.cts": "",
      "src/only.js": "",
      "src/both.ts": "",
      "src/both.js": "",
      "src/dir/index.ts": "",
      "src/data.json": "{}",
      "src/types.d.ts": "",
      "src/pkg/package.json": { main: "./start" },
      "src/pkg/start.js": "",
      "src/with space.ts": "",
    });
    follow(
      root,
      `
      src/main.ts › ./a → src/a.ts
      src/main.ts › ./a.ts → src/a.ts
      src/main.ts › ./a.js → src/a.ts
      src/main.js › ./a.js → src/a.ts
      src/main.ts › ./b.js → src/b.tsx
      src/main.ts › ./b.jsx → src/b.tsx
      src/main.ts › ./c.mjs → src/c.mts
      src/main.ts › ./d.cjs → src/d.cts
      src/main.ts › ./only → src/only.js
      src/main.ts › ./both → src/both.ts
      src/main.js › ./both → src/both.js
      src/main.ts › ./both.js → src/both.ts
      src/main.js › ./both.js → src/both.js
      src/main.ts › ./dir → src/dir/index.ts
      src/dir/index.ts › .. → unknown
      src/main.ts › ./dir/ → src/dir/index.ts
      src/dir/index.ts › . → src/dir/index.ts
      src/main.ts › ./data.json → src/data.json
      src/main.ts › ./data → src/data.json
      src/main.ts › ./types → unknown
      src/main.ts › ./pkg → src/pkg/start.js
      src/main.ts › ./with%20space.ts → src/with space.ts
      src/main.ts › ./a.ts?worker → src/a.ts
      src/main.ts › ./none → unknown
      src/main.ts › ../../../../../etc/passwd → unknown
      src/main.ts › ./../node_modules/x/y.js → package x/y.js
      src/main.ts › ../node_modules/@scope/x/y.js → package @scope/x/y.js
      src/main.ts › ../node_modules/a/node_modules/@scope/x → package @scope/x
      src/main.ts › ../node_modules/x → package x
    `,
    );
    assert.equal(leads(root, "src/main.ts", `file://${join(root, "src/a.ts")}`), "src/a.ts");
    assert.equal(leads(root, "src/main.ts", join(root, "src/a.js")), "src/a.ts");
  });

  it("knows the runtime's modules, packages and addresses", () => {
    follow(
      memoryTree({ "package.json": "{}", "a.ts": "" }),
      `
      a.ts › net → builtin net
      a.ts › node:net → builtin net
      a.ts › node:test → builtin test
      a.ts › bun → builtin bun
      a.ts › bun:ffi → builtin bun:ffi
      a.ts › express → package express
      a.ts › @hono/node-server/serve-static → package @hono/node-server/serve-static
      a.ts › npm:hono@4/cors → package hono/cors
      a.ts › npm:@hono/node-server@^1 → package @hono/node-server
      a.ts › jsr:@std/http@1 → package @std/http
      a.ts › https://deno.land/std/http/server.ts → unknown
      a.ts › data:text/javascript,1 → unknown
      a.ts › #internal → unknown
    `,
    );
  });

  it("takes tsconfig's paths and baseUrl, through extends and references", () => {
    const root = memoryTree({
      "package.json": "{}",
      "tsconfig.json":
        '{ "extends": ["./base.json", "./more"], "compilerOptions": { /* a comment */ "strict": true, } }',
      "base.json": {
        compilerOptions: {
          baseUrl: "./src",
          paths: { "@app/*": ["app/*"], "@app/special/*": ["special/*"], exact: ["app/one.ts"] },
        },
      },
      "more.json": { compilerOptions: { customConditions: ["mine"] } },
      "src/app/one.ts": "",
      "src/special/two.ts": "",
      "src/plain.ts": "",
      "web/tsconfig.json": { files: [], references: [{ path: "./tsconfig.app.json" }] },
      "web/tsconfig.app.json": {
        include: ["src"],
        compilerOptions: { paths: { "~/*": ["./src/*"], "*.gen": ["./gen/*.ts"] } },
      },
      "web/src/three.ts": "",
      "web/gen/four.ts": "",
      "configured/tsconfig.json": { extends: "../far/tsconfig.json" },
      "far/tsconfig.json": { compilerOptions: { paths: { "far/*": ["${configDir}/x/*"] } } },
      "configured/x/five.ts": "",
    });
    follow(
      root,
      `
      src/plain.ts › @app/one → src/app/one.ts
      src/plain.ts › @app/one.js → src/app/one.ts
      src/plain.ts › @app/special/two → src/special/two.ts
      src/plain.ts › exact → src/app/one.ts
      src/app/one.ts › plain → src/plain.ts
      src/app/one.ts › express → package express
      src/app/one.ts › @app/none → package @app/none
      web/src/three.ts › ~/three → web/src/three.ts
      web/src/three.ts › four.gen → web/gen/four.ts
      web/src/three.ts › ~/none → package ~/none
      configured/a.ts › far/five → configured/x/five.ts
    `,
    );
  });

  it("reads what a tsconfig extends in node_modules, above the root too, and nothing else there", () => {
    const above = memoryTree({
      "node_modules/@tsconfig/base/tsconfig.json": { compilerOptions: { paths: { "@/*": ["${configDir}/src/*"] } } },
      "node_modules/named/package.json": { tsconfig: "conf/main.json" },
      "node_modules/named/conf/main.json": { compilerOptions: { paths: { "$/*": ["${configDir}/src/*"] } } },
      "outside.json": { compilerOptions: { paths: { "!/*": ["${configDir}/src/*"] } } },
      "root/package.json": "{}",
      "root/tsconfig.json": { extends: ["@tsconfig/base/tsconfig.json", "named", "../outside.json"] },
      "root/src/a.ts": "",
      "root/b/tsconfig.json": { extends: "@tsconfig/base" },
      "root/b/src/b.ts": "",
    });
    const root = join(above, "root");
    // paths is one option: the last one wins as a whole, as in TypeScript.
    follow(
      root,
      `
      src/a.ts › $/a → src/a.ts
      src/a.ts › @/a → package @/a
      src/a.ts › !/a → package !/a
      b/src/b.ts › @/b → b/src/b.ts
    `,
    );
  });

  it("survives tsconfigs that extend and reference each other in a circle", () => {
    const root = memoryTree({
      "package.json": "{}",
      "tsconfig.json": { extends: "./a.json", files: [], references: [{ path: "." }, { path: "./b" }] },
      "a.json": { extends: "./tsconfig.json", compilerOptions: { paths: { "@/*": ["./src/*"] } } },
      "b/tsconfig.json": { references: [{ path: ".." }] },
      "src/a.ts": "",
    });
    assert.equal(leads(root, "src/a.ts", "@/a"), "src/a.ts");
  });

  it("takes package.json's imports and exports with their conditions", () => {
    const root = memoryTree({
      "package.json": {
        name: "me",
        imports: {
          "#db/*": "./src/db/*.js",
          "#net": { bun: "./src/bun.ts", require: "./src/cjs.cts", default: "./src/esm.ts" },
          "#ws": "ws",
          "#bad": 4,
        },
        exports: {
          ".": { types: "./x.d.ts", default: "./src/index.ts" },
          "./feature/*": "./src/feature/*.ts",
          "./no": null,
        },
      },
      "src/db/pg.ts": "",
      "src/bun.ts": "",
      "src/cjs.cts": "",
      "src/esm.ts": "",
      "src/index.ts": "",
      "src/feature/x.ts": "",
      "src/hidden.ts": "",
    });
    follow(
      root,
      `
      src/index.ts › #db/pg → src/db/pg.ts
      src/index.ts › #net → src/esm.ts
      src/index.ts › #ws → package ws
      src/index.ts › #none → unknown
      src/index.ts › #bad → unknown
      src/esm.ts › me → src/index.ts
      src/esm.ts › me/feature/x → src/feature/x.ts
      src/esm.ts › me/hidden → unknown
      src/esm.ts › me/no → unknown
    `,
    );
    assert.equal(leads(root, "src/esm.ts", "#net", { require: true }), "src/cjs.cts");
    assert.equal(leads(root, "src/esm.ts", "#net", { runtime: "bun" }), "src/bun.ts");
  });

  it("finds workspace packages by name, source before build, whatever manages them", () => {
    const members = {
      "packages/core/package.json": {
        name: "@x/core",
        exports: { ".": "./dist/index.js", "./deep": { import: "./dist/deep.mjs" } },
      },
      "packages/core/src/index.ts": "",
      "packages/core/src/deep.ts": "",
      "packages/core/dist/index.js": "built",
      "packages/util/package.json": { name: "util-x", main: "lib/main.js" },
      "packages/util/lib/main.js": "",
      "packages/util/other.js": "",
      "packages/srconly/package.json": {
        name: "srconly",
        exports: { ".": { source: "./source.ts", default: "./dist/bundle.js" } },
      },
      "packages/srconly/source.ts": "",
      "packages/none/package.json": { name: "none", main: "dist/bundle.js" },
      "packages/not/package.json": { name: "not" },
      "packages/not/index.js": "",
      "deep/er/est/package.json": { name: "deepest" },
      "deep/er/est/index.mts": "",
      "apps/web/package.json": { name: "web" },
      "apps/web/index.ts": "",
      "packages/core/node_modules/util-x/index.js": "a copy that is not entered",
      "deep/er/node_modules/inner/package.json": { name: "inner" },
      "deep/er/node_modules/inner/index.js": "",
    };
    for (const [name, manifest] of Object.entries({
      npm: { "package.json": { workspaces: ["packages/*", "./apps/web/", "deep/**", "!packages/not"] } },
      yarn: {
        "package.json": { workspaces: { packages: ["packages/{core,util,srconly,none}", "apps/*", "deep/*/*"] } },
      },
      pnpm: {
        "package.json": "{}",
        "pnpm-workspace.yaml": "packages:\n  - 'packages/*'\n  - apps/web\n  - deep/**\n  - '!**/not'\n",
      },
    })) {
      const root = memoryTree({ ...members, ...(manifest as Record<string, string | object>) });
      follow(
        root,
        `
        apps/web/index.ts › @x/core → packages/core/src/index.ts
        apps/web/index.ts › @x/core/deep → packages/core/src/deep.ts
        apps/web/index.ts › @x/core/hidden → unknown
        apps/web/index.ts › util-x → packages/util/lib/main.js
        apps/web/index.ts › util-x/other → packages/util/other.js
        apps/web/index.ts › srconly → packages/srconly/source.ts
        apps/web/index.ts › none → unknown
        apps/web/index.ts › not → package not
        apps/web/index.ts › inner → package inner
        apps/web/index.ts › deepest → deep/er/est/index.mts
        packages/core/src/index.ts › web → apps/web/index.ts
      `,
      );
      assert.ok(name);
    }
  });

  it("takes every directory of a workspace", () => {
    const root = memoryTree({
      "package.json": { workspaces: ["*", "!none"] },
      "one/package.json": { name: "one" },
      "one/index.js": "",
      "none/package.json": { name: "none" },
      "none/index.js": "",
    });
    follow(root, "one/index.js › one → one/index.js\n one/index.js › none → package none");
  });

  it("reads deno.json: imports, workspace, exports", () => {
    const root = memoryTree({
      "deno.json": {
        workspace: ["./lib", "./app"],
        imports: { hono: "npm:hono@4", "@/": "./src/", "@std/": "jsr:@std/", one: "./src/one.ts" },
      },
      "lib/deno.jsonc": '{ "name": "@me/lib", "exports": { ".": "./mod.ts", "./x": "./x.ts" } } // comment',
      "lib/mod.ts": "",
      "lib/x.ts": "",
      "app/deno.json": { imports: { "hono/": "npm:/hono@4/" } },
      "app/main.ts": "",
      "src/one.ts": "",
    });
    follow(
      root,
      `
      app/main.ts › hono → package hono
      app/main.ts › hono/cors → package hono/cors
      app/main.ts › @/one.ts → src/one.ts
      app/main.ts › one → src/one.ts
      app/main.ts › @std/http → package @std/http
      app/main.ts › @me/lib → lib/mod.ts
      app/main.ts › @me/lib/x → lib/x.ts
    `,
    );
  });

  it("gives the real names behind aliases", () => {
    const root = memoryTree({
      "package.json": {
        dependencies: {
          web: "npm:express@^4.18.0",
          scoped: "npm:@fastify/http-proxy@11",
          uws: "github:uNetworking/uWebSockets.js#v20.48.0",
          short: "uNetworking/uWebSockets.js#v20",
          repo: "git+https://github.com/uNetworking/uWebSockets.js.git#v20",
          bare: "git+ssh://git@github.com/uNetworking/uWebSockets.js#v20",
          local: "file:./local",
          linked: "link:./local/",
          escaped: "file:../../outside",
          self: "workspace:*",
        },
      },
      "local/package.json": { main: "./m.js" },
      "local/m.ts": "",
      "a.ts": "",
    });
    follow(
      root,
      `
      a.ts › web → package express
      a.ts › web/lib/router → package express/lib/router
      a.ts › scoped → package @fastify/http-proxy
      a.ts › uws → package uws|uWebSockets.js
      a.ts › short → package short|uWebSockets.js
      a.ts › repo → package repo|uWebSockets.js
      a.ts › bare → package bare|uWebSockets.js
      a.ts › local → local/m.ts
      a.ts › linked → local/m.ts
      a.ts › escaped → unknown
      a.ts › self → package self
    `,
    );
  });

  it("looks versions up in the catalogs of pnpm, Yarn and Bun; any version is none", () => {
    const dependencies = {
      fastify: "catalog:",
      ws: "catalog:old",
      any: "*",
      tag: "latest",
      exact: "1.2.3",
      alias: "npm:express@^4",
      missing: "catalog:none",
    };
    const ranges = (root: string) => {
      const { dependency } = resolverIn(root);
      return Object.keys(dependencies).map((name) => dependency(name, join(root, "a")).range);
    };
    const expected = ["^5.1.0", "^7", null, null, "1.2.3", "^4", null];
    const { dependency } = resolverIn(memoryTree({ "package.json": { dependencies } }));
    assert.deepEqual(
      ["ws", "any", "other"].map((name) => dependency(name, "/").listed),
      [false, false, false],
    );
    const pnpm = "catalog:\n  fastify: ^5.1.0\ncatalogs:\n  old:\n    ws: ^7\n";
    assert.deepEqual(
      ranges(memoryTree({ "a/package.json": { dependencies }, "package.json": "{}", "pnpm-workspace.yaml": pnpm })),
      expected,
    );
    assert.deepEqual(
      ranges(memoryTree({ "a/package.json": { dependencies }, "package.json": "{}", ".yarnrc.yml": pnpm })),
      expected,
    );
    const bun = { workspaces: { packages: ["a"], catalog: { fastify: "^5.1.0" }, catalogs: { old: { ws: "^7" } } } };
    assert.deepEqual(ranges(memoryTree({ "a/package.json": { dependencies }, "package.json": bun })), expected);
  });

  it("survives manifests that make no sense, and circles of links, mains and imports", () => {
    const root = tree({
      "package.json":
        '{ "workspaces": [4, "***", "packages/**/**/**/**/*", "a{b", null], "imports": ["x"], "exports": 7, "name": {} }',
      "pnpm-workspace.yaml": "packages: [ 'p/*', *alias ]",
      "deno.json": { imports: { a: "b", b: "a", "#x": "#x", same: "same" }, workspace: 3 },
      "tsconfig.json": "{ not json",
      "packages/x/package.json": { name: "x", main: "../x" },
      "y/package.json": { main: "." },
      "z.ts": "",
    });
    symlinkSync(root, join(root, "packages/up"));
    follow(
      root,
      `
      z.ts › a → unknown
      z.ts › #x → unknown
      z.ts › same → package same
      z.ts › ./y → unknown
      z.ts › ./packages/x → unknown
      z.ts › ./z → z.ts
    `,
    );
    assert.equal(leads(root, "z.ts", "x".repeat(5000)), "unknown");
    assert.equal(leads(root, "z.ts", "./a\0b"), "unknown");
    assert.equal(leads(root, "z.ts", "./%E0%A4%A"), "unknown");
  });

  it("resolves on Windows, however a path is spelled", () => {
    const root = "c:\\proj";
    const files = inMemory(root, {
      "package.json": { workspaces: ["packages/*"], imports: { "#x": "./src/b.ts" } },
      "tsconfig.json": { compilerOptions: { paths: { "@/*": ["./src/*"] }, outDir: "out", rootDir: "src" } },
      "src/a.ts": "",
      "src/b.ts": "",
      "packages/core/package.json": { name: "core", exports: "./dist/index.js" },
      "packages/core/src/index.ts": "",
    });
    const resolver = resolverOf(files, root, files);
    for (const from of ["c:\\proj\\src\\a.ts", "C:\\proj\\src\\a.ts", "c:/proj/src/a.ts", "file:///c%3A/proj/src/a.ts"])
      for (const specifier of ["./b", "./b.js", "@/b", "#x", "file:///C:/proj/src/b.ts", "C:\\proj\\src\\b.ts"])
        assert.deepEqual(
          resolver.resolve(specifier, from),
          { kind: "file", path: "c:\\proj\\src\\b.ts" },
          `${from} ${specifier}`,
        );
    assert.deepEqual(resolver.resolve("core", "C:\\proj\\src\\a.ts"), {
      kind: "file",
      path: "c:\\proj\\packages\\core\\src\\index.ts",
    });
    assert.equal(resolver.entry("C:\\proj\\out\\a.js"), "c:\\proj\\src\\a.ts");
    assert.equal(resolver.entry("D:\\proj\\src\\a.ts"), null);
  });
});
