import assert from "node:assert/strict";
import { runsAnother, type Target } from "../../src/process/targets.ts";
import { launches } from "./code.ts";

const IMPORTS = [
  `import { Worker } from "node:worker_threads";`,
  `import { fork } from "node:child_process";`,
  `import { dirname, join, normalize, resolve } from "node:path";`,
  `import { fileURLToPath, pathToFileURL } from "node:url";`,
  `import { createRequire } from "node:module";`,
].join(" ");

function inShort(target: Target | undefined): string {
  if (!target) return "nothing";
  if (target.kind === "self") return `self ${target.of}`;
  if (target.kind === "unknown") return target.ends === undefined ? "unknown" : `unknown …/${target.ends}`;
  return `${target.kind === "prefix" ? "begins " : ""}${target.from} ${target.text}`;
}

/** What a worker's file, or a statement with such a worker, comes to. */
function target(code: string, filename = "src/server.ts"): string {
  const text = /\bWorker\(|\bfork\(/.test(code) ? code : `new Worker(${code});`;
  return inShort(launches(`${IMPORTS} ${text}`, filename)[0]?.target);
}

const nested = (name: string, times: number, inner: string) =>
  `${`${name}(`.repeat(times)}${inner}${")".repeat(times)}`;

describe("what the file of a launch is", () => {
  for (const [code, expected] of [
    [`"./w.js"`, "cwd ./w.js"],
    [`"w.js"`, "cwd ./w.js"],
    [`"/srv/w.js"`, "cwd /srv/w.js"],
    [`"C:\\\\srv\\\\w.js"`, "cwd C:/srv/w.js"],
    [`"https://example.org/w.js"`, "unknown"],
    [`"data:text/javascript,1"`, "unknown"],
    [`"./ab:c.js"`, "cwd ./ab:c.js"],
    [`"./jobs/../w.js"`, "cwd ./w.js"],
    [`__filename`, "self file"],
    [`import.meta.filename`, "self file"],
    [`process.argv[1]`, "self program"],
    [`require.main.filename`, "self program"],
    [`__dirname + "/w.js"`, "file ./w.js"],
    [`process.cwd() + "/w.js"`, "cwd ./w.js"],
    [`Deno.cwd() + "/w.js"`, "cwd ./w.js"],
    [`"./w" + ".js"`, "cwd ./w.js"],
    [`"./w" - ".js"`, "unknown"],
    ["`./w-${name}.js`", "begins cwd ./w-"],
    ["`${dir}/w.js`", "unknown"],
    [`join("jobs", name, "w.js")`, "begins cwd ./jobs/"],
    [`join("jobs", __filename)`, "begins cwd ./jobs/"],
    [`join(__dirname, "..", "w.js")`, "file ../w.js"],
    [`join(import.meta.filename, "..", "w.js")`, "file ./w.js"],
    [`join(import.meta.filename, "../w.js")`, "file ./w.js"],
    [`join(import.meta.filename, "w.js")`, "file ./w.js"],
    [`join(__dirname, ...parts)`, "unknown"],
    [`dirname(__filename) + "/w.js"`, "file ./w.js"],
    [`dirname(file) + "/w.js"`, "unknown"],
    [`resolve("w.js")`, "cwd ./w.js"],
    [`new URL("./w.js", import.meta.url)`, "file ./w.js"],
    [`new URL("./w.js", import.meta.url).href`, "file ./w.js"],
    [`new URL("./w.js", import.meta.url).pathname`, "file ./w.js"],
    [`new URL("./w.js", import.meta.url).hash`, "unknown"],
    [`new URL("./w.js", import.meta.url).toString()`, "file ./w.js"],
    [`new URL("./w.js", import.meta.url).toLocaleString()`, "unknown"],
    [`new URL("./w.js", base)`, "unknown"],
    [`new URL("./w.js", "https://example.org")`, "unknown"],
    [`new URL(name, import.meta.url)`, "unknown"],
    [`new URL(import.meta.url)`, "self file"],
    [`new URL(import.meta.url, base)`, "self file"],
    [`String()`, "unknown"],
    [`fileURLToPath(new URL("./w.js", import.meta.url))`, "file ./w.js"],
    [`require.resolve("./w.js")`, "file ./w.js"],
    [`require.resolve("../w.js")`, "file ../w.js"],
    [`require.resolve("/srv/w.js")`, "file /srv/w.js"],
    [`require.resolve("some-package/w")`, "file some-package/w"],
    [`require.resolve(__filename)`, "self file"],
    [`require.resolve(name)`, "unknown"],
    [`import.meta.resolve("./w.js")`, "file ./w.js"],
    [`createRequire(import.meta.url).resolve("./w.js")`, "file ./w.js"],
    [`files[0]("./w.js")`, "unknown"],
    [`other("./w.js")`, "unknown"],
    [`dev ? "./w.ts" : "./w.js"`, "cwd ./w.ts"],
    [`dev ? "./a.js" : "./b.js"`, "unknown"],
    [`dev ? __filename : "./w.js"`, "unknown"],
    [`dev ? "./w.js" : __filename`, "unknown"],
    [`dev ? join(__dirname, "w.js") : "./w.js"`, "unknown"],
    ["dev ? `./w${x}` : './w'", "unknown"],
    ["dev ? './w' : `./w${x}`", "unknown"],
    [`dev ? name : "./w.js"`, "unknown"],
    [`dev ? "./w.js" : name`, "unknown"],
    [nested("String", 8, `"./w.js"`), "cwd ./w.js"],
    [nested("String", 9, `"./w.js"`), "unknown"],
  ] as const)
    it(code, () => assert.equal(target(code), expected));
});

describe("the file of a launch, by another name", () => {
  for (const [code, expected] of [
    [`const w = join(__dirname, "w.js"); new Worker(w);`, "file ./w.js"],
    [`let w; w = "./w.js"; new Worker(w);`, "cwd ./w.js"],
    [`const w = String(w); new Worker(w);`, "unknown"],
    [`const files = { w: "./w.js" }; new Worker(files.w);`, "cwd ./w.js"],
    [`function file() { return join(__dirname, "w.js"); } new Worker(file());`, "file ./w.js"],
    [`function start(file) { new Worker(file); } start("./w.js");`, "cwd ./w.js"],
    [`function start(file) { new Worker(file); } start(join(__dirname, "w.js"));`, "file ./w.js"],
    [
      `class Pool { constructor(file) { this.file = file; } start() { new Worker(this.file); } } new Pool("./w.js").start();`,
      "cwd ./w.js",
    ],
  ] as const)
    it(code, () => assert.equal(target(code), expected));
});

describe("the end of a path whose beginning nobody knows", () => {
  for (const [code, expected] of [
    [`join(dir, "w.js")`, "unknown …/w.js"],
    [`resolve(dir, "jobs/w.js")`, "unknown …/jobs/w.js"],
    [`join(dir, "jobs", "./w.js")`, "unknown …/w.js"],
    [`join(dir, "../../w.js")`, "unknown …/w.js"],
    [`join(dir, "a.js", "w.js")`, "unknown …/w.js"],
    [`join(dir, name)`, "unknown"],
    [`join(dir, ...names)`, "unknown"],
    [`concat(dir, "w.js")`, "unknown"],
    [`joins[0](dir, "w.js")`, "unknown"],
    [`const file = join(dir, "w.js"); new Worker(file);`, "unknown …/w.js"],
    [`function file() { return join(dir, "w.js"); } new Worker(file());`, "unknown …/w.js"],
    [`function file(x) { return join(dir, "w.js"); } new Worker(file(1));`, "unknown"],
    [`function start(file) { new Worker(file); } start(join(dir, "w.js"));`, "unknown …/w.js"],
  ] as const)
    it(code, () => assert.equal(target(code), expected));
});

describe("the file of a launch that sets its working directory", () => {
  for (const [code, expected] of [
    [`fork("w.js", { cwd: "/srv" });`, "cwd /srv/w.js"],
    [`fork("w.js", { cwd: "jobs" });`, "cwd ./jobs/w.js"],
    [`fork("w.js", { cwd: __dirname });`, "file ./w.js"],
    [`fork("w.js", { cwd: dir });`, "unknown"],
    [`fork("w.js", { cwd: __filename });`, "unknown"],
    ["fork('w.js', { cwd: `jobs/${name}` });", "unknown"],
    [`fork("/w.js", { cwd: "/srv" });`, "cwd /w.js"],
    [`fork(join(__dirname, "w.js"), { cwd: dir });`, "file ./w.js"],
    [`fork(__filename, { cwd: dir });`, "self file"],
    ["fork(`w-${name}.js`, { cwd: 'jobs' });", "begins cwd ./jobs/w-"],
    [`fork(join("jobs", name), { cwd: "srv" });`, "begins cwd ./srv/jobs/"],
    [`fork(name, { cwd: "srv" });`, "unknown"],
  ] as const)
    it(code, () => assert.equal(target(code), expected));
});

describe("whether the file of a launch is the one that launches", () => {
  for (const [code, filename, expected] of [
    [`"./server.js"`, "server.ts", "self file"],
    [`"./src/server.js"`, "src/server.ts", "self file"],
    [`"./src/server.mjs"`, "src/server.mts", "self file"],
    [`"./src/server.js"`, "C:\\app\\src\\server.ts", "self file"],
    [`"/app/src/server.js"`, "/app/src/server.ts", "self file"],
    [`"./my-server.js"`, "src/server.ts", "cwd ./my-server.js"],
    [`"./server.js"`, "src/my-server.ts", "cwd ./server.js"],
    [`new URL("./server.js", import.meta.url)`, "src/server.ts", "self file"],
    [`new URL("./server.js", import.meta.url)`, "C:\\app\\src\\server.ts", "self file"],
    [`new URL("./src/server.js", import.meta.url)`, "src/server.ts", "file ./src/server.js"],
    [`new URL("./jobs/server.js", import.meta.url)`, "src/jobs/server.ts", "file ./jobs/server.js"],
    [`require.resolve("server")`, "src/server.ts", "file server"],
  ] as const)
    it(`${code} in ${filename}`, () => assert.equal(target(code, filename), expected));

  for (const [launched, expected] of [
    [{ kind: "unknown" }, false],
    [{ kind: "unknown", ends: "worker.js" }, true],
    [{ kind: "unknown", ends: "server.js" }, false],
    [{ kind: "unknown", ends: "jobs/server.js" }, true],
    [{ kind: "specifier", text: "./worker.js", from: "file" }, true],
    [{ kind: "prefix", text: "./w", from: "file" }, false],
    [{ kind: "self", of: "file" }, false],
  ] as const)
    it(`${JSON.stringify(launched)} is another one than src/server.ts: ${expected}`, () =>
      assert.equal(runsAnother(launched, "src/server.ts"), expected));
});
