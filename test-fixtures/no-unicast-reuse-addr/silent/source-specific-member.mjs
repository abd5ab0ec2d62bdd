import { createSocket } from "node:dgram";

const feed = createSocket({ type: "udp4", reuseAddr: true });
feed.on("listening", () => {
  feed.addSourceSpecificMembership("192.0.2.1", "232.1.1.1");
});
feed.bind(30001);
