/**
 * Calls as people write them, in programs that are traced: what is said of such a call is worked out from the source,
 * and not given beside it.
 */

/** A program in which `// ⇐` marks the line of the call under test. */
export interface CallShape {
  id: string;
  source: string;
  /** What a name of the program comes to: it is looked up by `resolved`. */
  addresses?: readonly string[];
}

const HEAD = `import net from "node:net"; import tls from "node:tls"; import http from "node:http"; import https from "node:https"; import http2 from "node:http2"; import dgram from "node:dgram"; import cluster from "node:cluster";
const end = () => setTimeout(() => process.exit(), 50);
const quiet = (socket) => socket.on("error", end).on("close", end);
const both = [{ address: "::1", family: 6 }, { address: "127.0.0.1", family: 4 }];
const resolved = (name, options, done) => options.all ? done(null, both) : done(null, both[0].address, both[0].family);
`;

/** The call is made once a server listens where it goes to. */
export function towards(where: string, call: string): string {
  return `${HEAD}net.createServer((socket) => socket.on("error", () => {}).destroy()).listen(${where}, () => {
  quiet(${call}); // ⇐
});`;
}

const to4 = (id: string, call: string): CallShape => ({ id, source: towards(`4000, "127.0.0.1"`, call) });
const toPath = (id: string, call: string): CallShape => ({ id, source: towards(`"./server.sock"`, call) });
const toName = (id: string, call: string): CallShape => ({
  ...to4(id, call),
  addresses: ["::1", "127.0.0.1"],
});
/** No socket is made for it: the call fails before. */
export const alone = (id: string, body: string): CallShape => ({ id, source: `${HEAD}${body}` });

