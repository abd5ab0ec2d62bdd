import dgram from "node:dgram";

// Port 0 makes it the other defect, and the only finding.
const client = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                                ^^^^^^^^^^^^^^^ no-shared-ephemeral-udp-port shared
client.bind(0);
client.send("hello", 41234, "192.0.2.1");
