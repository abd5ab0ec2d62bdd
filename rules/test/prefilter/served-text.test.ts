import assert from "node:assert/strict";
import { mayServeObject } from "../../src/prefilter/served-text.ts";

/** What gives the runtime an object to serve. */
const SERVED = [
  "export default { fetch(request) { return new Response(); } };",
  "export default { port: 3000, fetch: handle };",
  "export default { fetch };",
  "export default { async fetch(request: Request): Promise<Response> { return new Response(); } } satisfies Serve;",
  "export default ({ fetch: app.fetch });",
  "export default <Serve>{ fetch };",
  "export default // the server\n  /* of Bun */ { routes: { '/': { GET: () => new Response('}') } }, fetch };",
  "const server = { fetch };\nexport default server;",
  "const server: Serve<Data> = { fetch };\nexport default server as Serve;",
  "let server;\nserver = { port: 1, fetch };\nexport default server",
  "const server = { fetch };\nexport { server as default };",
  "const a = 1, server = ({ fetch });\nexport { a, server as default };",
  "export { server as default };\nvar server = { fetch };",
  "module.exports = { port: 3000, fetch };",
  "const server = { port: 3000, fetch };\nmodule.exports = server;",
  "const server = { fetch, hostname };\nexport = server;",
  "const text = '{'; export default { text: `{${text}`, quoted: '}', fetch }",
];

/** What does not, though it has both words. */
const NOT_SERVED = [
  "export default class Client { fetch(url) { return get(url); } }",
  "export default function client(fetch, port) { return { port }; }",
  "class Client { fetch(url) {} }\nexport default new Client();",
  "const client = createClient({ fetch, port: 1 });\nexport default client;",
  "const client = make();\nclient.defaults = { fetch };\nexport default client;",
  "export default { adapter: 1 };\nexport const other = { fetch };",
  "module.exports = { fetch, Headers, Request };",
  "module.exports = class Consumer { constructor({ port }) {} fetch() {} };",
  "module.exports = function (fetch) { return { port: 1, fetch }; };",
  "export default async (request) => { const { fetch } = globalThis; return fetch(request, { port: 1 }); };",
  "export default { load: client.fetch() };",
];

describe("whether a text may export an object that is served", () => {
  for (const text of SERVED) it(`may: ${text.replaceAll("\n", " ")}`, () => assert.equal(mayServeObject(text), true));
  for (const text of NOT_SERVED)
    it(`does not: ${text.replaceAll("\n", " ")}`, () => assert.equal(mayServeObject(text), false));

  it("looks at a bundle of many modules once", () => {
    const bundle = "var a = { fetch: 1 };\nmodule.exports = { fetch };\n".repeat(20_000);
    assert.equal(mayServeObject(bundle), false);
  });
});
