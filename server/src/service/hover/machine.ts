import { machineLines } from "../machine.ts";
import type { HoverPart } from "./part.ts";

/** The limits of the machine that the server runs on, where the call takes a port out of them. */
export const machine: HoverPart = ({ call, settings }) => {
  if (!settings.parts.machine || !settings.machine || !call || call.path !== undefined || call.fd !== undefined)
    return [];
  const [low, high] = settings.machine.portRange;
  const port = call.op === "connect" ? (call.localPort ?? { known: 0 }) : (call.port ?? { known: 0 });
  if (port === "unknown") return [];
  return port.known === 0 || (port.known >= low && port.known <= high) ? machineLines(settings.machine) : [];
};
