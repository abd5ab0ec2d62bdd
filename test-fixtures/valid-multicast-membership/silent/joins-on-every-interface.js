const dgram = require("dgram");
const os = require("os");
const { address: chosen } = require("./config");

const all = Object.values(os.networkInterfaces()).flat();

const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
socket.bind(5353, () => {
  for (const { address, family } of all) if (family === "IPv4") socket.addMembership("224.0.0.251", address);
});

const other = dgram.createSocket({ type: "udp4", reuseAddr: true });
other.bind(5354, chosen, () => other.addMembership("224.0.0.251"));

for (const { address } of [{ address: "224.0.0.251" }]) {
  const group = dgram.createSocket({ type: "udp4", reuseAddr: true });
  group.bind(5355, address, () => group.addMembership(address));
}

for (const { netmask } of all) {
  const wrong = dgram.createSocket({ type: "udp4", reuseAddr: true });
  wrong.bind(5356, netmask, () => wrong.addMembership("224.0.0.251"));
}
