import dgram from "node:dgram";

export const reusePortWorks = await new Promise((resolve) => {
  const socket = dgram.createSocket({ type: "udp4", reusePort: true });
  socket.once("error", () => resolve(false));
  socket.once("listening", () => {
    socket.close();
    resolve(true);
  });
  socket.bind(0);
});
