const cluster = require("node:cluster");
const { createSocket } = require("node:dgram");

if (cluster.isPrimary) {
  cluster.fork();
  cluster.fork();
} else {
  const ticker = createSocket({ type: "udp4", reuseAddr: true });
  ticker.bind(30001, () => {
    // hover bind shows worker: setsockopt(IP_ADD_MEMBERSHIP, 239.10.0.1)
    // hover bind shows primary: bind(0.0.0.0:30001)
    // hover bind does not show primary: setsockopt(IP_ADD_MEMBERSHIP
    // hover bind shows *Runs as*: 2 cluster workers, started in lines 5 and 6.
    ticker.addMembership("239.10.0.1");
//         ^^^^^^^^^^^^^ valid-multicast-membership cluster
  });
  ticker.on("message", (quote) => console.log(cluster.worker.id, quote.toString()));
}
