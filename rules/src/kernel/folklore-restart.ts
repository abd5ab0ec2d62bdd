import type { Folklore } from "./folklore-types.ts";

/** What is said of TIME_WAIT, restarts and SO_LINGER. */
export const restart: Folklore = {
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
