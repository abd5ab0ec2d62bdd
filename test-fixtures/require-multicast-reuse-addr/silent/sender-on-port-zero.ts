import dgram from "node:dgram";

const socket = dgram.createSocket("udp4");
socket.bind(0, () => {
  socket.setMulticastTTL(2);
  socket.addMembership("239.255.255.250");
  socket.send("NOTIFY * HTTP/1.1\r\n\r\n", 1900, "239.255.255.250");
});
