import type { FactId } from "./facts.ts";

export type Verdict = "true" | "half true" | "false";

/** A claim that is often met, in our words, and what Linux does. */
export interface Claim {
  readonly claim: string;
  readonly verdict: Verdict;
  readonly because: string;
  /** What proves it. */
  readonly facts: readonly [FactId, ...FactId[]];
}

export interface Folklore {
  readonly title: string;
  readonly about: string;
  readonly claims: readonly Claim[];
}

const restart: Folklore = {
  title: "A server that cannot restart over TIME_WAIT",
  about:
    "A question-and-answer page: a wildcard server cannot bind its port again after a crash, although it " +
    "sets SO_REUSEADDR. First what the question assumes, then what the answer says.",
  claims: [
    {
      claim: "A restarted server cannot bind its wildcard address while an old connection is in TIME_WAIT.",
      verdict: "half true",
      because:
        "Without SO_REUSEADDR, yes. With it on the old and the new socket the bind works, for wildcard addresses too.",
      facts: ["time-wait-blocks-plain-bind", "wildcard-restart-over-time-wait"],
    },
    {
      claim: "SO_REUSEADDR was set and the bind failed all the same, so the option does not cover this case.",
      verdict: "half true",
      because: "It fails once when the run before did not set the option: the old connections carry the old flag.",
      facts: ["old-socket-needs-reuse-addr", "accepted-socket-flag-counts"],
    },
    {
      claim: "Setting the linger time to 0 does not make the restart work.",
      verdict: "false",
      because:
        "On the connections, not only on the listener, it leaves no TIME_WAIT at all, and even a plain bind " +
        "works. It discards unsent data, though.",
      facts: ["linger-zero-sends-rst", "linger-zero-discards-data"],
    },
    {
      claim: "Turning tcp_tw_reuse on might let the server bind.",
      verdict: "false",
      because: "The setting is about outgoing connections; bind() does not look at it.",
      facts: ["tw-reuse-never-helps-bind"],
    },
    {
      claim: "SO_REUSEPORT is a security risk that one had better avoid.",
      verdict: "half true",
      because:
        "Other users cannot join the port while a listener lives. A second copy of the same user can, and " +
        "nobody is told.",
      facts: ["reuse-port-same-user", "second-copy-splits-silently"],
    },
    {
      claim: "With linger 0 close() does not wait for unsent data.",
      verdict: "true",
      because: "It throws the data away, and the peer reads ECONNRESET.",
      facts: ["linger-zero-discards-data"],
    },
    {
      claim: "Linger 0 avoids TIME_WAIT only if the peer has already closed its reading side.",
      verdict: "false",
      because: "The reset removes the connection, whether the peer is open or half closed.",
      facts: ["linger-zero-sends-rst"],
    },
    {
      claim: "A connection is two one-way pipes that can be shut one by one, and the peer notices either.",
      verdict: "half true",
      because: "Shutting the sending side sends a FIN. Shutting the receiving side sends nothing.",
      facts: ["shut-rd-is-silent", "linger-zero-after-shutdown"],
    },
    {
      claim: "Once the writing side was shut down, TIME_WAIT follows even with linger 0.",
      verdict: "false",
      because: "Only if the peer's FIN came before the close; until then linger 0 still resets.",
      facts: ["linger-zero-after-shutdown"],
    },
    {
      claim: "close() always closes the writing side and therefore has to wait in TIME_WAIT.",
      verdict: "false",
      because: "Not with linger 0, not with unread data, and not when the peer closed first.",
      facts: ["linger-zero-sends-rst", "unread-data-sends-rst", "active-closer-gets-time-wait"],
    },
    {
      claim: "If the peer closes first, TIME_WAIT lasts only as long as the linger time.",
      verdict: "false",
      because:
        "The side that closes second has no TIME_WAIT at all, with any linger time; and a linger time never " +
        "shortens a TIME_WAIT.",
      facts: ["active-closer-gets-time-wait", "linger-seconds-keep-time-wait"],
    },
    {
      claim: "If the peer closes first and the linger time is 0, there is no TIME_WAIT at all.",
      verdict: "true",
      because: "But not for the linger time: the side that closes second never has one.",
      facts: ["active-closer-gets-time-wait", "linger-seconds-keep-time-wait"],
    },
    {
      claim: "A peer that shuts down its receiving side counts as having closed first.",
      verdict: "false",
      because: "It sends nothing, so the other end cannot know.",
      facts: ["shut-rd-is-silent"],
    },
    {
      claim: "A process that crashes or is killed leaves TIME_WAIT, whatever the linger time.",
      verdict: "false",
      because:
        "The kernel closes its sockets with the options that they have: linger 0 resets them. Unread data does too.",
      facts: ["linger-zero-when-killed", "unread-data-sends-rst"],
    },
    {
      claim: "Closing the socket in a signal handler makes no difference to the state it is left in.",
      verdict: "true",
      because: "What a dead process leaves is what close() would have left.",
      facts: ["sigkill-closes-normally"],
    },
    {
      claim: "The process that left a TIME_WAIT may bind over it if, and only if, it sets SO_REUSEADDR.",
      verdict: "half true",
      because:
        "The old socket must have had the option too, and SO_REUSEPORT on both does it as well. Which process " +
        "it was does not matter.",
      facts: ["old-socket-needs-reuse-addr", "reuse-port-restart"],
    },
    {
      claim: "SO_REUSEADDR does not work across processes.",
      verdict: "false",
      because: "On Linux any process may use it, also one of another user.",
      facts: ["reuse-addr-works-across-processes", "reuse-addr-ignores-uid"],
    },
    {
      claim: "The system remembers which process id a TIME_WAIT belongs to.",
      verdict: "false",
      because: "A TIME_WAIT belongs to no process. Its flag decides.",
      facts: ["reuse-addr-works-across-processes", "old-socket-needs-reuse-addr"],
    },
    {
      claim: "So a server that died cannot be started again at once.",
      verdict: "false",
      because: "Killed with SIGKILL and started again over its TIME_WAIT it binds, listens and serves.",
      facts: ["wildcard-restart-after-sigkill"],
    },
    {
      claim: "SO_REUSEPORT solves it, for it has no such restriction.",
      verdict: "half true",
      because: "The old socket must have had it too; and while an old connection is open it asks for the same user.",
      facts: ["reuse-port-restart", "reuse-addr-ignores-uid"],
    },
    {
      claim: "SO_REUSEPORT lets different processes use one port.",
      verdict: "true",
      because: "If they belong to one user and all of them set it.",
      facts: ["second-copy-splits-silently", "reuse-port-needs-all", "reuse-port-same-user"],
    },
    {
      claim: "Shut down reading and wait: the peer's next send fails, and it will close first.",
      verdict: "false",
      because: "The peer's sends succeed.",
      facts: ["shut-rd-is-silent"],
    },
    {
      claim: "SIGKILL cannot be caught, and the system closes the sockets cleanly even then.",
      verdict: "true",
      because:
        "FIN_WAIT2, for at most tcp_fin_timeout, while the peer is open; TIME_WAIT if it closes within that " +
        "time; a RST if data was unread. As with close().",
      facts: ["sigkill-closes-normally", "orphaned-fin-wait2-times-out", "unread-data-sends-rst"],
    },
    {
      claim: "A parent process that owns the sockets can replace a child that was killed.",
      verdict: "true",
      because:
        "The listener stays, and waiting connections go to the next child. For the restart alone SO_REUSEADDR " +
        "would have done.",
      facts: ["parent-owned-listener", "child-holds-listener"],
    },
  ],
};

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
      because: "With SO_REUSEPORT set as well the limit stays.",
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
