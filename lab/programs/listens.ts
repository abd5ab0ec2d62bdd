/** TCP servers of Node.js, and of node: modules in Bun and Deno. */
import type { RuntimeName } from "../runtimes-cache.ts";
import {
  all,
  byName,
  literal,
  loopback,
  nodes,
  servers,
  three,
  yes,
  type Options,
  type RuntimeProgram,
} from "./program.ts";

function listening(id: string, [module, create, api]: (typeof servers)[number], options: Options): RuntimeProgram {
  const source = `import m from "node:${module}";
const server = m.${create};
server.listen(${literal(options)}, () => server.close());`;
  return { id, source, call: { api, op: "listen", transport: "tcp", ...options }, runtimes: all };
}

export const tcpListens = [
  ...servers.map((server) => listening(`${server[2]} on a port`, server, { port: three })),
  ...servers.map((server) =>
    listening(`${server[2]} with reusePort`, server, { port: three, host: loopback, reusePort: yes }),
  ),
  listening("listen on port 0", servers[0], { port: { known: 0 } }),
  listening("listen on ::1", servers[0], { port: three, host: { known: "::1" } }),
  listening("listen on ::1 with ipv6Only", servers[0], { port: three, host: { known: "::1" }, ipv6Only: yes }),
  listening("listen on 127.0.0.1 with ipv6Only", servers[0], { port: three, host: loopback, ipv6Only: yes }),
  listening("listen with ipv6Only and no host", servers[0], { port: three, ipv6Only: yes }),
  listening("listen with reusePort and no host", servers[0], { port: three, reusePort: yes }),
  listening("listen with reusePort: false", servers[0], { port: three, reusePort: { known: false } }),
  listening("listen with reusePort and exclusive", servers[0], { port: three, reusePort: yes, exclusive: yes }),
  listening("listen with exclusive", servers[0], { port: three, exclusive: yes }),
  listening("listen with a backlog", servers[0], { port: three, backlog: { known: 7 } }),
];

const newest = ["node-24", "node-26"] as const;

function boundSocket(name: string, options: Options, then: string, runtimes: readonly RuntimeName[]): RuntimeProgram {
  return {
    id: `net.BoundSocket ${name}`,
    source: `import net from "node:net";
if (net.BoundSocket) { const bound = new net.BoundSocket(${literal(options)}); ${then} }
process.exit();`,
    call: { api: "net.BoundSocket", op: "bind", transport: "tcp", ...options },
    runtimes,
  };
}

export const localListens: RuntimeProgram[] = [
  {
    ...listening("listen on a path", servers[0], { path: { known: "./server.sock" }, reusePort: yes }),
    runtimes: [...nodes, "bun"],
  },
  {
    id: "listen on an inherited descriptor",
    // The program is its own parent: the child is started with the listening socket as descriptor 3.
    source: `import net from "node:net"; import { spawn } from "node:child_process"; import { fileURLToPath } from "node:url";
if (process.argv[2] === "child") {
  const server = net.createServer().listen({ fd: 3, port: 4001, reusePort: true }, () => server.close());
} else {
  const server = net.createServer().listen(4000, "127.0.0.1", () => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), "child"], { stdio: [0, 1, 2, server._handle.fd] });
    child.on("exit", (code) => { process.exitCode = code; server.close(); });
  });
}`,
    call: {
      api: "net.Server#listen",
      op: "listen",
      transport: "tcp",
      fd: { known: 3 },
      port: { known: 4001 },
      reusePort: yes,
    },
    runtimes: nodes,
  },
  boundSocket("with reusePort", { port: three, host: loopback, reusePort: yes }, "", nodes),
  boundSocket("without a host", { port: three }, "", nodes),
  boundSocket("with ipv6Only", { port: three, host: { known: "::" }, ipv6Only: yes }, "", nodes),
  boundSocket("on a path", { path: { known: "./bound.sock" } }, "", newest),
];

/** On a host name that has addresses of both families. */
export const namedListens = servers.map((server) =>
  listening(`${server[2]} on localhost`, server, { port: three, ...byName }),
);
