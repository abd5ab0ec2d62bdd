/** UDP sockets of dgram. */
import type { SocketCall } from "../../rules/src/syscalls/index.ts";
import type { RuntimeName } from "../runtimes-cache.ts";
import { all, loopback, nodes, three, yes, type RuntimeProgram } from "./program.ts";

function datagrams(
  id: string,
  method: string,
  socket: string,
  does: string,
  call: Partial<SocketCall>,
  runtimes: readonly RuntimeName[] = all,
): RuntimeProgram {
  const source = `import dgram from "node:dgram";
const socket = dgram.createSocket(${socket});
const end = () => socket.close();
${does}`;
  return { id, source, call: { api: `dgram.Socket#${method}`, op: "bind", transport: "udp", ...call }, runtimes };
}

const bindLocal = `socket.bind(3000, "127.0.0.1", end);`;
const group = { known: "224.0.0.114" };

export const udp = [
  datagrams("udp bind", "bind", `"udp4"`, "socket.bind(3000, end);", { port: three }),
  datagrams("udp6 bind", "bind", `"udp6"`, "socket.bind(3000, end);", { port: three, family: { known: 6 } }),
  datagrams("udp6 bind with ipv6Only", "bind", `{ type: "udp6", ipv6Only: true }`, "socket.bind(3000, end);", {
    port: three,
    family: { known: 6 },
    ipv6Only: yes,
  }),
  datagrams("udp bind with reuseAddr", "bind", `{ type: "udp4", reuseAddr: true }`, bindLocal, {
    port: three,
    host: loopback,
    reuseAddr: yes,
  }),
  datagrams("udp bind with reusePort", "bind", `{ type: "udp4", reusePort: true }`, bindLocal, {
    port: three,
    host: loopback,
    reusePort: yes,
  }),
  datagrams("udp bind with both", "bind", `{ type: "udp4", reuseAddr: true, reusePort: true }`, bindLocal, {
    port: three,
    host: loopback,
    reuseAddr: yes,
    reusePort: yes,
  }),
  datagrams(
    "udp multicast receiver",
    "bind",
    `{ type: "udp4", reuseAddr: true }`,
    `socket.bind(3000, () => { socket.addMembership("224.0.0.114", "127.0.0.1"); end(); });`,
    { port: three, reuseAddr: yes, membership: group },
  ),
  datagrams(
    "udp6 multicast receiver",
    "bind",
    `{ type: "udp6", reuseAddr: true }`,
    `socket.bind(3000, () => { socket.addMembership("ff02::114", "::%lo"); end(); });`,
    { port: three, family: { known: 6 }, reuseAddr: yes, membership: { known: "ff02::114" } },
  ),
  datagrams(
    "udp membership of an unbound socket",
    "addMembership",
    `"udp4"`,
    `socket.addMembership("224.0.0.114", "127.0.0.1"); end();`,
    { membership: group },
    nodes,
  ),
  datagrams("udp connect", "connect", `"udp4"`, `socket.connect(4000, "127.0.0.1", end);`, {
    op: "connect",
    host: loopback,
    port: { known: 4000 },
  }),
  datagrams("udp send", "send", `"udp4"`, `socket.send("x", 4000, "127.0.0.1", end);`, {}),
];

const newer = ["node-24", "node-26"] as const;
const bindSync = `socket.bindSync({ port: 3000, address: "127.0.0.1" }); end();`;
export const synchronous = [
  datagrams("udp bindSync", "bindSync", `"udp4"`, bindSync, { port: three, host: loopback }, newer),
  datagrams(
    "udp bindSync with reuseAddr",
    "bindSync",
    `{ type: "udp4", reuseAddr: true }`,
    bindSync,
    { port: three, host: loopback, reuseAddr: yes },
    newer,
  ),
  datagrams(
    "udp connectSync",
    "connectSync",
    `"udp4"`,
    `socket.connectSync(4000, "127.0.0.1"); end();`,
    { op: "connect", host: loopback, port: { known: 4000 } },
    newer,
  ),
];
