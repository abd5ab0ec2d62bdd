const { createSocket } = require("dgram");

const GROUPS = ["224.0.1.129", "224.0.1.130"];

function openEventSocket() {
  const socket = createSocket("udp4");
//               ^^^^^^^^^^^^ require-multicast-reuse-addr missing
  socket.on("error", (error) => console.error("ptp:", error.message));
  return socket;
}

const events = openEventSocket();
events.bind(319, "0.0.0.0", () => {
  for (const group of GROUPS) events.addMembership(group);
});
