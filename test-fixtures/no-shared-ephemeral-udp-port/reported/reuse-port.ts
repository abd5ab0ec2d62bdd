import dgram from "node:dgram";

// The only finding here: the platform guard is missing as well, but the option has no use at all.
const probe = dgram.createSocket({ type: "udp4", reusePort: true });
//                                               ^^^^^^^^^^^^^^^ no-shared-ephemeral-udp-port shared
probe.bind(0, "0.0.0.0");
probe.send(Buffer.from([0]), 3478, "192.0.2.44");
