import assert from "node:assert/strict";
import type { Runtime } from "../../src/catalogue/types.ts";
import { agentOf } from "../../src/sockets/given-agent.ts";
import { hasForeignAgent, hasNoLocalPort, localAddressOf, localPortOf } from "../../src/sockets/local-address.ts";
import { ownAgent } from "../../src/sockets/own-agents.ts";
import { callsIn, plain } from "./sites.ts";

const MODULES = `import http from "node:http"; import https from "node:https"; import net from "node:net"; import got from "got";
import { Agent, ProxyAgent, request as undiciRequest, setGlobalDispatcher } from "undici"; import axios from "axios";
`;

/** The last connect of a text, agents aside. */
function connect(code: string) {
  const calls = callsIn(MODULES + code, "connect").filter(({ operation }) => operation.keepsConnections !== true);
  return calls.at(-1) ?? assert.fail(code);
}

/** `its own` for the runtime's default agent, `unknown`, or the text of the call that made it. */
function agent(code: string, runtime: Runtime = "node"): string {
  const found = agentOf(connect(code), runtime);
  if (found === null || found === "unknown") return found ?? "its own";
  return found.file.text.slice(...found.call.range);
}

describe("the agent of a request", () => {
  for (const [code, expected, runtime] of [
    ["http.get('http://a');", "its own"],
    ["http.get('http://a', { agent: new http.Agent() });", "new http.Agent()"],
    ["const agent = new http.Agent(); http.get('http://a', { agent });", "new http.Agent()"],
    ["http.get('http://a', { agent: false });", "its own"],
    ["http.get('http://a', { agent: undefined });", "its own"],
    ["http.get('http://a', { agent: http.globalAgent });", "its own"],
    ["http.get('http://a', { agent: https.globalAgent });", "its own"],
    ["http.get('http://a', { agent: other });", "unknown"],
    ["http.get('http://a', { agent: make() });", "unknown"],
    ["http.get('http://a', { agent: net.createServer() });", "unknown"],
    ["http.get('http://a', { createConnection: make });", "unknown"],
    ["http.get('http://a', { createConnection: false });", "its own"],
    ["axios.get('http://a', { httpAgent: new http.Agent() });", "unknown"],
    ["axios.get('http://a', { httpsAgent: new https.Agent() });", "unknown"],
    ["undiciRequest('http://a', { dispatcher: new Agent() });", "unknown"],
    ["undiciRequest('http://a');", "its own"],
  ] as [string, string, Runtime?][])
    it(`${code} → ${expected}`, () => assert.equal(agent(code, runtime), expected));
});

describe("the agent that a program exchanges", () => {
  const GET = "http.get('http://a');";
  for (const [code, expected, runtime] of [
    [`http.globalAgent = new http.Agent(); ${GET}`, "new http.Agent()"],
    [`const own = new http.Agent(); http.globalAgent = own; ${GET}`, "new http.Agent()"],
    [`https.globalAgent = new https.Agent(); ${GET}`, "its own"],
    ["https.globalAgent = new https.Agent(); https.get('https://a');", "new https.Agent()"],
    [`other.globalAgent = new http.Agent(); ${GET}`, "its own"],
    [`http.globalAgent = http.globalAgent; ${GET}`, "its own"],
    [`http.globalAgent = other; ${GET}`, "unknown"],
    [`http.globalAgent ??= new http.Agent(); ${GET}`, "unknown"],
    [`http.globalAgent.options.keepAlive = false; ${GET}`, "unknown"],
    [`http.globalAgent.maxSockets = 5; ${GET}`, "its own"],
    [`http.globalAgent = new http.Agent(options); ${GET}`, "unknown"],
    [`http.globalAgent = new http.Agent(); http.globalAgent = new http.Agent(); ${GET}`, "unknown"],
    [`if (x) http.globalAgent = new http.Agent(); ${GET}`, "unknown"],
    [`export function f() { http.globalAgent = new http.Agent(); } ${GET}`, "unknown"],
    [`export function f() { http.globalAgent = new http.Agent(); ${GET} }`, "new http.Agent()"],
    [`http.globalAgent = new http.Agent(); export function f() { ${GET} }`, "new http.Agent()"],
    [`${GET} http.globalAgent = new http.Agent();`, "its own"],
    [`export function f() { ${GET} } http.globalAgent = new http.Agent();`, "new http.Agent()"],
    [`http.globalAgent = new http.Agent(); http.get('http://a', { agent: false });`, "its own"],
    ["setGlobalDispatcher(new Agent()); undiciRequest('http://a');", "new Agent()"],
    ["setGlobalDispatcher(new ProxyAgent()); undiciRequest('http://a');", "unknown"],
    ["setGlobalDispatcher(other); undiciRequest('http://a');", "unknown"],
    ["setGlobalDispatcher(); undiciRequest('http://a');", "unknown"],
    ["setGlobalDispatcher(...x); undiciRequest('http://a');", "unknown"],
    ["setGlobalDispatcher(new Agent()); undiciRequest('http://a');", "its own", "bun"],
    ["it.setGlobalDispatcher(new Agent()); undiciRequest('http://a');", "its own"],
    ["http.globalAgent = new http.Agent(); axios.get('http://a');", "unknown"],
    ["axios.get('http://a');", "its own"],
  ] as [string, string, Runtime?][])
    it(`${code}${runtime ? ` (${runtime})` : ""} → ${expected}`, () => assert.equal(agent(code, runtime), expected));
});

