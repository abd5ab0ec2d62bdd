import type { CallSite } from "../sockets/site.ts";

/** How a port is called in a message: "port 3000", "a configured port". */
export function portText({ endpoint }: CallSite): string {
  if (endpoint.kind !== "port") return "its port";
  if (endpoint.value !== undefined) return `port ${endpoint.value}`;
  return endpoint.fallback !== undefined ? `a configured port (${endpoint.fallback} by default)` : "a configured port";
}
