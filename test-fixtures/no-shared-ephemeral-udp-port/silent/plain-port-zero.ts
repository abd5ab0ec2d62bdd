import dgram from "node:dgram";

const short = dgram.createSocket("udp4");
short.bind(0);

const long = dgram.createSocket({ type: "udp6", ipv6Only: true });
long.bind({ port: 0, address: "::1" });
