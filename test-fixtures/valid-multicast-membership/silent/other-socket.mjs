import dgram from "node:dgram";
const sender = dgram.createSocket("udp4");
const receiver = dgram.createSocket({ type: "udp4", reuseAddr: true });
receiver.bind(6002, () => {
  receiver.addMembership("239.0.0.4");
  sender.bind(6003);
});
