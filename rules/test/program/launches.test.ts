import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parseFile } from "../../src/parse/parse-file.ts";
import { linesOf } from "../../src/program/configuration-problem.ts";
import { isLaunchConfiguration, launchesIn } from "../../src/program/launches/index.ts";
import { resolverOf } from "../../src/program/resolve.ts";
import { inMemory, resolverIn, starts, tree, write } from "./tree.ts";

function problemsOf(root: string): string[] {
  const resolver = resolverIn(root);
  const { problems } = launchesIn(resolver, parseFile);
  return linesOf([...problems, ...resolver.problems()]).map((line) => line.replaceAll(`${root}/`, ""));
}

describe("launches that a project states", () => {
  const declared = (launches: unknown) =>
    tree({ "package.json": { portreuse: { launches } }, "src/worker.js": "", "src/b.ts": "" });

  it("reads them from portreuse.launches", () => {
    const root = declared({
      "src/worker.js": { as: "cluster", count: "many" },
      "./dist/b.js": { as: "threads", count: 4 },
      "src/b.ts": { as: "processes" },
      "src/b": { as: "once", count: 7 },
    });
    assert.deepEqual(starts(root), [
      "src/worker.js cluster many",
      "src/b.ts thread 4",
      "src/b.ts process many",
      "src/b.ts process 1",
    ]);
    assert.deepEqual(problemsOf(root), []);
  });

  it("says what makes no sense, and takes the rest", () => {
    const root = declared({
      "src/worker.js": { as: "cluster", count: 0 },
      "src/none.js": { as: "cluster" },
      "src/b.ts": { as: "thread" },
      "src/b": "cluster",
      "./src/b": { as: "toString" },
      "src/worker": { as: "cluster" },
    });
    assert.deepEqual(starts(root), ["src/worker.js cluster many"]);
    assert.deepEqual(problemsOf(root), [
      'package.json: portreuse.launches["src/worker.js"].count: expected a number from 1 or "many", got 0.',
      'package.json: portreuse.launches["src/none.js"]: there is no such file.',
      'package.json: portreuse.launches["src/b.ts"].as: expected cluster, threads, processes or once, got "thread".',
      'package.json: portreuse.launches["src/b"].as: expected cluster, threads, processes or once, got undefined.',
      'package.json: portreuse.launches["./src/b"].as: expected cluster, threads, processes or once, got "toString".',
    ]);
    assert.deepEqual(
      launchesIn(resolverIn(root), parseFile).problems.map(({ isWhole }) => isWhole),
      [false, false, false, false, false],
    );
    assert.deepEqual(problemsOf(declared([1])), ["package.json: portreuse.launches: expected an object, got [1]."]);
  });
});

