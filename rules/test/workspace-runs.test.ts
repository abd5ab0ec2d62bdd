import assert from "node:assert/strict";
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import dgram from "node:dgram";
import { EventEmitter, once } from "node:events";
import { existsSync } from "node:fs";
import http from "node:http";
import net, { type AddressInfo } from "node:net";
import { delimiter, dirname, join } from "node:path";
import { runtimeBinary } from "../../lab/runtimes-cache.ts";

const packages = join(import.meta.dirname, "../../test-fixtures/workspace/packages");

/** A program of the workspace, with what it has printed so far. */
interface Program {
  child: ChildProcess;
  output(): string;
  /** The first match of a pattern in the output; fails when the program ends without it. */
  prints(pattern: RegExp): Promise<RegExpExecArray>;
  /** Exit code once the program has ended. */
  ended: Promise<number | null>;
}

const running: Program[] = [];

function start(
  path: string,
  environment: Readonly<Record<string, string | number>> = {},
  args: readonly string[] = [],
  command: readonly string[] = [process.execPath, "--import", "tsx"],
): Program {
  const [name, folder] = [path.slice(path.indexOf("/") + 1), join(packages, path.slice(0, path.indexOf("/")))];
  const [binary, ...before] = command as [string, ...string[]];
  // In a process group of its own, so that what it starts ends with it.
  const child = spawn(binary, [...before, `src/${name}`, ...args], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      ...Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, String(value)])),
    },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  let over = false;
  const news = new EventEmitter();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
      news.emit("news");
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", (code) => {
      over = true;
      news.emit("news");
      resolve(code);
    });
  });
  const program: Program = {
    child,
    output: () => output,
    ended,
    async prints(pattern) {
      for (;;) {
        const match = pattern.exec(output);
        if (match) return match;
        assert.ok(!over, `${path} ended without printing ${String(pattern)}:\n${output}`);
        await once(news, "news");
      }
    },
  };
  running.push(program);
  return program;
}

function get(
  port: number | string,
  path = "/",
  method = "GET",
  body = "",
): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    http
      .request({ host: "127.0.0.1", port, path, method, agent: false }, (response) => {
        let text = "";
        response
          .setEncoding("utf8")
          .on("data", (chunk: string) => (text += chunk))
          .on("end", () => resolve({ status: response.statusCode, text }));
      })
      .on("error", reject)
      .end(body);
  });
}

/** All that a TCP server sends before it closes. */
function receive(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    net
      .connect(port, "127.0.0.1")
      .setEncoding("utf8")
      .on("data", (chunk: string) => (text += chunk))
      .on("error", reject)
      .on("end", () => resolve(text));
  });
}

