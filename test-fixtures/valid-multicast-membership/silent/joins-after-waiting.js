const dgram = require("dgram");
const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
async function join() {
  await new Promise((resolve) => setTimeout(resolve, 100));
  socket.addMembership("239.0.0.2");
}
join();
socket.bind(6001);