describe("configurations that hold anything", () => {
  it("gives one clear line for what does not parse, and reads the others", () => {
    const root = tree({
      "package.json": { scripts: { it: "node a.js" } },
      "a.js": "",
      "ecosystem.config.js": "module.exports = {\n  apps: [",
      "pm2.json": '{ "apps": [}',
      "compose.yaml": "services:\n  web: [\n",
      "pm2.yaml": "\tapps: x",
      "process.json": "",
    });
    assert.deepEqual(starts(root), ["a.js process 1"]);
    const problems = problemsOf(root);
    assert.equal(problems.length, 5);
    for (const problem of problems)
      assert.match(
        problem,
        /^[\w.]+:\d+:\d+: not valid (?:JavaScript|JSON|YAML): [^\n]{3,}\. What it starts is not known\.$/,
      );
  });

  it("says the same of manifests", () => {
    const root = tree({
      "package.json": '{ "scripts": { "a": "node a.js" }',
      "b/package.json": "[]",
      "c/package.json": '{ "scripts": [] }',
      "a.js": "",
    });
    assert.deepEqual(starts(root), []);
    const unknown = "Its scripts, dependencies and workspaces are not known.";
    assert.deepEqual(problemsOf(root), [
      `package.json:1:34: not valid JSON: close brace expected. ${unknown}`,
      `b/package.json:1:1: expected an object, got []. ${unknown}`,
      "c/package.json:1:14: scripts: expected an object, got []. It is ignored.",
    ]);
  });

  it("reads nothing that is huge, a pipe, or outside, and does not follow links round and round", () => {
    const outside = tree({ "ecosystem.config.js": 'module.exports = { apps: [{ script: "a.js" }] }' });
    const root = tree({
      "package.json": {},
      "a.js": "",
      "ecosystem.config.js": `module.exports = { apps: [{ script: "a.js" }] }; // ${"x".repeat(1_100_000)}`,
      "d/pm2.config.js": 'module.exports = { apps: [{ script: "a.js", instances: 2 }] }',
    });
    symlinkSync(root, join(root, "d/round"));
    symlinkSync(join(outside, "ecosystem.config.js"), join(root, "ecosystem.outside.config.js"));
    symlinkSync("pm2.json", join(root, "pm2.json"));
    if (process.platform !== "win32") execFileSync("mkfifo", [join(root, "Procfile")]);
    const found = starts(root);
    assert.ok(found.length >= 1 && found.every((line) => line === "a.js pm2-cluster 2"), found.join());
  });

  it("survives nesting deeper than the stack, and aliases that grow without end", () => {
    const deep = 60_000;
    const root = tree({
      "package.json": {},
      "ecosystem.config.js": `module.exports = ${"[".repeat(deep)}${"]".repeat(deep)}`,
      "ecosystem.a.config.js": `module.exports = { apps: [${Array.from({ length: 40 }, (_, i) => `...x${i}`).join()}] };\n${Array.from({ length: 40 }, (_, i) => `const x${i} = [x${i + 1}, x${i + 1}];`).join("\n")}`,
      "ecosystem.b.config.js": "const a = b, b = a; module.exports = { apps: a, ...a };",
      "pm2.json": `${"[".repeat(deep)}${"]".repeat(deep)}`,
      "compose.yaml": `a: &a [x, x, x]\n${"bcdefghijk".replace(
        /./g,
        (c) =>
          `${c}: &${c} [${Array(9)
            .fill(`*${String.fromCharCode(c.charCodeAt(0) - 1)}`)
            .join(", ")}]\n`,
      )}services: *k\n`,
      "pm2.yaml": `apps: ${"[".repeat(deep)}`,
      "process.yaml": "apps: &x [*x]",
    });
    const before = Date.now();
    const problems = problemsOf(root);
    assert.ok(problems.length >= 3, problems.join("\n"));
    assert.ok(problems.every((problem) => problem.length < 400));
    assert.ok(Date.now() - before < 30_000);
  });

  it("never throws, whatever text a configuration holds", () => {
    const root = tree({ "package.json": {}, "a.js": "" });
    const pieces = fc.array(
      fc.constantFrom(
        "apps",
        "script",
        ":",
        "{",
        "}",
        "[",
        "]",
        '"a.js"',
        "module.exports",
        "=",
        "exports",
        ".",
        "\n",
        "  ",
        "- ",
        "services",
        "command",
        "web",
        "...",
        "`",
        "${",
        "&",
        "&&",
        "|",
        "(",
        ")",
        "'",
        "\\",
        "node a.js",
        "npm run a",
        "-i",
        "max",
        "FROM x",
        "CMD ",
        "ENTRYPOINT ",
        "WORKDIR ",
        "ENV A",
        "#",
        "*",
        "<<",
        "!",
        "const a",
        "a",
        "?",
        "0",
        "\u0000",
        "\uE000",
        "😀",
        "scripts",
        ",",
      ),
      { maxLength: 30 },
    );
    const names = [
      "ecosystem.config.js",
      "pm2.json",
      "pm2.yaml",
      "Dockerfile",
      "Procfile",
      "compose.yml",
      "deno.json",
      "nodemon.json",
    ];
    fc.assert(
      fc.property(pieces, (words) => {
        const text = words.join(" ");
        write(root, Object.fromEntries(names.map((name) => [name, text])));
        write(root, {
          "package.json": {
            scripts: { a: text, b: "npm run a & nodemon" },
            main: text,
            exports: text,
            workspaces: [text],
            imports: { "#a": text },
          },
        });
        const resolver = resolverIn(root);
        launchesIn(resolver, parseFile);
        resolver.resolve(text, join(root, "a.js"));
        resolver.resolve("#a", join(root, "a.js"));
        resolver.packageEntries(root);
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  it("knows which files may hold launches", () => {
    const yes = [
      "package.json",
      "deno.jsonc",
      "ecosystem.config.cjs",
      "ecosystem.prod.config.js",
      "pm2.yml",
      "process.json",
      "Dockerfile",
      "Dockerfile.dev",
      "api.dockerfile",
      "Containerfile",
      "Procfile",
      "Procfile.dev",
      "compose.yaml",
      "docker-compose.override.yml",
    ];
    const no = [
      "process.js",
      "pm2.ts",
      "vite.config.js",
      "tsconfig.json",
      "Dockerfile.md/x",
      "compose.ts",
      "ecosystem.js",
      "my-process.json",
    ];
    assert.deepEqual(
      yes.filter((name) => !isLaunchConfiguration(name)),
      [],
    );
    assert.deepEqual(
      no.filter((name) => isLaunchConfiguration(name)),
      [],
    );
  });

  it("reads a project of two package managers and of 20,000 modules in seconds", function () {
    this.timeout(120_000);
    const files: Record<string, string | object> = {
      "package.json": {
        workspaces: ["packages/*"],
        packageManager: "yarn@4.0.0",
        scripts: { it: "node packages/p0/src/m0.js" },
      },
      "pnpm-workspace.yaml": "packages: ['packages/*', 'other/*']\n",
      "yarn.lock": "",
      "pnpm-lock.yaml": "",
      "other/x/package.json": { name: "x" },
      "other/x/index.js": "",
    };
    for (let p = 0; p < 100; p++) {
      files[`packages/p${p}/package.json`] = { name: `p${p}`, main: "src/m0.js" };
      for (let m = 0; m < 200; m++) files[`packages/p${p}/src/m${m}.js`] = "";
    }
    const root = "/project";
    const resolver = resolverOf(inMemory(root, files), root, inMemory(root, {}));
    const before = Date.now();
    assert.equal(launchesIn(resolver, parseFile).launches.length, 1);
    for (let p = 0; p < 100; p++)
      for (let m = 0; m < 200; m++) {
        const found = resolver.resolve(
          m === 0 ? `p${(p + 1) % 100}` : `./m${m - 1}`,
          join(root, `packages/p${p}/src/m${m}.js`),
        );
        assert.equal(found.kind, "file");
      }
    assert.equal(resolver.resolve("x", join(root, "a.js")).kind, "file");
    assert.ok(Date.now() - before < 60_000, `${Date.now() - before} ms`);
  });
});
