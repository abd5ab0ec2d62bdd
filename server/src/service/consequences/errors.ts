import type { FactId } from "../../../../rules/src/kernel/facts.ts";
import type { ErrorCode } from "../document.ts";

/** Where an error comes from. */
export const ERROR_FACTS: Readonly<Record<ErrorCode, readonly FactId[]>> = {
  EADDRINUSE: [
    "listener-blocks-reuse-addr",
    "node-listen-error-is-an-event",
    "node-local-address-exhaustion",
    "outgoing-connection-blocks-server-bind",
  ],
  EADDRNOTAVAIL: [
    "nonlocal-bind",
    "plain-connect-shares-by-destination",
    "node-local-port",
    "reverse-connect-is-duplicate",
  ],
  EACCES: ["low-ports-need-permission"],
  ENOTSUP: ["reuse-port-unsupported", "udp-reuse-port-unsupported", "reuse-port-supported-platforms"],
};
