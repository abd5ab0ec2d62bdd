import type { FactId } from "../../../../rules/src/kernel/facts.ts";
import type { Consequences, Line } from "./consequences.ts";
import type { RawOption, RawSite } from "../../../../rules/src/sockets/site.ts";

/** What is known of a call of libc, by the question that it answers. */
interface Answers {
  secondProcess?: FactId;
  restart?: FactId;
  exhausted?: FactId;
  also: readonly FactId[];
}

function consequences(lead: string, { secondProcess, restart, exhausted, also }: Answers): Consequences {
  const line = (label: string, fact: FactId | undefined): Line[] => (fact ? [{ label, fact }] : []);
  return {
    lead,
    lines: [
      ...line("A second process", secondProcess),
      ...line("Restart", restart),
      ...line("When ports run out", exhausted),
      ...also.flatMap((fact) => line("Besides", fact)),
    ],
  };
}

export function ofRaw(site: RawSite): Consequences {
  return site.op === "setsockopt" && site.sets !== null
    ? ofOption(site.sets, site.stream === false)
    : consequences(LEADS[site.op], answers(site));
}

const LEADS = {
  setsockopt: "Sets an option of the socket.",
  bind: "Binds the descriptor to an address and a port.",
  listen: "Makes the descriptor a listener: from here on others are kept out.",
  connect: "Connects the descriptor; one that is not bound gets a port for its destination.",
} as const;

function answers(site: RawSite): Answers {
  const udp = site.stream === false;
  switch (site.op) {
    case "setsockopt":
      return { also: [] };
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
  const lead = option === "other" || option === "unknown" ? LEADS.setsockopt : OPTION_LEADS[option];
  return consequences(lead, optionAnswers(option, udp));
}

const OPTION_LEADS = {
  SO_REUSEADDR: "Lets `bind()` take a port over connections in TIME_WAIT that had it too.",
  SO_REUSEPORT: "Lets sockets that all set it before `bind()` share one port.",
  IP_BIND_ADDRESS_NO_PORT: "Leaves the choice of the port to `connect()`.",
} as const;

function optionAnswers(option: RawOption, udp: boolean): Answers {
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
