// With its mistakes; discovery-clean.ts is the same program without them.
import dgram from "node:dgram";

const GROUP = "239.255.77.77";
const LOOPBACK = "127.0.0.1";
const port = Number(process.env.PORT ?? 18777);
const statsPort = Number(process.env.STATS_PORT ?? 18778);

const responder = dgram.createSocket("udp4");
responder.on("message", (message, from) => {
  if (message.toString() === "who?") responder.send(`notes at ${LOOPBACK}:18080`, from.port, from.address);
});
responder.bind(port, () => {
  responder.addMembership(GROUP, LOOPBACK);
  console.log(`responder on ${responder.address().port}`);
});

const stats = dgram.createSocket({ type: "udp4", reuseAddr: true });
stats.on("message", (message) => console.log(`stats: ${message.toString()}`));
stats.bind(statsPort, LOOPBACK, () => console.log(`stats on ${stats.address().port}`));

const asker = dgram.createSocket({ type: "udp4", reuseAddr: true });
asker.on("message", (message) => console.log(`found: ${message.toString()}`));
asker.bind(0, LOOPBACK, () => {
  asker.setMulticastInterface(LOOPBACK);
  asker.send("who?", port, GROUP);
});

process.once("SIGTERM", () => [responder, stats, asker].forEach((socket) => socket.close()));
