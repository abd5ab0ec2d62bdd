import assert from "node:assert/strict";
import { join } from "node:path";
import { resolverOf } from "../../src/program/resolve.ts";
import { inMemory, leads, memoryTree, resolverIn } from "./tree.ts";

describe("one resolver", () => {
  const files = {
    "package.json": {
      imports: {
        "#r": { bun: "./b.ts", deno: "./d.ts", node: "./n.ts" },
        "#k": { require: "./b.ts", default: "./n.ts" },
      },
    },
    "b.ts": "",
    "d.ts": "",
    "n.ts": "",
  };
  it("tells who asks: another runtime, require", () => {
    const root = memoryTree(files);
    const { resolve } = resolverIn(root);
    const from = join(root, "a.ts");
    const to = (specifier: string, how?: Parameters<typeof resolve>[2]) => {
      const found = resolve(specifier, from, how);
      return found.kind === "file" ? found.path.slice(root.length + 1) : found.kind;
    };
    assert.deepEqual(
      [to("#r"), to("#r", { runtime: "bun" }), to("#r", { runtime: "deno" }), to("#r", { runtime: "node" })],
      ["n.ts", "b.ts", "d.ts", "n.ts"],
    );
    assert.deepEqual([to("#k"), to("#k", { require: true }), to("#k", { require: false })], ["n.ts", "b.ts", "n.ts"]);
  });
  it("looks again once the layout of the files has changed", () => {
    let layout = 0;
    const before = inMemory("/srv", { "a.ts": "" });
    const later = inMemory("/srv", { "a.ts": "", "b.ts": "" });
    const now = () => (layout === 0 ? before : later);
    const { resolve } = resolverOf(
      {
        ...before,
        kind: (path) => now().kind(path),
        list: (path) => now().list(path),
        read: (path) => now().read(path),
        layout: () => layout,
      },
      "/srv",
      before,
    );
    assert.deepEqual(resolve("./b", "/srv/a.ts"), { kind: "unknown" });
    layout = 1;
    assert.deepEqual(resolve("./b", "/srv/a.ts"), { kind: "file", path: "/srv/b.ts" });
    assert.equal(resolve("./b", "/srv/a.ts"), resolve("./b", "/srv/a.ts"));
  });
  it("follows names of up to 1,000 letters", () => {
    const name = (length: number) => `./${"n".repeat(length - 2)}`;
    const root = memoryTree({ "a.ts": "", [`${name(1000)}.ts`]: "", [`${name(1001)}.ts`]: "" });
    assert.equal(leads(root, "a.ts", name(1000)), `${name(1000).slice(2)}.ts`);
    assert.equal(leads(root, "a.ts", name(1001)), "unknown");
  });
  it("follows names that stand for names, eight times", () => {
    const names = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, i < count - 1 ? `n${i + 1}` : "./x.ts"]));
    const end = (count: number) =>
      leads(memoryTree({ "deno.json": { imports: names(count) }, "x.ts": "" }), "a.ts", "n0");
    assert.equal(end(8), "x.ts");
    assert.equal(end(9), "unknown");
  });
});

describe("a resolver", () => {
  it("says what is wrong with all that it read", () => {
    const root = memoryTree({ "package.json": { name: 1 }, "tsconfig.json": { extends: "./none" }, "a.ts": "" });
    const { resolve, problems } = resolverIn(root);
    resolve("x", join(root, "a.ts"));
    assert.deepEqual(
      problems().map(({ text }) => text),
      [
        "name: expected a string, got 1. It is ignored.",
        'extends: there is no "./none". Imports are not followed by its paths.',
      ],
    );
  });
  it("says which versions of a package are meant", () => {
    const root = memoryTree({ "package.json": { dependencies: { express: "^4" } } });
    const range = (specifier: string) => {
      const found = resolverIn(root).resolve(specifier, join(root, "a.ts"));
      return found.kind === "package" ? found.range : undefined;
    };
    assert.deepEqual(["express", "npm:hono@4/cors", "npm:hono", "other"].map(range), ["^4", "4", null, null]);
  });
  it("names packages by the paths of Windows", () => {
    const files = inMemory("c:\\srv", { "a.ts": "" });
    const { resolve } = resolverOf(files, "c:\\srv", files);
    const to = (specifier: string) => {
      const found = resolve(specifier, "c:\\srv\\a.ts");
      return found.kind === "package" ? [...found.names, found.subpath] : found.kind;
    };
    assert.deepEqual(to("./node_modules/@acme/x/lib/y.js"), ["@acme/x", "/lib/y.js"]);
    assert.deepEqual(to(".\\node_modules\\x\\lib\\y.js"), ["x", "/lib/y.js"]);
  });
});
