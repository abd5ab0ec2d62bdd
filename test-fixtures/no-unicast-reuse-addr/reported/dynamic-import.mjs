export async function startTftp(directory) {
  const { createSocket } = await import("node:dgram");
  const { open } = await import("node:fs/promises");

  const socket = createSocket({ type: "udp4", reuseAddr: true });
//                                            ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
  socket.on("message", async (request) => {
    if (request.readUInt16BE(0) !== 1) return;
    const name = request.subarray(2, request.indexOf(0, 2)).toString();
    const file = await open(`${directory}/${name}`);
    await file.close();
  });
  socket.bind(69);
}
