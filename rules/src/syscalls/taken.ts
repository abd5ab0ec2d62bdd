/** Which options of a call a runtime takes at all, by its version: it drops the others without a word. */
import semver from "semver";
import type { Runtime, SocketCall } from "./types.ts";

/** The versions of Node.js in which an option reaches the socket. */
const SINCE = {
  reusePort: "^22.12.0 || >=23.1.0",
  /** With no host, `ipv6Only` was dropped until listen() learned to pass flags on. */
  ipv6OnlyWithoutHost: "^22.12.0 || >=23.1.0",
  boundSocketPath: "^24.20.0 || >=26.7.0",
};

/** The call without what the runtime drops: what is said of it in words has to follow from this one. */
export function taken(given: SocketCall, { name, version }: Runtime): SocketCall {
  const call = { ...given };
  const module = call.api.split(".")[0];
  if (name === "node") {
    const has = (range: string) =>
      version === undefined || semver.satisfies(version, range, { includePrerelease: true });
    if (!has(SINCE.reusePort)) delete call.reusePort;
    if (!has(SINCE.ipv6OnlyWithoutHost) && call.host === undefined && call.transport === "tcp") delete call.ipv6Only;
    if (call.api === "net.BoundSocket" && !has(SINCE.boundSocketPath)) delete call.path;
  }
  // node:http of Bun builds its listen options without these two; exclusive outdoes reusePort in Bun's own API.
  if (name === "bun" && (module === "http" || module === "https")) {
    delete call.reusePort;
    delete call.ipv6Only;
  }
  if (name === "bun" && module === "bun" && call.exclusive !== "unknown" && call.exclusive?.known === true)
    delete call.reusePort;
  if (name === "deno" && call.transport === "tcp") delete call.ipv6Only;
  return call;
}
