import type { Environment } from "../environment.ts";
import type { CallSite } from "../sockets/site.ts";

/** How a port is called in a message: "port 3000", "port 3000 (the default)", "its configured port". */
export function portText({ endpoint }: CallSite): string {
  if (endpoint.kind !== "port") return "its port";
  if (endpoint.value !== undefined) return `port ${endpoint.value}`;
  return endpoint.fallback !== undefined ? `port ${endpoint.fallback} (the default)` : "its configured port";
}

/**
 * The name on which a listen gets an address of either family: where one is taken, Bun tries the next (fact
 * `bun-localhost-second-copy`), so that two listens on one port succeed there. Null for anything else.
 */
export function nameWithTwoFamilies({ host }: CallSite, { runtime }: Environment): string | null {
  return runtime === "bun" && host.state === "known" && String(host.value).toLowerCase() === "localhost"
    ? "localhost"
    : null;
}

/** Which of several listens on one port get it. */
export function firstOnes(name: string | null): string {
  return name === null ? "the first" : "the first two";
}
