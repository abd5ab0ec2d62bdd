import assert from "node:assert/strict";
import { launches } from "./code.ts";

const IMPORTS = `import { spawn, exec, fork } from "node:child_process"; import path, { join, resolve, dirname } from "node:path"; import { Worker } from "node:worker_threads"; import { fileURLToPath } from "node:url";\n`;

/** What a launch in the code runs, in short: "cwd:./w.js", "file:./jobs/…" where only the start is known, "self", "?"; "" for none. */
function runs(code: string): string {
  return launches(IMPORTS + code)
    .map(({ target }) => {
      if (target.kind === "self") return target.of === "file" ? "self" : `self ${target.of}`;
      if (target.kind === "unknown") return target.ends === undefined ? "?" : `?…${target.ends}`;
      return `${target.from}:${target.text}${target.kind === "prefix" ? "…" : ""}`;
    })
    .join(", ");
}

function table(title: string, wrap: (given: string) => string, rows: readonly (readonly [string, string])[]): void {
  describe(title, () => {
    for (const [given, expected] of rows) it(given, () => assert.equal(runs(wrap(given)), expected));
  });
}

table("the file that a line of a command runs", (line) => `exec(${line});`, [
  [`"node w.js"`, "cwd:./w.js"],
  [`"  node   w.js  "`, "cwd:./w.js"],
  [`"node 'w.js'"`, "cwd:./w.js"],
  [`'node "w.js"'`, "cwd:./w.js"],
  [`"/usr/bin/node w.js"`, "cwd:./w.js"],
  [`"C:\\\\node\\\\node.exe w.js"`, "cwd:./w.js"],
  [`"notnode w.js"`, ""],
  [`"node.sh w.js"`, ""],
  [`"tsx w.ts"`, "cwd:./w.ts"],
  [`"ts-node w.ts"`, "cwd:./w.ts"],
  [`"nodemon w.js"`, "cwd:./w.js"],
  [`"bun w.ts"`, "cwd:./w.ts"],
  [`"bun run w.ts"`, "cwd:./w.ts"],
  [`"bun run run w.ts"`, "cwd:./run"],
  [`"npx tsx w.ts"`, "cwd:./w.ts"],
  [`"env nice node w.js"`, "cwd:./w.js"],
  [`"cross-env node w.js"`, "cwd:./w.js"],
  [`"xnpx node w.js"`, ""],
  [`"npx"`, ""],
  [`"node"`, ""],
  [`"node -r x w.js"`, "cwd:./w.js"],
  [`"node --require x --import y w.js"`, "cwd:./w.js"],
  [`"node --require=x w.js"`, "cwd:./w.js"],
  [`"node --inspect w.js"`, "cwd:./w.js"],
  [`"node -e w.js"`, ""],
  [`"node --eval w.js"`, ""],
  [`"node -p w.js"`, ""],
  [`"node --check w.js"`, ""],
  [`"node --version w.js"`, ""],
  [`"deno run -A w.ts"`, "cwd:./w.ts"],
  [`"node src/../w.js"`, "cwd:./w.js"],
  [`"node ./w.js"`, "cwd:./w.js"],
  [`"node ../w.js"`, "cwd:../w.js"],
  [`"node /srv/w.js"`, "cwd:/srv/w.js"],
  [`"git w.js"`, ""],
  [`command`, ""],
  ["`node ${file}`", "?"],
  ["`node ${flags} w.js`", "?"],
  ["`node --port ${port} w.js`", "?"],
  ["`node w.js ${port}`", "cwd:./w.js"],
  ["`node ${dir}/w.js`", "?"],
  ["`node jobs/${name}`", "?"],
  ["`${program} w.js`", ""],
  ["`${process.execPath} w.js`", "cwd:./w.js"],
]);

