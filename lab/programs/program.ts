/**
 * Programs to trace: each makes the one call that its `call` describes, on loopback or the
 * wildcard address of a namespace of its own, and ends by itself.
 */
import type { SocketCall } from "../../rules/src/syscalls/index.ts";
import type { RuntimeName } from "../runtimes-cache.ts";

export interface RuntimeProgram {
  id: string;
  source: string;
  call: SocketCall;
  runtimes: readonly RuntimeName[];
}

export const nodes = ["node-20", "node-22", "node-24", "node-26"] as const;
export const all = [...nodes, "bun", "deno"] as const;

export const loopback = { known: "127.0.0.1" };
export const three = { known: 3000 };
export const yes = { known: true };

export type Options = Omit<SocketCall, "api" | "op" | "transport">;

/** The options of a call as source text, under the names that the API gives them. */
export function literal(options: Options, spelled: Readonly<Record<string, string>> = {}): string {
  const entries = Object.entries(options)
    .filter(([name]) => name !== "clusterRole" && name !== "schedulingPolicy")
    .map(([name, value]) => `${spelled[name] ?? name}: ${JSON.stringify((value as { known: unknown }).known)}`);
  return `{ ${entries.join(", ")} }`;
}

/** Each kind of server, with its module, the expression that makes one, and the id of its listen(). */
export const servers = [
  ["net", "createServer()", "net.Server#listen"],
  ["tls", "createServer({})", "tls.Server#listen"],
  ["http", "createServer()", "http.Server#listen"],
  ["https", "createServer({})", "https.Server#listen"],
  ["http2", "createServer()", "http2.Http2Server#listen"],
  ["http2", "createSecureServer({})", "http2.Http2SecureServer#listen"],
] as const;

export const from9 = { localAddress: { known: "127.0.0.9" } };
export const byName: Options = { host: { known: "localhost" } };
export const tcpListen = { op: "listen", transport: "tcp" } as const;
export const tcpConnect = { op: "connect", transport: "tcp" } as const;
export const udpBind = { op: "bind", transport: "udp" } as const;
export const remote: Options = { host: loopback, port: { known: 4000 } };
/** What Bun and Deno call the host. */
export const named = { host: "hostname" };
