import assert from "node:assert/strict";
import { join } from "node:path";
import { memoryTree as tree, resolverIn } from "./tree.ts";

/** The source of what is run by a path, below the root; null: unknown. */
function entry(root: string, path: string): string | null {
  return (
    resolverIn(root)
      .entry(join(root, path))
      ?.slice(root.length + 1) ?? null
  );
}

describe("the way back from a build to its source", () => {
  it("goes by outDir and rootDir", () => {
    const root = tree({
      "package.json": "{}",
      "tsconfig.json": { compilerOptions: { outDir: "./out/js", rootDir: "./code" } },
      "code/server.ts": "",
      "code/jobs/run.mts": "",
      "code/view.tsx": "",
    });
    assert.equal(entry(root, "out/js/server.js"), "code/server.ts");
    assert.equal(entry(root, "out/js/server"), "code/server.ts");
    assert.equal(entry(root, "out/js/jobs/run.mjs"), "code/jobs/run.mts");
    assert.equal(entry(root, "out/js/view.js"), "code/view.tsx");
    assert.equal(entry(root, "out/js/none.js"), null);
  });

  it("goes by outDir and rootDir from where they are written", () => {
    const root = tree({
      "package.json": "{}",
      "tsconfig.json": { extends: "./conf/base.json" },
      "conf/base.json": { compilerOptions: { outDir: "../out", rootDir: "../code" } },
      "code/server.ts": "",
    });
    assert.equal(entry(root, "out/server.js"), "code/server.ts");
    assert.equal(entry(root, "conf/out/server.js"), null);
    const deep = tree({
      "package.json": "{}",
      "tsconfig.json": { compilerOptions: { outDir: "made", rootDir: "code" } },
      "code/deep/server.ts": "",
    });
    assert.equal(entry(deep, "made/deep/server.js"), "code/deep/server.ts");
    assert.equal(entry(deep, "made/server.js"), null);
  });

  it("takes the common directory of the files where rootDir is absent", () => {
    const root = tree({
      "package.json": "{}",
      "tsconfig.json": { compilerOptions: { outDir: "dist" }, include: ["src"] },
      "src/app/server.ts": "",
      "src/app/jobs/a.ts": "",
      "src/types.d.ts": "",
      "src/app/not-compiled.js": "",
    });
    assert.equal(entry(root, "dist/server.js"), "src/app/server.ts");
    assert.equal(entry(root, "dist/jobs/a.js"), "src/app/jobs/a.ts");
    for (const [name, options, source] of [
      ["tsconfig.json", {}, "src/app/a.ts"],
      ["tsconfig.json", { allowJs: true }, null],
      ["jsconfig.json", {}, null],
    ] as const) {
      const mixed = tree({
        "package.json": "{}",
        [name]: { compilerOptions: { outDir: "made", ...options }, include: ["src"] },
        "src/app/a.ts": "",
        "src/b.js": "",
      });
      assert.equal(entry(mixed, "made/a.js"), source, name);
      assert.equal(entry(mixed, "made/app/a.js"), source === null ? "src/app/a.ts" : null, name);
    }
    const wider = tree({
      "package.json": "{}",
      "tsconfig.json": {
        compilerOptions: { outDir: "dist" },
        include: ["src/**/*", "test"],
        exclude: ["**/*.skip.ts"],
      },
      "src/server.ts": "",
      "test/a.ts": "",
    });
    assert.equal(entry(wider, "dist/src/server.js"), "src/server.ts");
    const excluded = tree({
      "package.json": "{}",
      "tsconfig.json": { compilerOptions: { outDir: "dist" }, exclude: ["test"] },
      "src/a/server.ts": "",
      "src/a/x.ts": "",
      "test/a.ts": "",
    });
    assert.equal(entry(excluded, "dist/server.js"), "src/a/server.ts");
  });

  it("takes the configuration's own directory where it is composite", () => {
    const root = tree({
      "package.json": "{}",
      "tsconfig.json": { compilerOptions: { outDir: "dist", composite: true } },
      "src/server.ts": "",
    });
    assert.equal(entry(root, "dist/src/server.js"), "src/server.ts");
  });

  it("finds options in what is extended and referenced, and in a build's own configuration", () => {
    const root = tree({
      "package.json": "{}",
      "base.json": { compilerOptions: { outDir: "${configDir}/build", rootDir: "${configDir}/source" } },
      "a/package.json": "{}",
      "a/tsconfig.json": { extends: "../base.json" },
      "a/source/x.ts": "",
      "b/package.json": "{}",
      "b/tsconfig.json": { compilerOptions: { noEmit: true } },
      "b/tsconfig.build.json": { extends: "./tsconfig.json", compilerOptions: { outDir: "target", rootDir: "code" } },
      "b/code/y.ts": "",
      "c/package.json": "{}",
      "c/tsconfig.json": { files: [], references: [{ path: "./server" }] },
      "c/server/tsconfig.json": { compilerOptions: { outDir: "../made", rootDir: "." } },
      "c/server/z.ts": "",
    });
    assert.equal(entry(root, "a/build/x.js"), "a/source/x.ts");
    assert.equal(entry(root, "b/target/y.js"), "b/code/y.ts");
    assert.equal(entry(root, "c/made/z.js"), "c/server/z.ts");
  });

  it("goes by the same name where no configuration says more", () => {
    const root = tree({
      "package.json": "{}",
      "src/server.ts": "",
      "src/jobs/index.ts": "",
      "worker.ts": "",
      "src/lib.js": "",
      "dist/server.js": "built",
      "lib/real.js": "not built",
      "src/real.ts": "something else",
    });
    assert.equal(entry(root, "dist/server.js"), "src/server.ts");
    assert.equal(entry(root, "dist/server.mjs"), "src/server.ts");
    assert.equal(entry(root, "build/esm/server.js"), "src/server.ts");
    assert.equal(entry(root, "dist/jobs"), "src/jobs/index.ts");
    assert.equal(entry(root, "dist/jobs/index.js"), "src/jobs/index.ts");
    assert.equal(entry(root, "dist/worker.js"), "worker.ts");
    assert.equal(entry(root, "dist/lib.js"), "src/lib.js");
    // What is there in a directory that need not be a build is what runs.
    assert.equal(entry(root, "lib/real.js"), "lib/real.js");
    assert.equal(entry(root, "lib/server.js"), "src/server.ts");
  });

  it("leads nowhere from a bundle of another name, from outside and from node_modules", () => {
    const root = tree({ "package.json": "{}", "src/server.ts": "", "node_modules/x/index.js": "" });
    for (const path of [
      "dist/bundle.js",
      "dist/server.css",
      "other/server.js",
      "../dist/server.js",
      "node_modules/x/index.js",
      "dist",
    ])
      assert.equal(entry(root, path), null, path);
  });

  it("runs a directory by its main, a file by its name, and the build of an index", () => {
    const root = tree({
      "package.json": {
        main: "dist/main.js",
        bin: { x: "./dist/cli.js" },
        exports: { "./a": { import: "./dist/a.mjs", types: "./dist/a.d.ts" } },
      },
      "src/main.ts": "",
      "src/cli.ts": "",
      "src/a.ts": "",
      "src/index.ts": "",
      "server/index.mjs": "",
    });
    assert.equal(entry(root, "."), "src/main.ts");
    assert.equal(entry(root, "src/cli"), "src/cli.ts");
    assert.equal(entry(root, "server"), "server/index.mjs");
    assert.equal(entry(root, "dist"), "src/index.ts");
    assert.deepEqual(
      resolverIn(root)
        .packageEntries(root)
        .map((path) => path.slice(root.length + 1)),
      ["src/main.ts", "src/a.ts", "src/cli.ts"],
    );
  });
});
