import dgram from "node:dgram";

let socket;
try {
  socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
} catch {
  socket = dgram.createSocket("udp4");
}
socket.bind(1900, () => socket.addMembership("239.255.255.250"));
