import { factsOf, linux } from "../fact.ts";

const sysctl = "linux Documentation/networking/ip-sysctl.rst";
const openPort = "linux net/ipv4/inet_connection_sock.c, inet_csk_find_open_port()";

/** What ip_autobind_reuse changes. */
export const autobind = factsOf("ephemeral-ports", linux, {
  "autobind-reuse-wants-reuse-addr-alone": {
    title: "ip_autobind_reuse works for SO_REUSEADDR alone",
    summary:
      "With net.ipv4.ip_autobind_reuse=1 bind() to port 0 may reuse ports of SO_REUSEADDR sockets, but not " +
      "those of the same user when both sockets have SO_REUSEPORT too.",
    detail:
      "A client that sets both options stays at the size of the range and gets EADDRINUSE from bind(); a " +
      "process of another user is given the very same ports. The kernel documentation calls the setting one " +
      "for experts and prefers IP_BIND_ADDRESS_NO_PORT.",
    since: "Linux 5.7",
    read: ["The kernel documentation calls the setting one for experts and prefers IP_BIND_ADDRESS_NO_PORT."],
    sources: [`${sysctl}, ip_autobind_reuse`],
    experiment: "autobind-reuse",
  },
  "autobind-reuse-gains-little": {
    title: "ip_autobind_reuse reuses part of the range only",
    summary:
      "With ip_autobind_reuse=1 reuse begins in the lower half of the range with one parity, and leaves it " +
      "only where those ports cannot be shared.",
    detail:
      "bind() hands out a port that already leads to the destination, and only connect() notices: it fails " +
      "with EADDRNOTAVAIL. IP_BIND_ADDRESS_NO_PORT reaches range times destinations instead.",
    since: "Linux 5.7",
    sources: [openPort],
    experiment: "autobind-reuse",
  },
  "autobind-reuse-hands-out-server-ports": {
    title: "ip_autobind_reuse can put a server on a used port",
    summary:
      "With ip_autobind_reuse=1 a server that listens on port 0 with SO_REUSEADDR may get a port that other " +
      "sockets hold.",
    detail:
      "bind() and listen() both succeed on the occupied port. Node sets SO_REUSEADDR for port 0 too, so its " +
      "servers are exposed to it.",
    since: "Linux 5.7",
    sources: [`${sysctl}, ip_autobind_reuse`],
    experiment: "autobind-reuse",
  },
});