/** A TCP port that nobody uses at this moment. */
async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe("the sample workspace runs", function () {
  this.timeout(60_000);

  afterEach(async () => {
    for (const { child, ended } of running.splice(0)) {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      } catch {
        // All of the group had ended.
      }
      await ended;
    }
  });

  it("type-checks, but for Bun's part, whose types are not installed", () => {
    const tsc = join(packages, "../../../node_modules/typescript/bin/tsc");
    const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", join(packages, "..")], {
      encoding: "utf8",
      timeout: 60_000,
    });
    assert.equal(status, 0, stdout);
  });

  for (const twin of ["server.ts", "server-clean.ts"]) {
    it(`http-api/${twin} keeps notes, counts requests and tells its health`, async () => {
      const program = start(`http-api/${twin}`, { PORT: 0, METRICS_PORT: 0, HEALTH_PORT: 0 });
      const [[, api = ""], [, metrics = ""], [, health = ""]] = [
        await program.prints(/api on (\d+)/),
        await program.prints(/metrics on (\d+)/),
        await program.prints(/health on (\d+)/),
      ];
      assert.equal((await get(api, "/notes/first", "PUT", "a note")).status, 204);
      assert.deepEqual(await get(api, "/notes/first"), { status: 200, text: "a note" });
      assert.deepEqual(await get(metrics), { status: 200, text: "requests_total 2\nnotes 1\n" });
      assert.deepEqual(await get(health), { status: 200, text: "ok\n" });
      program.child.kill("SIGTERM");
      assert.equal(await program.ended, 0, program.output());
    });
  }

  it("http-api/preview-clean.ts serves pages and notes", async () => {
    const program = start("http-api/preview-clean.ts", { PREVIEW_PORT: 0, API_PORT: 0 });
    const [[, pages = ""], [, api = ""]] = [
      await program.prints(/pages on (\d+)/),
      await program.prints(/api on (\d+)/),
    ];
    assert.equal((await get(pages)).text, "<h1>Notes</h1>\n");
    assert.equal((await get(api, "/notes/none")).status, 404);
    program.child.kill("SIGTERM");
    assert.equal(await program.ended, 0, program.output());
  });

  it("worker-pool/threads.js gives the port to one thread only", async () => {
    const port = await freePort();
    const program = start("worker-pool/threads.js", { PORT: port });
    await program.prints(/thread \d+ listens/);
    await program.prints(/thread failed: listen EADDRINUSE/);
    assert.equal((await get(port, "/1000")).text, "168\n");
  });

  it("worker-pool/threads-clean.js gives work to its threads", async () => {
    const program = start("worker-pool/threads-clean.js", { PORT: 0 });
    const [, port = ""] = await program.prints(/pool on (\d+)/);
    assert.deepEqual(
      (await Promise.all(["/1000", "/100", "/10"].map((path) => get(port, path)))).map((each) => each.text),
      ["168\n", "25\n", "4\n"],
    );
    program.child.kill("SIGTERM");
    assert.equal(await program.ended, 0, program.output());
  });

  it("worker-pool/farm.js gives the port to one thread only, its clean twin starts no other", async () => {
    const port = await freePort();
    const mistaken = start("worker-pool/farm.js", { PORT: port });
    await mistaken.prints(/thread \d+ listens/);
    await mistaken.prints(/thread failed: listen EADDRINUSE/);
    assert.equal((await get(port, "/1000")).text, "168\n");
    const free = await freePort();
    const clean = start("worker-pool/farm-clean.js", { PORT: free });
    await clean.prints(/thread \d+ listens/);
    assert.equal((await get(free, "/1000")).text, "168\n");
    clean.child.kill("SIGTERM");
    await clean.ended;
    assert.doesNotMatch(clean.output(), /failed/);
  });

  it("worker-pool/cluster-clean.js tells when its workers listen and stops when asked", async () => {
    const program = start("worker-pool/cluster-clean.js", { PORT: 0 });
    const [, port = ""] = await program.prints(/worker 1 on (\d+)/);
    await program.prints(/worker 2 on \d+/);
    assert.equal((await get(port, "/1000")).text, "168\n");
    program.child.kill("SIGTERM");
    await program.prints(/stopped/);
    assert.equal(await program.ended, 0, program.output());
  });

  it("worker-pool/exclusive.js loses a worker, its clean twin none", async () => {
    const mistaken = start("worker-pool/exclusive.js", { PORT: await freePort() });
    await mistaken.prints(/worker \d listens/);
    await mistaken.prints(/worker \d ended with 1/);
    await mistaken.prints(/EADDRINUSE/);
    const clean = start("worker-pool/exclusive-clean.js", { PORT: await freePort() });
    await clean.prints(/worker 1 listens/);
    await clean.prints(/worker 2 listens/);
    assert.doesNotMatch(clean.output(), /EADDRINUSE|ended/);
  });

  for (const twin of ["discovery.ts", "discovery-clean.ts"]) {
    it(`udp-discovery/${twin} answers on its port`, async () => {
      const port = await freeUdpPort();
      const program = start(`udp-discovery/${twin}`, { PORT: port, STATS_PORT: await freeUdpPort() });
      await program.prints(/responder on \d+/);
      assert.equal(await ask(port), "notes at 127.0.0.1:18080");
      program.child.kill("SIGTERM");
      assert.equal(await program.ended, 0, program.output());
    });
  }

  for (const twin of ["crawl.ts", "crawl-clean.ts"]) {
    it(`crawler/${twin} leaves from the addresses it was given`, async function () {
      if (process.platform !== "linux") this.skip();
      const seen: (string | undefined)[] = [];
      const server = http.createServer((request, response) => {
        seen.push(request.socket.remoteAddress);
        response.end();
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const program = start(`crawler/${twin}`, { SOURCES: "127.0.0.2,127.0.0.3" }, [`${url}/a`, `${url}/b`]);
      try {
        assert.equal(await program.ended, 0, program.output());
        assert.deepEqual(seen, ["127.0.0.2", "127.0.0.3", "127.0.0.1"]);
        assert.match(program.output(), /^200 \S+\/a from 127\.0\.0\.2$/m);
      } finally {
        server.close();
      }
    });
  }

  for (const [twin, restarts] of [
    ["server.ts", false],
    ["server-clean.ts", true],
  ] as const) {
    it(`raw-server/${twin} ${restarts ? "can" : "cannot"} be restarted over TIME_WAIT`, async function () {
      if (process.platform !== "linux") this.skip();
      const environment = { PORT: await freePort(), STATUS_PORT: await freePort() };
      const first = start(`raw-server/${twin}`, environment);
      await first.prints(/status on \d+/);
      assert.match(await receive(environment.PORT), /^\d{4}-\d\d-\d\dT/);
      assert.match(await receive(environment.STATUS_PORT), /^up \d+ s/);
      first.child.kill("SIGTERM");
      assert.equal(await first.ended, 0, first.output());
      const second = start(`raw-server/${twin}`, environment);
      await second.prints(restarts ? /status on \d+/ : /bind\(\) failed with errno 98/);
    });
  }

  for (const [twin, copies] of [
    ["server.ts", 1],
    ["server-clean.ts", 2],
  ] as const) {
    it(`bun-server/${twin} serves from ${copies} of its two processes`, async function () {
      const bun = await bunBinary();
      if (bun === null)
        return void (console.log("      Bun is not installed here: npm run lab:runtimes gets it."), this.skip());
      const program = start(
        `bun-server/${twin}`,
        { PORT: await freePort(), PATH: `${dirname(bun)}${delimiter}${process.env["PATH"] ?? ""}` },
        [],
        [bun],
      );
      await program.prints(copies === 2 ? /links on \d+\n[^]*links on (\d+)\n/ : /links on (\d+)\n/);
      if (copies === 1) await program.prints(/EADDRINUSE/);
      const port = /links on (\d+)/.exec(program.output())?.[1] ?? "";
      assert.equal((await get(port, "/docs")).status, 302);
      program.child.kill("SIGTERM");
    });
  }
});

async function bunBinary(): Promise<string | null> {
  const cached = await runtimeBinary("bun");
  return (
    cached ??
    (process.env["PATH"] ?? "")
      .split(delimiter)
      .map((each) => join(each, "bun"))
      .find((each) => existsSync(each)) ??
    null
  );
}

async function freeUdpPort(): Promise<number> {
  const socket = dgram.createSocket("udp4");
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  const { port } = socket.address();
  await new Promise<void>((resolve) => socket.close(resolve));
  return port;
}

/** Asks a responder directly, again every 200 ms for as long as nothing comes back. */
async function ask(port: number): Promise<string> {
  const socket = dgram.createSocket("udp4");
  const timer = setInterval(() => socket.send("who?", port, "127.0.0.1"), 200);
  try {
    return await new Promise<string>((resolve, reject) => {
      socket.once("message", (message) => resolve(message.toString()));
      setTimeout(() => reject(new Error("nobody answered")), 20_000).unref();
    });
  } finally {
    clearInterval(timer);
    socket.close();
  }
}
