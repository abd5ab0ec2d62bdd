import { factsOf, linux } from "../fact.ts";

const seenOn = "Bun 1.4.5";

/** What Bun makes of hosts, paths, flags and local addresses. */
export const bunMore = factsOf("runtimes", linux, {
  "bun-path-wins": {
    title: "In Bun node:http takes the path, and not the port beside it",
    summary:
      "In Bun node:http, node:https, Bun.serve and Bun.listen open the path where a port stands beside it; node:net takes " +
      "the port, as Node.js does.",
    detail:
      "A host beside the path makes node:http and Bun.serve fail with ERR_INVALID_ARG_TYPE; Bun.listen ignores it. Give " +
      "the path alone.",
    sources: ["Bun 1.4.5, node:http, Bun.serve and Bun.listen"],
    experiment: "bun-options",
    seenOn,
  },
  "bun-flags": {
    title: "Bun.listen and Bun's node:net want booleans",
    summary:
      "In Bun reusePort: 1 fails with ERR_INVALID_ARG_TYPE in Bun.listen and node:net; in Bun.serve every truthy value " +
      "counts.",
    detail:
      "The same holds for ipv6Only, and in Bun.listen for exclusive. node:net reports it as an 'error' event, Bun.listen " +
      "throws. Convert what comes from the environment.",
    sources: ["Bun 1.4.5, SocketOptions of Bun.listen"],
    experiment: "bun-options",
    seenOn,
  },
  "bun-http-ignores-ipv6-only": {
    title: "Bun's node:http ignores ipv6Only",
    summary:
      'In Bun http.createServer().listen({ host: "::", ipv6Only: true }) takes IPv4 too, so a server on 127.0.0.1 beside ' +
      "it fails with EADDRINUSE.",
    detail: "node:net and Bun.serve in Bun honour it. Use one of them where IPv4 has to stay free.",
    sources: ["Bun 1.4.5, node:http"],
    experiment: "bun-options",
    seenOn,
  },
  "bun-hosts": {
    title: "Bun takes brackets and * in some places",
    summary:
      'In Bun "[::1]" is ::1 for node:http and Bun.serve, and "*" is :: for them, node:net and Bun.listen; brackets give ' +
      "ENOTFOUND in node:net and Bun.listen.",
    detail:
      'The short forms of IPv4 are taken as in Node.js: "127.1" is 127.0.0.1, and "0" is 0.0.0.0. Node.js takes neither ' +
      "brackets nor *.",
    sources: ["Bun 1.4.5, node:net, node:http, Bun.serve and Bun.listen"],
    experiment: "bun-options",
    seenOn,
  },
  "bun-local-address-other-family": {
    title: "In Bun a localAddress of the other family fails",
    summary:
      "In Bun a connection from an IPv6 localAddress to an IPv4 address fails with ECONNREFUSED, although the server " +
      "listens; from an IPv4 one to an IPv6 address with EINVAL.",
    detail:
      "bind() is refused with EAFNOSUPPORT and EINVAL, and connect() never called. Of a name Bun tries the first address " +
      "only, as Node.js does.",
    sources: ["Bun 1.4.5, node:net, node:http and Bun.connect"],
    experiment: "bun-clients",
    seenOn,
  },
  "bun-connect-local-address": {
    title: "Bun.connect binds for an address only",
    summary:
      "Bun.connect ignores localAddress where hostname is a name, and localPort where there is no localAddress; nothing " +
      "is reported.",
    detail:
      "With an address as hostname both count. node:net in Bun takes localAddress for names too. So look up the name " +
      "first.",
    sources: ["Bun 1.4.5, Bun.connect"],
    experiment: "bun-clients",
    seenOn,
  },
  "bun-udp-socket-connects": {
    title: "Bun.udpSocket binds before it connects",
    summary:
      "Bun.udpSocket({ connect }) binds to a free port and then connects; to an IPv6 address it fails with " +
      "EAFNOSUPPORT, unless hostname is of IPv6.",
    detail:
      'With hostname "::" both families can be reached. The port belongs to this socket alone, whatever the destination ' +
      "is.",
    sources: ["Bun 1.4.5, Bun.udpSocket"],
    experiment: "bun-clients",
    seenOn,
  },
});
