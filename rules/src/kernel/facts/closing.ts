import { factsOf, linux } from "../fact.ts";

const bindConflict = "linux net/ipv4/inet_connection_sock.c, inet_csk_bind_conflict()";

/** How a connection ends, and what it leaves behind. */
export const closing = factsOf("restart", linux, {
  "linger-zero-sends-rst": {
    title: "Linger 0 resets and leaves no TIME_WAIT",
    summary: "close() with SO_LINGER on and 0 seconds sends a RST; no TIME_WAIT stays and the port is free at once.",
    detail:
      "It works while the peer is fully open and when it is half closed; once both FINs are exchanged there " +
      "is nothing left to reset. A bind without SO_REUSEADDR succeeds directly afterwards. The peer sees " +
      "ECONNRESET.",
    sources: ["socket(7), SO_LINGER", "linux net/ipv4/tcp.c, __tcp_close()"],
    experiment: "linger",
  },
  "linger-zero-after-shutdown": {
    title: "Linger 0 helps after shutdown() until the peer's FIN",
    summary:
      "After shutdown(SHUT_WR) a close() with linger 0 still leaves nothing behind, unless the peer's FIN " +
      "has already come.",
    detail:
      "In FIN_WAIT2 the reset still removes the connection. Once both FINs are exchanged the connection is " +
      "in TIME_WAIT already, and linger changes nothing.",

    sources: ["linux net/ipv4/tcp.c, __tcp_close()", "RFC 9293, 3.3.2"],
    experiment: "linger",
  },
  "linger-zero-when-killed": {
    title: "Linger 0 also counts when the process is killed",
    summary: "A process that dies by SIGKILL, by abort or by exit resets its linger-0 connections: no TIME_WAIT.",
    detail:
      "The kernel closes the descriptors of a dead process as close() would, with the options that the " +
      "sockets have. Peers see ECONNRESET, and a bind without SO_REUSEADDR works at once.",
    sources: ["linux net/ipv4/tcp.c, __tcp_close()"],
    experiment: "linger-killed",
  },
  "linger-zero-discards-data": {
    title: "Linger 0 throws unsent data away",
    summary:
      "close() with linger 0 drops what is still in the send buffer, and the peer reads ECONNRESET instead " +
      "of the end of the stream.",
    detail:
      "Without linger 0 the kernel delivers everything in the background, then the FIN. So linger 0 is no " +
      "cure for TIME_WAIT in a server that answers before it closes.",
    sources: ["socket(7), SO_LINGER"],
    experiment: "linger",
  },
  "linger-seconds-keep-time-wait": {
    title: "Linger seconds do not shorten TIME_WAIT",
    summary: "A positive SO_LINGER time bounds how long close() waits for unsent data, not how long TIME_WAIT lasts.",
    detail:
      "After a linger of one second the connection is in TIME_WAIT past that second, with the usual minute " +
      "on its timer. The side that closes second has no TIME_WAIT, with linger or without.",
    sources: ["socket(7), SO_LINGER", "linux include/net/tcp.h, TCP_TIMEWAIT_LEN"],
    experiment: "linger",
  },
  "active-closer-gets-time-wait": {
    title: "Who closes first gets TIME_WAIT",
    summary: "The end that closes first passes through TIME_WAIT; the other end keeps nothing.",
    detail:
      "When clients close first the server's port is free at once, even for a bind without SO_REUSEADDR. " +
      "When the server closes first its port is blocked for sockets without the option. When both close " +
      "before either FIN arrives, both ends get it.",
    sources: ["RFC 9293, 3.3.2 and 3.6"],
    experiment: "closing",
  },
  "simultaneous-close-both-time-wait": {
    title: "When both ends close at once, both get TIME_WAIT",
    summary: "When both ends have closed before the FIN of either arrives, both pass through TIME_WAIT.",
    detail:
      "Then a client that never closes first can find its own port in TIME_WAIT all the same. The two FINs have " +
      "to cross on their way, so it is rare beside the ordinary close.",
    sources: ["RFC 9293, 3.6", "linux net/ipv4/tcp_input.c, tcp_rcv_state_process()"],
    experiment: "closing",
  },
  "sigkill-closes-normally": {
    title: "SIGKILL closes sockets normally",
    summary:
      "Killing a server closes its connections as close() does: FIN_WAIT2, for at most tcp_fin_timeout, " +
      "while the peer stays open, and TIME_WAIT if the peer closes within that time.",
    detail:
      "A new process may bind in both states with SO_REUSEADDR on the old and the new socket, and gets " +
      "EADDRINUSE without it. A connection with unread data is reset instead. No signal handler is needed " +
      "for the restart to work.",
    sources: ["RFC 9293, 3.6", bindConflict],
    experiment: "restart-scenarios",
  },
  "orphaned-fin-wait2-times-out": {
    title: "FIN_WAIT2 without an owner ends after tcp_fin_timeout",
    summary:
      "A connection that a dead process left in FIN_WAIT2 is dropped after net.ipv4.tcp_fin_timeout, 60 " +
      "seconds by default, though the peer is still open; no TIME_WAIT follows.",
    detail: "From then on a plain bind() of the port works. The peer stays in CLOSE_WAIT until it closes as well.",
    sources: ["linux Documentation/networking/ip-sysctl.rst, tcp_fin_timeout"],
    experiment: "restart-scenarios",
  },
  "unread-data-sends-rst": {
    title: "Closing with unread data resets the connection",
    summary: "close() while received data is unread sends a RST instead of a FIN, and no TIME_WAIT stays.",
    detail: "So a crash in the middle of a request does not always end in TIME_WAIT. The peer sees ECONNRESET.",
    sources: ["RFC 2525, 2.17", "linux net/ipv4/tcp.c, __tcp_close()"],
    experiment: "closing",
  },
  "leftover-states-block-alike": {
    title: "Every leftover connection blocks like TIME_WAIT",
    summary:
      "ESTABLISHED, FIN_WAIT2 and CLOSE_WAIT leftovers of a port block a bind without SO_REUSEADDR, and let " +
      "one with it pass if they had it too.",
    detail:
      "Only a socket in LISTEN is different: nothing but SO_REUSEPORT on both gets past it. A server whose " +
      "accepted connections live on in another process can therefore be replaced at once.",
    sources: [bindConflict, "socket(7), SO_REUSEADDR"],
    experiment: "closing",
  },
  "shut-rd-is-silent": {
    title: "shutdown(SHUT_RD) tells the peer nothing",
    summary: "SHUT_RD sends no segment: the peer's sends go on succeeding, and both ends stay ESTABLISHED.",
    detail:
      "It cannot be used to make the other side close first. On Linux data that arrives afterwards can even " +
      "still be read.",
    sources: ["linux net/ipv4/tcp.c, tcp_shutdown()"],
    experiment: "closing",
  },
});
