import { intervalOf } from "../analysis/intervals.ts";
import type { Rule } from "../rule.ts";
import type { Endpoint } from "../sockets/ports.ts";
import { isTcpListen } from "../sockets/site.ts";

type Range = readonly [first: number, last: number];

interface Options {
  /** Null: that of the platforms. */
  range: Range | null;
}

/** The range of Linux (fact `outgoing-connection-blocks-server-bind`), and the one that macOS and Windows take from RFC 6335. */
const LINUX: Range = [32768, 60999];
const DYNAMIC: Range = [49152, 65535];

/** The range in which all platforms of the project agree, else Linux's: it is where most servers run. */
function rangeOf(platforms: readonly string[]): Range {
  const away = platforms.length > 0 && platforms.every((each) => each === "darwin" || each === "win32");
  return away ? DYNAMIC : LINUX;
}

/** The port, or all those that a random one may be; null where nobody can say. */
function portsOf({ value, fallback, node }: Endpoint & { kind: "port" }): { min: number; max: number } | null {
  const port = value ?? fallback;
  if (port !== undefined) return { min: port, max: port };
  const interval = node && intervalOf(node);
  return interval?.integer === true && interval.min < interval.max ? interval : null;
}

/** The kernel hands the ports of this range to outgoing connections: a server port there may be taken before the server starts. */
const rule: Rule<Options> = {
  name: "no-ephemeral-server-port",
  meta: {
    type: "suggestion",
    description: "Disallow server ports inside the ephemeral port range",
    recommended: "warn",
    messages: {
      ephemeral:
        "A start may fail with EADDRINUSE: an outgoing connection may hold port {{port}} (ephemeral: {{first}}–{{last}}).",
    },
    help: {
      ephemeral: "Take a port outside the range{{reserve}}.",
    },
    schema: {
      type: "object",
      properties: {
        range: {
          type: ["array", "null"],
          items: { type: "integer", minimum: 1, maximum: 65535 },
          minItems: 2,
          maxItems: 2,
          description:
            "First and last ephemeral port of the machines that run the code. `null`: 49152–65535 where `platforms` has only " +
            "macOS and Windows, else the default of Linux's `net.ipv4.ip_local_port_range`, 32768–60999.",
        },
      },
      additionalProperties: false,
    },
    defaultOptions: { range: null },
    optionsProblem: ({ range }) =>
      range && range[0] > range[1]
        ? `option "range" expects the first port before the last, got [${range.join()}].`
        : null,
  },
  check(site, { options, environment: { platforms } }) {
    if (!isTcpListen(site) || site.kind !== "api" || site.endpoint.kind !== "port" || site.repeated) return null;
    const [first, last] = options.range ?? rangeOf(platforms.value);
    const ports = portsOf(site.endpoint);
    if (!ports || ports.min < first || ports.max > last) return null;
    const port = ports.min === ports.max ? String(ports.min) : `${ports.min}–${ports.max}`;
    const option = site.option("port");
    return {
      messageId: "ephemeral",
      data: {
        port,
        first: String(first),
        last: String(last),
        reserve: platforms.value.includes("linux")
          ? ", or reserve this one in net.ipv4.ip_local_reserved_ports on Linux"
          : "",
      },
      at: option.at ?? site.name,
      facts: ["outgoing-connection-blocks-server-bind", "reserved-ports"],
    };
  },
};
export default rule;
