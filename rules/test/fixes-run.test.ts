import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { parseFile } from "../../server/src/lint/parse.ts";
import { moveStatementBefore, removeOption, setOption } from "../src/fixes/index.ts";
import type { Edit } from "../src/rule.ts";
import { sitesOf } from "../src/sockets/collect.ts";
import type { Site } from "../src/sockets/site.ts";
import type { SourceFile } from "../src/analysis/source.ts";

const run = promisify(execFile);

/** Notes what reaches the handle of every listen, past all readings of arguments: once the server is up, prints it and ends. */
const OBSERVER = `
const net = require("node:net");
const seen = { callbacks: 0 };
globalThis.up = () => seen.callbacks++;
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  if (typeof args[0] === "object") seen.reusePort = args[0].reusePort;
  return listen.apply(this, args);
};
const inner = net.Server.prototype._listen2;
net.Server.prototype._listen2 = function (address, port, family, backlog, ...rest) {
  Object.assign(seen, { address, port, backlog: backlog || 511 });
  this.once("listening", () => setImmediate(() => { seen.bound = this.address().port; process.stdout.write(JSON.stringify(seen)); process.exit(0); }));
  return inner.call(this, address, port, family, backlog, ...rest);
};
`;

/** What express() is for a listen: a function whose listen() hands all arguments to a server of its own. */
const EXPRESS = `
const http = require("node:http");
module.exports = () => Object.assign(() => {}, { listen(...args) { return http.createServer(this).listen(...args); } });
`;

async function freePort(): Promise<number> {
  for (let i = 0; i < 50; i++) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) =>
      server.once("error", () => resolve(false)).listen(port, () => resolve(true)),
    );
    if (!free) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
  throw new Error("no free port");
}

function apply(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.range[0] - a.range[0])
    .reduce((result, { range, text: added }) => result.slice(0, range[0]) + added + result.slice(range[1]), text);
}

