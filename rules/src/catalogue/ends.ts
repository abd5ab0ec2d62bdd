import type { EndsIn } from "./types.ts";

/** The same API on every runtime, as with the `node:` modules that Bun and Deno bring too. */
function everywhere(api: string): EndsIn {
  return { node: api, bun: api, deno: api };
}

/** Where the calls of packages end: in a connection, a server or a datagram socket of the runtime. */
export const ends = {
  connect: everywhere("net.connect"),
  netListen: everywhere("net.Server#listen"),
  tlsListen: everywhere("tls.Server#listen"),
  httpListen: everywhere("http.Server#listen"),
  datagramBind: everywhere("dgram.Socket#bind"),
} as const;
