module.exports = async function measure(host) {
  const { createSocket } = await import("node:dgram");
  const socket = createSocket({ type: "udp4", reusePort: true });
//                                            ^^^^^^^^^^^^^^^ no-shared-ephemeral-udp-port shared
  const started = process.hrtime.bigint();
  socket.bind();
  socket.send("", 7, host);
  await new Promise((resolve) => socket.once("message", resolve));
  socket.close();
  return Number(process.hrtime.bigint() - started) / 1e6;
};
