/** The port that a runtime makes of text which Number() does not read as one. */
import { evaluate } from "../analysis/constants.ts";
import type { Runtime } from "../catalogue/types.ts";
import type { CallSite } from "../sockets/site.ts";
import type { SocketCall } from "./types.ts";

/** Where Bun's own servers listen by default, unless an environment variable says something else. */
const BUN_DEFAULT = 3000;

/** Null for what is not text, and for text that the runtime reads as Number() does. */
export function textPort(
  { portNode, endpoint }: CallSite,
  api: string,
  runtime: Runtime,
): Pick<SocketCall, "port"> | null {
  const value = portNode && evaluate(portNode)?.value;
  // node:http in Bun takes null for no port at all, and undefined for port 0.
  if (value === null && portNode !== null && runtime === "bun" && /^https?\./.test(api))
    return { port: { known: BUN_DEFAULT } };
  if (typeof value !== "string" || endpoint.kind === "ipc") return null;
  const isBlank = value.trim() === "";
  // dgram takes empty text for port 0 everywhere.
  if (api.startsWith("dgram.")) return isBlank ? {} : null;
  if (runtime !== "bun") return null;
  const asHttp = /^https?\.|^bun\.serve$/.test(api);
  if (isBlank) return asHttp && value === "" ? { port: { known: BUN_DEFAULT } } : {};
  if (!/^https?\./.test(api)) return null;
  const port = Number.parseInt(value);
  return port > 0 && port <= 65_535 ? { port: { known: port } } : port === 0 ? {} : null;
}