table("the file that the words of a command run", (words) => `spawn(${words});`, [
  [`"node", ["w.js"]`, "cwd:./w.js"],
  [`"node", ["w.js", "x.js"]`, "cwd:./w.js"],
  [`"node", []`, ""],
  [`"node"`, ""],
  [`"node", { cwd }`, ""],
  [`"node", [...flags, "w.js"]`, "?"],
  [`"node", [...process.execArgv, "w.js"]`, "cwd:./w.js"],
  [`"node", [...["--inspect"], "w.js"]`, "cwd:./w.js"],
  [`"node", [, "w.js"]`, "?"],
  [`"node", ["--import", loader, "w.js"]`, "cwd:./w.js"],
  [`"node", [flag, "w.js"]`, "?"],
  [`"node", list()`, "?"],
  [`process.execPath, ["w.js"]`, "cwd:./w.js"],
  [`process.argv[0], ["w.js"]`, "cwd:./w.js"],
  [`process.argv0, ["w.js"]`, "cwd:./w.js"],
  [`options.execPath, ["w.js"]`, "cwd:./w.js"],
  [`process.argv[1], ["w.js"]`, "self program"],
  [`process.title, ["w.js"]`, ""],
  [`"python", [import.meta.filename]`, "self"],
  [`"python", ["x", process.argv[1]]`, "self program"],
  [`"npx", ["tsx", "w.ts"]`, "cwd:./w.ts"],
  [`"npx", ["serve", "w.ts"]`, ""],
]);

table("the file that an expression names", (expression) => `new Worker(${expression});`, [
  [`"./w.js"`, "cwd:./w.js"],
  [`"w.js"`, "cwd:./w.js"],
  [`"."`, "cwd:./"],
  [`".hidden/w.js"`, "cwd:./.hidden/w.js"],
  [`"/srv/w.js"`, "cwd:/srv/w.js"],
  [`"C:\\\\srv\\\\w.js"`, "cwd:C:/srv/w.js"],
  [`"a//b/../w.js"`, "cwd:./a/w.js"],
  [`"a\\\\w.js"`, "cwd:./a/w.js"],
  [`new URL("./w.js", import.meta.url)`, "file:./w.js"],
  [`new URL("w.js", import.meta.url)`, "file:./w.js"],
  [`new URL("./w.js", import.meta.url).href`, "file:./w.js"],
  [`new URL("./w.js", import.meta.url).pathname`, "file:./w.js"],
  [`new URL("./w.js", import.meta.url).toString()`, "file:./w.js"],
  [`new URL("./w.js", base)`, "?"],
  [`new URL(import.meta.url)`, "self"],
  [`new URL(import.meta.url, base)`, "self"],
  [`new URL("./w.js", "https://example.org/")`, "?"],
  [`new URL(file, import.meta.url)`, "?"],
  [`new URL(\`./\${name}.js\`, import.meta.url)`, "file:./…"],
  [`fileURLToPath(import.meta.url)`, "self"],
  [`fileURLToPath(new URL("./w.js", import.meta.url))`, "file:./w.js"],
  [`new URL("data:text/javascript,1")`, "?"],
  [`"https://example.org/w.js"`, "?"],
  [`__filename`, "self"],
  [`import.meta.filename`, "self"],
  [`__dirname + "/w.js"`, "file:./w.js"],
  [`__dirname - "/w.js"`, "?"],
  ["`${__dirname}/w.js`", "file:./w.js"],
  ["`${__dirname}/jobs/${name}`", "file:./jobs/…"],
  ["`${__dirname}/w-${name}.js`", "file:./w-…"],
  [`"./w-" + name`, "cwd:./w-…"],
  ["`${name}.js`", "?"],
  [`join(__dirname, "w.js")`, "file:./w.js"],
  [`join(__dirname, "..", "w.js")`, "file:../w.js"],
  [`join(__dirname, dir, "w.js")`, "file:./…"],
  [`join(dir, "w.js")`, "?…w.js"],
  [`join(dir, "./jobs/w.js")`, "?…jobs/w.js"],
  [`join(dir, "../w.js")`, "?…w.js"],
  [`join(dir, "/w.js")`, "?…w.js"],
  [`join(dir, file)`, "?"],
  [`join(...dirs)`, "?"],
  [`resolve("w.js")`, "cwd:./w.js"],
  [`resolve(process.cwd(), "w.js")`, "cwd:./w.js"],
  [`path.resolve(dirname(fileURLToPath(import.meta.url)), "w.js")`, "file:./w.js"],
  [`join(dirname(dir), "w.js")`, "?…w.js"],
  [`require.resolve("./w")`, "file:./w"],
  [`require.resolve("pack/w.js")`, "file:pack/w.js"],
  [`other.resolve("./w")`, "cwd:./w"],
  [`dev ? "./w.ts" : "./w.js"`, "cwd:./w.ts"],
  [`dev ? "./v.js" : "./w.js"`, "?"],
  [`dev ? file : "./w.js"`, "?"],
  [`dev ? __filename : "./w.js"`, "?"],
  [`file`, "?"],
]);
