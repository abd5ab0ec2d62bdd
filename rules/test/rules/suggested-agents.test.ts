import { suggestions } from "./found.ts";

const HTTP = `import http from "node:http";\nimport { Agent } from "undici";\nconst from = "10.0.0.1";\n`;
const each = (inside: string) => `export async function f(url, id) {\n  ${inside}\n}\n`;
const MADE = "new http.Agent({ keepAlive: true })";
const inline = (agent = "agent: new http.Agent()") => each(`await go(http.get(url, { ${agent} }));`);

suggestions("the name of an agent that is made once", "no-agent-per-request", HTTP, [
  [inline(), [`const agent = ${MADE};\n${inline("agent")}`]],
  [`log(agent);\n${inline()}`, [`log(agent);\nconst sharedAgent = ${MADE};\n${inline("agent: sharedAgent")}`]],
  [
    `function g(agent) {}\n${inline()}`,
    [`function g(agent) {}\nconst sharedAgent = ${MADE};\n${inline("agent: sharedAgent")}`],
  ],
  [`go({ agent: 1 });\n${inline()}`, [`go({ agent: 1 });\nconst agent = ${MADE};\n${inline("agent")}`]],
  [inline("agent: false"), [`const agent = ${MADE};\n${inline("agent")}`]],
  [
    `log(agent);\n${inline("agent: false")}`,
    [`log(agent);\nconst sharedAgent = ${MADE};\n${inline("agent: sharedAgent")}`],
  ],
  [
    `const dispatcher = 1;\n${each("await fetch(url, { dispatcher: new Agent() });")}`,
    [
      `const dispatcher = 1;\nconst sharedDispatcher = new Agent();\n${each("await fetch(url, { dispatcher: sharedDispatcher });")}`,
    ],
  ],
]);

suggestions("an agent that is made once", "no-agent-per-request", HTTP, [
  [inline(`agent: ${MADE}`), [`const agent = ${MADE};\n${inline("agent")}`]],
  [
    inline("agent: new http.Agent({\n    localAddress: from,\n  })"),
    [`const agent = new http.Agent({\n    keepAlive: true,\n    localAddress: from,\n  });\n${inline("agent")}`],
  ],
  [inline("agent: new http.Agent({ localAddress: from }, 1)"), []],
  [each("const a: http.Agent = new http.Agent();\n  await go(http.get(url, { agent: a }));"), [], { path: "src/a.ts" }],
  [each("const h = http;\n  await go(h.get(url, { agent: false }));"), []],
]);
suggestions("one agent for a request that has none", "no-agent-per-request", 'import { get } from "node:http";\n', [
  [each("await go(get(url, { agent: false }));"), []],
]);
