const dgram = require("dgram");

const probe = dgram.createSocket({ type: "udp4" });
probe.bind({ port: 6000 }, () => {
  probe.connect(6001, "127.0.0.1", () => probe.send("up"));
});
