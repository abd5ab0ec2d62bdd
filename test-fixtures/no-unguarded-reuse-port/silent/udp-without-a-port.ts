import dgram from "node:dgram";

const client = dgram.createSocket({ type: "udp4", reusePort: true });
//                                                ^^^^^^^^^^^^^^^ no-shared-ephemeral-udp-port shared
client.on("message", (msg) => console.log(msg.toString()));
client.bind(0);
