import dgram from "node:dgram";

const GROUP = "239.255.255.250";

export function search(target: string, onAnswer: (text: string) => void): void {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                                  ^^^^^^^^^^^^^^^ no-shared-ephemeral-udp-port shared
  socket.on("message", (answer) => onAnswer(answer.toString("utf8")));
  socket.bind(0, () => {
    socket.setMulticastTTL(2);
    socket.addMembership(GROUP);
    socket.send(`M-SEARCH * HTTP/1.1\r\nHOST: ${GROUP}:1900\r\nST: ${target}\r\n\r\n`, 1900, GROUP);
  });
}
