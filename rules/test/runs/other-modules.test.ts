import assert from "node:assert/strict";
import { said, type Sources } from "./project.ts";

const HTTP = 'import http from "node:http";';
const DGRAM = 'import dgram from "node:dgram";';
const CLUSTER = 'import cluster from "node:cluster";';
const listen = (args: string) => `${HTTP} http.createServer().listen(${args});`;
const bind = (args: string, options = '"udp4"') => `${DGRAM} dgram.createSocket(${options}).bind(${args});`;
const MAIN = { "main.js": 'import "./other.js"; import "./server.js";' };

type Row = readonly [what: string, sources: Sources, expected: string];

function table(title: string, rule: string, around: Sources, rows: readonly Row[]): void {
  describe(title, () => {
    for (const [what, sources, expected] of rows)
      it(what, () => assert.equal(said(rule, { "package.json": {}, ...around, ...sources }, "server.js"), expected));
  });
}

table("what another module of the program opens before", "no-duplicate-listen", MAIN, [
  ["the same port", { "server.js": listen("3000"), "other.js": listen("3000") }, "port"],
  ["one of two ports", { "server.js": listen("3000"), "other.js": listen("x ? { port: 3000 } : { port: 80 }") }, ""],
  [
    "a port that is one of two here",
    { "server.js": listen("x ? { port: 3000 } : { port: 80 }"), "other.js": listen("3000") },
    "",
  ],
  ["the port of a Unix path", { "server.js": listen("'/run/a'"), "other.js": listen("'/run/a'") }, ""],
  [
    "the port of a connection",
    { "server.js": listen("3000"), "other.js": `import net from "net"; net.connect(3000);` },
    "",
  ],
  [
    "one of its addresses, after another one",
    {
      "server.js": listen('3000, "127.0.0.1"'),
      "other.js": `${listen('3000, "127.0.0.2"')} http.createServer().listen(3000, "127.0.0.1");`,
    },
    "port",
  ],
  [
    "the same port, bound and not listened on",
    { "server.js": listen("3000"), "other.js": `import net from "node:net"; new net.BoundSocket({ port: 3000 });` },
    "",
  ],
  ["of datagrams", { "server.js": bind("5000"), "other.js": bind("5000") }, "datagram"],
  ["of datagrams, another port", { "server.js": bind("5000"), "other.js": bind("5001") }, ""],
  ["of a listen, where this one is of datagrams", { "server.js": bind("5000"), "other.js": listen("5000") }, ""],
  [
    "of datagrams that share their address, beside one that does not",
    { "server.js": bind("5000"), "other.js": bind("5000", '{ type: "udp4", reuseAddr: true }') },
    "half",
  ],
  [
    "of datagrams that do not share their address, beside one that does",
    { "server.js": bind("5000", '{ type: "udp4", reuseAddr: true }'), "other.js": bind("5000") },
    "half",
  ],
  [
    "of datagrams that all share their address",
    {
      "server.js": bind("5000", '{ type: "udp4", reuseAddr: true }'),
      "other.js": bind("5000", '{ type: "udp4", reuseAddr: true }'),
    },
    "",
  ],
  [
    "of the same server",
    {
      "server.js": 'import { server } from "./other.js"; server.listen(3000);',
      "other.js": `${HTTP} export const server = http.createServer(); server.listen(3000);`,
    },
    "",
  ],
  [
    "twice, a second time in a catch",
    {
      "server.js": listen("3000"),
      "other.js": `${HTTP} const s = http.createServer(); try { s.listen(3001); } catch { s.listen(3000); }`,
    },
    "",
  ],
  [
    "in a cluster's worker",
    {
      "server.js": listen("3000"),
      "other.js": `${CLUSTER} ${HTTP} if (cluster.isWorker) http.createServer().listen(3000);`,
    },
    "",
  ],
]);

const BUN = { "package.json": { engines: { bun: ">=1.2" }, scripts: { start: "bun server.js" } } };

table("the default export that Bun serves, after another module's listen", "no-duplicate-listen", BUN, [
  [
    "on its port",
    { "server.js": 'import "./other.js"; export default { port: 3000, fetch() {} };', "other.js": listen("3000") },
    "port",
  ],
  [
    "on another port",
    { "server.js": 'import "./other.js"; export default { port: 3001, fetch() {} };', "other.js": listen("3000") },
    "",
  ],
  [
    "on one of its addresses",
    {
      "server.js": 'import "./other.js"; export default { port: 3000, fetch() {} };',
      "other.js": listen('3000, "127.0.0.1"'),
    },
    "",
  ],
  [
    "that it shares",
    {
      "server.js": 'import "./other.js"; export default { port: 3000, reusePort: true, fetch() {} };',
      "other.js": listen("3000"),
    },
    "",
  ],
  [
    "on the port that both open by default",
    {
      "server.js": 'import "./other.js"; export default { port: process.env.PORT || 3000, fetch() {} };',
      "other.js": listen("3000"),
    },
    "port",
  ],
]);

table("another module's listen that shares the port", "no-mixed-reuse-port", MAIN, [
  ["always", { "server.js": listen("3000"), "other.js": listen("{ port: 3000, reusePort: true }") }, "mixed"],
  [
    "in one of its forms",
    { "server.js": listen("3000"), "other.js": listen("x ? { port: 3000, reusePort: true } : { port: 80 }") },
    "",
  ],
  [
    "that this one opens in one of its forms",
    { "server.js": listen("x ? { port: 3000 } : { port: 80 }"), "other.js": listen("{ port: 3000, reusePort: true }") },
    "",
  ],
  [
    "where a cluster's worker may run this one",
    {
      "server.js": `${CLUSTER} ${HTTP} if (cluster.isPrimary && x) cluster.fork(); http.createServer().listen(3000);`,
      "other.js": listen("{ port: 3000, reusePort: true }"),
    },
    "",
  ],
  [
    "where both run in a cluster's workers",
    {
      "server.js": `${CLUSTER} ${HTTP} if (cluster.isWorker) http.createServer().listen(3000);`,
      "other.js": `${CLUSTER} ${HTTP} if (cluster.isWorker) http.createServer().listen({ port: 3000, reusePort: true });`,
    },
    "",
  ],
  [
    "under a condition",
    { "server.js": listen("3000"), "other.js": listen("{ port: 3000, ...(x && { reusePort: true }) }") },
    "",
  ],
]);
