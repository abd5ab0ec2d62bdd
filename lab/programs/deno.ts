/** APIs of Deno. */
import type { SocketCall } from "../../rules/src/syscalls/index.ts";
import {
  byName,
  from9,
  literal,
  loopback,
  named,
  remote,
  tcpConnect,
  tcpListen,
  three,
  udpBind,
  yes,
  type Options,
  type RuntimeProgram,
} from "./program.ts";

function deno(
  id: string,
  method: string,
  source: (options: string) => string,
  call: Pick<SocketCall, "op" | "transport">,
  options: Options,
): RuntimeProgram {
  return {
    id,
    source: source(literal(options, { ...named, reuseAddr: "reuseAddress", backlog: "tcpBacklog" })),
    call: { api: `deno.${method}`, ...call, ...options },
    runtimes: ["deno"],
  };
}

const denoListen = (options: string) => `Deno.listen(${options}).close();`;
// Unlike Node, Deno wants a certificate before it listens.
const denoListenTls = (options: string) => `import { execFileSync } from "node:child_process";
const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "-"];
const pem = execFileSync("openssl", ["req", ...key, "-x509", "-subj", "/CN=lab", "-days", "2"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
const [, cert] = /(-----BEGIN CERTIFICATE[^]*)/.exec(pem);
Deno.listenTls({ ...${options}, key: pem.replace(cert, ""), cert }).close();`;
const denoServe = (options: string) =>
  `await Deno.serve({ ...${options}, onListen() {} }, () => new Response("")).shutdown();`;
const denoUdp = (options: string) => `Deno.listenDatagram({ transport: "udp", ...${options} }).close();`;

export const denoPrograms = [
  deno("Deno.listen", "listen", denoListen, tcpListen, { port: three }),
  deno("Deno.listen on ::", "listen", denoListen, tcpListen, { port: three, host: { known: "::" } }),
  deno("Deno.listen with a backlog", "listen", denoListen, tcpListen, {
    port: three,
    host: loopback,
    backlog: { known: 7 },
  }),
  deno("Deno.listen with reusePort", "listen", denoListen, tcpListen, { port: three, host: loopback, reusePort: yes }),
  deno("Deno.listenTls with reusePort", "listenTls", denoListenTls, tcpListen, {
    port: three,
    host: loopback,
    reusePort: yes,
  }),
  deno("Deno.serve", "serve", denoServe, tcpListen, { port: three }),
  deno("Deno.serve with reusePort", "serve", denoServe, tcpListen, { port: three, host: loopback, reusePort: yes }),
  deno("Deno.listenDatagram", "listenDatagram", denoUdp, udpBind, { port: three, host: loopback }),
  deno("Deno.listenDatagram with reuseAddress", "listenDatagram", denoUdp, udpBind, {
    port: three,
    host: loopback,
    reuseAddr: yes,
  }),
  deno(
    "Deno.connect",
    "connect",
    (o) => `const server = Deno.listen({ hostname: "127.0.0.1", port: 4000 });
(await Deno.connect(${o})).close();
server.close();`,
    tcpConnect,
    remote,
  ),
  {
    ...deno(
      "Deno.connect to localhost",
      "connect",
      (o) => `const server = Deno.listen({ hostname: "127.0.0.1", port: 4000 });
(await Deno.connect(${o})).close();
server.close();`,
      tcpConnect,
      { ...remote, ...byName },
    ),
    call: { api: "deno.connect", ...tcpConnect, ...remote, ...byName, addresses: ["::1", "127.0.0.1"] },
  },
  deno(
    "Deno.connectTls",
    "connectTls",
    (o) => `const server = Deno.listen({ hostname: "127.0.0.1", port: 4000 });
server.accept().then((connection) => connection.close());
await Deno.connectTls(${o}).catch(() => {});
server.close();`,
    tcpConnect,
    remote,
  ),
  deno(
    "Deno.createHttpClient with localAddress",
    "createHttpClient",
    () => `const server = Deno.listen({ hostname: "127.0.0.1", port: 4000 });
const client = Deno.createHttpClient({ localAddress: "127.0.0.9" });
fetch("http://127.0.0.1:4000", { client }).catch(() => {});
(await server.accept()).close();
setTimeout(() => Deno.exit(), 50);`,
    tcpConnect,
    { ...remote, ...from9 },
  ),
  deno("Deno.serve on localhost", "serve", denoServe, tcpListen, { port: three, ...byName }),
];
