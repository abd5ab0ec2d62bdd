import dgram from "node:dgram";

const control = dgram.createSocket("udp4");
control.on("message", (message, peer) => control.send(message, peer.port, peer.address));
control.bind(7401);

const discovery = dgram.createSocket({ type: "udp4", reuseAddr: true });
discovery.bind(7400, () => discovery.addMembership("239.255.0.1"));
