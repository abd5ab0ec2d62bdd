import assert from "node:assert/strict";
import { builtOf } from "../../src/program/built.ts";
import { configurationsOf } from "../../src/program/configurations.ts";
import { manifestsOf } from "../../src/program/manifests.ts";
import { tsConfigsOf } from "../../src/program/tsconfig.ts";
import { workspacesOf } from "../../src/program/workspaces.ts";
import { inMemory, type Tree } from "./tree.ts";

/** The source of a built file below /srv, which has a package.json. */
function source(files: Tree, built: string): string | null {
  const memory = inMemory("/srv", { "package.json": {}, ...files });
  const configurations = configurationsOf(memory);
  const manifests = manifestsOf(memory, configurations, "/srv");
  const workspaces = workspacesOf(memory, manifests, "/srv");
  const configs = tsConfigsOf(memory, configurations, "/srv", memory, workspaces);
  return builtOf(memory, manifests, configs).sourceOf(`/srv/${built}`)?.slice("/srv/".length) ?? null;
}

const code = (...names: string[]): Tree => Object.fromEntries(names.map((name) => [name, ""]));
const tsconfig = (compilerOptions: object, more: object = {}): Tree => ({
  "tsconfig.json": { compilerOptions, ...more },
});

describe("the source of a built file, by its tsconfig", () => {
  for (const [title, files, built, expected] of [
    [
      "lies below rootDir",
      { ...tsconfig({ outDir: "made", rootDir: "code" }), ...code("code/a/x.ts") },
      "made/a/x.js",
      "code/a/x.ts",
    ],
    [
      "has the TypeScript of its extension",
      { ...tsconfig({ outDir: "made", rootDir: "." }), ...code("x.mts", "x.ts") },
      "made/x.mjs",
      "x.mts",
    ],
    ["may be JavaScript", { ...tsconfig({ outDir: "made", rootDir: "." }), ...code("x.js") }, "made/x.js", "x.js"],
    ["is not itself", { ...tsconfig({ outDir: "src", rootDir: "src" }), ...code("src/x.js") }, "src/x.js", null],
    [
      "is none where everything is written in one directory",
      { ...tsconfig({ outDir: ".", rootDir: "." }), ...code("x.ts") },
      "x.js",
      null,
    ],
    [
      "lies outside of what another tsconfig writes",
      { ...tsconfig({ outDir: "made", rootDir: "code" }), ...code("code/x.ts") },
      "other/x.js",
      null,
    ],
    [
      "is that of the tsconfig that has one",
      {
        ...tsconfig({ outDir: "made", rootDir: "a" }),
        "tsconfig.b.json": { compilerOptions: { outDir: "made", rootDir: "b" } },
        ...code("b/x.ts"),
      },
      "made/x.js",
      "b/x.ts",
    ],
    [
      "lies below the directory of all sources",
      { ...tsconfig({ outDir: "made" }), ...code("src/app/x.ts", "src/app/deep/z.ts", "src/lib/y.ts") },
      "made/app/x.js",
      "src/app/x.ts",
    ],
    [
      "and so does its neighbour",
      { ...tsconfig({ outDir: "made" }), ...code("src/app/x.ts", "src/lib/y.ts") },
      "made/lib/y.js",
      "src/lib/y.ts",
    ],
    [
      "lies below the only directory of sources",
      { ...tsconfig({ outDir: "made" }), ...code("src/app/x.ts", "src/b.d.ts", "c.js") },
      "made/x.js",
      "src/app/x.ts",
    ],
    [
      "is one of the files that are named",
      { ...tsconfig({ outDir: "made" }, { include: ["src/app/x.ts"] }), ...code("src/app/x.ts", "src/y.ts") },
      "made/x.js",
      "src/app/x.ts",
    ],
    [
      "is none of the files that are not",
      { ...tsconfig({ outDir: "made" }, { include: ["src/app/x.ts"] }), ...code("src/app/x.ts", "src/y.ts") },
      "made/y.js",
      null,
    ],
    [
      "is not looked for in packages",
      { ...tsconfig({ outDir: "made" }), ...code("src/x.ts", "node_modules/y/y.ts") },
      "made/x.js",
      "src/x.ts",
    ],
    [
      "is found by its name where nothing is compiled",
      { ...tsconfig({ outDir: "dist" }, { files: [] }), ...code("src/x.ts") },
      "dist/x.js",
      "src/x.ts",
    ],
  ] as const)
    it(title, () => assert.equal(source(files, built), expected));
});

describe("the source of a built file, by its name", () => {
  for (const [built, names, expected] of [
    ["dist/x.js", ["src/x.ts"], "src/x.ts"],
    ["dist/a/x.js", ["src/a/x.ts", "src/x.ts"], "src/a/x.ts"],
    ["dist/a/x.js", ["src/x.ts"], null],
    ["build/x.js", ["source/x.ts"], "source/x.ts"],
    ["out/x.js", ["app/x.ts"], "app/x.ts"],
    [".output/x.js", ["lib/x.ts"], "lib/x.ts"],
    ["dist/x.js", ["x.ts"], "x.ts"],
    ["dist/x.js", ["x.ts", "src/x.ts"], "src/x.ts"],
    ["dist/esm/x.js", ["src/x.ts"], "src/x.ts"],
    ["dist/esm/x.js", ["src/x.ts", "src/esm/x.ts"], "src/esm/x.ts"],
    ["dist/other/x.js", ["src/x.ts"], null],
    ["dist/esm.js", ["src/esm.ts"], "src/esm.ts"],
    // Bundlers choose the extension.
    ...["dist/x.jsx", "dist/x.mjs"].flatMap((built) =>
      [".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs"].map(
        (extension) => [built, [`src/x${extension}`], `src/x${extension}`] as const,
      ),
    ),
    ["dist/x.mjs", ["src/x.js", "src/x.mts"], "src/x.mts"],
    ["dist/x.js", ["src/x.vue"], null],
    ["dist/x.css", ["src/x.css"], null],
    ["dist/x.js.map", ["src/x.js.map"], null],
    ["dist/x", ["src/x.ts"], null],
    ["lib/x.js", ["src/x.ts"], "src/x.ts"],
    ["lib/x.js", ["src/x.ts", "lib/x.js"], null],
    ["dist/x.js", ["src/x.ts", "dist/x.js"], "src/x.ts"],
    ["server/x.js", ["src/x.ts"], null],
    ["dist.js", ["src/x.ts"], null],
    ["a/dist/x.js", ["src/x.ts"], null],
    ["a/dist/x.js", ["a/package.json", "a/src/x.ts"], "a/src/x.ts"],
  ] as const)
    it(`${built} among ${names.join(", ")}`, () => assert.equal(source(code(...names), built), expected));
  it("is none without a package", () =>
    assert.equal(source({ "package.json": "{", ...code("src/x.ts") }, "../dist/x.js"), null));
});