export const callShapes: readonly CallShape[] = [
  toPath("net.connect(path)", `net.connect("./server.sock")`),
  toPath("net.createConnection(path)", `net.createConnection("./server.sock")`),
  toPath("net.connect({ path })", `net.connect({ path: "./server.sock" })`),
  toPath("new Socket().connect(path)", `new net.Socket().connect("./server.sock")`),
  toPath("http.request({ socketPath })", `http.request({ socketPath: "./server.sock" }).end()`),
  to4("net.connect(port, host)", `net.connect(4000, "127.0.0.1")`),
  to4("net.createConnection(port, host)", `net.createConnection(4000, "127.0.0.1")`),
  to4("net.connect({ port as text })", `net.connect({ port: "4000", host: "127.0.0.1" })`),
  to4("new Socket().connect(port, host)", `new net.Socket().connect(4000, "127.0.0.1")`),
  to4("tls.connect(port, host)", `tls.connect(4000, "127.0.0.1")`),
  to4("http.get(url)", `http.get("http://127.0.0.1:4000/")`),
  to4("http.request(url, options)", `http.request("http://127.0.0.1:4000/", { method: "PUT" }).end()`),
  to4("http.get(url, options with localAddress)", `http.get("http://127.0.0.1:4000/", { localAddress: "127.0.0.9" })`),
  to4("https.get(url)", `https.get("https://127.0.0.1:4000/")`),
  to4("http.get({ hostname })", `http.get({ hostname: "127.0.0.1", port: 4000 })`),
  to4("http2.connect(url)", `http2.connect("http://127.0.0.1:4000")`),
  toName("net.connect to a name", `net.connect({ host: "two.test", port: 4000, lookup: resolved })`),
  toName("tls.connect to a name", `tls.connect({ host: "two.test", port: 4000, lookup: resolved })`),
  toName("http.get to a name", `http.get({ host: "two.test", port: 4000, lookup: resolved })`),
  toName("https.get of a name", `https.get("https://two.test:4000/", { lookup: resolved })`),
  toName("http2.connect to a name", `http2.connect("http://two.test:4000", { lookup: resolved })`),
  toName(
    "a name without autoSelectFamily",
    `net.connect({ host: "two.test", port: 4000, autoSelectFamily: false, lookup: resolved })`,
  ),
  toName(
    "localAddress of the other family than the name's first address",
    `net.connect({ host: "two.test", port: 4000, localAddress: "127.0.0.9", lookup: resolved })`,
  ),
  {
    ...toName(
      "localAddress and family of one kind",
      `net.connect({ host: "two.test", port: 4000, family: 4, localAddress: "127.0.0.9", lookup: (n, o, done) => done(null, "127.0.0.1", 4) })`,
    ),
    addresses: ["127.0.0.1"],
  },
  to4(
    "localAddress of the other family than the host",
    `net.connect({ host: "127.0.0.1", port: 4000, localAddress: "::1" })`,
  ),
  alone("listen(port, callback)", `const server = net.createServer();\nserver.listen(3000, end); // ⇐`),
  alone(
    "listen(port, host, backlog)",
    `const server = http.createServer();\nserver.listen(3000, "127.0.0.1", 64, end); // ⇐`,
  ),
  alone("listen(port as text)", `const server = http.createServer();\nserver.listen("3000", end); // ⇐`),
  alone("listen()", `const server = net.createServer();\nserver.listen(end); // ⇐`),
  alone("listen({ path })", `const server = net.createServer();\nserver.listen({ path: "./own.sock" }, end); // ⇐`),
  alone("listen(path)", `const server = net.createServer();\nserver.listen("./own.sock", end); // ⇐`),
  alone(
    "listen({ port, exclusive })",
    `const server = net.createServer();\nserver.listen({ port: 3000, exclusive: true }, end); // ⇐`,
  ),
  alone("https listen", `https.createServer({}).listen(3000, "::1", end); // ⇐`),
  alone("http2 listen", `http2.createServer().listen({ port: 3000, ipv6Only: true, host: "::" }, end); // ⇐`),
  alone(
    "dgram send, unbound",
    `const socket = dgram.createSocket("udp4");\nsocket.send("x", 4000, "127.0.0.1", end); // ⇐`,
  ),
  alone(
    "dgram send, unbound, with reuseAddr",
    `const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });\nsocket.send("x", 4000, "127.0.0.1", end); // ⇐`,
  ),
  alone(
    "dgram send of udp6, unbound",
    `const socket = dgram.createSocket("udp6");\nsocket.send("x", 4000, "::1", end); // ⇐`,
  ),
  alone(
    "dgram connect, unbound",
    `const socket = dgram.createSocket("udp4");\nsocket.connect(4000, "127.0.0.1", end); // ⇐`,
  ),
  alone(
    "dgram addMembership, unbound",
    `const socket = dgram.createSocket("udp4");\nsocket.addMembership("224.0.0.114", "127.0.0.1"); end(); // ⇐`,
  ),
  alone(
    "dgram addMembership before bind",
    `const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });\nsocket.on("error", end);\nsocket.addMembership("224.0.0.114", "127.0.0.1");\nsocket.bind(3000); // ⇐`,
  ),
  alone(
    "dgram bind, then addMembership",
    `const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });\nsocket.bind(3000, () => { // ⇐\n  socket.addMembership("224.0.0.114", "127.0.0.1"); end();\n});`,
  ),
  alone(
    "dgram bind({ port, address })",
    `const socket = dgram.createSocket("udp4");\nsocket.bind({ port: 3000, address: "127.0.0.1" }, end); // ⇐`,
  ),
  alone("dgram bind()", `const socket = dgram.createSocket("udp4");\nsocket.bind(end); // ⇐`),
  alone(
    "multicast in a cluster worker",
    `if (cluster.isPrimary) cluster.fork().on("exit", end);
else {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
  socket.bind(3000, () => { // ⇐
    socket.addMembership("224.0.0.114", "127.0.0.1"); process.exit();
  });
}`,
  ),
  alone(
    "http listen in a cluster worker",
    `if (cluster.isPrimary) cluster.fork().on("exit", end);
else http.createServer().listen(3000, () => process.exit()); // ⇐`,
  ),
];
