// @fixture {"settings":{"platforms":["linux"]}}
import dgram from "node:dgram";
import { record } from "./record";

const statsd = dgram.createSocket({ type: "udp4", reusePort: true });
//                                                ^^^^^^^^^^^^^^^ no-silent-port-sharing shares
statsd.on("message", (datagram) => record(datagram.toString("latin1")));
statsd.bind(8125, "0.0.0.0");
