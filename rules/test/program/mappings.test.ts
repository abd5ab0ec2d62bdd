import assert from "node:assert/strict";
import { leads, memoryTree } from "./tree.ts";

/** Where specifiers lead in a project with these files. */
function table(
  title: string,
  files: Readonly<Record<string, string | object>>,
  rows: readonly (readonly [string, string])[],
) {
  it(title, () => {
    const root = memoryTree({ "main.ts": "", ...files });
    for (const [specifier, expected] of rows) assert.equal(leads(root, "main.ts", specifier), expected, specifier);
  });
}

const SOURCES = { "a/x.ts": "", "b/x.ts": "", "b/y.ts": "", "c/z/x.ts": "", "one.ts": "", "two.ts": "" };

describe("names that lead to files of the project", () => {
  table(
    "by paths of tsconfig.json: the exact one, then the longest before the star",
    {
      ...SOURCES,
      "tsconfig.json": {
        compilerOptions: {
          paths: {
            "@/*": ["./a/*"],
            "@/deep/*": ["./b/*"],
            "@/deep/one": ["./one.ts"],
            "*.mark": ["./c/z/*"],
            "@/none/*": ["./none/*", "./b/*"],
            only: ["./two.ts"],
          },
        },
      },
    },
    [
      ["@/x", "a/x.ts"],
      ["@/deep/x", "b/x.ts"],
      ["@/deep/y", "b/y.ts"],
      ["@/deep/one", "one.ts"],
      ["@/none/y", "b/y.ts"],
      ["x.mark", "c/z/x.ts"],
      ["only", "two.ts"],
      ["only/x", "package only/x"],
      ["@/y", "package @/y"],
    ],
  );
  table(
    "by imports of deno.json: the exact key, then the longest with a slash",
    {
      ...SOURCES,
      "deno.json": { imports: { "app/": "./a/", "app/deep/": "./b/", "app/deep/one": "./one.ts", lib: "./two.ts" } },
    },
    [
      ["app/x.ts", "a/x.ts"],
      ["app/deep/x.ts", "b/x.ts"],
      ["app/deep/one", "one.ts"],
      ["lib", "two.ts"],
    ],
  );
  table(
    "by _moduleAliases: the longest name, whole or up to a slash",
    { ...SOURCES, "package.json": { _moduleAliases: { "@app": "a", "@app/deep": "b", "@one": "one.ts" } } },
    [
      ["@app/x", "a/x.ts"],
      ["@app/deep/x", "b/x.ts"],
      ["@one", "one.ts"],
      ["@apple/x", "package @apple/x"],
    ],
  );
});
