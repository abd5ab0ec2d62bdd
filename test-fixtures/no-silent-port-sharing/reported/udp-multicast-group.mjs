// @fixture {"settings":{"platforms":["linux"]}}
import { createSocket } from "node:dgram";

const socket = createSocket({ type: "udp4", reusePort: true });
//                                          ^^^^^^^^^^^^^^^ no-silent-port-sharing shares
socket.bind(5353, () => socket.addMembership("224.0.0.251"));
