import assert from "node:assert/strict";
import { parseFile } from "../../src/parse/parse-file.ts";
import { isLaunchConfiguration, launchesIn } from "../../src/program/launches/index.ts";
import { resolverOf } from "../../src/program/resolve.ts";
import { inMemory, ROOT, startsOf } from "./tree.ts";

type Contents = Readonly<Record<string, string | object>>;

const PROCFILE = "web: node /project/a.js";

function launchesOf(files: Contents) {
  const root = inMemory(ROOT, files);
  return launchesIn(resolverOf(root, ROOT, root), parseFile);
}

describe("the files that hold launches", () => {
  for (const name of [
    "nodemon.json",
    "deno.json",
    "deno.jsonc",
    "package.json",
    "ecosystem.json",
    "ecosystem-prod.config.mjs",
    "ecosystem.a.b.config.js",
    "process.yaml",
    "pm2.config.js",
    "Procfile.dev-2",
  ])
    it(`are called ${name}`, () => assert.equal(isLaunchConfiguration(name), true));
  for (const name of [
    "my-package.json",
    "package.json5",
    "package-json",
    "denoxjson",
    "my-ecosystem.config.js",
    "ecosystem.config.jsx",
    "ecosystems.config.js",
    "ecosystem.config.ts",
    "my-pm2.json",
    "pm2.json5",
    "pm2.jsonld",
    "MyProcfile",
    "Procfiles",
    "Procfile.",
    "Procfile.a.b",
    "api.Dockerfile.md",
  ])
    it(`are not called ${name}`, () => assert.equal(isLaunchConfiguration(name), false));

  it("are listed, and directories of such names are not", () => {
    const { files, launches } = launchesOf({
      "package.json": {},
      "a.js": "",
      "nodemon.json": { script: "a.js" },
      Procfile: PROCFILE,
      "Dockerfile/Procfile": PROCFILE,
      "sub/package.json/a.js": "",
      "sub/pm2.json/a.js": "",
    });
    assert.deepEqual(
      files.map((path) => path.slice(ROOT.length + 1)),
      ["Procfile", "nodemon.json", "package.json", "Dockerfile/Procfile"],
    );
    assert.equal(launches.length, 2);
  });

  it("are not looked for where a build or a package manager writes, nor in hidden directories", () => {
    const starts = (directory: string) => startsOf({ "a.js": "", [`${directory}/Procfile`]: PROCFILE }).length;
    for (const name of ["src", "built", "hidden.", "my_modules"]) assert.equal(starts(name), 1, name);
    for (const name of [".hidden", "node_modules", "dist", "build", "src/.cache", "src/vendor"])
      assert.equal(starts(name), 0, name);
  });

  it("are looked for eight directories deep", () => {
    assert.equal(startsOf({ "a.js": "", "1/2/3/4/5/6/7/8/Procfile": PROCFILE }).length, 1);
    assert.equal(startsOf({ "a.js": "", "1/2/3/4/5/6/7/8/9/Procfile": PROCFILE }).length, 0);
  });

  it("are looked for in 10,000 directories", () => {
    const files: Record<string, string> = { "a.js": "" };
    // The root is one of them.
    for (let i = 1; i <= 10_000; i++)
      files[`d${String(i).padStart(5, "0")}/${i < 9_999 ? "x" : "Procfile"}`] = PROCFILE;
    assert.equal(startsOf(files).length, 1);
  });
});

describe("where pm2 is started, for the paths of its configuration", () => {
  const config = 'module.exports = [{ script: "own.js" }, { script: "app.js" }]';
  const starts = (files: Contents) => startsOf({ "a/b/ecosystem.config.js": config, ...files }).join(", ");
  it("is the directory of the package", () =>
    assert.equal(
      starts({ "a/package.json": {}, "a/own.js": "", "a/app.js": "", "a/b/own.js": "", "own.js": "", "app.js": "" }),
      "a/own.js pm2-fork 1, a/app.js pm2-fork 1",
    ));
  it("is the directory of the package, be there one of the files alone", () =>
    assert.equal(
      starts({ "a/package.json": {}, "a/app.js": "", "a/b/own.js": "", "a/b/app.js": "" }),
      "?own.js pm2-fork 1, a/app.js pm2-fork 1",
    ));
  it("is else that of the configuration", () => {
    assert.equal(
      starts({ "a/package.json": {}, "a/b/own.js": "", "own.js": "" }),
      "a/b/own.js pm2-fork 1, ?app.js pm2-fork 1",
    );
    assert.equal(starts({ "a/b/own.js": "", "own.js": "" }), "a/b/own.js pm2-fork 1, ?app.js pm2-fork 1");
  });
  it("is else the root", () => assert.equal(starts({ "own.js": "" }), "own.js pm2-fork 1, ?app.js pm2-fork 1"));
  it("does not matter where none of the files is there", () =>
    assert.equal(starts({}), "?own.js pm2-fork 1, ?app.js pm2-fork 1"));
});

describe("a Procfile", () => {
  for (const [text, expected] of [
    ["web: node a.js", "a.js"],
    ["web:node a.js", "a.js"],
    ["web:\t node a.js", "a.js"],
    ["my-web_2: node a.js", "a.js"],
    ["# web: node a.js", ""],
    ["web node a.js", ""],
    ["web:\nnode a.js", ""],
    ["web: node a.js\r\nworker: node b.js  \r\n", "a.js b.js"],
  ] as const)
    it(JSON.stringify(text), () => {
      const { launches } = launchesOf({ "a.js": "", "b.js": "", Procfile: text });
      assert.equal(launches.map(({ entry }) => entry?.slice(ROOT.length + 1)).join(" "), expected);
      for (const { where } of launches) assert.match(text.slice(...where.range), /^[\w-]+:\s*node [ab]\.js$/);
    });
  it("is read for 200 types of processes", () => {
    const { launches } = launchesOf({ "a.js": "", Procfile: "web: node a.js\n".repeat(201) });
    assert.equal(launches.length, 200);
  });
});

describe("a service of a compose file", () => {
  const at = (service: string, more: Contents = {}) => {
    const text = `services:\n  web: ${service}\n`;
    const { launches } = launchesOf({ "a.js": "", "compose.yaml": text, ...more });
    const own = launches.filter(({ where }) => where.file.endsWith("compose.yaml"));
    return own.map(({ where }) => text.slice(...where.range)).join();
  };
  const image = { "in/Dockerfile": "FROM node\nCMD node a.js", "in/a.js": "" };
  it("points to its command", () => {
    assert.equal(at("{ command: node a.js }"), "node a.js");
    assert.equal(at("{ entrypoint: [node], command: [a.js] }"), "[a.js]");
  });
  it("points to its entrypoint where that is all", () =>
    assert.equal(at("{ entrypoint: [node, a.js] }"), "[node, a.js]"));
  it("points to all of it where the image has the command", () =>
    assert.equal(at("{ build: in }", image), "{ build: in }"));
  it("takes no Dockerfile that it does not build", () =>
    assert.equal(at("{ image: node }", { Dockerfile: "FROM node\nCMD node a.js" }), ""));
});
