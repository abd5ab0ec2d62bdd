import { isLoopback, isWildcard } from "../../../../rules/src/sockets/host-text.ts";
import type { RuleContext } from "../../../../rules/src/rule.ts";
import type { SocketCall } from "../../../../rules/src/syscalls/index.ts";
import type { Runtime } from "../../../../rules/src/catalogue/types.ts";
import { literalFamily, localIsNoAddress } from "../../../../rules/src/syscalls/steps.ts";
import { remoteEnd } from "./address.ts";
import { admittedVersions } from "../node-versions.ts";
import { applying, isTrue, onAway, onLinux, runsOn, type Consequences, type Line } from "./consequences.ts";

export function ofConnect(call: SocketCall, context: RuleContext<object>): Consequences {
  if (call.path !== undefined)
    return {
      lead: `Connects to the Unix socket ${call.path === "unknown" ? "that `path` names" : `\`${call.path.known}\``}; there is no port.`,
      lines: [],
    };
  const localPort = call.localPort === "unknown" ? "unknown" : (call.localPort?.known ?? 0);
  if (localPort !== 0) return fromPort(localPort, context);
  return call.localAddress === undefined ? plain(call, context) : fromAddress(call, context);
}

function plain(call: SocketCall, context: RuleContext<object>): Consequences {
  const { runtime } = context.environment;
  const name = nameIn(call.host);
  const everyOne = runtime !== "deno" || call.api === "deno.connect";
  const selects = call.autoSelectFamily === undefined ? selectsFamily(context) : isTrue(call.autoSelectFamily);
  const tries = everyOne && name !== null && call.family === undefined && selects;
  const order = call.api === "bun.connect" ? "at once" : "in turn";
  const on = onLinux(context);
  return {
    lead: tries
      ? `Connects to ${remoteEnd(call)}: tries the addresses of the name ${order}, with a socket and a local port for every one.`
      : `Connects to ${remoteEnd(call)} from a local port that the kernel chooses.`,
    lines: applying(
      [
        {
          label: "When ports run out",
          text: `EADDRNOTAVAIL: ${on ? "on Linux a" : "a"} port serves any number of destinations, one connection each.`,
          fact: "plain-connect-shares-by-destination",
        },
      ],
      context,
    ),
  };
}

/** Whether the runtime tries all addresses of a name where nothing is said: Node.js does since 20. */
function selectsFamily({ environment }: RuleContext<object>): boolean {
  const { newest } = admittedVersions(environment);
  return environment.runtime !== "node" || newest === undefined || Number(newest.split(".")[0]) >= 20;
}

function fromAddress(call: SocketCall, context: RuleContext<object>): Consequences {
  const { runtime } = context.environment;
  const local = call.localAddress === "unknown" || call.localAddress === undefined ? null : call.localAddress.known;
  const families = [local, literalHost(call.host)].map((each) => (each === null ? null : literalFamily(each)));
  if (localIsNoAddress(call))
    return {
      lead: "Throws ERR_INVALID_IP_ADDRESS when it connects: `localAddress` is not an IP address.",
      lines: applying([{ label: "Names", fact: "node-local-address-types" }], context),
    };
  if (families[0] && families[1] && families[0] !== families[1])
    return {
      lead: `Fails${otherFamily(call, families[0], runtime)}: ${local} is not of the family of ${literalHost(call.host)}.`,
      lines: applying([{ label: "Families", fact: OTHER_FAMILY[runtime] }], context),
    };
  const linux = runsOn(context, "linux");
  const wildcard = local !== null && isWildcard(local);
  const error = call.api === "deno.createHttpClient" ? "`Address already in use`" : "EADDRINUSE";
  const away = onAway(context, ["darwin"]);
  const lines: (Line | null | false)[] = [
    linux && {
      label: "When ports run out",
      text: `On Linux at most 28,232 connections by default, however many servers: then ${error}.`,
      fact:
        runtime === "bun"
          ? "bun-local-address-binds"
          : runtime === "deno"
            ? "deno-local-address-binds"
            : "node-local-address-exhaustion",
    },
    away !== null &&
      !linux && {
        // XNU, in_pcbbind(): a range that is used up gives EADDRNOTAVAIL.
        label: `${away}, when ports run out`,
        text: "The connection fails with EADDRNOTAVAIL.",
      },
    wildcard && {
      label: "The wildcard",
      text: "It chooses nothing: the kernel takes the same address without it.",
      fact: "node-wildcard-local-address",
    },
    !wildcard &&
      (local === null || !isLoopback(local)) && {
        label: "Not an address of this machine",
        text: `\`bind()\` fails with EADDRNOTAVAIL${runtime === "deno" && call.api.startsWith("net.") ? ", which Deno reports as EINVAL" : ""}.`,
        fact: runtime === "deno" ? "deno-foreign-address" : "nonlocal-bind",
      },
    runtime !== "deno" &&
      literalHost(call.host) === null &&
      call.family === undefined && {
        label: "A name of the other family first",
        text: `${families[0] === 6 && runtime === "bun" ? "It fails with ECONNREFUSED" : "`bind()` fails with EINVAL"}; \`family${families[0] === null ? "" : `: ${families[0]}`}\` avoids it.`,
        fact: OTHER_FAMILY[runtime],
      },
  ];
  return {
    lead: `Binds ${local ?? "`localAddress`"} to a port that the kernel chooses, then connects. The port serves this one connection.`,
    lines: applying(lines, context),
  };
}

const OTHER_FAMILY = {
  node: "node-local-address-other-family",
  bun: "bun-local-address-other-family",
  deno: "deno-local-address-other-family",
} as const;

/** How a connection fails from an address of one family to one of the other; Deno's HTTP client has no code for it. */
function otherFamily({ api }: SocketCall, local: 4 | 6, runtime: Runtime): string {
  if (runtime === "node") return " with EINVAL before there is a socket";
  if (runtime === "bun") return local === 6 ? " with ECONNREFUSED" : " with EINVAL";
  return api.startsWith("net.") ? ` with ${local === 6 ? "EINVAL" : "EAFNOSUPPORT"}` : "";
}

function fromPort(port: number | "unknown", context: RuleContext<object>): Consequences {
  const node = context.environment.runtime === "node";
  return {
    lead: `Connects from local port ${port === "unknown" ? "`localPort`" : port}. A second connection to the same server fails${runsOn(context, "linux") ? " with EADDRNOTAVAIL" : ""}.`,
    lines: applying(
      [
        {
          label: "A server listens on the port",
          text: "`bind()` fails with EADDRINUSE.",
          fact: "listener-blocks-reuse-addr",
        },
        {
          label: "Reconnect",
          text: "Works at once over its own TIME_WAIT on Linux.",
          fact: "bound-port-reconnects-over-time-wait",
        },
        node && {
          label: "With an Agent",
          text: "A kept connection may serve a request that asked for another local port.",
          fact: "node-agent-pool-key",
        },
      ],
      context,
    ),
  };
}

function literalHost(host: SocketCall["host"]): string | null {
  return host !== undefined && host !== "unknown" && literalFamily(host.known) !== null ? host.known : null;
}

function nameIn(host: SocketCall["host"]): string | null {
  return host !== undefined && host !== "unknown" && literalFamily(host.known) === null ? host.known : null;
}
