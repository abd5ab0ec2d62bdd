import assert from "node:assert/strict";
import { catalogue } from "../../src/catalogue/index.ts";
import { agentsOf } from "../../src/prefilter/agent-text.ts";

const MAKES = [
  "http.get({ agent: new http.Agent({ keepAlive: true }) });",
  "const pool = new Pool('http://10.0.0.1');",
  "new undici.Client(origin, { pipelining: 1 });",
  "import { Agent as HttpsAgent } from 'https';\nconst agent = new HttpsAgent();",
  "const { Agent: HttpAgent } = require('http');\nnew HttpAgent({ keepAlive: true });",
  "const KeepAgent = https.Agent;\nnew KeepAgent();",
  "import { ProxyAgent } from 'undici';\nnew ProxyAgent(proxy);",
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
  "new Agents();",
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
