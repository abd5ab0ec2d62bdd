import assert from "node:assert/strict";
import { catalogue } from "../../src/catalogue/index.ts";
import { agentsOf, exchangesAgent } from "../../src/prefilter/agent-text.ts";

const MAKES = [
  "http.get({ agent: new http.Agent({ keepAlive: true }) });",
  "const pool = new Pool('http://10.0.0.1');",
  "await new undici.Client(origin, { pipelining: 1 }).request({ path, method: 'GET' });",
  "const agent: https.Agent = new https.Agent({ ca });",
  "let url = 'https://10.0.0.1', agent = new https.Agent({ ca });",
  "options.agent = new https.Agent({ ca });",
  "options['agent'] = (new https.Agent({ ca }));",
  "got(url, { agent: { https: new https.Agent({ ca }) } });",
  "import { Agent as HttpsAgent } from 'https';\nconst agent = new HttpsAgent();",
  "const { Agent: HttpAgent } = require('http');\nnew HttpAgent({ keepAlive: true });",
  "const KeepAgent = https.Agent;\nnew KeepAgent();",
  "import { ProxyAgent } from 'undici';\nfetch(url, { dispatcher: new ProxyAgent(proxy) });",
  "http.get({ agent: false });",
  'http.get({ "agent": false });',
];

const MAKES_NONE = [
  "const agent = request.agent;",
  "new HttpsProxyAgent(options);",
  "import { HttpsProxyAgent } from 'https-proxy-agent';\nnew HttpsProxyAgent(proxy);",
  "const direct = new transport.Agent({ ...options, proxyEnv: undefined });",
  "if (agent.keepSocketAlive !== transport.Agent.prototype.keepSocketAlive) return;",
  "const headers = ['User-Agent: node'];",
  "const agents = new Agents();",
  "this.agent = new https.Agent({ ca });",
  "agents = { http: new http.Agent(), https: new https.Agent() };",
  "return new Client(origin);",
  "exports.agent = keep(new https.Agent({ ca }));",
  "http.get({ agent });",
];

const LOADS = "import http from 'http';\n";

describe("whether a text may make an agent for one request", () => {
  for (const text of MAKES)
    it(`may: ${text.replaceAll("\n", " ")}`, () => assert.equal(agentsOf(catalogue().packages)?.(LOADS + text), true));
  for (const text of MAKES_NONE)
    it(`does not: ${text.replaceAll("\n", " ")}`, () =>
      assert.equal(agentsOf(catalogue().packages)?.(LOADS + text), false));
});

describe("a text that exchanges the agent of a program", () => {
  for (const [text, expected] of [
    ["http.globalAgent = new http.Agent();", true],
    ["https.globalAgent ??= own;", true],
    ['http["globalAgent"] = own;', true],
    ["http.globalAgent.options.localAddress = address;", true],
    ["http.globalAgent . options = {};", true],
    ["setGlobalDispatcher(agent);", true],
    ["const { setGlobalDispatcher: set } = require('undici');", true],
    ["http.get(url, { agent: http.globalAgent });", false],
    ["if (http.globalAgent == own) start();", false],
    ["http.globalAgent.destroy();", false],
    ["getGlobalDispatcher();", false],
  ] as const)
    it(`${text} ${expected}`, () => assert.equal(exchangesAgent(text), expected));
});
