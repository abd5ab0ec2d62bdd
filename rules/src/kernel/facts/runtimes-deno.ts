import { factsOf, linux } from "../fact.ts";

const seenOn = "Deno 2.9.6";

/** What Deno makes of hosts, flags and local addresses. */
export const denoMore = factsOf("runtimes", linux, {
  "deno-flags-strict-true": {
    title: "Deno takes reusePort only when it is exactly true",
    summary:
      "In Deno reusePort: 1 sets nothing in Deno.listen, Deno.serve and node:net; Deno.listenTls throws a TypeError for it.",
    detail:
      "The same holds for reuseAddress of Deno.listenDatagram, which is ignored then. Convert what comes from the " +
      "environment.",
    sources: ["Deno 2.9.6, Deno.listen, Deno.serve, Deno.listenTls and Deno.listenDatagram"],
    experiment: "deno-options",
    seenOn,
  },
  "deno-hosts": {
    title: "Deno's own listeners take brackets",
    summary: 'Deno.listen and Deno.serve take "[::1]" for ::1; node:net in Deno fails with ENOTFOUND, as Node.js does.',
    detail:
      'The short forms of IPv4 are taken as in Node.js: "127.1" is 127.0.0.1, and "0" is 0.0.0.0. "*" is taken by neither: ' +
      "Deno.listen throws a URIError.",
    sources: ["Deno 2.9.6, Deno.listen, Deno.serve and node:net"],
    experiment: "deno-options",
    seenOn,
  },
  "deno-foreign-address": {
    title: "In Deno an address of another machine gives EINVAL",
    summary:
      "In Deno listen() of node:net on an address that the machine does not have fails with EINVAL, as a connection with " +
      "such a localAddress does.",
    detail:
      "The kernel says EADDRNOTAVAIL, and node:net of Deno has no such code. Deno.listen throws AddrNotAvailable. So look " +
      "at the address, whatever the code is.",
    sources: ["Deno 2.9.6, node:net and Deno.listen"],
    experiment: "deno-options",
    seenOn,
  },
  "deno-local-address-other-family": {
    title: "In Deno a localAddress decides about the family",
    summary:
      "In Deno a connection from an IPv6 localAddress to an IPv4 address fails with EINVAL, and from an IPv4 one to an " +
      "IPv6 address with EAFNOSUPPORT.",
    detail:
      "The socket is made and bound for the local address, so connect() is refused. Of a name with both " +
      "families Deno takes the IPv4 address.",
    sources: ["Deno 2.9.6, node:net and node:http"],
    experiment: "deno-options",
    seenOn,
  },
});
