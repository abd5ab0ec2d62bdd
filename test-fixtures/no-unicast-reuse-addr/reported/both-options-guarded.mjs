import { createSocket } from "node:dgram";

// On Linux both are set, and then not even the user is compared.
const collector = createSocket({ type: "udp4", reuseAddr: true, reusePort: process.platform === "linux" });
//                                             ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
collector.on("message", (message) => console.log(message.toString()));
collector.bind(8125);
