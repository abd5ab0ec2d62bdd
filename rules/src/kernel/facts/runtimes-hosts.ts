import { everywhere, factsOf, linux } from "../fact.ts";

const net = "Node.js doc/api/net.md, server.listen()";

/** The texts that stand where a host is expected, and a path beside a port. */
export const hosts = factsOf("runtimes", everywhere, {
  "node-short-addresses": {
    title: "A number is an address as well",
    summary: 'listen() on host "127.1", "0x7f.1" or "2130706433" listens on 127.0.0.1, and on host "0" on 0.0.0.0.',
    detail:
      'getaddrinfo() reads them as inet_aton() does: a leading 0 means octal, so "010.0.0.1" is 8.0.0.1. A localAddress ' +
      "has to be written in full; anything else throws ERR_INVALID_IP_ADDRESS.",
    platforms: linux,
    sources: ["getaddrinfo(3)", "inet_aton(3)"],
    experiment: "node-hosts",
  },
  "node-host-in-brackets": {
    title: "Brackets are no part of a host",
    summary: 'listen() on host "[::1]" or "*" fails with ENOTFOUND: neither is an address or a name.',
    detail:
      'Brackets belong to URLs, and "*" to other programs. bind() of dgram fails in the same way. Without a host ' +
      "listen() takes every address.",
    platforms: linux,
    sources: ["getaddrinfo(3)", net],
    experiment: "node-hosts",
  },
  "mapped-wildcard-is-ipv4": {
    title: "::ffff:0.0.0.0 is the wildcard of IPv4",
    summary:
      "A socket on ::ffff:0.0.0.0 is of IPv6 and takes IPv4 connections alone: it conflicts with 0.0.0.0 and 127.0.0.1, " +
      "and not with ::1.",
    detail:
      "::ffff:127.0.0.1 is 127.0.0.1 in the same way. Both conflict with a socket on :: that takes IPv4 too, and not " +
      "with one that has IPV6_V6ONLY.",
    platforms: linux,
    sources: ["ipv6(7)"],
    experiment: "node-hosts",
  },
  "node-port-beside-path": {
    title: "listen() takes the port, and not the path beside it",
    summary:
      "listen({ path, port }) listens on the port and makes no socket file, also where port is undefined or null, which " +
      "is port 0.",
    detail:
      "The servers of http, https, http2 and tls do the same. Leave the key out where the path is meant: " +
      "listen({ path, port: process.env.PORT }) never opens the path.",
    sources: [net, "Node.js 26.10, lib/net.js, Server.prototype.listen()"],
    experiment: "node-hosts",
  },
});
