import { createSocket } from "node:dgram";

const METRICS_PORT = 8125;
const counters = new Map();

const statsd = createSocket({ type: "udp4", reuseAddr: true }, (packet) => {
//                                          ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
  for (const line of packet.toString().split("\n")) {
    const [name, value] = line.split(/[:|]/);
    counters.set(name, (counters.get(name) ?? 0) + Number(value));
  }
});

statsd.bind(METRICS_PORT);
