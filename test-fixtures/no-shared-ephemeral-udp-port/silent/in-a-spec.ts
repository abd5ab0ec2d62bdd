// @fixture {"filename":"src/discovery.spec.ts"}
import dgram from "node:dgram";

it("answers", async () => {
  const client = dgram.createSocket({ type: "udp4", reuseAddr: true });
  client.bind(0);
  client.send("who", 7400, "127.0.0.1");
  await new Promise((resolve) => client.once("message", resolve));
  client.close();
});
