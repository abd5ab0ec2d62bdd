import assert from "node:assert/strict";
import type { PackageJson, UserSettings } from "../src/settings.ts";
import { runOwn } from "./hosts.ts";

interface Surroundings {
  path?: string;
  package?: PackageJson;
  settings?: UserSettings;
}

/** The suggestions for the only finding of a program, in order: what they say, and the program with each. */
function suggestionsFor(text: string, around: Surroundings = {}): [title: string, result: string][] {
  const found = runOwn({
    name: "suggestions",
    path: "src/a.ts",
    package: {},
    settings: {},
    ...around,
    text,
    options: {},
    expected: [],
  });
  assert.equal(found.length, 1, `${found.map((each) => each.message).join("\n")}\n${text}`);
  return (found[0]!.suggestions ?? []).map(({ desc, fix }) => [
    desc,
    text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]),
  ]);
}

const titles = (text: string, around?: Surroundings) => suggestionsFor(text, around).map(([title]) => title);
const results = (text: string, around?: Surroundings) => suggestionsFor(text, around).map(([, result]) => result);

const LINUX: Surroundings = { settings: { platforms: ["linux"] } };
const STATE = "State `reusePort: false`: the port is not shared.";
const STATE_ALONE = "State `reusePort: false`: a second copy fails with EADDRINUSE.";
const SHARE = 'Share the port on Linux: `reusePort: process.platform === "linux"`.';
const GUARD = 'Set it on Linux only: `reusePort: process.platform === "linux"`.';

describe("sharing is offered where every admitted Node version knows `reusePort`", () => {
  const listen = `import net from "node:net";\nnet.createServer().listen(8080);\n`;
  const offered = [">=22.12", ">=22.12.0", ">=22.12 <24", "^22.12.0 || >=24", ">=23.1", "24.x"];
  const silent = [">=22", ">=20.19", "^20.0.0 || >=22.12", "23.0.x", "22.11.0"];
  for (const node of offered)
    it(`offered for ${node}`, () =>
      assert.deepEqual(titles(listen, { package: { engines: { node } } }), [STATE, SHARE]));
  for (const node of silent)
    it(`not offered for ${node}`, () => assert.deepEqual(titles(listen, { package: { engines: { node } } }), [STATE]));
});

describe("sharing is taken away", () => {
  const http = `import http from "node:http";\nconst server = http.createServer();\n`;
  const udp = (options: string, then = "") =>
    `import dgram from "node:dgram";\nconst s = dgram.createSocket({ type: "udp4", ${options} });\ns.bind(5000);\n${then}`;

  it("by stating it, since a listen without a policy is the next finding", () => {
    assert.deepEqual(suggestionsFor(`${http}server.listen({ port: 80, reusePort: true });`, LINUX), [
      [STATE_ALONE, `${http}server.listen({ port: 80, reusePort: false });`],
    ]);
  });
  it("under no condition", () => {
    assert.deepEqual(
      results(`${http}server.listen({ port: 80, ...(process.platform !== "win32" && { reusePort: true }) });`)[1],
      `${http}server.listen({ port: 80, reusePort: false });`,
    );
  });
  it("not where a spread behind it has the last word", () => {
    assert.deepEqual(titles(`${http}server.listen({ port: 80, reusePort: true, ...{ reusePort: true } });`, LINUX), []);
  });
  it("by removing it from a datagram socket", () => {
    const [[title, result] = []] = suggestionsFor(udp("reusePort: true"), LINUX);
    assert.equal(title, "Remove `reusePort`: a second copy fails with EADDRINUSE.");
    assert.equal(result, udp("").replace(`"udp4",  }`, `"udp4" }`));
  });
  it("with `reuseAddr`, which would let a second copy bind all the same", () => {
    const [[title, result] = []] = suggestionsFor(udp("reuseAddr: true, reusePort: true"), LINUX);
    assert.equal(title, "Remove `reusePort` and `reuseAddr`: a second copy fails with EADDRINUSE.");
    assert.equal(result, udp("").replace(`"udp4",  }`, `"udp4" }`));
  });
  it("without `reuseAddr` where many are to receive", () => {
    const join = `s.on("listening", () => s.addMembership("239.1.1.1"));\n`;
    const [[title, result] = []] = suggestionsFor(udp("reuseAddr: true, reusePort: true", join), LINUX);
    assert.equal(title, "Remove `reusePort` and keep `reuseAddr`.");
    assert.equal(result, udp("reuseAddr: true", join));
  });
  it("for `reuseAddr`, which a receiver of multicast needs", () => {
    const join = `s.on("listening", () => s.addMembership("239.1.1.1"));\n`;
    const [[title, result] = []] = suggestionsFor(udp("reusePort: true", join), LINUX);
    assert.equal(title, "Set `reuseAddr: true` instead of `reusePort`.");
    assert.equal(result, udp("reuseAddr: true", join));
  });
  it("in a cluster worker by removing it", () => {
    const worker = `import cluster from "node:cluster";\nimport http from "node:http";\nif (cluster.isPrimary) for (let i = 0; i < 4; i++) cluster.fork();\nelse http.createServer().listen({ port: 80, reusePort: true });\n`;
    assert.deepEqual(titles(worker), [GUARD, "Remove `reusePort`: the workers share the primary's socket."]);
  });
  it("never where threads need it", () => {
    const threads = `import { isMainThread, Worker } from "node:worker_threads";\nimport http from "node:http";\nif (isMainThread) for (let i = 0; i < 4; i++) new Worker(new URL(import.meta.url));\nelse http.createServer().listen({ port: 80, reusePort: true });\n`;
    assert.deepEqual(titles(threads), [GUARD]);
  });
});

