import { restart } from "./folklore-restart.ts";
import type { FactId } from "./facts.ts";
import type { Folklore } from "./folklore-types.ts";

const reuse: Folklore = {
  title: "Reusable addresses and reusable ports",
  about: "An article of 2021 about one port for listening and connecting, and about exhausted ports.",
  claims: [
    {
      claim: "SO_REUSEADDR is for reusing addresses, SO_REUSEPORT for reusing ports.",
      verdict: "half true",
      because:
        "Both are about an address and a port together. They lift different conflicts, and each needs its own " +
        "partner on the other socket.",
      facts: ["reuse-addr-does-not-join-group", "listener-blocks-reuse-addr"],
    },
    {
      claim: "With both options on server and client one port can listen and connect.",
      verdict: "true",
      because: "SO_REUSEPORT does it. SO_REUSEADDR alone works only if the client binds before the server listens.",
      facts: ["listen-and-connect-one-port"],
    },
    {
      claim: "A client should choose a source address and port with bind() before it connects.",
      verdict: "false",
      because: "A client that does not bind shares ports by destination and reaches far more connections.",
      facts: ["bind-zero-holds-port", "plain-connect-shares-by-destination"],
    },
    {
      claim: "For port 0 the kernel takes a random port of the ephemeral range.",
      verdict: "half true",
      because: "Of the range, yes; but bind() starts with the ports of one parity and connect() with the others.",
      facts: ["port-parity", "bind-zero-holds-port"],
    },
    {
      claim: "When two nodes connect to each other from fixed ports at the same time, the later one fails.",
      verdict: "half true",
      because: "Unless the two SYNs cross: then both succeed, as one connection.",
      facts: ["simultaneous-open"],
    },
    {
      claim: "The later one fails with EADDRNOTAVAIL, for the connection exists already.",
      verdict: "true",
      because: "Seen from the other end it is the same pair of addresses and ports.",
      facts: ["reverse-connect-is-duplicate"],
    },
    {
      claim: "Protocol, source and destination must be unique on each node.",
      verdict: "true",
      because: "A second connection from the same port to the same destination fails.",
      facts: ["fixed-local-port", "reverse-connect-is-duplicate"],
    },
    {
      claim: "When the range is used up bind() to port 0 fails, though ports could still be shared.",
      verdict: "true",
      because: "At bind() the destination is not known.",
      facts: ["bind-zero-holds-port", "reuse-addr-does-not-lift-limit"],
    },
    {
      claim: "By default bind() to port 0 hands no port out twice, even when every socket has SO_REUSEADDR.",
      verdict: "true",
      because: "It stops at the size of the range, with EADDRINUSE.",
      facts: ["reuse-addr-does-not-lift-limit"],
    },
    {
      claim: "That bind() fails with EADDRNOTAVAIL.",
      verdict: "false",
      because: "It is EADDRINUSE. EADDRNOTAVAIL comes from connect(), when it was left to choose the port.",
      facts: ["bind-zero-holds-port", "plain-connect-shares-by-destination"],
    },
    {
      claim: "Since Linux 5.7 ip_autobind_reuse=1 avoids the failure.",
      verdict: "half true",
      because: "For SO_REUSEADDR without SO_REUSEPORT, and for part of the range.",
      facts: ["autobind-reuse-wants-reuse-addr-alone", "autobind-reuse-gains-little"],
    },
    {
      claim: "It helps a client that sets both options, as the article's own does.",
      verdict: "false",
      because: "With SO_REUSEPORT set as well the limit of one user stays.",
      facts: ["autobind-reuse-wants-reuse-addr-alone"],
    },
    {
      claim: "With the setting, connect() may fail with EADDRINUSE.",
      verdict: "false",
      because: "It may fail, with EADDRNOTAVAIL.",
      facts: ["autobind-reuse-gains-little"],
    },
    {
      claim: "The setting may break applications; IP_BIND_ADDRESS_NO_PORT is the better way.",
      verdict: "true",
      because: "It puts servers on used ports, while the option reaches range times destinations.",
      facts: ["autobind-reuse-hands-out-server-ports", "no-port-shares-by-destination"],
    },
  ],
};

export const folklore: readonly Folklore[] = [restart, reuse];

/** Their own scenarios, played from end to end. */
export const scenarios: readonly { readonly title: string; readonly fact: FactId }[] = [
  {
    title: "A wildcard server is killed with SIGKILL and restarted over TIME_WAIT",
    fact: "wildcard-restart-after-sigkill",
  },
  { title: "A parent owns the socket and restarts its child", fact: "parent-owned-listener" },
  { title: "One port for listening and connecting", fact: "listen-and-connect-one-port" },
  { title: "Two nodes connect to each other at once", fact: "simultaneous-open" },
  { title: "Exhausted ports, the remedies side by side", fact: "exhaustion-remedies" },
];
