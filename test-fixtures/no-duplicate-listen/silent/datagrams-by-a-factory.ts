import dgram from "node:dgram";

/** IPv6 sockets leave IPv4 to the other one. */
function open(type: "udp4" | "udp6", ...then: (() => void)[]) {
  const socket = dgram.createSocket({ type, ipv6Only: true });
  for (const each of then) socket.on("listening", each);
  return socket;
}

open("udp4").bind(3478);
open("udp6").bind(3478);

function either(type: "udp4" | "udp6" = "udp6") {
  if (process.env.IPV4_ONLY) type = "udp4";
  return dgram.createSocket(type);
}

either("udp4").bind(3479);
either("udp6").bind(3479);
