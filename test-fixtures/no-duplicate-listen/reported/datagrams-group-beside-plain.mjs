import dgram from "node:dgram";

function open() {
  const group = dgram.createSocket({ type: "udp4", reuseAddr: true });
  const direct = dgram.createSocket({ type: "udp6" });
  direct.bind(1900);
  group.bind(1900, () => group.addMembership("239.255.255.250"));
  //    ^^^^ no-duplicate-listen half
  return { group, direct };
}

export const sockets = open();
