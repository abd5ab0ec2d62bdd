// @fixture {"settings":{"platforms":["linux"]}}
import { createSocket } from "node:dgram";

const socket = createSocket({ type: "udp4", reuseAddr: true, reusePort: true });
//                                          ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
socket.on("message", (message) => process.stdout.write(message));
socket.bind(5140);
