import { createSocket } from "dgram";

const options = { type: "udp4", sendBufferSize: 1 << 18 };
options.reuseAddr = true;
// @1:18 no-shared-ephemeral-udp-port shared

const exporter = createSocket(options);
exporter.bind(0, "10.0.0.4");

export const send = (record) => exporter.send(record, 2055, "10.0.0.1");
