// @fixture {"settings":{"platforms":["linux"]}}
import { createSocket } from "node:dgram";

const socket = createSocket({ type: "udp4", reuseAddr: true, reusePort: true });
//                                                           ^^^^^^^^^^^^^^^ no-silent-port-sharing shares
socket.on("message", (message) => process.stdout.write(message));
socket.bind(5140);
