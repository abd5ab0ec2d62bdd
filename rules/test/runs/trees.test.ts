import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { evaluate } from "../../src/analysis/constants.ts";
import { connect } from "../../src/connect.ts";
import { parseFile } from "../../src/parse/parse-file.ts";
import { diskFiles } from "../../src/program/files.ts";
import { projectsOf } from "../../src/runs/projects.ts";
import { sitesOf } from "../../src/sockets/collect.ts";
import { snippet } from "../analysis/marked.ts";
import { tree, write } from "../program/tree.ts";

/** A project on the disk, and what the marked expression of its first file comes to, again and again. */
function watched(sources: Readonly<Record<string, string | object>>) {
  const [first] = Object.keys(sources) as [string];
  const { file, marks } = snippet(sources[first] as string, first);
  const root = tree({ ...sources, [first]: file.text });
  const disk = diskFiles({ fresh: Infinity });
  const read: string[] = [];
  const parse: typeof parseFile = (text, name) => {
    read.push(name.slice(root.length + 1));
    return parseFile(text, name);
  };
  const projects = projectsOf(parse, disk);
  const filename = join(root, first);
  const program = { filename, runs: () => projects.of(filename, root) };
  return {
    root,
    read,
    file,
    value(): unknown {
      connect(file, program);
      return evaluate(marks[0]!)?.value;
    },
    sites(): string[] {
      connect(file, program);
      return sitesOf(file).sites.map(({ label }) => label);
    },
    change(files: Readonly<Record<string, string | null>>) {
      for (const [path, text] of Object.entries(files))
        if (text === null) rmSync(join(root, path));
        else write(root, { [path]: text });
      disk.refresh();
    },
  };
}

