import assert from "node:assert/strict";
import { callIn, callsIn, listenWith, plain, sitesIn } from "./sites.ts";

describe("how a call is called in messages", () => {
  for (const [code, expected] of [
    ["it.listen(3000);", "it.listen()"],
    ["it .\n  listen(3000);", "it.listen()"],
    ["a  .  b.listen(3000);", "a.b.listen()"],
    ["a?.b.listen(3000);", "a.b.listen()"],
    ["(x ? a : b).listen(3000);", "listen()"],
    ["make(1).listen(3000);", "listen()"],
    ["it['x'].listen(3000);", "listen()"],
    ["aVeryLongName.withAnother.andOneMore.it.listen(3000);", "listen()"],
    ["export class C { #s; m() { this.#s.listen(3000); } }", "this.#s.listen()"],
    ["import { WebSocketServer } from 'ws'; new WebSocketServer({ port: 1 });", "new WebSocketServer()"],
    ["import net from 'net'; const s = net.createServer(); s.listen.call(s, 3000);", "s.listen()"],
    ["import net from 'net'; net.Server.prototype.listen.call(x, 3000);", "net.Server.prototype.listen()"],
    ["import net from 'net'; const { listen } = net.createServer(); listen(3000);", "listen()"],
  ] as const)
    it(`${code} → ${expected}`, () => {
      const site = callsIn(code).at(-1);
      assert.equal(site?.label, expected);
      assert.equal(
        site?.file.text.slice(...site.name.range),
        expected.includes("WebSocket") ? "WebSocketServer" : "listen",
      );
    });
});

describe("what stands behind a port", () => {
  for (const name of [
    "resolve",
    "cb",
    "done",
    "next",
    "fn",
    "onListening",
    "callback",
    "myCallback",
    "it.listener",
    "handler",
  ])
    it(`${name} is a callback`, () => assert.equal(plain(listenWith(`3000, ${name}`).host), "absent"));
  for (const name of ["hostname", "resolved", "confn", "once", "online", "handlers", "it"])
    it(`${name} is a host`, () => assert.equal(plain(listenWith(`3000, ${name}`).host), "open"));

  it("is a callback where it is a function", () => {
    const site = listenWith("3000, ready", "const ready = () => {};");
    assert.equal(plain(site.host), "absent");
    assert.equal(site.callback?.type, "ArrowFunctionExpression");
    assert.equal(listenWith("3000, 'a', ready", "function ready() {}").callback?.type, "FunctionDeclaration");
    assert.equal(listenWith("3000, 'a'").callback, null);
    assert.equal(listenWith("() => {}").callback?.type, "ArrowFunctionExpression");
  });
});

describe("branches of the first argument", () => {
  for (const [args, expected] of [
    ["x ? { port: 1 } : { port: 2 }", "1 if x; 2 if !x"],
    ["x ? { port: 1 } : 2", "1 if x; 2 if !x"],
    ["x ? 1 : { port: 2 }", "1 if x; 2 if !x"],
    ["x ? { port: 1 } : y ? { port: 2 } : { port: 3 }", "1 if x; 2 if !x, y; 3 if !x, !y"],
    ["x ? 1 : 2", "?"],
    ["{ port: 1 }", "1"],
  ] as const)
    it(`${args} → ${expected}`, () => {
      const sites = callsIn(`import net from "net";\nnet.createServer().listen(${args});`);
      const text = sites.map(({ endpoint, conditions, file }) => {
        const tests = conditions.map(({ test, when }) => `${when ? "" : "!"}${file.text.slice(...test.range)}`);
        const port = endpoint.kind === "port" ? String(endpoint.value ?? "?") : endpoint.kind;
        return `${port}${tests.length > 0 ? ` if ${tests.join(", ")}` : ""}`;
      });
      assert.equal(text.join("; "), expected);
    });
});

// NestJS opens a port for some transports alone.
describe("an operation that opens a port for one option", () => {
  const NEST = 'import { NestFactory } from "@nestjs/core"; import { Transport } from "@nestjs/microservices";\n';
  const listens = (options: string) => callsIn(`${NEST}NestFactory.createMicroservice(M, ${options});`).length;
  it("does so for that, and where it is not given", () => {
    assert.equal(listens("{ transport: Transport.TCP, options: { port: 1 } }"), 1);
    assert.equal(listens("{ options: { port: 1 } }"), 1);
  });
  it("does not for another one, or one that nobody knows", () => {
    assert.equal(listens("{ transport: Transport.REDIS, options: { port: 1 } }"), 0);
    assert.equal(listens("{ transport: kind, options: { port: 1 } }"), 0);
    assert.equal(listens("{ strategy: s, options: { port: 1 } }"), 0);
    assert.equal(listens("options"), 0);
  });
});

describe("calls that are no sites", () => {
  for (const [code, expected] of [
    ["import net from 'net'; net.createServer().listen;", "create net.createServer()"],
    ["import net from 'net'; net.createServer().address();", "create net.createServer()"],
    ["import http from 'http'; new http.Agent();", "connect new http.Agent()"],
    ["function listen() {} listen(3000);", ""],
    ["class C { connect() {} } new C().connect({ host: 'a', localAddress: 'b' });", ""],
  ] as const)
    it(`${code} → ${expected || "none"}`, () =>
      assert.equal(
        sitesIn(code)
          .map(({ op, label }) => `${op} ${label}`)
          .join(", "),
        expected,
      ));
  it("have no origin where a class of one's own is made of another", () => {
    const inherited = callIn(
      "import { WebSocketServer as W } from 'ws'; class S extends W { constructor() { super({ port: 1 }); } }",
    );
    assert.equal(inherited.origins.length, 1);
  });
});
