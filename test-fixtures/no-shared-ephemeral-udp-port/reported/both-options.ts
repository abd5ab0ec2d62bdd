import { createSocket } from "node:dgram";

const probe = createSocket({ type: "udp4", reuseAddr: true, reusePort: true });
//                                                          ^^^^^^^^^^^^^^^ no-shared-ephemeral-udp-port shared
probe.bind(0);
