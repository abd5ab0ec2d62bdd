import assert from "node:assert/strict";
import { isSpent } from "../../src/sockets/spent.ts";
import { marked } from "../analysis/marked.ts";

/** Whether the marked agent goes to requests of the function that makes it, and nowhere else. */
function table(title: string, rows: readonly (readonly [code: string, expected: boolean])[]): void {
  describe(title, () => {
    for (const [code, expected] of rows)
      it(`${code} ${expected ? "is" : "is not"}`, () =>
        assert.equal(isSpent(marked(`async function f(o) { ${code} }`)), expected));
  });
}

const A = "«new Agent()»";

table("an agent in the options of a request", [
  ...["agent", "httpAgent", "httpsAgent", "dispatcher"].map(
    (name) => [`fetch(url, { ${name}: ${A} });`, true] as const,
  ),
  [`fetch(url, { keepAlive: ${A} });`, false],
  [`fetch(url, { userAgent: ${A} });`, false],
  [`fetch(url, { agents: ${A} });`, false],
  ...[
    "request",
    "get",
    "post",
    "put",
    "patch",
    "delete",
    "del",
    "head",
    "options",
    "stream",
    "pipeline",
    "axios",
    "got",
  ].map((name) => [`it.${name}(url, { agent: ${A} });`, true] as const),
  [`needle({ agent: ${A} });`, true],
  [`nodeFetch({ agent: ${A} });`, true],
  [`it.fetchJson({ agent: ${A} });`, true],
  [`it.forget({ agent: ${A} });`, false],
  [`it.getAll({ agent: ${A} });`, false],
  [`it.targets({ agent: ${A} });`, false],
  [`keep({ agent: ${A} });`, false],
  [`it[x]({ agent: ${A} });`, false],
  [`it['a fetch']({ agent: ${A} });`, false],
  [`(() => x)({ agent: ${A} });`, false],
  [`new Request({ agent: ${A} });`, false],
  [`get({ options: { agent: ${A} } });`, false],
  [`get([{ agent: ${A} }]);`, false],
  [`get({ agent: ${A} } as Options);`, true],
  [`get({ agent: ${A} as Agent });`, true],
  [`get({ agent: (x, ${A}) });`, true],
  [`get({ agent: (${A}, x) });`, false],
  [`get({ agent: x ? ${A} : y });`, false],
  [`get({ [${A}]: 1 });`, false],
  [`got(url, { agent: { https: ${A} } });`, true],
  [`got(url, { agent: { http: ${A} } });`, true],
  [`got(url, { agent: { ftp: ${A} } });`, false],
  [`got(url, { agent: { myhttps: ${A} } });`, false],
  [`got(url, { agents: { https: ${A} } });`, false],
  [`got(url, [{ https: ${A} }]);`, false],
  [`keep({ agent: { https: ${A} } });`, false],
]);

table("an agent that makes the request", [
  ...["request", "stream", "pipeline", "dispatch", "get", "fetch"].map((name) => [`${A}.${name}(o);`, true] as const),
  [`(${A} as Client).request(o);`, true],
  [`${A}.requests(o);`, false],
  [`${A}.reget(o);`, false],
  [`${A}.destroy();`, false],
  [`${A}.request;`, false],
  [`it[${A}](o);`, false],
  [`request(${A});`, false],
  [`return ${A};`, false],
  [`this.agent = ${A};`, false],
]);

table("an agent under a name", [
  [`const a = ${A}; get({ agent: a });`, true],
  [`const agent = ${A}; get({ agent });`, true],
  [`const a = ${A}; a.request(o);`, true],
  [`const a = ${A}; get({ agent: a }); post({ agent: a });`, true],
  [`const a = ${A}; get({ agent: a }); keep(a);`, false],
  [`const a = ${A};`, false],
  [`const { a } = ${A};`, false],
  [`let a = ${A}; a = x; get({ agent: a });`, false],
  [`let a; a = ${A}; get({ agent: a });`, false],
  [`var a = ${A}; var a; get({ agent: a });`, false],
  [`const a = ${A}; return () => get({ agent: a });`, false],
  [`const a = ${A}; const g = () => get({ agent: a });`, false],
  [`const a = ${A}; list.map((x) => get({ agent: a }));`, true],
  [`const a = ${A}; list.forEach(function (x) { get({ agent: a }); });`, true],
  [`const a = ${A}; new Promise((done) => get({ agent: a }, done));`, true],
  [`const a = ${A}; p.then(() => get({ agent: a }));`, true],
  [`const a = ${A}; setTimeout(() => get({ agent: a }), 5);`, true],
  [`const a = ${A}; (() => get({ agent: a }))();`, true],
  [`const a = ${A}; it.on('x', () => get({ agent: a }));`, false],
  [`const a = ${A}; setInterval(() => get({ agent: a }), 5);`, false],
  [`const a = ${A}; it.mapped(() => get({ agent: a }));`, false],
  [`const a = ${A}; it[x](() => get({ agent: a }));`, false],
  [`const a = ${A}; list.map((x) => () => get({ agent: a }));`, false],
]);

