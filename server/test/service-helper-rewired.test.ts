import assert from "node:assert/strict";
import { open, titled, type Given } from "./service-fixture.ts";
import { applied } from "./service-helper.ts";

const IMPORTS = `import http from "node:http";\nimport https from "node:https";\nimport net from "node:net";\nimport tls from "node:tls";\n`;
const MODULE: Given = { path: "a.mjs" };

/** The code after the action, without the imports; null where it is not offered. */
function rewired(code: string, given: Given = MODULE): string | null {
  const text = IMPORTS + code;
  const opened = open(text, given);
  const reported = opened.diagnostics.some((each) => each.code === "no-bind-before-connect");
  assert.ok(reported, "it is reported");
  if (!titled(opened.actions(), /IP_BIND_ADDRESS_NO_PORT/)) return null;
  return applied(text, given).text.replace(/^(?:import .*\r?\n)+/, "");
}

describe("connect helper: the code that uses it", () => {
  for (const [code, expected] of [
    ["f(new http.Agent({ localAddress: from }));\n", "f(createAgent(from));\n"],
    ["f(new https.Agent({ localAddress: from }));\n", "f(createSecureAgent(from));\n"],
    ["f(new http.Agent({ ...rest, localAddress: from }));\n", "f(createAgent(from, { ...rest }));\n"],
    [
      "f(new http.Agent({\n  localAddress: from,\n  maxSockets: 4,\n}));\n",
      "f(createAgent(from, {\n  maxSockets: 4,\n}));\n",
    ],
    ["f(new http.Agent({ ...(x && { localAddress: from }) }));\n", null],
    ["const o = { localAddress: from };\nf(new http.Agent(o));\n", null],
    [
      "http.get({ host: 'a.test', localAddress: from });\n",
      "http.get({ host: 'a.test', agent: createAgent(from) });\n",
    ],
    ["http.request({ localAddress: from }, done);\n", "http.request({ agent: createAgent(from) }, done);\n"],
    [
      "https.get('https://a.test', { localAddress: from });\n",
      "https.get('https://a.test', { agent: createSecureAgent(from) });\n",
    ],
    ["http.get({ localAddress: from, agent });\n", null],
    ["http.get({ localAddress: from, createConnection });\n", null],
    [
      "net.connect({ host: '10.0.0.2', port: 80, localAddress: '10.0.0.1' });\n",
      "connectFrom('10.0.0.1', { host: '10.0.0.2', port: 80 });\n",
    ],
    [
      "net.createConnection({ host: '10.0.0.2', port: 80, localAddress: from });\n",
      "connectFrom(from, { host: '10.0.0.2', port: 80 });\n",
    ],
    [
      "net.connect({ host: '::2', port: 80, localAddress: '::1' }, ready);\n",
      "connectFrom('::1', { host: '::2', port: 80 }).once(\"connect\", ready);\n",
    ],
    ["net.connect({ host: '10.0.0.2', port: 80, localAddress: 'a.test' });\n", null],
    ["net.connect({ host: '10.0.0.2', port: 80, localAddress: 7 });\n", null],
    ["net.connect({ host, port: 80, localAddress: '10.0.0.1' });\n", null],
    ["net.connect({ port: 80, localAddress: '10.0.0.1' });\n", null],
    ["net.connect({ host, port: 80, localAddress: from });\n", null],
    ["tls.connect({ host: '10.0.0.2', port: 80, localAddress: '10.0.0.1' });\n", null],
    ["f(new http.Agent({ localAddress: one }));\n", "f(createAgent(one));\n"],
  ] as const)
    it(code.trim(), () => assert.equal(rewired(code), expected));

  it("is that of the problem, where there are several", () => {
    const text = `${IMPORTS}f(new http.Agent({ localAddress: one }));\nf(new http.Agent({ localAddress: two }));\n`;
    const opened = open(text, MODULE);
    const titles = opened.actions().filter((each) => /IP_BIND_ADDRESS_NO_PORT/.test(each.title));
    assert.deepEqual(
      titles.map((each) => JSON.stringify(each.edit).match(/createAgent\((one|two)\b/)?.[1]),
      ["one", "two"],
    );
  });
  it("is Node's alone", () => {
    const code = "f(new http.Agent({ localAddress: from }));\n";
    for (const runtime of ["bun", "deno"] as const)
      assert.equal(rewired(code, { ...MODULE, settings: { runtime } }), null);
  });
  it("has the line breaks of the file", () => {
    const text = 'import http from "node:http";\r\nf(new http.Agent({ localAddress: from }));\r\n';
    assert.equal(
      applied(text, MODULE).text,
      'import http from "node:http";\r\nimport { createAgent } from "./connect-no-port.mjs";\r\nf(createAgent(from));\r\n',
    );
  });
});

describe("connect helper: its title", () => {
  const title = (manifest: object) =>
    applied('import http from "node:http";\nf(new http.Agent({ localAddress: from }));\n', {
      ...MODULE,
      package: manifest,
    }).title;
  const made = "Create a connect helper that sets IP_BIND_ADDRESS_NO_PORT";
  for (const [manifest, how] of [
    [{}, "through koffi, to be installed: npm install koffi"],
    [{ dependencies: { koffi: "2" } }, "through koffi"],
    [{ devDependencies: { koffi: "2" } }, "through koffi"],
    [{ engines: { node: ">=26.9.0" } }, "through node:ffi"],
    [{ engines: { node: ">=26.8.0" } }, "through koffi, to be installed: npm install koffi"],
  ] as const)
    it(JSON.stringify(manifest), () => assert.equal(title(manifest), `${made} ${how}`));
});
