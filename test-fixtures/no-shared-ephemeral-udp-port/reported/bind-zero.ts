import dgram from "node:dgram";

const client = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                                ^^^^^^^^^^^^^^^ no-shared-ephemeral-udp-port shared

client.on("message", (reply) => {
  console.log(reply.toString());
  client.close();
});
client.bind(0, () => client.send("status", 27015, "198.51.100.20"));
