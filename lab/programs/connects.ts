/** TCP connections. */
import { all, byName, from9, literal, nodes, type Options, type RuntimeProgram } from "./program.ts";

/** A server to connect to, that closes what it accepts, and the connection under test. */
function connecting(
  id: string,
  api: string,
  make: (options: string) => string,
  options: Options,
  host = "127.0.0.1",
): RuntimeProgram {
  const target: Options = { host: { known: host }, port: { known: 4000 } };
  const source = `import net from "node:net"; import tls from "node:tls"; import http from "node:http"; import https from "node:https"; import http2 from "node:http2";
const end = () => setTimeout(() => process.exit(), 50);
net.createServer((socket) => socket.on("error", () => {}).destroy()).listen(4000, ${JSON.stringify(host)}, () => {
  ${make(literal({ ...target, ...options }))}.on("error", end).on("close", end);
});`;
  return { id, source, call: { api, op: "connect", transport: "tcp", ...target, ...options }, runtimes: all };
}

const net = (options: string) => `net.connect(${options})`;

export const tcpConnects = [
  connecting("connect", "net.connect", net, {}),
  connecting("connect with localAddress", "net.connect", net, from9),
  connecting("connect with a wildcard localAddress", "net.connect", net, { localAddress: { known: "0.0.0.0" } }),
  connecting("connect with localPort", "net.connect", net, { localPort: { known: 5000 } }),
  connecting("connect with localPort 0", "net.connect", net, { localPort: { known: 0 } }),
  connecting("connect with both", "net.connect", net, { ...from9, localPort: { known: 5000 } }),
  connecting("connect over IPv6 with localAddress", "net.connect", net, { localAddress: { known: "::1" } }, "::1"),
  connecting("connect over IPv6 with localPort", "net.connect", net, { localPort: { known: 5000 } }, "::1"),
  connecting(
    "net.createConnection with localAddress",
    "net.createConnection",
    (o) => `net.createConnection(${o})`,
    from9,
  ),
  connecting(
    "net.Socket#connect with localAddress",
    "net.Socket#connect",
    (o) => `new net.Socket().connect(${o})`,
    from9,
  ),
  connecting("tls.connect with localAddress", "tls.connect", (o) => `tls.connect(${o})`, from9),
  connecting("http.get with localAddress", "http.get", (o) => `http.get(${o})`, from9),
  connecting("http.request with localAddress", "http.request", (o) => `http.request(${o}).end()`, from9),
  connecting(
    "http.Agent with localAddress",
    "http.Agent",
    (o) => `http.get({ host: "127.0.0.1", port: 4000, agent: new http.Agent(${o}) })`,
    from9,
  ),
  connecting(
    "http.Agent#createConnection with localAddress",
    "http.Agent#createConnection",
    (o) => `new http.Agent().createConnection(${o})`,
    from9,
  ),
  connecting("https.request with localAddress", "https.request", (o) => `https.request(${o}).end()`, from9),
  connecting("https.get with localAddress", "https.get", (o) => `https.get(${o})`, from9),
  connecting(
    "https.Agent with localAddress",
    "https.Agent",
    (o) => `https.get({ host: "127.0.0.1", port: 4000, agent: new https.Agent(${o}) })`,
    from9,
  ),
  connecting(
    "http2.connect with localAddress",
    "http2.connect",
    (o) => `http2.connect("http://127.0.0.1:4000", ${o})`,
    from9,
  ),
];

/** To a host name that has addresses of both families, of which only the second answers. */
const addresses = ["::1", "127.0.0.1"] as const;
const named = (api: string, make: (options: string) => string): RuntimeProgram => {
  const program = connecting(`${api} to localhost`, api, make, byName);
  return { ...program, call: { ...program.call, addresses }, runtimes: [...nodes, "bun"] };
};

export const namedConnects: RuntimeProgram[] = [
  named("net.connect", net),
  named("tls.connect", (o) => `tls.connect(${o})`),
  named("http.get", (o) => `http.get(${o})`),
  named("https.get", (o) => `https.get(${o})`),
  named("http2.connect", () => `http2.connect("http://localhost:4000")`),
  { ...connecting("connect to localhost", "net.connect", net, byName), runtimes: ["deno"] },
  {
    ...connecting("connect to localhost with localAddress", "net.connect", net, { ...byName, ...from9 }),
    runtimes: ["deno"],
  },
];
