const { createSocket } = require("node:dgram");

const prices = createSocket({ type: "udp4", reuseAddr: true });
prices.on("listening", () => {
  prices.addMembership("239.20.0.9");
//       ^^^^^^^^^^^^^ valid-multicast-membership cluster
});
prices.on("message", (price) => console.log(price.toString()));
prices.bind(15009);
