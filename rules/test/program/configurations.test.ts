import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { parseFile } from "../../src/parse/parse-file.ts";
import { linesOf } from "../../src/program/configuration-problem.ts";
import { diskFiles } from "../../src/program/files.ts";
import { projectAt } from "../../src/program/project.ts";
import { inMemory, tree, write } from "./tree.ts";

const PATHS = "Imports are not followed by its paths.";
const PACKAGE = "Its scripts, dependencies and workspaces are not known.";
const STARTS = "What it starts is not known.";

type Tree = Readonly<Record<string, string | object>>;

/** What is wrong with the configurations of a project, once all of it was looked at. */
function problemsIn(root: string, from = "src/a.ts"): string[] {
  const { resolver, launches } = projectAt(root, parseFile, diskFiles());
  resolver.resolve("@app/b", join(root, from));
  launches();
  return linesOf(resolver.problems()).map((line) => line.replaceAll(`${root}/`, ""));
}

const problemsOf = (files: Tree, from?: string) =>
  problemsIn(tree({ "package.json": {}, "src/a.ts": "", ...files }), from);

describe("what is wrong with configurations", () => {
  describe("that do not parse", () => {
    for (const [name, content, line] of [
      [
        "tsconfig.json",
        '{\n  "compilerOptions": {,\n}',
        `tsconfig.json:2:23: not valid JSON: value expected. ${PATHS}`,
      ],
      ["jsconfig.json", "{ 'paths': {} }", `jsconfig.json:1:3: not valid JSON: invalid symbol. ${PATHS}`],
      ["tsconfig.build.json", "[", `tsconfig.build.json:1:2: not valid JSON: close bracket expected. ${PATHS}`],
      [
        "pnpm-workspace.yaml",
        "packages:\n  - a\n - b\n",
        /^pnpm-workspace\.yaml:\d:\d: not valid YAML: .*\. The packages of its workspace are not known\.$/,
      ],
      [".yarnrc.yml", "catalog: [", /^\.yarnrc\.yml:1:\d+: not valid YAML: .*\. Its catalogs are not known\.$/],
      [
        "deno.jsonc",
        "{ // tasks\n",
        "deno.jsonc:2:1: not valid JSON: close brace expected. Its tasks, imports and workspace are not known.",
      ],
      [
        "compose.prod.yml",
        "services:\n\tweb: {}",
        /^compose\.prod\.yml:2:1: not valid YAML: .*\. What it starts is not known\.$/,
      ],
      ["pm2.yaml", "apps: [", /^pm2\.yaml:1:\d+: not valid YAML: .*\. What it starts is not known\.$/],
      ["api/package.json", "", `api/package.json:1:1: not valid JSON: value expected. ${PACKAGE}`],
    ] as const)
      it(`is one line about ${name}`, () => {
        const problems = problemsOf({
          "package.json": { name: "p", dependencies: { "@app/b": "catalog:" } },
          [name]: content,
        });
        assert.equal(problems.length, 1, problems.join("\n"));
        if (typeof line === "string") assert.equal(problems[0], line);
        else assert.match(problems[0] ?? "", line);
      });

    it("is a line about the nodemon.json that a script reads", () => {
      const files = { "package.json": { scripts: { dev: "nodemon" } }, "nodemon.json": '{ "exec": "node a.js"' };
      assert.deepEqual(problemsOf(files), [`nodemon.json:1:22: not valid JSON: close brace expected. ${STARTS}`]);
      assert.deepEqual(problemsOf({ ...files, "package.json": {} }), []);
    });
    it("is nothing for what other tools take", () => {
      assert.deepEqual(
        problemsOf({
          "tsconfig.json": '\uFEFF// for the editor\n{ "compilerOptions": { "paths": {}, }, /* more */ }\n',
          "tsconfig.empty.json": "\n",
          "deno.json": "",
          "pnpm-workspace.yaml": "",
          "compose.yaml": "services:\n  web: !reset null\n  api:\nx-y: !override [1]\n",
          "other/package.json": { main: null, scripts: null },
        }),
        [],
      );
    });
    it("is nothing for templates, from which something else makes configurations", () =>
      assert.deepEqual(
        problemsOf({
          "templates/compose.yaml":
            "services:\n{{- range .Values.services }}\n  {{ .name }}: { image: x }\n{{- end }}\n",
          "templates/package.json": '{ "name": "x" {{#if ts}}, "type": "module" {{/if}} }',
          "generator/package.json": '{ "name": "x"<% if (ts) { %>, "type": "module"<% } %> }',
        }),
        [],
      ));
    it("is nothing for what lies in node_modules", () =>
      assert.deepEqual(
        problemsOf({
          "tsconfig.json": { extends: ["base", "base/other.json"] },
          "node_modules/base/package.json": "{",
          "node_modules/base/tsconfig.json": "{",
          "node_modules/base/other.json": "{",
        }),
        [],
      ));
    it("is gone as soon as the file is right, or gone", () => {
      const root = tree({ "package.json": {}, "src/a.ts": "", "tsconfig.json": "{", "compose.yaml": "[" });
      const files = diskFiles({ fresh: 0 });
      const project = projectAt(root, parseFile, files);
      const count = () => {
        project.resolver.resolve("@app/b", join(root, "src/a.ts"));
        project.launches();
        return project.resolver.problems().length;
      };
      assert.equal(count(), 2);
      write(root, { "tsconfig.json": "{}" });
      files.refresh();
      assert.equal(count(), 1);
      write(root, { "compose.yaml": "services: {}" });
      files.refresh();
      assert.equal(count(), 0);
    });
  });

  describe("that cannot be read", () => {
    it("is why", () => {
      assert.deepEqual(problemsOf({ "compose.yaml": `# ${"x".repeat(1_000_000)}` }), [
        `compose.yaml: it is too large to be read. ${STARTS}`,
      ]);
      assert.deepEqual(problemsOf({ "compose.yaml": `# ${"x".repeat(300_000)}` }), [
        `compose.yaml: it is too large to be read. ${STARTS}`,
      ]);
      assert.deepEqual(problemsOf({ Procfile: `web: node a.js # ${"x".repeat(1_000_000)}` }), [
        `Procfile: it is too large to be read. ${STARTS}`,
      ]);
    });
    it("is what the file system says", () => {
      const root = tree({ "package.json": {}, "src/a.ts": "", "tsconfig.json": "{}", Dockerfile: "" });
      const files = diskFiles();
      const denied = (path: string) => /tsconfig\.json$|Dockerfile$/.test(path);
      const { resolver, launches } = projectAt(root, parseFile, {
        ...files,
        read: (path) => (denied(path) ? null : files.read(path)),
        whyUnread: (path) => (denied(path) ? "it cannot be read: permission denied" : null),
      });
      resolver.resolve("@app/b", join(root, "src/a.ts"));
      launches();
      assert.deepEqual(
        linesOf(resolver.problems()).map((line) => line.replace(`${root}/`, "")),
        [
          `tsconfig.json: it cannot be read: permission denied. ${PATHS}`,
          `Dockerfile: it cannot be read: permission denied. ${STARTS}`,
        ],
      );
    });
    it("is nothing for directories, links to nothing and links that lead out", function () {
      if (process.platform === "win32") return this.skip();
      const outside = tree({ "tsconfig.json": "{" });
      const root = tree({ "package.json": {}, "src/a.ts": "", "compose.yaml/x": "" });
      symlinkSync("nothing", join(root, "Procfile"));
      symlinkSync(join(outside, "tsconfig.json"), join(root, "tsconfig.json"));
      assert.deepEqual(problemsIn(root), []);
    });
  });

  describe("that hold something else at a key that is read", () => {
    it("is a line for each key, with the first place", () =>
      assert.deepEqual(
        problemsOf({
          "package.json": {
            scripts: { start: "node a.js", a: 1, b: 2 },
            dependencies: ["x"],
            workspaces: { packages: "packages/*" },
            engines: { node: "twenty" },
          },
        }),
        [
          "package.json:4:10: scripts.a: expected a string, got 1. It is ignored.",
          'package.json:7:19: dependencies: expected an object, got ["x"]. It is ignored.',
          'package.json:11:17: workspaces.packages: expected a list of strings, got "packages/*". It is ignored.',
          'package.json:14:13: engines.node: expected a semver range such as ">=20", got "twenty". It is ignored.',
        ],
      ));
    it("names the place in lists, and keys that are not words", () =>
      assert.deepEqual(
        problemsOf({
          "tsconfig.json": {
            compilerOptions: { baseUrl: true, paths: { "@app/*": { to: "src/*" } }, allowJs: "yes" },
            references: [{ path: "./tsconfig.json" }, { path: 7 }],
            include: "src",
          },
        }),
        [
          'tsconfig.json:19:14: include: expected a list of strings, got "src". It is ignored.',
          "tsconfig.json:16:15: references[1].path: expected a string, got 7. It is ignored.",
          "tsconfig.json:3:16: compilerOptions.baseUrl: expected a string, got true. It is ignored.",
          'tsconfig.json:5:17: compilerOptions.paths["@app/*"]: expected a string or a list of strings, got {"to":"src/*"}. It is ignored.',
          'tsconfig.json:9:16: compilerOptions.allowJs: expected true or false, got "yes". It is ignored.',
        ],
      ));
    it("is found in YAML as well", () =>
      assert.deepEqual(problemsOf({ "compose.yaml": "services:\n  - web\n", "pnpm-workspace.yaml": "- packages/*" }), [
        'pnpm-workspace.yaml:1:1: expected an object, got ["packages/*"]. The packages of its workspace are not known.',
        'compose.yaml:2:3: services: expected an object, got ["web"]. It is ignored.',
      ]));
  });

  describe("that name others", () => {
    const MISSING = "Imports are not followed by its paths.";
    it("is what `extends` and `references` do not find", () =>
      assert.deepEqual(
        problemsOf({
          "tsconfig.json": {
            extends: ["./base", "../outside-of-everything", "./.svelte-kit/tsconfig.json"],
            references: [{ path: "./src" }, { path: "./tsconfig.node.json" }, { path: "./none" }],
          },
          "base.json": {},
          "src/tsconfig.json": {},
          "tsconfig.node.json": {},
        }),
        [
          `tsconfig.json:4:5: extends: there is no "../outside-of-everything". ${MISSING}`,
          `tsconfig.json:5:5: extends: there is no "./.svelte-kit/tsconfig.json". ${MISSING}`,
          `tsconfig.json:15:15: references[2].path: there is no "./none". ${MISSING}`,
        ],
      ));
    it("is a package only where packages are installed", () => {
      const files = { "tsconfig.json": { extends: "@tsconfig/node20/tsconfig.json" } };
      assert.deepEqual(problemsOf(files), []);
      const installed = { ...files, "node_modules/x/package.json": "{}" };
      assert.deepEqual(problemsOf(installed), [
        `tsconfig.json:2:14: extends: there is no "@tsconfig/node20/tsconfig.json". ${MISSING}`,
      ]);
      assert.deepEqual(problemsOf({ ...installed, ".pnp.cjs": "" }), []);
      // By `exports` it may have the file under another name.
      assert.deepEqual(problemsOf({ ...installed, "node_modules/@tsconfig/node20/package.json": "{}" }), []);
    });
    it("is nothing for a package of the workspace, whose paths count without links too", () => {
      const root = tree({
        "package.json": { workspaces: ["packages/*"] },
        "node_modules/x/package.json": "{}",
        "packages/config/package.json": { name: "@acme/config" },
        "packages/config/base.json": { compilerOptions: { paths: { "@app/*": ["../api/src/*"] } } },
        "packages/api/package.json": { name: "api" },
        "packages/api/tsconfig.json": { extends: "@acme/config/base" },
        "packages/api/src/b.ts": "",
      });
      const { resolver } = projectAt(root, parseFile);
      assert.deepEqual(resolver.resolve("@app/b", join(root, "packages/api/src/a.ts")), {
        kind: "file",
        path: join(root, "packages/api/src/b.ts"),
      });
      assert.deepEqual(resolver.problems(), []);
    });
    it("is one line for a circle, whoever is asked about it", () => {
      const circle = {
        "tsconfig.json": { extends: "./tsconfig.a.json" },
        "tsconfig.a.json": { extends: "./b.json" },
        "b.json": { extends: "./tsconfig.a.json" },
      };
      assert.deepEqual(problemsOf(circle), [
        "b.json:2:14: extends: it leads back to itself: b.json → tsconfig.a.json → b.json.",
      ]);
      assert.deepEqual(problemsOf({ "tsconfig.json": { extends: "./tsconfig.json" } }), [
        "tsconfig.json:2:14: extends: it leads back to itself: tsconfig.json → tsconfig.json.",
      ]);
    });
  });
});

