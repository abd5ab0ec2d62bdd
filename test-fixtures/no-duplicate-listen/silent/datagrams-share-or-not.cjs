// @fixture {"package":{"os":["linux"]}}
const dgram = require("dgram");

const reuse = process.argv.includes("--share");

// Both do.
const one = dgram.createSocket({ type: "udp4", reuseAddr: true });
const two = dgram.createSocket({ type: "udp4", reuseAddr: true });
one.bind(5300, () => one.setBroadcast(true));
two.bind(5300, () => two.setBroadcast(true));

// Nobody knows whether the first one does.
const maybe = dgram.createSocket({ type: "udp4", reuseAddr: reuse });
const plain = dgram.createSocket({ type: "udp4" });
maybe.bind(5301);
plain.bind(5301);

// Two addresses, two families and two ports.
const near = dgram.createSocket({ type: "udp4", reuseAddr: true });
const far = dgram.createSocket("udp4");
near.bind(5302, "127.0.0.1", () => near.setBroadcast(true));
far.bind(5302, "127.0.0.2");
const four = dgram.createSocket({ type: "udp4", reuseAddr: true });
const six = dgram.createSocket({ type: "udp6", ipv6Only: true });
four.bind(5303, () => four.setBroadcast(true));
six.bind(5303);

// The first is closed before the second is bound.
const first = dgram.createSocket({ type: "udp4", reuseAddr: true });
first.bind(5304, () => {
  first.setBroadcast(true);
  first.close();
  dgram.createSocket("udp4").bind(5304);
});
