const { createSocket } = require("node:dgram");

const prices = createSocket({ type: "udp4", reuseAddr: true });
prices.bind(15009, () => prices.addMembership("239.20.0.9"));
prices.on("message", (price) => console.log(price.toString()));