describe("edited programs, run", () => {
  let folder = "";
  let port = 0;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "fixes-run-"));
    await writeFile(join(folder, "observer.cjs"), OBSERVER);
    await mkdir(join(folder, "node_modules", "express"), { recursive: true });
    await writeFile(join(folder, "node_modules", "express", "index.js"), EXPRESS);
    await symlink(
      fileURLToPath(new URL("../../node_modules/koffi", import.meta.url)),
      join(folder, "node_modules", "koffi"),
    );
  });
  after(() => rm(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    port = await freePort();
  });

  async function execute(code: string, ...nodeArguments: string[]): Promise<string> {
    const path = join(folder, "program.cjs");
    await writeFile(path, code);
    return (await run(process.execPath, [...nodeArguments, path], { timeout: 10_000, cwd: folder })).stdout;
  }

  function edit(code: string, op: Site["op"], build: (file: SourceFile, site: Site) => readonly Edit[] | null): string {
    const file = parseFile(code, "program.cjs");
    const site = sitesOf(file).sites.find((each) => each.op === op);
    assert.ok(site, `no ${op} in ${code}`);
    const edits = build(file, site);
    assert.ok(edits, "no edits");
    return apply(code, edits);
  }

  const servers: Record<string, string> = {
    "node:net": `const server = require("node:net").createServer();`,
    "node:http": `const server = require("node:http").createServer();`,
    express: `const server = require("express")();`,
  };
  const listens = [
    `server.listen(PORT, "127.0.0.1", 17, up);`,
    `server.listen(PORT, "127.0.0.1", up);`,
    `server.listen(PORT, () => up())`,
    `server.listen(PORT, 9, up);`,
    `server.listen(PORT, undefined, 9);`,
    `server.listen("PORT", "127.0.0.2");`,
    `const port = PORT, host = process.env.NO_SUCH_NAME || "127.0.0.1";\nserver.listen(port, host, up);`,
    `server.listen(\n  PORT, // the port\n  // and the host\n  "127.0.0.1",\n  4,\n  () => up(),\n);`,
    `server.listen({ port: PORT, host: "127.0.0.1", backlog: 3 }, up);`,
    `const options = {\n  port: PORT,\n  host: "127.0.0.1"\n};\nserver.listen(options, up);`,
    `const rest = { backlog: 6, reusePort: undefined };\nserver.listen({ port: PORT, host: "127.0.0.1", ...rest }, up);`,
  ];
  for (const [name, creation] of Object.entries(servers)) {
    for (const listen of name === "node:net" ? listens : listens.slice(0, 4)) {
      it(`${name}: ${listen.replace(/\s+/g, " ")} listens as before, and states the option`, async () => {
        const code = `${creation}\n${listen.replaceAll("PORT", String(port))}\n`;
        const edited = edit(code, "listen", (file, site) => setOption(file, site, "reusePort", "false"));
        const observe = async (program: string) =>
          JSON.parse(await execute(program, "--require", join(folder, "observer.cjs"))) as Record<string, unknown>;
        const { reusePort: unstated, ...before } = await observe(code);
        const { reusePort: stated, ...after } = await observe(edited);
        assert.equal(unstated, undefined);
        assert.equal(stated, false);
        assert.deepEqual(after, before);
        assert.equal(after.bound, port);
        assert.equal(after.callbacks, /up/.test(listen) ? 1 : 0);
      });
    }
  }

  it("createSocket() with reuseAddr lets a second socket bind the port", async () => {
    const code = (creation: string) => `
const dgram = require("node:dgram");
function open(done) {
  const socket = ${creation};
  socket.once("error", (error) => { console.log(error.code); process.exit(0); });
  socket.bind(${port}, "127.0.0.1", done);
}
open(() => open(() => { console.log("both"); process.exit(0); }));
`;
    const plain = code(`dgram.createSocket("udp4")`);
    assert.equal(await execute(plain), "EADDRINUSE\n");
    assert.equal(
      await execute(edit(plain, "create", (file, site) => setOption(file, site, "reuseAddr", "true"))),
      "both\n",
    );
  });

  it("a connection without its localAddress leaves from the default address", async () => {
    const code = `
const net = require("node:net");
const server = net.createServer((socket) => { console.log(socket.remoteAddress); process.exit(0); });
server.listen(${port}, "127.0.0.1", () => {
  net.connect({
    host: "127.0.0.1",
    localAddress: "127.0.0.9", // ours
    port: ${port},
  });
});
`;
    assert.equal(await execute(code), "127.0.0.9\n");
    assert.equal(
      await execute(edit(code, "connect", (file, site) => removeOption(file, site, "localAddress"))),
      "127.0.0.1\n",
    );
  });

  it("a setsockopt moved before bind works", async function () {
    if (process.platform !== "linux") this.skip();
    const code = `
const koffi = require("koffi");
const libc = koffi.load(null);
const socket = libc.func("int socket(int, int, int)");
const setsockopt = libc.func("int setsockopt(int, int, int, const int *, uint)");
const bind = libc.func("int bind(int, const void *, uint)");
const listen = libc.func("int listen(int, int)");
const address = Buffer.alloc(16);
address.writeUInt16LE(2, 0);
address.writeUInt16BE(${port}, 2);
address.writeUInt32BE(0x7f000001, 4);
function open() {
  const fd = socket(2, 1, 0);
  if (bind(fd, address, 16) !== 0) return "taken";
  setsockopt(fd, 1, 15, [1], 4); // SO_REUSEPORT
  return listen(fd, 5) === 0 ? "open" : "refused";
}
console.log(open(), open());
`;
    assert.equal(await execute(code), "open taken\n");
    const bindCall = (file: SourceFile) => sitesOf(file).sites.find((each) => each.op === "bind")!.call;
    const moved = edit(code, "setsockopt", (file, site) => moveStatementBefore(file, site.call, bindCall(file)));
    assert.equal(await execute(moved), "open open\n");
  });
});
