import { factsOf, linux } from "../fact.ts";

const reusePort = "socket(7), SO_REUSEPORT";
const select = "linux net/core/sock_reuseport.c, reuseport_select_sock()";

/** Several TCP sockets on one address and port. */
export const reuseportGroups = factsOf("reuseport-groups", linux, {
  "reuse-port-needs-all": {
    title: "SO_REUSEPORT is needed on every socket",
    summary:
      "Two listeners share a port only if both have SO_REUSEPORT; if either lacks it the second bind() fails " +
      "with EADDRINUSE.",
    detail:
      "One program that asks for sharing cannot make another one share. In particular a runtime that ignores " +
      "the option turns its second process into an EADDRINUSE.",
    since: "Linux 3.9",
    sources: [reusePort],
    experiment: "reuse-port",
  },
  "reuse-addr-does-not-join-group": {
    title: "SO_REUSEADDR does not join a reuseport group",
    summary:
      "A socket with SO_REUSEADDR but without SO_REUSEPORT cannot bind beside a group of SO_REUSEPORT listeners.",
    detail:
      "The third bind fails with EADDRINUSE. The two options are independent of each other: each needs its " +
      "own partner on the other socket.",
    sources: [reusePort],
    experiment: "reuse-port",
  },
  "reuse-port-before-bind": {
    title: "Set SO_REUSEPORT before bind()",
    summary:
      "A second socket that sets SO_REUSEPORT only after its bind() cannot join: the bind has already failed " +
      "with EADDRINUSE.",
    detail:
      "Linux happens to honour the option when the first socket of a group sets it late, even after " +
      "listen(). The manual, socket(7), asks for it before bind() on every socket, the first included, and " +
      "promises nothing else.",
    read: [
      "The manual, socket(7), asks for it before bind() on every socket, the first included, and promises nothing else.",
    ],
    sources: [reusePort],
    experiment: "reuse-port",
  },
  "reuse-port-clearing-keeps-group": {
    title: "Clearing SO_REUSEPORT does not close a group",
    summary:
      "After a listener clears SO_REUSEPORT, a further socket with the option could still bind on all kernels tried.",
    detail:
      "It is a quirk of a fast path in the kernel, not a promise. To stop others from joining, close the listeners.",
    read: ["It is a quirk of a fast path in the kernel, not a promise."],
    sources: ["linux net/ipv4/inet_connection_sock.c, sk_reuseport_match()"],
    experiment: "reuse-port",
  },
  "reuse-port-same-user": {
    title: "SO_REUSEPORT listeners must belong to one user",
    summary:
      "A second SO_REUSEPORT listener of another effective user fails with EADDRINUSE, and root is no exception.",
    detail:
      "This keeps other users from taking a share of the traffic. Adding SO_REUSEADDR does not change it " +
      "while a listener lives. Bind every listener with the same effective user, and drop privileges " +
      "afterwards in all processes alike.",
    since: "Linux 3.9",
    sources: [reusePort],
    experiment: "reuse-port-users",
  },
  "reuse-port-user-at-socket": {
    title: "The user is the owner of the socket",
    summary:
      "For SO_REUSEPORT the kernel compares the owners of the sockets: who created each of them, unless " +
      "fchown(2) gave it away; not who calls bind().",
    detail:
      "A socket that root created and that is bound after a change of user still counts as root's. A socket " +
      "created by a user and bound by root counts as the user's. After fchown() of a listener its new owner " +
      "may join, and the old one gets EADDRINUSE.",
    sources: ["linux net/core/sock.c, sock_i_uid()"],
    experiment: "reuse-port-users",
  },
  "reuse-port-hash-spreads": {
    title: "Connections are spread by a hash",
    summary:
      "Each new connection goes to one listener of the group, chosen by a hash over the addresses and ports " +
      "of the connection.",
    detail:
      "Over many clients the shares are about even; over few they need not be, and nothing looks at load. The " +
      "same 4-tuple reaches the same listener while the group does not change.",
    since: "Linux 3.9",
    sources: [reusePort, select],
    experiment: "reuse-port-groups",
  },
  "reuse-port-bpf-steers-tcp": {
    title: "A BPF program can choose the listener of a TCP group",
    summary: "With SO_ATTACH_REUSEPORT_CBPF a BPF program, not the hash, chooses the TCP listener of a group.",
    detail:
      "The program is that of the whole group, whichever socket it is set on. It returns a place in the order of " +
      "listen(); for a number that no socket has the hash chooses. SO_ATTACH_REUSEPORT_EBPF does the same with an " +
      "eBPF program. Node.js sets neither option.",
    since: "Linux 4.6 for TCP",
    read: ["SO_ATTACH_REUSEPORT_EBPF does the same with an eBPF program."],
    sources: ["socket(7), SO_ATTACH_REUSEPORT_CBPF and SO_ATTACH_REUSEPORT_EBPF", select],
    experiment: "reuse-port-steering",
  },
  "reuse-port-incoming-cpu": {
    title: "SO_INCOMING_CPU chooses the listener by CPU",
    summary:
      "In a SO_REUSEPORT group of TCP listeners, one with SO_INCOMING_CPU gets the connections that come in on " +
      "that CPU.",
    detail:
      "With a listener for each CPU, a connection stays on the CPU that its packets come in on. Node.js does not " +
      "set the option.",
    since: "Linux 6.2 in groups",
    kernels: "5.10 ignores it in a group: the hash chooses. 6.1.192 has the change of 6.2.",
    sources: ["socket(7), SO_INCOMING_CPU", "linux commit b261eda84ec1, soreuseport: Fix socket selection"],
    experiment: "reuse-port-steering",
  },
  "stalled-listener-keeps-share": {
    title: "A stalled listener keeps its share",
    summary:
      "A listener that accepts nothing goes on getting its share of connections; they are not handed to its " +
      "siblings.",
    detail:
      "When its accept queue is full, SYNs that hash to it are dropped and those clients hang in SYN_SENT, " +
      "while siblings are idle. A blocked event loop in one process thus stalls part of the clients.",
    sources: [select, "listen(2)"],
    experiment: "reuse-port-groups",
  },
  "closing-listener-resets-queue": {
    title: "Closing a listener resets its accept queue",
    summary:
      "When one SO_REUSEPORT listener closes, the connections in its accept queue are reset, though its " +
      "siblings could have served them.",
    detail:
      "So a rolling restart loses connections that were already established for the client. Linux 5.14 and " +
      "later can move them to a sibling with net.ipv4.tcp_migrate_req=1, which is off by default.",
    sources: ["linux Documentation/networking/ip-sysctl.rst, tcp_migrate_req"],
    experiment: "reuse-port-groups",
  },
  "migrate-req-moves-queue": {
    title: "tcp_migrate_req moves the accept queue",
    summary:
      "With net.ipv4.tcp_migrate_req=1 the connections queued on a closing SO_REUSEPORT listener move to " +
      "another one of the group.",
    detail: "None is reset then. Whether the setting works must be tried: a kernel can show the file and do nothing.",
    since: "Linux 5.14",
    kernels: "On Debian's 5.10 the setting exists and has no effect; 6.1, 6.12, 6.18 and 7.3 move the queue.",
    sources: ["linux Documentation/networking/ip-sysctl.rst, tcp_migrate_req"],
    experiment: "reuse-port-groups",
  },
  "tcp-port-zero-never-shares": {
    title: "TCP port 0 never shares",
    summary:
      "Binding TCP port 0 with SO_REUSEPORT gives every socket a port of its own, and EADDRINUSE when none is left.",
    detail:
      "Sharing needs a number that all know. To share a port that the kernel chose, bind once with port 0, " +
      "read the number, and bind the others to it.",
    sources: ["linux net/ipv4/inet_connection_sock.c, inet_csk_find_open_port()"],
    experiment: "reuse-port",
  },
  "second-copy-splits-silently": {
    title: "A second copy takes a share in silence",
    summary:
      "Two processes of one user that both set SO_REUSEPORT share the port: no error, and each serves part " +
      "of the clients.",
    detail:
      "A copy that was started by accident, or an old one that did not stop, answers part of the requests. " +
      "Where only one copy is meant to run, leave the option out and let EADDRINUSE say so.",
    sources: [reusePort],
    experiment: "reuse-port-groups",
  },
  "reuseport-groups-per-family": {
    title: ":: and 0.0.0.0 do not share the clients",
    summary: "When a :: and a 0.0.0.0 listener with SO_REUSEPORT have one port, every IPv4 connection goes to 0.0.0.0.",
    detail:
      "The kernel prefers the socket of the connection's own family. So a dual-stack server and an IPv4 one " +
      "bind without an error, and the first gets no IPv4 client. UDP sockets with SO_REUSEADDR behave alike, " +
      "even when :: was bound last.",
    sources: ["linux net/ipv4/inet_hashtables.c, compute_score()", "linux net/ipv4/udp.c, compute_score()"],
    experiment: "reuse-port-groups",
  },
});
