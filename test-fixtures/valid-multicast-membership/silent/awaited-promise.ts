import dgram from "node:dgram";
const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
async function open(): Promise<void> {
  await new Promise<void>((resolve) => socket.bind(1900, resolve));
}
async function main(): Promise<void> {
  await open();
  socket.addMembership("239.255.255.250");
}
void main();
