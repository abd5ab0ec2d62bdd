import assert from "node:assert/strict";
import { parseFile } from "../../server/src/lint/parse.ts";
import { contextOf, isChecked, isDeclaration, lint } from "../src/lint.ts";
import { NO_OPTIONS, type Rule } from "../src/rule.ts";
import type { PackageJson } from "../src/settings.ts";

describe("a file of declarations", () => {
  for (const path of ["a.d.ts", "src/a.d.mts", "a.d.cts", "A.D.TS", "a.d.css.ts", "index.d.ts"])
    it(`${path} is one`, () => assert.ok(isDeclaration(path)));
  for (const path of [
    "a.ts",
    "ad.ts",
    "d.ts",
    "a.d.js",
    "a.d.tsx",
    "a.d.ts.js",
    "a.d.b.c.ts",
    "a.d/b.ts",
    "a.d.ts/b.js",
  ])
    it(`${path} is none`, () => assert.ok(!isDeclaration(path)));
  it("is not checked, nor is a test", () => {
    const settings = { host: {}, hostName: "a test", package: null };
    const checked = (path: string) => isChecked(path, settings);
    assert.deepEqual(["src/a.ts", "src/a.d.ts", "src/a.test.ts", "test/a.ts"].map(checked), [
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("calls that are compared with one another", () => {
  const rule: Rule = {
    name: "any",
    meta: {
      type: "problem",
      description: "",
      recommended: "warn",
      messages: {},
      schema: NO_OPTIONS,
      defaultOptions: {},
    },
    check: () => null,
  };
  const looked = (count: number) => {
    const text = `import net from "node:net";\n${"net.connect(80);".repeat(count)}`;
    const settings = { host: {}, hostName: "a test", package: null };
    const enabled = { rule, severity: 1, options: {} } as const;
    return lint({ file: parseFile(text, "a.mjs"), path: "a.mjs", settings }, [enabled]).get(enabled);
  };
  it("are a thousand at the most", () => {
    assert.deepEqual(looked(1000), []);
    const [problem, ...others] = looked(1001)!;
    assert.deepEqual(others, []);
    assert.match(
      problem!.text,
      /^The code cannot be followed \(1001 calls in it make or use sockets, and more than 1000 /,
    );
  });
});

describe("a package that package.json gives another name", () => {
  const listens = (text: string, manifest: PackageJson | null) =>
    contextOf({
      file: parseFile(text, "a.mjs"),
      path: "a.mjs",
      settings: { host: {}, hostName: "a test", package: manifest },
    }).sites.sites.map((site) => (site.kind === "api" ? site.api : site.kind));
  const text = 'import uws from "mine";\nuws.App().listen(3000, f);\n';
  for (const [what, manifest, expected] of [
    ["a copy of another registry", { dependencies: { mine: "npm:uWebSockets.js@20" } }, true],
    ["the same for development", { devDependencies: { mine: "npm:uWebSockets.js@20" } }, true],
    ["its repository", { dependencies: { mine: "github:uNetworking/uWebSockets.js#v20.52.0" } }, true],
    ["another package", { dependencies: { mine: "npm:other@20" } }, false],
    ["a version of its own", { dependencies: { mine: "^20.0.0" } }, false],
    ["something that is no text", { dependencies: { mine: 20 } }, false],
    ["nothing", {}, false],
    ["no package", null, false],
  ] as const)
    it(what, () =>
      assert.equal(
        listens(text, manifest as PackageJson | null).some((api) => /^uWebSockets/.test(api)),
        expected,
      ),
    );
});
