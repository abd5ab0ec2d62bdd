import assert from "node:assert/strict";
import { chmodSync, chownSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { settingsProblems } from "../../rules/src/settings.ts";
import { run, withFiles } from "./cli.ts";

const CLUSTER =
  'import http from "node:http";\nhttp.createServer().listen({ port: 3000, reusePort: process.platform === "linux" });\n';
const SINGLE = 'import http from "node:http";\nhttp.createServer().listen({ port: 3001, reusePort: false });\n';

interface Case {
  files: Record<string, string>;
  expected: object;
  says: RegExp;
}

async function written(cwd: string): Promise<unknown> {
  return (JSON.parse(readFileSync(join(cwd, "package.json"), "utf8")) as { portreuse?: unknown }).portreuse;
}

describe("portreuse init", () => {
  const cases: Record<string, Case> = {
    "the version, from .nvmrc": {
      files: { "package.json": "{}", ".nvmrc": "v22.12.0\n" },
      expected: { node: "^22.12.0" },
      says: /^ {2}node +"\^22\.12\.0": \.nvmrc says so\.$/m,
    },
    "the version and the platform, from a Dockerfile": {
      files: { "package.json": "{}", Dockerfile: "FROM node:20 AS build\nFROM node:22-alpine\nCMD node a.js\n" },
      expected: { platforms: ["linux"], node: "22.x" },
      says: /^ {2}platforms +\["linux"\]: there is a Dockerfile, and containers run on Linux; add "darwin"/m,
    },
    "the runtime, from the start script": {
      files: { "package.json": '{ "scripts": { "start": "NODE_ENV=production bun run a.ts" } }' },
      expected: { runtime: "bun" },
      says: /the script "start" runs bun\.$/m,
    },
    "the runtime, from a lock file and from code": {
      files: {
        "package.json": "{}",
        "bun.lock": "",
        "a.ts": "Bun.serve({ port: 3000, fetch: () => new Response() });\n",
      },
      expected: { runtime: "bun" },
      says: /a\.ts uses what only bun has\.$/m,
    },
    "the runtime, from engines, whose range is not repeated": {
      files: { "package.json": '{ "engines": { "node": ">=20" } }' },
      expected: { runtime: "node" },
      says: /^ {2}node +not written: engines\.node of package\.json says it already, >=20\.$/m,
    },
    "how ports are opened, from code": {
      files: { "package.json": "{}", "src/a.mjs": CLUSTER },
      expected: { listens: "shared" },
      says: /^ {2}listens +"shared": src\/a\.mjs:2 shares its port\.$/m,
    },
    "that ports are not shared": {
      files: { "package.json": "{}", "src/a.mjs": SINGLE, "test/b.mjs": CLUSTER },
      expected: { listens: "single" },
      says: /src\/a\.mjs:2 states that its port is not shared\.$/m,
    },
  };
  for (const [name, { files, expected, says }] of Object.entries(cases))
    it(`writes ${name}`, () =>
      withFiles(files, async (cwd) => {
        const { code, out, err } = await run(cwd, "init");
        assert.deepEqual([code, err], [0, ""]);
        assert.match(out, /^Wrote the key "portreuse" into package\.json\.\n/);
        assert.match(out, says);
        const value = await written(cwd);
        assert.deepEqual(value, expected);
        assert.deepEqual(settingsProblems(value, "", { rules: true }), []);
      }));

  it("leaves out what files do not agree about, and writes nothing where nothing is left", () =>
    withFiles(
      {
        "package.json": "{}",
        ".nvmrc": "lts/*\n",
        "a.mjs": CLUSTER,
        "b.mjs": SINGLE,
        "c.ts": "Bun.serve({ port: 3000, fetch: () => new Response() });\n",
      },
      async (cwd) => {
        const { code, out } = await run(cwd, "init");
        assert.equal(code, 0);
        assert.match(out, /^Nothing was found out that has to be written; package\.json stays as it is\.\n/);
        assert.match(out, /runtime +not written: files differ: a\.mjs is for node, c\.ts is for bun\./);
        assert.match(out, /listens +not written: a\.mjs:2 shares its port, and b\.mjs:2 does not\./);
        assert.equal(readFileSync(join(cwd, "package.json"), "utf8"), "{}");
      },
    ));

  it("says why a version cannot be taken, and that there is no listen to decide about", () =>
    withFiles({ "package.json": '{ "engines": { "node": "twenty" } }', "a.mjs": "export {};\n" }, async (cwd) => {
      const { out } = await run(cwd, "init");
      assert.match(out, /node +not written: engines\.node of package\.json is not a semver range: "twenty"\.$/m);
      assert.match(out, /listens +not written: the code opens no TCP port that is known\.$/m);
    }));

  it("keeps indentation, line ends and the end of the file", () => {
    const texts = [
      '{\n  "name": "a",\n  "engines": { "node": ">=20" }\n}\n',
      '{\n    "name": "a",\n    "engines": { "node": ">=20" }\n}',
      '{\n\t"name": "a",\n\t"engines": { "node": ">=20" }\n}\n',
      '{\r\n  "name": "a",\r\n  "engines": { "node": ">=20" }\r\n}\r\n',
      '\uFEFF{\n  "name": "a",\n  "engines": { "node": ">=20" }\n}\n',
    ];
    return texts.reduce(async (before, text) => {
      await before;
      await withFiles({ "package.json": text }, async (cwd) => {
        assert.equal((await run(cwd, "init")).code, 0);
        const [, indentation = ""] = /\n([ \t]+)/.exec(text) ?? [];
        const end = text.includes("\r\n") ? "\r\n" : "\n";
        assert.equal(
          readFileSync(join(cwd, "package.json"), "utf8"),
          text.replace(
            " }" + end + "}",
            ` },${end}${indentation}"portreuse": {${end}${indentation.repeat(2)}"runtime": "node"${end}${indentation}}${end}}`,
          ),
        );
      });
    }, Promise.resolve());
  });

  it("writes one line into a file of one line, and npm's form into an empty object", () =>
    withFiles(
      { "one/package.json": '{ "engines": { "node": "20" } }\n', "empty/package.json": "{}\n", "empty/.nvmrc": "20" },
      async (cwd) => {
        await run(cwd, "init", "one");
        await run(cwd, "init", "empty");
        const text = (folder: string) => readFileSync(join(cwd, folder, "package.json"), "utf8");
        assert.equal(text("one"), '{ "engines": { "node": "20" }, "portreuse": {"runtime":"node"} }\n');
        assert.equal(text("empty"), '{\n  "portreuse": {\n    "node": "20.x"\n  }\n}\n');
        assert.equal((await run(cwd, "init", "one", "--force")).code, 0);
        assert.equal(text("one"), '{ "engines": { "node": "20" }, "portreuse": {"runtime":"node"} }\n');
      },
    ));

  it("takes the package.json above, and that of a directory that is named", () =>
    withFiles({ "package.json": '{ "engines": { "node": "20" } }', "src/deep/a.mjs": "" }, async (cwd) => {
      assert.match((await run(join(cwd, "src/deep"), "init")).out, /into .*package\.json/);
      assert.deepEqual(await written(cwd), { runtime: "node" });
      assert.match((await run(cwd, "init", "src", "--force")).out, /into package\.json/);
    }));

  it("keeps a key that is there, and with --force what it does not find out itself", () =>
    withFiles(
      {
        "package.json":
          '{ "portreuse": { "rules": { "no-cluster-bypass": "off" }, "runtime": "deno" }, "engines": { "node": "20" } }',
      },
      async (cwd) => {
        const before = readFileSync(join(cwd, "package.json"), "utf8");
        const refused = await run(cwd, "init");
        assert.deepEqual(refused, {
          code: 2,
          out: "",
          err: 'portreuse: package.json has the key "portreuse" already; --force replaces what init finds out.\n',
        });
        assert.equal(readFileSync(join(cwd, "package.json"), "utf8"), before);
        assert.equal((await run(cwd, "init", "--force")).code, 0);
        assert.deepEqual(await written(cwd), { rules: { "no-cluster-bypass": "off" }, runtime: "node" });
      },
    ));

  it("names what keeps it from writing", () =>
    withFiles(
      {
        "broken/package.json": '{ "name": ',
        "list/package.json": "[]",
        "good/package.json": '{ "engines": { "node": "20" } }',
      },
      async (cwd) => {
        mkdirSync(join(cwd, "none"));
        const errors = async (...args: string[]) => {
          const { code, out, err } = await run(cwd, "init", ...args);
          assert.deepEqual([code, out], [2, ""]);
          return err.replaceAll(cwd, "");
        };
        assert.match(
          await errors("none"),
          /^portreuse: There is no package\.json or deno\.json in \/none or above; npm init makes one\.\n$/,
        );
        assert.match(await errors("broken"), /^portreuse: broken\/package\.json:1:\d+: this is not JSON: .*\.\n$/);
        assert.match(await errors("list"), /^portreuse: list\/package\.json: expected a JSON object, got \[\]\.\n$/);
        assert.equal(await errors("nowhere"), "portreuse: no such directory: nowhere\n");
        assert.equal(
          await errors("list/package.json"),
          "portreuse: init takes a directory, and list/package.json is a file.\n",
        );
        assert.equal(await errors("a", "b"), "portreuse: init takes one directory, not 2.\n");
        const good = join(cwd, "good/package.json");
        const before = readFileSync(good, "utf8");
        assert.equal(
          await errors("good", "--froce"),
          'portreuse: Unknown option "--froce". Did you mean --force?\nportreuse: Nothing was written.\n',
        );
        assert.equal(readFileSync(good, "utf8"), before);
      },
    ));

  it("writes into the package's own file where the key of one further up counts", () =>
    withFiles(
      {
        "package.json": '{ "portreuse": { "listens": "single" } }',
        "packages/a/package.json": '{ "scripts": { "start": "bun a.ts" } }',
      },
      async (cwd) => {
        const folder = join(cwd, "packages/a");
        const refused = await run(folder, "init");
        assert.equal(
          refused.err,
          `portreuse: The key "portreuse" of ${join(cwd, "package.json")} counts here already; --force writes one into package.json.\n`,
        );
        assert.equal((await run(folder, "init", "--force")).code, 0);
        assert.deepEqual(await written(folder), { runtime: "bun" });
        assert.deepEqual(await written(cwd), { listens: "single" });
      },
    ));

  it("leaves a file alone that may not be written", function () {
    if (process.platform === "win32") return this.skip();
    return withFiles({ "package.json": '{ "engines": { "node": "20" } }' }, async (cwd) => {
      const root = process.geteuid?.() === 0;
      // What is loaded on demand is not anybody's to read.
      await withFiles({ "package.json": "{}" }, (elsewhere) => run(elsewhere, "init"));
      chmodSync(join(cwd, "package.json"), 0o444);
      if (root) chownSync(cwd, 65_534, 65_534);
      if (root) process.seteuid?.(65_534);
      try {
        assert.deepEqual(await run(cwd, "init"), {
          code: 2,
          out: "",
          err: "portreuse: cannot write package.json: permission denied.\n",
        });
      } finally {
        if (root) process.seteuid?.(0);
      }
    });
  });
});
