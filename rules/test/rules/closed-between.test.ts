import { table } from "./found.ts";

const NET = `import net from "node:net"; import { once } from "node:events";
const a = net.createServer(); const b = net.createServer(); const c = net.createServer();
a.listen(3000);
`;

const CLOSED = [
  "a.close();",
  "a.closeAllConnections();",
  "await a[Symbol.asyncDispose](); stop(a);",
  "await shutdown();",
  "await once(a, 'close');",
  "for (const each of [a, c]) each.close();",
  "for (const each of [...servers]) each.close();",
  "for (const each of servers) each.close();",
  "for (const each of servers.values()) each.close();",
  "for (const each of Object.values(servers)) each.close();",
  "servers.forEach((each) => each.close());",
  "const all = []; all.push(a); for (const each of all) each.close();",
  "const all = new Set(); all.add(a); for (const each of all) each.close();",
  "const all = [a]; for (const each of all) each.close();",
  "const all = []; fill(all); for (const each of all) each.close();",
  "const all = new Set(given); for (const each of all) each.close();",
  "function end(server) { server.close(); }",
];

const NOT_CLOSED = [
  "",
  "c.close();",
  "other.close();",
  "a.ref();",
  "a.on('close', f);",
  "await once(c, 'open');",
  "for (const each of [c]) each.close();",
  "const all = []; for (const each of all) each.close();",
  "const all = []; all.push(c); for (const each of all) each.close();",
  "const all = []; all.push(1); for (const each of all) each.close();",
  "const all = new Set(); c.on('connection', (s) => all.add(s)); for (const each of all) each.close();",
  "process.on('SIGTERM', () => a.close());",
  "process.on('exit', () => a.close());",
  "c.on('connection', (s) => s.destroy());",
  "c.on('request', () => a.close());",
];

table("what may close a server between two listens", "no-duplicate-listen", NET, [
  ...CLOSED.map((between) => [`${between}\nb.listen(3000);`, ""] as const),
  ...NOT_CLOSED.map((between) => [`${between}\nb.listen(3000);`, "port@2"] as const),
]);