describe("values of a project's modules", () => {
  it("are those of the disk, also after it has changed", () => {
    const { value, change } = watched({
      "a.ts": "import { port } from './b'; «port»;",
      "b.ts": "export { port } from './c';",
      "c.ts": "export const port = 3000;",
    });
    assert.equal(value(), 3000);
    assert.equal(value(), 3000);
    change({ "c.ts": "export const port = 30001;" });
    assert.equal(value(), 30001);
    change({ "c.ts": "export const port = ;" });
    assert.equal(value(), undefined);
    change({ "c.ts": null, "c/index.ts": "export const port = 4000;" });
    assert.equal(value(), 4000);
  });
  it("change with a module of which only the text was looked at", () => {
    const { sites, read, change } = watched({
      "a.ts": "import { make } from './b'; «make»();",
      "b.ts": "export function make() {}",
    });
    assert.deepEqual(sites(), []);
    assert.deepEqual(read, [], "a function of the project is no call of the catalogue");
    change({ "b.ts": "export { createServer as make } from 'node:http';" });
    assert.deepEqual(sites(), ["make()"]);
    change({ "b.ts": null });
    assert.deepEqual(sites(), []);
  });
  it("change with the callers of a function, and with the modules that come to call it", () => {
    const { value, change } = watched({
      "a.ts": "export function serve(port) { «port»; }",
      "b.ts": "import { serve } from './a'; serve(3000);",
    });
    assert.equal(value(), 3000);
    change({ "b.ts": "import { serve } from './a'; serve(30001);" });
    assert.equal(value(), 30001);
    change({ "c.ts": "import { serve } from './a'; serve(4000);" });
    assert.equal(value(), undefined);
    change({ "c.ts": null });
    assert.equal(value(), 30001);
  });
  it("change with a module that took something else, by the same names of modules", () => {
    const { value, change } = watched({
      "a.ts": "export function serve(port) { «port»; } export function other(port) {}",
      "b.ts": "import { serve } from './a'; serve(3000);",
      "c.ts": "import { other } from './a'; other(4000);",
    });
    assert.equal(value(), 3000);
    change({ "c.ts": "import { serve } from './a'; serve(4000);" });
    assert.equal(value(), undefined);
  });
  it("change in every file that they lead to", () => {
    const root = tree({
      "a.ts": "import { port } from './c'; port;",
      "b.ts": "import { port } from './c'; port;",
      "c.ts": "export { port } from './d';",
      "d.ts": "export const port = 3000;",
    });
    const disk = diskFiles({ fresh: Infinity });
    const projects = projectsOf(parseFile, disk);
    const both = ["a.ts", "b.ts"].map((name) => {
      const { file, marks } = snippet("import { port } from './c'; «port»;", name);
      const filename = join(root, name);
      return () => {
        connect(file, { filename, runs: () => projects.of(filename, root) });
        return evaluate(marks[0]!)?.value;
      };
    });
    const values = () => both.map((value) => value());
    assert.deepEqual(values(), [3000, 3000]);
    write(root, { "d.ts": "export const port = 30001;" });
    disk.refresh();
    assert.deepEqual(values(), [30001, 30001]);
  });
  it("do not come from what a machine has written, nor from what is no code", () => {
    for (const [name, text] of [
      ["b.js", `exports.port = 3000; const data = "${"x".repeat(200_000)}";`],
      ["b.txt", "exports.port = 3000;"],
    ] as const) {
      const { value } = watched({ "a.js": `«require("./${name}").port»;`, [name]: text });
      assert.equal(value(), undefined, name);
    }
    const { value } = watched({ "a.js": "«require('./b').port»;", b: "#!/usr/bin/env node\nexports.port = 3000;" });
    assert.equal(value(), 3000);
    const named = watched({ "a.js": "«require('./b.json.js').port»;", "b.json.js": "exports.port = 3000;" });
    assert.equal(named.value(), 3000);
  });
  it("come from JSON files too", () => {
    const { value } = watched({ "a.js": "«require('./b.json').web.port»;", "b.json": { web: { port: 8080 } } });
    assert.equal(value(), 8080);
  });
  it("are looked up where they lead, and nowhere else", () => {
    const { value, read } = watched({
      "a.ts": "import { port } from './b'; import './c'; «port»;",
      "b.ts": "import './d'; export const port = 3000;",
      "c.ts": "",
      "d.ts": "",
    });
    assert.deepEqual(read, []);
    assert.equal(value(), 3000);
    assert.deepEqual(read, ["b.ts"]);
  });
  it("change where one of two modules that change comes to load another one", () => {
    const { value, change } = watched({
      "a.ts": "export function serve(port) { «port»; }",
      "b.ts": "import { serve } from './a'; serve(3000);",
      "c.ts": "",
      "d.ts": "export const x = 1;",
    });
    assert.equal(value(), 3000);
    change({ "c.ts": "import { serve } from './a'; serve(4000);", "d.ts": "export const x = 22;" });
    assert.equal(value(), undefined);
  });
  it("have no callers in other files where the text is not that of the disk", () => {
    const root = tree({
      "a.ts": "export function serve(port) { port; }",
      "b.ts": "import { serve } from './a'; serve(3000);",
    });
    const projects = projectsOf(parseFile, diskFiles());
    const filename = join(root, "a.ts");
    const portIn = (code: string): unknown => {
      const { file, marks } = snippet(code, "a.ts");
      connect(file, { filename, runs: () => projects.of(filename, root) });
      return evaluate(marks[0]!)?.value;
    };
    assert.equal(portIn("export function serve(port) { «port»; }"), 3000);
    assert.equal(portIn("// edited\nexport function serve(port) { «port»; }"), undefined);
  });
  it("are those of this file alone once the project is not looked at any more", () => {
    const { value, file } = watched({
      "a.ts": "import { port } from './b'; «port»;",
      "b.ts": "export const port = 1;",
    });
    assert.equal(value(), 1);
    connect(file, null);
    assert.equal(file.load, undefined);
  });
  it("do not go round in circles", () => {
    const { value } = watched({
      "a.ts": "import { port } from './b'; export const own = port; «own»;",
      "b.ts": "import { own } from './a'; export const port = own; export * from './a'; export * from './b';",
    });
    assert.equal(value(), undefined);
  });
});
