const cluster = require("cluster");
const dgram = require("dgram");

if (cluster.isPrimary) {
  cluster.fork();
  cluster.fork();
  cluster.fork();
} else {
  const prices = dgram.createSocket({ type: "udp4", reuseAddr: true });
  prices.bind(15000, () => {
    prices.addMembership("239.20.0.1");
//         ^^^^^^^^^^^^^ valid-multicast-membership cluster
  });
  prices.on("message", (message) => console.log(process.pid, message));
}
