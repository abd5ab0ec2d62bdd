import { factsOf, linux } from "../fact.ts";

const lookup = "linux net/ipv4/udp.c, udp4_lib_lookup2()";
const getPort = "linux net/ipv4/udp.c, udp_lib_get_port()";

/** UDP knows no listener and no TIME_WAIT; its options mean something else. */
export const udp = factsOf("udp", linux, {
  "udp-port-zero-shares": {
    title: "UDP port 0 with a reuse option may share a port",
    summary:
      "Binding UDP port 0 with SO_REUSEADDR or SO_REUSEPORT can give a port that another socket with the " +
      "option already has.",
    detail:
      "There is no error: with 10 ports, 40 such sockets all bind, and of 300 sockets in a range of 1000 " +
      "some share a port. Datagrams then reach the wrong socket. TCP does not do this. Leave both options " +
      "out when the kernel chooses the port.",
    sources: [getPort],
    experiment: "udp-binding",
  },
  "udp-reuse-addr-last-takes-all": {
    title: "With SO_REUSEADDR the last UDP socket takes all",
    summary:
      "When several UDP sockets with SO_REUSEADDR are bound to one address, every unicast datagram goes to " +
      "the one bound last.",
    detail:
      "When that one closes, the one before it takes over. A socket bound to a specific address beats a " +
      "wildcard one. A connected socket gets the datagrams of its peer only.",
    sources: [lookup],
    experiment: "udp-delivery",
  },
  "udp-reuse-addr-no-user-check": {
    title: "SO_REUSEADDR lets any user take a UDP port",
    summary:
      "A process of another user may bind a UDP port beside a socket with SO_REUSEADDR and then receives all " +
      "its unicast datagrams.",
    detail:
      "Unlike SO_REUSEPORT alone, the option does not compare users for UDP, and SO_REUSEPORT beside it " +
      "changes nothing. Set it on multicast and broadcast receivers only.",
    sources: ["socket(7), SO_REUSEADDR and SO_REUSEPORT", getPort],
    experiment: "udp-users",
  },
  "udp-both-options-no-user-check": {
    title: "SO_REUSEPORT beside SO_REUSEADDR keeps no user out",
    summary:
      "With SO_REUSEADDR and SO_REUSEPORT on UDP sockets another user may bind the port with both options " +
      "and receives all of its unicast datagrams.",
    detail:
      "The owner's sockets get nothing, however many there are. With SO_REUSEPORT alone the other user gets " +
      "EADDRINUSE. Leave SO_REUSEADDR out of sockets that receive unicast.",
    sources: ["socket(7), SO_REUSEADDR and SO_REUSEPORT", getPort],
    experiment: "udp-users",
  },
  "udp-multicast-to-all": {
    title: "Multicast is delivered to every member",
    summary:
      "A multicast datagram reaches every socket of the port that joined the group; a unicast datagram " +
      "reaches only one of them.",
    detail:
      "That is what SO_REUSEADDR is for on UDP: several receivers on one machine. SO_REUSEPORT on all of " +
      "them delivers multicast in the same way. Wildcard sockets that joined nothing get it as well, while " +
      "IP_MULTICAST_ALL is on.",
    sources: ["linux net/ipv4/udp.c, __udp4_lib_mcast_deliver()", "ip(7), IP_ADD_MEMBERSHIP"],
    experiment: "udp-delivery",
  },
  "multicast-all-delivers-without-join": {
    title: "A wildcard socket gets multicast that others joined",
    summary:
      "On Linux a wildcard socket gets the multicast datagrams of its port for every group that anybody on " +
      "the machine joined, unless its IP_MULTICAST_ALL is off.",
    detail:
      "The option is on by default, and Node.js has no way to switch it off. Bind to the address of the group " +
      "instead, or look at what each datagram holds: a socket bound to a group gets no other group.",
    read: ["Node.js has no way to switch it off"],
    sources: ["ip(7), IP_MULTICAST_ALL", "Node.js doc/api/dgram.md"],
    experiment: "udp-delivery",
  },
  "unicast-bind-gets-no-multicast": {
    title: "A socket bound to a unicast address gets no multicast",
    summary:
      "A UDP socket bound to an address of an interface receives no multicast datagrams, though it has " +
      "joined the group.",
    detail:
      "The destination of the datagram is the group, and the socket is bound to something else. Bind to " +
      "0.0.0.0 or to the group; choose the interface in the membership.",
    sources: ["linux net/ipv4/udp.c, __udp_is_mcast_sock()", "ip(7), IP_ADD_MEMBERSHIP"],
    experiment: "udp-delivery",
  },
  "multicast-receiver-needs-reuse-addr": {
    title: "A second multicast receiver needs SO_REUSEADDR on both",
    summary:
      "A second multicast receiver on an overlapping address fails with EADDRINUSE, unless both have " +
      "SO_REUSEADDR, or both have SO_REUSEPORT and belong to one user.",
    detail:
      "Two receivers that are bound to different groups do not overlap. Ports such as 5353 (mDNS) and 1900 " +
      "(SSDP) may be held by another program of the machine; that program must have set SO_REUSEADDR as well.",
    sources: ["socket(7), SO_REUSEADDR"],
    experiment: "udp-binding",
  },
  "udp-broadcast-to-all": {
    title: "Broadcasts are delivered to every socket of the port",
    summary:
      "A broadcast datagram reaches every wildcard socket on the port, if all of them were bound with SO_REUSEADDR.",
    detail:
      "In the code a broadcast receiver looks like a unicast one; only what is sent to it differs. Unicast " +
      "datagrams to the same port still go to the last socket alone.",
    sources: ["linux net/ipv4/udp.c, __udp4_lib_mcast_deliver()", "ip(7), SO_BROADCAST"],
    experiment: "udp-delivery",
  },
  "udp-reuse-port-flow-hash": {
    title: "UDP flows stick to a socket until the group changes",
    summary:
      "Within a UDP reuseport group each flow goes to one socket by hash, and adding or closing a socket " +
      "moves unrelated flows.",
    detail:
      "Servers that keep state for a peer, such as QUIC or DTLS, lose it for the flows that move. Size the " +
      "group once, or steer with a BPF program (SO_ATTACH_REUSEPORT_CBPF).",

    sources: ["linux net/core/sock_reuseport.c, reuseport_select_sock()", "socket(7), SO_ATTACH_REUSEPORT_CBPF"],
    experiment: "udp-groups",
  },
  "udp-close-loses-queue": {
    title: "Closing a UDP socket loses its queue",
    summary: "Datagrams waiting in a closed UDP socket are gone, also in a reuseport group; the port is free at once.",
    detail:
      "UDP has no TIME_WAIT, so a plain bind() after the close succeeds. Not even tcp_migrate_req=1 saves the datagrams.",
    sources: ["udp(7)"],
    experiment: "udp-groups",
  },
  "udp-connect-takes-a-whole-port": {
    title: "Every UDP socket takes a whole port",
    summary:
      "connect() and send on an unbound UDP socket bind a port for it alone, whatever the destination; when " +
      "none is left they fail with EAGAIN.",
    detail:
      "UDP does not share a local port by destination as TCP connections do. There are as many client sockets " +
      "as ports in the range; bind() to another local address has ports of its own. bind() to port 0 fails with EADDRINUSE in the same situation.",
    sources: ["linux net/ipv4/af_inet.c, inet_autobind()", "ip(7), ip_local_port_range"],
    experiment: "udp-binding",
  },
  "no-port-does-not-help-udp": {
    title: "IP_BIND_ADDRESS_NO_PORT does not multiply UDP ports",
    summary: "On UDP the option only postpones the choice of the port to connect(); a port still serves one socket.",
    detail:
      "With 10 ports ten sockets connect and the eleventh gets EAGAIN from connect(), even when all " +
      "destinations differ. To reach many peers use one socket and send to each address.",
    since: "Linux 4.2",
    sources: ["ip(7), IP_BIND_ADDRESS_NO_PORT"],
    experiment: "udp-binding",
  },
});
