// @fixture {"filename":"src/__tests__/multicast.ts"}
import dgram from "node:dgram";

test("joins the group", async () => {
  const socket = dgram.createSocket("udp4");
  await new Promise<void>((resolve) => socket.bind(5353, resolve));
  socket.addMembership("224.0.0.251");
  socket.dropMembership("224.0.0.251");
  await new Promise<void>((resolve) => socket.close(resolve));
});
