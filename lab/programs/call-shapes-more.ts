/** More calls as they are written: text for a port, and what a whole program shares. */
import type { RuntimeName } from "../runtimes-cache.ts";
import { towards } from "./call-shapes.ts";
import { every, nodes, on, type ShapeEverywhere } from "./call-shapes-everywhere.ts";

const to4 =
  (runtimes: readonly RuntimeName[]) =>
  (id: string, before: string, call: string): ShapeEverywhere => ({
    id,
    source: towards(`4000, "127.0.0.1"`, call).replace("net.createServer(", `${before}\nnet.createServer(`),
    runtimes,
  });

export const moreShapes: readonly ShapeEverywhere[] = [
  on(every)("a port in hexadecimal text", `net.createServer().listen("0x1F90", "127.0.0.1", end); // ⇐`),
  on(every)("a port with blanks around it", `http.createServer().listen({ port: " 3000 ", host: "::1" }, end); // ⇐`),
  on(every)("a port with an exponent, net", `net.createServer().listen({ port: "5e3", host: "::1" }, end); // ⇐`),
  on(every)("a port with an exponent, http", `http.createServer().listen({ port: "5000e0" }, end); // ⇐`),
  on(["bun"])("an empty port, net", `net.createServer().listen("", end); // ⇐`),
  on(["bun"])("an empty port, http", `http.createServer().listen("", end); // ⇐`),
  on(["bun"])("binary text, http", `http.createServer().listen("0b11", end); // ⇐`),
  on([...nodes, "bun"])("datagrams, hexadecimal text", `dgram.createSocket("udp4").bind("0x1F90", end); // ⇐`),
  on(every)("datagrams, empty text", `dgram.createSocket("udp4").bind("", end); // ⇐`),
  to4(every)(
    "http.globalAgent exchanged",
    `http.globalAgent = new http.Agent({ localAddress: "127.0.0.9" });`,
    `http.get("http://127.0.0.1:4000/")`,
  ),
  to4(every)(
    "https.globalAgent exchanged",
    `https.globalAgent = new https.Agent({ localAddress: "127.0.0.9" });`,
    `https.get("https://127.0.0.1:4000/")`,
  ),
  to4(nodes)(
    "https.globalAgent exchanged, a request of http",
    `https.globalAgent = new https.Agent({ localAddress: "127.0.0.9" });`,
    `http.get("http://127.0.0.1:4000/")`,
  ),
  to4(nodes)(
    "http.globalAgent exchanged, agent: false",
    `http.globalAgent = new http.Agent({ localAddress: "127.0.0.9" });`,
    `http.get({ host: "127.0.0.1", port: 4000, agent: false })`,
  ),
  on(every)("listen(), no arguments", `net.createServer().listen(end); // ⇐`),
  on(every)("listen(null)", `net.createServer().listen(null, end); // ⇐`),
  on(every)("listen(null) of http", `http.createServer().listen(null, end); // ⇐`),
  on(every)("listen(undefined, host)", `net.createServer().listen(undefined, "127.0.0.1", end); // ⇐`),
  on(every)("a backlog of 0", `net.createServer().listen({ port: 3000, host: "127.0.0.1", backlog: 0 }, end); // ⇐`),
  on(every)(
    "a path beside a port that is undefined",
    `net.createServer().listen({ path: "./own.sock", port: undefined }, end); // ⇐`,
  ),
  on(nodes)(
    "a path beside a port that is null",
    `http.createServer().listen({ path: "./own.sock", port: null }, end); // ⇐`,
  ),
  on(every)("an IPv4 address in an IPv6 one", `net.createServer().listen(3000, "::ffff:127.0.0.1", end); // ⇐`),
  on([...nodes, "bun"])(
    "dgram connect without a host",
    `const socket = dgram.createSocket("udp4").on("error", end);\nsocket.connect(4000, end); // ⇐`,
  ),
  on([...nodes, "bun"])(
    "dgram with both reuse options",
    `dgram.createSocket({ type: "udp6", reusePort: true, reuseAddr: true }).bind(3000, "::1", end); // ⇐`,
  ),
  on(["node-26"])(
    "bindSync",
    `const socket = dgram.createSocket("udp4");\nsocket.bindSync({ port: 3000, address: "127.0.0.1" }); end(); // ⇐`,
  ),
  on(["node-26"])(
    "a BoundSocket with reusePort",
    `const bound = new net.BoundSocket({ host: "::", ipv6Only: true, reusePort: true, port: 3000 }); end(); // ⇐`,
  ),
  to4(every)("a URL object", "", `http.get(new URL("http://127.0.0.1:4000/x"))`),
  to4(every)("a port as text, positional", "", `net.connect("4000", "127.0.0.1")`),
  to4(every)(
    "localAddress and localPort",
    "",
    `net.connect({ port: 4000, host: "127.0.0.1", localAddress: "127.0.0.9", localPort: 5000 })`,
  ),
  to4(every)("a wildcard localAddress", "", `net.connect({ port: 4000, host: "127.0.0.1", localAddress: "0.0.0.0" })`),
  to4(nodes)(
    "localPort of an agent that keeps connections",
    "",
    `http.get({ port: 4000, host: "127.0.0.1", agent: new http.Agent({ keepAlive: true, localPort: 5003 }) })`,
  ),
  on(every)(
    "a port parsed from hexadecimal text",
    `net.createServer().listen(parseInt("0x1F90"), "127.0.0.1", end); // ⇐`,
  ),
  on(every)("a port parsed with a radix", `net.createServer().listen(parseInt("1F90", 16), "127.0.0.1", end); // ⇐`),
  to4(every)("tls.connect(port, host, options)", "", `tls.connect(4000, "127.0.0.1", { localAddress: "127.0.0.9" })`),
  on(["bun", "deno"])(
    "worker: net on a path",
    `if (cluster.isPrimary) cluster.fork().on("exit", end);\nelse net.createServer().listen("w.sock", () => process.exit()); // ⇐`,
  ),
  on(["bun", "deno"])(
    "worker: tls on a path",
    `if (cluster.isPrimary) cluster.fork().on("exit", end);\nelse tls.createServer({}).listen("w.sock", () => process.exit()); // ⇐`,
  ),
  {
    id: "Deno.listenDatagram on a path",
    source: `Deno.listenDatagram({ path: "./own.sock", transport: "unixpacket" }); // ⇐\nsetTimeout(() => Deno.exit(), 50);`,
    runtimes: ["deno"],
  },
  {
    id: "fetch over a Unix socket",
    // Bun makes a relative path absolute.
    source: [
      `import { rmSync } from "node:fs";`,
      `rmSync("/tmp/portreuse-call-shape.sock", { force: true });`,
      `Bun.serve({ unix: "/tmp/portreuse-call-shape.sock", fetch: () => new Response() });`,
      `await fetch("http://localhost:4000/", { unix: "/tmp/portreuse-call-shape.sock" }); // ⇐`,
      `rmSync("/tmp/portreuse-call-shape.sock");`,
      `process.exit();`,
    ].join("\n"),
    runtimes: ["bun"],
  },
];
