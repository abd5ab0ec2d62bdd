/** APIs of Bun. */
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

function bun(
  id: string,
  method: string,
  source: (options: string) => string,
  call: Pick<SocketCall, "op" | "transport">,
  options: Options,
): RuntimeProgram {
  return {
    id,
    source: source(literal(options, named)),
    call: { api: `bun.${method}`, ...call, ...options },
    runtimes: ["bun"],
  };
}

const bunServe = (options: string) => `Bun.serve({ ...${options}, fetch: () => new Response("") }).stop(true);`;
const bunListen = (options: string) =>
  `Bun.listen({ hostname: "::", ...${options}, socket: { data() {} } }).stop(true);`;
const bunUdp = (options: string) => `(await Bun.udpSocket(${options})).close();`;
const bunConnect = (
  options: string,
) => `const server = Bun.listen({ hostname: "127.0.0.1", port: 4000, socket: { data() {} } });
(await Bun.connect({ ...${options}, socket: { data() {} } })).end();
server.stop(true);`;

export const bunPrograms = [
  bun("Bun.serve", "serve", bunServe, tcpListen, { port: three }),
  bun("Bun.serve with reusePort", "serve", bunServe, tcpListen, { port: three, host: loopback, reusePort: yes }),
  bun("Bun.serve with ipv6Only", "serve", bunServe, tcpListen, { port: three, host: { known: "::" }, ipv6Only: yes }),
  bun("Bun.listen", "listen", bunListen, tcpListen, { port: three, host: loopback }),
  bun("Bun.listen with reusePort", "listen", bunListen, tcpListen, { port: three, host: loopback, reusePort: yes }),
  bun("Bun.listen with reusePort and exclusive", "listen", bunListen, tcpListen, {
    port: three,
    host: loopback,
    reusePort: yes,
    exclusive: yes,
  }),
  bun("Bun.udpSocket", "udpSocket", bunUdp, udpBind, { port: three }),
  bun("Bun.udpSocket on a host", "udpSocket", bunUdp, udpBind, { port: three, host: loopback }),
  bun(
    "Bun.udpSocket, connected",
    "udpSocket",
    (o) => bunUdp(`{ connect: ${o} }`),
    { op: "connect", transport: "udp" },
    remote,
  ),
  bun("Bun.connect", "connect", bunConnect, tcpConnect, remote),
  bun("Bun.connect with localAddress", "connect", bunConnect, tcpConnect, { ...remote, ...from9 }),
  {
    ...bun("Bun.connect to localhost", "connect", bunConnect, tcpConnect, { ...remote, ...byName }),
    call: { api: "bun.connect", ...tcpConnect, ...remote, ...byName, addresses: ["::1", "127.0.0.1"] },
  },
  bun("Bun.serve on localhost", "serve", bunServe, tcpListen, { port: three, ...byName }),
];
