import assert from "node:assert/strict";
import { parseFile } from "../../server/src/lint/parse.ts";
import { environmentOf } from "../src/environment.ts";
import type { PackageJson, UserSettings } from "../src/settings.ts";

function environment(text: string, manifest: object | null = {}, host: UserSettings = {}) {
  return environmentOf(parseFile(text, "a.ts"), { host, hostName: "the editor", package: manifest as PackageJson });
}

describe("the runtime of a file", () => {
  const CASES: readonly (readonly [text: string, expected: string, manifest?: object | null])[] = [
    ["f();", "node"],
    ["f();", "node", null],
    ["import { serve } from 'bun';", "bun"],
    ["import { dlopen } from 'bun:ffi';", "bun"],
    ["import x from 'bunyan';", "node"],
    ["import x from 'my-bun';", "node"],
    ["import { serve } from 'jsr:@std/http';", "deno"],
    ["import { serve } from 'https://deno.land/std/http/server.ts';", "deno"],
    ["import x from 'deno';", "deno"],
    ["import x from 'denoify';", "node"],
    ["import x from 'a-jsr:@std/http';", "node"],
    ["Bun.serve({});", "bun"],
    ["globalThis.Bun.serve({});", "bun"],
    ["globalThis['Bun'].serve({});", "bun"],
    ["global.Bun.serve({});", "node"],
    ["x.globalThis.Bun;", "node"],
    ["Bun[globalThis];", "bun"],
    ["f(globalThis); a.Bun;", "node"],
    ["Deno.serve(h);", "deno"],
    ["globalThis.Deno.serve(h);", "deno"],
    ["// Bun.serve()\nf();", "node"],
    ["f('Deno');", "node"],
    ["const Bun = f(); Bun.serve({});", "node"],
    ["function g(Deno) { Deno.serve(h); }", "node"],
    ["declare const Bun: any; Bun.serve({});", "bun"],
    ["Bun.serve({}); Deno.serve(h);", "bun"],
    ["import 'bun'; Deno.serve(h);", "bun"],
    ["import 'jsr:@std/http'; Bun.serve({});", "deno"],
    ["f();", "bun", { engines: { bun: ">=1" } }],
    ["f();", "bun", { packageManager: "bun@1.4.0" }],
    ["f();", "node", { packageManager: "bunny@1.0.0" }],
    ["f();", "node", { packageManager: "npm@10" }],
    ["f();", "node", { packageManager: 7 }],
    ["f();", "bun", { devDependencies: { "@types/bun": "1" } }],
    ["f();", "bun", { dependencies: { "bun-types": "1" } }],
    ["f();", "deno", { engines: { deno: ">=2" } }],
    ["f();", "deno", { packageManager: "deno@2.1.0" }],
    ["f();", "deno", { devDependencies: { "@types/deno": "2" } }],
    ["f();", "node", { engines: { node: ">=20" }, dependencies: { bun: "1", deno: "1" } }],
    ["Deno.serve(h);", "deno", { engines: { bun: ">=1" } }],
    ["Deno.serve(h);", "bun", { portreuse: { runtime: "bun" } }],
  ];
  for (const [text, expected, manifest = {}] of CASES)
    it(`${text} ${JSON.stringify(manifest)}`, () => assert.equal(environment(text, manifest).runtime, expected));
});

describe("what decides about a file", () => {
  const decided = (name: "node" | "platforms" | "listens", manifest: object | null, host: UserSettings = {}) => {
    const found = environment("f();", manifest, host)[name];
    return found && [found.value, found.by];
  };
  const ALL = ["linux", "darwin", "win32"];
  it("is the host's setting before the package's", () => {
    const manifest = { engines: { node: ">=20" }, portreuse: { node: ">=22", listens: "single" } };
    assert.deepEqual(decided("node", manifest, { node: ">=24" }), [">=24", "the editor.node"]);
    assert.deepEqual(decided("node", manifest), [">=22", "portreuse.node of package.json"]);
    assert.deepEqual(decided("node", { engines: { node: ">=20" } }), [">=20", "engines.node of package.json"]);
    assert.deepEqual(decided("listens", manifest), ["single", "portreuse.listens of package.json"]);
  });
  it("is nothing where nothing makes sense", () => {
    assert.equal(decided("node", { engines: { node: "twenty" }, portreuse: { node: 7 } }), null);
    assert.equal(decided("node", { engines: { node: 20 } }), null);
    assert.equal(decided("node", { engines: {} }), null);
    assert.equal(decided("node", null), null);
    assert.equal(decided("listens", { portreuse: { listens: "alone" } }), null);
    assert.equal(decided("listens", { portreuse: ["single"] }), null);
  });
  it("is the package's systems", () => {
    const usual = decided("platforms", {});
    assert.equal(usual?.[1], "the default");
    for (const each of ALL) assert.ok((usual?.[0] as readonly string[]).includes(each));
    for (const os of [undefined, "linux", [], [7], ["linux", 7]]) assert.deepEqual(decided("platforms", { os }), usual);
    assert.deepEqual(decided("platforms", { os: ["linux"] }), [["linux"], "os of package.json"]);
    assert.deepEqual(decided("platforms", { os: ["linux", "darwin"] }), [["linux", "darwin"], "os of package.json"]);
    assert.deepEqual(decided("platforms", { os: ["!win32"] }), [
      (usual![0] as readonly string[]).filter((each) => each !== "win32"),
      "os of package.json",
    ]);
    assert.deepEqual(decided("platforms", { os: ["linux", "darwin", "!darwin"] }), [["linux"], "os of package.json"]);
    assert.deepEqual(decided("platforms", { os: ["win32"], portreuse: { platforms: ["linux"] } }), [
      ["linux"],
      "portreuse.platforms of package.json",
    ]);
  });
  it("are the versions of the dependencies, those that are shipped first", () => {
    const manifest = { dependencies: { a: "1", b: "2" }, devDependencies: { a: "3", c: "4" } };
    assert.deepEqual(environment("f();", manifest).dependencies, { a: "1", b: "2", c: "4" });
    assert.deepEqual(environment("f();", null).dependencies, {});
  });
});
