// @fixture {"package":{"os":["linux"],"engines":{"node":">=22.12"}}}
import { createSocket } from "node:dgram";

const socket = createSocket({ type: "udp4", reuseAddr: true, reusePort: true });
//                                          ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
socket.on("message", (message, from) => console.log(from.address, message.length));
socket.bind(5514);