describe("a local address as far as it reaches the socket", () => {
  for (const [code, address, port] of [
    ["net.connect({ port: 1, localAddress: '::1', localPort: 5 });", 'known "::1"', "known 5"],
    ["net.connect({ port: 1 });", "absent", "absent"],
    ["undiciRequest('http://a', { localAddress: '::1', localPort: 5 });", "absent", "absent"],
    ["got('http://a', { localAddress: '::1' });", 'known "::1"', "absent"],
  ] as const)
    it(`${code} → ${address}, ${port}`, () => {
      assert.equal(plain(localAddressOf(connect(code))), address);
      assert.equal(plain(localPortOf(connect(code))), port);
    });
  it("in the place that the row names", () => {
    const redis = (options: string) =>
      localAddressOf(connect(`import Redis from "ioredis"; new Redis({ ${options} });`));
    assert.equal(plain(redis('tls: { localAddress: "::1" }')), 'known "::1"');
    assert.equal(plain(redis('localAddress: "::1"')), "absent");
  });
});

describe("a connection without a port of its own", () => {
  for (const [code, expected] of [
    ["net.connect({ port: 1 });", false],
    ["net.connect({ path: '/run/a' });", true],
    ["net.connect({ port: 1, socket: other });", true],
    ["http.get({ socketPath: '/run/a' });", true],
    ["http.get({ path: '/a' });", false],
  ] as [string, boolean][])
    it(`${code} ${expected}`, () => assert.equal(hasNoLocalPort(connect(code)), expected));
});

describe("an agent of another package", () => {
  const foreign = (agent: string, before = "") => hasForeignAgent(connect(`${before}\nhttp.get({ agent: ${agent} });`));
  for (const [agent, expected, before] of [
    ["new http.Agent()", false],
    ["new SocksProxyAgent('x')", true, 'import { SocksProxyAgent } from "socks-proxy-agent";'],
    ["it", true, 'import { SocksProxyAgent } from "socks-proxy-agent"; const it = new SocksProxyAgent("x");'],
    ["make()", true],
    ["other", false],
    ["new Mine()", true, "class Mine {}"],
    ["net.createServer()", true],
    ["false", false],
  ] as [string, boolean, string?][])
    it(`${before ?? ""} agent: ${agent} ${expected}`, () => assert.equal(foreign(agent, before), expected));

  it("is one of got's", () => {
    const of = (agent: string) => hasForeignAgent(connect(`got("http://a", { agent: ${agent} });`));
    assert.equal(of("{ https: make() }"), true);
    assert.equal(of("{ https: new https.Agent() }"), false);
    assert.equal(of("{ ...rest }"), false);
  });
});

/** `agent`, `none`, or empty: what a connect makes for the requests of one call alone. */
describe("an agent for one request", () => {
  const own = (code: string) =>
    callsIn(`${MODULES}export async function f(p) { ${code} }`, "connect")
      .flatMap((each) => ownAgent(each)?.kind ?? [])
      .join();
  for (const [code, expected] of [
    ["http.get('http://a', { agent: new http.Agent() });", "agent"],
    ["http.get('http://a', { agent: new http.Agent({ keepAlive: true }) });", "agent"],
    ["http.get('http://a', { agent: new http.Agent(p) });", ""],
    ["http.get('http://a', { agent: new http.Agent(...x) });", ""],
    ["http.get('http://a', { agent: http.Agent() });", ""],
    ["this.agent = new http.Agent();", ""],
    ["http.get('http://a', { agent: false });", "none"],
    ["http.get('http://a', { agent: true });", ""],
    ["http.get('http://a', { ...(x && { agent: false }) });", ""],
    ["http.get('http://a', { agent: false, ...p });", ""],
    ["http.get('http://a', { agent: false, socketPath: '/run/a' });", ""],
    ["http.get('http://a', { agent: false, createConnection });", ""],
    ["http.get('http://a', { agent: false, socket });", ""],
    ["http.request({ method: 'CONNECT', agent: false });", ""],
    ["http.request({ headers: { Upgrade: 'x' }, agent: false });", ""],
    ["http.request({ headers: { accept: 'text/event-stream' }, agent: false });", ""],
    ["const r = http.request({ agent: false }); r.on('upgrade', x);", ""],
    ["const r = http.request({ agent: false }); r.on('socket', x);", ""],
    ["const r = http.request({ agent: false }); r.on('sockets', x);", "none"],
    ["http.request({ method: 'CONNECTED', agent: false });", "none"],
    ["net.connect({ port: 1, agent: false });", ""],
  ] as [string, string][])
    it(`${code} → ${expected || "none of its own"}`, () => assert.equal(own(code), expected));
});