table("an agent in options with a name", [
  [`const options = { agent: ${A} }; get(options);`, true],
  [`const options = { agent: ${A} }; get(url, options); options.path;`, true],
  [`const options = { agent: ${A} }; options.x = 1; get(options);`, true],
  [`const options = { agent: ${A} }; options.run(); get(options);`, false],
  [`const options = { agent: ${A} }; x[options]; get(options);`, false],
  [`const options = { agent: ${A} }; get({ ...options });`, true],
  [`const options = { agent: ${A} }; keep({ ...options });`, false],
  [`const options = { agent: ${A} }; get(...options);`, false],
  [`const options = { agent: ${A} }; get([...options]);`, false],
  [`const options = { agent: ${A} }; keep(options);`, false],
  [`const options = { agent: ${A} };`, false],
  [`const [options] = { agent: ${A} };`, false],
  [`x = { agent: ${A} };`, false],
  [`const options = { method: 'GET' }; options.agent = ${A}; get(options);`, true],
  [`const options = {}; options.agent = new https.Agent(options), get(options); options.agent = ${A};`, true],
  [`const options = {}; options.agent = ${A}; keep(options);`, false],
  [`const options = {}; options.keep = ${A}; get(options);`, false],
  [`const options = {}; options.agent = y[${A}]; get(options);`, false],
  [`it.options.agent = ${A}; get(it.options);`, false],
  [`const options = {}; x.keep = new https.Agent(options); options.agent = ${A}; get(options);`, false],
  [`const options = {}; x = new https.Agent(options); options.agent = ${A}; get(options);`, false],
]);

// A client hands its options to all its requests.
table("an agent in the options of a client", [
  [`axios.create({ httpAgent: ${A} }).get(url);`, true],
  [`got.extend({ agent: ${A} })(url);`, true],
  [`request.defaults({ agent: ${A} }).post(url);`, true],
  [`axios.create({ httpAgent: ${A} }).defaults;`, true],
  [`axios.create({ httpAgent: ${A} }).interceptors.use(x);`, true],
  [`axios.create({ httpAgent: ${A} }).close();`, false],
  [`axios.create({ httpAgent: ${A} }).get;`, false],
  [`axios.create({ httpAgent: ${A} });`, false],
  [`return axios.create({ httpAgent: ${A} });`, false],
  [`axios.make({ httpAgent: ${A} }).get(url);`, false],
  [`axios.recreate({ httpAgent: ${A} }).get(url);`, false],
  [`create({ httpAgent: ${A} }).get(url);`, false],
  [`new axios.create({ httpAgent: ${A} }).get(url);`, false],
  [`axios.create(x, { httpAgent: ${A} }).get(url);`, false],
  [`const c = axios.create({ httpAgent: ${A} }); await c.get(url);`, true],
  [`const c = axios.create({ httpAgent: ${A} }); await c(url);`, true],
  [`const c = axios.create({ httpAgent: ${A} }); c.defaults.x = 1; await c.get(url);`, true],
  [`const c = axios.create({ httpAgent: ${A} }); keep(c);`, false],
  [`const c = axios.create({ httpAgent: ${A} }); x[c];`, false],
  [`const { c } = axios.create({ httpAgent: ${A} }); c.get(url);`, false],
  [`const c = axios.create({ httpAgent: ${A} }); for (const x of o) await c.get(x);`, false],
  [`const c = axios.create({ httpAgent: ${A} }); while (o) await c.get(x);`, false],
  [`const c = axios.create({ httpAgent: ${A} }); o.map((x) => c.get(x));`, false],
  [`for (const x of o) { const c = axios.create({ httpAgent: ${A} }); await c.get(x); }`, false],
]);
