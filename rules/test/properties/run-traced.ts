import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transformSync } from "esbuild";
import { traceSockets } from "../../../lab/runtimes-trace.ts";

/** What a run shows: the calls of each of its sockets, and what it printed and threw. */
export interface Shown {
  /** Of the Node.js that ran it. */
  version: string;
  sockets: string[][];
  output: string[];
}

/** The Node.js that programs are run on; absolute path. */
const NODE = process.env["SUGGESTIONS_NODE"] ?? process.execPath;

/** Half a second is enough for what a program of a few statements does; then it is ended, for servers do not end themselves. */
const PRELOAD = `
const fs = require("node:fs");
const dns = require("node:dns");
fs.appendFileSync(process.env.OUTPUT, process.versions.node + "\\n");
const note = (text) => fs.appendFileSync(process.env.OUTPUT, text + "\\n");
console.log = (...values) => note("log " + values.map((each) => typeof each === "string" ? each : typeof each).join(" "));
for (const kind of ["uncaughtException", "unhandledRejection"])
  process.on(kind, (error) => note(kind + " " + (error.code ?? error.message)));
dns.lookup = (name, options, done = options) => {
  const address = /^[\\d.]+$/.test(name) ? name : "127.0.0.1";
  setImmediate(() => options.all ? done(null, [{ address, family: 4 }]) : done(null, address, 4));
};
globalThis.emitter = new (require("node:events"))();
globalThis.readSettings = () => ({
  port: 4001, host: "127.0.0.1", address: "127.0.0.1", enabled: true, share: false, first: 1, arguments: [4002],
  options: { port: 4003 }, ready: Promise.resolve(), connect: async () => {}, unused: 1,
});
setTimeout(() => process.exit(0), 500);
`;

/** What these packages are for a listen: they hand its arguments to a server of their own. Express is the real one. */
const STAND_IN = `
const http = require("node:http");
const listen = (...args) => http.createServer().listen(...args);
const make = function () { return { listen, start: listen }; };
module.exports = make;
module.exports.createServer = make;
`;
const STANDING_IN = ["connect", "koa", "polka", "restana", "restify", "fastify"];

/** The addresses that programs name, a route for groups, and a folder for Unix sockets; all are gone with the namespace. */
const SURROUNDINGS =
  "for each in 10.0.0.1 10.0.0.5; do ip addr add $each/32 dev lo; done; ip route add 224.0.0.0/4 dev lo; mount -t tmpfs tmpfs /run";

/** A folder in which programs are run; `close` takes it away. */
export async function workshop(): Promise<{
  run: (text: string, path: string) => Promise<Shown>;
  close: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), "portreuse-runs-"));
  const preload = join(folder, "preload.cjs");
  await writeFile(preload, PRELOAD);
  for (const name of STANDING_IN) {
    await mkdir(join(folder, "node_modules", name), { recursive: true });
    await writeFile(join(folder, "node_modules", name, "index.js"), STAND_IN);
  }
  await symlink(
    fileURLToPath(new URL("../../../node_modules/express5", import.meta.url)),
    join(folder, "node_modules", "express"),
  );
  let count = 0;
  const run = async (text: string, path: string): Promise<Shown> => {
    const name = `${count++}`;
    const output = join(folder, `${name}.txt`);
    await writeFile(output, "");
    const typescript = path.endsWith(".ts");
    const program = join(folder, `${name}${typescript ? ".cjs" : path.slice(path.lastIndexOf("."))}`);
    await writeFile(program, typescript ? transformSync(text, { loader: "ts", format: "cjs" }).code : text);
    const variables = [`OUTPUT=${output}`, "PORT=4000", "SOURCE=127.0.0.1"];
    const command = ["env", ...variables, NODE, "--require", preload];
    const sockets = await traceSockets(
      ["sh", "-c", `${SURROUNDINGS}; exec "$@"`, "sh", ...command],
      `await import(${JSON.stringify(pathToFileURL(program).href)});\n`,
    );
    const [version = "", ...lines] = (await readFile(output, "utf8")).split("\n").slice(0, -1);
    return {
      version,
      // Others are those of ip(8).
      sockets: sockets.filter(({ process, calls }) => process === 0 && calls.length > 1).map(({ calls }) => calls),
      output: lines,
    };
  };
  return { run, close: () => rm(folder, { recursive: true, force: true }) };
}