describe("an option that nobody reads", () => {
  it("of undici is moved up first", () => {
    const [first, second, ...more] = suggestionsFor(
      `import { Agent } from "undici";\nexport const agent = new Agent({ connect: { localAddress: process.env.A } });\n`,
    );
    assert.deepEqual(first, [
      "Move it up: `localAddress` beside `connect`.",
      `import { Agent } from "undici";\nexport const agent = new Agent({ localAddress: process.env.A });\n`,
    ]);
    assert.equal(second?.[0], "Remove `connect.localAddress`, which does nothing here.");
    assert.deepEqual(more, []);
  });
  it("of undici keeps what stands beside it", () => {
    assert.equal(
      results(
        `import { Pool } from "undici";\nexport const pool = new Pool(url, {\n  connect: {\n    timeout: 5,\n    localAddress: from,\n  },\n  pipelining: 1,\n});\n`,
      )[0],
      `import { Pool } from "undici";\nexport const pool = new Pool(url, {\n  connect: {\n    timeout: 5,\n  },\n  pipelining: 1,\n  localAddress: from,\n});\n`,
    );
  });
  it("of createServer() goes to listen(), as what it is worth first", () => {
    const code = `import net from "node:net";\nconst server = net.createServer({ reusePort: true, noDelay: true });\nserver.listen(7000);\n`;
    const moved = (value: string) =>
      `import net from "node:net";\nconst server = net.createServer({ noDelay: true });\nserver.listen({ port: 7000, reusePort: ${value} });\n`;
    assert.deepEqual(suggestionsFor(code), [
      ["Move it to `listen()` as `reusePort: false`: the port is not shared, as now.", moved("false")],
      ['Move it to `listen()`: `reusePort: process.platform === "linux"`.', moved('process.platform === "linux"')],
    ]);
  });
  it("of createServer() is removed where listen() states a policy", () => {
    assert.deepEqual(
      titles(
        `import net from "node:net";\nnet.createServer({ reusePort: true }).listen({ port: 1, exclusive: true });\n`,
      ),
      ["Remove `reusePort`, which does nothing here."],
    );
  });
  it("in a second argument comes into force, except in a worker of a primary that is relied on", () => {
    const listen = "http.createServer().listen(3000, { reusePort: true }, cb);\n";
    const relied = `import cluster from "node:cluster";\nimport http from "node:http";\nif (cluster.isPrimary) cluster.fork().disconnect();\nelse ${listen}`;
    assert.deepEqual(suggestionsFor(relied), [
      ["Remove `reusePort`, which does nothing here.", relied.replace(", { reusePort: true }", "")],
    ]);
    assert.equal(
      results(`import http from "node:http";\n${listen}`)[0],
      `import http from "node:http";\nhttp.createServer().listen({ port: 3000, reusePort: process.platform === "linux" }, cb);\n`,
    );
  });
  it("as a word becomes a boolean", () => {
    const code = `import net from "node:net";\nnet.createServer().listen({ port: 1, reusePort: "yes" });\n`;
    assert.deepEqual(titles(code), [STATE, SHARE]);
    assert.equal(results(code)[0], code.replace('"yes"', "false"));
  });
});

describe("a fixed local port", () => {
  const connect = (options: string) =>
    `import net from "node:net";\nnet.connect({ host: "198.51.100.7", port: 1, ${options} });\n`;
  it("goes with a wildcard address, which would hold a port without it", () => {
    assert.deepEqual(suggestionsFor(connect(`localAddress: "0.0.0.0", localPort: 5`)), [
      [
        "Remove `localPort` and the wildcard `localAddress`: the kernel chooses address and port.",
        connect("").replace(",  }", " }"),
      ],
    ]);
  });
  it("stays with an address that is wanted, on Linux", () => {
    const code = connect(`localAddress: "192.0.2.1", localPort: 5`);
    assert.deepEqual(titles(code), []);
    assert.deepEqual(titles(code, { settings: { platforms: ["win32"] } }), [
      "Remove `localPort`: the kernel chooses a free port.",
    ]);
  });
});

describe("`exclusive` is named where there is such an option", () => {
  const message = (text: string) => {
    const file = { name: "a", path: "src/a.ts", package: {}, settings: {}, options: {}, expected: [], text };
    return runOwn(file)[0]?.message ?? "";
  };
  it("Node and Bun.listen", () => {
    assert.match(message(`require("net").createServer().listen(1);`), /`reusePort: false` or `exclusive`/);
    assert.match(message(`Bun.listen({ hostname: "::", port: 1, socket: {} });`), /`reusePort: false` or `exclusive`/);
  });
  it("neither Bun.serve nor Deno", () => {
    for (const text of [`Bun.serve({ port: 1, fetch });`, `Deno.serve({ port: 1 }, handler);`]) {
      assert.match(message(text), /`reusePort: false`, or/);
      assert.doesNotMatch(message(text), /exclusive/);
    }
  });
});
