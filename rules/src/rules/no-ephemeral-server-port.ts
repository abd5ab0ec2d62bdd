import type { Rule } from "../rule.ts";
import { isTcpListen } from "../sockets/site.ts";

interface Options {
  range: readonly [first: number, last: number];
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
        "Port {{port}} of `{{call}}` lies in the ephemeral range {{first}}–{{last}}: an outgoing connection of any process may hold it, and then the listen fails with EADDRINUSE, SO_REUSEADDR or not. Take a port outside the range, or reserve this one in net.ipv4.ip_local_reserved_ports.",
    },
    schema: {
      type: "object",
      properties: {
        range: {
          type: "array",
          items: { type: "integer", minimum: 1, maximum: 65535 },
          minItems: 2,
          maxItems: 2,
          description:
            "First and last ephemeral port: `net.ipv4.ip_local_port_range` of the machines that run the code.",
        },
      },
      additionalProperties: false,
    },
    defaultOptions: { range: [32768, 60999] },
    optionsProblem: ({ range: [first, last] }) =>
      first > last ? `option "range" expects the first port before the last, got [${first},${last}].` : null,
  },
  check(site, { options }) {
    if (!isTcpListen(site) || site.kind !== "api" || site.endpoint.kind !== "port" || site.repeated) return null;
    const port = site.endpoint.value ?? site.endpoint.fallback;
    const [first, last] = options.range;
    if (port === undefined || port < first || port > last) return null;
    const option = site.option("port");
    return {
      messageId: "ephemeral",
      data: { port: String(port), call: site.label, first: String(first), last: String(last) },
      at: option.at ?? site.name,
      facts: ["outgoing-connection-blocks-server-bind", "reserved-ports"],
    };
  },
};
export default rule;
