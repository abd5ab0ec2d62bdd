import dgram from "node:dgram";

export function openSender(interfaceAddress: string) {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
  socket.bind(1900, interfaceAddress, () => {
    socket.setMulticastInterface(interfaceAddress);
    socket.setMulticastTTL(4);
    socket.setMulticastLoopback(false);
  });
  return {
    announce: (text: string) => socket.send(text, 1900, "239.255.255.250"),
  };
}
