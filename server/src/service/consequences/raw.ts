import type { Consequences } from "./consequences.ts";
import type { RawOption, RawSite } from "../../../../rules/src/sockets/site.ts";

export function ofRaw(site: RawSite): Consequences {
  const udp = site.stream === false;
  switch (site.op) {
    case "setsockopt":
      return site.sets === null ? { also: [] } : ofOption(site.sets, udp);
    case "bind":
      return site.endpoint.kind === "ephemeral" && !udp
        ? { exhausted: "bind-zero-holds-port", also: ["no-port-shares-by-destination", "no-port-before-bind"] }
        : { also: udp ? [] : ["time-wait-blocks-plain-bind", "reuse-addr-works-across-processes"] };
    case "listen":
      return {
        secondProcess: "listener-blocks-reuse-addr",
        restart: "time-wait-blocks-plain-bind",
        also: ["reuse-addr-works-across-processes"],
      };
    default:
      return udp
        ? { exhausted: "udp-connect-takes-a-whole-port", also: [] }
        : { exhausted: "plain-connect-shares-by-destination", also: ["bind-zero-holds-port"] };
  }
}

/** What a socket option does, whoever sets it. */
export function ofOption(option: RawOption, udp: boolean): Consequences {
  switch (option) {
    case "SO_REUSEADDR":
      return udp
        ? {
            secondProcess: "udp-reuse-addr-last-takes-all",
            also: ["udp-reuse-addr-no-user-check", "udp-port-zero-shares"],
          }
        : {
            secondProcess: "listener-blocks-reuse-addr",
            restart: "reuse-addr-works-across-processes",
            also: ["old-socket-needs-reuse-addr"],
          };
    case "SO_REUSEPORT":
      return udp
        ? { secondProcess: "udp-reuse-port-flow-hash", also: ["reuse-port-before-bind"] }
        : {
            secondProcess: "second-copy-splits-silently",
            restart: "reuse-port-restart",
            also: ["reuse-port-needs-all", "reuse-port-before-bind", "reuse-port-same-user"],
          };
    case "IP_BIND_ADDRESS_NO_PORT":
      return udp
        ? { exhausted: "no-port-does-not-help-udp", also: [] }
        : {
            exhausted: "no-port-shares-by-destination",
            also: ["no-port-before-bind", "no-port-needs-port-zero", "no-port-delays-port"],
          };
    default:
      return { also: [] };
  }
}