describe("the lines about configurations", () => {
  const problem = (path: string, text = "extends: there is no x.", isWhole = false) => {
    return { path, place: { line: 2, column: 3 }, text, isWhole };
  };
  it("are one for all files that have the same", () => {
    const all = ["/b", "/a", "/c", "/a"].map((path) => problem(path));
    assert.deepEqual(linesOf([...all, problem("/a", "else.")]), [
      "/a:2:3: extends: there is no x. The same goes for 2 more files.",
      "/a:2:3: else.",
    ]);
    assert.deepEqual(linesOf(all.slice(0, 2)), ["/a:2:3: extends: there is no x. The same goes for one more file."]);
  });
  it("do not repeat what whoever reads settings has said", () => {
    const said = [
      "/p/package.json:1:1: this is not JSON: unexpected token.",
      '/q/deno.json: portreuse.launches["a"]: no such file.',
    ];
    assert.deepEqual(
      linesOf(
        [
          problem("/p/package.json", "not valid JSON: value expected.", true),
          problem("/q/deno.json", 'portreuse.launches["a"]: there is no such file.'),
          problem("/q/deno.json", 'portreuse.launches["b"]: there is no such file.'),
          problem("/p/package.json5", "scripts: expected an object.", true),
        ],
        said,
      ),
      [
        '/q/deno.json:2:3: portreuse.launches["b"]: there is no such file.',
        "/p/package.json5:2:3: scripts: expected an object.",
      ],
    );
  });
  it("are none of files in memory that nobody has read", () =>
    assert.deepEqual(
      projectAt("/home", parseFile, inMemory("/home", { "tsconfig.json": "{" })).resolver.problems(),
      [],
    ));
});
